// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/intake.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/card_keeping.h"
#include "core/services/customer_directory.h"
#include "core/services/data_folder.h"
#include "core/services/new_folder.h"
#include "core/services/door_memory.h"
#include "core/services/guarded.h"
#include "core/services/key_vault.h"
#include "core/services/offer_cache.h"
#include "core/services/orders_in_hand.h"
#include "core/services/rights_authority.h"
#include "core/services/ticket_signature.h"
#include "core/storage/identity_store.h"
#include "core/storage/migrator.h"
#include "core/storage/order_store.h"
#include "core/storage/sync_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kCertificateDays = 400; // a year, and time to renew

Result<void> checkFounding(const Founding& founding)
{
    if (founding.organizer.empty()) {
        return badInput("bad_founding", "Say who sells: the organizer's name is missing.",
                        "organizer");
    }
    if (!Currency::fromCode(founding.currency)) {
        return badInput("bad_founding",
                        "\"" + founding.currency +
                            "\" is not a currency. Use its three-letter code, "
                            "such as EUR, USD or JPY.",
                        "currency");
    }
    if (founding.timeZone.empty()) {
        return badInput("bad_founding", "Say the time zone, such as Europe/Berlin.", "time_zone");
    }
    return {};
}

std::string freshSeries(Random& random)
{
    std::string series;
    while (series.size() < kSeriesSize) {
        std::array<std::uint8_t, 1> byte{};
        random.fill(byte);
        if (byte[0] < 8 * kOrderCodeAlphabet.size()) { // every letter equally likely
            series.push_back(kOrderCodeAlphabet[byte[0] % kOrderCodeAlphabet.size()]);
        }
    }
    return series;
}

/// A series that no order code of this organizer begins with yet. What was sold after the backup is
/// not known here, so going on in the old series could give a second customer the same code.
std::string unusedSeries(Database& database, OrganizerId organizer, Random& random)
{
    std::string series = freshSeries(random);
    while (isSeriesKnown(database, organizer, series)) {
        series = freshSeries(random);
    }
    return series;
}

Bytes certificateFor(const Identity& identity, const std::string& name, const CounterKeys& keys,
                     Instant now)
{
    const SigningKey authority{keys.authority};
    TicketKeyCertificate certificate{.counter = identity.replica,
                                     .counterName = name,
                                     .organizer = identity.organizer,
                                     .ticketKey = SigningKey{keys.ticket}.publicKey(),
                                     .validFrom = Instant{now.ms - kDayMs},
                                     .validUntil = Instant{now.ms + kCertificateDays * kDayMs}};
    signCertificate(certificate, authority);
    return encodeCertificate(certificate);
}

void writeFirstEntries(Database& database, const Identity& identity, const Founding& founding,
                       const CounterKeys& keys, const Clock& clock, Random& random)
{
    Journal journal{database, identity, clock, random};
    Journal::Act act{journal, Permit::ofProgram()};
    storeIdentity(database, identity);
    const PublicKey device = SigningKey{keys.device}.publicKey();
    const PublicKey authority = SigningKey{keys.authority}.publicKey();
    act.append(kind::kReplicaFounded,
               encode(ReplicaFounded{founding.counterName, freshSeries(random),
                                     Bytes{device.begin(), device.end()},
                                     Bytes{authority.begin(), authority.end()}}));
    act.append(kind::kKeyCertified,
               encode(KeyCertified{
                   certificateFor(identity, founding.counterName, keys, clock.now())}));
    act.append(kind::kOrganizerEdited,
               encode(editOf(Organizer{.id = identity.organizer,
                                       .name = founding.organizer,
                                       .currency = *Currency::fromCode(founding.currency),
                                       .timeZone = founding.timeZone,
                                       .address = founding.address,
                                       .taxNumber = founding.taxNumber,
                                       .isForTesting = founding.isForTesting})));
    act.commit();
}

} // namespace

Counter::Counter(const Clock& clock, Random& random)
    : m_clock{clock}, m_random{random}, m_doorMemory{std::make_unique<DoorMemory>()},
      m_ordersInWork{std::make_unique<OrdersInWork>()}
{}

Counter::~Counter()
{
    if (m_journal) {
        (void)guarded([&]() -> Result<void> { // at the latest the next interval signs it
            m_journal->signHeadNow();
            return {};
        });
    }
}

Result<void> Counter::found(const CounterPlace& place, const Founding& founding, KeyVault& vault,
                            const Clock& clock, Random& random)
{
    return guarded([&]() -> Result<void> {
        if (auto sound = checkFounding(founding); !sound) {
            return sound;
        }
        auto taken = takeNewFolder(place);
        if (!taken) {
            return std::move(taken).error();
        }
        const CounterKeys keys = CounterKeys::generate(random);
        // Keys first: a database without its keys would be lost, keys without a database are not.
        if (auto stored = storeKeys(vault, keys); !stored) {
            return stored;
        }
        const auto database = Database::open(databaseOf(place, **taken), Database::Mode::ReadWrite);
        migrate(*database);
        const Instant now = clock.now();
        writeFirstEntries(*database,
                          {OrganizerId{Uuid::v7(now, random)}, ReplicaId{Uuid::v7(now, random)}, 1},
                          founding, keys, clock, random);
        return {};
    });
}

Result<std::unique_ptr<Counter>> Counter::open(const CounterPlace& place, KeyVault& vault,
                                               const Clock& clock, Random& random)
{
    const std::string& folder = place.folder;
    return guarded([&]() -> Result<std::unique_ptr<Counter>> {
        auto taken = DataFolder::take(folder, false);
        if (!taken) {
            return std::move(taken).error();
        }
        const Error notFounded = refused("not_founded",
                                         "There is no counter in " + folder +
                                             " yet. "
                                             "Make one with foyer-cli init.",
                                         folder);
        if (!isThere(place, **taken)) {
            return notFounded;
        }
        std::unique_ptr<Counter> counter{new Counter{clock, random}};
        counter->m_folder = *std::move(taken);
        const std::string path = databaseOf(place, *counter->m_folder);
        if (checkStore(path) == 0 && isPostgresAddress(path)) {
            return notFounded;
        }
        counter->m_database = Database::open(path, Database::Mode::ReadWrite);
        migrate(*counter->m_database);
        const auto identity = readIdentity(*counter->m_database);
        if (!identity) {
            return notFounded;
        }
        auto keys = loadKeys(vault);
        if (!keys) {
            return std::move(keys).error();
        }
        if (!keys->has_value()) {
            return storageError(
                "keys_missing",
                "The keys of this counter are not in this computer's key store, so "
                "its database cannot be used here. Restore the key file or keychain "
                "that belongs to " +
                    folder + ".",
                folder);
        }
        counter->m_keys = *std::move(*keys);
        auto mark = HeadMark::open(counter->m_folder->headPath());
        if (!mark) {
            return std::move(mark).error();
        }
        counter->m_mark = *std::move(mark);
        counter->openParts(*identity);
        return counter;
    });
}

void Counter::openParts(const Identity& identity)
{
    m_journal = std::make_unique<Journal>(*m_database, identity, m_clock, m_random);
    const auto key = std::make_shared<const SigningKey>(m_keys.device);
    m_journal->signHeadsWith([this, key](const JournalHead& head) {
        const Signature signature = key->sign(signedHeadMessage(m_journal->identity(), head));
        return Bytes{signature.begin(), signature.end()};
    });
    if (const auto replica = readReplica(*m_database, identity)) {
        m_name = replica->name;
        m_series = replica->series;
    }
    compareWithMark();
    m_offers = std::make_unique<OfferCache>(*m_database, identity);
    m_customers =
        std::make_unique<CustomerDirectory>(*m_database, identity, m_keys.data, m_clock, m_random);
    openAuthority();
    const auto problem = readOutboxProblem(*m_database, organizer());
    m_isForked = problem && problem->code == codeOf(IntakeAnswer::Outcome::Fork);
    stopOrGoOn();
    m_access = std::make_unique<AccessControl>(*m_database, *m_journal, m_keys.data, m_clock,
                                               m_random, [this] { noteHead(); });
    useKeptCards(*this);
}

Result<void> Counter::recover(const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        if (m_entriesMissing == 0) {
            return refused("not_behind",
                           "This database is not behind. There is nothing to recover.");
        }
        if (m_membership) {
            // What is lost has spent rights that look unspent here: a new epoch would sell them.
            return refused("joined_behind",
                           "This counter gets its entries back from the server by itself. What "
                           "the server does not have either is lost: let an administrator write "
                           "this counter off, and enrol it as a new one.");
        }
        const auto permit = m_access->permit(Permission::RunCounter);
        if (!permit) {
            return permit.error();
        }
        const JournalHead before = m_journal->head();
        Identity next = identity();
        next.epoch = std::max(before.epoch, m_mark->noted()->epoch) + 1;
        auto journal = std::make_unique<Journal>(*m_database, next, m_clock, m_random);
        {
            Journal::Act act{*journal, *permit};
            storeIdentity(*m_database, next);
            act.append(kind::kEpochOpened,
                       encode(EpochOpened{before.sequence, m_entriesMissing, reason,
                                          unusedSeries(*m_database, next.organizer, m_random)}));
            act.commit();
        }
        openParts(next);
        noteHead();
        m_entriesMissing = 0;
        return {};
    });
}

} // namespace foyer
