// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/event_reading.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/order_import.h"
#include "core/services/reports.h"
#include "core/services/sales.h"
#include "core/storage/order_import_store.h"
#include "core/storage/rights_store.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/imported_orders.h"
#include "tests/support/journal_tables.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <sys/resource.h>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string refusalsOf(const OrderImportReport& report)
{
    std::string codes;
    for (const OrderRefusal& each : report.refusals) {
        codes += each.why.code + " ";
    }
    return codes;
}

std::int64_t onAccount(CounterFixture& house, const char* account)
{
    return house.counter()
        .database()
        .integer("SELECT COALESCE(sum(amount), 0) FROM ledger_line WHERE organizer = ? AND "
                 "account = ?",
                 {house.counter().organizer(), account})
        .value_or(0);
}

/// What is left to sell, and which seats are sold: all that an import takes away.
std::string stockOf(CounterFixture& house)
{
    std::string stock;
    for (const Quota& quota : house.offer()->quotas) {
        stock += quota.name + ":" +
            std::to_string(readRights(house.counter().database(), house.counter().organizer(),
                                      quota.id, house.counter().replica())
                               .left()) +
            " ";
    }
    stock += std::to_string(numberOf(house,
                                     "SELECT count(*) FROM ticket WHERE organizer = ? AND "
                                     "seat IS NOT NULL AND voided_at IS NULL"));
    return stock + "/" + std::to_string(onAccount(house, "revenue"));
}

std::string damage(CounterFixture& house)
{
    const auto report = verifyJournal(house.counter());
    if (!report) {
        return report.error().message;
    }
    return report->findings.empty() ? std::string{} : report->findings.front().sentence;
}

std::string anySeat(CounterFixture& house, SeatNumber seat)
{
    return house.offer()->plan->seatLabel(seat);
}

} // namespace

class TestOrderImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderOfAnotherSystemBecomesOneHere()
    {
        CounterFixture house;
        auto order = orderOfTickets("A1",
                                    {ticketFor(house, "adult", "", anySeat(house, 3)),
                                     ticketFor(house, "Child", "Standing")});
        order.tickets[0].attendee = "Somebody Else";
        order.tickets[0].isCheckedIn = true;
        order.tickets[1].tax = 78;
        order.tickets[1].taxRateMilliPercent = 7'000;
        order.fees.push_back({"Postage", 350, 0, 0});
        const auto report = mustImport(house, sourceOf({order}));
        QCOMPARE(figuresOf(report).c_str(),
                 "1 read, 1 new, 2 tickets, 0 known, 0 left out, 0 refused, 2750");
        QCOMPARE(report.admitted, std::size_t{1});
        OrderId id;
        house.counter().database().each("SELECT sale_order FROM imported_order WHERE organizer = ?",
                                        {house.counter().organizer()},
                                        [&](const DbRow& row) { id = row.id<OrderId>(0); });
        const auto here = findOrder(house.counter(), id);
        QVERIFY(here.has_value());
        QCOMPARE(here->total.minor(), std::int64_t{2750});
        QCOMPARE(here->tickets.size(), std::size_t{2});
        QCOMPARE(here->tickets[0].seat, std::optional<SeatNumber>{3});
        QCOMPARE(here->tickets[0].state, TicketState::Admitted);
        QCOMPARE(here->tickets[1].price.tax.minor(), std::int64_t{78});
        QCOMPARE(here->payments.size(), std::size_t{1});
        QCOMPARE(here->payments[0].tender.method, PaymentMethod::Imported);
        // Its money is nowhere but at the other system.
        QCOMPARE(onAccount(house, account::kImported), std::int64_t{2750});
        QCOMPARE(onAccount(house, account::kCash), std::int64_t{0});
        QCOMPARE(onAccount(house, account::kReceivable), std::int64_t{0});
        QCOMPARE(numberOf(house, "SELECT sum(amount) FROM ledger_line WHERE organizer = ?"),
                 std::int64_t{0});
        const auto origin = orderOrigin(house.counter(), id);
        QVERIFY(origin.has_value());
        QCOMPARE(*origin, (std::optional{ImportedOrigin{"pretix", "A1", *order.placedAt}}));
        QCOMPARE(damage(house).c_str(), "");
    }

    void twiceIsOnce()
    {
        CounterFixture house;
        const auto source = sourceOf(manyStanding(house, 5));
        mustImport(house, source);
        const std::string stock = stockOf(house);
        QCOMPARE(figuresOf(mustImport(house, source)).c_str(),
                 "5 read, 0 new, 0 tickets, 5 known, 0 left out, 0 refused, 0");
        QCOMPARE(stockOf(house).c_str(), stock.c_str());
        // The same id in one file is the same order.
        auto doubled = manyStanding(house, 1);
        doubled[0].externalId = "x";
        doubled.push_back(doubled[0]);
        QCOMPARE(figuresOf(mustImport(house, sourceOf(doubled))).c_str(),
                 "2 read, 1 new, 1 tickets, 1 known, 0 left out, 0 refused, 1200");
    }

    void whatCannotBeTakenIsListedAndNothingIsOversold()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(3)}).has_value());
        auto pending = orderOfTickets("n", {ticketFor(house, "Adult", "Standing")});
        pending.state = ImportedOrder::State::Pending;
        auto other = orderOfTickets("e", {ticketFor(house, "Adult", "Standing")});
        other.tickets[0].event = "Macbeth";
        auto late = orderOfTickets("d", {ticketFor(house, "Adult", "Standing")});
        late.tickets[0].startsAt->ms += 3'600'000;
        auto foreign = orderOfTickets("c", {ticketFor(house, "Adult", "Standing")});
        foreign.currency = "CHF";
        const std::vector<ImportedOrder> orders{
            orderOfTickets("s", {ticketFor(house, "Adult", "", anySeat(house, 3))}),
            orderOfTickets("t",
                           {ticketFor(house, "Adult", "", anySeat(house, 4)),
                            ticketFor(house, "Adult", "", anySeat(house, 4))}),
            orderOfTickets("u", {ticketFor(house, "Adult", "", "Z 99")}),
            orderOfTickets("v", {ticketFor(house, "Pensioner", "Standing")}),
            orderOfTickets("w", {ticketFor(house, "Adult", "Gallery")}),
            pending,
            other,
            late,
            foreign,
            orderOfTickets("ok", {ticketFor(house, "Adult", "", anySeat(house, 4))})};
        const auto trial = checkOrderImport(house.counter(), sourceOf(orders), {});
        const auto report = mustImport(house, sourceOf(orders));
        QVERIFY(trial.has_value());
        QCOMPARE(figuresOf(*trial).c_str(), figuresOf(report).c_str());
        QCOMPARE(figuresOf(report).c_str(),
                 "10 read, 1 new, 1 tickets, 0 known, 1 left out, 8 refused, 1200");
        QCOMPARE(refusalsOf(report).c_str(),
                 "seat_taken seat_taken unknown_seat unknown_type unknown_category unknown_event "
                 "unknown_date mixed_currency ");
        QCOMPARE(report.seatsTaken, std::size_t{2});
        // More than there is room for: the rest is refused.
        const auto crowd = mustImport(house, sourceOf(manyStanding(house, 40)));
        QVERIFY(crowd.refused > 0);
        QCOMPARE(crowd.added + crowd.refused, std::size_t{40});
        QVERIFY(refusalsOf(crowd).starts_with("sold_out"));
        QCOMPARE(codeOf(house.sell({house.standing()})).c_str(), "sold_out");
        QCOMPARE(damage(house).c_str(), "");
    }

    void aTrialChangesNothing()
    {
        CounterFixture house;
        const auto entries = entriesOf(house.counter()).size();
        const std::string stock = stockOf(house);
        const auto trial =
            checkOrderImport(house.counter(), sourceOf(manyStanding(house, 600)), {});
        QVERIFY(trial.has_value());
        QCOMPARE(trial->orders, std::size_t{600});
        QCOMPARE(entriesOf(house.counter()).size(), entries);
        QCOMPARE(stockOf(house).c_str(), stock.c_str());
        QVERIFY(house.sell({house.standing()}).has_value());
        QCOMPARE(damage(house).c_str(), "");
    }

    void reportsSayWhatAnImportBroughtAndWhatWasTakenBack()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(7)}).has_value());
        const auto soldAndTakenBack = [&house] {
            const auto report = salesReport(house.counter(), {}, SalesGrouping::Event);
            std::pair<std::int64_t, std::int64_t> figures;
            for (std::size_t i = 0; report && i < report->rows.size(); ++i) {
                figures.first += report->rows[i].figures.sold;
                figures.second += report->rows[i].figures.takenBack;
            }
            return figures;
        };
        // The sums are there before the import is.
        QVERIFY((soldAndTakenBack() == std::pair<std::int64_t, std::int64_t>{1, 0}));
        const auto report = mustImport(house, sourceOf(manyStanding(house, 3, 2)));
        QVERIFY((soldAndTakenBack() == std::pair<std::int64_t, std::int64_t>{7, 0}));
        QVERIFY(undoOrderImport(house.counter(), report.id).has_value());
        QVERIFY((soldAndTakenBack() == std::pair<std::int64_t, std::int64_t>{7, 6}));
    }

    void undoneIsAsBefore()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(7)}).has_value());
        const std::string before = stockOf(house);
        auto orders = manyStanding(house, 4);
        orders.push_back(orderOfTickets("s", {ticketFor(house, "Child", "", anySeat(house, 5))}));
        orders.back().tickets[0].isCheckedIn = true; // there, not here
        const auto report = mustImport(house, sourceOf(orders));
        QVERIFY(stockOf(house) != before);
        const auto undone = undoOrderImport(house.counter(), report.id);
        QVERIFY(undone.has_value());
        QCOMPARE(undone->voided, std::size_t{5});
        QCOMPARE(undone->kept, std::size_t{0});
        QCOMPARE(stockOf(house).c_str(), before.c_str());
        QCOMPARE(onAccount(house, account::kImported), std::int64_t{0});
        QCOMPARE(codeOf(undoOrderImport(house.counter(), report.id)).c_str(), "import_undone");
        QCOMPARE(damage(house).c_str(), "");
        // What was taken back can be brought again.
        QCOMPARE(mustImport(house, sourceOf(orders)).added, std::size_t{5});
    }

    void whatWasUsedSinceStays()
    {
        CounterFixture house;
        const auto report = mustImport(house, sourceOf(manyStanding(house, 3)));
        const auto in = scan(house.counter(), "old-1-0", "Main");
        QVERIFY(in && in->outcome == "admitted");
        const auto undone = undoOrderImport(house.counter(), report.id);
        QVERIFY(undone.has_value());
        QCOMPARE(undone->voided, std::size_t{2});
        QCOMPARE(undone->keptOrders, std::vector<std::string>{"1"});
        // It is still known, so another import does not bring it twice.
        QCOMPARE(figuresOf(mustImport(house, sourceOf(manyStanding(house, 3)))).c_str(),
                 "3 read, 2 new, 2 tickets, 1 known, 0 left out, 0 refused, 2400");
    }

    void oldPaperPassesTheDoorOnce()
    {
        CounterFixture house;
        const auto report = mustImport(house, sourceOf(manyStanding(house, 2)));
        const auto first = scan(house.counter(), " old-0-0\n", "Main", house.performance());
        QVERIFY(first.has_value());
        QCOMPARE(first->outcome.c_str(), "admitted");
        QVERIFY(first->ticket && first->ticket->typeName == "Adult");
        house.clock().pass(60'000);
        QCOMPARE(scan(house.counter(), "old-0-0", "Main")->outcome.c_str(), "already_used");
        QCOMPARE(scan(house.counter(), "old-1-0", "Main", house.performance(1))->outcome.c_str(),
                 "wrong_performance");
        QCOMPARE(scan(house.counter(), "old-7-0", "Main")->outcome.c_str(), "malformed");
        QVERIFY(undoOrderImport(house.counter(), report.id).has_value());
        house.clock().pass(60'000); // else it is the same scan once more
        QCOMPARE(scan(house.counter(), "old-1-0", "Main")->outcome.c_str(), "void");
        // The code itself is nowhere on disk.
        QCOMPARE(numberOf(house,
                          "SELECT count(*) FROM imported_ticket WHERE organizer = ? AND "
                          "length(code) = 16"),
                 std::int64_t{2});
    }

    void anImportThatWasInterruptedGoesOnToTheSameEnd()
    {
        CounterFixture house{smallSeason(1, 2'000)};
        const auto orders = manyStanding(house, 700);
        OrderImportTerms terms;
        terms.goOn = [](std::size_t) { return false; };
        const auto first = mustImport(house, sourceOf(orders), terms);
        QVERIFY(first.isStopped);
        QCOMPARE(first.added, kOrderImportStep);
        const auto imports = orderImports(house.counter());
        QVERIFY(imports && imports->size() == 1 && !imports->front().isEnded);
        terms = {.continues = first.id, .venue = {}, .performance = {}, .goOn = {}};
        const auto rest = mustImport(house, sourceOf(orders), terms);
        QCOMPARE(rest.known, kOrderImportStep);
        QCOMPARE(rest.added, 700 - kOrderImportStep);
        const auto after = orderImports(house.counter());
        QVERIFY(after && after->size() == 1 && after->front().isEnded);
        QCOMPARE(after->front().orders, std::int64_t{700});
        QCOMPARE(numberOf(house,
                          "SELECT count(*) FROM ticket WHERE organizer = ? AND "
                          "voided_at IS NULL"),
                 std::int64_t{700});
        // An undo that is interrupted goes on, too.
        const auto half =
            undoOrderImport(house.counter(), first.id, [](std::size_t) { return false; });
        QVERIFY(half && half->isStopped && half->voided == kOrderImportStep);
        const auto whole = undoOrderImport(house.counter(), first.id);
        QVERIFY(whole && whole->voided == 700 - kOrderImportStep && whole->kept == 0);
        QCOMPARE(onAccount(house, account::kImported), std::int64_t{0});
    }

    void eventsThatAreMissingAreMadeIfAskedFor()
    {
        CounterFixture house;
        auto past =
            orderOfTickets("p", {ticketFor(house, "Adult", ""), ticketFor(house, "Pupil", "")});
        for (ImportedTicket& each : past.tickets) {
            each.event = "Old Play";
            each.startsAt = Instant{1'700'000'000'000};
            each.seat = "Row 1, seat " + each.type;
        }
        OrderImportTerms terms;
        QCOMPARE(refusalsOf(mustImport(house, sourceOf({past}))).c_str(), "unknown_event ");
        terms.makeMissing = true;
        const auto trial = checkOrderImport(house.counter(), sourceOf({past}), terms);
        QVERIFY(trial.has_value());
        QCOMPARE(codeOf(eventNamed(house.counter(), "Old Play")).c_str(), "unknown_event");
        const auto report = mustImport(house, sourceOf({past}), terms);
        QCOMPARE(figuresOf(report).c_str(), figuresOf(*trial).c_str());
        QCOMPARE(report.eventsMade, std::vector<std::string>{"Old Play"});
        const auto event = eventNamed(house.counter(), "Old Play");
        QVERIFY(event.has_value());
        const auto details = eventDetails(house.counter(), *event);
        QCOMPARE(details->event.state, EventState::Archived);
        QCOMPARE(details->types.size(), std::size_t{2});
        QCOMPARE(details->dates.size(), std::size_t{1});
        QCOMPARE(damage(house).c_str(), "");
        QCOMPARE(mustImport(house, sourceOf({past}), terms).known, std::size_t{1});
    }

    void salesBetweenAndAfterNeverSellAPlaceTwice()
    {
        QVERIFY(rc::check("no seat twice, no right too many, whatever comes between", [] {
            CounterFixture house{1 + *rc::gen::inRange<std::uint64_t>(0, 1'000)};
            const auto steps = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 72));
            std::vector<ImportId> imports;
            int number = 0;
            for (const int step : steps) {
                const auto seat = static_cast<SeatNumber>(step % 24);
                if (step < 24) {
                    (void)house.sell({house.seat(seat)});
                } else if (step < 68) {
                    auto orders = manyStanding(house, 2);
                    for (ImportedOrder& each : orders) {
                        each.externalId = std::to_string(number++ % 40);
                    }
                    orders[0].tickets[0] = ticketFor(house, "Adult", "", anySeat(house, seat));
                    imports.push_back(mustImport(house, sourceOf(orders)).id);
                } else if (!imports.empty()) {
                    (void)undoOrderImport(house.counter(), imports.back());
                    imports.pop_back();
                }
            }
            RC_ASSERT(findSeatsSoldTwice(house.counter().database(), house.counter().organizer())
                          .empty());
            RC_ASSERT(numberOf(house,
                               "SELECT count(*) FROM ticket WHERE organizer = ? AND "
                               "voided_at IS NULL") <= kSmallCapacity);
            RC_ASSERT(numberOf(house,
                               "SELECT COALESCE(sum(amount), 0) FROM ledger_line WHERE "
                               "organizer = ?") == 0);
        }));
    }

    void theTablesDoNotDependOnTheOrderOfEntries()
    {
        CounterFixture house;
        const auto report = mustImport(house, sourceOf(manyStanding(house, 6)));
        QVERIFY(scan(house.counter(), "old-2-0", "Main").has_value());
        QVERIFY(undoOrderImport(house.counter(), report.id).has_value());
        mustImport(house, sourceOf(manyStanding(house, 7)));
        const auto entries = entriesOf(house.counter());
        const auto once = projected(entries);
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const auto again = projected(shuffled(entries, seed));
            QCOMPARE(difference(*once, *again).c_str(), "");
        }
    }

    void thousandsOfAttendeesAreBrought()
    {
        // The whole promise, 100,000 attendees in 30 s, is measured with
        // FOYER_IMPORT_TICKETS=100000.
        const int tickets = std::max(2'000, qEnvironmentVariableIntValue("FOYER_IMPORT_TICKETS"));
        CounterFixture house{smallSeason(1, tickets)};
        const auto each = manyStanding(house, 1, 2).front();
        OrderSource source = sourceOf({});
        source.read = [&](const TakeImportedOrder& take) {
            for (int i = 0; i < tickets / 2; ++i) {
                ImportedOrder order = each;
                order.externalId = std::to_string(i);
                order.customer = {"Person " + order.externalId,
                                  order.externalId + "@x.org",
                                  {},
                                  {}};
                order.tickets[0].code = "a" + order.externalId;
                order.tickets[1].code = "b" + order.externalId;
                order.tickets[1].attendee = "Guest of " + order.externalId;
                if (!take(std::move(order))) {
                    break;
                }
            }
            return Result<void>{};
        };
        QElapsedTimer timer;
        timer.start();
        const auto report = mustImport(house, source);
        const qint64 ms = timer.elapsed();
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        QCOMPARE(report.tickets, static_cast<std::size_t>(tickets / 2 * 2));
        qInfo("%d attendees in %lld ms, %ld MiB at most", tickets, static_cast<long long>(ms),
              usage.ru_maxrss / 1024);
    }
};

QTEST_GUILESS_MAIN(TestOrderImport)
#include "test_order_import.moc"
