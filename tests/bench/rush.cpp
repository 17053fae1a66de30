// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rush: 32 sellers sell one performance of 10,000 places as fast as they can, until it is sold
// out, each with a counter of its own that fetches rights from one server on PostgreSQL. Beside it
// 32 connections that write the same rows to the same PostgreSQL and take every place from one row.
//   rush OURS BARE BARE   three empty schemas
#include "core/base/ensure.h"
#include "core/services/catalogue.h"
#include "core/services/offline_stock.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "sync/protocol/enrolment.h"
#include "sync/server/process/foyer_server.h"
#include "tests/bench/bare_postgres.h"
#include "tests/bench/bare_writer.h"
#include "tests/bench/bench_till.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <barrier>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace foyer::bench {
namespace {

constexpr int kSellers = 32;
constexpr std::int64_t kPlaces = 10'000;
constexpr int kBareSalesEach = 60;
constexpr std::int64_t kKeptEach = 200; ///< how much of the event a counter may keep

/// One standing place a sale, the same price for everybody.
Season rushSeason(Instant now, std::int64_t places)
{
    Season season;
    season.venues.push_back({"Field", "", "Europe/Berlin"});
    season.taxes.push_back({"VAT 7 %", 7000, true});
    SeasonEvent event{.name = "Rush", .subtitle = "", .venue = "Field", .categories = {"Lawn"}};
    event.types.push_back({"Adult", "VAT 7 %", {{"Lawn", 4200}}, 0, {}, {}});
    constexpr std::int64_t kTomorrowMs = 24 * 3'600'000;
    event.performances.push_back({.startsAt = {now.ms + kTomorrowMs},
                                  .doorsAt = {},
                                  .timeZone = "Europe/Berlin",
                                  .planName = "",
                                  .capacity = places});
    season.events.push_back(event);
    return season;
}

/// A seller.
struct Till : BenchTill {
    using BenchTill::BenchTill;

    SaleRequest pattern;

    void exchange()
    {
        // Tokens are given to a network 20 at once, and then five a second.
        for (int tries = 0; tries < 60; ++tries) {
            const auto moved = talk->exchange();
            if (moved) {
                return;
            }
            ENSURE(moved.error().code == "too_many_requests");
            std::this_thread::sleep_for(std::chrono::seconds{1});
        }
        ENSURE(false);
    }
    /// Looks at what is sold, so that selling is only selling.
    void prepare()
    {
        const auto list = must(performances(*counter, Instant{0}));
        const auto offer = must(offerOf(*counter, list.front().id));
        CartItem item;
        item.performance = list.front().id;
        item.type = offer->types.front().id;
        item.category = offer->categories.front().id;
        pattern.cart.items = {item};
        pattern.tenders = {
            {PaymentMethod::Cash, must(quote(*counter, pattern.cart)).total, std::string{}}};
    }
    Result<Order> sell()
    {
        pattern.id = OrderId{Uuid::v7(clock.now(), random)};
        return foyer::sell(*counter, pattern);
    }
};

/// The server, with the house of a first counter.
class House {
public:
    House(const std::string& folder, const std::string& database) : m_first{folder + "/first"}
    {
        server::FoyerServerOptions options;
        options.database = database;
        options.keyFile = folder + "/server.key";
        options.tls = {folder + "/certificate.pem", folder + "/certificate.key"};
        options.http.connectionsPerAddressMax = 2 * kSellers + 64;
        options.hashCost = {1, 64};
        options.logLevel = server::LogLevel::Warning;
        const std::array<std::string, 2> names{"localhost", "127.0.0.1"};
        ENSURE(server::readKeyFile(options.keyFile, true, m_random).has_value());
        ENSURE(server::makeOwnCertificate(options.tls, names, m_clock.now()).has_value());
        m_server = must(server::FoyerServer::open(options, m_clock, m_random));
        must(m_server->start());
        must(Counter::found(m_first.folder, {"Rush", "EUR", "Europe/Berlin", "", "", "Counter 1"},
                            m_first.vault, m_clock, m_random));
        m_first.open();
        must(importSeason(*m_first.counter, rushSeason(m_clock.now(), kPlaces)));
        const auto stocks = must(offlineStocks(*m_first.counter));
        must(setOfflineStock(*m_first.counter, {stocks.front().keep.event, kKeptEach, 0}));
        const CounterKeys& keys = m_first.counter->keys();
        const auto enrolled = enrol(keys, m_first.counter->organizer(), m_first.counter->replica());
        must(m_first.counter->handOver(membershipOf(enrolled)));
        m_first.connect();
        (void)must(returnRights(*m_first.counter,
                                must(performances(*m_first.counter, Instant{0})).front().id));
        m_first.exchange();
    }

    /// A seller's counter, joined and with the whole house heard. Without the limits that enrolling
    /// over the network has.
    void join(Till& till)
    {
        const CounterKeys keys = CounterKeys::generate(till.random);
        const ReplicaId replica{Uuid::v7(till.clock.now(), till.random)};
        const auto enrolled = enrol(keys, {}, replica);
        must(Counter::foundMember(till.folder, enrolled.name,
                                  {enrolled.organizer, replica, enrolled.series,
                                   enrolled.authorityKey},
                                  membershipOf(enrolled), keys, till.vault, till.clock,
                                  till.random));
        till.open();
        till.connect();
        till.exchange();
        till.prepare();
    }

    std::int64_t validTickets()
    {
        return m_server->store()
            .here()
            .integer("SELECT count(*) FROM ticket WHERE organizer = ? AND voided_at IS NULL",
                     {m_first.counter->organizer()})
            .value_or(-1);
    }
    std::int64_t incidents()
    {
        return m_server->store()
            .here()
            .integer("SELECT count(*) FROM incident WHERE organizer = ?",
                     {m_first.counter->organizer()})
            .value_or(-1);
    }

private:
    protocol::Enrolled enrol(const CounterKeys& keys, OrganizerId organizer, ReplicaId replica)
    {
        const SigningKey device{keys.device};
        const OrganizerId house = organizer.isNil() ? m_first.counter->organizer() : OrganizerId{};
        protocol::EnrolmentRequest request;
        request.code = must(m_server->devices().makeCode(house, "Counter")).text();
        request.organizer = organizer;
        request.replica = replica;
        request.deviceKey = device.publicKey();
        request.ticketKey = SigningKey{keys.ticket}.publicKey();
        request.hardware = "bench";
        request.app = "bench";
        request.protection = "memory";
        request.signature = device.sign(protocol::enrolmentMessage(request, m_server->pin()));
        return must(m_server->devices().enrol(request));
    }
    Membership membershipOf(const protocol::Enrolled& enrolled)
    {
        const std::string& pin = m_server->pin();
        return {"https://localhost:" + std::to_string(m_server->port()),
                Bytes{pin.begin(), pin.end()},
                enrolled.device.uuid,
                enrolled.authority,
                enrolled.authorityKey,
                m_clock.now()};
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<server::FoyerServer> m_server;
    Till m_first;
};

/// Microseconds until the last place is sold.
double ourRush(const std::string& folder, const std::string& database)
{
    House house{folder, database};
    std::barrier<> together{kSellers + 1};
    std::mutex enrolling;
    std::atomic<std::int64_t> sold{0};
    std::atomic<std::int64_t> fetches{0};
    std::vector<std::jthread> sellers;
    for (int i = 0; i < kSellers; ++i) {
        sellers.emplace_back([&, i] {
            Till till{folder + "/" + std::to_string(i)};
            {
                const std::lock_guard lock{enrolling};
                house.join(till);
            }
            together.arrive_and_wait();
            while (true) {
                const auto order = till.sell();
                if (order) {
                    ++sold;
                    continue;
                }
                ENSURE(order.error().code == "rights_short");
                ++fetches;
                const auto fetched = till.talk->fetchRights(till.counter->rightsNeed());
                if (!fetched) {
                    ENSURE(fetched.error().code == "sold_out");
                    break;
                }
            }
            together.arrive_and_wait();
            till.exchange();
        });
    }
    together.arrive_and_wait();
    const double took = microseconds([&] { together.arrive_and_wait(); });
    ENSURE(sold == kPlaces); // exactly
    sellers.clear();         // once all is handed over, and heard
    ENSURE(house.validTickets() == kPlaces && house.incidents() == 0);
    std::fprintf(stderr, "  rights were fetched %lld times\n",
                 static_cast<long long>(fetches.load()));
    return took;
}

/// Microseconds a sale takes where all connections take their places from one row.
double bareRush(const std::string& folder, const std::string& database)
{
    Till till{folder + "/pattern"};
    must(Counter::found(till.folder, {"Rush", "EUR", "Europe/Berlin", "", "", "Counter 1"},
                        till.vault, till.clock, till.random));
    till.open();
    must(importSeason(*till.counter, rushSeason(till.clock.now(), kPlaces)));
    till.prepare();
    Database& pattern = till.counter->database();
    pattern.runScript("PRAGMA synchronous=OFF");
    (void)must(till.sell());
    BareWriter rows{":memory:"};
    auto* handle = static_cast<::sqlite3*>(pattern.sqliteHandle());
    rows.skip(handle);
    std::vector<std::vector<BareWriter::Written>> sales;
    for (int i = 0; i < kSellers * kBareSalesEach; ++i) {
        (void)must(till.sell());
        sales.push_back(rows.newRowsOf(handle));
        std::erase_if(sales.back(), [](const BareWriter::Written& row) {
            return row.table == "signed_head"; // about the counter alone
        });
    }
    const auto offer = must(offerOf(*till.counter, till.pattern.cart.items.front().performance));
    Database::open(database, Database::Mode::ReadWrite)
        ->run("INSERT INTO allotment (organizer, quota, replica, granted) VALUES (?, ?, ?, ?)",
              {till.counter->organizer(), offer->quotas.front().id, till.counter->replica(),
               kPlaces});
    std::barrier<> together{kSellers + 1};
    std::vector<std::jthread> sellers;
    for (int i = 0; i < kSellers; ++i) {
        sellers.emplace_back([&, i] {
            BarePostgres bare{database};
            together.arrive_and_wait();
            for (int sale = 0; sale < kBareSalesEach; ++sale) {
                bare.sellFromOneRow(sales[std::size_t(i * kBareSalesEach + sale)]);
            }
            together.arrive_and_wait();
        });
    }
    together.arrive_and_wait();
    const double took = microseconds([&] { together.arrive_and_wait(); });
    const auto spent = Database::open(database, Database::Mode::ReadOnly)
                           ->integer("SELECT sum(spent) FROM allotment");
    ENSURE(spent == kSellers * kBareSalesEach);
    return took / (kSellers * kBareSalesEach);
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    const QCoreApplication application{argc, argv};
    ENSURE(argc == 4);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const double before = bareRush(path + "/before", argv[2]);
    const double ours = ourRush(path, argv[1]);
    const double bare = (before + bareRush(path + "/after", argv[3])) / 2;
    std::printf(R"({"name":"until it is sold out","ours_us":%.2f,"bare_us":%.2f})"
                "\n",
                ours / kPlaces, bare);
    return 0;
}
