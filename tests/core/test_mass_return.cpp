// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A performance does not take place: everybody gets their money back once, whatever happens on the
// way, and whoever paid in cash is waited for.

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/event_dates.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/invoices.h"
#include "core/services/mass_return.h"
#include "core/services/offer_cache.h"
#include "core/services/order_history.h"
#include "core/services/rights_need.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/users.h"
#include "core/storage/catalogue_edits.h"
#include "tests/support/box_office_net.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

void cancelPerformance(Counter& counter, PerformanceId performance)
{
    Journal::Act act{counter.journal(), Permit::ofProgram()};
    EntityEdited edit;
    edit.entity = performance.uuid;
    const auto offer = counter.offers().offer(performance);
    Performance cancelled = offer->offer.performance;
    cancelled.state = Performance::State::Cancelled;
    appendEdit(act, counter.database(), counter.organizer(), kind::kPerformanceEdited,
               editOf(cancelled));
    act.commit();
}

enum class Way { Cash, Invoice, Free, HalfCash };

Result<Order> sellBy(CounterFixture& house, Way way, std::vector<CartItem> items)
{
    SaleRequest request = house.request(std::move(items));
    if (way == Way::Free) {
        for (CartItem& item : request.cart.items) {
            item.reduction = HandReduction{HandReduction::Kind::Complimentary, 0, "press"};
        }
    }
    const auto quoted = quote(house.counter(), request.cart);
    if (!quoted) {
        return quoted.error();
    }
    if (way == Way::Invoice || way == Way::HalfCash) {
        request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
    }
    if (way == Way::Invoice) {
        request.tenders = {{PaymentMethod::Invoice, quoted->total, ""}};
        request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"};
    }
    if (way == Way::HalfCash) {
        const Money byCard{quoted->total.minor() / 2, kEuro};
        request.tenders = {{PaymentMethod::Cash, quoted->total - byCard, {}},
                           {PaymentMethod::CardTerminal, byCard, "4711"}};
    }
    if (quoted->total.isZero()) {
        request.tenders.clear();
    }
    return sell(house.counter(), request);
}

Order mustSellBy(CounterFixture& house, Way way, std::vector<CartItem> items)
{
    auto order = sellBy(house, way, std::move(items));
    if (!order) {
        qFatal("sell: %s", order.error().message.c_str());
    }
    return *std::move(order);
}

std::int64_t validTickets(Counter& counter, PerformanceId performance)
{
    return counter.database()
        .integer("SELECT count(*) FROM ticket WHERE performance = ? AND voided_at IS NULL",
                 {performance})
        .value();
}

std::int64_t moneyReturned(Counter& counter)
{
    return counter.database()
        .integer("SELECT coalesce(sum(amount), 0) FROM payment_return", {})
        .value();
}

std::size_t findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    return report ? report->findings.size() : 999;
}

Result<MassReturnId> begin(Counter& counter, PerformanceId performance)
{
    const auto plan = planMassReturn(counter, performance, false);
    return plan ? beginMassReturn(counter, {performance, "the hall is flooded", false, *plan})
                : Result<MassReturnId>{plan.error()};
}

Result<Order> sellOnInvoice(BoxOfficeNet& net, std::size_t number)
{
    net.clock().pass(1'000);
    SaleRequest request;
    request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
    request.cart.items = {net.standing(number)};
    const auto quoted = quote(net.counter(number), request.cart);
    if (!quoted) {
        return quoted.error();
    }
    request.tenders = {{PaymentMethod::Invoice, quoted->total, ""}};
    request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
    request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"};
    auto order = sell(net.counter(number), request);
    if (!order && order.error().code == "rights_short" && net.fetchRights(number)) {
        return sell(net.counter(number), request);
    }
    return order;
}

/// Walks to the end in small steps.
Result<void> walkOn(Counter& counter, MassReturnWalk& walk)
{
    while (!walk.isDone()) {
        if (auto gone = walk.step(counter, 2); !gone) {
            return gone;
        }
    }
    return {};
}

} // namespace

class TestMassReturn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=20"); // each case founds a counter of its own
        }
    }

    void aPlanSaysWhomItConcernsAndHowMuch()
    {
        CounterFixture house{smallSeason(2)};
        Counter& counter = house.counter();
        const PerformanceId evening = house.performance();
        const Order cash = mustSellBy(house, Way::Cash, {house.seat(0), house.seat(1)});
        const Order invoice = mustSellBy(house, Way::Invoice, {house.seat(2)});
        mustSellBy(house, Way::Free, {house.seat(3)});
        const Order both = mustSellBy(house, Way::HalfCash, {house.seat(4)});
        const Order used = mustSellBy(house, Way::Invoice, {house.seat(5)});
        QVERIFY(scan(counter, ticketCodes(counter, used).at(0), "Gate 1"));
        mustSellBy(house, Way::Invoice, {house.seat(0, "Adult", 1)}); // of another evening

        const auto plan = planMassReturn(counter, evening, false);
        QVERIFY2(plan, plan ? "" : plan.error().message.c_str());
        const ReturnShare byItself = plan->share(ReturnCourse::ByItself);
        QCOMPARE(byItself.orders, 2);
        QCOMPARE(byItself.tickets, 2);
        QCOMPARE(byItself.money.size(), std::size_t{1});
        QCOMPARE(byItself.money[0].minor(), invoice.total.minor());
        QCOMPARE(byItself.ways, (std::vector<ReturnWay>{{PaymentMethod::Invoice, invoice.total}}));
        const ReturnShare waiting = plan->share(ReturnCourse::AtCounter);
        QCOMPARE(waiting.orders, 2);
        QCOMPARE(waiting.tickets, 3);
        QCOMPARE(waiting.money[0].minor(), cash.total.minor() + both.total.minor());
        const Money byCard{both.total.minor() / 2, kEuro};
        QCOMPARE(waiting.ways,
                 (std::vector<ReturnWay>{{PaymentMethod::Cash, cash.total + both.total - byCard},
                                         {PaymentMethod::CardTerminal, byCard}}));
        QCOMPARE(plan->share(ReturnCourse::Used).orders, 1);
        QCOMPARE(plan->admitted, 1);
        QCOMPARE(plan->customers, 3);
        QCOMPARE(plan->orders(), 4);
        QCOMPARE(plan->tickets(), 5);
        const auto stopped = planMassReturn(counter, evening, false,
                                            [](std::int64_t, std::int64_t) { return false; });
        QCOMPARE(codeOf(stopped), std::string{"cancelled"});
    }

    void aLookInStepsSeesWhatOneLookSees()
    {
        CounterFixture house;
        for (SeatNumber seat = 0; seat < 5; ++seat) {
            mustSellBy(house, seat % 2 == 0 ? Way::Invoice : Way::Cash, {house.seat(seat)});
        }
        MassReturnLook look{house.performance(), false};
        QVERIFY(!look.isDone());
        for (const std::int64_t seen : {2, 4, 5}) {
            QVERIFY(look.step(house.counter(), 2));
            QCOMPARE(look.looked(), seen);
        }
        QVERIFY(look.isDone());
        QCOMPARE(look.all(), 5);
        QVERIFY(planOf(look.dues()) ==
                *planMassReturn(house.counter(), house.performance(), false));
        MassReturnLook unknown{PerformanceId{}, false};
        QCOMPARE(codeOf(unknown.step(house.counter(), 1)), std::string{"unknown_performance"});
    }

    void anOrderThatIsDueForTwoDatesIsCountedOnce()
    {
        CounterFixture house{smallSeason(2)};
        Counter& counter = house.counter();
        mustSellBy(house, Way::Invoice, {house.seat(0), house.seat(0, "Adult", 1)});
        std::vector<ReturnDue> dues;
        for (const std::size_t date : {0U, 1U}) {
            MassReturnLook look{house.performance(date), false};
            QVERIFY(look.step(counter, 10));
            dues.insert(dues.end(), look.dues().begin(), look.dues().end());
        }
        QCOMPARE(dues.size(), std::size_t{2});
        const MassReturnPlan plan = planOf(dues);
        QCOMPARE(plan.orders(), 1);
        QCOMPARE(plan.tickets(), 2);
        QCOMPARE(plan.customers, 1);
    }

    void whatHasNotEndedIsFoundWhereverItWasBegun()
    {
        CounterFixture house{smallSeason(2)};
        Counter& counter = house.counter();
        QVERIFY(openMassReturns(counter)->empty());
        std::vector<MassReturnId> begun;
        for (const std::size_t date : {0U, 1U}) {
            mustSellBy(house, Way::Invoice, {house.seat(0, "Adult", date)});
            cancelPerformance(counter, house.performance(date));
            const auto id = begin(counter, house.performance(date));
            QVERIFY(id);
            begun.push_back(*id);
        }
        QCOMPARE(openMassReturns(counter)->size(), std::size_t{2});
        QCOMPARE(openMassReturns(counter)->at(0).begun.id, begun[0]);
        QVERIFY(endMassReturn(counter, begun[0]));
        QCOMPARE(openMassReturns(counter)->size(), std::size_t{1});
        QCOMPARE(openMassReturns(counter)->at(0).begun.id, begun[1]);
    }

    void whoDoesNotWantTheNewDateIsGivenBackSingly()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const Order cash = mustSellBy(house, Way::Cash, {house.seat(0), house.seat(1)});
        const Order invoice = mustSellBy(house, Way::Invoice, {house.seat(2)});
        const PerformanceId evening = house.performance();
        QVERIFY(postponeDate(counter, evening, "Flood"));
        const auto one = returnTickets(counter,
                                       {.order = cash.id,
                                        .choice = {{cash.tickets[0].id}, false, {}},
                                        .reason = "x"});
        QVERIFY2(one, one ? "" : one.error().message.c_str());
        QVERIFY(moveDate(counter, evening, Instant{house.clock().now().ms + 90'000'000'000}, ""));
        const auto other =
            returnTickets(counter,
                          {.order = invoice.id, .choice = {{}, false, {}}, .reason = "not then"});
        QVERIFY2(other, other ? "" : other.error().message.c_str());
        QCOMPARE(validTickets(counter, evening), 1);
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void itBeginsOnlyWhereNothingIsSoldAnyMore()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        mustSellBy(house, Way::Invoice, {house.seat(2)});
        QCOMPARE(codeOf(begin(counter, house.performance())), std::string{"performance_on_sale"});
        cancelPerformance(counter, house.performance());
        const auto plan = planMassReturn(counter, house.performance(), false);
        QCOMPARE(codeOf(beginMassReturn(counter, {house.performance(), "", false, *plan})),
                 std::string{"reason_missing"});
        QCOMPARE(codeOf(beginMassReturn(counter, {PerformanceId{}, "r", false, *plan})),
                 std::string{"unknown_performance"});
        const auto id = begin(counter, house.performance());
        QVERIFY(id);
        const auto twice = begin(counter, house.performance());
        QCOMPARE(codeOf(twice), std::string{"mass_return_open"});
        QCOMPARE(twice.error().facts.at(0), id->text());
        QVERIFY(endMassReturn(counter, *id));
        QCOMPARE(codeOf(endMassReturn(counter, *id)), std::string{"mass_return_ended"});
        QVERIFY(begin(counter, house.performance()));
    }

    void whatGoesBackByItselfDoesAndTheRestWaits()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const Order cash = mustSellBy(house, Way::Cash, {house.seat(0), house.seat(1)});
        const Order invoice = mustSellBy(house, Way::Invoice, {house.seat(2)});
        const Order free = mustSellBy(house, Way::Free, {house.seat(3)});
        cancelPerformance(counter, house.performance());
        const auto id = begin(counter, house.performance());
        QVERIFY(id);
        MassReturnWalk walk{*id};
        QCOMPARE(codeOf(walkOn(counter, walk)), std::string{"done"});
        QCOMPARE(walk.returned(), 2);
        QCOMPARE(walk.money(), std::vector<Money>{invoice.total});
        QCOMPARE(walk.waiting(), 1);
        const ReturnDue& left = walk.waitingOrders().at(0);
        QCOMPARE(left.code, cash.code);
        QCOMPARE(left.tickets.size(), std::size_t{2});
        QCOMPARE(left.back.minor(), cash.total.minor());
        QCOMPARE(walk.all(), 3);
        QVERIFY(walk.notReturned().empty());
        QCOMPARE(validTickets(counter, house.performance()), 2); // those of the cash
        QCOMPARE(moneyReturned(counter), invoice.total.minor());
        QVERIFY(invoices(counter, true)->empty());
        const auto history = orderHistory(counter, free.id);
        QVERIFY(std::ranges::any_of(*history, [](const OrderChange& change) {
            return change.note == "the hall is flooded";
        }));
        QVERIFY(!*openMassReturn(counter, house.performance())); // it has ended
        const auto all = massReturns(counter);
        QCOMPARE(all->size(), std::size_t{1});
        QVERIFY(all->at(0).endedAt);
        QCOMPARE(all->at(0).begun.tickets, 4);
        QCOMPARE(codeOf(walk.step(counter, 1)), std::string{"mass_return_ended"});
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void whatTakesPlaceAfterAllIsNotGivenBack()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        mustSellBy(house, Way::Invoice, {house.seat(2)});
        mustSellBy(house, Way::Invoice, {house.seat(3)});
        const PerformanceId evening = house.performance();
        QVERIFY(postponeDate(counter, evening, "Flood"));
        const auto id = begin(counter, evening);
        QVERIFY(id);
        MassReturnWalk walk{*id};
        QVERIFY(walk.step(counter, 1));
        QVERIFY(moveDate(counter, evening, Instant{house.clock().now().ms + 90'000'000'000}, ""));
        QCOMPARE(codeOf(walk.step(counter, 1)), std::string{"performance_on_sale"});
        MassReturnWalk another{*id};
        QCOMPARE(codeOf(another.step(counter, 1)), std::string{"performance_on_sale"});
        QCOMPARE(validTickets(counter, evening), 1);
        QVERIFY(endMassReturn(counter, *id));
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void whoeverGoesOnAfterACrashDoesWhatIsLeft()
    {
        CounterFixture house;
        for (SeatNumber seat = 0; seat < 6; ++seat) {
            mustSellBy(house, Way::Invoice, {house.seat(seat)});
        }
        cancelPerformance(house.counter(), house.performance());
        const auto id = begin(house.counter(), house.performance());
        {
            MassReturnWalk walk{*id};
            QVERIFY(walk.step(house.counter(), 4));
        }
        QVERIFY(house.reopen());
        Counter& counter = house.counter();
        const auto open = openMassReturn(counter, house.performance());
        QVERIFY(*open);
        MassReturnWalk rest{(*open)->begun.id};
        QCOMPARE(codeOf(walkOn(counter, rest)), std::string{"done"});
        QCOMPARE(rest.returned(), 2);
        QCOMPARE(validTickets(counter, house.performance()), 0);
        QCOMPARE(findings(counter), std::size_t{0});
    }

    void feesCanStayWithTheHouse()
    {
        CounterFixture house;
        const Order order = mustSellBy(house, Way::Invoice, {house.seat(2)});
        const std::int64_t price = order.tickets[0].price.gross.minor();
        QVERIFY(order.total.minor() > price);
        cancelPerformance(house.counter(), house.performance());
        const auto plan = planMassReturn(house.counter(), house.performance(), true);
        QCOMPARE(plan->share(ReturnCourse::ByItself).money[0].minor(), price);
        const auto id = beginMassReturn(house.counter(), {house.performance(), "r", true, *plan});
        MassReturnWalk walk{*id};
        QVERIFY(walkOn(house.counter(), walk));
        QCOMPARE(moneyReturned(house.counter()), price);
    }

    void itNeedsARoleThatMayGiveAllOfItBack()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        mustSellBy(house, Way::Invoice, {house.seat(2), house.seat(3)});
        cancelPerformance(counter, house.performance());
        counter.access().setPasswordCost({1, 8});
        QVERIFY(addUser(counter, {"Ada", "administrator", "Ada has 482915 words", ""}));
        QVERIFY(counter.access().signIn("Ada", "Ada has 482915 words"));
        QVERIFY(addUser(counter, {"Cleo", "clerk", "Cleo has 482915 words", ""}));
        Role clerk = *counter.access().roleNamed("clerk");
        clerk.permissions.set(static_cast<std::size_t>(Permission::Refund));
        clerk.limits.refundMinor = 100;
        QVERIFY(changeRole(counter, clerk));
        QVERIFY(counter.access().signIn("Cleo", "Cleo has 482915 words"));
        QCOMPARE(codeOf(begin(counter, house.performance())), std::string{"over_limit"});
        QVERIFY(counter.access().signIn("Ada", "Ada has 482915 words"));
        const auto id = begin(counter, house.performance());
        QVERIFY2(id, id ? "" : id.error().message.c_str());
        QVERIFY(counter.access().signIn("Cleo", "Cleo has 482915 words"));
        MassReturnWalk walk{*id};
        QCOMPARE(codeOf(walk.step(counter, 1)), std::string{"over_limit"});
        QCOMPARE(walk.looked(), 0); // the order was not left out
        QVERIFY(counter.access().signIn("Ada", "Ada has 482915 words"));
        QVERIFY(walkOn(counter, walk));
        QCOMPARE(walk.returned(), 1);
    }

    void ordersOfOtherCountersAreFetchedOneByOne()
    {
        BoxOfficeNet net{1};
        const PerformanceId evening = net.performance();
        QVERIFY(returnRights(net.counter(0), evening)); // the founder held all of them
        net.settle();
        for (std::size_t number : {0U, 1U, 1U}) {
            QCOMPARE(codeOf(net.sell(number, {net.standing(number)})),
                     std::string{"done"}); // so that rights are there
            QCOMPARE(codeOf(sellOnInvoice(net, number)), std::string{"done"});
        }
        net.settle();
        cancelPerformance(net.counter(0), evening);
        net.settle();
        const auto id = begin(net.counter(0), evening);
        QVERIFY2(id, id ? "" : id.error().message.c_str());
        MassReturnWalk walk{*id};
        int fetched = 0;
        while (!walk.isDone()) {
            const auto gone = walk.step(net.counter(0), 3);
            if (!gone) {
                QVERIFY2(isWantOfRights(gone.error()), gone.error().code.c_str());
                QVERIFY(++fetched < 20);
                const RightsNeed need = net.counter(0).rightsNeed();
                (void)net.fetchRights(0);
                net.settle(); // the other counter gives it back
                net.counter(0).noteRightsNeed(need);
                (void)net.fetchRights(0);
                net.settle();
            }
        }
        QCOMPARE(walk.returned(), 3);
        QCOMPARE(walk.waiting(), 3); // paid in cash
        net.settle();
        QCOMPARE(net.difference(), std::string{});
        QCOMPARE(validTickets(net.counter(1), evening), 3);
        QVERIFY(massReturns(net.counter(1))->at(0).endedAt);
    }

    void whatCannotBeFetchedIsLeftOutAndSaid()
    {
        BoxOfficeNet net{1};
        QVERIFY(returnRights(net.counter(0), net.performance()));
        net.settle();
        for (std::size_t number : {0U, 1U}) {
            QCOMPARE(codeOf(net.sell(number, {net.standing(number)})), std::string{"done"});
            QCOMPARE(codeOf(sellOnInvoice(net, number)), std::string{"done"});
        }
        net.settle();
        cancelPerformance(net.counter(0), net.performance());
        const auto id = begin(net.counter(0), net.performance());
        MassReturnWalk walk{*id};
        while (!walk.isDone()) {
            if (const auto gone = walk.step(net.counter(0), 1); !gone) {
                QCOMPARE(gone.error().code, std::string{"order_elsewhere"});
                walk.passOver(gone.error());
            }
        }
        QCOMPARE(walk.returned(), 1);
        QCOMPARE(walk.notReturned().size(), std::size_t{1});
        QVERIFY(!walk.notReturned()[0].code.empty());
        QVERIFY(*openMassReturn(net.counter(0), net.performance())); // there is something left
    }

    void whateverHappensOnTheWayEachOrderIsGivenBackOnce()
    {
        QVERIFY(rc::check("mass returns give each order back once", [] {
            CounterFixture house{smallSeason(2), *rc::gen::arbitrary<std::uint64_t>()};
            std::int64_t due = 0;
            std::int64_t stays = 0;
            SeatNumber seat = 0;
            const int orders = *rc::gen::inRange(1, 9);
            for (int i = 0; i < orders; ++i) {
                const auto way = static_cast<Way>(*rc::gen::inRange(0, 4));
                std::vector<CartItem> items;
                const int count = *rc::gen::inRange(1, 3);
                for (int k = 0; k < count; ++k) {
                    items.push_back(house.seat(seat++));
                }
                const Order order = mustSellBy(house, way, items);
                const bool waits = way == Way::Cash || way == Way::HalfCash;
                due += waits ? 0 : order.total.minor();
                stays += waits ? count : 0;
            }
            cancelPerformance(house.counter(), house.performance());
            const auto id = begin(house.counter(), house.performance());
            RC_ASSERT(id.has_value());
            std::vector<MassReturnWalk> walks;
            for (int tries = 0; tries < 40 && !massReturns(house.counter())->at(0).endedAt;
                 ++tries) {
                if (walks.empty() || *rc::gen::inRange(0, 4) == 0) {
                    walks.emplace_back(*id); // somebody else goes on
                }
                if (*rc::gen::inRange(0, 8) == 0) {
                    RC_ASSERT(house.reopen().has_value());
                }
                auto& walk = walks[*rc::gen::inRange<std::size_t>(0, walks.size())];
                if (!walk.isDone()) {
                    RC_ASSERT(codeOf(walk.step(house.counter(), 1)) == "done");
                }
            }
            Counter& counter = house.counter();
            RC_ASSERT(massReturns(counter)->at(0).endedAt.has_value());
            RC_ASSERT(moneyReturned(counter) == due);
            RC_ASSERT(validTickets(counter, house.performance()) == stays);
            RC_ASSERT(findings(counter) == 0U);
        }));
    }
};

QTEST_GUILESS_MAIN(TestMassReturn)
#include "test_mass_return.moc"
