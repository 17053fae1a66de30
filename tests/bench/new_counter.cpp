// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a new counter takes to its first sale in a house that has sold 25,000 tickets, as one
// line of JSON: over the loopback, and over a line of 1 Mbit/s.
#include "app/seasons/season_loading.h"
#include "core/base/ensure.h"
#include "core/services/catalogue.h"
#include "core/services/customer_directory.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/storage/snapshot_store.h"
#include "core/storage/snapshot_tables.h"
#include "sync/client/joining.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/sync_messages.h"
#include "sync/server/process/foyer_server.h"
#include "sync/server/store/server_store.h"
#include "tests/bench/bench_till.h"
#include "tests/bench/figures.h"
#include "tests/bench/slow_line.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <memory>
#include <random>
#include <set>
#include <string>

namespace foyer::bench {
namespace {

constexpr std::int64_t kTickets = 25'000;
constexpr std::int64_t kMegabit = 1'000'000 / 8;

/// What people buy: one to four tickets, half of the orders for two, of one type or two.
class Audience {
public:
    explicit Audience(Counter& counter) : m_counter{counter} {}

    /// Sells so many tickets of what the demonstration offers, which is loaded as often as needed.
    void buy(std::int64_t tickets)
    {
        (void)must(app::loadDemonstration(m_counter));
        while (m_sold < tickets) {
            const std::int64_t before = m_sold;
            for (const auto& performance : must(performances(m_counter, Instant{0}))) {
                for (int i = 0; i < kAtOnce && m_sold < tickets; ++i) {
                    buyOne(performance.id);
                }
            }
            if (m_sold == before) {
                addEvenings();
            }
        }
    }

private:
    static constexpr int kAtOnce = 20;

    /// The same season once more: it has fewer places than are wanted.
    void addEvenings()
    {
        QFile file{QStringLiteral(FOYER_SOURCE_DIR "/resources/demo/season.csv")};
        ENSURE(file.open(QIODevice::ReadOnly));
        (void)must(app::loadSeason(m_counter, file.readAll().toStdString()));
    }

    /// One order, where there is still room for it.
    void buyOne(PerformanceId performance)
    {
        constexpr std::array kSizes{1, 2, 2, 2, 2, 3, 3, 4, 4, 2};
        const auto offer = must(offerOf(m_counter, performance));
        const auto count = static_cast<std::size_t>(kSizes.at(m_engine() % kSizes.size()));
        SaleRequest request;
        request.id = OrderId{Uuid::v7(m_counter.clock().now(), m_counter.random())};
        const CategoryId category = offer->categories.at(m_engine() % offer->categories.size()).id;
        std::vector<SeatNumber> seats;
        if (auto best = bestSeats(m_counter, {performance, count, category, {}, false})) {
            seats = *best;
        }
        for (std::size_t i = 0; i < count; ++i) {
            CartItem item;
            item.performance = performance;
            item.type = offer->types.at(i == 3 ? offer->types.size() - 1 : 0).id;
            item.category = category;
            if (!seats.empty()) {
                item.seat = seats.at(i);
            }
            request.cart.items.push_back(item);
        }
        const auto price = quote(m_counter, request.cart);
        if (!price) {
            return;
        }
        const auto method = m_engine() % 3 == 0 ? PaymentMethod::Cash : PaymentMethod::CardTerminal;
        request.tenders = {{method, price->total, method == PaymentMethod::Cash ? "" : "T1 4711"}};
        if (m_engine() % 4 == 0) {
            request.newCustomer = CustomerDetails{"Guest " + std::to_string(m_sold),
                                                  "guest" + std::to_string(m_sold) + "@example.org",
                                                  "+49 30 " + std::to_string(m_sold), ""};
        }
        if (const auto sold = sell(m_counter, request)) {
            m_sold += static_cast<std::int64_t>(count);
        }
    }

    Counter& m_counter;
    std::mt19937_64 m_engine{7};
    std::int64_t m_sold = 0;
};

server::FoyerServerOptions optionsIn(const std::string& folder, std::uint16_t linePort)
{
    server::FoyerServerOptions options;
    options.database = folder + "/server.db";
    options.keyFile = folder + "/server.key";
    options.tls = {folder + "/certificate.pem", folder + "/certificate.key"};
    options.publicUrl = "https://localhost:" + std::to_string(linePort);
    options.hashCost = {1, 64};
    options.logLevel = server::LogLevel::Warning;
    return options;
}

std::string invitation(server::FoyerServer& server, const std::string& name, OrganizerId organizer)
{
    const auto code = server.devices().makeCode(organizer, name);
    ENSURE(code.has_value());
    return protocol::toText(
        protocol::EnrolmentInvitation{server.publicUrl(), code->text(), server.pin()});
}

/// What the whole feed is in a version, page by page as it is pulled.
std::size_t feedBytes(Database& database, OrganizerId organizer, WireVersion version, int& pages)
{
    std::size_t bytes = 0;
    pages = 0;
    PullAnswer answer;
    do {
        answer.page = readFeed(database, organizer,
                               {answer.page.upTo, 5'000, std::size_t{2} * 1024 * 1024, {}});
        bytes += encodePullAnswer(answer, version).size();
        ++pages;
    } while (!answer.page.isLast);
    return bytes;
}

/// Bytes of a snapshot that nothing can make smaller: 74 random bits in each id, and what is
/// sealed.
std::int64_t randomBytesIn(const Bytes& content)
{
    std::set<Bytes> ids;
    std::int64_t sealed = 0;
    auto reader = must(SnapshotReader::open(content));
    for (auto piece = must(reader->next()); piece; piece = must(reader->next())) {
        const bool isOfCustomers = piece->table == "customer";
        for (const auto& column : piece->values) {
            for (const Param& value : column) {
                const auto* bytes = std::get_if<ByteView>(&value.value());
                if (bytes != nullptr && bytes->size() == sizeof(Uuid::Bytes)) {
                    ids.emplace(bytes->begin(), bytes->end());
                } else if (bytes != nullptr && isOfCustomers) {
                    sealed += static_cast<std::int64_t>(bytes->size());
                }
            }
        }
    }
    return static_cast<std::int64_t>(ids.size()) * 74 / 8 + sealed;
}

/// Seconds from the invitation in the clerk's hand to the first ticket sold.
double toFirstSale(const std::string& folder, server::FoyerServer& server, OrganizerId organizer)
{
    BenchTill till{folder};
    const std::string text = invitation(server, "Counter", organizer);
    return microseconds([&] {
               must(sync::joinAsNew(till.folder, text, till.vault, till.clock, till.random));
               till.open();
               till.connect();
               const auto moved = must(till.talk->exchange());
               std::fprintf(stderr, "  snapshot of %lld bytes, %lld entries after it%s\n",
                            static_cast<long long>(moved.snapshotSize),
                            static_cast<long long>(moved.heard),
                            moved.snapshotRefused ? moved.snapshotRefused->code.c_str() : "");
               const auto list = must(performances(*till.counter, Instant{0}));
               const auto offer = must(offerOf(*till.counter, list.back().id));
               SaleRequest request;
               request.id = OrderId{Uuid::v7(till.clock.now(), till.random)};
               CartItem item;
               item.performance = list.back().id;
               item.type = offer->types.front().id;
               item.category = offer->categories.front().id;
               if (auto best = bestSeats(*till.counter, {item.performance, 1, item.category})) {
                   item.seat = best->front();
               }
               request.cart.items = {item};
               request.tenders = {{PaymentMethod::CardTerminal,
                                   must(quote(*till.counter, request.cart)).total, "T1 4712"}};
               auto order = sell(*till.counter, request);
               if (!order && order.error().code == "rights_short") {
                   must(till.talk->fetchRights(till.counter->rightsNeed()));
                   order = sell(*till.counter, request);
               }
               (void)must(std::move(order));
           }) /
        1e6;
}

void measure(const std::string& folder)
{
    SystemClock clock;
    SystemRandom random;
    SlowLine line;
    const auto options = optionsIn(folder, line.port());
    const std::array<std::string, 2> names{"localhost", "127.0.0.1"};
    ENSURE(server::readKeyFile(options.keyFile, true, random).has_value());
    ENSURE(server::makeOwnCertificate(options.tls, names, clock.now()).has_value());
    auto server = must(server::FoyerServer::open(options, clock, random));
    must(server->start());
    line.leadTo(server->port());

    BenchTill first{folder + "/first"};
    must(Counter::found(first.folder, {"Bench", "EUR", "Europe/Berlin", "", "", "Counter 1"},
                        first.vault, clock, random));
    first.open();
    first.counter->database().runScript("PRAGMA synchronous=OFF");
    Audience{*first.counter}.buy(kTickets);
    must(sync::joinServer(*first.counter, invitation(*server, "Counter 1", {})));
    for (const PerformanceSummary& each : must(performances(*first.counter, Instant{0}))) {
        (void)must(returnRights(*first.counter, each.id, 0));
    }
    first.connect();
    const double pushed = microseconds([&] { (void)must(first.talk->exchange()); }) / 1e6;
    const OrganizerId organizer = first.counter->organizer();
    const auto entries = first.counter->database().integer("SELECT count(*) FROM entry");
    std::fprintf(stderr, "  %lld entries, sent in %.2f s\n",
                 static_cast<long long>(entries.value_or(0)), pushed);
    for (const WireVersion version :
         {WireVersion::Plain, WireVersion::Compressed, WireVersion::Columns}) {
        int pages = 0;
        const std::size_t bytes = feedBytes(first.counter->database(), organizer, version, pages);
        const std::size_t ofServer = feedBytes(server->store().here(), organizer, version, pages);
        std::fprintf(stderr, "  version %d: %zu bytes in %d pages (%zu)\n",
                     static_cast<int>(version), ofServer, pages, bytes);
    }
    const double making =
        microseconds([&] { (void)takeSnapshot(server->store().here(), organizer); }) / 1e6;
    std::fprintf(stderr, "  a snapshot is made in %.2f s\n", making);
    const double near = toFirstSale(folder + "/near", *server, organizer);
    line.be(kMegabit, std::chrono::milliseconds{25});
    const std::int64_t before = line.carried();
    const double far = toFirstSale(folder + "/far", *server, organizer);
    const std::int64_t carried = line.carried() - before;
    line.be(kMegabit, std::chrono::milliseconds{400}, 5);
    const double poor = toFirstSale(folder + "/poor", *server, organizer);
    const auto snapshot = readSnapshot(server->store().here(), organizer);
    ENSURE(snapshot && snapshot->isReady);
    const Bytes content = readSnapshotContent(server->store().here(), snapshot->manifest);
    std::printf(R"({"loopback_s":%.3f,"megabit_s":%.3f,"poor_s":%.3f,"carried_bytes":%lld,)"
                R"("snapshot_bytes":%zu,"random_bytes":%lld})"
                "\n",
                near, far, poor, static_cast<long long>(carried), content.size(),
                static_cast<long long>(randomBytesIn(content)));
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QTemporaryDir folder;
    foyer::bench::measure(folder.path().toStdString());
    return 0;
}
