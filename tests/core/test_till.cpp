// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/drawers.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/services/users.h"
#include "core/storage/integrity_checks.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

void signIn(CounterFixture& house, const std::string& name)
{
    const auto signedIn = house.counter().access().signIn(name, name + " has 482915 words");
    if (!signedIn) {
        qFatal("sign in: %s", signedIn.error().message.c_str());
    }
}

void addPerson(CounterFixture& house, const std::string& name, const std::string& role)
{
    const auto added = addUser(house.counter(), {name, role, name + " has 482915 words", ""});
    if (!added) {
        qFatal("add: %s", added.error().message.c_str());
    }
}

/// A house with an administrator, two clerks and a supervisor; the administrator is signed in.
void staff(CounterFixture& house)
{
    house.counter().access().setPasswordCost({1, 8});
    addPerson(house, "Ada", "administrator");
    signIn(house, "Ada");
    addPerson(house, "Cleo", "clerk");
    addPerson(house, "Carl", "clerk");
    addPerson(house, "Sue", "supervisor");
}

std::int64_t sumOf(const TillFigures& figures, FigureGroup group)
{
    std::int64_t sum = 0;
    for (const TillFigure& figure : figures) {
        sum += figure.key.group == group ? figure.amount : 0;
    }
    return sum;
}

std::int64_t ledger(Counter& counter, const std::string& account, const Uuid& subject)
{
    return counter.database()
        .integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ? AND "
                 "subject = ?",
                 {account, subject})
        .value();
}

std::size_t findings(Counter& counter)
{
    const auto report = verifyJournal(counter);
    return report ? report->findings.size() : 999;
}

/// Whether every way to split a report comes to the turnover, and every figure to its receipts.
bool addsUpTo(std::int64_t turnover, Counter& counter, const ShiftReport& report)
{
    for (const FigureGroup group : {FigureGroup::Method, FigureGroup::Tax, FigureGroup::Clerk}) {
        if (sumOf(report.figures, group) != turnover) {
            return false;
        }
    }
    if (sumOf(report.figures, FigureGroup::TicketType) + sumOf(report.figures, FigureGroup::Fee) !=
        turnover) {
        return false;
    }
    return std::ranges::all_of(report.figures, [&](const TillFigure& figure) {
        std::int64_t behind = 0;
        const auto receipts = tillReceipts(counter, report.shift.id, figure.key);
        for (const TillReceipt& receipt : *receipts) {
            behind += receipt.amount;
        }
        return behind == figure.amount;
    });
}

SaleRequest byCard(CounterFixture& house, std::vector<CartItem> items)
{
    SaleRequest request = house.request(std::move(items));
    const auto quoted = quote(house.counter(), request.cart);
    request.tenders = {{PaymentMethod::CardTerminal, quoted->total, "4711"}};
    return request;
}

} // namespace

class TillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=25"); // each case founds a counter of its own
        }
    }

    void aDayOfMixedActsAddsUpInDrawerLedgerAndZ()
    {
        QVERIFY(rc::check("the drawer holds what the facts say", [] {
            CounterFixture house{smallSeason(1), 11};
            Counter& counter = house.counter();
            RC_ASSERT(setCashStep(counter, *rc::gen::element<std::int64_t>(1, 5)).has_value());
            std::int64_t grandTotal = 0;
            for (std::int64_t day = 1; day <= 2; ++day) {
                const std::int64_t cash = *rc::gen::inRange<std::int64_t>(0, 20'000);
                const auto shift = startShift(counter, {std::nullopt, {cash, {}}});
                RC_ASSERT(shift.has_value());
                std::int64_t drawer = cash;
                std::int64_t turnover = 0;
                std::vector<Order> sold;
                for (int act = 0; act < 10; ++act) {
                    const int what = *rc::gen::inRange(0, 5);
                    const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, 5'000);
                    if (what == 0 && moveCash(counter, CashMoveKind::PayIn, amount, "change")) {
                        drawer += amount;
                    } else if (what == 1 &&
                               moveCash(counter, CashMoveKind::PayOut, amount, "milk")) {
                        drawer -= amount;
                    } else if (what == 2 && !sold.empty()) {
                        const Order order = sold.back();
                        sold.pop_back();
                        RC_ASSERT(voidOrder(counter, order.code, "asked").has_value());
                        turnover -= order.total.minor();
                        for (const SettledTender& part : order.payments) {
                            drawer -= part.tender.method == PaymentMethod::Cash
                                ? part.amount.minor() + part.rounding
                                : 0;
                        }
                    } else if (what >= 3) {
                        const std::string type = *rc::gen::element<std::string>("Adult", "Child");
                        house.clock().pass(1'000);
                        const auto order = what == 3
                            ? house.sell({house.standing(type)})
                            : sell(counter, byCard(house, {house.standing(type)}));
                        if (!order) {
                            continue; // sold out
                        }
                        sold.push_back(*order);
                        turnover += order->total.minor();
                        if (what == 3) {
                            drawer +=
                                order->payments[0].tender.tendered.minor() - order->change.minor();
                        }
                    }
                }
                const auto x = shiftReport(counter, shift->id);
                RC_ASSERT(x && *x->expected == drawer);
                RC_ASSERT(ledger(counter, account::kCash, shift->id.uuid) == drawer);
                const std::int64_t counted =
                    std::max<std::int64_t>(0, drawer + *rc::gen::inRange<std::int64_t>(-50, 50));
                const auto z = closeShift(counter, shift->id, {counted, {}});
                RC_ASSERT(z.has_value());
                grandTotal += turnover;
                RC_ASSERT(z->shift.z->number == day);
                RC_ASSERT(z->shift.z->grandTotal == grandTotal);
                RC_ASSERT(z->shift.z->difference == counted - drawer);
                RC_ASSERT(z->figures == x->figures);
                RC_ASSERT(figureIn(z->figures, FigureGroup::Turnover).amount == turnover);
                RC_ASSERT(addsUpTo(turnover, counter, *z));
                RC_ASSERT(ledger(counter, account::kCash, shift->id.uuid) == 0);
            }
            RC_ASSERT(findings(counter) == 0U); // tables as rebuilt, ledger sums to zero
        }));
    }

    void aSaleForCashNeedsAnOpenShiftWhereSomebodyIsSignedIn()
    {
        CounterFixture house;
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"done"}); // open house
        staff(house);
        signIn(house, "Cleo");
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"no_shift"});
        QCOMPARE(codeOf(sell(house.counter(), byCard(house, {house.standing()}))),
                 std::string{"done"});
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        const auto sold = house.sell({house.standing()});
        QCOMPARE(codeOf(sold), std::string{"done"});
        signIn(house, "Carl");
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"no_shift"});
        QCOMPARE(moveCash(house.counter(), CashMoveKind::NoSale, 0, "change").error().code,
                 std::string{"not_permitted"});
        signIn(house, "Sue");
        QCOMPARE(moveCash(house.counter(), CashMoveKind::NoSale, 0, "change").error().code,
                 std::string{"no_shift"});
        signIn(house, "Ada");
        QCOMPARE(findings(house.counter()), std::size_t{0});
    }

    void everyClerkHasAShiftAndADrawerOfTheirOwn()
    {
        CounterFixture house;
        staff(house);
        Counter& counter = house.counter();
        signIn(house, "Cleo");
        const auto first = startShift(counter, {std::nullopt, countOf({{5'000, 2}, {100, 7}})});
        QVERIFY(first);
        QCOMPARE(first->drawerName, std::string{"Drawer 1"});
        QCOMPARE(first->cash.total, std::int64_t{10'700});
        QCOMPARE(codeOf(startShift(counter, {})), std::string{"shift_open"});
        signIn(house, "Carl");
        QCOMPARE(codeOf(startShift(counter, {})), std::string{"drawer_in_use"});
        QCOMPARE(codeOf(addDrawer(counter, "Drawer 2")), std::string{"not_permitted"});
        signIn(house, "Ada");
        QVERIFY(addDrawer(counter, "Drawer 2"));
        QCOMPARE(codeOf(addDrawer(counter, "Drawer 2")), std::string{"name_taken"});
        signIn(house, "Carl");
        const auto open = freeDrawers(counter);
        QVERIFY(open && open->size() == 1U && open->front().name == "Drawer 2");
        const auto second = startShift(counter, {open->front().id, {}});
        QVERIFY(second);
        QVERIFY(freeDrawers(counter)->empty());
        QCOMPARE(second->drawerName, std::string{"Drawer 2"});
        QCOMPARE(shifts(counter)->size(), std::size_t{1}); // a clerk sees their own
        QCOMPARE(codeOf(closeShift(counter, first->id, {10'700, {}})),
                 std::string{"not_permitted"});
        signIn(house, "Sue");
        QCOMPARE(shifts(counter)->size(), std::size_t{2});
        const auto z = closeShift(counter, first->id, {10'700, {}});
        QVERIFY(z);
        QCOMPARE(z->shift.z->difference, std::int64_t{0});
        QCOMPARE(codeOf(closeShift(counter, first->id, {0, {}})), std::string{"shift_closed"});
    }

    void whatIsInTheDrawerIsNotToldBeforeTheCount()
    {
        CounterFixture house;
        staff(house);
        Counter& counter = house.counter();
        signIn(house, "Cleo");
        const auto shift = startShift(counter, {std::nullopt, {5'000, {}}});
        QVERIFY(house.sell({house.standing()}));
        const auto blind = shiftReport(counter, shift->id);
        QVERIFY(blind && !blind->expected);
        QVERIFY(std::ranges::none_of(blind->figures, tellsOfCash));
        QCOMPARE(codeOf(tillReceipts(counter, shift->id, FigureKey{FigureGroup::Drawer, {}, {}})),
                 std::string{"blind_count"});
        signIn(house, "Sue");
        QCOMPARE(*shiftReport(counter, shift->id)->expected, std::int64_t{6'300});
        signIn(house, "Cleo");
        const auto check = countDrawer(counter, shift->id, {6'000, {}});
        QVERIFY(check && !check->agrees);
        QVERIFY(!check->expected); // a count of nothing would tell it
        QVERIFY(countDrawer(counter, shift->id, {6'300, {}})->agrees);
        signIn(house, "Sue");
        QCOMPARE(countDrawer(counter, shift->id, {6'000, {}})->expected, std::int64_t{6'300});
        signIn(house, "Cleo");
        QVERIFY(closeShift(counter, shift->id, {6'000, {}}));
        QCOMPARE(*shiftReport(counter, shift->id)->expected, std::int64_t{6'300});
        QCOMPARE(ledger(counter, account::kCashOverShort, {}), std::int64_t{300});
    }

    void cashIsRoundedToTheSmallestCoinAndTheTotalStays()
    {
        const Money due{1'233, kEuro};
        const auto cash = settle(due, {{PaymentMethod::Cash, Money{2'000, kEuro}, {}}}, 5);
        QVERIFY(cash);
        QCOMPARE(cash->at(0).amount.minor(), std::int64_t{1'233});
        QCOMPARE(cash->at(0).rounding, std::int64_t{2});
        QCOMPARE(cash->at(0).change.minor(), std::int64_t{765});
        const auto exact = settle(due, {{PaymentMethod::Cash, Money{1'235, kEuro}, {}}}, 5);
        QVERIFY(exact && exact->at(0).change.isZero());
        const auto less = settle(due, {{PaymentMethod::Cash, Money{1'233, kEuro}, {}}}, 5);
        QCOMPARE(codeOf(less), std::string{"underpaid"});
        QCOMPARE(cashStepOf(*Currency::fromCode("CHF")), std::int64_t{5});
        QCOMPARE(cashStepOf(kEuro), std::int64_t{1});
        CounterFixture house;
        QVERIFY(setCashStep(house.counter(), 5));
        QVERIFY(startShift(house.counter(), {}));
        const auto sold = house.sell({house.standing("Child"), house.standing("Child"),
                                      house.standing("Child")}); // 3 × 5.99 + 1.00
        QVERIFY(sold);
        QCOMPARE(sold->total.minor(), std::int64_t{1'897});
        QCOMPARE(sold->change.minor(), std::int64_t{100'000 - 1'895});
        QCOMPARE(ledger(house.counter(), account::kCashRounding, {}), std::int64_t{2});
        QVERIFY(voidOrder(house.counter(), sold->code, "asked"));
        QCOMPARE(ledger(house.counter(), account::kCashRounding, {}), std::int64_t{0});
    }

    void aCountThatCannotBeIsRefusedAndLosesNothing()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        QCOMPARE(codeOf(startShift(counter, {std::nullopt, {-1, {}}})), std::string{"bad_count"});
        QCOMPARE(codeOf(startShift(counter, {std::nullopt, {100, {{50, 1}}}})),
                 std::string{"bad_count"});
        QVERIFY(startShift(counter, {}));
        QCOMPARE(moveCash(counter, CashMoveKind::PayIn, 0, "x").error().code,
                 std::string{"bad_amount"});
        QCOMPARE(moveCash(counter, CashMoveKind::PayOut, 5, " ").error().code,
                 std::string{"reason_missing"});
        QCOMPARE(codeOf(closeShift(counter, ShiftId{}, {0, {}})), std::string{"unknown_shift"});
    }
};

QTEST_GUILESS_MAIN(TillTest)
#include "test_till.moc"
