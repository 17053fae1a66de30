// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody is shut out while a counter has no network. What they go on to do there is kept, and
// found by everybody alike as soon as it is heard of.

#include "core/domain/access/distant_actor.h"
#include "core/domain/incidents/shut_out.h"
#include "core/domain/till/till_entries.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/incidents.h"
#include "core/services/integrity.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/till.h"
#include "core/services/users.h"
#include "core/storage/catalogue_edits.h"
#include "tests/support/box_office_net.h"
#include "tests/support/journal_tables.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr const char* kAdaSecret = "a long way to tipperary";
constexpr const char* kBeaSecret = "nanoseconds of wire";
constexpr const char* kKimPin = "471193";

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    }
    return *std::move(result);
}

void must(const Result<void>& result)
{
    (void)must(result ? Result<bool>{true} : Result<bool>{result.error()});
}

/// Ada looks after counter 0 and Bea after counter 1, where Kim, a supervisor, has a shift open and
/// has sold a ticket already. Everybody has heard of all of it.
class Staff {
public:
    Staff() : before{firstSale()}
    {
        net.settle();
        net.clock().pass(60'000);
    }

    void signIn(std::size_t number, const char* name, const char* secret)
    {
        must(net.counter(number).access().signIn(name, secret));
    }
    void setActive(std::size_t number, bool active)
    {
        net.clock().pass(1'000);
        must(changeUser(net.counter(number), kim, {.active = active}));
        net.clock().pass(1'000);
    }
    Order sellByCard()
    {
        net.clock().pass(1'000);
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = {net.standing(1)};
        const Money total = must(quote(net.counter(1), request.cart)).total;
        request.tenders = {{PaymentMethod::CardTerminal, total, "4711"}};
        return must(sell(net.counter(1), request));
    }
    /// Kim goes on at another counter, too, of which only its journal is asked.
    void paysOutAt(std::size_t number, const char* why)
    {
        net.clock().pass(1'000);
        const DistantActor actor{kim, PermissionSet{}.set()};
        Journal::Act act{net.counter(number).journal(), must(actor.permit(Permission::MoveCash))};
        act.append(kind::kCashMoved,
                   encode(CashMoved{{}, CashMoveKind::PayOut, kEuro, 2'000, why}));
        act.commit();
        net.counter(number).noteHead();
    }
    /// All hear of all, and Bea looks at counter 1 from now on.
    void settle()
    {
        net.settle();
        signIn(1, "Bea", kBeaSecret);
    }
    std::vector<Incident> openAt(std::size_t number)
    {
        return must(openIncidents(net.counter(number)));
    }
    Incident only(std::size_t number)
    {
        const auto open = openAt(number);
        if (open.size() != 1 || open[0].kind != IncidentKind::ActAfterRevocation) {
            qFatal("%zu incidents", open.size());
        }
        return open[0];
    }

    BoxOfficeNet net{1};
    UserId ada;
    UserId kim;
    Order before;

private:
    Order firstSale()
    {
        must(returnRights(net.counter(0), net.performance())); // or it would keep them all
        net.settle();
        for (std::size_t i = 0; i < 2; ++i) {
            net.counter(i).access().setPasswordCost({1, 8});
        }
        ada = must(addUser(net.counter(0), {"Ada", "administrator", kAdaSecret, ""}));
        must(addUser(net.counter(1), {"Bea", "administrator", kBeaSecret, ""}));
        signIn(0, "Ada", kAdaSecret);
        signIn(1, "Bea", kBeaSecret);
        kim = must(addUser(net.counter(1), {"Kim", "supervisor", "", kKimPin}));
        signIn(1, "Kim", kKimPin);
        must(startShift(net.counter(1), {std::nullopt, {5'000, {}}}));
        // So that there is something to sell without a network.
        const Order given = must(net.sell(1, std::vector<CartItem>(6, net.standing(1))));
        must(voidOrder(net.counter(1), given.code, "given back"));
        return must(net.sell(1, {net.standing(1), net.standing(1)}));
    }
};

std::multiset<std::string> actsOf(const Incident& incident)
{
    std::multiset<std::string> acts;
    for (const IncidentSide& side : incident.sides) {
        acts.insert(side.act);
    }
    return acts;
}

/// The rows of the tables that this is worked out in.
std::int64_t rowsOf(Counter& counter, std::string_view sql)
{
    return counter.database().integer(sql).value_or(0);
}

StandingEdit edited(std::int64_t at, UserId by, std::optional<bool> active,
                    std::optional<bool> hasRole = std::nullopt)
{
    SeededRandom random{static_cast<std::uint64_t>(at)};
    return {.at = HlcTime{at},
            .replica = {},
            .entry = EntryId{Uuid::v7(Instant{at}, random)},
            .actor = by,
            .active = active,
            .hasRole = hasRole};
}

} // namespace

class RevokedActsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSaleByCardAfterwardsIsFlaggedEverywhereAndKept()
    {
        Staff staff;
        staff.setActive(0, false);
        const Order late = staff.sellByCard();
        QVERIFY(staff.openAt(0).empty());
        staff.settle();
        for (std::size_t i = 0; i < 2; ++i) {
            const Incident incident = staff.only(i);
            QCOMPARE(incident.subjectName, std::string{"Kim"});
            QCOMPARE(incident.money, std::optional{late.total});
            QCOMPARE(incident.sides.size(), std::size_t{2});
            QCOMPARE(incident.sides[0].actor, std::string{"Ada"});
            QVERIFY(incident.sides[0].fact.isNil());
            QVERIFY(incident.sides[0].at < incident.sides[1].at);
            QCOMPARE(incident.sides[1].act, std::string{"order.placed"});
            QCOMPARE(incident.sides[1].code, late.code);
            QCOMPARE(incident.sides[1].money, std::optional{late.total});
            QCOMPARE(incident.sides[1].actor, std::string{"Kim"});
            QVERIFY(findOrder(staff.net.counter(i), late.code));
        }
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void aRefundCashAndAChangeOfSeatsAreOfTheSameIncident()
    {
        Staff staff;
        staff.setActive(0, false);
        must(returnTickets(staff.net.counter(1),
                           {.order = staff.before.id,
                            .choice = {.tickets = {staff.before.tickets[0].id}},
                            .reason = "ill"}));
        staff.net.clock().pass(1'000);
        must(moveCash(staff.net.counter(1), CashMoveKind::PayOut, 1'500, "milk"));
        const Order late = staff.sellByCard();
        must(voidOrder(staff.net.counter(1), late.code, "slip"));
        staff.settle();
        const Incident incident = staff.only(0);
        QCOMPARE(actsOf(incident),
                 (std::multiset<std::string>{"", "tickets.returned", "cash.moved", "order.placed",
                                             "order.voided"}));
        const Money back = staff.before.tickets[0].price.gross;
        for (const IncidentSide& side : incident.sides) {
            if (side.act == "tickets.returned") {
                QCOMPARE(side.money, std::optional{-back});
                QCOMPARE(side.code, staff.before.code);
                QCOMPARE(side.text, std::string{"ill"});
            } else if (side.act == "cash.moved") {
                QCOMPARE(side.money, (std::optional{Money{-1'500, kEuro}}));
            } else if (side.act == "order.voided") {
                QCOMPARE(side.money, std::optional{-late.total});
                QVERIFY(!side.stands);
            }
        }
        const Money all = back + Money{1'500, kEuro} + late.total + late.total;
        QCOMPARE(incident.money, std::optional{all});
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void whatTheySaidYesToIsTheirsAndNotTheClerks()
    {
        Staff staff;
        staff.signIn(1, "Bea", kBeaSecret);
        must(addUser(staff.net.counter(1), {"Lea", "door", "", "271828"}));
        staff.net.settle();
        staff.setActive(0, false);
        staff.signIn(1, "Lea", "271828");
        must(staff.net.counter(1).access().approve("Kim", kKimPin));
        const Order sold = staff.sellByCard();
        staff.settle();
        const Incident incident = staff.only(0);
        QCOMPARE(incident.subjectName, std::string{"Kim"});
        QCOMPARE(actsOf(incident), (std::multiset<std::string>{"", "act.approved"}));
        QCOMPARE(incident.sides[1].text, std::string{"order.sell"});
        QVERIFY(findOrder(staff.net.counter(0), sold.code));
    }

    void whatWasDoneBeforeAndAfterTheyWereLetInAgainIsNone()
    {
        Staff staff;
        staff.setActive(0, false);
        staff.setActive(0, true);
        (void)staff.sellByCard();
        staff.settle();
        QVERIFY(staff.openAt(0).empty());
        QCOMPARE(rowsOf(staff.net.counter(0),
                        "SELECT count(*) FROM user_act WHERE kind = "
                        "'order.placed'"),
                 std::int64_t{0});
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void onlyTheTimeInBetweenIsLookedAt()
    {
        Staff staff;
        staff.setActive(0, false);
        const Order between = staff.sellByCard();
        staff.setActive(0, true);
        (void)staff.sellByCard();
        staff.settle();
        const Incident incident = staff.only(1);
        QCOMPARE(incident.facts.facts, std::vector<Uuid>{between.id.uuid});
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void aSaleOfAnybodyElseWritesNoRow()
    {
        Staff staff;
        staff.signIn(1, "Bea", kBeaSecret);
        (void)staff.sellByCard();
        QCOMPARE(rowsOf(staff.net.counter(1),
                        "SELECT count(*) FROM user_act WHERE kind = "
                        "'order.placed'"),
                 std::int64_t{0});
    }

    void whoLosesTheirRoleIsOutAsWell()
    {
        Staff staff;
        staff.net.clock().pass(1'000);
        {
            const DistantActor ada{staff.ada, PermissionSet{}.set()};
            Counter& counter = staff.net.counter(0);
            Journal::Act act{counter.journal(), must(ada.permit(Permission::EditUsers))};
            appendEdit(act, counter.database(), counter.organizer(), kind::kUserEdited,
                       {staff.kim.uuid, {{"role", std::monostate{}}}});
            act.commit();
            counter.noteHead();
        }
        (void)staff.sellByCard();
        staff.settle();
        QCOMPARE(staff.only(0).sides[0].actor, std::string{"Ada"});
    }

    void whatIsAcceptedIsSettledUntilSomethingMoreIsHeardOf()
    {
        Staff staff;
        staff.setActive(0, false);
        (void)staff.sellByCard();
        QVERIFY(staff.net.push(1)); // and Kim's counter hears nothing yet
        staff.net.pull(0);
        const IncidentId id = staff.only(0).id;
        must(acceptIncident(staff.net.counter(0), id, "nobody had told her"));
        QVERIFY(staff.openAt(0).empty());
        (void)staff.sellByCard();
        staff.settle();
        for (std::size_t i = 0; i < 2; ++i) {
            const Incident again = staff.only(i);
            QCOMPARE(again.id, id);
            QCOMPARE(again.facts.facts.size(), std::size_t{2});
            QCOMPARE(again.done.size(), std::size_t{1});
        }
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void theOrderOfArrivalMakesNoDifferenceAndTheTablesAreBuiltAnewTheSame()
    {
        Staff staff;
        staff.setActive(0, false);
        (void)staff.sellByCard();
        staff.paysOutAt(0, "the window cleaner");
        staff.setActive(0, true);
        must(moveCash(staff.net.counter(1), CashMoveKind::PayIn, 900, "change"));
        (void)staff.sellByCard();
        staff.setActive(0, false);
        (void)staff.sellByCard();
        must(returnTickets(staff.net.counter(1),
                           {.order = staff.before.id, .choice = {}, .reason = "ill"}));
        staff.paysOutAt(0, "flowers");
        staff.settle();
        QCOMPARE(staff.openAt(1).size(), std::size_t{4}); // two times at two counters
        must(acceptIncident(staff.net.counter(1), staff.openAt(1)[0].id, "talked about it"));
        staff.net.settle();
        Database& known = staff.net.counter(1).database();
        const auto report = must(verifyJournal(staff.net.counter(1)));
        QVERIFY2(report.findings.empty(),
                 report.findings.empty() ? "" : report.findings[0].sentence.c_str());
        const std::vector<Entry> entries = entriesOf(staff.net.counter(1));
        const bool holds = rc::check("the tables do not depend on the order of arrival", [&] {
            std::vector<Entry> arrived = shuffled(entries, *rc::gen::arbitrary<std::uint64_t>());
            // Some of them come twice.
            const std::vector<Entry> again{arrived.begin(),
                                           arrived.begin() +
                                               static_cast<std::ptrdiff_t>(arrived.size() / 3)};
            arrived.insert(arrived.end(), again.begin(), again.end());
            const auto database = projected(arrived);
            RC_ASSERT(difference(known, *database) == std::string{});
        });
        QVERIFY(holds);
        must(rebuildProjections(staff.net.counter(1)));
        QCOMPARE(staff.net.difference(), std::string{});
    }

    void nobodyLetsThemselvesInAgain()
    {
        SeededRandom random{1};
        const UserId kim{Uuid::v7(Instant{1}, random)};
        const UserId ada{Uuid::v7(Instant{2}, random)};
        const std::vector<StandingEdit> byHerself{edited(10, ada, true), edited(20, ada, false),
                                                  edited(30, kim, true)};
        QCOMPARE(timesShutOut(kim, byHerself).size(), std::size_t{1});
        QVERIFY(timesShutOut(kim, byHerself)[0].covers(HlcTime{40}));
        QVERIFY(!timesShutOut(kim, byHerself)[0].covers(HlcTime{20}));
        const std::vector<StandingEdit> byAda{edited(20, ada, false), edited(30, ada, true)};
        QVERIFY(!timesShutOut(kim, byAda)[0].covers(HlcTime{40}));
    }

    void ofTwoWaysToBeOutBothHaveToEnd()
    {
        SeededRandom random{1};
        const UserId kim{Uuid::v7(Instant{1}, random)};
        const std::vector<StandingEdit> edits{edited(10, {}, true, true), edited(20, {}, false),
                                              edited(30, {}, std::nullopt, false),
                                              edited(40, {}, true),
                                              edited(50, {}, std::nullopt, true)};
        const auto times = timesShutOut(kim, edits);
        QCOMPARE(times.size(), std::size_t{1});
        QCOMPARE(times[0].entry, edits[1].entry);
        QCOMPARE(times[0].until, HlcTime{50});
    }
};

QTEST_GUILESS_MAIN(RevokedActsTest)
#include "test_revoked_acts.moc"
