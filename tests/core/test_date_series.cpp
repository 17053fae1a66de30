// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dates by a rule, as the clocks of a place show them. series_oracle.py compares the rules
// themselves with another reading of RFC 5545.

#include "core/calendar/clock_time.h"
#include "core/calendar/date_series.h"

#include <QElapsedTimer>
#include <QTest>

#include <string>

using namespace foyer;

namespace {

constexpr const char* kBerlin = "Europe/Berlin";

SeriesRule weekly(std::string start, std::string rule)
{
    return {.start = std::move(start),
            .rule = std::move(rule),
            .timeZone = kBerlin,
            .except = {},
            .extra = {},
            .doorsBeforeMinutes = {},
            .lastsMinutes = {}};
}

QString shown(const Result<std::vector<SeriesDate>>& dates)
{
    if (!dates) {
        return QString::fromStdString(dates.error().code + "@" + dates.error().where);
    }
    std::string text;
    for (const SeriesDate& date : *dates) {
        text += (text.empty() ? "" : ", ") + clockText(date.shown) +
            (date.isSkipped ? " skipped" : "") + (date.isTwice ? " twice" : "");
    }
    return QString::fromStdString(text);
}

} // namespace

class DateSeriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleKeepsTheTimeOfDayWhenTheClocksChange()
    {
        const auto dates = seriesDates(weekly("2026-10-23 19:30", "FREQ=DAILY;COUNT=4"));
        QVERIFY(dates.has_value());
        QCOMPARE(toRfc3339((*dates)[0].startsAt), std::string{"2026-10-23T17:30:00.000Z"});
        QCOMPARE(toRfc3339((*dates)[3].startsAt), std::string{"2026-10-26T18:30:00.000Z"});
    }

    void aTimeThatIsSkippedOrShownTwiceIsSaid()
    {
        const auto spring = seriesDates(weekly("2027-03-27 02:30", "FREQ=DAILY;COUNT=3"));
        QCOMPARE(shown(spring),
                 QStringLiteral("2027-03-27 02:30, 2027-03-28 02:30 skipped, "
                                "2027-03-29 02:30"));
        QCOMPARE(toRfc3339((*spring)[1].startsAt), std::string{"2027-03-28T01:30:00.000Z"});
        const auto autumn = seriesDates(weekly("2026-10-24 02:30", "FREQ=DAILY;COUNT=3"));
        QCOMPARE(shown(autumn),
                 QStringLiteral("2026-10-24 02:30, 2026-10-25 02:30 twice, "
                                "2026-10-26 02:30"));
        QCOMPARE(toRfc3339((*autumn)[1].startsAt), std::string{"2026-10-25T00:30:00.000Z"});
        // 03:30 is what 02:30 becomes when it is skipped: one date, not two.
        const auto both = seriesDates(weekly("2027-03-28 02:30", "FREQ=DAILY;COUNT=2;BYHOUR=2,3"));
        QCOMPARE(both->size(), std::size_t{1});
    }

    void exceptionsAndExtraDatesBelongToIt()
    {
        SeriesRule rule = weekly("2026-12-04 20:00", "FREQ=WEEKLY;BYDAY=FR,SA;UNTIL=20261219");
        rule.except = {"2026-12-11", "2026-12-12 20:00", "2026-12-18 15:00"};
        rule.extra = {"2026-12-20 15:00", "20261224T110000", "2026-12-25", "2026-12-05 20:00"};
        QCOMPARE(shown(seriesDates(rule)),
                 QStringLiteral("2026-12-04 20:00, 2026-12-05 20:00, 2026-12-18 20:00, "
                                "2026-12-19 20:00, 2026-12-20 15:00, 2026-12-24 11:00, "
                                "2026-12-25 20:00"));
    }

    void theEndMayBeADayATimeOrATimeInUtc()
    {
        QCOMPARE(shown(seriesDates(weekly("2026-12-04 20:00", "FREQ=DAILY;UNTIL=20261205"))),
                 QStringLiteral("2026-12-04 20:00, 2026-12-05 20:00"));
        QCOMPARE(shown(
                     seriesDates(weekly("2026-12-04 20:00", "FREQ=DAILY;UNTIL=20261205T190000Z"))),
                 QStringLiteral("2026-12-04 20:00, 2026-12-05 20:00"));
        QCOMPARE(shown(
                     seriesDates(weekly("2026-12-04 20:00", "FREQ=DAILY;UNTIL=20261205T185959Z"))),
                 QStringLiteral("2026-12-04 20:00"));
    }

    void doorsAndEndGoAlong()
    {
        SeriesRule rule = weekly("2026-12-04 20:00", "");
        rule.doorsBeforeMinutes = 45;
        rule.lastsMinutes = 150;
        const auto dates = seriesDates(rule);
        QCOMPARE(dates->size(), std::size_t{1});
        QCOMPARE(toRfc3339(*(*dates)[0].doorsAt), std::string{"2026-12-04T18:15:00.000Z"});
        QCOMPARE(toRfc3339(*(*dates)[0].endsAt), std::string{"2026-12-04T21:30:00.000Z"});
    }

    void whatIsNoRuleIsRefusedWithItsField()
    {
        const auto refusal = [](const char* start, const char* rule) {
            return shown(seriesDates(weekly(start, rule)));
        };
        for (const char* rule :
             {"weekly", "FREQ=HOURLY;COUNT=2", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX",
              "FREQ=DAILY;COUNT=2;BYSECOND=5", "FREQ=WEEKLY;INTERVAL=-1"}) {
            QCOMPARE(refusal("2026-12-04 20:00", rule), QStringLiteral("bad_rule@rule"));
        }
        QCOMPARE(refusal("2026-02-30 20:00", "FREQ=DAILY;COUNT=2"),
                 QStringLiteral("bad_date@start"));
        QCOMPARE(refusal("2026-12-04", "FREQ=DAILY;COUNT=2"), QStringLiteral("bad_date@start"));
        QCOMPARE(refusal("2026-12-04 20:00", "FREQ=DAILY"), QStringLiteral("too_many_dates@rule"));
        QCOMPARE(refusal("2026-12-04 20:00", "FREQ=DAILY;UNTIL=20261201"),
                 QStringLiteral("no_dates@rule"));
        SeriesRule rule = weekly("2026-12-04 20:00", "FREQ=DAILY;COUNT=2");
        rule.except = {"tomorrow"};
        QCOMPARE(shown(seriesDates(rule)), QStringLiteral("bad_date@except"));
        rule.except = {};
        rule.lastsMinutes = -5;
        QCOMPARE(shown(seriesDates(rule)), QStringLiteral("bad_offset@lasts"));
        rule.timeZone = "Mars/Olympus";
        QCOMPARE(shown(seriesDates(rule)), QStringLiteral("unknown_time_zone@time_zone"));
    }

    void aThousandDatesAreTheMost()
    {
        QCOMPARE(seriesDates(weekly("2026-01-01 20:00", "FREQ=DAILY;COUNT=1000"))->size(),
                 std::size_t{1'000});
        QCOMPARE(shown(seriesDates(weekly("2026-01-01 20:00", "FREQ=DAILY;COUNT=1001"))),
                 QStringLiteral("too_many_dates@rule"));
        QCOMPARE(shown(seriesDates(weekly("2026-01-01 20:00", "FREQ=YEARLY"))),
                 QStringLiteral("too_far@rule"));
        // A rule that never comes true ends, too.
        QVERIFY(!seriesDates(
            weekly("2026-01-01 20:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3")));
    }

    void daysAreShiftedAtTheSameTimeOfDay()
    {
        const Instant evening = instantOf({2027, 3, 20, 20, 0}, kBerlin)->instant;
        QCOMPARE(shiftedByDays(evening, 14, kBerlin).ms,
                 instantOf({2027, 4, 3, 20, 0}, kBerlin)->instant.ms);
        QCOMPARE(shiftedByDays(Instant{evening.ms + 12'345}, -7, kBerlin).ms,
                 instantOf({2027, 3, 13, 20, 0}, kBerlin)->instant.ms + 12'345);
    }
};

QTEST_GUILESS_MAIN(DateSeriesTest)
#include "test_date_series.moc"
