// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An event is made step by step, published, sold and changed, through the verbs.

#include "core/services/access_control.h"
#include "core/services/event_clone.h"
#include "core/services/event_quotas.h"
#include "core/services/holds.h"
#include "core/services/incidents.h"
#include "core/services/users.h"
#include "core/calendar/clock_time.h"
#include "tests/support/box_office_net.h"
#include "tests/support/event_stage.h"

#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

class EventEditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsNeitherListedNorSold()
    {
        Stage stage;
        done(setPrices(stage.counter(), stage.event, stage.prices()));
        QVERIFY(!stage.isInTheList());
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"not_published"});
        done(publishEvent(stage.counter(), stage.event));
        QVERIFY(stage.isInTheList());
        QCOMPARE(stage.sold({stage.stander(), stage.stall(3)}).total.minor(), std::int64_t{6'000});
        QCOMPARE(codeOf(publishEvent(stage.counter(), stage.event)), std::string{"wrong_state"});
        stage.verify();
    }

    void theCheckListSaysWhatIsMissingStepByStep()
    {
        Stage stage;
        QCOMPARE(stage.codes(), std::string{"!no_price !no_price no_description"});
        QCOMPARE(whereOf(publishEvent(stage.counter(), stage.event)),
                 std::string{"not_ready@state"});
        auto cells = stage.prices();
        cells[2].minor = 0;
        done(setPrices(stage.counter(), stage.event, cells));
        QCOMPARE(stage.codes(), std::string{"price_zero no_description"});
        // A category that is not for sale needs no price.
        done(setPrices(stage.counter(), stage.event,
                       {{.type = stage.adults, .category = stage.floor}}));
        QCOMPARE(stage.codes(), std::string{"price_zero !no_price no_description"});
        done(editCategory(stage.counter(), stage.floor, {.isOff = true}));
        QCOMPARE(stage.codes(), std::string{"price_zero no_description"});
        done(editDate(stage.counter(), stage.dates[0],
                      {.onSaleUntil = std::optional{Instant{stage.clock().now().ms - 1}}}));
        done(editQuota(stage.counter(), stage.details().dates[1].whole()->id, {.capacity = 0}));
        done(editQuota(stage.counter(), stage.details().dates[0].whole()->id, {.capacity = 30}));
        done(editType(stage.counter(), stage.children, {.tax = TaxId{}}));
        EventChange change;
        change.language = "de";
        done(editEvent(stage.counter(), stage.event, change));
        QCOMPARE(stage.codes(),
                 std::string{"!sale_over no_tax price_zero quota_below_seats !no_capacity "
                             "no_description no_house_text"});
        for (const PerformanceId date : stage.dates) {
            done(cancelDate(stage.counter(), date, "Flood"));
        }
        QCOMPARE(stage.codes(), std::string{"!no_date no_tax no_description no_house_text"});
    }

    void aFaultNamesItsFieldAndChangesNothing()
    {
        Stage stage;
        Counter& c = stage.counter();
        const auto head = c.journal().head().sequence;
        EventChange change;
        change.subtitle = "fine";
        change.contactMail = "nobody";
        QCOMPARE(whereOf(editEvent(c, stage.event, change)), std::string{"bad_email@contact_mail"});
        QCOMPARE(whereOf(createEvent(c, {})), std::string{"name_missing@name"});
        QCOMPARE(whereOf(createVenue(c, {.name = "Playhouse"})), std::string{"name_taken@name"});
        QCOMPARE(whereOf(createVenue(c, {.name = "X", .timeZone = "Mars/Olympus"})),
                 std::string{"unknown_time_zone@time_zone"});
        QCOMPARE(whereOf(createTax(c, {.name = "X"})), std::string{"bad_rate@rate"});
        QCOMPARE(whereOf(addDates(c, stage.event, {{.startsAt = Instant{1}}})),
                 std::string{"capacity_missing@dates[0].capacity"});
        QCOMPARE(whereOf(addDates(c, stage.event,
                                  {{.startsAt = Instant{1}, .capacity = 5},
                                   {.startsAt = stage.details().dates[0].performance.startsAt,
                                    .capacity = 5}})),
                 std::string{"date_known@dates[1].starts_at"});
        QCOMPARE(whereOf(
                     setPrices(c, stage.event,
                               {{.type = stage.adults, .category = stage.stalls, .minor = -1}})),
                 std::string{"bad_price@cells[0].price"});
        QCOMPARE(whereOf(addType(c, stage.event, {.name = "Adult"})),
                 std::string{"name_taken@name"});
        QCOMPARE(whereOf(addQuota(c, stage.dates[0], {.name = "All", .capacity = 3})),
                 std::string{"too_wide@types"});
        QCOMPARE(whereOf(cancelDate(c, stage.dates[0], " ")), std::string{"reason_missing@reason"});
        QCOMPARE(c.journal().head().sequence, head);
        QVERIFY(stage.details().event.subtitle.empty());
    }

    void anEarlyPriceEndsAtItsMillisecondAndNobodyPaysWhatWasNotShown()
    {
        Stage stage;
        stage.publish();
        const Instant until{stage.clock().now().ms + 10'000};
        done(setPrices(
            stage.counter(), stage.event,
            {{.type = stage.adults, .category = stage.floor, .until = until, .minor = 1'000}}));
        stage.clock().pass(9'999);
        SaleRequest told = stage.request({stage.stander()});
        told.totalTold = done(quote(stage.counter(), told.cart)).total;
        QCOMPARE(told.totalTold->minor(), std::int64_t{1'000});
        const auto shown = done(offerOf(stage.counter(), stage.dates[0]));
        QCOMPARE(shown->type(stage.adults)->prices.at(stage.floor), std::int64_t{1'000});
        QCOMPARE(done(foyer::sell(stage.counter(), stage.request({stage.stander()}))).total.minor(),
                 std::int64_t{1'000});
        stage.clock().pass(1);
        QCOMPARE(codeOf(foyer::sell(stage.counter(), told)), std::string{"price_changed"});
        QCOMPARE(done(offerOf(stage.counter(), stage.dates[0]))
                     ->type(stage.adults)
                     ->prices.at(stage.floor),
                 std::int64_t{2'000});
        QCOMPARE(stage.sold({stage.stander()}).total.minor(), std::int64_t{2'000});
        // One date has a price of its own.
        done(setPrices(stage.counter(), stage.event,
                       {{.type = stage.adults,
                         .category = stage.floor,
                         .date = stage.dates[1],
                         .minor = 2'700}}));
        QCOMPARE(stage.sold({stage.stander(1)}).total.minor(), std::int64_t{2'700});
        QCOMPARE(stage.sold({stage.stander(0)}).total.minor(), std::int64_t{2'000});
        stage.verify();
    }

    void theEffectOfAChangeIsWhatACountByHandSays()
    {
        Stage stage;
        stage.publish();
        stage.sold({stage.stall(1), stage.stall(2)}, "kim@example.org");
        stage.sold({stage.stander(), stage.stall(3, 1)}, "kay@example.org");
        const Order back = stage.sold({stage.stall(5)}, "lee@example.org");
        done(voidOrder(stage.counter(), back.code, "ill"));
        stage.sold({stage.stander()});
        done(stage.sell({stage.CounterFixture::standing()})); // of another event
        done(placeHold(stage.counter(),
                       {.performance = stage.dates[0],
                        .kind = hold_kind::kHouse,
                        .label = "x",
                        .seats = {8},
                        .standing = {},
                        .releaseAt = std::nullopt}));
        const auto all = done(changeEffect(stage.counter(), {.event = stage.event}));
        QCOMPARE(all.tickets, std::int64_t{5});
        QCOMPARE(all.orders, std::int64_t{3});
        QCOMPARE(all.customers, std::int64_t{2});
        QCOMPARE(all.withMail, std::int64_t{2});
        QCOMPARE(all.unnamed, std::int64_t{1});
        QCOMPARE(all.held, std::int64_t{1});
        QCOMPARE(all.dates, std::int64_t{2});
        QCOMPARE(all.worth.minor(), std::int64_t{3 * 4'000 + 2 * 2'000});
        const auto second =
            done(changeEffect(stage.counter(), {.event = stage.event, .date = stage.dates[1]}));
        QCOMPARE(second.tickets, std::int64_t{1});
        QCOMPARE(second.customers, std::int64_t{1});
        const auto standing = done(changeEffect(
            stage.counter(),
            {.event = stage.event, .date = {}, .type = stage.adults, .category = stage.floor}));
        QCOMPARE(standing.tickets, std::int64_t{2});
        QCOMPARE(standing.worth.minor(), std::int64_t{4'000});
    }

    void whatIsWithdrawnIsSoldNoMoreAndStaysValid()
    {
        Stage stage;
        stage.publish();
        const Order order = stage.sold({stage.stander()});
        const FeeId fee = done(addFee(stage.counter(), stage.event, {.name = "Fee", .amount = 50}));
        QCOMPARE(stage.sold({stage.stander()}).total.minor(), std::int64_t{2'050});
        done(editFee(stage.counter(), fee, {.isOff = true}));
        QCOMPARE(stage.sold({stage.stander()}).total.minor(), std::int64_t{2'000});
        done(editType(stage.counter(), stage.adults, {.isOff = true}));
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"withdrawn"});
        done(voidOrder(stage.counter(), order.code, "ill"));
        done(editType(stage.counter(), stage.adults, {.isOff = false}));
        done(stage.sell({stage.stander()}));
        stage.verify();
    }

    void aNameStaysWithWhatSeatsAreFoundBy()
    {
        Stage stage;
        Counter& c = stage.counter();
        done(editCategory(c, stage.floor, {.isOff = true}));
        QCOMPARE(whereOf(addCategory(c, stage.event, {.name = "Standing"})),
                 std::string{"name_taken@name"});
        // A ticket type leaves its name to another, and has to find a new one to come back.
        done(editType(c, stage.children, {.isOff = true}));
        done(addType(c, stage.event, {.name = "Child"}));
        QCOMPARE(whereOf(editType(c, stage.children, {.isOff = false})),
                 std::string{"name_taken@name"});
        done(editType(c, stage.children, {.name = "Young", .isOff = false}));
        stage.verify();
    }

    void oneYesOfAColleagueIsEnoughForOneAct()
    {
        Stage stage;
        Counter& c = stage.counter();
        done(setPrices(c, stage.event, stage.prices()));
        AccessControl& access = c.access();
        access.setPasswordCost({1, 8});
        done(addUser(c, {"Ada", "administrator", "a long way to tipperary", "271828"}));
        done(access.signIn("Ada", "a long way to tipperary"));
        done(addUser(c, {"Kim", "clerk", {}, "482915"}));
        done(access.signIn("Kim", "482915"));
        QCOMPARE(codeOf(publishEvent(c, stage.event)), std::string{"not_permitted"});
        done(access.approve("Ada", "271828"));
        QCOMPARE(codeOf(publishEvent(c, stage.event)), std::string{"done"});
        done(access.approve("Ada", "271828"));
        QCOMPARE(codeOf(cloneEvent(c, {.of = stage.event, .name = "Again"})), std::string{"done"});
        QCOMPARE(codeOf(cloneEvent(c, {.of = stage.event, .name = "And again"})),
                 std::string{"not_permitted"});
    }

    void aCutTakesBackWhatIsUnspentAndSaysWhatItCannot()
    {
        Stage stage;
        stage.publish();
        stage.sold({stage.stander(), stage.stander(), stage.stander()});
        const QuotaId whole = stage.details().dates[0].whole()->id;
        const auto cut = done(editQuota(stage.counter(), whole, {.capacity = 4}));
        QCOMPARE(cut.sold, std::int64_t{3});
        QCOMPARE(cut.here, std::int64_t{kSmallSeats + kSmallStanding - 4});
        QCOMPARE(cut.beyond, std::int64_t{0});
        done(stage.sell({stage.stander()}));
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"sold_out"});
        QCOMPARE(done(editQuota(stage.counter(), whole, {.capacity = 2})).beyond, std::int64_t{2});
        QCOMPARE(done(openIncidents(stage.counter())).front().kind, IncidentKind::QuotaOversold);
        done(editQuota(stage.counter(), whole, {.capacity = 6}));
        done(stage.sell({stage.stander(), stage.stander()}));
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"sold_out"});
        QVERIFY(done(openIncidents(stage.counter())).empty());
        QCOMPARE(codeOf(editQuota(stage.counter(), whole, {.isOff = true})),
                 std::string{"whole_quota"});
        stage.verify();
    }

    void theLimitThatBindsIsNamedFirst()
    {
        Stage stage;
        stage.publish();
        done(addQuota(
            stage.counter(), stage.dates[0],
            {.name = "Children", .capacity = 2, .types = std::set<TicketTypeId>{stage.children}}));
        stage.sold(
            {stage.stander(), stage.stall(0), {stage.dates[0], stage.children, stage.stalls, 1}});
        const auto limits = done(saleLimits(stage.counter(), stage.dates[0]));
        QCOMPARE(limits.size(), std::size_t{3});
        for (const LimitedCell& cell : limits) {
            const SaleLimit& binding = cell.limits.front();
            if (cell.type == stage.children) {
                QCOMPARE(binding.name, std::string{"Children"});
                QCOMPARE(cell.left, std::int64_t{1});
            } else if (cell.category == stage.stalls) {
                QVERIFY(binding.what == SaleLimit::What::Seats);
                QCOMPARE(cell.left, std::int64_t{kSmallSeats - 2});
            } else {
                QCOMPARE(binding.name, std::string{"Standing"});
                QCOMPARE(cell.left, std::int64_t{kSmallStanding - 1});
            }
        }
    }

    void aCloneIsADraftWithEverythingOfItsOwn()
    {
        Stage stage;
        stage.publish();
        EventChange change;
        change.description = "A *storm*.";
        change.texts["de"].title = "Der Sturm";
        change.tags = std::set<std::string>{"Drama"};
        done(editEvent(stage.counter(), stage.event, change));
        const Instant until{stage.clock().now().ms + kDay};
        done(setPrices(
            stage.counter(), stage.event,
            {{.type = stage.adults, .category = stage.stalls, .until = until, .minor = 3'000},
             {.type = stage.adults,
              .category = stage.stalls,
              .date = stage.dates[1],
              .minor = 5'000}}));
        done(addQuota(
            stage.counter(), stage.dates[1],
            {.name = "Children", .capacity = 2, .types = std::set<TicketTypeId>{stage.children}}));
        done(cancelDate(stage.counter(), stage.dates[0], "x"));
        stage.sold({stage.stall(1, 1)});
        const EventId clone = done(
            cloneEvent(stage.counter(),
                       {.of = stage.event, .name = "Again", .withDates = true, .shiftDays = 140}));
        const EventDetails was = stage.details();
        const EventDetails now = done(eventDetails(stage.counter(), clone));
        QVERIFY(now.event.state == EventState::Draft);
        QCOMPARE(now.event.name, std::string{"Again"});
        QVERIFY(now.event.texts == was.event.texts && now.event.tags == was.event.tags);
        QCOMPARE(now.dates.size(), std::size_t{1});
        const Performance& date = now.dates[0].performance;
        const Performance& of = was.date(stage.dates[1])->performance;
        // The same time of day, although the clocks have gone forward.
        QCOMPARE(clockTimeAt(date.startsAt, date.timeZone)->hour,
                 clockTimeAt(of.startsAt, of.timeZone)->hour);
        QCOMPARE(now.dates[0].quotas.size(), was.date(stage.dates[1])->quotas.size());
        QVERIFY(now.types[0].id != was.types[0].id);
        QCOMPARE(now.types[0].prices.size(), std::size_t{2});
        QCOMPARE(now.types[0].steps.size(), std::size_t{1});
        QCOMPARE(date.prices.at(now.types[0].id).prices.begin()->second, std::int64_t{5'000});
        done(publishEvent(stage.counter(), clone));
        CategoryId theirs;
        for (const PriceCategory& category : now.categories) {
            theirs = category.name == "Stalls" ? category.id : theirs;
        }
        QCOMPARE(stage.sold({{date.id, now.types[0].id, theirs, 1}}).total.minor(),
                 std::int64_t{5'000});
        stage.verify();
    }

    void twoOrganizersBothWinAndOneFieldIsAnIncident()
    {
        BoxOfficeNet net{1};
        const auto event = done(eventNamed(net.counter(0), "Hamlet"));
        EventChange english;
        english.subtitle = "A tragedy";
        english.ageLimit = 12;
        EventChange german;
        german.texts["de"].title = "Hamlet, Prinz von Dänemark";
        german.ageLimit = 16;
        done(editEvent(net.counter(0), event, english));
        net.clock().pass(1'000);
        done(editEvent(net.counter(1), event, german));
        const auto adult = done(eventDetails(net.counter(1), event)).types.front();
        done(setPrices(net.counter(0), event,
                       {{.type = adult.id, .category = adult.prices.begin()->first, .minor = 7}}));
        done(setPrices(
            net.counter(1), event,
            {{.type = adult.id, .category = std::next(adult.prices.begin())->first, .minor = 8}}));
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            const EventDetails both = done(eventDetails(net.counter(i), event));
            QCOMPARE(both.event.subtitle, std::string{"A tragedy"});
            QCOMPARE(both.event.texts.at("de").title, std::string{"Hamlet, Prinz von Dänemark"});
            QCOMPARE(both.event.ageLimit, std::int64_t{16});
            QCOMPARE(both.types.front().prices.begin()->second, std::int64_t{7});
            QCOMPARE(std::next(both.types.front().prices.begin())->second, std::int64_t{8});
            const auto open = done(openIncidents(net.counter(i)));
            QCOMPARE(open.size(), std::size_t{1});
            QVERIFY(open.front().kind == IncidentKind::EditedTwice);
            QCOMPARE(done(incidentOf(net.counter(i), open.front().id)).field,
                     std::string{"age_limit"});
        }
        QCOMPARE(net.difference(), std::string{});
    }

    void aJoinedCounterMakesAnEventWhoseRightsAreTheAuthoritys()
    {
        BoxOfficeNet net{1};
        Counter& joined = net.counter(1);
        EventChange change;
        change.name = "The Tempest";
        change.venue = done(venueNamed(joined, "Playhouse")).id;
        const EventId event = done(createEvent(joined, change));
        const Instant start{net.clock().now().ms + 10 * kDay};
        const auto plan = done(plans(joined)).front().id;
        const auto date =
            done(addDates(joined, event, {{.startsAt = start, .plan = plan}})).front();
        const TicketTypeId type = done(addType(joined, event, {.name = "Adult"}));
        EventDetails details = done(eventDetails(joined, event));
        std::vector<PriceCell> cells;
        for (const PriceCategory& category : details.categories) {
            cells.push_back({.type = type, .category = category.id, .minor = 1'000});
        }
        done(setPrices(joined, event, cells));
        done(publishEvent(joined, event));
        const CartItem standing{
            date, type, std::ranges::find(details.categories, "Standing", &PriceCategory::name)->id,
            std::nullopt};
        QCOMPARE(codeOf(net.sellOffline(1, {standing})), std::string{"rights_short"});
        net.settle();
        for (std::size_t i = 0; i < net.counters(); ++i) {
            done(net.sell(i, {standing}));
        }
        net.settle();
        // What the other counter holds cannot be cut away from here, and is said.
        const auto whole = *done(eventDetails(joined, event)).date(date)->whole();
        const auto cut = done(editQuota(joined, whole.id, {.capacity = 2}));
        QCOMPARE(cut.sold, std::int64_t{2});
        std::int64_t others = 0;
        for (std::size_t i = 0; i < 1; ++i) {
            others += done(changeEffect(net.counter(i),
                                        {.event = event,
                                         .date = date,
                                         .type = {},
                                         .category = {},
                                         .quota = whole.id,
                                         .capacity = 2}))
                          .capacity->here;
        }
        QCOMPARE(cut.elsewhere, others);
        net.settle();
        QCOMPARE(net.difference(), std::string{});
    }
};

QTEST_GUILESS_MAIN(EventEditingTest)
#include "test_event_editing.moc"
