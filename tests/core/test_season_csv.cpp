// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/season/csv_table.h"
#include "core/calendar/local_instant.h"
#include "core/documents/season/season_csv.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace foyer;

namespace {

/// 2026-11-23T12:00:00Z, a Monday.
constexpr Instant kNow{1'795'435'200'000};

SeasonDefaults defaults()
{
    return {*Currency::fromCode("EUR"), "Europe/Berlin", kNow};
}

std::string utc(const std::string& date, const std::string& time, const std::string& zone)
{
    const auto instant = localInstant(date, time, zone, kNow);
    return instant ? toRfc3339(instant->instant) : instant.error().code;
}

std::string quoted(const std::string& cell)
{
    std::string text = "\"";
    for (const char letter : cell) {
        text += letter == '"' ? "\"\"" : std::string{letter};
    }
    return text + '"';
}

/// Cells of what is hard about CSV.
rc::Gen<std::string> cell()
{
    return rc::gen::container<std::string>(
        rc::gen::element('a', '"', ',', ';', '\n', '\r', ' ', '\t', '|'));
}

bool isBadInput(const Error& error)
{
    return error.kind == ErrorKind::BadInput && error.where.starts_with("line ") &&
        !error.message.empty();
}

const std::string kSmall = "row,name,venue,type,category,price,date,time,capacity\n"
                           "venue,Hall\n"
                           "event,Ball,Hall\n"
                           "category,Floor\n"
                           "type,Guest\n"
                           "price,,,Guest,Floor,12.50\n"
                           "performance,,,,,,+1,20:00,10\n";

} // namespace

class TestSeasonCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableThatIsWrittenIsReadBack()
    {
        QVERIFY(rc::check([] {
            const auto width = *rc::gen::inRange<std::size_t>(1, 6);
            const auto lines = *rc::gen::container<std::vector<std::vector<std::string>>>(
                rc::gen::container<std::vector<std::string>>(width, cell()));
            const std::string end = *rc::gen::element<std::string>("\n", "\r\n");
            const std::string separator = *rc::gen::element<std::string>(",", ";");
            std::string text;
            for (std::size_t i = 0; i < width; ++i) {
                text += (i > 0 ? separator : "") + "c" + std::to_string(i);
            }
            text += end;
            std::vector<std::vector<std::string>> kept;
            for (const auto& cells : lines) {
                bool empty = true;
                for (std::size_t i = 0; i < width; ++i) {
                    text += (i > 0 ? separator : "") + quoted(cells[i]);
                    empty = empty && cells[i].empty();
                }
                text += end;
                if (!empty) {
                    kept.push_back(cells);
                }
            }
            const auto table = readCsv(text);
            RC_ASSERT(table.has_value());
            RC_ASSERT(table->lines.size() == kept.size());
            for (std::size_t i = 0; i < kept.size(); ++i) {
                RC_ASSERT(table->lines[i].cells == kept[i]);
            }
        }));
    }

    void anyBytesAreReadOrRefusedWithTheirLine()
    {
        QVERIFY(rc::check([] {
            std::string text = kSmall;
            const auto changes = *rc::gen::inRange(1, 8);
            for (int i = 0; i < changes; ++i) {
                const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
                text[at] = *rc::gen::oneOf(rc::gen::element(',', '"', '\n', '+', '9', '-'),
                                           rc::gen::arbitrary<char>());
            }
            const auto season = readSeason(text, defaults());
            // Outside of the macro, whose || asks both sides.
            const bool answered = season.has_value() || isBadInput(season.error());
            RC_ASSERT(answered);
        }));
    }

    void aSeasonIsReadByName()
    {
        const auto season = readSeason(kSmall, defaults());
        QVERIFY2(season.has_value(), season ? "" : season.error().message.c_str());
        QCOMPARE(season->venues.at(0).timeZone, std::string{"Europe/Berlin"});
        const SeasonEvent& event = season->events.at(0);
        QCOMPARE(event.types.at(0).prices.at("Floor"), std::int64_t{1250});
        QCOMPARE(event.performances.at(0).capacity, std::int64_t{10});
        QCOMPARE(toRfc3339(event.performances.at(0).startsAt),
                 std::string{"2026-11-24T19:00:00.000Z"});
    }

    void aLineNumberCountsTheLinesInsideOfCells()
    {
        const auto season =
            readSeason("row,name,address\nvenue,Hall,\"one\ntwo\nthree\"\nvenu,X\n", defaults());
        QVERIFY(!season.has_value());
        QCOMPARE(season.error().where, std::string{"line 5, column row"});
    }

    void allFaultsAreToldAtOnce()
    {
        const auto season = readSeason(kSmall +
                                           "price,,,Guest,Roof,1\nprice,,,Ghost,Floor,1\n"
                                           "category,Floor\nfee,Booking\n",
                                       defaults());
        QVERIFY(!season.has_value());
        const Error& error = season.error();
        QCOMPARE(error.where, std::string{"line 8, column category"});
        QCOMPARE(error.facts.size(), std::size_t{4});
        const char* places[] = {"line 8, column category: ", "line 9, column type: ",
                                "line 10, column name: ", "line 11, column price: "};
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY2(error.facts[i].starts_with(places[i]), error.facts[i].c_str());
            QVERIFY(error.message.find(error.facts[i]) != std::string::npos);
        }
    }

    void aPriceIsLowEnoughForAWholeOrderOfThem()
    {
        const auto priced = [](const std::string& price) {
            std::string text = kSmall;
            return readSeason(text.replace(text.find("12.50"), 5, price), defaults());
        };
        QVERIFY(priced("100000000.00").has_value());
        QCOMPARE(priced("100000000.01").error().where, std::string{"line 6, column price"});
        QCOMPARE(priced("-0.01").error().where, std::string{"line 6, column price"});
    }

    void noMoreFaultsAreToldThanOneCanRead()
    {
        std::string text = kSmall;
        for (int i = 0; i < 1'000; ++i) {
            text += "wrong\n";
        }
        QCOMPARE(readSeason(text, defaults()).error().facts.size(), std::size_t{50});
    }

    void aSeasonIsNoLargerThanAnyoneWritesIt()
    {
        constexpr std::size_t kMiB = 1024 * 1024;
        std::string text = kSmall;
        text.append(16 * kMiB - text.size(), ' ');
        QVERIFY(readSeason(text, defaults()).has_value());
        const auto season = readSeason(text + ' ', defaults());
        QVERIFY(!season.has_value());
        QCOMPARE(season.error().kind, ErrorKind::BadInput);
        QCOMPARE(season.error().code, std::string{"season_too_large"});
        QVERIFY(season.error().message.find("16 MiB") != std::string::npos);
    }

    void aTableIsNoWiderThanAnyoneWritesIt()
    {
        // Each line is filled up to the width of the table: a wide one would fill the memory.
        std::string text = "c0";
        for (int i = 1; i < 100'000; ++i) {
            text += ",c" + std::to_string(i);
        }
        const auto table = readCsv(text);
        QVERIFY(!table.has_value());
        QCOMPARE(table.error().code, std::string{"bad_csv"});
    }

    void theDemonstrationStartsTonightOnEveryDayOfTheYear()
    {
        QFile file{QStringLiteral(FOYER_SOURCE_DIR "/resources/demo/season.csv")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        constexpr std::int64_t kDay = 86'400'000;
        for (int day = 0; day < 366; ++day) {
            SeasonDefaults today = defaults();
            today.now = Instant{kNow.ms + day * kDay};
            const auto season = readSeason(text, today);
            QVERIFY2(season.has_value(), season ? "" : season.error().message.c_str());
            int tonight = 0;
            for (const SeasonEvent& event : season->events) {
                QVERIFY(!event.types.empty() && !event.performances.empty());
                for (const SeasonPerformance& performance : event.performances) {
                    QVERIFY(performance.startsAt > today.now);
                    tonight += performance.startsAt.ms < today.now.ms + kDay / 2;
                }
            }
            QCOMPARE(tonight, 2);
        }
    }

    void timesAreThoseOfTheVenuesClock()
    {
        QCOMPARE(utc("2026-07-01", "20:00", "Europe/Berlin"), "2026-07-01T18:00:00.000Z");
        QCOMPARE(utc("2026-12-01", "20:00", "Europe/Berlin"), "2026-12-01T19:00:00.000Z");
        QCOMPARE(utc("2026-12-01", "9:30", "Asia/Kathmandu"), "2026-12-01T03:45:00.000Z");
        QCOMPARE(utc("2026-12-01", "00:00", "Pacific/Kiritimati"), "2026-11-30T10:00:00.000Z");
    }

    void aTimeThatTheClocksSkipIsRefused()
    {
        QCOMPARE(utc("2027-03-28", "02:00", "Europe/Berlin"), "bad_season");
        QCOMPARE(utc("2027-03-28", "02:59", "Europe/Berlin"), "bad_season");
        QCOMPARE(utc("2027-03-28", "03:00", "Europe/Berlin"), "2027-03-28T01:00:00.000Z");
        QCOMPARE(utc("2027-03-28", "01:59", "Europe/Berlin"), "2027-03-28T00:59:00.000Z");
        QCOMPARE(utc("2011-12-30", "12:00", "Pacific/Apia"), "bad_season"); // no such day there
    }

    void aTimeThatHappensTwiceIsTheFirst()
    {
        QCOMPARE(utc("2027-10-31", "02:30", "Europe/Berlin"), "2027-10-31T00:30:00.000Z");
        QCOMPARE(utc("2026-11-01", "01:30", "America/New_York"), "2026-11-01T05:30:00.000Z");
        const auto second = [](const char* time) {
            const auto found = localInstant("2027-10-31", time, "Europe/Berlin", kNow);
            return found->second ? toRfc3339(*found->second) : "none";
        };
        QCOMPARE(second("01:59"), "none");
        QCOMPARE(second("02:00"), "2027-10-31T01:00:00.000Z");
        QCOMPARE(second("02:59"), "2027-10-31T01:59:00.000Z");
        QCOMPARE(second("03:00"), "none");
    }

    void aTimeThatHappensTwiceIsWarnedOfWithItsLine()
    {
        QVERIFY(readSeason(kSmall, defaults())->warnings.empty());
        const auto season = readSeason(kSmall +
                                           "performance,,,,,,2027-10-30,02:30,10\n"
                                           "performance,,,,,,2027-10-31,02:30,10\n",
                                       defaults());
        QVERIFY2(season.has_value(), season ? "" : season.error().message.c_str());
        QCOMPARE(season->warnings.size(), std::size_t{1});
        const SeasonWarning& warning = season->warnings.front();
        QCOMPARE(warning.where, std::string{"line 9, column time"});
        for (const char* part : {"2027-10-31", "02:30", "Europe/Berlin", "first was taken",
                                 "2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"}) {
            QVERIFY2(warning.message.find(part) != std::string::npos, warning.message.c_str());
        }
        QCOMPARE(toRfc3339(season->events.at(0).performances.at(2).startsAt),
                 std::string{"2027-10-31T00:30:00.000Z"});
    }

    void aTimeThatTheClocksSkipIsRefusedWithItsLine()
    {
        const auto season =
            readSeason(kSmall + "performance,,,,,,2027-03-28,02:30,10\n", defaults());
        QVERIFY(!season.has_value());
        QCOMPARE(season.error().where, std::string{"line 8, column time"});
        QVERIFY(season.error().message.find("clocks go forward") != std::string::npos);
    }

    void relativeDaysCountFromTodayInTheZone()
    {
        QCOMPARE(utc("+0", "19:30", "Europe/Berlin"), "2026-11-23T18:30:00.000Z");
        QCOMPARE(utc("+3", "19:30", "Europe/Berlin"), "2026-11-26T18:30:00.000Z");
        // At noon UTC it is the next day there.
        QCOMPARE(utc("+0", "19:30", "Pacific/Kiritimati"), "2026-11-24T05:30:00.000Z");
        for (const char* date : {"", "+", "+x", "+-1", "+99999", "2026-2-3", "2026-02-30", "3"}) {
            QCOMPARE(utc(date, "19:30", "Europe/Berlin"), "bad_season");
        }
        for (const char* time : {"", "24:00", "19", "19:60", "7pm"}) {
            QCOMPARE(utc("+0", time, "Europe/Berlin"), "bad_season");
        }
        QCOMPARE(utc("+0", "19:30", "Mars/Base"), "bad_season");
    }
};

QTEST_GUILESS_MAIN(TestSeasonCsv)
#include "test_season_csv.moc"
