// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/journal.h"

#include "core/base/ensure.h"
#include "core/crypto/sha256.h"
#include "core/domain/access/access_entries.h"
#include "core/domain/journal/cbor.h"
#include "core/storage/feed_batch.h"
#include "core/storage/projection.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr const char* kColumns =
    "organizer, replica, epoch, sequence, id, at, actor, kind, version, "
    "body, previous, hash, position";

EntryHash hashFrom(const Bytes& bytes)
{
    EntryHash hash{};
    if (bytes.size() == hash.size()) {
        std::ranges::copy(bytes, hash.begin());
    }
    return hash;
}

Entry entryFrom(const DbRow& row)
{
    Entry entry;
    entry.organizer = row.id<OrganizerId>(0);
    entry.replica = row.id<ReplicaId>(1);
    entry.epoch = row.integer(2);
    entry.sequence = row.integer(3);
    entry.id = row.id<EntryId>(4);
    entry.at = HlcTime{row.integer(5)};
    entry.actor = row.id<UserId>(6);
    entry.kind = row.text(7);
    entry.version = row.integer(8);
    entry.body = row.bytes(9);
    entry.previous = hashFrom(row.bytes(10));
    entry.hash = hashFrom(row.bytes(11));
    entry.position = row.optionalInteger(12);
    return entry;
}

Bytes headMessage(const char* purpose, const Identity& identity, const JournalHead& head)
{
    CborWriter writer;
    writer.array(6)
        .text(purpose)
        .bytes(identity.organizer.uuid.bytes())
        .bytes(identity.replica.uuid.bytes())
        .integer(head.epoch)
        .integer(head.sequence)
        .bytes(head.hash);
    return writer.take();
}

void readRows(Database& database, const std::string& sql, Params params,
              const std::function<bool(const Entry&)>& take)
{
    const auto rows = database.walk(sql, params);
    while (rows->next() && take(entryFrom(rows->row()))) {}
}

} // namespace

Bytes signedHeadMessage(const Identity& identity, const JournalHead& head)
{
    return headMessage("foyer-head-1", identity, head);
}

Bytes witnessedHeadMessage(const Identity& writer, const JournalHead& head)
{
    return headMessage("foyer-head-witness-1", writer, head);
}

EntryHash hashOf(const Entry& entry)
{
    return sha256(canonicalForm(entry));
}

void readEntries(Database& database, OrganizerId organizer,
                 const std::function<bool(const Entry&)>& take)
{
    static const std::string kSql = std::string{"SELECT "} + kColumns +
        " FROM entry WHERE organizer = ? "
        "ORDER BY replica, epoch, sequence";
    readRows(database, kSql, {organizer}, take);
}

void readEntriesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                      std::int64_t epoch, std::int64_t sequence,
                      const std::function<bool(const Entry&)>& take)
{
    static const std::string kSql = std::string{"SELECT "} + kColumns +
        " FROM entry WHERE organizer = ? AND replica = ? AND "
        "epoch = ? AND sequence > ? ORDER BY sequence";
    readRows(database, kSql, {organizer, replica, epoch, sequence}, take);
}

void readEntriesByPosition(Database& database, OrganizerId organizer, std::int64_t after,
                           std::int64_t limit, const std::function<bool(const Entry&)>& take)
{
    static const std::string kSql = std::string{"SELECT "} + kColumns +
        " FROM entry WHERE organizer = ? AND position > ? ORDER BY position LIMIT ?";
    readRows(database, kSql, {organizer, after, limit}, take);
}

namespace {

constexpr std::string_view kStoreEntry =
    "INSERT INTO entry (organizer, replica, epoch, sequence, id, at, actor, kind, version, body, "
    "previous, hash, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (organizer, replica, epoch, sequence) DO NOTHING";

template <typename Use>
auto withValues(const Entry& entry, Use use)
{
    return use({entry.organizer, entry.replica, entry.epoch, entry.sequence, entry.id,
                entry.at.value, entry.actor, entry.kind, entry.version, entry.body,
                ByteView{entry.previous}, ByteView{entry.hash}, entry.position});
}

} // namespace

bool storeEntry(Database& database, const Entry& entry)
{
    return withValues(entry, [&](Params values) { return database.run(kStoreEntry, values) == 1; });
}

void postEntry(Database& database, const Entry& entry, std::function<void(bool isNew)> then)
{
    withValues(entry, [&](Params values) {
        database.post(kStoreEntry, values,
                      [then = std::move(then)](std::int64_t changed) { then(changed == 1); });
    });
}

Journal::Journal(Database& database, const Identity& identity, const Clock& clock, Random& random)
    : m_database{database}, m_identity{identity}, m_clock{clock}, m_random{random}
{
    refreshHead();
    // What was heard before this program began: the last of it is enough.
    database.each("SELECT max(at) FROM (SELECT at FROM entry WHERE organizer = ? AND position IS "
                  "NOT NULL ORDER BY position DESC LIMIT 50) AS latest",
                  {identity.organizer},
                  [this](const DbRow& row) { hear(HlcTime{row.integer(0)}); });
}

void Journal::hear(HlcTime at)
{
    if (at.instant().ms <= m_clock.now().ms + kAheadMaxMs) {
        m_heard = std::max(m_heard, at);
    }
}

void Journal::refreshHead()
{
    m_head = {};
    m_head.epoch = m_identity.epoch;
    // The newest epoch that has entries: a fresh epoch goes on from the chain of the one before.
    m_database.each("SELECT epoch, sequence, hash, at FROM entry WHERE organizer = ? AND "
                    "replica = ? ORDER BY epoch DESC, sequence DESC LIMIT 1",
                    {m_identity.organizer, m_identity.replica}, [&](const DbRow& row) {
                        const bool sameEpoch = row.integer(0) == m_identity.epoch;
                        m_head.sequence = sameEpoch ? row.integer(1) : 0;
                        m_head.hash = hashFrom(row.bytes(2));
                        m_head.at = HlcTime{row.integer(3)};
                    });
    m_isHeadDoubtful = false;
}

const JournalHead& Journal::soundHead()
{
    if (m_isHeadDoubtful) {
        refreshHead();
    }
    return m_head;
}

void Journal::mustGoOn() const
{
    if (m_stopped) {
        throw StorageFailure{*m_stopped};
    }
}

Journal::Act::Act(Journal& journal, const Permit& permit)
    : m_journal{journal}, m_before{journal.soundHead()}, m_actor{permit.actor()}
{
    journal.mustGoOn();
    m_transaction.emplace(journal.m_database);
    begin(permit);
}

Journal::Act::Act(Journal& journal, const Permit& permit, FeedBatch& batch)
    : m_journal{journal}, m_batch{&batch}, m_before{journal.soundHead()}, m_actor{permit.actor()}
{
    journal.mustGoOn();
    m_part.emplace(journal.m_database);
    begin(permit);
}

void Journal::Act::begin(const Permit& permit)
{
    if (permit.approver()) {
        append(kind::kActApproved, encode(ActApproved{permit.permission(), *permit.approver()}));
    }
}

Journal::Act::~Act()
{
    if (!m_committed) {
        m_journal.m_head = m_before;
    }
}

EntryId Journal::Act::append(const char* kind, Bytes body)
{
    JournalHead& head = m_journal.m_head;
    const Instant now = m_journal.m_clock.now();
    Entry entry;
    entry.id = EntryId{Uuid::v7(now, m_journal.m_random)};
    entry.organizer = m_journal.m_identity.organizer;
    entry.replica = m_journal.m_identity.replica;
    entry.epoch = head.epoch;
    entry.sequence = head.sequence + 1;
    entry.at = HlcTime::after(std::max(head.at, m_journal.m_heard), now);
    entry.actor = m_actor;
    entry.kind = kind;
    entry.body = std::move(body);
    entry.previous = head.hash;
    entry.hash = hashOf(entry);
    if (m_batch != nullptr) {
        entry.position = m_batch->nextPosition();
    }
    const auto decoded = decodeCbor(entry.body);
    ENSURE(decoded.has_value()); // what we write, everyone must be able to read
    postEntry(m_journal.m_database, entry, [&journal = m_journal](bool isNew) {
        if (!isNew) {
            journal.m_isHeadDoubtful = true;
            throw StorageFailure{storageError(
                "journal_moved",
                "Another process wrote in this journal meanwhile, so nothing was saved. Do it "
                "again.")};
        }
    });
    project(m_journal.m_database, entry, *decoded);
    if (m_journal.m_notice) {
        m_journal.m_notice(entry, *decoded);
    }
    head.sequence = entry.sequence;
    head.hash = entry.hash;
    head.at = entry.at;
    return entry.id;
}

void Journal::writeSignedHead()
{
    m_database.post("INSERT INTO signed_head (organizer, replica, epoch, sequence, hash, "
                    "signature) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    {m_identity.organizer, m_identity.replica, m_head.epoch, m_head.sequence,
                     ByteView{m_head.hash}, m_signer(m_head)});
}

void Journal::signHeadNow()
{
    if (!m_signer || m_head.sequence == 0) {
        return;
    }
    Transaction transaction{m_database};
    writeSignedHead();
    transaction.commit();
}

void Journal::Act::commit()
{
    const bool crossed =
        m_before.sequence / kHeadInterval != m_journal.m_head.sequence / kHeadInterval;
    if (crossed && m_journal.m_signer) {
        m_journal.writeSignedHead();
    }
    if (m_batch != nullptr) {
        m_part->release();
    } else {
        m_journal.m_isHeadDoubtful = true;
        m_transaction->commit();
        m_journal.m_isHeadDoubtful = false;
    }
    m_committed = true;
}

} // namespace foyer
