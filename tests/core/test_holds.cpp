// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/held/held_entries.h"
#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/holds.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/show_night.h"
#include "core/services/waiting_list.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/projection.h"
#include "tests/support/counter_fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

struct House : CounterFixture {
    using CounterFixture::CounterFixture;

    HoldRequest hold(std::vector<SeatNumber> seats, std::int64_t standing = 0)
    {
        HoldRequest request{.performance = performance(),
                            .kind = hold_kind::kPress,
                            .label = "Evening Post",
                            .seats = std::move(seats),
                            .standing = {},
                            .releaseAt = std::nullopt};
        if (standing > 0) {
            request.standing[category("Standing")] = standing;
        }
        return request;
    }
    ReservationRequest reservation(std::vector<CartItem> items)
    {
        ReservationRequest request;
        request.cart.items = std::move(items);
        request.newCustomer =
            CustomerDetails{.name = "Zoë Öztürk", .email = {}, .phone = "030 1234", .note = {}};
        return request;
    }
    SeatState state(SeatNumber seat) { return (*seatStates(counter(), performance()))[seat]; }
    std::int64_t left(const std::string& name)
    {
        return placesLeft(counter(), performance())->at(category(name));
    }
    Result<Order> sellFrom(std::vector<HoldId> holds, std::vector<CartItem> items)
    {
        SaleRequest request = this->request(std::move(items));
        request.fromHolds = std::move(holds);
        return foyer::sell(counter(), request);
    }
    void checkSound()
    {
        const auto report = verifyJournal(counter());
        QVERIFY(report.has_value());
        for (const auto& finding : report->findings) {
            qWarning("%s", finding.sentence.c_str());
        }
        QVERIFY(report->findings.empty());
    }
};

} // namespace

class HoldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeldSeatIsNotSold()
    {
        House house;
        const auto hold = placeHold(house.counter(), house.hold({3, 4}));
        QVERIFY(hold.has_value());
        QVERIFY(house.state(3) == SeatState::Held);
        QVERIFY(house.state(5) == SeatState::Free);
        QCOMPARE(codeOf(house.sell({house.seat(3)})), std::string{"seat_held"});
        QCOMPARE(codeOf(placeHold(house.counter(), house.hold({4}))), std::string{"seat_held"});
        const auto best =
            bestSeats(house.counter(), {.performance = house.performance(), .count = 8});
        QVERIFY(best.has_value());
        QVERIFY(std::ranges::find(*best, SeatNumber{3}) == best->end());
        QVERIFY(releaseHold(house.counter(), *hold, {3}).has_value());
        QVERIFY(house.sell({house.seat(3)}).has_value());
        QCOMPARE(codeOf(house.sell({house.seat(4)})), std::string{"seat_held"});
        QVERIFY(releaseHold(house.counter(), *hold).has_value());
        QVERIFY(house.sell({house.seat(4)}).has_value());
        QCOMPARE(codeOf(releaseHold(house.counter(), *hold)), std::string{"unknown_hold"});
        house.checkSound();
    }

    void heldQuantitiesSpendRightsLikeTickets()
    {
        House house;
        const std::int64_t before = house.left("Standing");
        const auto hold = placeHold(house.counter(), house.hold({}, 10));
        QVERIFY(hold.has_value());
        QCOMPARE(house.left("Standing"), before - 10);
        QVERIFY(house.sell({house.standing(), house.standing()}).has_value());
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"sold_out"});
        QCOMPARE(codeOf(placeHold(house.counter(), house.hold({}, 1))), std::string{"sold_out"});
        QVERIFY(
            releaseHold(house.counter(), *hold, {}, {{house.category("Standing"), 1}}).has_value());
        QVERIFY(house.sell({house.standing()}).has_value());
        QCOMPARE(codeOf(
                     releaseHold(house.counter(), *hold, {}, {{house.category("Standing"), 10}})),
                 std::string{"not_in_hold"});
        house.checkSound();
    }

    void aSaleTakesItsPlacesOutOfAHold()
    {
        House house;
        const auto hold = placeHold(house.counter(), house.hold({3, 4, 5}, 2));
        QVERIFY(hold.has_value());
        QVERIFY(house.sellFrom({*hold}, {house.seat(4), house.standing()}).has_value());
        QVERIFY(house.state(4) == SeatState::Sold);
        QVERIFY(house.state(3) == SeatState::Held);
        const auto rest = holdsOf(house.counter(), house.performance());
        QCOMPARE(rest->size(), std::size_t{1});
        QCOMPARE(rest->front().places.size(), std::size_t{3});
        house.checkSound();
    }

    void aRefusedSaleLeavesTheHoldAsItWas()
    {
        House house;
        const auto hold = placeHold(house.counter(), house.hold({3}));
        QVERIFY(house.sell({house.seat(7)}).has_value());
        QCOMPARE(codeOf(house.sellFrom({*hold}, {house.seat(3), house.seat(7)})),
                 std::string{"seat_taken"});
        QVERIFY(house.state(3) == SeatState::Held);
        house.checkSound();
    }

    void aReservationWaitsForItsCustomer()
    {
        House house;
        const auto reserved = reserve(house.counter(),
                                      house.reservation({house.seat(8), house.seat(9, "Child"),
                                                         house.standing("Adult", 1)}));
        QVERIFY(reserved.has_value());
        QCOMPARE(reserved->size(), std::size_t{2}); // one for each evening, under one code
        QCOMPARE(reserved->front().code, reserved->back().code);
        QVERIFY(house.state(8) == SeatState::Held);
        const auto found = reservationOf(house.counter(), reserved->front().code);
        QVERIFY(found.has_value());
        const Cart cart = cartOf(*found);
        QCOMPARE(cart.items.size(), std::size_t{3});
        const auto order = house.sellFrom({found->front().id, found->back().id}, cart.items);
        QVERIFY(order.has_value());
        QVERIFY(order->code != reserved->front().code); // no number is given twice
        QCOMPARE(codeOf(reservationOf(house.counter(), reserved->front().code)),
                 std::string{"unknown_reservation"});
        house.checkSound();
    }

    void aReservationNeedsAName()
    {
        House house;
        auto request = house.reservation({house.standing()});
        request.newCustomer.reset();
        QCOMPARE(codeOf(reserve(house.counter(), request)), std::string{"customer_needed"});
        request.parked = true;
        QVERIFY(reserve(house.counter(), request).has_value());
    }

    void aParkedCartSurvivesARestart()
    {
        House house;
        auto request = house.reservation({house.seat(1), house.standing()});
        request.newCustomer.reset();
        request.parked = true;
        const auto parked = reserve(house.counter(), request);
        QVERIFY(parked.has_value());
        QVERIFY(house.reopen().has_value());
        const auto holds = holdsOf(house.counter(), house.performance());
        QCOMPARE(holds->size(), std::size_t{1});
        QCOMPARE(holds->front().kind, std::string{hold_kind::kParked});
        QVERIFY(house.sellFrom({holds->front().id}, cartOf(*holds).items).has_value());
        house.checkSound();
    }

    void whatIsDueIsLetGoOnce()
    {
        House house;
        auto request = house.hold({1, 2});
        request.releaseAt = Instant{house.clock().now().ms + kHourMs};
        QVERIFY(placeHold(house.counter(), request).has_value());
        QVERIFY(placeHold(house.counter(), house.hold({3})).has_value());
        QCOMPARE(*releaseDueHolds(house.counter()), std::size_t{0});
        house.clock().pass(kHourMs);
        QCOMPARE(*releaseDueHolds(house.counter()), std::size_t{1});
        QCOMPARE(*releaseDueHolds(house.counter()), std::size_t{0});
        QVERIFY(house.state(1) == SeatState::Free);
        QVERIFY(house.state(3) == SeatState::Held);
        request.releaseAt = house.clock().now();
        QCOMPARE(codeOf(placeHold(house.counter(), request)), std::string{"release_passed"});
        house.checkSound();
    }

    void aTimeThatIsSaidLaterIsTheOneThatCounts()
    {
        House house;
        Counter& counter = house.counter();
        auto request = house.reservation({house.seat(8), house.standing("Adult", 1)});
        request.expiresAt = Instant{house.clock().now().ms + kHourMs};
        const auto reserved = reserve(counter, request);
        const std::vector<HoldId> holds{reserved->front().id, reserved->back().id};
        const Instant later{house.clock().now().ms + 3 * kHourMs};
        QVERIFY(extendHolds(counter, holds, later).has_value());
        house.clock().pass(2 * kHourMs);
        QCOMPARE(*releaseDueHolds(counter), std::size_t{0});
        QVERIFY(house.state(8) == SeatState::Held);
        QCOMPARE(codeOf(extendHolds(counter, holds, house.clock().now())),
                 std::string{"release_passed"});
        QVERIFY(extendHolds(counter, {holds.front()}, std::nullopt).has_value());
        house.clock().pass(2 * kHourMs);
        QCOMPARE(*releaseDueHolds(counter), std::size_t{1}); // the other evening's
        QCOMPARE(codeOf(extendHolds(counter, {holds.back()}, std::nullopt)),
                 std::string{"unknown_hold"});
        QCOMPARE(codeOf(extendHolds(counter, {}, std::nullopt)), std::string{"unknown_hold"});
        house.checkSound();
    }

    void aParkedCartComesBackWithItsPrices()
    {
        House house;
        ReservationRequest request;
        request.parked = true;
        CartItem scratched = house.standing();
        scratched.reduction =
            HandReduction{HandReduction::Kind::Percent, 10'000, "Behind a pillar"};
        request.cart = {{house.seat(1), scratched, house.standing(), house.standing("Adult", 1)},
                        {},
                        500};
        const auto before = quote(house.counter(), request.cart);
        QVERIFY(before.has_value());
        QVERIFY(reserve(house.counter(), request).has_value());
        QVERIFY(house.reopen().has_value());
        const auto all = heldBack(house.counter());
        QCOMPARE(all->size(), std::size_t{1});
        QCOMPARE(all->front().holds.size(), std::size_t{2});
        QCOMPARE(all->front().places(), std::size_t{4});
        QVERIFY(all->front().price == before->total);
        const Cart back = cartForSale(house.counter(), all->front());
        QCOMPARE(back.donationMinor, 500);
        QCOMPARE(quote(house.counter(), back)->total.minor(), before->total.minor());
        // It is kept for half a day, since nobody said for how long.
        house.clock().pass(kParkedMs);
        QCOMPARE(*releaseDueHolds(house.counter()), std::size_t{2});
        house.checkSound();
    }

    void aParkedCartBecomesAReservationAndAHoldWithoutAGap()
    {
        House house;
        Counter& counter = house.counter();
        auto request = house.reservation({house.seat(1), house.seat(2)});
        request.parked = true;
        request.newCustomer.reset();
        const auto parked = reserve(counter, request);
        auto kept = house.reservation({house.seat(1), house.seat(2)});
        QCOMPARE(codeOf(reserve(counter, kept)), std::string{"seat_held"});
        kept.fromHolds = {parked->front().id};
        const auto reserved = reserve(counter, kept);
        QVERIFY(reserved.has_value());
        QCOMPARE(holdsOf(counter, house.performance())->size(), std::size_t{1});
        auto press = house.hold({1});
        press.fromHolds = {reserved->front().id};
        QVERIFY(placeHold(counter, press).has_value());
        QVERIFY(house.state(1) == SeatState::Held);
        QVERIFY(house.state(2) == SeatState::Free); // a reservation that is taken from has served
        QCOMPARE(codeOf(reserve(counter, kept)), std::string{"unknown_hold"});
        house.checkSound();
    }

    void aPartOfWhatTheHouseHoldsIsSoldAsTheUsualTicket()
    {
        House house;
        Counter& counter = house.counter();
        const auto hold = placeHold(counter, house.hold({3, 4, 5}, 4));
        const auto part = heldForSale(counter, {*hold}, {{4}, {{house.category("Standing"), 2}}});
        QVERIFY(part.has_value());
        QVERIFY(!part->price);
        const Cart cart = cartForSale(counter, *part);
        QCOMPARE(cart.items.size(), std::size_t{3});
        QVERIFY(cart.items.front().type == house.type("Adult"));
        QVERIFY(house.sellFrom({*hold}, cart.items).has_value());
        QCOMPARE(holdsOf(counter, house.performance())->front().places.size(), std::size_t{4});
        QCOMPARE(codeOf(heldForSale(counter, {*hold}, {{4}, {}})), std::string{"not_in_hold"});
        QCOMPARE(codeOf(heldForSale(counter, {HoldId{}})), std::string{"unknown_hold"});
        house.checkSound();
    }

    void badRequestsAreRefusedAndChangeNothing()
    {
        House house;
        Counter& counter = house.counter();
        const auto before = counter.journal().head().sequence;
        QCOMPARE(codeOf(placeHold(counter, house.hold({}))), std::string{"nothing_to_hold"});
        QCOMPARE(codeOf(placeHold(counter, house.hold({kSmallSeats}))),
                 std::string{"unknown_category"});
        auto request = house.hold({1});
        request.kind = "friends";
        QCOMPARE(codeOf(placeHold(counter, request)), std::string{"bad_hold_kind"});
        request = house.hold({1});
        request.performance = {};
        QCOMPARE(codeOf(placeHold(counter, request)), std::string{"unknown_performance"});
        request = house.hold({1});
        request.standing[house.category("Stalls")] = 1;
        QCOMPARE(codeOf(placeHold(counter, request)), std::string{"unknown_category"});
        QCOMPARE(codeOf(house.sellFrom({HoldId{}}, {house.standing()})),
                 std::string{"unknown_hold"});
        QCOMPARE(counter.journal().head().sequence, before);
    }

    void nothingIsEverPromisedTwice()
    {
        QVERIFY(rc::check("seats and places held, reserved and sold", [] {
            House house{1 + *rc::gen::inRange<std::uint64_t>(0, 1'000)};
            Counter& counter = house.counter();
            std::vector<HoldId> holds;
            const int acts = *rc::gen::inRange(5, 25);
            for (int i = 0; i < acts; ++i) {
                const auto seat = *rc::gen::inRange<SeatNumber>(0, 8);
                house.clock().pass(1'000);
                switch (*rc::gen::inRange(0, 5)) {
                case 0:
                    if (const auto hold = placeHold(counter, house.hold({seat}, 2))) {
                        holds.push_back(*hold);
                    }
                    break;
                case 1:
                    if (const auto reserved =
                            reserve(counter, house.reservation({house.seat(seat, "Child")}))) {
                        holds.push_back(reserved->front().id);
                    }
                    break;
                case 2:
                    (void)house.sell({house.seat(seat), house.standing()});
                    break;
                case 3:
                    if (!holds.empty()) {
                        const auto hold = *rc::gen::elementOf(holds);
                        (void)house.sellFrom({hold}, {house.seat(seat)});
                    }
                    break;
                default:
                    if (!holds.empty()) {
                        (void)releaseHold(counter, *rc::gen::elementOf(holds));
                    }
                }
            }
            // A seat is sold or held or free, and the rights agree with both.
            std::map<SeatNumber, int> owners;
            std::int64_t spent = 0;
            for (const SeatNumber sold :
                 readSoldSeats(counter.database(), counter.organizer(), house.performance())) {
                ++owners[sold];
            }
            const auto held = holdsOf(counter, house.performance());
            for (const StoredHold& hold : *held) {
                for (const HeldPlace& place : hold.places) {
                    ++spent;
                    if (place.seat) {
                        ++owners[*place.seat];
                    }
                }
            }
            for (const auto& [number, count] : owners) {
                RC_ASSERT(count == 1);
            }
            RC_ASSERT(spent <= kSmallCapacity);
            RC_ASSERT(verifyJournal(counter)->findings.empty());
        }));
    }

    void theOrderOfEntriesDoesNotMatter()
    {
        House house;
        const auto hold = placeHold(house.counter(), house.hold({1, 2}, 3));
        QVERIFY(releaseHold(house.counter(), *hold, {2}).has_value());
        QVERIFY(reserve(house.counter(), house.reservation({house.seat(5)})).has_value());
        QVERIFY(extendHolds(house.counter(), {*hold}, Instant{house.clock().now().ms + kHourMs})
                    .has_value());
        house.clock().pass(1'000);
        QVERIFY(extendHolds(house.counter(), {*hold}, Instant{house.clock().now().ms + 2 * kHourMs})
                    .has_value());
        QVERIFY(releaseHold(house.counter(), *hold).has_value());
        const auto join = joinWaitingList(
            house.counter(),
            {.performance = house.performance(),
             .customer = {.name = "Kim", .email = {}, .phone = "030 1234", .note = {}},
             .count = 2,
             .category = {}});
        QVERIFY(endWaiting(house.counter(), *join, true).has_value());
        std::vector<Entry> entries;
        readEntries(house.counter().database(), house.counter().organizer(),
                    [&](const Entry& entry) {
                        entries.push_back(entry);
                        return true;
                    });
        const auto contents = [&] {
            std::vector<std::string> rows;
            Database& database = house.counter().database();
            const QRegularExpression hex{QStringLiteral("hex\\((\\w+)\\)")};
            for (QString sql :
                 {QStringLiteral("SELECT hex(id) || coalesce(kind, '-') || coalesce(placed_at, 0) "
                                 "|| ' ' || coalesce(release_at, 0) FROM hold ORDER BY id"),
                  QStringLiteral("SELECT hex(hold) || seat || ' ' || placed || ' ' || released "
                                 "FROM hold_place ORDER BY hold, seat, category"),
                  QStringLiteral("SELECT hex(quota) || spent || ' ' || regained FROM allotment "
                                 "ORDER BY quota"),
                  QStringLiteral("SELECT hex(id) || coalesce(at, 0) || coalesce(reason, '-') "
                                 "FROM waiting")}) {
                if (isOnPostgres()) {
                    sql.replace(hex, QStringLiteral("encode(\\1, 'hex')"));
                }
                database.each(sql.toStdString(), {},
                              [&](const DbRow& row) { rows.push_back(row.text(0)); });
            }
            std::ranges::sort(rows); // those that rank the same come in any order
            return rows;
        };
        const auto straight = contents();
        QVERIFY(straight.size() > 4);
        QVERIFY(rc::check("applied in any order, and twice", [&] {
            Database& database = house.counter().database();
            Transaction transaction{database};
            for (const ProjectionTable& table : projectionTables()) {
                database.runScript(std::string{"DELETE FROM "} + table.name);
            }
            auto shuffled =
                *rc::gen::container<std::vector<int>>(entries.size(), rc::gen::inRange(0, 1'000));
            std::vector<std::size_t> order(entries.size());
            for (std::size_t i = 0; i < order.size(); ++i) {
                order[i] = i;
            }
            std::ranges::stable_sort(order, {}, [&](std::size_t i) { return shuffled[i]; });
            for (const std::size_t i : order) {
                project(database, entries[i]);
                project(database, entries[i]);
            }
            RC_ASSERT(contents() == straight);
        }));
    }

    void theWaitingListSaysWhoIsNext()
    {
        House house;
        Counter& counter = house.counter();
        QVERIFY(placeHold(counter, house.hold({}, 12)).has_value());
        const auto wait = [&](const std::string& name, std::int64_t count) {
            house.clock().pass(1'000);
            return joinWaitingList(
                counter,
                {.performance = house.performance(),
                 .customer = {.name = name, .email = {}, .phone = "030 1234", .note = {}},
                 .count = count,
                 .category = house.category("Standing")});
        };
        const auto four = wait("Four", 4);
        const auto two = wait("Two", 2);
        QVERIFY(four && two);
        QVERIFY(!*nextWaiting(counter, house.performance()));
        const auto hold = holdsOf(counter, house.performance())->front().id;
        QVERIFY(releaseHold(counter, hold, {}, {{house.category("Standing"), 2}}).has_value());
        // The first of the list whose wish can be met.
        QCOMPARE((*nextWaiting(counter, house.performance()))->name, std::string{"Two"});
        QVERIFY(releaseHold(counter, hold, {}, {{house.category("Standing"), 2}}).has_value());
        QCOMPARE((*nextWaiting(counter, house.performance()))->name, std::string{"Four"});
        QVERIFY(endWaiting(counter, *four, true).has_value());
        QCOMPARE((*nextWaiting(counter, house.performance()))->name, std::string{"Two"});
        QCOMPARE(codeOf(wait("", 0)), std::string{"bad_count"});
        house.checkSound();
    }

    void whoIsNextGetsThePlacesUnderTheirName()
    {
        House house;
        Counter& counter = house.counter();
        const auto wait = [&](const std::string& name, std::int64_t count) {
            house.clock().pass(1'000);
            return joinWaitingList(
                counter,
                {.performance = house.performance(),
                 .customer = {.name = name, .email = {}, .phone = "030 1234", .note = {}},
                 .count = count,
                 .category = {}});
        };
        const auto two = wait("Two", 2);
        const auto many = wait("Many", 40);
        QCOMPARE(waitingLists(counter)->size(), std::size_t{2});
        const Instant until{house.clock().now().ms + kHourMs};
        const auto reserved = offerPlaces(counter, *two, until);
        QVERIFY(reserved.has_value());
        const auto all = heldBack(counter, house.performance());
        QCOMPARE(all->front().name, std::string{"Two"});
        QCOMPARE(all->front().places(), std::size_t{2});
        QVERIFY(all->front().first().places.front().seat); // the best category first
        QVERIFY(all->front().first().releaseAt == until);
        QCOMPARE(waitingLists(counter)->size(), std::size_t{1});
        QCOMPARE(codeOf(offerPlaces(counter, *two, until)), std::string{"unknown_waiting"});
        QCOMPARE(codeOf(offerPlaces(counter, *many, until)), std::string{"not_enough_places"});
        QCOMPARE(waitingLists(counter)->size(), std::size_t{1});
        house.clock().pass(40LL * 24 * kHourMs);
        QVERIFY(waitingLists(counter)->empty()); // the evening is over
        house.checkSound();
    }

    void whoComesForTicketsIsListedWithWhatTheyOwe()
    {
        House house;
        Counter& counter = house.counter();
        SaleRequest sale = house.request({house.seat(1), house.seat(2, "Child")});
        sale.newCustomer =
            CustomerDetails{.name = "Ada", .email = "ada@example.org", .phone = {}, .note = {}};
        const auto order = foyer::sell(counter, sale);
        QVERIFY(order.has_value());
        QVERIFY(house.sell({house.seat(4)}).has_value()); // to nobody
        const auto reserved =
            reserve(counter, house.reservation({house.seat(8), house.standing()}));
        QVERIFY(reserved.has_value());
        const auto night = showNight(counter, house.performance());
        QVERIFY(night.has_value());
        QCOMPARE(night->willCall.size(), std::size_t{2});
        const WillCall& sold = night->willCall[0];
        QCOMPARE(sold.name, std::string{"Ada"});
        QCOMPARE(sold.reach, std::string{"ada@example.org"});
        QCOMPARE(sold.code, displayOrderCode(order->code));
        QCOMPARE(sold.places.size(), std::size_t{2});
        QVERIFY(!sold.toPay);
        const WillCall& kept = night->willCall[1];
        QCOMPARE(kept.name, std::string{"Zoë Öztürk"});
        QVERIFY(kept.isReserved);
        QCOMPARE(kept.places.size(), std::size_t{2});
        QCOMPARE(kept.toPay->minor(), quote(counter, cartOf(*reserved))->total.minor());
        QCOMPARE(kept.holds, std::vector{reserved->front().id});
    }

    void entriesSayTheSameAfterReadingThem()
    {
        const PlacesHeld held{.hold = HoldId{Uuid::v8({1})},
                              .performance = PerformanceId{Uuid::v8({2})},
                              .kind = hold_kind::kReservation,
                              .label = "von gestern",
                              .places = {{SeatNumber{7},
                                          CategoryId{Uuid::v8({3})},
                                          TicketTypeId{Uuid::v8({4})},
                                          {QuotaId{Uuid::v8({5})}}},
                                         {std::nullopt, CategoryId{Uuid::v8({3})}, {}, {}}},
                              .releaseAt = Instant{12},
                              .customer = CustomerId{Uuid::v8({6})},
                              .code = "3U22223A",
                              .series = "3U",
                              .number = 9,
                              .terms = {"SUMMER",
                                        500,
                                        {{SeatNumber{7},
                                          CategoryId{Uuid::v8({3})},
                                          TicketTypeId{Uuid::v8({4})},
                                          {HandReduction::Kind::Percent, 10'000, "scratched"}}}}};
        QVERIFY(decodePlacesHeld(*decodeCbor(encode(held))).value() == held);
        const PlacesReleased released{held.hold, held.performance, held.places, "due"};
        QVERIFY(decodePlacesReleased(*decodeCbor(encode(released))).value() == released);
        const HoldExtended extended{held.hold, held.performance, std::nullopt};
        QVERIFY(decodeHoldExtended(*decodeCbor(encode(extended))).value() == extended);
        const WaitingJoined joined{
            WaitingId{Uuid::v8({7})}, held.performance, *held.customer, 3, {}};
        QVERIFY(decodeWaitingJoined(*decodeCbor(encode(joined))).value() == joined);
    }
};

QTEST_GUILESS_MAIN(HoldsTest)
#include "test_holds.moc"
