// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_background.h"
#include "core/domain/seating/plan_codec.h"
#include "core/domain/seating/plan_editing/drawing_warnings.h"
#include "core/domain/seating/plan_editing/edit_objects.h"
#include "core/domain/seating/plan_editing/edit_outlines.h"
#include "core/domain/seating/plan_editing/editor_draft.h"
#include "tests/support/room_plans.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

using Kind = DrawingWarning::Kind;

const std::string kHash(64, 'a');

/// Two rows of five in a section "Stalls" without an outline, and an empty section "Circle".
PlanSketch twoRows()
{
    RoomBuilder room;
    room.category("Standard");
    room.section("Stalls");
    for (int row = 0; row < 2; ++row) {
        std::vector<PlanPoint> places;
        for (int seat = 0; seat < 5; ++seat) {
            places.push_back({100.0F + 20.0F * static_cast<float>(seat),
                              100.0F + 30.0F * static_cast<float>(row)});
        }
        room.row(rowName(row), places, 0);
    }
    room.section("Circle");
    KeySource keys;
    return drawingOf(room.plan, keys);
}

const std::vector<PlanPoint> kBox{{0, 0}, {50, 0}, {50, 40}, {0, 40}};

bool warnsOf(const PlanSketch& drawing, Kind kind)
{
    return std::ranges::any_of(warningsOf(drawing),
                               [kind](const auto& each) { return each.kind == kind; });
}

} // namespace

class TestPlanOutlines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOutlineAroundASectionHoldsEverySeatOfIt()
    {
        QVERIFY(rc::check([] {
            RoomBuilder room;
            room.category("Standard");
            room.section("Stalls");
            const auto count = *rc::gen::inRange<std::size_t>(1, 30);
            std::vector<PlanPoint> places;
            for (std::size_t i = 0; i < count; ++i) {
                places.push_back({static_cast<float>(*rc::gen::inRange(0, 500)),
                                  static_cast<float>(*rc::gen::inRange(0, 500))});
            }
            room.row("A", places, 0);
            KeySource keys;
            const PlanSketch drawing = drawingOf(room.plan, keys);
            const ObjectKey section = drawing.sections.front()->key;
            const auto next = withOutline(drawing, section, outlineAround(drawing, section, 10));
            RC_ASSERT(next.has_value());
            RC_ASSERT(!warnsOf(*next, Kind::SeatOutsideSection));
        }));
    }

    void anOutlineIsDrawnChangedAndTakenAwayCornerByCorner()
    {
        const PlanSketch drawing = twoRows();
        const ObjectKey stalls = drawing.sections.front()->key;
        QVERIFY(outlineOf(drawing, stalls)->empty());
        QVERIFY(!outlinedAlone(drawing, KeySet{stalls}));
        PlanSketch now = withOutline(drawing, stalls, kBox).value();
        QVERIFY(warnsOf(now, Kind::SeatOutsideSection));
        QCOMPARE(outlinedAlone(now, KeySet{stalls}), std::optional{stalls});
        now = withCornerBehind(now, stalls, 3).value(); // on the way back to the first
        QCOMPARE(outlineOf(now, stalls)->size(), std::size_t{5});
        QCOMPARE(outlineOf(now, stalls)->back(), (PlanPoint{0, 20}));
        now = withCornerMoved(now, stalls, 4, {-10, 0});
        QCOMPARE(outlineOf(now, stalls)->back(), (PlanPoint{-10, 20}));
        now = withoutCorner(now, stalls, 4);
        QCOMPARE(*outlineOf(now, stalls), kBox);
        now = withoutCorner(now, stalls, 0);
        now = withoutCorner(now, stalls, 0);
        QCOMPARE(outlineOf(now, stalls)->size(), std::size_t{3}); // the last three stay
        now = without(now, KeySet{stalls});
        QCOMPARE(now.sections.front()->section.outline.size(), std::size_t{0});
        QCOMPARE(now.seatCount(), std::size_t{10}); // its seats are not the outline
    }

    void whatIsNoOutlineIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<int>("corners");
        QTest::addColumn<bool>("isLine");
        QTest::newRow("a point") << 1 << false;
        QTest::newRow("two corners") << 2 << false;
        QTest::newRow("a line") << 4 << true;
        QTest::newRow("too many") << 201 << false;
    }
    void whatIsNoOutlineIsRefusedAndChangesNothing()
    {
        QFETCH(int, corners);
        QFETCH(bool, isLine);
        const PlanSketch drawing = twoRows();
        std::vector<PlanPoint> points;
        for (int i = 0; i < corners; ++i) {
            const float at = static_cast<float>(i);
            points.push_back(isLine ? PlanPoint{at, at}
                                    : PlanPoint{100 * std::cos(at), 100 * std::sin(at)});
        }
        const auto next = withOutline(drawing, drawing.sections.front()->key, points);
        QVERIFY(!next);
        QCOMPARE(next.error().where, std::string("outline"));
        QVERIFY(!withOutline(drawing, drawing.rows[0]->seats[0].key, kBox)); // a seat has none
    }

    void anOutlineMovesWithWhatItIsSelectedWith()
    {
        PlanSketch now = twoRows();
        const ObjectKey stalls = now.sections.front()->key;
        now = withOutline(now, stalls, outlineAround(now, stalls, 12)).value();
        const KeySet inside = objectsIn(now, {{80, 80}, {260, 260}});
        QVERIFY(inside.has(stalls));
        QCOMPARE(inside.size(), std::size_t{11});
        QVERIFY(!objectsIn(now, {{95, 95}, {260, 260}}).has(stalls)); // not as a whole
    }

    void aPictureToDrawOverIsReadBackAsItWasWritten()
    {
        QVERIFY(rc::check([] {
            const auto hundredths = [](int from, int to) {
                return static_cast<float>(*rc::gen::inRange(from, to)) / 100.0F;
            };
            PlanBackground background{std::string(64, *rc::gen::element('0', '9', 'a', 'f')),
                                      {hundredths(-100'000, 100'000),
                                       hundredths(-100'000, 100'000)},
                                      {hundredths(100, 500'000), hundredths(100, 500'000)},
                                      hundredths(0, 101),
                                      *rc::gen::arbitrary<bool>()};
            const auto text = formatPlanBackground(background);
            const auto again = parsePlanBackground(text);
            RC_ASSERT(again.has_value());
            RC_ASSERT(formatPlanBackground(*again) == text);
            RC_ASSERT(again->hidden == background.hidden);
            RC_ASSERT(std::abs(again->at.x - background.at.x) < 0.01F);
            // So is what is kept of a drawing that is not finished.
            EditorDraft draft{std::nullopt, {}, planOf(twoRows())};
            draft.plan.background = background;
            const auto kept = decodeEditorDraft(encode(draft));
            RC_ASSERT(kept.has_value() && kept->plan.background.has_value());
            RC_ASSERT(formatPlanBackground(*kept->plan.background) == text);
        }));
    }

    void whatNamesNoPictureIsNone_data()
    {
        QTest::addColumn<QString>("text");
        const QString hash = QString::fromStdString(kHash);
        QTest::newRow("nothing") << QString{};
        QTest::newRow("a hash alone") << hash;
        QTest::newRow("a way out of the folder")
            << QStringLiteral("../../etc/passwd 0 0 100 100 50");
        QTest::newRow("capital digits") << hash.toUpper() + QStringLiteral(" 0 0 100 100 50");
        QTest::newRow("no size") << hash + QStringLiteral(" 0 0 0 0 50");
        QTest::newRow("seen through twice") << hash + QStringLiteral(" 0 0 100 100 500");
        QTest::newRow("too far") << hash + QStringLiteral(" 0 2000000000 100 100 50");
        QTest::newRow("more words") << hash + QStringLiteral(" 0 0 100 100 50 green");
    }
    void whatNamesNoPictureIsNone()
    {
        QFETCH(QString, text);
        QVERIFY(!parsePlanBackground(text.toStdString()));
    }

    void aPictureKeepsItsProportions()
    {
        const PlanBackground under = backgroundUnder({900, 400}, kHash, {3000, 1500});
        QCOMPARE(under.size, (PlanPoint{900, 450}));
        QCOMPARE(scaledTo(under, 300).size, (PlanPoint{300, 150}));
        QCOMPARE(backgroundUnder({0, 0}, kHash, {640, 480}).size, (PlanPoint{640, 480}));
        QVERIFY(!backgroundFault(under));
    }

    void coloursThatCanHardlyBeToldApartAreSaid()
    {
        PlanSketch now = twoRows();
        now = withCategoryNamed(now, 0, {"Standard", "#0072B2"}).value();
        now = withCategoryNamed(now, std::nullopt, {"Premium", "#0A70b0"}).value();
        QVERIFY(!warnsOf(now, Kind::CategoriesAlike)); // nothing has the second one yet
        now = withCategory(now, KeySet{now.rows[0]->seats[0].key}, 1);
        QVERIFY(warnsOf(now, Kind::CategoriesAlike));
        now = withCategoryNamed(now, 1, {"Premium", "#E69F00"}).value();
        QVERIFY(!warnsOf(now, Kind::CategoriesAlike));
        for (const char* bad : {"blue", "#12345", "#12345G", "#+12345", "0072B2#"}) {
            const auto next = withCategoryNamed(now, 1, {"Premium", bad});
            QVERIFY(!next);
            QCOMPARE(next.error().where, std::string("colour"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanOutlines)
#include "test_plan_outlines.moc"
