// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/postgres_sales.h"

#include "core/base/ensure.h"
#include "core/services/sales.h"
#include "core/storage/journal.h"
#include "core/storage/projection.h"
#include "tests/bench/bare_postgres.h"
#include "tests/bench/bench_postgres.h"
#include "tests/bench/venue.h"

#include <barrier>
#include <memory>
#include <thread>

namespace foyer::bench {
namespace {

constexpr int kSalesAtOnce = 16;
constexpr int kBatchesARound = 8;
constexpr int kRounds = 11;
// At least 0.7 of the sales a second of the bare program.
constexpr double kTimesBare = 1 / 0.7;

/// What a counter pushes at once, and the rows that come of it.
struct Batch {
    std::vector<Entry> entries;
    std::vector<BareWriter::Written> rows;
};

/// A counter that has sold, as it is pushed over one connection of ours and one of the bare
/// program.
class Pusher {
public:
    Pusher(const std::string& folder, const std::string& ours, const std::string& bares)
        : m_ours{Database::open(ours, Database::Mode::ReadWrite)}, m_bare{bares}
    {
        Venue venue{folder, "bench-passphrase"};
        venue.fill(1);
        venue.counter().database().runScript("PRAGMA synchronous=OFF");
        BareWriter rows{":memory:"};
        Batch first = nextOf(venue, rows, 0);
        push(first);
        const auto seed = Database::open(bares, Database::Mode::ReadWrite);
        pushTo(*seed, first);
        for (int i = 0; i < kRounds * kBatchesARound; ++i) {
            m_batches.push_back(nextOf(venue, rows, kSalesAtOnce));
        }
    }

    void pushRound(int round)
    {
        for (int i = 0; i < kBatchesARound; ++i) {
            push(m_batches.at(static_cast<std::size_t>(round * kBatchesARound + i)));
        }
    }
    void writeRound(int round)
    {
        for (int i = 0; i < kBatchesARound; ++i) {
            m_bare.write(m_batches.at(static_cast<std::size_t>(round * kBatchesARound + i)).rows,
                         kSalesAtOnce);
        }
    }

private:
    static void pushTo(Database& database, const Batch& batch)
    {
        Transaction transaction{database};
        for (const Entry& entry : batch.entries) {
            postEntry(database, entry, [&](bool isNew) {
                ENSURE(isNew);
                project(database, entry);
            });
        }
        transaction.commit();
    }
    void push(const Batch& batch) { pushTo(*m_ours, batch); }

    Batch nextOf(Venue& venue, BareWriter& rows, int sales)
    {
        Counter& counter = venue.counter();
        for (int i = 0; i < sales; ++i) {
            ENSURE(sell(counter, venue.request()).has_value());
        }
        Batch batch;
        readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), 1, m_pushed,
                         [&](const Entry& entry) {
                             m_pushed = entry.sequence;
                             batch.entries.push_back(entry);
                             return true;
                         });
        batch.rows = rows.newRowsOf(venue.handle());
        // What is about the counter alone does not come of its entries.
        std::erase_if(batch.rows, [](const BareWriter::Written& row) {
            return row.table == "signed_head" || row.table == "customer_key";
        });
        return batch;
    }

    std::unique_ptr<Database> m_ours;
    BarePostgres m_bare;
    std::vector<Batch> m_batches;
    std::int64_t m_pushed = 0;
};

/// Work that several threads begin together, timed until the last of them is done.
class Together {
public:
    explicit Together(int threads) : m_barrier{threads} {}
    template <typename Work>
    double time(Work work)
    {
        m_barrier.arrive_and_wait();
        return microseconds([&] {
            work();
            m_barrier.arrive_and_wait();
        });
    }

private:
    std::barrier<> m_barrier;
};

/// Every pusher works on a thread of its own, since connections belong to theirs. Ours and the bare
/// program's rounds alternate.
Row pushed(const BenchPostgres& server, const std::string& folder, int connections)
{
    const std::string name = "with" + std::to_string(connections);
    const std::string ours = server.schema("ours_" + name);
    const std::string bares = server.schema("bare_" + name);
    const double sales = kSalesAtOnce * kBatchesARound * connections;
    Together together{connections};
    Samples ourTimes;
    Samples bareTimes;
    std::vector<std::thread> threads;
    for (int i = 0; i < connections; ++i) {
        threads.emplace_back([&, i] {
            Pusher pusher{folder + "/" + name + "-" + std::to_string(i), ours, bares};
            for (int round = 0; round < kRounds; ++round) {
                const double our = together.time([&] { pusher.pushRound(round); }) / sales;
                const double bare = together.time([&] { pusher.writeRound(round); }) / sales;
                if (i == 0) {
                    ourTimes.push_back(our);
                    bareTimes.push_back(bare);
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return ratioRow("pushed sale on PostgreSQL, " + std::to_string(connections) +
                        (connections == 1 ? " connection" : " connections"),
                    median(ourTimes), "µs", median(bareTimes), kTimesBare);
}

} // namespace

std::vector<Row> measurePostgres(const std::string& folder)
{
    const BenchPostgres server{folder + "/server"};
    return {pushed(server, folder, 1), pushed(server, folder, 4)};
}

} // namespace foyer::bench
