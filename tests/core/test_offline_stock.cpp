// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/authority/rights_office.h"
#include "core/services/catalogue.h"
#include "core/services/incidents.h"
#include "core/services/offline_stock.h"
#include "core/services/rights_authority.h"
#include "core/services/rights_return.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/till.h"
#include "core/storage/offline_stock_store.h"
#include "core/storage/rights_store.h"
#include "tests/support/box_office_net.h"

#include <QTest>

#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

EventId eventOf(BoxOfficeNet& net)
{
    return (*offerOf(net.counter(0), net.performance()))->event.id;
}

Result<RightsAnswer> ask(BoxOfficeNet& net, const RightsWish& wish)
{
    const auto batch = net.authority().begin();
    auto answer = grantRights(net.authority(), *batch, wish);
    batch->commit();
    return answer;
}

/// What the sync does in the background: whether there was anything to ask for.
bool keepStock(BoxOfficeNet& net, std::size_t number)
{
    const auto wish = net.sync(number).stockWish();
    if (!wish || !*wish) {
        return false;
    }
    const auto answer = ask(net, **wish);
    return answer && net.sync(number).granted(*answer).has_value();
}

std::int64_t seatsHere(BoxOfficeNet& net, std::size_t number, std::size_t performance = 0)
{
    return placesHere(net.counter(number), net.performance(performance))->seats;
}

/// The counter that founded the house gives back what it had, and every counter may keep so much.
void share(BoxOfficeNet& net, std::int64_t rights, std::int64_t seats)
{
    QVERIFY(returnAllRights(net.counter(0)));
    QVERIFY(setOfflineStock(net.counter(0), {eventOf(net), rights, seats}));
    net.settle();
}

ShiftId beginShift(BoxOfficeNet& net, std::size_t number)
{
    const auto shift = startShift(net.counter(number), {});
    return shift ? shift->id : ShiftId{};
}

} // namespace

class OfflineStockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCounterFetchesItsStockByItselfAndSellsItWithoutTheServer()
    {
        BoxOfficeNet net{1};
        share(net, 8, 4);
        QCOMPARE(seatsHere(net, 1), std::int64_t{0});
        QVERIFY(keepStock(net, 1));
        QCOMPARE(seatsHere(net, 1), std::int64_t{4});
        QCOMPARE(seatsHere(net, 1, 1), std::int64_t{4}); // of every performance
        net.counter(1).authority().setWithinReach(false);
        const auto states = seatStates(net.counter(1), net.performance());
        std::vector<CartItem> all;
        for (SeatNumber seat = 0; seat < kSmallSeats; ++seat) {
            if ((*states)[seat] == SeatState::Free) {
                all.push_back(net.seat(1, seat));
            }
        }
        QCOMPARE(all.size(), std::size_t{4});
        QCOMPARE(codeOf(net.sellOffline(1, all)), std::string{"done"});
        QCOMPARE(seatsHere(net, 1), std::int64_t{0});
        const auto other = static_cast<SeatNumber>(std::ranges::find(*states, SeatState::NotHere) -
                                                   states->begin());
        QCOMPARE(codeOf(net.sellOffline(1, {net.seat(1, other)})), std::string{"rights_short"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void nothingIsFetchedBeforeAQuarterIsGone()
    {
        QVERIFY(rc::check([] {
            const auto wanted = *rc::gen::inRange<std::int64_t>(0, 1'000);
            const auto held = *rc::gen::inRange<std::int64_t>(0, 1'200);
            const std::int64_t fetched = stockToFetch(held, wanted);
            RC_ASSERT(fetched == 0 || held + fetched == wanted);
            RC_ASSERT((fetched > 0) ==
                      (wanted > held && 4 * (wanted - held) > wanted - wanted % 4));
        }));
        BoxOfficeNet net{1};
        share(net, 9, 4);
        QVERIFY(keepStock(net, 1));
        QVERIFY(!keepStock(net, 1));
    }

    void askingAgainAndAgainBringsNoMoreThanAFairShare()
    {
        BoxOfficeNet net{1};
        share(net, 100, 100);
        for (int i = 0; i < 10; ++i) {
            (void)keepStock(net, 1);
            net.settle();
        }
        QVERIFY(seatsHere(net, 1) > 0);
        QVERIFY(seatsHere(net, 1) <= kSmallSeats / 4); // half of it, between two counters
        QCOMPARE(codeOf(net.sell(0, std::vector<CartItem>(6, net.standing(0)))),
                 std::string{"done"});
    }

    void theServerGivesNoCounterMoreThanItMayKeep()
    {
        BoxOfficeNet net{1};
        share(net, 2, 3);
        const auto quotas = (*offerOf(net.counter(1), net.performance()))->quotas;
        QVERIFY(!quotas.empty());
        for (int i = 0; i < 3; ++i) { // however often it asks, and whatever for
            RightsWish wish;
            wish.id = Uuid::v7(net.clock().now(), net.random());
            wish.holder = net.counter(1).replica();
            for (const Quota& quota : quotas) {
                wish.quotas.push_back({quota.id, 0, 1'000});
            }
            wish.seats.push_back({net.performance(), {}, 1'000});
            QVERIFY(net.sync(1).granted(*ask(net, wish)));
        }
        for (const Quota& quota : quotas) {
            const std::int64_t fair = quota.capacity / 4; // half of it, between two counters
            QCOMPARE(readRights(net.counter(1).database(), net.counter(1).organizer(), quota.id,
                                net.counter(1).replica())
                         .left(),
                     std::min<std::int64_t>(fair, 2));
        }
        QCOMPARE(static_cast<std::int64_t>(
                     seatCount(readLeases(net.counter(1).database(), net.counter(1).organizer(),
                                          net.performance(), net.counter(1).replica()))),
                 std::int64_t{3});
        // What somebody is about to buy is not a stock, and is given all the same.
        QCOMPARE(codeOf(net.sell(1, std::vector<CartItem>(5, net.standing(1)))),
                 std::string{"done"});
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void aSaleFetchesWhatItNeedsAndTheStockThatWasSet()
    {
        BoxOfficeNet net{1};
        share(net, 2, 0);
        QCOMPARE(codeOf(net.sellOffline(1, {net.standing(1)})), std::string{"rights_short"});
        const auto wish = net.sync(1).wishFor(net.counter(1).rightsNeed());
        QVERIFY(wish);
        QVERIFY(!wish->quotas.empty());
        for (const auto& quota : wish->quotas) {
            QCOMPARE(quota.least, std::int64_t{1});
            QCOMPARE(quota.most, std::int64_t{3});
        }
    }

    void whatIsSoldAndNotHandedOverYetIsNotCountedAsKept()
    {
        BoxOfficeNet net{1};
        share(net, 2, 0);
        const std::vector<CartItem> one{net.standing(1)};
        QCOMPARE(codeOf(net.sell(1, one)), std::string{"done"}); // and two more to keep
        QCOMPARE(codeOf(net.sellOffline(1, one)), std::string{"done"});
        QCOMPARE(codeOf(net.sellOffline(1, one)), std::string{"done"});
        QCOMPARE(codeOf(net.sellOffline(1, one)), std::string{"rights_short"});
        const auto wish = net.sync(1).wishFor(net.counter(1).rightsNeed());
        QVERIFY(wish && net.sync(1).granted(*ask(net, *wish)));
        QCOMPARE(codeOf(net.sellOffline(1, one)), std::string{"done"});
        QCOMPARE(codeOf(net.sellOffline(1, one)), std::string{"done"}); // one to keep, again
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void whereNothingMayBeKeptNothingIsFetched()
    {
        BoxOfficeNet net{1};
        share(net, 0, 0);
        QVERIFY(!keepStock(net, 1));
    }

    void theLastOnesStayWhereAnybodyCanGetThem()
    {
        BoxOfficeNet net{1};
        QVERIFY(setOfflineStock(net.counter(0), {eventOf(net), 8, 8}));
        net.settle();
        QVERIFY(!keepStock(net, 1)); // counter 0 has everything: not even asked for
        QVERIFY(returnAllRights(net.counter(0)));
        net.settle();
        std::vector<CartItem> most;
        for (SeatNumber seat = 0; seat < kSmallSeats - 3; ++seat) {
            most.push_back(net.seat(0, seat));
        }
        QCOMPARE(codeOf(net.sell(0, most)), std::string{"done"});
        net.settle();
        const auto wish = net.sync(1).stockWish();
        QVERIFY(wish && *wish);
        QVERIFY(!(*wish)->seats.empty()); // of the other performances
        for (const auto& seats : (*wish)->seats) {
            QVERIFY(seats.performance != net.performance()); // of three seats nobody keeps one
        }
    }

    void whatWasNotSoldGoesBackWhenTheLastShiftIsClosed()
    {
        BoxOfficeNet net{1};
        share(net, 8, 4);
        const ShiftId shift = beginShift(net, 1);
        QVERIFY(!shift.isNil());
        QVERIFY(keepStock(net, 1));
        QVERIFY(closeShift(net.counter(1), shift, {}));
        QCOMPARE(seatsHere(net, 1), std::int64_t{4}); // the server has not been heard of
        net.settle();
        QCOMPARE(seatsHere(net, 1), std::int64_t{0});
        QCOMPARE(static_cast<std::int64_t>(
                     seatCount(availableSeats(net.authority(), net.performance()))),
                 std::int64_t{kSmallSeats});
        QVERIFY(!keepStock(net, 1)); // the night is over
        QVERIFY(!beginShift(net, 1).isNil());
        QVERIFY(keepStock(net, 1));
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }

    void whatWasLeasedIsKnownUntilItHasBegun()
    {
        BoxOfficeNet net{1};
        share(net, 8, 4);
        QVERIFY(keepStock(net, 1));
        Counter& counter = net.counter(1);
        const auto leasedSince = [&](Instant since) {
            const auto leased = readLeasedPerformances(counter.database(), counter.organizer(),
                                                       counter.replica(), since);
            return std::ranges::count(leased, net.performance());
        };
        const Instant begins = (*offerOf(counter, net.performance()))->performance.startsAt;
        QCOMPARE(leasedSince(Instant{INT64_MIN}), 1);
        QCOMPARE(leasedSince(begins), 1);
        QCOMPARE(leasedSince(Instant{begins.ms + 1}), 0);
    }

    void aShiftThatBeginsBeforeTheServerIsHeardOfKeepsTheStock()
    {
        BoxOfficeNet net{1};
        share(net, 8, 4);
        const ShiftId shift = beginShift(net, 1);
        QVERIFY(keepStock(net, 1));
        QVERIFY(closeShift(net.counter(1), shift, {}));
        net.restart(1);
        QVERIFY(!beginShift(net, 1).isNil());
        net.settle();
        QCOMPARE(seatsHere(net, 1), std::int64_t{4});
    }

    void theReturnIsRememberedOverARestart()
    {
        BoxOfficeNet net{1};
        share(net, 8, 4);
        const ShiftId shift = beginShift(net, 1);
        QVERIFY(keepStock(net, 1));
        QVERIFY(closeShift(net.counter(1), shift, {}));
        net.restart(1);
        net.settle();
        QCOMPARE(seatsHere(net, 1), std::int64_t{0});
    }

    void aCounterThatIsItsOwnAuthorityKeepsWhatItHasAtTheEndOfAShift()
    {
        CounterFixture house;
        const auto shift = startShift(house.counter(), {});
        QVERIFY(shift);
        QVERIFY(closeShift(house.counter(), shift->id, {}));
        QVERIFY(!readStockRest(house.counter().database(), house.counter().organizer()).isDue);
        QCOMPARE(codeOf(returnAllRights(house.counter())), std::string{"not_joined"});
    }

    void whatWasGivenBackIsNotFetchedAgainByItself_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("by command") << QStringLiteral("command");
        QTest::newRow("all by command") << QStringLiteral("all");
        QTest::newRow("by recall") << QStringLiteral("recall");
    }
    void whatWasGivenBackIsNotFetchedAgainByItself()
    {
        QFETCH(QString, how);
        BoxOfficeNet net{1};
        share(net, 8, 4);
        QVERIFY(keepStock(net, 1));
        net.settle();
        if (how == QStringLiteral("command")) {
            QVERIFY(returnRights(net.counter(1), net.performance()));
        } else if (how == QStringLiteral("all")) {
            QVERIFY(returnAllRights(net.counter(1)));
        } else {
            const auto batch = net.authority().begin();
            QVERIFY(recallRights(net.authority(), *batch, Permit::ofProgram(),
                                 {net.counter(1).replica(), net.performance(), 0, "box office"}));
            batch->commit();
        }
        net.settle();
        QCOMPARE(seatsHere(net, 1), std::int64_t{0});
        QVERIFY(!keepStock(net, 1));
        QVERIFY(!beginShift(net, 1).isNil());
        QVERIFY(keepStock(net, 1));
        QVERIFY(seatsHere(net, 1) > 0);
    }

    void twoPeopleWhoSetItAtOnceHaveSetOneThing()
    {
        BoxOfficeNet net{2};
        QVERIFY(setOfflineStock(net.counter(1), {eventOf(net), 5, 6}));
        net.clock().pass(1'000);
        QVERIFY(setOfflineStock(net.counter(2), {eventOf(net), 7, 8}));
        net.settle();
        QCOMPARE(net.difference(), std::string{});
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const auto stocks = offlineStocks(net.counter(i));
            QVERIFY(stocks);
            QCOMPARE(stocks->front().keep, (OfflineStock{eventOf(net), 7, 8}));
            // And who said what is for the house to see.
            const auto incidents = openIncidents(net.counter(i));
            QVERIFY(incidents);
            QCOMPARE(incidents->size(), std::size_t{2});
            for (const Incident& incident : *incidents) {
                QCOMPARE(incident.entityKind, std::string{"offline_stock"});
                QCOMPARE(incident.subjectName,
                         (*offerOf(net.counter(i), net.performance()))->event.name);
            }
        }
    }

    void whoSetsTheRightsLeavesTheSeatsToWhoSetsThem()
    {
        BoxOfficeNet net{2};
        const OfflineStock before{eventOf(net)};
        QVERIFY(setOfflineStock(net.counter(1), {before.event, 5, before.seats}));
        net.clock().pass(1'000);
        QVERIFY(setOfflineStock(net.counter(2), {before.event, before.rights, 8}));
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            QCOMPARE(offlineStocks(net.counter(i))->front().keep,
                     (OfflineStock{before.event, 5, 8}));
            QVERIFY(openIncidents(net.counter(i))->empty());
        }
    }

    void whatIsSetAlreadyIsNotWrittenAgain()
    {
        BoxOfficeNet net{0};
        const OfflineStock stock{eventOf(net), 5, 6};
        QVERIFY(setOfflineStock(net.counter(0), stock));
        const std::int64_t written = net.counter(0).journal().head().sequence;
        QVERIFY(setOfflineStock(net.counter(0), stock));
        QCOMPARE(net.counter(0).journal().head().sequence, written);
    }

    void aNumberThatCannotBeIsRefusedAtItsField()
    {
        BoxOfficeNet net{0};
        const EventId event = eventOf(net);
        QCOMPARE(setOfflineStock(net.counter(0), {event, -1, 0}).error().where,
                 std::string{"rights"});
        QCOMPARE(setOfflineStock(net.counter(0), {event, 0, OfflineStock::kMost + 1}).error().where,
                 std::string{"seats"});
        QCOMPARE(codeOf(
                     setOfflineStock(net.counter(0),
                                     {EventId{Uuid::v7(net.clock().now(), net.random())}, 1, 1})),
                 std::string{"unknown_event"});
        QCOMPARE(offlineStocks(net.counter(0))->front().keep, OfflineStock{event});
    }
};

QTEST_GUILESS_MAIN(OfflineStockTest)
#include "test_offline_stock.moc"
