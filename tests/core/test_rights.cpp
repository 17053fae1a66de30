// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace foyer;
using namespace foyer::test;

namespace {

std::string codeOf(const Result<Order>& answer)
{
    return answer ? std::string{"sold"} : answer.error().code;
}

/// What the test itself counts of one performance; the product is never asked.
struct Tally {
    int all = 0;
    int standing = 0;
    int children = 0;
    int stallsChildren = 0;
    std::set<SeatNumber> seats;

    void count(const std::vector<CartItem>& items, CounterFixture& house, int by)
    {
        const TicketTypeId child = house.type("Child");
        for (const CartItem& item : items) {
            all += by;
            standing += item.seat ? 0 : by;
            children += item.type == child ? by : 0;
            stallsChildren += item.type == child && item.seat ? by : 0;
            if (item.seat && by > 0) {
                seats.insert(*item.seat);
            } else if (item.seat) {
                seats.erase(*item.seat);
            }
        }
    }
    bool isWithinLimits() const
    {
        return all <= kSmallCapacity && standing <= kSmallStanding && children <= kChildren &&
            stallsChildren <= kStallsChildren;
    }
};

std::vector<CartItem> anyItems(CounterFixture& house)
{
    std::vector<CartItem> items;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        const std::string type = *rc::gen::element<std::string>("Adult", "Child");
        if (*rc::gen::arbitrary<bool>()) {
            items.push_back(house.standing(type));
            continue;
        }
        const auto seat = static_cast<SeatNumber>(*rc::gen::inRange(0, int{kSmallSeats}));
        const bool twice = std::ranges::any_of(items, [&](const CartItem& item) {
            return item.seat == std::optional{seat};
        });
        if (!twice) {
            items.push_back(house.seat(seat, type));
        }
    }
    return items;
}

std::int64_t validTicketsOnTheFullestSeat(Counter& counter)
{
    return counter.database()
        .integer("SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM ticket WHERE seat IS "
                 "NOT NULL AND voided_at IS NULL GROUP BY performance, seat) AS seats")
        .value();
}

} // namespace

class RightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=40"); // each case founds a counter of its own
        }
    }

    void aSaleIsMadeExactlyWhenEveryQuotaAndSeatHasRoom()
    {
        QVERIFY(rc::check("never oversold, never refused without a reason", [] {
            CounterFixture house{smallSeason(1), 7};
            Tally tally;
            std::vector<std::pair<std::string, std::vector<CartItem>>> standing; // by order code
            for (int act = 0; act < 25; ++act) {
                if (!standing.empty() && *rc::gen::inRange(0, 4) == 0) {
                    const auto which = *rc::gen::inRange<std::size_t>(0, standing.size());
                    RC_ASSERT(
                        voidOrder(house.counter(), standing[which].first, "asked").has_value());
                    tally.count(standing[which].second, house, -1);
                    standing.erase(standing.begin() + static_cast<std::ptrdiff_t>(which));
                    continue;
                }
                const auto items = anyItems(house);
                if (items.empty()) {
                    continue;
                }
                const bool seatsFree = std::ranges::none_of(items, [&](const CartItem& item) {
                    return item.seat && tally.seats.contains(*item.seat);
                });
                Tally after = tally;
                after.count(items, house, 1);
                const auto sold = house.sell(items);
                RC_ASSERT(sold.has_value() == (seatsFree && after.isWithinLimits()));
                if (sold) {
                    tally = after;
                    standing.emplace_back(sold->code, items);
                } else {
                    const std::string code = sold.error().code;
                    RC_ASSERT(code == (after.isWithinLimits() ? "seat_taken" : "sold_out") ||
                              (code == "seat_taken" && !seatsFree));
                }
            }
            RC_ASSERT(validTicketsOnTheFullestSeat(house.counter()) <= 1);
            const auto sold = readSoldSeats(house.counter().database(), house.counter().organizer(),
                                            house.performance());
            RC_ASSERT(std::set<SeatNumber>(sold.begin(), sold.end()) == tally.seats);
        }));
    }

    void theLastStandingPlaceIsSoldOnce()
    {
        CounterFixture house;
        house.sellStanding(static_cast<int>(kSmallStanding));
        const auto over = house.sell({house.standing()});
        QCOMPARE(codeOf(over), std::string{"sold_out"});
        QCOMPARE(over.error().facts.at(0), std::string{"Standing"});
        QCOMPARE(codeOf(house.sell({house.standing("Adult", 1)})),
                 std::string{"sold"}); // next evening
    }

    void aSeatIsSoldOnceAndAgainAfterItsVoid()
    {
        CounterFixture house;
        const auto first = house.sell({house.seat(5)});
        QVERIFY(first);
        const auto second = house.sell({house.seat(5)});
        QCOMPARE(codeOf(second), std::string{"seat_taken"});
        QCOMPARE(second.error().facts.at(0), std::string{"A 6"});
        QVERIFY(voidOrder(house.counter(), first->code, "asked"));
        QCOMPARE(codeOf(house.sell({house.seat(5)})), std::string{"sold"});
        QCOMPARE(codeOf(house.sell({house.seat(5)})), std::string{"seat_taken"});
    }

    void aRefusedSaleChangesNothing()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(0)}));
        const auto before = house.counter().journal().head();
        const auto mixed = house.sell({house.seat(1), house.standing(), house.seat(0)});
        QCOMPARE(codeOf(mixed), std::string{"seat_taken"});
        QVERIFY(house.counter().journal().head() == before);
        QCOMPARE(codeOf(house.sell({house.seat(1)})), std::string{"sold"});
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
    }

    void ofTwoQuotasOverOneTicketTheTighterOneDecides()
    {
        CounterFixture house;
        for (SeatNumber seat = 0; seat < kStallsChildren; ++seat) {
            QCOMPARE(codeOf(house.sell({house.seat(seat, "Child")})), std::string{"sold"});
        }
        const auto over = house.sell({house.seat(10, "Child")});
        QCOMPARE(codeOf(over), std::string{"sold_out"});
        QCOMPARE(over.error().facts.at(0), std::string{"Children in the stalls"});
        for (auto i = kStallsChildren; i < kChildren; ++i) {
            QCOMPARE(codeOf(house.sell({house.standing("Child")})), std::string{"sold"});
        }
        const auto none = house.sell({house.standing("Child")});
        QCOMPARE(none.error().facts.at(0), std::string{"Children"});
        QCOMPARE(codeOf(house.sell({house.seat(10)})), std::string{"sold"}); // an adult may
    }

    void aRepeatedRequestSellsOnceAndAnswersTheSame()
    {
        CounterFixture house;
        const SaleRequest request = house.request({house.standing(), house.seat(3)});
        const auto first = sell(house.counter(), request);
        const auto head = house.counter().journal().head();
        house.clock().pass(60'000);
        const auto second = sell(house.counter(), request);
        QVERIFY(first && second);
        QVERIFY(house.reopen());
        const auto third = sell(house.counter(), request);
        QVERIFY(third);
        for (const auto& again : {*second, *third}) {
            QCOMPARE(again.code, first->code);
            QVERIFY(again.tickets == first->tickets);
            QVERIFY(again.payments == first->payments);
            QVERIFY(again.total == first->total);
            QCOMPARE(again.placedAt.ms, first->placedAt.ms);
        }
        QVERIFY(house.counter().journal().head().sequence == head.sequence);
    }

    void aPriceThatChangedSinceItWasToldSellsNothing()
    {
        CounterFixture house;
        SaleRequest request = house.request({house.standing()});
        request.totalTold = Money{1'299, *Currency::fromCode("EUR")};
        const auto told = sell(house.counter(), request);
        QCOMPARE(codeOf(told), std::string{"price_changed"});
        QVERIFY((told.error().facts == std::vector<std::string>{"12.99", "13.00"}));
        QCOMPARE(codeOf(findOrder(house.counter(), request.id)), std::string{"unknown_order"});
        request.totalTold = Money{1'300, *Currency::fromCode("EUR")};
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"sold"});
    }

    void aVoidedOrderIsVoidedOnce()
    {
        CounterFixture house;
        const auto sold = house.sellStanding(1);
        QVERIFY(voidOrder(house.counter(), sold[0].code, "asked"));
        QCOMPARE(codeOf(voidOrder(house.counter(), sold[0].code, "asked")),
                 std::string{"already_void"});
        const auto left = placesLeft(house.counter(), house.performance());
        QCOMPARE(left->at(house.category("Standing")), kSmallStanding);
    }
};

QTEST_GUILESS_MAIN(RightsTest)
#include "test_rights.moc"
