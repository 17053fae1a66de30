// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seating_plan.h"
#include "tests/support/room_plans.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

using Seats = std::vector<SeatNumber>;

SeatingPlan twoSections()
{
    RoomBuilder room;
    room.category("Any");
    room.section("Stalls");
    room.row("F", {{0, 0}, {20, 0}, {40, 0}}, 0); // 0 1 2
    room.row("1", {{0, 20}, {20, 20}}, 0);        // 3 4
    room.row("11", {{0, 40}, {20, 40}}, 0);       // 5 6
    room.section("Circle");
    room.row("F", {{0, 90}, {20, 90}}, 0);                  // 7 8
    room.row("Box 1", {{0, 110}, {20, 110}, {40, 110}}, 0); // 9 10 11
    room.row("Ä", {{0, 130}}, 0);                           // 12
    room.plan.seats[4].number = "12";
    return room.plan;
}

} // namespace

class TestSeatingPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSeatIsPrintedWithItsSectionWhereThatHasAName()
    {
        SeatingPlan plan = twoSections();
        QCOMPARE(plan.seatLabel(2), std::string("Stalls · F 3"));
        plan.sections[0].label.clear();
        QCOMPARE(plan.seatLabel(2), std::string("F 3"));
    }

    void aSeatIsFoundHoweverItsNameIsTyped()
    {
        const SeatingPlan plan = twoSections();
        for (const char* name :
             {"Stalls F3", "stalls/f3", "STALLS · F 3", "Stalls-F-3", " stalls f 3 "}) {
            QCOMPARE(plan.seatsNamed(name), Seats({2}));
        }
        QCOMPARE(plan.seatsNamed("f3"), Seats({2}));
        QCOMPARE(plan.seatsNamed("ä1"), Seats({12}));
        QCOMPARE(plan.seatsNamed("box 1 3"), Seats({11}));
    }

    void aNameThatSeveralSectionsHaveGivesAllOfThem()
    {
        QCOMPARE(twoSections().seatsNamed("F1"), Seats({0, 7}));
        QCOMPARE(twoSections().seatsNamed("Circle F1"), Seats({7}));
    }

    void aSeparatorTellsRowAndNumberApart()
    {
        QCOMPARE(twoSections().seatsNamed("1-12"), Seats({4}));
        QCOMPARE(twoSections().seatsNamed("11-2"), Seats({6}));
        QCOMPARE(twoSections().seatsNamed("112"), Seats({4, 6}));
    }

    void nothingIsFoundForNothingOrForNoSeat()
    {
        for (const char* name : {"", " - ", "F", "F4", "Stalls", "Balcony F1", "F1x"}) {
            QCOMPARE(twoSections().seatsNamed(name), Seats{});
        }
    }

    void everySeatOfAPlanIsFoundByItsPrintedLabel()
    {
        const SeatingPlan plan = theatrePlan();
        QVERIFY(rc::check([&] {
            const auto seat =
                *rc::gen::inRange<SeatNumber>(0, static_cast<SeatNumber>(plan.seats.size()));
            RC_ASSERT(plan.seatsNamed(plan.seatLabel(seat)) == Seats{seat});
        }));
    }

    void aSeatIsFoundInsideAnArenaAtOnce()
    {
        const SeatingPlan plan = arenaPlan(60'000);
        const std::string label = plan.seatLabel(59'000);
        QElapsedTimer timer;
        timer.start();
        constexpr int kTimes = 20;
        for (int i = 0; i < kTimes; ++i) {
            QCOMPARE(plan.seatsNamed(label), Seats({59'000}));
        }
        // The goal is 5 ms in a release build; a debug build under a sanitizer is far slower.
        QVERIFY2(timer.elapsed() / kTimes < 200, qPrintable(QString::number(timer.elapsed())));
    }

    void aSoundPlanHasNoFault()
    {
        QCOMPARE(structuralFault(twoSections()), std::nullopt);
        QCOMPARE(structuralFault(theatrePlan()), std::nullopt);
        QCOMPARE(structuralFault(arenaPlan(5'000)), std::nullopt);
    }

    void everyBrokenPromiseOfAPlanIsAFault_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < static_cast<int>(breaks().size()); ++i) {
            QTest::newRow(breaks()[static_cast<std::size_t>(i)].first) << i;
        }
    }
    void everyBrokenPromiseOfAPlanIsAFault()
    {
        QFETCH(int, which);
        SeatingPlan plan = twoSections();
        plan.areas.push_back({"a", "Floor", 0, 10, {}});
        QCOMPARE(structuralFault(plan), std::nullopt);
        breaks()[static_cast<std::size_t>(which)].second(plan);
        QVERIFY(structuralFault(plan).has_value());
    }

private:
    using Break = std::pair<const char*, void (*)(SeatingPlan&)>;
    static const std::vector<Break>& breaks()
    {
        static const std::vector<Break> all{
            {"no section", [](SeatingPlan& p) { p.sections.clear(); }},
            {"row in no section", [](SeatingPlan& p) { p.rows[1].section = 2; }},
            {"row without label", [](SeatingPlan& p) { p.rows[1].label.clear(); }},
            {"rows overlap", [](SeatingPlan& p) { p.rows[1].first = 2; }},
            {"rows swapped", [](SeatingPlan& p) { std::swap(p.rows[0], p.rows[1]); }},
            {"row too long", [](SeatingPlan& p) { p.rows.back().count = 4'000'000'000U; }},
            {"seat in no row", [](SeatingPlan& p) { p.rows.pop_back(); }},
            {"seat names another row", [](SeatingPlan& p) { p.seats[3].row = 0; }},
            {"seat without number", [](SeatingPlan& p) { p.seats[3].number.clear(); }},
            {"seat without id", [](SeatingPlan& p) { p.seats[3].id.clear(); }},
            {"two seats of one id", [](SeatingPlan& p) { p.seats[3].id = p.seats[9].id; }},
            {"two seats of one number", [](SeatingPlan& p) { p.seats[1].number = "1"; }},
            {"seat of no category", [](SeatingPlan& p) { p.seats[3].category = 1; }},
            {"category without name", [](SeatingPlan& p) { p.categories[0].name.clear(); }},
            {"two categories of one name",
             [](SeatingPlan& p) { p.categories.push_back(p.categories[0]); }},
            {"area of no category", [](SeatingPlan& p) { p.areas[0].category = 7; }},
            {"area without label", [](SeatingPlan& p) { p.areas[0].label.clear(); }},
            {"two areas of one id", [](SeatingPlan& p) { p.areas.push_back(p.areas[0]); }},
            {"too many seats", [](SeatingPlan& p) { p.seats.resize(200'001); }},
        };
        return all;
    }
};

QTEST_GUILESS_MAIN(TestSeatingPlan)
#include "test_seating_plan.moc"
