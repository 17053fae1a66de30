// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/season.h"
#include "core/domain/sales/order.h"
#include "core/services/key_vault.h"
#include "tests/support/store_place.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace foyer {
class Counter;
struct CounterPlace;
} // namespace foyer

/// So that a failed comparison shows the codes.
template <>
inline char* QTest::toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

namespace foyer::test {

/// How an act went: "done", or the code of its refusal.
template <typename T>
std::string codeOf(const Result<T>& result)
{
    return result ? std::string{"done"} : result.error().code;
}

/// A clock that stands until it is told to go on. Starts at 2026-11-23T12:00:00Z.
class StillClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void pass(std::int64_t ms) { m_now.ms += ms; }

private:
    Instant m_now{1'795'435'200'000};
};

/// The same bytes for the same seed.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine{seed} {}
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t& byte : out) {
            byte = static_cast<std::uint8_t>(m_engine() & 0xff);
        }
    }

private:
    std::mt19937_64 m_engine;
};

/// A room of three rows of eight seats ("Stalls") and twelve places to stand ("Standing").
SeatingPlan smallPlan();
inline constexpr SeatNumber kSmallSeats = 24;
inline constexpr std::int64_t kSmallStanding = 12;
/// At most so many tickets of a performance in all, fewer than it has places …
inline constexpr std::int64_t kSmallCapacity = 30;
/// … of these at most so many for children, and so many of these in the stalls.
inline constexpr std::int64_t kChildren = 8;
inline constexpr std::int64_t kStallsChildren = 3;

/// One event in that room, on `performances` evenings: Adult and Child, 19 % included, a booking
/// fee per order. `capacity` 0: kSmallCapacity in the room with its quotas; else a hall without
/// seats and quotas for that many.
Season smallSeason(int performances = 1, std::int64_t hallCapacity = 0);

/// Founds a counter and imports the small plan and season. Aborts the test where that fails.
void foundSmallHouse(const CounterPlace& place, KeyVault& vault, const Clock& clock, Random& random,
                     const Season& season);

/// A counter in a folder of its own, with the small season, that sells.
class CounterFixture {
public:
    explicit CounterFixture(std::uint64_t seed = 1);
    explicit CounterFixture(const Season& season, std::uint64_t seed = 1);
    ~CounterFixture();

    Counter& counter() { return *m_counter; }
    std::string folder() const { return m_folder.path().toStdString(); }
    /// Its database: a file, or the address on the server.
    std::string file() const
    {
        return m_place.address().empty() ? folder() + "/foyer.db" : m_place.address();
    }
    CounterPlace place() const;
    StillClock& clock() { return m_clock; }
    SeededRandom& random() { return m_random; }
    KeyVault& vault() { return m_vault; }

    /// Closes and opens the folder again.
    Result<void> reopen();
    void close();

    /// The nth performance, by start.
    PerformanceId performance(std::size_t number = 0) const { return m_performances.at(number); }
    std::shared_ptr<const Offer> offer(std::size_t performance = 0);
    TicketTypeId type(const std::string& name);
    CategoryId category(const std::string& name);
    CartItem standing(const std::string& type = "Adult", std::size_t performance = 0);
    CartItem seat(SeatNumber seat, const std::string& type = "Adult", std::size_t performance = 0);

    /// A request for these items, paid in cash with more than enough.
    SaleRequest request(std::vector<CartItem> items);
    Result<Order> sell(std::vector<CartItem> items);
    /// Sells orders of one adult standing each; they must all succeed.
    std::vector<Order> sellStanding(int orders);

private:
    QTemporaryDir m_folder;
    StorePlace m_place;
    StillClock m_clock;
    SeededRandom m_random;
    MemoryVault m_vault;
    std::unique_ptr<Counter> m_counter;
    std::vector<PerformanceId> m_performances;
};

/// Runs SQL on a counter's database behind its back, over a connection of its own.
void tamper(const std::string& file, const std::string& sql);

} // namespace foyer::test
