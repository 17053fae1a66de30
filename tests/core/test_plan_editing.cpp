// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/best_available.h"
#include "core/domain/seating/plan_codec.h"
#include "core/domain/seating/plan_editing/drawing_warnings.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"
#include "tests/support/random_edits.h"
#include "tests/support/room_plans.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Three rows of ten, "A" to "C", in a section "Stalls".
SeatingPlan smallHouse()
{
    RoomBuilder builder;
    builder.category("Premium");
    builder.category("Standard");
    builder.section("Stalls");
    for (int row = 0; row < 3; ++row) {
        std::vector<PlanPoint> places;
        for (int seat = 0; seat < 10; ++seat) {
            places.push_back({30.0F + 20.0F * static_cast<float>(seat),
                              40.0F + 30.0F * static_cast<float>(row)});
        }
        builder.row(rowName(row), places, row == 0 ? 0 : 1);
    }
    builder.plan.size = {300, 200};
    return builder.plan;
}

ObjectKey keyOf(const PlanSketch& drawing, std::size_t row, std::size_t seat)
{
    return drawing.rows.at(row)->seats.at(seat).key;
}

} // namespace

class TestPlanEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoingEverythingGivesTheSamePlanAndRedoingGivesItAgain()
    {
        QVERIFY(rc::check([] {
            RandomDraughtsman hand{*rc::gen::arbitrary<std::uint64_t>()};
            PlanDrawing drawing{smallHouse(), "new"};
            std::vector<SeatingPlan> plans{planOf(drawing.now())};
            const int edits = *rc::gen::inRange(1, 40);
            for (int i = 0; i < edits; ++i) {
                const std::size_t steps = drawing.steps();
                hand.edit(drawing);
                if (drawing.steps() > steps) {
                    plans.push_back(planOf(drawing.now()));
                }
            }
            for (std::size_t at = plans.size(); at-- > 0;) {
                RC_ASSERT(planOf(drawing.now()) == plans[at]);
                RC_ASSERT(drawing.canUndo() == (at > 0));
                if (at > 0) {
                    drawing.undo();
                }
            }
            for (std::size_t at = 1; at < plans.size(); ++at) {
                drawing.redo();
                RC_ASSERT(planOf(drawing.now()) == plans[at]);
            }
            RC_ASSERT(!drawing.canRedo());
        }));
    }

    void aSeatKeepsItsNumberThroughAnyEditsAndVersions()
    {
        QVERIFY(rc::check([] {
            RandomDraughtsman hand{*rc::gen::arbitrary<std::uint64_t>()};
            SeatingPlan stored = smallHouse();
            std::map<std::string, SeatNumber> known;
            PlanDrawing drawing{stored, "new"};
            for (int version = 0; version < 4; ++version) {
                for (int i = *rc::gen::inRange(0, 15); i > 0; --i) {
                    if (drawing.canUndo() && hand.upTo(5) == 0) {
                        drawing.undo();
                    } else {
                        hand.edit(drawing);
                    }
                }
                const SeatingPlan next = planOf(drawing.now(), &stored);
                RC_ASSERT(continuationFault(stored, next) == std::nullopt);
                for (std::size_t seat = 0; seat < next.seats.size(); ++seat) {
                    const auto [at, isNew] =
                        known.emplace(next.seats[seat].id, static_cast<SeatNumber>(seat));
                    RC_ASSERT(at->second == seat);
                }
                RC_ASSERT(next.seatCount() == drawing.now().seatCount());
                if (structuralFault(next)) {
                    continue; // two seats of one number, which nobody can save
                }
                const auto again = decodePlan(encodePlan(next));
                RC_ASSERT(again.has_value());
                RC_ASSERT(again->order == next.order);
                RC_ASSERT(encodePlan(*again) == encodePlan(next));
                // Whoever has a ticket of before still reads the same seat on it.
                for (const SeatNumber seat : differenceOf(stored, next).removed) {
                    RC_ASSERT(next.seatLabel(seat) == stored.seatLabel(seat));
                }
                stored = next;
            }
        }));
    }

    void aPlanThatWasNeverChangedIsWrittenAsItAlwaysWas()
    {
        const SeatingPlan plan = smallHouse();
        PlanDrawing drawing{plan, "new"};
        QCOMPARE(encodePlan(planOf(drawing.now(), &plan)), encodePlan(plan));
        const auto value = decodePlan(encodePlan(plan));
        QVERIFY(value->order.empty());
    }

    /// Written by the first Foyer; the bytes were made by another program from the form's
    /// description.
    void aPlanOfTheFirstVersionIsReadForEver()
    {
        const QByteArray hex =
            "a9646e616d6563426f7864726f7773818461410002f46473697a65821903e81901f4656172656173"
            "80657365617473828662613161310018fa19012c00866261326132001901c219012c016673686170"
            "6573806776657273696f6e016873656374696f6e738184665374616c6c736060806a63617465676f"
            "72696573818263416e796723303037324232";
        const QByteArray raw = QByteArray::fromHex(hex);
        const Bytes bytes(raw.begin(), raw.end());
        const auto plan = decodePlan(bytes);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->name, std::string("Box"));
        QCOMPARE(plan->seatLabel(1), std::string("Stalls \u00B7 A 2"));
        QCOMPARE(plan->seats[1].at, (PlanPoint{4.5F, 3}));
        QVERIFY(plan->seats[1].has(SeatTrait::Accessible));
        QVERIFY(plan->order.empty());
        QCOMPARE(encodePlan(*plan), bytes);
    }

    void aSeatAddedInTheMiddleIsANeighbourThere()
    {
        const SeatingPlan before = smallHouse();
        PlanDrawing drawing{before, "new"};
        const auto next = withSeatBehind(drawing.now(), drawing.keys(), keyOf(drawing.now(), 0, 4));
        QVERIFY(next);
        const SeatingPlan plan = planOf(next->drawing, &before);
        QCOMPARE(structuralFault(plan), std::nullopt);
        QCOMPARE(plan.seats.size(), before.seats.size() + 1);
        QCOMPARE(plan.placeInRow(30), std::optional<std::uint32_t>{5});
        QCOMPARE(plan.seats[30].number, std::string("11"));
        // All but the new seat and its neighbours are taken.
        std::vector<std::uint8_t> free(plan.seats.size(), 0);
        free[4] = free[5] = free[30] = 1;
        const auto block = bestAvailable(plan, {.count = 3, .free = free});
        QVERIFY(block);
        QCOMPARE(*block, (std::vector<SeatNumber>{4, 30, 5}));
    }

    void aRetiredSeatIsNeitherFoundNorOfferedButStillNamed()
    {
        const SeatingPlan before = smallHouse();
        PlanDrawing drawing{before, "new"};
        const SeatingPlan plan =
            planOf(without(drawing.now(), KeySet{keyOf(drawing.now(), 1, 3)}), &before);
        QCOMPARE(structuralFault(plan), std::nullopt);
        QVERIFY(!plan.isSeat(13));
        QCOMPARE(plan.seatCount(), 29U);
        QCOMPARE(plan.seatLabel(13), before.seatLabel(13));
        QVERIFY(plan.seatsNamed("B4").empty());
        QCOMPARE(plan.seatsNamed("B5"), std::vector<SeatNumber>{14});
        const std::vector<std::uint8_t> free(plan.seats.size(), 1);
        const auto all = bestAvailable(plan, {.count = 29, .free = free});
        QVERIFY(all && std::ranges::find(*all, 13U) == all->end());
    }

    void aWholeRowThatGoesKeepsItsSeatsNames()
    {
        const SeatingPlan before = smallHouse();
        PlanDrawing drawing{before, "new"};
        const PlanSketch& now = drawing.now();
        const SeatingPlan plan =
            planOf(without(now, wholeRows(now, KeySet{keyOf(now, 2, 0)})), &before);
        QCOMPARE(structuralFault(plan), std::nullopt);
        QCOMPARE(plan.seatLabel(29), before.seatLabel(29));
        const auto again = decodePlan(encodePlan(plan));
        QVERIFY(again.has_value());
        QCOMPARE(again->seatLabel(29), before.seatLabel(29));
        // What comes back under its own identifier is the same seat.
        const SeatingPlan back = continuedPlan(plan, smallHouse());
        QCOMPARE(back.seatCount(), 30U);
        QVERIFY(back.isSeat(29));
    }

    void anAisleIsOneForTheBestSeats_data()
    {
        QTest::addColumn<int>("seats");
        for (const int seats : {2, 4, 5, 8, 21}) {
            QTest::addRow("%d seats", seats) << seats;
        }
    }
    void anAisleIsOneForTheBestSeats()
    {
        QFETCH(int, seats);
        PlanDrawing drawing{smallHouse(), "new"};
        const auto row = withRow(drawing.now(), drawing.keys(),
                                 {.section = drawing.now().sections.front()->key,
                                  .label = "Z",
                                  .from = {0, 300},
                                  .to = {20.0F * static_cast<float>(seats - 1), 320},
                                  .count = static_cast<std::size_t>(seats)});
        QVERIFY(row);
        const std::size_t left = static_cast<std::size_t>(seats) / 2;
        const auto parted = withAisleBehind(row->drawing, keyOf(row->drawing, 3, left - 1));
        QVERIFY(parted);
        const SeatingPlan plan = planOf(*parted);
        std::vector<std::uint8_t> free(plan.seats.size(), 0);
        std::fill(free.begin() + 30, free.end(), std::uint8_t{1});
        const auto both =
            bestAvailable(plan, {.count = static_cast<std::uint32_t>(seats - 1), .free = free});
        // One block does not reach over the aisle: the other half comes first or last, but a
        // stretch of the plan ends there.
        QVERIFY(both);
        const auto stretches = seatStretches(plan);
        QCOMPARE(stretches.size(), std::size_t{5});
        QCOMPARE(stretches[3].count, static_cast<std::uint32_t>(left));
    }

    void anEditOfOneRowSharesAllOthers()
    {
        PlanDrawing drawing{arenaPlan(60'000), "new"};
        const PlanSketch before = drawing.now();
        const KeySet row = wholeRows(before, KeySet{keyOf(before, 7, 0)});
        QVERIFY(drawing.apply(moved(before, row, {5, 5}), "move"));
        std::size_t copied = 0;
        for (std::size_t i = 0; i < before.rows.size(); ++i) {
            copied += drawing.now().rows[i] != before.rows[i] ? 1U : 0U;
        }
        QCOMPARE(copied, std::size_t{1});
    }

    void whatCanBeUndoneIsBoundedInMemory()
    {
        PlanDrawing drawing{arenaPlan(5'000), "new", std::size_t{4} * 1024 * 1024};
        const KeySet all = allObjects(drawing.now());
        for (int i = 0; i < 100; ++i) {
            drawing.apply(moved(drawing.now(), all, {1, 0}), "move");
        }
        QVERIFY(drawing.steps() < 100);
        QVERIFY(drawing.canUndo());
        QVERIFY(drawing.bytes() <= std::size_t{4} * 1024 * 1024);
    }

    void rotatingAllTheWayRoundAndMirroringTwiceChangesNothing()
    {
        PlanDrawing drawing{smallHouse(), "new"};
        const KeySet all = allObjects(drawing.now());
        PlanSketch turned = drawing.now();
        for (int quarter = 0; quarter < 4; ++quarter) {
            turned = rotated(turned, all, 90);
        }
        turned = mirrored(mirrored(turned, all, PlanAxis::Vertical), all, PlanAxis::Vertical);
        const SeatingPlan is = planOf(turned);
        const SeatingPlan was = smallHouse();
        for (std::size_t i = 0; i < was.seats.size(); ++i) {
            QVERIFY(std::abs(is.seats[i].at.x - was.seats[i].at.x) < 0.01F);
            QVERIFY(std::abs(is.seats[i].at.y - was.seats[i].at.y) < 0.01F);
        }
    }

    void aBowGoesThroughItsEndsAndItsMiddle()
    {
        PlanDrawing drawing{smallHouse(), "new"};
        const auto row = withRow(drawing.now(), drawing.keys(),
                                 {.section = drawing.now().sections.front()->key,
                                  .label = "Z",
                                  .from = {0, 300},
                                  .to = {200, 300},
                                  .count = 11,
                                  .bow = 25});
        const auto& seats = row->drawing.rows.back()->seats;
        QCOMPARE(seats.front().at, (PlanPoint{0, 300}));
        QCOMPARE(seats.back().at, (PlanPoint{200, 300}));
        QVERIFY(std::abs(seats[5].at.x - 100) < 0.01F);
        QVERIFY(std::abs(seats[5].at.y - 325) < 0.01F);
        const PlanSketch straight = bent(row->drawing, row->added, 0);
        for (const DrawnSeat& seat : straight.rows.back()->seats) {
            QVERIFY(std::abs(seat.at.y - 300) < 0.01F);
        }
    }

    void rowsAlignAndDistributeAsAWhole()
    {
        PlanDrawing drawing{smallHouse(), "new"};
        PlanSketch now =
            moved(drawing.now(), wholeRows(drawing.now(), {keyOf(drawing.now(), 1, 0)}), {13, 22});
        const KeySet all = allObjects(now);
        now = aligned(now, all, Alignment::Left);
        now = distributed(now, all, PlanAxis::Vertical);
        QCOMPARE(now.rows[1]->seats[0].at, (PlanPoint{30, 70}));
        QCOMPARE(now.rows[1]->seats[9].at, (PlanPoint{210, 70}));
        QCOMPARE(onGrid({14, 16}, 10), (PlanPoint{10, 20}));
        const PlanPoint by =
            towardsNeighbours(now, wholeRows(now, {keyOf(now, 2, 0)}), {31, 103}, 5);
        QCOMPARE(by, (PlanPoint{-1, 0}));
    }

    void whatIsProbablyNotMeantIsSaid()
    {
        using Kind = DrawingWarning::Kind;
        PlanDrawing drawing{smallHouse(), "new"};
        PlanSketch now = drawing.now();
        const auto has = [&](Kind kind) {
            return std::ranges::any_of(warningsOf(now), [kind](const auto& warning) {
                return warning.kind == kind;
            });
        };
        QVERIFY(!has(Kind::SeatsOverlap) && !has(Kind::SameLabel) && !has(Kind::AccessibleAlone));
        QVERIFY(has(Kind::CategoryWithoutColour));
        now = moved(now, {keyOf(now, 0, 0)}, {19, 0});
        QVERIFY(has(Kind::SeatsOverlap));
        now = numbered(now, keyOf(now, 0, 0), "2");
        QVERIFY(has(Kind::SameLabel));
        now = labelled(now, {keyOf(now, 1, 0)}, "");
        QVERIFY(has(Kind::RowWithoutLabel));
        now = withTrait(now, {keyOf(now, 2, 3)}, SeatTrait::Accessible, true);
        QVERIFY(has(Kind::AccessibleAlone));
        now = withTrait(now, {keyOf(now, 2, 4)}, SeatTrait::Companion, true);
        QVERIFY(!has(Kind::AccessibleAlone));
        now = without(now, allObjects(now));
        QVERIFY(has(Kind::Empty));
        QCOMPARE(now.sections.size(), std::size_t{1});
    }

    void aCopyIsNewSeatsInTheSameWay()
    {
        PlanDrawing drawing{smallHouse(), "new"};
        const KeySet row = wholeRows(drawing.now(), KeySet{keyOf(drawing.now(), 0, 0)});
        const auto copy =
            withCopy(drawing.now(), drawing.keys(), copyOf(drawing.now(), row), {0, 200});
        QVERIFY(copy);
        QCOMPARE(copy->drawing.rows.size(), std::size_t{4});
        QCOMPARE(copy->added.size(), std::size_t{10});
        QCOMPARE(copy->drawing.rows[3]->seats[4].number, std::string("5"));
        QVERIFY(copy->drawing.rows[3]->seats[4].id != copy->drawing.rows[0]->seats[4].id);
        const PlanSketch named = rowsNamed(copy->drawing, copy->added, {.start = 4});
        QCOMPARE(structuralFault(planOf(named)), std::nullopt);
        QCOMPARE(named.rows[3]->label, std::string("D"));
    }
};

QTEST_GUILESS_MAIN(TestPlanEditing)
#include "test_plan_editing.moc"
