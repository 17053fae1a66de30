// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/pace.h"
#include "tests/ui/playhouse.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

using namespace foyer;
using namespace foyer::ui;
using foyer::test::Playhouse;
using namespace std::chrono_literals;

namespace {

// How many pixels of two pictures differ clearly in lightness, colours aside.
int differences(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            count += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40 ? 1 : 0;
        }
    }
    return count;
}

QImage onFloor(const QPixmap& mark, const QColor& floor)
{
    QImage image(mark.size(), QImage::Format_RGB32);
    image.fill(floor);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, mark);
    return image;
}

} // namespace

class SeatMapPictureTest : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private Q_SLOTS:
    void theFocusRingIsSeen()
    {
        Playhouse house;
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        house.view.focusSeat(seat);
        const QImage with = house.view.grab().toImage();
        house.view.focusSeat(house.seat("Circle", "B", "3"));
        const QImage without = house.view.grab().toImage();
        const QPoint at = house.view.positionOf(seat).toPoint() - QPoint(20, 20);
        const QRect around(at, QSize(40, 40));
        QVERIFY(differences(with.copy(around), without.copy(around)) > 40);
    }

    void everyStateHasAShapeOfItsOwnWithoutColour_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<bool>("dark");
        for (const int side : {10, 16, 24, 40}) {
            QTest::addRow("light %d", side) << side << false;
            QTest::addRow("dark %d", side) << side << true;
        }
    }
    void everyStateHasAShapeOfItsOwnWithoutColour()
    {
        QFETCH(int, side);
        QFETCH(bool, dark);
        SeatMapView view;
        const SeatMapColours colours = dark ? SeatMapColours::dark() : SeatMapColours::light();
        view.setColours(colours);
        // What is sold from, and what is read: they are never on one map.
        for (const auto& marks :
             {std::vector{SeatMark::Free, SeatMark::Chosen, SeatMark::Sold, SeatMark::Held,
                          SeatMark::NotHere, SeatMark::NoPrice},
              std::vector{SeatMark::Open, SeatMark::Held, SeatMark::Taken, SeatMark::Came,
                          SeatMark::NotCome, SeatMark::NoPrice}}) {
            std::vector<QImage> pictures;
            for (const SeatMark mark : marks) {
                pictures.push_back(onFloor(view.legendMark(mark, 0, side), colours.surface));
            }
            for (std::size_t a = 0; a < pictures.size(); ++a) {
                for (std::size_t b = 0; b < a; ++b) {
                    QVERIFY2(differences(pictures[a], pictures[b]) >= side / 3,
                             qPrintable(QStringLiteral("%1 looks like %2").arg(a).arg(b)));
                }
            }
        }
    }

    /// Without colour the fuller part is the one further from the floor.
    void aFullerPartIsDarkerOnALightFloorAndLighterOnADarkOne()
    {
        for (const bool dark : {false, true}) {
            SeatMapView view;
            const SeatMapColours colours = dark ? SeatMapColours::dark() : SeatMapColours::light();
            view.setColours(colours);
            constexpr int kSide = 20;
            int before = dark ? -1 : 256;
            for (std::uint32_t level = 0; level <= 10; ++level) {
                const QImage mark =
                    onFloor(view.legendMark(SeatMark::Shade, level, kSide), colours.surface);
                const int grey = qGray(mark.pixel(mark.width() / 2, mark.height() / 2));
                QVERIFY(dark ? grey > before : grey < before);
                before = grey;
            }
        }
    }

    void statesAndTraitsShowOnTheMapItself()
    {
        Playhouse house;
        const SeatNumber seat = house.seat("Stalls", "F", "7");
        house.view.zoomToSeat(seat);
        house.view.clearFocus();
        const auto picture = [&house, seat] {
            const QPoint at = house.view.positionOf(seat).toPoint() - QPoint(13, 13);
            return house.view.grab(QRect(at, QSize(26, 26))).toImage();
        };
        std::vector<QImage> pictures = {picture()};
        for (const SeatState state :
             {SeatState::Sold, SeatState::Held, SeatState::NotHere, SeatState::NoPrice}) {
            house.view.setState(seat, state);
            pictures.push_back(picture());
        }
        house.view.setState(seat, SeatState::Free);
        house.view.setChosen({seat});
        pictures.push_back(picture());
        for (std::size_t a = 0; a < pictures.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                QVERIFY(differences(pictures[a], pictures[b]) > 12);
            }
        }
        house.view.setChosen({});
        QCOMPARE(differences(picture(), pictures[0]), 0);
    }

    void aChosenSeatIsSeenHoweverFar()
    {
        Playhouse house(test::arenaPlan(60000));
        house.view.clearFocus();
        const QImage before = house.view.grab().toImage();
        house.view.setChosen({30000});
        QVERIFY(differences(before, house.view.grab().toImage()) > 40);
    }

    void wordsAreReadable()
    {
        for (const SeatMapColours& colours : {SeatMapColours::light(), SeatMapColours::dark()}) {
            for (const QColor& floor : {colours.background, colours.surface}) {
                QVERIFY(contrastOf(colours.text, floor) >= 4.5);
                QVERIFY(contrastOf(colours.muted, floor) >= 4.5);
                QVERIFY(contrastOf(colours.focus, floor) >= 3);
                for (std::size_t rank = 0; rank < 7; ++rank) {
                    const QColor colour = categoryColour(rank);
                    QVERIFY(contrastOf(readableOn(colour), colour) >= 4.5);
                    QVERIFY(contrastOf(visibleOn(colour, floor, colours.text, 3), floor) >= 3);
                }
            }
        }
    }

    /// Whatever colour somebody gives a category: its number is read on it, its seat is seen on
    /// every floor, and no other mark looks like it without colours.
    void anyColourOfACategoryIsReadable()
    {
        for (int red = 0; red <= 255; red += 51) {
            for (int green = 0; green <= 255; green += 51) {
                for (int blue = 0; blue <= 255; blue += 51) {
                    const QColor colour(red, green, blue);
                    QVERIFY2(contrastOf(readableOn(colour), colour) >= 4.5,
                             qPrintable(colour.name()));
                    for (const SeatMapColours& colours :
                         {SeatMapColours::light(), SeatMapColours::dark()}) {
                        QVERIFY(contrastOf(visibleOn(colour, colours.surface, colours.text, 3),
                                           colours.surface) >= 3);
                    }
                }
            }
        }
    }

    void aFreeSeatIsToldFromOthersInGreyWhateverItsColour_data()
    {
        QTest::addColumn<QColor>("colour");
        for (const char* name :
             {"#FFFFFF", "#000000", "#5A6675", "#A3AEBB", "#1B2430", "#FFFF00"}) {
            QTest::newRow(name) << QColor(QLatin1String(name));
        }
    }
    void aFreeSeatIsToldFromOthersInGreyWhateverItsColour()
    {
        QFETCH(QColor, colour);
        for (const SeatMapColours& colours : {SeatMapColours::light(), SeatMapColours::dark()}) {
            SeatMapView view;
            view.setColours(colours);
            view.setCategoryColours({colour});
            constexpr int kSide = 24;
            const QImage free = onFloor(view.legendMark(SeatMark::Free, 0, kSide), colours.surface);
            for (const SeatMark mark : {SeatMark::Chosen, SeatMark::Sold, SeatMark::Held,
                                        SeatMark::NotHere, SeatMark::NoPrice}) {
                const QImage other = onFloor(view.legendMark(mark, 0, kSide), colours.surface);
                QVERIFY2(differences(free, other) > 20,
                         qPrintable(QString::number(static_cast<int>(mark))));
            }
        }
    }

    void plansWithoutSeatsOrWithOneAreShownToo()
    {
        SeatMapView view;
        view.resize(300, 200);
        view.grab();
        view.setPlan(nullptr);
        view.grab();
        test::RoomBuilder empty;
        empty.category("One");
        empty.section("");
        view.setPlan(std::make_shared<const SeatingPlan>(empty.plan));
        view.grab();
        QTest::keyClick(&view, Qt::Key_Right);
        empty.row("A", {{5, 5}}, 0);
        view.setPlan(std::make_shared<const SeatingPlan>(empty.plan));
        view.grab();
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.focusedSeat(), std::optional<SeatNumber>(0));
        QCOMPARE(view.seatAt(view.positionOf(0)), std::optional<SeatNumber>(0));
    }

    void sixtyThousandSeatsComeAndMoveWithoutAWait()
    {
        const auto plan = std::make_shared<const SeatingPlan>(test::arenaPlan(60000));
        std::vector<SeatState> states = test::mixedStates(*plan);
        SeatMapView view;
        view.resize(1280, 800);
        view.grab(); // fonts are loaded
        QElapsedTimer timer;
        timer.start();
        view.setPlan(plan);
        view.setStates(std::move(states));
        // Generous: this also runs unoptimised and beside other work. The benchmark is strict.
        QVERIFY2(timer.elapsed() < test::paced(500ms).count(),
                 qPrintable(QString::number(timer.elapsed())));
        view.grab();
        qint64 longest = 0;
        for (int i = 0; i < 12; ++i) {
            timer.restart();
            i % 3 == 0 ? view.zoomBy(1.4, QPointF(640, 400)) : view.panBy(QPointF(31, -17));
            view.grab();
            longest = std::max(longest, timer.elapsed());
        }
        QVERIFY2(longest < test::paced(400ms).count(), qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(SeatMapPictureTest)
#include "test_seat_map_picture.moc"
