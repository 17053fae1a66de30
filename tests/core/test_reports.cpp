// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reports say, beside what other ways of adding up come to: the ledger, the rows of the
// tables, and the same report made by a counter that has not heard of what came later.

#include "core/calendar/local_days.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/gate.h"
#include "core/services/holds.h"
#include "core/services/integrity.h"
#include "core/services/reports.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/storage/journal.h"
#include "core/storage/migrator.h"
#include "core/storage/projection.h"
#include "tests/support/journal_tables.h"
#include "tests/support/random_day.h"
#include "tests/support/report_texts.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <memory>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kReportActs = 150;

/// Days of ten minutes, so that an evening has many.
ReportDays shortDays()
{
    return {"ten minutes", [](Instant at) { return at.ms / 600'000; }};
}

std::int64_t ledger(Database& database, const std::string& where)
{
    std::int64_t sum = 0;
    const auto rows = database.walk("SELECT amount FROM ledger_line WHERE " + where);
    while (rows->next()) {
        sum += rows->row().integer(0);
    }
    return sum;
}

std::int64_t numberOf(Database& database, std::string_view sql)
{
    return database.integer(sql).value();
}

std::vector<PerformanceId> performancesOf(Day& day)
{
    return {day.house.performance(0), day.house.performance(1)};
}

/// The tables and the ledger, added up without any of the code under test.
void agreesWithTheBooks(Day& day)
{
    Counter& counter = day.counter();
    Database& database = counter.database();
    const auto settled = settlementReport(counter, {});
    RC_ASSERT(settled.has_value());
    SalesFigures all;
    std::int64_t giftCards = 0;
    std::map<std::string, std::int64_t> paid;
    for (const EventSettlement& event : settled->events) {
        all += event.figures;
        giftCards += event.giftCards;
        RC_ASSERT(event.open() == 0); // everybody has paid, and nobody is owed anything
        for (const auto& payment : event.payments) {
            paid[payment.method] += payment.amount;
        }
    }
    RC_ASSERT(all.net() == -ledger(database, "account IN ('revenue', 'fees', 'donations')"));
    RC_ASSERT(all.taxes == -ledger(database, "account = 'tax_payable'"));
    RC_ASSERT(all.sold ==
              numberOf(database, "SELECT count(*) FROM ticket WHERE sale_order IS NOT NULL"));
    RC_ASSERT(all.takenBack ==
              numberOf(database, "SELECT count(*) FROM ticket WHERE voided_at IS NOT NULL"));
    RC_ASSERT(all.discounts ==
              numberOf(database, "SELECT coalesce(sum(amount), 0) FROM ticket_reduction"));
    RC_ASSERT(
        all.complimentary ==
        numberOf(database, "SELECT count(*) FROM ticket_reduction WHERE kind = 'complimentary'"));
    RC_ASSERT(paid["card"] ==
              ledger(database, "account = 'card_clearing'") -
                  numberOf(database,
                           "SELECT coalesce(sum(amount), 0) FROM invoice_payment WHERE method = "
                           "'card'"));
    RC_ASSERT(paid["invoice"] ==
              ledger(database, "account = 'invoiced'") +
                  numberOf(database, "SELECT coalesce(sum(amount), 0) FROM invoice_payment"));
    RC_ASSERT(giftCards - paid["gift"] == -ledger(database, "account = 'gift_card_liability'"));
}

/// Of each performance and tax: what the ledger has under its id.
void agreesWithItsAccounts(Day& day)
{
    Database& database = day.counter().database();
    std::map<Uuid, std::int64_t> revenue;
    std::map<Uuid, std::int64_t> taxes;
    for (const auto& [place, figures] : linesOf(database, day.counter().organizer())) {
        const ReportSubject& subject = place.first;
        if (subject.kind == ReportKind::Ticket) {
            revenue[subject.performance.uuid] += figures.net - figures.backNet;
        }
        if (subject.kind == ReportKind::Ticket || subject.kind == ReportKind::Fee) {
            taxes[subject.tax.uuid] += figures.tax - figures.backTax;
        }
    }
    database.each("SELECT account, subject, sum(amount) FROM ledger_line WHERE account IN "
                  "('revenue', 'tax_payable') GROUP BY account, subject",
                  {}, [&](const DbRow& row) {
                      auto& sums = row.text(0) == "revenue" ? revenue : taxes;
                      sums[row.uuid(1)] += row.integer(2);
                  });
    for (const auto* sums : {&revenue, &taxes}) {
        for (const auto& [subject, left] : *sums) {
            RC_ASSERT(left == 0);
        }
    }
}

std::unique_ptr<Day> reportedDay(const DayScript& script, bool isLookedAt)
{
    auto day = std::make_unique<Day>(script.cashStep);
    int acts = 0;
    for (const Act& act : script.acts) {
        day->act(act);
        if (isLookedAt && ++acts % 11 == 0) {
            catchUpAll(day->counter().database(), day->counter().organizer(), shortDays());
        }
    }
    day->close();
    return day;
}

void addsUpWithTheBooks()
{
    const auto day = reportedDay(*anyDay(kReportActs), false);
    agreesWithTheBooks(*day);
    agreesWithItsAccounts(*day);
}

void isTheSameWhenItIsMadeAnew()
{
    const auto day = reportedDay(*anyDay(kReportActs), true);
    Database& database = day->counter().database();
    const OrganizerId us = day->counter().organizer();
    catchUpAll(database, us, shortDays());
    const auto caughtUp = linesOf(database, us);
    {
        Transaction transaction{database};
        dropReportTables(database, us);
        transaction.commit();
    }
    catchUpAll(database, us, shortDays());
    RC_ASSERT(caughtUp == linesOf(database, us));
}

/// Chains of several writers, each in its order, one entry from any of them at a time.
std::vector<Entry> interleaved(const std::vector<Entry>& entries)
{
    std::map<ReplicaId, std::vector<Entry>> chains;
    std::map<ReplicaId, std::int64_t> sequences;
    for (Entry entry : entries) {
        if (!entry.actor.isNil()) {
            entry.replica = ReplicaId{entry.actor.uuid};
        }
        entry.sequence = ++sequences[entry.replica];
        chains[entry.replica].push_back(entry);
    }
    std::vector<Entry> mixed;
    while (!chains.empty()) {
        const auto number = *rc::gen::inRange<std::size_t>(0, chains.size());
        const auto chain = std::next(chains.begin(), static_cast<std::ptrdiff_t>(number));
        const auto many = std::min(*rc::gen::inRange<std::size_t>(1, 20), chain->second.size());
        const auto end = chain->second.begin() + static_cast<std::ptrdiff_t>(many);
        mixed.insert(mixed.end(), chain->second.begin(), end);
        chain->second.erase(chain->second.begin(), end);
        if (chain->second.empty()) {
            chains.erase(chain);
        }
    }
    return mixed;
}

std::unique_ptr<Database> reportedDatabase(const std::vector<Entry>& entries, std::size_t atOnce)
{
    auto database = Database::open(scratchAddress(), Database::Mode::Scratch);
    migrate(*database);
    const OrganizerId us = entries.front().organizer;
    for (std::size_t from = 0; from < entries.size(); from += atOnce) {
        Transaction transaction{*database};
        for (std::size_t i = from; i < std::min(from + atOnce, entries.size()); ++i) {
            storeEntry(*database, entries[i]);
            project(*database, entries[i]);
        }
        transaction.commit();
        catchUpAll(*database, us, shortDays());
    }
    return database;
}

void isTheSameHoweverItArrives()
{
    const auto day = reportedDay(*anyDay(kReportActs / 2), false);
    const auto entries = interleaved(entriesOf(day->counter()));
    const OrganizerId us = day->counter().organizer();
    const auto whole = reportedDatabase(entries, entries.size());
    const auto parts = reportedDatabase(entries, 17);
    RC_ASSERT(linesOf(*whole, us) == linesOf(*parts, us));
}

/// Moments of the day, the latest first, each of them that of an entry.
std::vector<Instant> someMoments(Counter& counter, Instant since)
{
    std::vector<Instant> moments;
    for (const Entry& entry : entriesOf(counter)) {
        if (entry.at.instant() > since) {
            moments.push_back(entry.at.instant());
        }
    }
    std::vector<Instant> some;
    for (int i = 0; i < 4 && !moments.empty(); ++i) {
        some.push_back(moments[*rc::gen::inRange<std::size_t>(0, moments.size())]);
    }
    std::ranges::sort(some, std::greater{});
    return some;
}

void isWhatItWasThen()
{
    const DayScript script = *anyDay(kReportActs);
    auto day = std::make_unique<Day>(script.cashStep);
    const Instant opened = day->house.clock().now();
    for (const Act& act : script.acts) {
        day->act(act);
    }
    day->close();
    Counter& counter = day->counter();
    const auto performances = performancesOf(*day);
    const auto moments = someMoments(counter, opened);
    std::vector<std::string> remembered;
    for (const Instant at : moments) {
        remembered.push_back(allReports(counter, performances, at));
    }
    for (std::size_t i = 0; i < moments.size(); ++i) {
        // Nobody has heard of what came later.
        counter.database().run("DELETE FROM entry WHERE at >= ?", {(moments[i].ms + 1) << 16});
        RC_ASSERT(rebuildProjections(counter).has_value());
        RC_ASSERT(allReports(counter, performances, std::nullopt) == remembered[i]);
    }
}

/// The same with days of ten minutes: a moment cuts one of many.
void isWhatTheSumsWereThen()
{
    const auto day = reportedDay(*anyDay(kReportActs), true);
    Database& database = day->counter().database();
    const OrganizerId us = day->counter().organizer();
    catchUpAll(database, us, shortDays());
    const auto all = entriesOf(day->counter());
    const Instant at = all[*rc::gen::inRange<std::size_t>(0, all.size())].at.instant();
    std::vector<Entry> until;
    std::ranges::copy_if(all, std::back_inserter(until),
                         [at](const Entry& entry) { return entry.at.instant() <= at; });
    const auto then = reportedDatabase(until, until.size());
    ReportFilter filter;
    filter.asOf = ReportFilter::AsOf{at, shortDays().dayOf(at)};
    RC_ASSERT(linesOf(database, us, filter) == linesOf(*then, us));
    for (const PerformanceId performance : performancesOf(*day)) {
        filter.performances = {performance};
        ReportFilter live;
        live.performances = {performance};
        RC_ASSERT(linesOf(database, us, filter) == linesOf(*then, us, live));
    }
}

} // namespace

class ReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=15"); // each case is a day of many acts
        }
        if (const QFileInfo memory{QStringLiteral("/dev/shm")}; memory.isWritable()) {
            qputenv("TMPDIR", memory.filePath().toUtf8());
        }
    }

    void reportsAddUpWithLedgerAndTables()
    {
        QVERIFY(rc::check("reports and books agree", addsUpWithTheBooks));
    }

    void whatIsCaughtUpWithIsWhatIsMadeAnew()
    {
        QVERIFY(rc::check("caught up = made anew", isTheSameWhenItIsMadeAnew));
    }

    void reportsDoNotDependOnTheOrderInWhichCountersAreHeardOf()
    {
        QVERIFY(rc::check("order does not matter", isTheSameHoweverItArrives));
    }

    void asOfAMomentIsWhatACounterThatStoppedThenSays()
    {
        QVERIFY(rc::check("as of = live then", isWhatItWasThen));
    }

    void asOfCutsADayInTwo()
    {
        QVERIFY(rc::check("as of = live then, of many days", isWhatTheSumsWereThen));
    }

    void aSaleWritesNothingForReports()
    {
        CounterFixture house;
        QVERIFY(salesReport(house.counter(), {}, SalesGrouping::Event).has_value());
        QVERIFY(house.sell({house.seat(1)}).has_value());
        Database& database = house.counter().database();
        QCOMPARE(numberOf(database, "SELECT count(*) FROM report_day"), 0);
        QCOMPARE(numberOf(database, "SELECT count(*) FROM report_order"), 0);
        const auto report = salesReport(house.counter(), {}, SalesGrouping::Event);
        QCOMPARE(report->rows.size(), 1);
        QCOMPARE(report->rows.front().figures.sold, 1);
        QVERIFY(numberOf(database, "SELECT count(*) FROM report_day") > 0);
    }

    /// 12:00 UTC is 13:00 in Berlin; eleven hours and a half later it is tomorrow there.
    void daysAreThoseOfTheHouse()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(1), house.seat(2)}).has_value());
        house.clock().pass(11 * 3'600'000 + 30 * 60'000);
        QVERIFY(house.sell({house.seat(3)}).has_value());
        const auto report = salesReport(house.counter(), {}, SalesGrouping::Day);
        QCOMPARE(report->rows.size(), 2);
        QCOMPARE(report->rows[0].key, std::string{"2026-11-23"});
        QCOMPARE(report->rows[0].figures.sold, 2);
        QCOMPARE(report->rows[1].key, std::string{"2026-11-24"});
        const auto first =
            salesReport(house.counter(), {.toDay = dayFromIso("2026-11-23")}, SalesGrouping::Day);
        QCOMPARE(first->sums.front().figures.sold, 2);
    }

    void whatIsTakenBackCountsOnTheDayItIsTakenBack()
    {
        CounterFixture house;
        const auto order = house.sell({house.seat(1), house.seat(2)});
        house.clock().pass(5 * 60'000);
        const Instant before = house.clock().now();
        house.clock().pass(1'000);
        QVERIFY(voidOrder(house.counter(), order->code, "mistake").has_value());
        const auto now = salesReport(house.counter(), {}, SalesGrouping::Event);
        QCOMPARE(now->rows.front().figures.netTickets(), 0);
        QCOMPARE(now->rows.front().figures.kept(), 0);
        QVERIFY(now->rows.front().figures.refunds > 0);
        const auto then = salesReport(house.counter(), {.asOf = before}, SalesGrouping::Event);
        QCOMPARE(then->rows.front().figures.netTickets(), 2);
        QCOMPARE(then->rows.front().figures.refunds, 0);
    }

    void aPeriodThatEndsBeforeItBeginsIsRefused()
    {
        CounterFixture house;
        QCOMPARE(codeOf(
                     salesReport(house.counter(), {.fromDay = 10, .toDay = 9}, SalesGrouping::Day)),
                 std::string{"bad_period"});
        QCOMPARE(codeOf(occupancyReport(house.counter(), PerformanceId{})),
                 std::string{"unknown_performance"});
        QCOMPARE(codeOf(reportedEvent(house.counter(), "no such thing")),
                 std::string{"unknown_event"});
    }

    void anEventIsReportedByItsDatesFromTheFirstToTheLast()
    {
        CounterFixture house{smallSeason(3)};
        QVERIFY(house.sell({house.standing("Adult", 2)}).has_value());
        QVERIFY(house.sell({house.standing("Adult", 0), house.standing("Adult", 0)}).has_value());
        const EventId event = house.offer()->event.id;
        const auto report =
            salesReport(house.counter(), {.event = event}, SalesGrouping::Performance);
        QVERIFY(report.has_value());
        QCOMPARE(report->head.subject, house.offer()->event.name);
        std::vector<std::pair<std::string, std::int64_t>> sold;
        for (const SalesRow& row : report->rows) {
            if (row.figures.sold > 0) {
                sold.emplace_back(row.key, row.figures.sold);
                QVERIFY2(row.name.starts_with(report->head.subject + ", 20"), row.name.c_str());
            }
        }
        const std::vector<std::pair<std::string, std::int64_t>> expected{
            {house.performance(0).text(), 2}, {house.performance(2).text(), 1}};
        QVERIFY(sold == expected);
        const auto curve = bookingCurve(house.counter(), house.performance(2));
        QVERIFY(curve.has_value());
        std::vector<Instant> earlier;
        for (const auto& line : curve->earlier) {
            earlier.push_back(line.startsAt);
        }
        QVERIFY(earlier ==
                (std::vector{house.offer(1)->performance.startsAt,
                             house.offer(0)->performance.startsAt}));
    }

    void whatWasHeldAtAMomentIsSaidOfThatMoment()
    {
        CounterFixture house{smallSeason(2)};
        const auto heldAt = [&](std::optional<Instant> at, std::size_t performance = 0) {
            return occupancyReport(house.counter(), house.performance(performance), at)->held;
        };
        const auto later = [&] {
            const Instant now = house.counter().clock().now();
            house.clock().pass(60'000);
            return now;
        };
        const Instant first = later();
        const HoldRequest request{.performance = house.performance(),
                                  .kind = hold_kind::kPress,
                                  .label = "Evening Post",
                                  .seats = {1, 2},
                                  .standing = {{house.category("Standing"), 1}},
                                  .releaseAt = std::nullopt};
        const auto hold = placeHold(house.counter(), request);
        QVERIFY(hold.has_value());
        const Instant second = later();
        QVERIFY(releaseHold(house.counter(), *hold, {1}).has_value());
        const Instant third = later();
        QVERIFY(releaseHold(house.counter(), *hold).has_value());
        QCOMPARE(heldAt(first), 0);
        QCOMPARE(heldAt(second), 3);
        QCOMPARE(heldAt(third), 2);
        QCOMPARE(heldAt(later()), 0);
        QCOMPARE(heldAt(std::nullopt), 0);
        QCOMPARE(heldAt(second, 1), 0);
    }

    void theDashboardSaysWhatWasSoldTodayAndHowFullItIs()
    {
        CounterFixture house{smallSeason(2)};
        QVERIFY(house.sell({house.seat(1), house.standing()}).has_value());
        const auto shown = dashboard(house.counter());
        QVERIFY(shown.has_value());
        QCOMPARE(shown->today.front().figures.sold, 2);
        QCOMPARE(shown->coming.size(), 2);
        QCOMPARE(shown->coming[0].sold, 2);
        QCOMPARE(shown->coming[0].capacity, kSmallCapacity);
        QCOMPARE(shown->coming[1].sold, 0);
    }

    /// A seat goes through all that can become of it; as of a moment it is what it was then.
    void aSeatIsShownAsWhatBecameOfIt()
    {
        using enum SeatFate;
        CounterFixture house;
        const PerformanceId performance = house.performance();
        const auto fates = [&](std::optional<Instant> asOf = std::nullopt) {
            const auto report = occupancyReport(house.counter(), performance, asOf);
            return report ? std::vector(report->seats.begin(), report->seats.begin() + 4)
                          : std::vector<SeatFate>{};
        };
        const Instant first = house.clock().now();
        house.clock().pass(1'000);
        const auto order = house.sell({house.seat(0), house.seat(1), house.standing()});
        QVERIFY(placeHold(house.counter(), {performance, "press", "Evening Post", {2}, {}, {}})
                    .has_value());
        QCOMPARE(fates(), (std::vector{Sold, Sold, Held, Free}));
        const auto start = house.offer()->performance.startsAt;
        house.clock().pass(start.ms - house.clock().now().ms);
        const Instant before = house.clock().now();
        house.clock().pass(1'000);
        const auto codes = ticketCodes(house.counter(), *order);
        QCOMPARE(scan(house.counter(), codes.at(0), "North", performance)->outcome,
                 std::string{"admitted"});
        QCOMPARE(fates(), (std::vector{Came, Sold, Held, Free}));
        house.clock().pass(5 * 3'600'000);
        QCOMPARE(fates(), (std::vector{Came, NotCome, Held, Free}));
        QCOMPARE(fates(before), (std::vector{Sold, Sold, Held, Free}));
        QCOMPARE(fates(first), (std::vector{Free, Free, Free, Free}));
        const auto report = occupancyReport(house.counter(), performance);
        QCOMPARE(report->sold, 3);
        QCOMPARE(report->came, 1);
        QCOMPARE(report->sections.size(), 1);
        QCOMPARE(*report->sections[0].places, std::int64_t{kSmallSeats});
        QCOMPARE(report->sections[0].sold, 2); // who stands has no seat
        QCOMPARE(report->sections[0].held, 1);
        QCOMPARE(report->categories[0].came, 1);
    }

    void theCurveStandsBesideThePerformanceThatIsChosen()
    {
        CounterFixture house{smallSeason(3)};
        QVERIFY(house.sell({house.standing("Adult", 0), house.standing("Adult", 0)}).has_value());
        QVERIFY(house.sell({house.standing("Adult", 2)}).has_value());
        const auto usual = bookingCurve(house.counter(), house.performance(1));
        QCOMPARE(usual->earlier.size(), 1);
        QCOMPARE(usual->earlier[0].performance, house.performance(0));
        const auto chosen = bookingCurve(house.counter(), house.performance(1), std::nullopt,
                                         {house.performance(2)});
        QCOMPARE(chosen->earlier.size(), 1);
        QCOMPARE(chosen->earlier[0].performance, house.performance(2));
        QCOMPARE(chosen->earlier[0].tickets(), 1);
        QCOMPARE(chosen->earlier[0].points.front().daysBefore, 2); // sold two days before its day
        QCOMPARE(usual->earlier[0].points.front().daysBefore, 0);
        QCOMPARE(codeOf(bookingCurve(house.counter(), house.performance(1), std::nullopt,
                                     {PerformanceId{}})),
                 std::string{"unknown_performance"});
    }
};

QTEST_GUILESS_MAIN(ReportsTest)
#include "test_reports.moc"
