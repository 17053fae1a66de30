// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/integrity.h"

#include "core/crypto/ed25519.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/cbor.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/scratch_database.h"
#include "core/services/snapshot_intake.h"
#include "core/storage/identity_store.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/projection.h"
#include "core/storage/report_catch_up.h"
#include "core/storage/read_view.h"
#include "core/storage/table_comparison.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::size_t kFindingsMax = 100;
constexpr std::int64_t kProgressEvery = 5'000;
constexpr double kRebuildShare = 0.8; // the rest is comparing

std::string placeOf(const Entry& entry)
{
    return "replica " + entry.replica.text() + ", epoch " + std::to_string(entry.epoch) +
        ", entry " + std::to_string(entry.sequence);
}

JournalPlace placeOf(Counter& counter)
{
    return {counter.folder().path(), counter.database().path(), counter.organizer(),
            basePlaceOf(counter).authorityKey, counter.entriesMissing()};
}

class Verification {
public:
    Verification(Database& database, const JournalPlace& place, const Progress& progress,
                 const std::atomic<bool>* cancelled)
        : m_database{database}, m_place{place}, m_progress{progress}, m_cancelled{cancelled}
    {}

    IntegrityReport run()
    {
        checkFile();
        ScratchDatabase scratch{m_place.folder + "/foyer.scratch"};
        bool hasBase = false;
        {
            Transaction transaction{scratch.database()};
            hasBase = beginWithBase(scratch.database());
            checkChainsInto(scratch.database());
            transaction.commit();
        }
        if (!m_report.cancelled) {
            checkHeads();
            if (hasBase) {
                checkTables(scratch.database());
            }
            checkLedger();
        }
        return std::move(m_report);
    }

private:
    struct Chain {
        ReplicaId replica;
        std::int64_t epoch = 0;
        std::int64_t sequence = 0;
        EntryHash hash{};
        std::vector<std::int64_t> before; ///< epochs of the same writer
    };

    void find(std::string code, std::string sentence, std::string where)
    {
        if (m_report.findings.size() < kFindingsMax) {
            m_report.findings.push_back({std::move(code), std::move(sentence), std::move(where)});
        }
    }

    void tell(double done, const std::string& what)
    {
        if (m_progress) {
            m_progress(done, what);
        }
    }

    void checkFile()
    {
        tell(0, "Checking the file");
        if (const auto damage = fileDamage(m_database, FileCheck::Whole)) {
            find("file_damaged", "The database file is damaged: " + *damage + ".",
                 m_database.path());
        }
    }

    /// The snapshot that this counter joined with stands for the entries that it does not have.
    bool beginWithBase(Database& scratch)
    {
        auto heads = loadBase({m_database, m_place.organizer, m_place.folder, m_place.authorityKey},
                              scratch);
        if (!heads) {
            find("base_damaged",
                 "The snapshot of the house that this counter began with cannot be used, so its "
                 "tables could not be compared: " +
                     heads.error().message,
                 "snapshot");
            return false;
        }
        for (const WriterHead& writer : *heads) {
            m_base[{writer.replica, writer.head.epoch}] = writer.head;
        }
        return true;
    }

    /// Where the snapshot ends in the chain that an entry is of; sequence 0: not in it at all.
    JournalHead baseOf(ReplicaId replica, std::int64_t epoch) const
    {
        const auto found = m_base.find({replica, epoch});
        return found != m_base.end() ? found->second : JournalHead{};
    }

    /// One pass over the journal: links, hashes, and the projections of every entry.
    void checkChainsInto(Database& scratch)
    {
        const std::int64_t total = entryCount(m_database, m_place.organizer);
        Chain chain;
        readEntries(m_database, m_place.organizer, [&](const Entry& entry) {
            if (m_cancelled != nullptr && *m_cancelled) {
                m_report.cancelled = true;
                return false;
            }
            checkLink(chain, entry);
            projectInto(scratch, entry);
            if (++m_report.entries % kProgressEvery == 0) {
                tell(kRebuildShare * static_cast<double>(m_report.entries) /
                         static_cast<double>(std::max<std::int64_t>(total, 1)),
                     "Checking entry " + std::to_string(m_report.entries) + " of " +
                         std::to_string(total));
            }
            return true;
        });
    }

    /// An epoch goes on from an entry of one before: mostly its last; an earlier one where later
    /// ones came back from others.
    EntryHash hashGoneOnFrom(const Chain& chain, const Entry& entry)
    {
        const auto body = decodeCbor(entry.body);
        const auto opened = body && entry.kind == kind::kEpochOpened
            ? decodeEpochOpened(*body)
            : Result<EpochOpened>{EpochOpened{}};
        for (const std::int64_t epoch : chain.before) {
            const std::int64_t after = opened ? opened->after : 0;
            const auto hash =
                entryHashAt(m_database, {entry.organizer, entry.replica, epoch}, after);
            const JournalHead base = baseOf(entry.replica, epoch);
            // What comes before the snapshot's end is not kept here to be compared.
            const bool isOfBase =
                after < base.sequence || (after == base.sequence && base.hash == entry.previous);
            if (isOfBase || (hash && std::ranges::equal(*hash, entry.previous))) {
                return entry.previous;
            }
        }
        return chain.hash;
    }

    void checkLink(Chain& chain, const Entry& entry)
    {
        if (entry.replica != chain.replica) {
            chain = Chain{entry.replica, 0, 0, {}, {}};
            for (auto at = m_base.lower_bound({entry.replica, 0});
                 at != m_base.end() && at->first.first == entry.replica; ++at) {
                chain.before.push_back(at->first.second);
            }
        }
        if (entry.epoch != chain.epoch) {
            if (chain.epoch > 0) {
                chain.before.push_back(chain.epoch);
            }
            chain.hash = hashGoneOnFrom(chain, entry);
            chain.epoch = entry.epoch;
            chain.sequence = 0;
        }
        const JournalHead base = baseOf(entry.replica, entry.epoch);
        const bool isAfterBase = base.sequence > 0 && entry.sequence == base.sequence + 1;
        const bool isWithinBase = entry.sequence <= base.sequence;
        if (isAfterBase || (isWithinBase && entry.sequence != chain.sequence + 1)) {
            chain.sequence = entry.sequence - 1;
            chain.hash = isAfterBase ? base.hash : entry.previous;
        }
        if (entry.sequence == base.sequence && entry.hash != base.hash) {
            find("chain_broken",
                 "This entry is not the one that the snapshot of the house was made with.",
                 placeOf(entry));
        }
        if (entry.sequence != chain.sequence + 1) {
            find("entry_missing",
                 "Entries " + std::to_string(chain.sequence + 1) + " to " +
                     std::to_string(entry.sequence - 1) + " are missing before this one.",
                 placeOf(entry));
        } else if (entry.previous != chain.hash) {
            find("chain_broken", "This entry does not continue the one before it.", placeOf(entry));
        }
        if (hashOf(entry) != entry.hash) {
            find("hash_wrong", "This entry was changed after it was written.", placeOf(entry));
        }
        chain.sequence = entry.sequence;
        chain.hash = entry.hash;
    }

    void projectInto(Database& scratch, const Entry& entry)
    {
        const auto body = decodeCbor(entry.body);
        if (!body) {
            find("unreadable_entry", body.error().message, placeOf(entry));
            return;
        }
        project(scratch, entry, *body);
    }

    void checkHeads()
    {
        std::map<ReplicaId, PublicKey> keys;
        for (const SignedHead& head : readSignedHeads(m_database, m_place.organizer)) {
            checkHead(head, keys);
        }
        if (m_place.missing > 0) {
            find("journal_behind",
                 "This counter has written " + std::to_string(m_place.missing) +
                     " entries that are not in this database: its end was cut off, or an older "
                     "copy was put back.",
                 m_database.path());
        }
    }

    void checkHead(const SignedHead& head, std::map<ReplicaId, PublicKey>& keys)
    {
        const std::string where = "replica " + head.writer.replica.text() + ", epoch " +
            std::to_string(head.head.epoch) + ", head " + std::to_string(head.head.sequence);
        if (!keys.contains(head.writer.replica)) {
            PublicKey key{};
            const auto replica = readReplica(m_database, head.writer);
            if (replica && replica->deviceKey.size() == key.size()) {
                std::ranges::copy(replica->deviceKey, key.begin());
            }
            keys.emplace(head.writer.replica, key);
        }
        Signature signature{};
        if (head.signature.size() == signature.size()) {
            std::ranges::copy(head.signature, signature.begin());
        }
        if (!verify(keys.at(head.writer.replica), signedHeadMessage(head.writer, head.head),
                    signature)) {
            find("head_forged", "The signature of this head is not the counter's.", where);
            return;
        }
        const auto hash = entryHashAt(m_database, head.writer, head.head.sequence);
        if (!hash || !std::ranges::equal(*hash, head.head.hash)) {
            find("head_missing",
                 "The counter has signed this head, but the entry it names is gone or another one.",
                 where);
        }
    }

    void checkTables(Database& scratch)
    {
        const auto& tables = projectionTables();
        for (const ProjectionTable& table : tables) {
            tell(kRebuildShare +
                     (1 - kRebuildShare) * static_cast<double>(m_report.tables) /
                         static_cast<double>(tables.size()),
                 std::string{"Comparing table "} + table.name);
            if (const auto difference =
                    firstDifference(m_database, scratch, table, m_place.organizer)) {
                find("table_differs",
                     std::string{"The table "} + table.name +
                         " is not what the journal adds up to: " + *difference +
                         ". Run foyer-cli rebuild.",
                     table.name);
            }
            ++m_report.tables;
        }
        tell(1, "Done");
    }

    void checkLedger()
    {
        for (const auto& [currency, left] : unbalancedLedgers(m_database, m_place.organizer)) {
            find("ledger_unbalanced",
                 "The ledger in " + currency + " does not add up to zero: " + std::to_string(left) +
                     " minor units are left.",
                 "ledger_line");
        }
    }

    Database& m_database;
    const JournalPlace& m_place;
    const Progress& m_progress;
    const std::atomic<bool>* m_cancelled;
    IntegrityReport m_report;
    std::map<std::pair<ReplicaId, std::int64_t>, JournalHead> m_base; ///< by writer and epoch
};

} // namespace

Result<IntegrityReport> verifyJournal(Counter& counter, const Progress& progress,
                                      const std::atomic<bool>* cancelled)
{
    return guarded([&]() -> Result<IntegrityReport> {
        if (auto may = counter.access().require(Permission::RunCounter); !may) {
            return std::move(may).error();
        }
        return Verification{counter.database(), placeOf(counter), progress, cancelled}.run();
    });
}

Result<JournalPlace> journalPlace(Counter& counter)
{
    return guarded([&]() -> Result<JournalPlace> {
        if (auto may = counter.access().require(Permission::RunCounter); !may) {
            return std::move(may).error();
        }
        if (counter.database().engine() != Database::Engine::Sqlite) {
            return refused("not_a_file",
                           "The database of this counter is a server's. Check it with foyer-cli "
                           "verify.");
        }
        return placeOf(counter);
    });
}

Result<IntegrityReport> verifyJournalAt(const JournalPlace& place, const Progress& progress,
                                        const std::atomic<bool>* cancelled)
{
    return guarded([&]() -> Result<IntegrityReport> {
        const auto database = Database::open(place.database, Database::Mode::ReadOnly);
        const ReadView view{*database};
        return Verification{*database, place, progress, cancelled}.run();
    });
}

Result<std::int64_t> rebuildProjections(Counter& counter, const Progress& progress)
{
    return guarded([&]() -> Result<std::int64_t> {
        if (auto may = counter.access().require(Permission::RunCounter); !may) {
            return std::move(may).error();
        }
        Database& database = counter.database();
        const Progress tell = progress ? progress : [](double, const std::string&) {};
        Transaction transaction{database};
        tell(0, "Emptying the tables");
        emptyTables(database, projectionTables(), counter.organizer());
        dropReportTables(database, counter.organizer());
        if (auto base = loadBase(basePlaceOf(counter), database); !base) {
            return std::move(base).error();
        }
        const std::int64_t total = entryCount(database, counter.organizer());
        const std::int64_t step = std::clamp<std::int64_t>(total / 100, 1, kProgressEvery);
        std::int64_t entries = 0;
        readEntries(database, counter.organizer(), [&](const Entry& entry) {
            project(database, entry);
            if (++entries % step == 0) {
                tell(static_cast<double>(entries) / static_cast<double>(total),
                     "Applied entry " + std::to_string(entries) + " of " + std::to_string(total));
            }
            return true;
        });
        transaction.commit();
        counter.noteHead();
        tell(1, "Done");
        return entries;
    });
}

} // namespace foyer
