// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who may give money back, and what is said before.

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/drawers.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/services/users.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Money euro(std::int64_t minor)
{
    return Money{minor, kEuro};
}

/// Ada, an administrator, Cleo, a clerk, and Sue, a supervisor.
struct House : CounterFixture {
    House()
    {
        counter().access().setPasswordCost({1, 8});
        add("Ada", "administrator");
        signIn("Ada");
        add("Cleo", "clerk");
        add("Sue", "supervisor");
    }
    AccessControl& access() { return counter().access(); }
    static std::string secretOf(const std::string& name) { return name + " has 482915 words"; }
    void add(const std::string& name, const std::string& role)
    {
        if (!addUser(counter(), {name, role, secretOf(name), ""})) {
            qFatal("%s", name.c_str());
        }
    }
    void signIn(const std::string& name)
    {
        if (!access().signIn(name, secretOf(name))) {
            qFatal("%s", name.c_str());
        }
    }
    /// What clerks may do from now on; Ada changes it, and somebody is signed in again.
    void allow(Permission permission, bool allowed)
    {
        signIn("Ada");
        Role clerk = access().roles().at(builtInRoleNamed("clerk")->id);
        clerk.permissions.set(static_cast<std::size_t>(permission), allowed);
        if (!changeRole(counter(), clerk)) {
            qFatal("role");
        }
    }
    void openTill()
    {
        if (!startShift(counter(), {std::nullopt, {10'000, {}}})) {
            qFatal("shift");
        }
    }
    Order mustSell(std::vector<CartItem> items)
    {
        auto order = sell(std::move(items));
        if (!order) {
            qFatal("sell: %s", order.error().message.c_str());
        }
        return *std::move(order);
    }
    Result<Order> refund(const Order& order)
    {
        return returnTickets(counter(), {order.id, {}, "ill", {}, {}});
    }
    int entriesOf(const char* kind)
    {
        int count = 0;
        readEntries(counter().database(), counter().organizer(), [&](const Entry& entry) {
            count += entry.kind == kind ? 1 : 0;
            return true;
        });
        return count;
    }
    std::int64_t inDrawers()
    {
        return counter()
            .database()
            .integer("SELECT sum(amount) FROM ledger_line WHERE account = 'cash'")
            .value();
    }
};

} // namespace

class RefundRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneYesIsGoodForTheWholeExchangeAndIsKept()
    {
        House house;
        // Clerks may do a part of it by themselves: nothing, refund, exchange.
        for (const int may : {0, 1, 2}) {
            house.allow(Permission::Refund, may == 1);
            house.allow(Permission::Exchange, may == 2);
            house.signIn("Cleo");
            if (may == 0) {
                house.openTill();
            }
            const Order order = house.mustSell({house.seat(static_cast<SeatNumber>(3 + may))});
            const ExchangeRequest cheaper{order.id, {{order.tickets[0].id, house.standing()}},
                                          "x",      {},
                                          {},       {}};
            QCOMPARE(codeOf(exchangeTickets(house.counter(), cheaper)),
                     std::string{"not_permitted"});
            QVERIFY(house.access().approve("Sue", House::secretOf("Sue")));
            QCOMPARE(codeOf(exchangeTickets(house.counter(), cheaper)), std::string{"done"});
            QCOMPARE(house.entriesOf(kind::kActApproved), may + 1);
            QCOMPARE(codeOf(house.access().permit(Permission::ReissueTicket)),
                     std::string{"not_permitted"});
        }
    }

    void aVoidSaysBeforeWhatGoesBackToTheLastCoin()
    {
        House house;
        QVERIFY(setCashStep(house.counter(), 5));
        house.openTill();
        SaleRequest request = house.request({house.standing("Child"), house.standing("Child")});
        request.tenders.insert(request.tenders.begin(),
                               {PaymentMethod::CardTerminal, euro(500), "4711"});
        const auto order = sell(house.counter(), request); // 12.98: 5.00 by card, 8.00 in cash
        QCOMPARE(codeOf(order), std::string{"done"});
        const auto head = house.counter().journal().head();
        const std::int64_t before = house.inDrawers();
        const auto plan = planVoid(house.counter(), order->id);
        QCOMPARE(codeOf(plan), std::string{"done"});
        QVERIFY(house.counter().journal().head() == head);
        QVERIFY(plan->back == order->total && plan->worthAfter.isZero());
        QCOMPARE(plan->fees.minor(), std::int64_t{100});
        QCOMPARE(plan->tickets.size(), 2U);
        QVERIFY(plan->tickets[0].after.empty());
        std::int64_t cash = 0;
        std::int64_t card = 0;
        for (const RefundPart& part : plan->parts) {
            (part.method == PaymentMethod::Cash ? cash : card) += part.handed();
        }
        QCOMPARE(card, std::int64_t{500});
        QCOMPARE(cash, std::int64_t{800});
        QVERIFY(voidOrder(house.counter(), order->code, "asked"));
        QCOMPARE(before - house.inDrawers(), cash);
        QCOMPARE(codeOf(planVoid(house.counter(), order->id)), std::string{"already_void"});
        const Order used = house.mustSell({house.seat(5)});
        const auto verdict =
            scan(house.counter(), ticketCodes(house.counter(), used).front(), "Gate 1");
        QVERIFY(verdict && verdict->outcome == "admitted");
        QCOMPARE(codeOf(planVoid(house.counter(), used.id)), std::string{"already_used"});
    }

    void whereTheHouseSaysSoNobodyRefundsTheirOwnSaleAlone()
    {
        House house;
        house.signIn("Cleo");
        house.openTill();
        const Order trusted = house.mustSell({house.seat(3)});
        QCOMPARE(codeOf(house.refund(trusted)), std::string{"done"}); // until the house says so
        house.allow(Permission::RefundOwn, false);
        house.signIn("Sue");
        QVERIFY(addDrawerFor(house));
        house.openTill();
        const Order sues = house.mustSell({house.seat(4)});
        house.signIn("Cleo");
        const Order own = house.mustSell({house.seat(5)});
        QCOMPARE(codeOf(house.refund(sues)), std::string{"done"});
        const auto refused = house.refund(own);
        QCOMPARE(codeOf(refused), std::string{"not_permitted"});
        QCOMPARE(refused.error().facts.front(), std::string{"order.refund_own"});
        const ExchangeRequest cheaper{own.id, {{own.tickets[0].id, house.standing()}}, "x", {}, {},
                                      {}};
        QCOMPARE(codeOf(exchangeTickets(house.counter(), cheaper)), std::string{"not_permitted"});
        // A slip of the hand is taken back at once, and not half an hour later.
        house.clock().pass(kJustSoldMs + 1);
        QCOMPARE(codeOf(voidOrder(house.counter(), own.code, "slip")),
                 std::string{"not_permitted"});
        const Order slip = house.mustSell({house.seat(6)});
        QCOMPARE(codeOf(voidOrder(house.counter(), slip.code, "slip")), std::string{"done"});
        QVERIFY(house.access().approve("Sue", House::secretOf("Sue")));
        QCOMPARE(codeOf(house.refund(own)), std::string{"done"});
        QCOMPARE(house.entriesOf(kind::kActApproved), 1);
        house.signIn("Ada");
        QVERIFY(verifyJournal(house.counter())->findings.empty());
    }

private:
    static bool addDrawerFor(House& house)
    {
        house.signIn("Ada");
        const bool added = addDrawer(house.counter(), "Second").has_value();
        house.signIn("Sue");
        return added;
    }
};

QTEST_GUILESS_MAIN(RefundRulesTest)
#include "test_refund_rules.moc"
