// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When an event takes place, where, and what comes of it: through the verbs.

#include "core/calendar/clock_time.h"
#include "core/services/change_effect.h"
#include "core/services/event_quotas.h"
#include "tests/support/event_stage.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;

class EventDatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDateIsMovedPostponedAndCancelledWithAFactBesideIt()
    {
        Stage stage;
        stage.publish();
        const Order order = stage.sold({stage.stall(1)}, "kim@example.org");
        const Instant was = stage.details().dates[0].performance.startsAt;
        done(editDate(stage.counter(), stage.dates[0],
                      {.doorsAt = std::optional{Instant{was.ms - kHour}},
                       .onSaleUntil = std::optional{was}}));
        QCOMPARE(done(postponeDate(stage.counter(), stage.dates[0], "Flood")).tickets,
                 std::int64_t{1});
        QCOMPARE(codeOf(stage.sell({stage.stall(2)})), std::string{"postponed"});
        QVERIFY(done(findOrder(stage.counter(), order.code)).tickets[0].state ==
                TicketState::Sold); // it stays valid
        QCOMPARE(codeOf(postponeDate(stage.counter(), stage.dates[0], "x")),
                 std::string{"postponed"});
        const Instant then{was.ms + 3 * kDay};
        done(moveDate(stage.counter(), stage.dates[0], then, "Dry again"));
        const EventDetails moved = stage.details();
        const Performance& date = moved.date(stage.dates[0])->performance;
        QCOMPARE(date.startsAt.ms, then.ms);
        QCOMPARE(date.doorsAt->ms, then.ms - kHour);
        QCOMPARE(date.onSaleUntil->ms, then.ms);
        done(stage.sell({stage.stall(2)}));
        QCOMPARE(codeOf(moveDate(stage.counter(), stage.dates[0],
                                 moved.date(stage.dates[1])->performance.startsAt, "")),
                 std::string{"date_known"});
        done(cancelDate(stage.counter(), stage.dates[0], "Flood again"));
        QCOMPARE(codeOf(stage.sell({stage.stall(4)})), std::string{"cancelled"});
        QCOMPARE(codeOf(cancelDate(stage.counter(), stage.dates[0], "x")),
                 std::string{"cancelled"});
        const auto changes = stage.details().changes;
        QCOMPARE(changes.size(), std::size_t{3});
        QVERIFY(changes[0].what.kind == DateChangeKind::Cancelled);
        QVERIFY(changes[1].what.kind == DateChangeKind::Moved);
        QCOMPARE(changes[1].what.startsBefore.ms, was.ms);
        QCOMPARE(changes[2].what.reason, std::string{"Flood"});
        done(stage.sell({stage.stall(4, 1)}));
        stage.verify();
    }

    void aCancelledEventCancelsWhatIsToComeAndIsArchived()
    {
        Stage stage;
        stage.publish();
        stage.sold({stage.stall(1), stage.stall(1, 1)});
        QCOMPARE(codeOf(archiveEvent(stage.counter(), stage.event)), std::string{"event_coming"});
        QCOMPARE(done(cancelEvent(stage.counter(), stage.event, "Bankrupt")).tickets,
                 std::int64_t{2});
        for (const EventDate& date : stage.details().dates) {
            QVERIFY(date.performance.state == Performance::State::Cancelled);
        }
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"cancelled"});
        QCOMPARE(codeOf(publishEvent(stage.counter(), stage.event)), std::string{"not_ready"});
        done(archiveEvent(stage.counter(), stage.event));
        QVERIFY(!stage.isInTheList());
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"archived"});
        for (const EventSummary& one : done(events(stage.counter()))) {
            QVERIFY(one.id != stage.event);
        }
        QCOMPARE(done(events(stage.counter(), EventState::Archived)).size(), std::size_t{1});
        stage.verify();
    }

    void aPostponedEventIsTakenUpAgain()
    {
        Stage stage;
        stage.publish();
        done(postponeEvent(stage.counter(), stage.event, "Strike"));
        QCOMPARE(codeOf(stage.sell({stage.stander()})), std::string{"postponed"});
        QCOMPARE(codeOf(publishEvent(stage.counter(), stage.event)), std::string{"not_ready"});
        done(moveDate(stage.counter(), stage.dates[0], Instant{stage.clock().now().ms + 40 * kDay},
                      ""));
        done(publishEvent(stage.counter(), stage.event));
        done(stage.sell({stage.stander(0)}));
        QCOMPARE(codeOf(stage.sell({stage.stander(1)})), std::string{"postponed"});
    }

    void whatWasPostponedStillCountsWhenItsTimeHasPassed()
    {
        Stage stage;
        stage.publish();
        stage.sold({stage.stall(1), stage.stall(1, 1)});
        done(postponeDate(stage.counter(), stage.dates[0], "Flood"));
        stage.clock().pass(30 * kDay); // both should have been by now
        QCOMPARE(codeOf(archiveEvent(stage.counter(), stage.event)), std::string{"event_coming"});
        QCOMPARE(done(changeEffect(stage.counter(), {.event = stage.event})).tickets,
                 std::int64_t{2});
        done(cancelEvent(stage.counter(), stage.event, "Bankrupt"));
        const EventDetails details = stage.details();
        QVERIFY(details.date(stage.dates[0])->performance.state == Performance::State::Cancelled);
        QVERIFY(details.date(stage.dates[1])->performance.state == Performance::State::Scheduled);
        QCOMPARE(details.changes.front().what.performance.uuid.text(), stage.dates[0].uuid.text());
        done(archiveEvent(stage.counter(), stage.event));
        stage.verify();
    }

    void aDateIsNotMovedBeforeItsSaleBegins()
    {
        Stage stage;
        stage.publish();
        const Instant was = stage.details().dates[0].performance.startsAt;
        done(editDate(stage.counter(), stage.dates[0],
                      {.onSaleFrom = std::optional{Instant{was.ms - 2 * kDay}},
                       .onSaleUntil = std::optional{was}}));
        const auto head = stage.counter().journal().head().sequence;
        QVERIFY(whereOf(moveDate(stage.counter(), stage.dates[0], Instant{was.ms - 3 * kDay},
                                 "")) != std::string{"done"});
        QCOMPARE(stage.counter().journal().head().sequence, head);
        done(moveDate(stage.counter(), stage.dates[0], Instant{was.ms - kDay}, ""));
    }

    void aPlanIsChangedOnlyWhileNobodyCountsOnIt()
    {
        Stage stage;
        stage.publish();
        done(setDatePlan(stage.counter(), stage.dates[0], std::nullopt));
        QVERIFY(!stage.details().date(stage.dates[0])->plan);
        done(setDatePlan(stage.counter(), stage.dates[0], done(plans(stage.counter())).front().id));
        const Order order = stage.sold({stage.stall(7), stage.stander()});
        QCOMPARE(codeOf(setDatePlan(stage.counter(), stage.dates[0], std::nullopt)),
                 std::string{"plan_in_use"});
        done(voidOrder(stage.counter(), order.code, "ill"));
        done(setDatePlan(stage.counter(), stage.dates[0], std::nullopt));
        stage.verify();
    }

    void aSeriesAddsWhatIsNotThereYet()
    {
        Stage stage;
        const std::string zone = "Europe/Berlin";
        const SeriesRule rule{.start = "2027-03-26 20:00",
                              .rule = "FREQ=WEEKLY;COUNT=3",
                              .timeZone = {},
                              .except = {},
                              .extra = {},
                              .doorsBeforeMinutes = 60,
                              .lastsMinutes = 150};
        QCOMPARE(done(planSeries(stage.counter(), stage.event, rule)).dates.size(), std::size_t{3});
        QCOMPARE(done(
                     addSeries(stage.counter(), stage.event, rule, {.startsAt = {}, .capacity = 9}))
                     .size(),
                 std::size_t{3});
        for (const EventDate& date : stage.details().dates) {
            if (!date.plan) { // across the change of the clocks at the same time of day
                const auto shown = clockTimeAt(date.performance.startsAt, zone);
                QCOMPARE(shown->hour, 20);
                QCOMPARE(date.performance.startsAt.ms - date.performance.doorsAt->ms, kHour);
                QCOMPARE(date.whole()->capacity, std::int64_t{9});
            }
        }
        const auto again = done(planSeries(stage.counter(), stage.event, rule));
        QVERIFY(again.dates.empty());
        QCOMPARE(again.known.size(), std::size_t{3});
        QCOMPARE(codeOf(addSeries(stage.counter(), stage.event, rule, {.startsAt = {}})),
                 std::string{"date_known"});
        stage.verify();
    }
};

QTEST_GUILESS_MAIN(EventDatesTest)
#include "test_event_dates.moc"
