// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/domain/journal/entry.h"
#include "core/services/counter_keys.h"
#include "core/services/rights_need.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <memory>
#include <string>

namespace foyer {

struct Membership;
class AccessControl;
class CustomerDirectory;
class DataFolder;
struct DoorMemory;
class HeadMark;
class KeyVault;
class OfferCache;
class OrdersInWork;
class RightsAuthority;
class TicketVerifier;

/// What a first start has to say.
struct Founding {
    std::string organizer; ///< name, not empty
    std::string currency;  ///< ISO 4217
    std::string timeZone;  ///< IANA
    std::string address;   ///< as printed on receipts, lines joined by LF
    std::string taxNumber;
    std::string counterName = "Counter 1";
    bool isForTesting = false; ///< see core/services/testing_house.h
};

/// What a counter that joins a house is told by the house's server.
struct HouseTerms {
    OrganizerId organizer;
    ReplicaId replica;  ///< what it called itself when it enrolled
    std::string series; ///< two characters that its order codes begin with
    Bytes authorityKey; ///< Ed25519 public key of the organizer's authority
};

/// Where a counter lives: its folder, and its database where that is not the file in the folder.
struct CounterPlace {
    CounterPlace(const char* dataFolder) : folder{dataFolder} {}
    CounterPlace(std::string dataFolder, std::string address = {})
        : folder{std::move(dataFolder)}, database{std::move(address)}
    {}
    std::string folder;
    /// A `postgresql://…` address as of Database::open; empty: foyer.db in the folder.
    std::string database;
};

/// A data folder, opened for work: the store, this replica's journal, its keys and what is kept in
/// memory. Belongs to one thread, the store thread, and so does everything it gives out. The verbs
/// (sell, scan, import …) are functions beside it that take it.
class Counter {
public:
    /// Makes a new counter in a folder that has none: keys, database, and the first entries. The
    /// counter is its own authority. Codes: already_founded, bad_founding, and those of open().
    static Result<void> found(const CounterPlace& place, const Founding& founding, KeyVault& vault,
                              const Clock& clock, Random& random);

    /// Makes a new counter of a house that has a server: it sells nothing of its own until it has
    /// heard of the house and holds rights. `keys` are those that it enrolled with. Codes:
    /// already_founded, and those of open().
    static Result<void> foundMember(const CounterPlace& place, const std::string& name,
                                    const HouseTerms& terms, const Membership& membership,
                                    const CounterKeys& keys, KeyVault& vault, const Clock& clock,
                                    Random& random);

    /// Opens a folder. Codes: not_founded (no counter here yet), folder_in_use (another Foyer),
    /// those of Database::open and migrate, database_damaged, keys_missing (the database came
    /// without its keys). Nothing is written to a database that is refused.
    static Result<std::unique_ptr<Counter>> open(const CounterPlace& place, KeyVault& vault,
                                                 const Clock& clock, Random& random);
    ~Counter();
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    Database& database() { return *m_database; }
    Journal& journal() { return *m_journal; }
    const Identity& identity() const { return m_journal->identity(); }
    OrganizerId organizer() const { return identity().organizer; }
    ReplicaId replica() const { return identity().replica; }
    const CounterKeys& keys() const { return m_keys; }
    const std::string& name() const { return m_name; }
    const std::string& series() const { return m_series; }
    OfferCache& offers() { return *m_offers; }
    CustomerDirectory& customers() { return *m_customers; }
    RightsAuthority& authority() { return *m_authority; }
    AccessControl& access() { return *m_access; }
    /// Kept for ticketVerifier(), which fills it.
    std::unique_ptr<TicketVerifier>& verifier() { return m_verifier; }
    /// What gates keep between scans.
    DoorMemory& doorMemory() { return *m_doorMemory; }
    /// Which orders clerks are at.
    OrdersInWork& ordersInWork() { return *m_ordersInWork; }
    const Clock& clock() const { return m_clock; }
    Random& random() { return m_random; }
    const DataFolder& folder() const { return *m_folder; }

    /// How many entries this counter is known to have written beyond what the database holds: it
    /// was restored from a backup or copied. Such a counter sells nothing; see recover(). The
    /// second of two copies waits for nothing: what it lacks is the other one's.
    std::int64_t entriesMissing() const { return m_isForked ? 0 : m_entriesMissing; }
    /// To be called after every act that wrote entries: notes the head outside the database.
    void noteHead();
    /// The authority says that this counter has written up to a head: where that is beyond what is
    /// here, the database is old or a copy, and the counter waits for its own entries.
    void noteWritten(std::int64_t epoch, std::int64_t sequence);
    /// The authority has another entry in the place of one of these: two copies are writing, and
    /// this one stops for good. Kept in the outbox's problem.
    void noteFork();
    bool isForked() const { return m_isForked; }
    /// Looks again at the journal and at the mark outside the database, after entries of its own
    /// came back from the authority.
    void heardOwnEntries();

    /// The server this counter joined; null for one that stands alone.
    const Membership* membership() const { return m_membership.get(); }
    /// Gives the authority over to a server, as the last act of a counter that was its own: from
    /// now on rights come from there, and those that it holds stay its own. Refuses with
    /// already_joined and what permits refuse with.
    Result<void> handOver(const Membership& membership);
    /// What the last act that was refused for it would have needed: with rights_short, or with
    /// order_elsewhere or order_at_server.
    const RightsNeed& rightsNeed() const { return m_rightsNeed; }
    void noteRightsNeed(RightsNeed need) { m_rightsNeed = std::move(need); }

    /// Opens a new epoch on a database that is behind, on the say of a person who knows that what
    /// was sold since the backup is not in it. Refuses with not_behind, and with joined_behind
    /// where there is a server: it has the entries, or has to write this counter off.
    Result<void> recover(const std::string& reason);

private:
    Counter(const Clock& clock, Random& random);
    void openParts(const Identity& identity);
    void openAuthority();
    void compareWithMark();
    void stopOrGoOn();

    const Clock& m_clock;
    Random& m_random;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<HeadMark> m_mark;
    std::unique_ptr<Journal> m_journal;
    CounterKeys m_keys;
    std::string m_name;
    std::string m_series;
    std::int64_t m_entriesMissing = 0;
    bool m_isForked = false;
    std::unique_ptr<OfferCache> m_offers;
    std::unique_ptr<CustomerDirectory> m_customers;
    std::unique_ptr<RightsAuthority> m_authority;
    std::unique_ptr<Membership> m_membership;
    RightsNeed m_rightsNeed;
    std::unique_ptr<AccessControl> m_access;
    std::unique_ptr<TicketVerifier> m_verifier;
    std::unique_ptr<DoorMemory> m_doorMemory;
    std::unique_ptr<OrdersInWork> m_ordersInWork;
};

/// Why a counter whose database is behind does nothing that moves money or places:
/// database_behind (fact: how many entries are missing).
Error databaseBehind(const Counter& counter);
/// Why the second of two copies does nothing any more: journal_fork.
Error journalForked();

} // namespace foyer
