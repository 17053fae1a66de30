// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/event_editing.h"
#include "core/services/exports.h"
#include "core/services/integrity.h"
#include "core/services/order_import.h"
#include "core/services/order_import_walk.h"
#include "core/services/rights_return.h"
#include "core/services/users.h"
#include "tests/support/box_office_net.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/imported_orders.h"

#include <QTest>

#include <algorithm>
#include <span>
#include <tuple>

using namespace foyer;
using namespace foyer::test;

namespace {

std::vector<ImportedOrder> part(const std::vector<ImportedOrder>& orders, std::size_t from,
                                std::size_t count)
{
    const auto first = orders.begin() + static_cast<std::ptrdiff_t>(from);
    return {first, first + static_cast<std::ptrdiff_t>(count)};
}

std::string refusedIn(const OrderImportReport& report)
{
    std::string refused;
    for (const OrderRefusal& each : report.refusals) {
        refused += each.where + " " + each.why.code + "\n";
    }
    return refused;
}

/// Orders that meet each other: the same seats, more than there is room for, and some twice.
std::vector<ImportedOrder> crowded(CounterFixture& house)
{
    std::vector<ImportedOrder> orders = manyStanding(house, 20);
    for (SeatNumber seat = 0; seat < kSmallSeats; ++seat) {
        orders.push_back(orderOfTickets("seat-" + std::to_string(seat),
                                        {ticketFor(house, "Adult", "",
                                                   house.offer()->plan->seatLabel(seat % 10))}));
    }
    orders.push_back(orders[1]);
    for (ImportedOrder& each : orders) {
        each.customer = {"Person", "same@example.org", {}, {}};
    }
    return orders;
}

OrderImportReport walked(CounterFixture& house, const std::vector<ImportedOrder>& orders,
                         std::size_t step, bool isTrial)
{
    OrderImportWalk walk{"pretix", "test", {}, isTrial};
    auto done = walk.begin(house.counter());
    for (std::size_t i = 0; done && i < orders.size(); i += step) {
        done = walk.take(house.counter(), part(orders, i, std::min(step, orders.size() - i)));
    }
    done = done ? walk.end(house.counter()) : done;
    if (!done) {
        qFatal("%s", done.error().message.c_str());
    }
    return walk.report();
}

NewUser person(const std::string& name, const std::string& role, const std::string& pin)
{
    NewUser user;
    user.name = name;
    user.role = role;
    user.pin = pin;
    return user;
}

} // namespace

class TestOrderImportWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTrialInAnyStepsSaysWhatTheImportThenDoes()
    {
        CounterFixture house;
        const auto orders = crowded(house);
        const auto whole = walked(house, orders, orders.size(), true);
        for (const std::size_t step : {1, 3, 7}) {
            const auto trial = walked(house, orders, step, true);
            QCOMPARE(figuresOf(trial).c_str(), figuresOf(whole).c_str());
            QCOMPARE(refusedIn(trial).c_str(), refusedIn(whole).c_str());
            QCOMPARE(trial.customers, std::size_t{1});
        }
        QVERIFY(whole.refused > 0 && whole.known == 1 && whole.seatsTaken > 0);
        const auto report = walked(house, orders, 5, false);
        QCOMPARE(figuresOf(report).c_str(), figuresOf(whole).c_str());
        QCOMPARE(refusedIn(report).c_str(), refusedIn(whole).c_str());
        QCOMPARE(report.customers, std::size_t{1});
        QVERIFY(verifyJournal(house.counter())->findings.empty());
    }

    void othersSellBetweenTheSteps()
    {
        CounterFixture house;
        const auto orders = manyStanding(house, 12);
        OrderImportWalk walk{"pretix", "test", {}, false};
        QVERIFY(walk.begin(house.counter()).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 0, 6)).has_value());
        house.sellStanding(4);
        QVERIFY(walk.take(house.counter(), part(orders, 6, 6)).has_value());
        QVERIFY(walk.end(house.counter()).has_value());
        QCOMPARE(walk.report().added, static_cast<std::size_t>(kSmallStanding - 4));
        QCOMPARE(codeOf(house.sell({house.standing()})).c_str(), "sold_out");
        QVERIFY(verifyJournal(house.counter())->findings.empty());
    }

    void whatIsEditedBetweenTheStepsCounts()
    {
        CounterFixture house;
        const auto orders = manyStanding(house, 4);
        OrderImportWalk walk{"pretix", "test", {}, false};
        QVERIFY(walk.begin(house.counter()).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 0, 2)).has_value());
        const EventId event = house.offer()->event.id;
        QVERIFY(editEvent(house.counter(), event, {.name = "Hamlet Anew"}).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 2, 2)).has_value());
        QCOMPARE(refusedIn(walk.report()).c_str(),
                 "test, order 2 unknown_event\ntest, order 3 unknown_event\n");
    }

    void somebodyWhoIsErasedMeanwhileGetsNothingMore()
    {
        CounterFixture house;
        auto orders = manyStanding(house, 2);
        orders[1].customer = orders[0].customer;
        OrderImportWalk walk{"pretix", "test", {}, false};
        QVERIFY(walk.begin(house.counter()).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 0, 1)).has_value());
        const auto found = findCustomers(house.counter(), "Person 0");
        QVERIFY(found && found->size() == 1);
        QVERIFY(eraseCustomer(house.counter(), found->front().id).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 1, 1)).has_value());
        QCOMPARE(walk.report().customers, std::size_t{2});
        const auto again = findCustomers(house.counter(), "Person 0");
        QVERIFY(again && again->size() == 1 && again->front().id != found->front().id);
    }

    void noStepIsDoneForSomebodyWhoIsNotThere()
    {
        CounterFixture house;
        QVERIFY(addUser(house.counter(), person("Ada", "administrator", "271828")).has_value());
        auto& access = house.counter().access();
        QVERIFY(access.signIn("Ada", "271828").has_value());
        QVERIFY(addUser(house.counter(), person("Ben", "administrator", "314159")).has_value());
        const auto orders = manyStanding(house, 4);
        OrderImportWalk walk{"pretix", "test", {}, false};
        QVERIFY(walk.begin(house.counter()).has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 0, 1)).has_value());
        access.lock();
        QCOMPARE(codeOf(walk.take(house.counter(), part(orders, 1, 1))).c_str(), "locked");
        QVERIFY(access.signIn("Ben", "314159").has_value());
        QCOMPARE(codeOf(walk.take(house.counter(), part(orders, 1, 1))).c_str(), "other_operator");
        QVERIFY(access.signIn("Ada", "271828").has_value());
        QVERIFY(walk.take(house.counter(), part(orders, 1, 3)).has_value());
        QVERIFY(walk.end(house.counter()).has_value());
        QCOMPARE(walk.report().added, std::size_t{4});

        OrderImportUndoWalk undo{walk.report().id};
        QVERIFY(undo.step(house.counter(), 1).has_value());
        access.signOut("asked");
        QCOMPARE(codeOf(undo.step(house.counter(), 1)).c_str(), "not_signed_in");
        QVERIFY(access.signIn("Ada", "271828").has_value());
        while (!undo.isDone()) {
            QVERIFY(undo.step(house.counter(), 3).has_value());
        }
        QCOMPARE(undo.undone().voided, std::size_t{4});
        QVERIFY(orderImports(house.counter())->front().isUndone);
    }

    void aCounterOfAHouseWithAServerFetchesWhatItLacksAndNoMoreThanThereIs()
    {
        BoxOfficeNet net{1};
        const auto dates = performances(net.counter(1), Instant{0});
        QVERIFY(dates && !dates->empty());
        ImportedTicket ticket;
        ticket.event = "Hamlet";
        ticket.startsAt = dates->front().startsAt;
        ticket.type = "Adult";
        ticket.category = "Standing";
        ticket.gross = 1'200;
        std::vector<ImportedOrder> orders;
        for (int i = 0; i < kSmallStanding + 3; ++i) {
            orders.push_back(orderOfTickets(std::to_string(i), {ticket}));
        }
        QVERIFY(net.sell(0, {net.standing(0)}).has_value());
        QVERIFY(returnRights(net.counter(0), net.performance()).has_value());
        net.settle();
        OrderImportWalk walk{"pretix", "test", {}, false};
        QVERIFY(walk.begin(net.counter(1)).has_value());
        QCOMPARE(codeOf(walk.take(net.counter(1), orders, false)).c_str(), "rights_short");
        QCOMPARE(walk.report().orders, std::size_t{0});
        QVERIFY(!net.counter(1).rightsNeed().isEmpty());
        QCOMPARE(codeOf(net.fetchRights(1)).c_str(), "sold_out"); // not for all of them
        for (const ImportedOrder& order : orders) {
            const bool isFetched =
                codeOf(walk.take(net.counter(1), {order}, false)) == "rights_short";
            if (isFetched) {
                std::ignore = net.fetchRights(1); // or there is no more
                QVERIFY(walk.take(net.counter(1), {order}, true).has_value());
            }
        }
        QVERIFY(walk.end(net.counter(1)).has_value());
        QVERIFY(walk.report().added > 1);
        QVERIFY(walk.report().added < static_cast<std::size_t>(kSmallStanding));
        QCOMPARE(walk.report().added + walk.report().refused, orders.size());
        net.settle();
        QCOMPARE(net.difference().c_str(), "");
    }

    void anExportBesideTheCounterHasTheSameRows()
    {
        CounterFixture house;
        if (house.counter().database().engine() != Database::Engine::Sqlite) {
            QCOMPARE(codeOf(exportPlace(house.counter(), {})).c_str(), "not_a_file");
            return;
        }
        QVERIFY(house.sell({house.seat(2), house.standing("Child")}).has_value());
        (void)walked(house, manyStanding(house, 3), 2, false);
        std::vector<std::string> rows;
        const ExportSink sink{[&rows](const ExportTable& table) {
                                  rows.push_back("table " + table.name);
                                  return Result<void>{};
                              },
                              [&rows](const ExportRow& row) {
                                  std::string line;
                                  for (const auto& cell : row) {
                                      line += cell.value_or("-") + "|";
                                  }
                                  rows.push_back(line);
                                  return Result<void>{};
                              },
                              [] { return Result<void>{}; }};
        const ExportTerms terms{.tables = {}, .hasPersons = true};
        QVERIFY(exportHouse(house.counter(), terms, sink).has_value());
        QVERIFY(exportJournal(house.counter(), {}, terms.until, sink).has_value());
        const auto here = std::exchange(rows, {});
        const auto place = exportPlace(house.counter(), terms);
        QVERIFY(place.has_value());
        QVERIFY(exportHouseAt(*place, terms, sink).has_value());
        const auto journal = exportJournalPlace(house.counter());
        QVERIFY(journal && journal->persons.empty());
        QVERIFY(exportJournalAt(*journal, {}, terms.until, sink).has_value());
        QVERIFY(here.size() > 20);
        QVERIFY(rows == here);
    }
};

QTEST_GUILESS_MAIN(TestOrderImportWalk)
#include "test_order_import_walk.moc"
