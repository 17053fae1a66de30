// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many sales of sixteen counters one server process takes in, over TLS, signed and durable,
// beside a bare program that writes the same rows; as lines of JSON.
//   pushed_sales                       SQLite; beside it one connection, one sale a commit
//   pushed_sales postgres OURS BARES   beside it as many connections, as many sales a commit
#include "core/base/ensure.h"
#include "core/services/sales.h"
#include "core/storage/journal.h"
#include "tests/bench/bare_postgres.h"
#include "tests/bench/bare_writer.h"
#include "tests/bench/device_chain.h"
#include "tests/bench/figures.h"
#include "tests/bench/served_house.h"
#include "tests/bench/venue.h"
#include "tests/support/raw_client.h"

#include <QCoreApplication>

#include <barrier>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace foyer::bench {
namespace {

constexpr int kCounters = 16;
constexpr int kRounds = 7;

/// How a round is: the server allows a device 60 requests at once and 20 a second.
struct Load {
    int requests = 0; ///< of each counter in a round
    int sales = 0;    ///< in each of them
};
constexpr Load kOneByOne{20, 1};
constexpr Load kInBatches{6, 16};

/// The rows that come of what is sent at once.
using Rows = std::vector<BareWriter::Written>;

/// A counter that has sold by itself and now sends its sales in the name of a device of the house.
class Pusher {
public:
    Pusher(ServedHouse& house, const BenchDevice& device, const std::string& folder)
        : m_chain{house, device}, m_venue{folder, "bench-passphrase"}, m_client{house.port()}
    {
        ENSURE(m_client.isConnected());
        m_venue.fill(1);
        m_venue.counter().database().runScript("PRAGMA synchronous=OFF");
        m_rows.skip(m_venue.handle());
        (void)newEntries();
    }

    /// Sells what the next round sends, and writes its requests down.
    void prepare(const Load& load)
    {
        m_pushes.clear();
        m_requests.clear();
        for (int i = 0; i < load.requests; ++i) {
            for (int sale = 0; sale < load.sales; ++sale) {
                ENSURE(sell(m_venue.counter(), m_venue.request()).has_value());
            }
            Rows rows = m_rows.newRowsOf(m_venue.handle());
            // What is about the counter alone does not come of its entries.
            std::erase_if(rows, [](const BareWriter::Written& row) {
                return row.table == "signed_head" || row.table == "customer_key";
            });
            m_requests.push_back(m_chain.pushOf(m_chain.continuedWith(newEntries())));
            m_pushes.push_back(std::move(rows));
        }
    }

    void send()
    {
        for (const std::string& request : m_requests) {
            m_client.send(request);
            const auto answer = m_client.read(std::chrono::seconds{60});
            if (answer.status != 200) {
                std::fprintf(stderr, "a push was answered with %d: %s\n", answer.status,
                             answer.body.c_str());
                std::exit(1);
            }
        }
    }

    const std::vector<Rows>& pushes() const { return m_pushes; }
    Venue& venue() { return m_venue; }

private:
    /// The entries of the sales since the last time.
    std::vector<Entry> newEntries()
    {
        Counter& counter = m_venue.counter();
        std::vector<Entry> entries;
        readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), 1, m_read,
                         [&](const Entry& entry) {
                             m_read = entry.sequence;
                             entries.push_back(entry);
                             return true;
                         });
        std::erase_if(entries, [](const Entry& entry) {
            return entry.kind != kind::kOrderPlaced && entry.kind != kind::kPaymentTaken &&
                entry.kind != kind::kCustomerRecorded;
        });
        if (m_isFirst) {
            m_isFirst = false;
            return {};
        }
        return entries;
    }

    DeviceChain m_chain;
    Venue m_venue;
    BareWriter m_rows{":memory:"};
    test::RawClient m_client;
    std::vector<Rows> m_pushes;
    std::vector<std::string> m_requests;
    std::int64_t m_read = 0;
    bool m_isFirst = true; ///< what was sold before is not sent
};

/// Every pusher on a thread of its own, which it keeps: connections belong to theirs.
class Crowd {
public:
    Crowd(ServedHouse& house, const std::string& folder)
    {
        for (int i = 0; i < kCounters; ++i) {
            m_threads.emplace_back([this, &house, folder, i] {
                auto pusher = std::make_unique<Pusher>(house, house.devices().at(std::size_t(i)),
                                                       folder + "/" + std::to_string(i));
                m_pushers[std::size_t(i)] = pusher.get();
                m_done.arrive_and_wait();
                while (true) {
                    m_begin.arrive_and_wait();
                    if (!m_work) {
                        return;
                    }
                    m_work(*pusher, i);
                    m_done.arrive_and_wait();
                }
            });
        }
        m_done.arrive_and_wait();
    }
    ~Crowd()
    {
        m_work = {};
        m_begin.arrive_and_wait();
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Microseconds that all of them take together.
    double all(std::function<void(Pusher&, int)> work)
    {
        m_work = std::move(work);
        return microseconds([this] {
            m_begin.arrive_and_wait();
            m_done.arrive_and_wait();
        });
    }
    const Pusher& operator[](std::size_t number) const { return *m_pushers.at(number); }

private:
    std::barrier<> m_begin{kCounters + 1};
    std::barrier<> m_done{kCounters + 1};
    std::function<void(Pusher&, int)> m_work;
    std::array<Pusher*, kCounters> m_pushers{};
    std::vector<std::jthread> m_threads;
};

/// The bare program on SQLite: one connection, one sale a commit.
double bareSqlite(BareWriter& bare, const Crowd& crowd, const Load& load, std::int64_t& number)
{
    constexpr int kSales = 320;
    std::vector<std::vector<BareWriter::Written>> sales;
    for (std::size_t i = 0; i < kCounters && sales.size() < kSales; ++i) {
        for (const Rows& push : crowd[i].pushes()) {
            // A push's rows stand by table; each sale gets an equal part of them.
            const std::size_t count = push.size() / std::size_t(load.sales);
            for (int sale = 0; sale < load.sales; ++sale) {
                const auto from = push.begin() + std::ptrdiff_t(count) * sale;
                const auto to = sale + 1 < load.sales ? from + std::ptrdiff_t(count) : push.end();
                sales.emplace_back(from, to);
            }
        }
    }
    return microseconds([&] {
               for (const auto& rows : sales) {
                   bare.write(rows, ++number, 1);
               }
           }) /
        static_cast<double>(sales.size());
}

void tell(const char* name, const Samples& ours, const Samples& bares)
{
    std::printf(R"({"name":"%s","ours_us":%.2f,"bare_us":%.2f})"
                "\n",
                name, median(ours), median(bares));
}

void measureSqlite(ServedHouse& house, const std::string& folder)
{
    Crowd crowd{house, folder};
    Venue pattern{folder + "/bare", "bench-passphrase"};
    pattern.fill(1);
    pattern.close();
    BareWriter bare{folder + "/bare/foyer.db"};
    std::int64_t number = 1;
    for (const auto& [name, load] :
         {std::pair{"one by one", kOneByOne}, std::pair{"in batches", kInBatches}}) {
        Samples ours;
        Samples bares;
        for (int round = 0; round < kRounds; ++round) {
            crowd.all([&, load = load](Pusher& pusher, int) { pusher.prepare(load); });
            const double sales = kCounters * load.requests * load.sales;
            ours.push_back(crowd.all([](Pusher& pusher, int) { pusher.send(); }) / sales);
            bares.push_back(bareSqlite(bare, crowd, load, number));
            std::this_thread::sleep_for(std::chrono::milliseconds{800});
        }
        tell(name, ours, bares);
    }
}

void measurePostgres(ServedHouse& house, const std::string& folder, const std::string& bares)
{
    Crowd crowd{house, folder};
    std::array<std::unique_ptr<BarePostgres>, kCounters> bare;
    crowd.all([&](Pusher&, int number) {
        bare.at(std::size_t(number)) = std::make_unique<BarePostgres>(bares);
    });
    for (const auto& [name, load] :
         {std::pair{"one by one", kOneByOne}, std::pair{"in batches", kInBatches}}) {
        Samples ours;
        Samples theirs;
        for (int round = 0; round < kRounds; ++round) {
            crowd.all([&, load = load](Pusher& pusher, int) { pusher.prepare(load); });
            const double sales = kCounters * load.requests * load.sales;
            ours.push_back(crowd.all([](Pusher& pusher, int) { pusher.send(); }) / sales);
            theirs.push_back(crowd.all([&, load = load](Pusher& pusher, int number) {
                for (const Rows& push : pusher.pushes()) {
                    bare.at(std::size_t(number))->write(push, load.sales);
                }
            }) / sales);
            std::this_thread::sleep_for(std::chrono::milliseconds{800});
        }
        tell(name, ours, theirs);
    }
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    const bool isPostgres = argc == 4;
    ServedHouse house{argc, argv, kCounters, isPostgres ? argv[2] : ""};
    const QCoreApplication application{argc, argv};
    const QTemporaryDir folder;
    isPostgres ? measurePostgres(house, folder.path().toStdString(), argv[3])
               : measureSqlite(house, folder.path().toStdString());
    return 0;
}
