// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/access/permit.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"
#include "core/storage/savepoint.h"

#include <functional>
#include <optional>

namespace foyer {

/// Which replica of which organizer this database is, and in which of its lives.
struct Identity {
    OrganizerId organizer;
    ReplicaId replica;
    std::int64_t epoch = 1;
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// The end of a writer's chain.
struct JournalHead {
    std::int64_t epoch = 1;
    std::int64_t sequence = 0; ///< 0: nothing written in this epoch
    EntryHash hash{};          ///< of the last entry; zeros where there is none
    HlcTime at;
    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// Signs a journal head with the counter's device key; see signedHeadMessage.
using HeadSigner = std::function<Bytes(const JournalHead&)>;

/// The bytes whose signature vouches for a head: "foyer-head-1", organizer, replica, epoch,
/// sequence, hash.
Bytes signedHeadMessage(const Identity& identity, const JournalHead& head);

/// The bytes whose signature says that the authority has a writer's chain up to a head: the same
/// under "foyer-head-witness-1".
Bytes witnessedHeadMessage(const Identity& writer, const JournalHead& head);

/// SHA-256 of an entry's canonical form.
EntryHash hashOf(const Entry& entry);

/// Reads entries in the order (replica, epoch, sequence), one at a time, whatever their number.
/// `from`: only entries of that replica and epoch after that sequence. `take` answers whether to go
/// on.
void readEntries(Database& database, OrganizerId organizer,
                 const std::function<bool(const Entry&)>& take);
void readEntriesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                      std::int64_t epoch, std::int64_t sequence,
                      const std::function<bool(const Entry&)>& take);
/// Reads at most `limit` entries after a position of the feed, by position.
void readEntriesByPosition(Database& database, OrganizerId organizer, std::int64_t after,
                           std::int64_t limit, const std::function<bool(const Entry&)>& take);
/// Stores an entry as it is. False if it is there already, by its place in the writer's chain.
bool storeEntry(Database& database, const Entry& entry);
/// The same without waiting: `then` hears whether it is new, as of Database::post.
void postEntry(Database& database, const Entry& entry, std::function<void(bool isNew)> then);

class CborValue;
class FeedBatch;

/// The journal as its own writer sees it: adds entries at the end of this replica's chain.
class Journal {
public:
    /// Reads the head of the chain. Throws StorageFailure.
    Journal(Database& database, const Identity& identity, const Clock& clock, Random& random);
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const Identity& identity() const { return m_identity; }
    const JournalHead& head() const { return m_head; }

    /// From now on every kHeadInterval entries the head is signed and kept beside the chain, in the
    /// same transaction: a chain alone cannot show that its tail was cut off.
    void signHeadsWith(HeadSigner signer) { m_signer = std::move(signer); }
    static constexpr std::int64_t kHeadInterval = 50;
    /// From now on nothing may be added, whatever somebody tries: every act throws this error.
    /// Nothing: all may go on. For a chain that another copy may be writing, too.
    void stop(std::optional<Error> why) { m_stopped = std::move(why); }
    /// From now on called for every entry that is appended here, once it is projected, in its
    /// transaction.
    using Notice = std::function<void(const Entry&, const CborValue& body)>;
    void noticeWith(Notice notice) { m_notice = std::move(notice); }
    /// Reads the head again: another process may have written to the same chain.
    void refreshHead();
    /// Others have written up to this reading of their clocks: what is written here from now on
    /// comes after it, whatever the clock on the wall shows; so of two edits the one stands that
    /// was made in knowledge of the other. A reading that is further ahead of this computer's clock
    /// than kAheadMaxMs is somebody's wrong clock and is not followed.
    void hear(HlcTime at);
    static constexpr std::int64_t kAheadMaxMs = 10 * 60'000;
    /// Signs the head as it stands (at the end of a day, before a backup). Its own transaction.
    void signHeadNow();

    /// A group of entries that become durable together with their projections, or not at all.
    class Act {
    public:
        /// `permit`: on whose behalf, by whose leave. Where somebody else had to approve, that is
        /// the first entry of the act. Throws StorageFailure where the journal is stopped.
        Act(Journal& journal, const Permit& permit);
        /// The same as a part of an authority's batch: what is appended gets positions in the feed,
        /// and is on disk when the batch is.
        Act(Journal& journal, const Permit& permit, FeedBatch& batch);
        ~Act();
        Act(const Act&) = delete;
        Act& operator=(const Act&) = delete;

        /// Writes an entry and projects it. Throws StorageFailure; here or at commit() with code
        /// journal_moved where another process wrote in this journal meanwhile.
        EntryId append(const char* kind, Bytes body);
        /// On whose behalf; nil: the program itself, or somebody who need not sign in.
        UserId actor() const { return m_actor; }
        /// Returns when everything appended is on disk. Throws StorageFailure; then nothing was.
        void commit();

    private:
        void begin(const Permit& permit);

        Journal& m_journal;
        std::optional<Transaction> m_transaction; ///< its own …
        std::optional<Savepoint> m_part;          ///< … or a part of the batch's
        FeedBatch* m_batch = nullptr;
        JournalHead m_before;
        UserId m_actor;
        bool m_committed = false;
    };

private:
    Database& m_database;
    Identity m_identity;
    const Clock& m_clock;
    Random& m_random;
    JournalHead m_head;
    HlcTime m_heard; ///< the latest of others'
    HeadSigner m_signer;
    Notice m_notice;
    /// A commit failed, perhaps after the server had done it: the database knows the head.
    bool m_isHeadDoubtful = false;

    const JournalHead& soundHead();
    std::optional<Error> m_stopped;

    void mustGoOn() const;
    void writeSignedHead();
};

} // namespace foyer
