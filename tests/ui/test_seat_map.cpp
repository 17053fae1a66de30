// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/playhouse.h"
#include "ui/sell/seat_map/seat_index.h"

#include <QAccessible>
#include <QPointingDevice>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <random>

using namespace foyer;
using namespace foyer::ui;
using foyer::test::Playhouse;
using foyer::test::seatOf;

Q_DECLARE_METATYPE(foyer::SeatState)

class SeatMapTest : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<foyer::SeatNumber>("foyer::SeatNumber");
        qRegisterMetaType<foyer::SeatState>("foyer::SeatState");
    }

    void theSeatWhoseMiddleIsClickedIsToggledAtEveryZoom_data()
    {
        QTest::addColumn<double>("pixels");
        for (const double pixels : {6.0, 9.0, 13.7, 18.0, 26.0, 40.0, 55.0}) {
            QTest::addRow("%.1f", pixels) << pixels;
        }
    }
    void theSeatWhoseMiddleIsClickedIsToggledAtEveryZoom()
    {
        QFETCH(double, pixels);
        Playhouse house(test::arenaPlan(8000));
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        std::mt19937 random(7);
        for (int i = 0; i < 60; ++i) {
            const auto seat = static_cast<SeatNumber>(random() % house.plan->seats.size());
            house.view.zoomToSeat(seat);
            const QPointF at = house.view.positionOf(seat);
            house.view.zoomBy(pixels / house.view.seatPixels(), at);
            house.click(house.view.positionOf(seat));
            QCOMPARE(toggled.count(), i + 1);
            QCOMPARE(seatOf(toggled), seat);
        }
    }

    void aSeatThatWasTakenOutIsNeitherSeenNorWalkedTo()
    {
        SeatingPlan plan = test::theatrePlan();
        const Row row = plan.rows.front();
        const SeatNumber gone = row.first + 1;
        plan.seats[gone].retired = true;
        for (SeatNumber seat = 0; seat < plan.seats.size(); ++seat) {
            if (seat != gone) {
                plan.order.push_back(seat);
            }
        }
        --plan.rows.front().count;
        for (std::size_t i = 1; i < plan.rows.size(); ++i) {
            --plan.rows[i].first;
        }
        QCOMPARE(structuralFault(plan), std::nullopt);
        Playhouse house(plan);
        house.view.zoomToSeat(row.first);
        QVERIFY(house.view.seatAt(house.view.positionOf(gone)) != std::optional{gone});
        const bool rightwards = plan.seats[gone].at.x > plan.seats[row.first].at.x;
        house.view.focusSeat(row.first);
        QTest::keyClick(&house.view, rightwards ? Qt::Key_Right : Qt::Key_Left);
        QCOMPARE(house.view.focusedSeat(), std::optional<SeatNumber>{gone + 1});
        QTest::keyClick(&house.view, rightwards ? Qt::Key_Left : Qt::Key_Right);
        QCOMPARE(house.view.focusedSeat(), std::optional<SeatNumber>{row.first});
    }

    void aHeldSeatSaysForWhomByLetterAndInWords()
    {
        Playhouse house;
        std::vector<SeatState> states(house.plan->seats.size(), SeatState::Free);
        states[3] = states[4] = SeatState::Held;
        house.view.setKept({{3, {QLatin1Char{'P'}, QStringLiteral("Press, Evening Post")}}});
        house.view.setStates(states);
        QVERIFY(house.view.describe(3).contains(QStringLiteral("held: Press, Evening Post")));
        QVERIFY(house.view.describe(4).endsWith(QStringLiteral("held")));
        for (const double pixels : {8.0, 14.0, 30.0}) { // at every size that has room for a letter
            house.view.zoomToSeat(20);
            house.view.zoomBy(pixels / house.view.seatPixels(), house.view.positionOf(3));
            const auto drawnFor = [&](QChar letter) {
                house.view.setKept({{3, {letter, QStringLiteral("Press")}}});
                return house.view.grab().toImage();
            };
            const QImage press = drawnFor(QLatin1Char{'P'});
            QVERIFY2(press != drawnFor(QLatin1Char{'R'}), qPrintable(QString::number(pixels)));
            QCOMPARE(press, drawnFor(QLatin1Char{'P'}));
        }
    }

    void theFloorBetweenSeatsIsNoSeat()
    {
        Playhouse house;
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        house.click(house.view.positionOf(house.seat("Cabaret", "T1", "1")) + QPointF(40, -40));
        house.click(QPointF(2, 2));
        QCOMPARE(toggled.count(), 0);
    }

    void theIndexFindsTheSameNearestSeatAsLookingAtAll()
    {
        const SeatingPlan plan = test::theatrePlan();
        const SeatIndex index(plan);
        std::mt19937 random(3);
        std::uniform_real_distribution<double> across(-300, 1300);
        for (int i = 0; i < 500; ++i) {
            const QPointF at(across(random), across(random));
            double best = 1e9;
            for (const Seat& seat : plan.seats) {
                best = std::min(best, std::hypot(seat.at.x - at.x(), seat.at.y - at.y()));
            }
            const auto found = index.nearest(at, 1e6);
            QVERIFY(found.has_value());
            const PlanPoint there = plan.seats[*found].at;
            QCOMPARE(std::hypot(there.x - at.x(), there.y - at.y()), best);
            QVERIFY(!index.nearest(at, best * 0.999).has_value());
        }
    }

    void aSeatThatIsNotFreeIsRefusedWithItsState()
    {
        Playhouse house;
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        QSignalSpy refused(&house.view, &SeatMapView::refusedSeat);
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        for (const SeatState state :
             {SeatState::Sold, SeatState::Held, SeatState::NotHere, SeatState::NoPrice}) {
            house.view.setState(seat, state);
            house.click(house.view.positionOf(seat));
            QCOMPARE(seatOf(refused), seat);
            QCOMPARE(refused.last().at(1).value<SeatState>(), state);
        }
        QCOMPARE(refused.count(), 4);
        QCOMPARE(toggled.count(), 0);
        // What lies in the cart can be given back, whatever has become of it.
        house.view.setChosen({seat});
        house.click(house.view.positionOf(seat));
        QCOMPARE(toggled.count(), 1);
    }

    void beforeStatesAreKnownNoSeatCanBeChosen()
    {
        SeatMapView view;
        view.setPlan(std::make_shared<const SeatingPlan>(test::theatrePlan()));
        QSignalSpy refused(&view, &SeatMapView::refusedSeat);
        view.pressSeat(5);
        QCOMPARE(refused.count(), 1);
    }

    void arrowsWalkAlongTheRowAndSpaceChooses()
    {
        Playhouse house;
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        QSignalSpy focused(&house.view, &SeatMapView::seatFocused);
        house.view.focusSeat(house.seat("Stalls", "F", "7"));
        house.key(Qt::Key_Right);
        QCOMPARE(house.view.focusedSeat(), house.seat("Stalls", "F", "8"));
        house.key(Qt::Key_Left);
        house.key(Qt::Key_Left);
        QCOMPARE(house.view.focusedSeat(), house.seat("Stalls", "F", "6"));
        QCOMPARE(seatOf(focused), house.seat("Stalls", "F", "6"));
        house.key(Qt::Key_Space);
        house.key(Qt::Key_Return);
        QCOMPARE(toggled.count(), 2);
        QCOMPARE(seatOf(toggled), house.seat("Stalls", "F", "6"));
    }

    void arrowsCrossAislesRowsAndSections()
    {
        Playhouse house;
        const Row& row = house.plan->rows[house.plan->seats[house.seat("Stalls", "F", "1")].row];
        house.view.focusSeat(row.first);
        // The theatre counts from its left: beyond seat 1 lies the block on that side.
        const float x = house.plan->seats[row.first].at.x;
        const bool firstIsLeft = x < house.plan->seats[row.first + 1].at.x;
        house.key(firstIsLeft ? Qt::Key_Left : Qt::Key_Right);
        const Seat& beyond = house.plan->seats[*house.view.focusedSeat()];
        QVERIFY(beyond.row != house.plan->seats[row.first].row);
        QCOMPARE(house.plan->rows[beyond.row].label, std::string("F"));

        const SeatNumber start = house.seat("Stalls", "K", "9");
        house.view.focusSeat(start);
        for (int i = 0; i < 4; ++i) {
            house.key(Qt::Key_Down);
        }
        const Seat& below = house.plan->seats[*house.view.focusedSeat()];
        QCOMPARE(house.plan->sections[house.plan->rows[below.row].section].label,
                 std::string("Circle"));
        for (int i = 0; i < 4; ++i) {
            house.key(Qt::Key_Up);
        }
        QCOMPARE(house.view.focusedSeat(), start);
    }

    void homeEndAndPageKeysJump()
    {
        Playhouse house;
        house.view.focusSeat(house.seat("Stalls", "C", "5"));
        house.key(Qt::Key_Home);
        const float left = house.plan->seats[*house.view.focusedSeat()].at.x;
        house.key(Qt::Key_End);
        const float right = house.plan->seats[*house.view.focusedSeat()].at.x;
        QVERIFY(left < right);
        QCOMPARE(house.plan->seats[*house.view.focusedSeat()].row,
                 house.plan->seats[house.seat("Stalls", "C", "5")].row);
        house.key(Qt::Key_PageDown);
        const auto sectionOf = [&house] {
            return house.plan->rows[house.plan->seats[*house.view.focusedSeat()].row].section;
        };
        QCOMPARE(sectionOf(), 2U);
        house.key(Qt::Key_PageUp);
        house.key(Qt::Key_PageUp);
        QCOMPARE(sectionOf(), 0U);
        house.key(Qt::Key_PageUp);
        QCOMPARE(sectionOf(), 0U);
    }

    void roundTheTableTheArrowsComeHome()
    {
        Playhouse house;
        const SeatNumber top = house.seat("Cabaret", "T2", "1");
        house.view.focusSeat(top);
        house.key(Qt::Key_Right);
        QCOMPARE(house.view.focusedSeat(), house.seat("Cabaret", "T2", "2"));
        house.key(Qt::Key_Down);
        QCOMPARE(house.view.focusedSeat(), house.seat("Cabaret", "T2", "3"));
        house.view.focusSeat(top);
        house.key(Qt::Key_Left);
        QCOMPARE(house.view.focusedSeat(), house.seat("Cabaret", "T2", "6"));
    }

    void theFocusedSeatStaysInTheWindow()
    {
        Playhouse house(test::arenaPlan(8000));
        house.view.zoomToSeat(100);
        std::mt19937 random(11);
        constexpr Qt::Key kKeys[] = {Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,
                                     Qt::Key_Home, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_End};
        for (int i = 0; i < 300; ++i) {
            house.key(kKeys[random() % std::size(kKeys)]);
            QVERIFY(house.shows(*house.view.focusedSeat()));
        }
        // Seats too small to be told apart are brought nearer.
        house.view.zoomToFit();
        house.key(Qt::Key_Right);
        QVERIFY(house.view.seatPixels() >= 10);
        QVERIFY(house.shows(*house.view.focusedSeat()));
    }

    void theMouseDragsAndTheWheelZoomsWhereItPoints()
    {
        Playhouse house;
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        house.view.zoomToSeat(seat);
        const QPointF before = house.view.positionOf(seat);
        QTest::mousePress(&house.view, Qt::LeftButton, {}, before.toPoint());
        QTest::mouseMove(&house.view, before.toPoint() + QPoint(20, 0));
        QTest::mouseMove(&house.view, before.toPoint() + QPoint(60, 30));
        QTest::mouseRelease(&house.view, Qt::LeftButton, {}, before.toPoint() + QPoint(60, 30));
        QCOMPARE(toggled.count(), 0);
        const QPointF moved = house.view.positionOf(seat) - before;
        QVERIFY(std::abs(moved.x() - 60) <= 1.5 && std::abs(moved.y() - 30) <= 1.5);

        const QPointF at = house.view.positionOf(seat);
        const double size = house.view.seatPixels();
        QWheelEvent wheel(at, house.view.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&house.view, &wheel);
        QVERIFY(house.view.seatPixels() > size * 1.1);
        const QPointF drift = house.view.positionOf(seat) - at;
        QVERIFY(std::hypot(drift.x(), drift.y()) < 1.5);
    }

    void plusMinusAndZeroZoom()
    {
        Playhouse house;
        const double fitted = house.view.seatPixels();
        house.key(Qt::Key_Plus);
        house.key(Qt::Key_Plus);
        QVERIFY(house.view.seatPixels() > fitted * 1.5);
        house.key(Qt::Key_Minus);
        const double nearer = house.view.seatPixels();
        house.key(Qt::Key_0);
        QVERIFY(house.view.seatPixels() < nearer);
        QCOMPARE(house.view.seatPixels(), fitted);
    }

    void farAwayAPressGoesNearerInsteadOfChoosingByLuck()
    {
        Playhouse house(test::arenaPlan(60000));
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        QVERIFY(house.view.seatPixels() < 4);
        const SeatNumber seat = 400;
        house.click(house.view.positionOf(seat));
        QCOMPARE(toggled.count(), 0);
        QVERIFY(house.view.seatPixels() > 15);
        QVERIFY(house.shows(seat));
        house.click(house.view.positionOf(seat));
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(seatOf(toggled), seat);
    }

    void fingersTapAndPinch()
    {
        const std::unique_ptr<QPointingDevice> device(QTest::createTouchDevice());
        QPointingDevice* const screen = device.get();
        Playhouse house;
        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        house.view.zoomToSeat(seat);
        const QPoint at = house.view.positionOf(seat).toPoint();
        QTest::touchEvent(&house.view, screen).press(0, at, &house.view);
        QTest::touchEvent(&house.view, screen).release(0, at, &house.view);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(seatOf(toggled), seat);

        const double size = house.view.seatPixels();
        const QPoint apart(60, 0);
        auto fingers = QTest::touchEvent(&house.view, screen, false);
        fingers.press(0, at - apart, &house.view).commit();
        fingers.stationary(0).press(1, at + apart, &house.view).commit();
        for (int i = 1; i <= 5; ++i) {
            fingers.move(0, at - apart * (5 + i) / 5, &house.view)
                .move(1, at + apart * (5 + i) / 5, &house.view)
                .commit();
        }
        fingers.release(0, at - 2 * apart, &house.view)
            .release(1, at + 2 * apart, &house.view)
            .commit();
        QVERIFY2(house.view.seatPixels() > size * 1.6,
                 qPrintable(QString::number(house.view.seatPixels())));
        QCOMPARE(toggled.count(), 1);
        const QPointF drift = house.view.positionOf(seat) - QPointF(at);
        QVERIFY(std::hypot(drift.x(), drift.y()) < 4);
    }

    void theFocusedSeatIsReadOutAndPressedByAssistiveTechnology()
    {
        Playhouse house;
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        house.view.focusSeat(seat);
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&house.view);
        QVERIFY(map != nullptr);
        QCOMPARE(map->text(QAccessible::Name), QStringLiteral("Seat map"));
        QCOMPARE(map->childCount(), 1);
        QAccessibleInterface* child = map->focusChild();
        QVERIFY(child != nullptr);
        QCOMPARE(map->indexOfChild(child), 0);
        QCOMPARE(child->parent(), map);
        const QString words = QStringLiteral("Stalls, row F, seat 7, Premium 42.00, free");
        QCOMPARE(child->text(QAccessible::Name), words);
        QCOMPARE(map->text(QAccessible::Description), words);
        QVERIFY(!child->state().checked);
        QVERIFY(
            child->rect().contains(house.view.mapToGlobal(house.view.positionOf(seat).toPoint())));

        QSignalSpy toggled(&house.view, &SeatMapView::seatToggled);
        child->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(toggled.count(), 1);
        house.view.setChosen({seat});
        QVERIFY(child->state().checked);
        QVERIFY(child->text(QAccessible::Name).endsWith(QStringLiteral("chosen")));

        house.key(Qt::Key_Right);
        QVERIFY(map->focusChild()->text(QAccessible::Name).contains(QStringLiteral("seat 8")));
    }

    void theStatusLineSaysWhatIsSpecialAboutASeat()
    {
        Playhouse house;
        QSignalSpy status(&house.view, &SeatMapView::statusChanged);
        const SeatNumber seat = house.seat("Circle", "E", "4");
        house.view.focusSeat(seat);
        const QString words = status.last().first().toString();
        QVERIFY(words.startsWith(QStringLiteral("Circle, row E, seat 4, Restricted")));
        QVERIFY(words.endsWith(QStringLiteral("restricted view")));
        house.view.setState(seat, SeatState::Sold);
        QVERIFY(status.last().first().toString().contains(QStringLiteral("sold")));
        QVERIFY(house.view.describe(house.seat("Cabaret", "T2", "3"))
                    .contains(QStringLiteral("table T2")));
    }

    void aStandingAreaIsPressedAsAWhole()
    {
        Playhouse house;
        QSignalSpy pressed(&house.view, &SeatMapView::areaPressed);
        const PlanPoint inside{1060, 400};
        const QPointF one = house.view.positionOf(0);
        const QPointF two = house.view.positionOf(100);
        const PlanPoint a = house.plan->seats[0].at;
        const PlanPoint b = house.plan->seats[100].at;
        const double scale = (two.x() - one.x()) / (b.x - a.x);
        house.click(one + QPointF(inside.x - a.x, inside.y - a.y) * scale);
        QCOMPARE(pressed.count(), 1);
    }
};

QTEST_MAIN(SeatMapTest)
#include "test_seat_map.moc"
