// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an entry costs the server when its feed is long, beside what it costs when it is short: the
// same sales of one counter, taken in over and over as later ones, into a database of SQLite. As
// lines of JSON.
//   grown_feed SHORT LONG    entries in the feed when it is measured
#include "core/base/ensure.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/authority/authority.h"
#include "core/services/authority/entry_intake.h"
#include "core/services/sales.h"
#include "core/storage/journal.h"
#include "core/storage/migrator.h"
#include "tests/bench/figures.h"
#include "tests/bench/venue.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

namespace foyer::bench {
namespace {

constexpr int kSales = 2'000;
constexpr std::size_t kFilledAtOnce = 1'000; ///< entries in one batch while the feed grows
constexpr std::size_t kMeasuredAtOnce = 32;  ///< of sixteen sales
constexpr int kMeasured = 400;               ///< batches

/// Entries of sales, and where in them stand what has to differ from one sale to the next.
class SalesPattern {
public:
    explicit SalesPattern(const std::string& folder)
    {
        Venue venue{folder, "bench-passphrase"};
        venue.fill(kSales);
        Counter& counter = venue.counter();
        readEntriesAfter(counter.database(), counter.organizer(), counter.replica(), 1, 0,
                         [this](const Entry& entry) {
                             if (entry.kind == kind::kOrderPlaced ||
                                 entry.kind == kind::kPaymentTaken) {
                                 add(entry);
                             }
                             return true;
                         });
        m_spanMs =
            m_entries.back().entry.at.instant().ms - m_entries.front().entry.at.instant().ms + 1;
    }

    /// The entry with this number of an endless row of sales, each later than those before.
    Entry entry(std::int64_t number) const
    {
        const auto size = std::ssize(m_entries);
        const auto& [pattern, ids, codeAt] = m_entries[static_cast<std::size_t>(number % size)];
        const std::int64_t laterMs = number / size * m_spanMs;
        Entry entry = pattern;
        entry.id = EntryId{later(entry.id.uuid, laterMs)};
        entry.at = HlcTime{entry.at.value + (laterMs << 16)};
        for (const std::size_t at : ids) {
            const auto id =
                later(*Uuid::fromBytes(ByteView{entry.body}.subspan(at, kIdSize)), laterMs);
            std::ranges::copy(id.bytes(), entry.body.begin() + std::ptrdiff_t(at));
        }
        if (codeAt > 0) {
            const std::string code = std::to_string(1'000'000'000 + number);
            std::copy_n(code.end() - kCodeDigits, kCodeDigits,
                        entry.body.begin() + std::ptrdiff_t(codeAt));
        }
        return entry;
    }

private:
    static constexpr std::size_t kIdSize = sizeof(Uuid::Bytes);
    static constexpr std::ptrdiff_t kCodeDigits = 6;
    struct Part {
        Entry entry;
        std::vector<std::size_t> ids; ///< of orders, tickets and payments in the body
        std::size_t codeAt = 0;       ///< the last digits of the order's code; 0: there is none
    };

    /// UUIDv7 (RFC 9562): the first 48 bits are the time.
    static Uuid later(const Uuid& id, std::int64_t ms)
    {
        Uuid::Bytes bytes = id.bytes();
        std::int64_t time = 0;
        for (int i = 0; i < 6; ++i) {
            time = time << 8 | bytes[std::size_t(i)];
        }
        time += ms;
        for (int i = 5; i >= 0; --i, time >>= 8) {
            bytes[std::size_t(i)] = static_cast<std::uint8_t>(time & 0xff);
        }
        return *Uuid::fromBytes(bytes);
    }

    static void find(const Bytes& body, ByteView bytes, std::vector<std::size_t>& found)
    {
        for (auto at = body.begin();; ++at) {
            at = std::search(at, body.end(), bytes.begin(), bytes.end());
            if (at == body.end()) {
                return;
            }
            found.push_back(static_cast<std::size_t>(at - body.begin()));
        }
    }

    void add(const Entry& entry)
    {
        Part part{entry, {}, 0};
        const auto body = decodeCbor(entry.body);
        if (entry.kind == kind::kPaymentTaken) {
            const auto payment = decodePaymentTaken(*body);
            find(entry.body, payment->order.uuid.bytes(), part.ids);
            find(entry.body, payment->payment.uuid.bytes(), part.ids);
        } else {
            const auto order = decodeOrderPlaced(*body);
            find(entry.body, order->order.uuid.bytes(), part.ids);
            for (const auto& line : order->lines) {
                find(entry.body, line.ticket.uuid.bytes(), part.ids);
            }
            std::vector<std::size_t> codes;
            const auto* text = reinterpret_cast<const std::uint8_t*>(order->code.data());
            find(entry.body, {text, order->code.size()}, codes);
            ENSURE(codes.size() == 1 && std::ssize(order->code) > kCodeDigits);
            part.codeAt = codes.front() + order->code.size() - kCodeDigits;
        }
        m_entries.push_back(std::move(part));
    }

    std::vector<Part> m_entries;
    std::int64_t m_spanMs = 1;
};

/// An authority with one writer whose chain is the feed.
class GrowingFeed {
public:
    GrowingFeed(const std::string& file, const SalesPattern& pattern)
        : m_pattern{pattern}, m_database{Database::open(file, Database::Mode::ReadWrite)},
          m_keys{AuthorityKeys::generate(m_random)}, m_seed{
                                                         SecretBytes::random(kSeedSize, m_random)}
    {
        migrate(*m_database);
        m_organizer = OrganizerId{Uuid::v7(m_clock.now(), m_random)};
        m_writer = ReplicaId{Uuid::v7(m_clock.now(), m_random)};
        ENSURE(Authority::found(*m_database, m_organizer, m_keys, m_clock, m_random).has_value());
        auto opened = Authority::open(*m_database, m_organizer, m_keys, m_clock, m_random);
        ENSURE(opened.has_value());
        m_authority = *std::move(opened);
    }

    void growTo(std::int64_t entries)
    {
        m_database->runScript("PRAGMA synchronous=OFF");
        constexpr std::int64_t kTold = 1'000'000;
        while (m_written < entries) {
            const std::int64_t before = m_written;
            take(next(kFilledAtOnce));
            if (m_written / kTold != before / kTold) {
                std::fprintf(stderr, "  %lld entries\n", static_cast<long long>(m_written));
            }
        }
        // What was written without waiting for the disk must not be written while it is measured.
        m_database->runScript("PRAGMA wal_checkpoint(TRUNCATE)");
        ::sync();
        m_database->runScript("PRAGMA synchronous=FULL");
    }

    /// Microseconds that an entry takes, durable, sixteen sales a commit.
    double cost()
    {
        Samples samples;
        for (int i = 0; i < kMeasured; ++i) {
            const EntryBatch batch = next(kMeasuredAtOnce);
            samples.push_back(microseconds([&] { take(batch); }) / double(kMeasuredAtOnce));
        }
        return median(samples);
    }

private:
    EntryBatch next(std::size_t count)
    {
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < count; ++i) {
            Entry entry = m_pattern.entry(m_written);
            entry.organizer = m_organizer;
            entry.replica = m_writer;
            entry.sequence = ++m_written;
            entry.previous = m_head;
            entry.hash = hashOf(entry);
            m_head = entry.hash;
            entries.push_back(std::move(entry));
        }
        return signedBatch({m_organizer, m_writer, 1}, std::move(entries), m_seed);
    }

    void take(const EntryBatch& batch)
    {
        const auto feed = m_authority->begin();
        const auto answer = takeIn(*m_authority, *feed, batch, SigningKey{m_seed}.publicKey());
        ENSURE(answer.outcome == IntakeAnswer::Outcome::Accepted &&
               answer.added == std::ssize(batch.entries));
        feed->commit();
    }

    const SalesPattern& m_pattern;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Database> m_database;
    AuthorityKeys m_keys;
    SecretBytes m_seed;
    OrganizerId m_organizer;
    ReplicaId m_writer;
    std::unique_ptr<Authority> m_authority;
    std::int64_t m_written = 0;
    EntryHash m_head{};
};

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer::bench;
    const QCoreApplication application{argc, argv};
    ENSURE(argc == 3);
    const std::int64_t few = std::atoll(argv[1]);
    const std::int64_t many = std::atoll(argv[2]);
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const SalesPattern pattern{path + "/venue"};
    GrowingFeed shortFeed{path + "/short.db", pattern};
    shortFeed.growTo(few);
    const double before = shortFeed.cost();
    GrowingFeed longFeed{path + "/long.db", pattern};
    longFeed.growTo(many);
    const double late = longFeed.cost();
    GrowingFeed again{path + "/again.db", pattern};
    again.growTo(few);
    const double after = again.cost();
    std::printf(R"({"name":"%lld against %lld","ours_us":%.2f,"bare_us":%.2f})"
                "\n",
                static_cast<long long>(many), static_cast<long long>(few), late,
                (before + after) / 2);
    return 0;
}
