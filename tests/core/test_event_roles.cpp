// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// People who help with one event may do there what their role in it says, and nothing elsewhere.

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/branding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/event_editing.h"
#include "core/services/event_prices.h"
#include "core/services/event_publishing.h"
#include "core/services/event_reading.h"
#include "core/services/gate.h"
#include "core/services/holds.h"
#include "core/services/invitations.h"
#include "core/services/operator_cards.h"
#include "core/services/order_history.h"
#include "core/services/order_import.h"
#include "core/services/order_search.h"
#include "core/services/people.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/reports.h"
#include "core/services/sales.h"
#include "core/services/show_night.h"
#include "core/services/ticket_codes.h"
#include "core/services/till.h"
#include "core/services/users.h"
#include "core/services/venue_editing.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/text_pictures.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Season twoEvents()
{
    Season season = smallSeason();
    SeasonEvent other = season.events[0];
    other.name = "Othello";
    other.performances[0].startsAt.ms += 24LL * 3'600'000;
    season.events.push_back(other);
    return season;
}

/// A house with two events, an administrator, and somebody who works for the first event only.
struct TwoEvents {
    TwoEvents() : house{twoEvents()}
    {
        access().setPasswordCost({1, 8});
        add("Ada", "administrator");
        signIn("Ada");
        tim = add("Tim", "team");
    }
    Counter& counter() { return house.counter(); }
    AccessControl& access() { return counter().access(); }
    EventId event(std::size_t number) { return house.offer(number)->event.id; }
    UserId add(const std::string& name, const std::string& role)
    {
        return addUser(counter(), {name, role, name + " has 482915 words", ""}).value();
    }
    void signIn(const std::string& name)
    {
        if (const auto in = access().signIn(name, name + " has 482915 words"); !in) {
            qFatal("sign in: %s", in.error().message.c_str());
        }
    }
    /// As the administrator; then Tim is at the counter.
    void give(const std::string& role, std::size_t number = 0)
    {
        signIn("Ada");
        UserChange change;
        change.eventRoles[event(number)] = role;
        if (const auto changed = changeUser(counter(), tim, change); !changed) {
            qFatal("role: %s", changed.error().message.c_str());
        }
        signIn("Tim");
    }
    /// An item of an event's own types and categories.
    CartItem item(std::size_t number)
    {
        const auto offer = house.offer(number);
        const auto standing =
            std::ranges::find(offer->categories, "Standing", &PriceCategory::name);
        return {offer->performance.id, offer->types[0].id, standing->id, std::nullopt};
    }
    Result<Order> sell(std::vector<std::size_t> events)
    {
        std::vector<CartItem> items;
        for (const std::size_t number : events) {
            items.push_back(item(number));
        }
        return foyer::sell(counter(), house.request(std::move(items)));
    }

    CounterFixture house;
    UserId tim;
};

} // namespace

class TestEventRoles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void somebodyWithoutARoleAnywhereMayDoNothing()
    {
        TwoEvents house;
        house.signIn("Tim");
        QCOMPARE(codeOf(house.sell({0})), std::string{"not_permitted"});
        for (const Permission permission : allPermissions()) {
            QVERIFY(!house.access().may(permission));
            QVERIFY(!house.access().mayForSome(permission));
        }
    }

    void aClerkOfOneEventSellsItAndNothingElse()
    {
        TwoEvents house;
        house.give("clerk");
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        QCOMPARE(codeOf(house.sell({0})), std::string{"done"});
        QCOMPARE(codeOf(house.sell({1})), std::string{"not_permitted"});
        QCOMPARE(codeOf(house.sell({0, 1})), std::string{"not_permitted"});
        SaleRequest donation = house.house.request({house.item(0)});
        donation.cart.donationMinor = 100;
        QCOMPARE(codeOf(sell(house.counter(), donation)), std::string{"not_permitted"});
        QVERIFY(house.access().mayForSome(Permission::Sell));
        QVERIFY(!house.access().may(Permission::Sell));
        QVERIFY(!house.access().mayForSome(Permission::EditCatalogue));
        house.give(""); // until the role is taken back
        QCOMPARE(codeOf(house.sell({0})), std::string{"not_permitted"});
    }

    void ordersOfOtherEventsAreNeitherFoundNorReadNorRefunded()
    {
        TwoEvents house;
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        const auto mine = house.sell({0});
        const auto theirs = house.sell({1});
        const auto both = house.sell({0, 1});
        QVERIFY(mine && theirs && both);
        house.give("organizer");
        QVERIFY(findOrder(house.counter(), mine->id));
        QCOMPARE(codeOf(findOrder(house.counter(), theirs->id)), std::string{"not_permitted"});
        QCOMPARE(codeOf(findOrder(house.counter(), both->id)), std::string{"not_permitted"});
        QCOMPARE(codeOf(orderHistory(house.counter(), both->id)), std::string{"not_permitted"});
        const auto found = findOrders(house.counter(), {});
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->at(0).id, mine->id);
        const ReturnRequest refund{theirs->id, {}, "ill", {}, {}};
        QCOMPARE(codeOf(planReturn(house.counter(), refund)), std::string{"not_permitted"});
        QCOMPARE(codeOf(returnTickets(house.counter(), refund)), std::string{"not_permitted"});
        ReturnRequest own = refund;
        own.order = mine->id;
        QCOMPARE(codeOf(planReturn(house.counter(), own)), std::string{"done"});
    }

    void ownOrdersAreFoundBehindAnyNumberOfOthers()
    {
        TwoEvents house;
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        const auto mine = house.sell({0});
        QVERIFY(mine);
        for (int i = 0; i < 25; ++i) {
            QCOMPARE(codeOf(house.sell({1})), std::string{i < 12 ? "done" : "sold_out"});
        }
        house.give("organizer");
        OrderSearch search;
        search.limit = 3;
        const auto found = findOrders(house.counter(), search);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->at(0).id, mine->id);
    }

    void paperOfTheOldHouseIsLetInByWhoeverHelpsThere()
    {
        TwoEvents house;
        ImportedOrder order;
        order.externalId = "1";
        order.where = "test";
        order.placedAt = Instant{1'790'000'000'000};
        order.currency = "EUR";
        for (const std::size_t number : {0U, 1U}) {
            ImportedTicket ticket;
            ticket.event = house.house.offer(number)->event.name;
            ticket.startsAt = house.house.offer(number)->performance.startsAt;
            ticket.type = "Adult";
            ticket.category = "Standing";
            ticket.gross = 1'200;
            ticket.code = "old-" + std::to_string(number);
            order.tickets.push_back(ticket);
        }
        const OrderSource source{"pretix", "test", [&order](const TakeImportedOrder& take) {
                                     take(ImportedOrder{order});
                                     return Result<void>{};
                                 }};
        const auto report = importOrders(house.counter(), source, {});
        QVERIFY(report);
        QCOMPARE(report->tickets, std::size_t{2});
        house.give("door");
        QCOMPARE(codeOf(scan(house.counter(), "old-1", "A")), std::string{"not_permitted"});
        const auto in = scan(house.counter(), "old-0", "A");
        QCOMPARE(codeOf(in), std::string{"done"});
        QCOMPARE(in->outcome, std::string{"admitted"});
    }

    void aTicketIsNotExchangedIntoAnEventOfOthers()
    {
        TwoEvents house;
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        const auto mine = house.sell({0});
        house.give("clerk");
        const ExchangeRequest away{mine->id, {{mine->tickets[0].id, house.item(1)}}, "x", {}, {},
                                   {}};
        QCOMPARE(codeOf(planExchange(house.counter(), away)), std::string{"not_permitted"});
        QCOMPARE(codeOf(exchangeTickets(house.counter(), away)), std::string{"not_permitted"});
    }

    void aScannerOfOneEventLetsInToItAlone()
    {
        TwoEvents house;
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        const auto mine = house.sell({0});
        const auto theirs = house.sell({1});
        const std::string myCode = ticketCodes(house.counter(), *mine).at(0);
        const std::string theirCode = ticketCodes(house.counter(), *theirs).at(0);
        const PerformanceId here = mine->tickets[0].performance;
        const PerformanceId there = theirs->tickets[0].performance;
        house.give("door");
        QCOMPARE(codeOf(scan(house.counter(), theirCode, "A")), std::string{"not_permitted"});
        QCOMPARE(codeOf(scan(house.counter(), theirCode, "A", there)),
                 std::string{"not_permitted"});
        QVERIFY(scan(house.counter(), theirCode, "A", here)->outcome != "admitted");
        QCOMPARE(codeOf(scan(house.counter(), "no code", "A")), std::string{"not_permitted"});
        QCOMPARE(scan(house.counter(), myCode, "A")->outcome, std::string{"admitted"});
        QVERIFY(doorCounts(house.counter(), here));
        QCOMPARE(codeOf(doorCounts(house.counter(), there)), std::string{"not_permitted"});
        QVERIFY(showNight(house.counter(), here));
        QCOMPARE(codeOf(showNight(house.counter(), there)), std::string{"not_permitted"});
        QVERIFY(holdsOf(house.counter(), here));
        QCOMPARE(codeOf(holdsOf(house.counter(), there)), std::string{"not_permitted"});
    }

    void anOrganizerOfOneEventEditsAndReportsThatOneAlone()
    {
        TwoEvents house;
        Counter& counter = house.counter();
        const auto offers = std::array{house.house.offer(0), house.house.offer(1)};
        const EventId mine = offers[0]->event.id;
        const EventId theirs = offers[1]->event.id;
        house.give("organizer");
        EventChange change;
        change.subtitle = "in the open";
        QCOMPARE(codeOf(editEvent(counter, mine, change)), std::string{"done"});
        QCOMPARE(codeOf(editEvent(counter, theirs, change)), std::string{"not_permitted"});
        change.name = "Macbeth";
        change.venue = offers[0]->venue.id;
        QCOMPARE(codeOf(createEvent(counter, change)), std::string{"not_permitted"});
        QCOMPARE(codeOf(eventDetails(counter, theirs)), std::string{"not_permitted"});
        const auto list = events(counter);
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t{1});
        QCOMPARE(list->at(0).id, mine);
        const std::vector<PriceCell> cell{
            {.type = offers[1]->types[0].id, .category = offers[1]->categories[0].id}};
        QCOMPARE(codeOf(setPrices(counter, theirs, cell)), std::string{"not_permitted"});
        TypeChange type;
        type.name = "Pensioner";
        QCOMPARE(codeOf(editType(counter, offers[1]->types[0].id, type)),
                 std::string{"not_permitted"});
        QCOMPARE(codeOf(editType(counter, offers[0]->types[0].id, type)), std::string{"done"});
        QCOMPARE(codeOf(cancelEvent(counter, theirs, "ill")), std::string{"not_permitted"});
        ReportScope scope;
        QCOMPARE(codeOf(salesReport(counter, scope, {})), std::string{"not_permitted"});
        scope.event = theirs;
        QCOMPARE(codeOf(settlementReport(counter, scope)), std::string{"not_permitted"});
        scope.event = mine;
        QCOMPARE(codeOf(settlementReport(counter, scope)), std::string{"done"});
        const PerformanceId own = house.house.performance(0);
        QCOMPARE(codeOf(bookingCurve(counter, own)), std::string{"done"});
        QCOMPARE(codeOf(bookingCurve(counter, own, std::nullopt, {house.house.performance(1)})),
                 std::string{"not_permitted"});
        QCOMPARE(codeOf(dashboard(counter)), std::string{"not_permitted"});
        QCOMPARE(reportChoices(counter)->performances.size(), std::size_t{1});
    }

    void whoOrganizesOneEventReadsWhatItIsMadeOfAndChangesNothingOfTheHouse()
    {
        TwoEvents house;
        Counter& counter = house.counter();
        const EventId mine = house.event(0);
        const EventId theirs = house.event(1);
        const auto picture = addPicture(counter, TextPictures{}, TextPictures::picture(900, 600));
        QVERIFY(picture);
        const PictureReference shown{picture->hash, {}};
        house.give("clerk");
        QCOMPARE(codeOf(venues(counter)), std::string{"not_permitted"});
        QCOMPARE(codeOf(taxes(counter)), std::string{"not_permitted"});
        house.give("organizer");
        QCOMPARE(venues(counter)->size(), std::size_t{1});
        QCOMPARE(taxes(counter)->size(), std::size_t{1});
        QCOMPARE(codeOf(createVenue(counter, {.name = "Elsewhere"})), std::string{"not_permitted"});
        QCOMPARE(codeOf(editVenue(counter, venues(counter)->at(0).id, {.name = "Mine"})),
                 std::string{"not_permitted"});
        TaxChange tax;
        tax.name = "None";
        tax.rateMilliPercent = 0;
        QCOMPARE(codeOf(createTax(counter, tax)), std::string{"not_permitted"});
        QCOMPARE(codeOf(setHouseColours(counter, {HouseColour{1, 2, 3}, {}})),
                 std::string{"not_permitted"});
        QCOMPARE(codeOf(setLogo(counter, shown)), std::string{"not_permitted"});
        // A poster of their own, for their own event.
        QCOMPARE(codeOf(addPicture(counter, TextPictures{}, TextPictures::picture(600, 900))),
                 std::string{"done"});
        QCOMPARE(codeOf(setEventPoster(counter, mine, shown)), std::string{"done"});
        QCOMPARE(codeOf(addToGallery(counter, mine, shown)), std::string{"done"});
        QCOMPARE(codeOf(setEventPoster(counter, theirs, shown)), std::string{"not_permitted"});
        QCOMPARE(codeOf(addToGallery(counter, theirs, shown)), std::string{"not_permitted"});
        EventChange promoter;
        promoter.promoterName = "Rockhaus Ltd";
        QCOMPARE(codeOf(editEvent(counter, mine, promoter)), std::string{"done"});
        QCOMPARE(codeOf(editEvent(counter, theirs, promoter)), std::string{"not_permitted"});
    }

    void anInvitationTellsWhatSomebodyDoesWhereAndNoSecret()
    {
        TwoEvents house;
        house.signIn("Ada");
        QCOMPARE(codeOf(invitationOf(house.counter(), house.tim)), std::string{"not_invited"});
        QCOMPARE(codeOf(invitationOf(house.counter(), {})), std::string{"unknown_user"});
        house.give("door");
        QCOMPARE(codeOf(invitationOf(house.counter(), house.tim)), std::string{"not_permitted"});
        house.signIn("Ada");
        const auto invited = invitationOf(house.counter(), house.tim);
        QCOMPARE(
            *invited,
            (Invited{"Small House", "Tim", "team", {{house.house.offer(0)->event.name, "door"}}}));
    }

    void rolesInSeveralEventsAreSetOneByOneAndStandTogether()
    {
        TwoEvents house;
        house.give("clerk", 0);
        house.give("door", 1);
        QVERIFY(startShift(house.counter(), {std::nullopt, {10'000, {}}}));
        QCOMPARE(codeOf(house.sell({0})), std::string{"done"});
        QCOMPARE(codeOf(house.sell({0, 1})), std::string{"not_permitted"});
        const auto people = readPeople(house.counter().database(), house.counter().organizer());
        const People::Person* tim = people.find(house.tim);
        QCOMPARE(tim->user.eventRoles.size(), std::size_t{2});
        QVERIFY(tim->role.permissions.none());
        QVERIFY(tim->widest.may(Permission::Sell));
        UserChange wrong;
        wrong.eventRoles[house.event(0)] = "emperor";
        house.signIn("Ada");
        QCOMPARE(codeOf(changeUser(house.counter(), house.tim, wrong)),
                 std::string{"unknown_role"});
    }

    void aCardCarriesWhatSomebodyMayInAnyEventAndAChangeMakesItAnother()
    {
        TwoEvents house;
        const auto before = readPeople(house.counter().database(), house.counter().organizer());
        QVERIFY((before.find(house.tim)->widest.permissions & offlinePermissions()).none());
        house.give("clerk");
        const auto people = readPeople(house.counter().database(), house.counter().organizer());
        const People::Person& tim = *people.find(house.tim);
        QVERIFY(tim.version > before.find(house.tim)->version);
        const SigningKey key{SecretBytes::random(32, house.house.random())};
        const OperatorCard card = issueCard(tim,
                                            {.organizer = house.counter().organizer(),
                                             .device = house.counter().replica(),
                                             .lifeMs = kCardLifeMsMax,
                                             .refundMinorMax = 1'000,
                                             .passwordVerifier = {},
                                             .pinVerifier = {}},
                                            key, house.house.clock().now(), house.house.random());
        QVERIFY(card.permissions.test(static_cast<std::size_t>(Permission::Sell)));
        QVERIFY(!card.permissions.test(static_cast<std::size_t>(Permission::EditUsers)));
    }
};

QTEST_GUILESS_MAIN(TestEventRoles)
#include "test_event_roles.moc"
