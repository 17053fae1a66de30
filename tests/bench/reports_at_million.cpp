// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reports cost over a year of sales: ten events with thirty performances each, sold by a clock
// that goes through the year. Beside them what SQLite takes to add up the same rows by itself. As
// one object of JSON.
//   reports_at_million ORDERS    of three tickets
#include "core/base/ensure.h"
#include "core/domain/catalogue/season.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/holds.h"
#include "core/services/key_vault.h"
#include "core/services/reports.h"
#include "core/services/sales.h"
#include "tests/bench/figures.h"
#include "tests/bench/must.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace foyer::bench {
namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kYearMs = 365 * kDayMs;
constexpr std::int64_t kSoldAheadMs = 60 * kDayMs;
constexpr int kEvents = 10;
constexpr int kPerformancesOfEach = 30;
constexpr int kTickets = 3;
constexpr int kNewOrders = 1'000;
constexpr int kTimes = 15; ///< a report is made, of which the median counts

/// Goes on by itself, so that a year passes while the store is filled.
class YearClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void pass(std::int64_t ms) { m_now.ms += ms; }

private:
    Instant m_now{1'767'225'600'000}; // 2026-01-01T00:00:00Z
};

Season yearOf(Instant from)
{
    Season season;
    season.venues.push_back({"Hall", "", "Europe/Berlin"});
    season.taxes.push_back({"VAT 7 %", 7000, true});
    constexpr std::int64_t kPrices = 2'000;
    for (int i = 0; i < kEvents; ++i) {
        SeasonEvent event{.name = "Event " + std::to_string(i + 1),
                          .subtitle = "",
                          .venue = "Hall",
                          .categories = {"Front", "Back"}};
        event.types.push_back(
            {"Adult", "VAT 7 %", {{"Front", 2 * kPrices}, {"Back", kPrices}}, 0, {}, {}});
        event.types.push_back({"Child", "VAT 7 %", {{"Front", kPrices}, {"Back", 900}}, 0, {}, {}});
        event.fees.push_back({"Booking fee", Fee::Per::Order, 200, 0, "VAT 7 %"});
        for (int j = 0; j < kPerformancesOfEach; ++j) {
            const std::int64_t number = j * kEvents + i + 1;
            event.performances.push_back(
                {.startsAt = {from.ms +
                              number * (kYearMs + kSoldAheadMs) / (kEvents * kPerformancesOfEach)},
                 .doorsAt = {},
                 .timeZone = "Europe/Berlin",
                 .planName = "",
                 .capacity = 100'000});
        }
        season.events.push_back(event);
    }
    return season;
}

class YearOfSales {
public:
    explicit YearOfSales(const std::string& folder)
    {
        const auto founded =
            Counter::found(folder, {"Bench", "EUR", "Europe/Berlin", "", "", "Counter 1"}, m_vault,
                           m_clock, m_random);
        ENSURE(founded.has_value());
        m_counter = must(Counter::open(folder, m_vault, m_clock, m_random));
        must(importSeason(*m_counter, yearOf(m_clock.now())));
        m_performances = must(performances(*m_counter, m_clock.now()));
    }

    Counter& counter() { return *m_counter; }
    const std::vector<PerformanceSummary>& list() const { return m_performances; }

    void fill(std::int64_t orders)
    {
        Database& database = m_counter->database();
        database.runScript("PRAGMA synchronous=OFF");
        for (std::int64_t i = 0; i < orders; ++i) {
            m_clock.pass(kYearMs / orders);
            sellOne(i);
        }
        database.runScript("PRAGMA synchronous=FULL");
    }
    /// Something is kept back of each performance, and a part of it let go.
    void holdSome()
    {
        for (const auto& performance : m_performances) {
            const auto offer = must(offerOf(*m_counter, performance.id));
            const CategoryId category = offer->categories.front().id;
            const HoldId hold =
                must(placeHold(*m_counter,
                               {performance.id, "press", "Press", {}, {{category, 20}}, {}}));
            must(releaseHold(*m_counter, hold, {}, {{category, 5}}));
        }
    }
    void sellOne(std::int64_t number)
    {
        const Instant now = m_clock.now();
        const auto first =
            std::ranges::lower_bound(m_performances, now, {}, &PerformanceSummary::startsAt);
        const auto last = std::ranges::lower_bound(m_performances, Instant{now.ms + kSoldAheadMs},
                                                   {}, &PerformanceSummary::startsAt);
        ENSURE(first != last);
        const auto& performance = *(first + number * 7'919 % (last - first));
        const auto offer = must(offerOf(*m_counter, performance.id));
        Cart cart;
        const auto at = static_cast<std::size_t>(number);
        const CategoryId category = offer->categories[at / 5 % offer->categories.size()].id;
        for (std::size_t i = 0; i < kTickets; ++i) {
            cart.items.push_back({performance.id,
                                  offer->types[(at + i) / 3 % offer->types.size()].id,
                                  category,
                                  {}});
        }
        const Money total = must(quote(*m_counter, cart)).total;
        SaleRequest request{.id = OrderId{Uuid::v7(now, m_random)}, .cart = cart};
        request.tenders = {{number % 3 == 0 ? PaymentMethod::Cash : PaymentMethod::CardTerminal,
                            total, number % 3 == 0 ? "" : "4711"}};
        must(sell(*m_counter, request));
    }

private:
    YearClock m_clock;
    SystemRandom m_random;
    MemoryVault m_vault;
    std::unique_ptr<Counter> m_counter;
    std::vector<PerformanceSummary> m_performances;
};

template <typename Work>
double medianMs(Work work)
{
    Samples samples;
    for (int i = 0; i < kTimes; ++i) {
        samples.push_back(microseconds(work) / 1000);
    }
    return median(samples);
}

/// Adds up every row that a report over everything needs, in one statement.
double bareScanMs(Database& database)
{
    return medianMs([&] {
        std::int64_t sum = 0;
        database.each(
            "SELECT report_day.subject, sum(sold), sum(taken_back), sum(complimentary), "
            "sum(net), sum(tax_amount), sum(back_net), sum(back_tax), sum(discount) FROM "
            "report_day JOIN report_subject ON report_subject.organizer = "
            "report_day.organizer AND report_subject.number = report_day.subject GROUP BY "
            "report_subject.organizer, report_subject.number",
            {}, [&](const DbRow& row) { sum += row.integer(1); });
        ENSURE(sum > 0);
    });
}

} // namespace
} // namespace foyer::bench

int main(int argc, char** argv)
{
    using namespace foyer;
    using namespace foyer::bench;
    const QCoreApplication application{argc, argv};
    ENSURE(argc == 2);
    const std::int64_t orders = std::atoll(argv[1]);
    const QTemporaryDir folder;
    YearOfSales year{folder.path().toStdString()};
    year.holdSome();
    year.fill(orders);
    Counter& counter = year.counter();
    std::fprintf(stderr, "  adding up for the first time …\n");
    int steps = 0;
    double slowestStepMs = 0;
    const double firstS =
        microseconds([&] {
            bool isReady = false;
            while (!isReady) {
                const double ms =
                    microseconds([&] { isReady = must(prepareReports(counter)).isReady; }) / 1000;
                slowestStepMs = std::max(slowestStepMs, ms);
                ++steps;
            }
        }) /
        1e6;
    const auto rowCount = counter.database().integer("SELECT count(*) FROM report_day");
    std::fprintf(stderr, "  %d steps, the slowest %.0f ms; %lld sums\n", steps, slowestStepMs,
                 static_cast<long long>(*rowCount));
    const ReportScope all;
    const auto choices = must(reportChoices(counter));
    const auto middle = choices.performances[choices.performances.size() / 2];
    const ReportScope asOf{.asOf = Instant{middle.startsAt.ms - 12 * kDayMs / 24}};
    const double bare = bareScanMs(counter.database());
    const double byEvent = medianMs([&] { must(salesReport(counter, all, SalesGrouping::Event)); });
    const double byDay = medianMs([&] { must(salesReport(counter, all, SalesGrouping::Day)); });
    const double then = medianMs([&] { must(salesReport(counter, asOf, SalesGrouping::Event)); });
    const double settlement =
        medianMs([&] { must(settlementReport(counter, {.event = middle.event})); });
    const double attendance = medianMs([&] { must(attendanceReport(counter, middle.id)); });
    const double occupancy = medianMs([&] { must(occupancyReport(counter, middle.id)); });
    const double occupancyThen =
        medianMs([&] { must(occupancyReport(counter, middle.id, asOf.asOf)); });
    const double curve = medianMs([&] { must(bookingCurve(counter, middle.id)); });
    const double tax = medianMs([&] { must(taxReport(counter, all)); });
    const double overview = medianMs([&] { must(dashboard(counter)); });
    for (int i = 0; i < kNewOrders; ++i) {
        year.sellOne(i);
    }
    const double news = microseconds([&] { must(prepareReports(counter)); }) / kNewOrders;
    std::printf("{\"bare_ms\":%.3f,\"event_ms\":%.3f,\"day_ms\":%.3f,\"as_of_ms\":%.3f,"
                "\"settlement_ms\":%.3f,\"attendance_ms\":%.3f,\"occupancy_ms\":%.3f,"
                "\"occupancy_as_of_ms\":%.3f,\"curve_ms\":%.3f,\"tax_ms\":%.3f,"
                "\"dashboard_ms\":%.3f,\"first_s\":%.3f,\"step_ms\":%.3f,\"news_us\":%.3f}\n",
                bare, byEvent, byDay, then, settlement, attendance, occupancy, occupancyThen, curve,
                tax, overview, firstS, slowestStepMs, news);
    return 0;
}
