// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_reports_port.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/reports/report_scope_bar.h"
#include "ui/reports/reports_page.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QAccessible>
#include <QCheckBox>
#include <QChartView>
#include <QComboBox>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

using Kind = ReportQuestion::Kind;

struct ReportDesk {
    explicit ReportDesk(bool filled = true)
    {
        if (filled) {
            port.fill();
        }
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        settle();
    }
    void choose(int tab)
    {
        page.findChild<QTabBar*>()->setCurrentIndex(tab);
        settle();
    }
    QComboBox& combo(const QString& name)
    {
        for (auto* each : page.findChildren<QComboBox*>()) {
            if (each->accessibleName() == name) {
                return *each;
            }
        }
        qFatal("no combo %s", qPrintable(name));
    }
    bool says(const QString& words) { return test::says(page, words); }

    FakeReportsPort port;
    ui::ReportsPage page{port};
};

} // namespace

class TestReportsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesFirstThenTheTable()
    {
        ReportDesk desk;
        QCOMPARE(desk.port.asked.back().kind, Kind::Dashboard);
        QVERIFY(desk.says(QStringLiteral("309 tickets sold")));
        auto* table = desk.page.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 4);
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("120"));
        auto* chart = desk.page.findChild<QChartView*>();
        QVERIFY(chart->isVisible());
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("309 tickets")));
    }

    void eachQuestionAsksForItsReport()
    {
        ReportDesk desk;
        for (const auto& [tab, kind] : {std::pair{1, Kind::Sales}, std::pair{2, Kind::Settlement},
                                        std::pair{3, Kind::Attendance}, std::pair{4, Kind::Tax}}) {
            desk.choose(tab);
            QCOMPARE(desk.port.asked.back().kind, kind);
        }
    }

    void salesAreToldApartAsChosen()
    {
        ReportDesk desk;
        desk.choose(1);
        auto& by = desk.combo(QStringLiteral("By"));
        by.setCurrentText(QStringLiteral("Clerk"));
        settle();
        QCOMPARE(desk.port.asked.back().grouping, SalesGrouping::Clerk);
        by.setCurrentText(QStringLiteral("Booking curve"));
        settle();
        QCOMPARE(desk.port.asked.back().kind, Kind::Curve);
        QCOMPARE(desk.port.asked.back().scope.performances.front(),
                 PerformanceId{FakeReportsPort::id(2)}); // the next one
    }

    void periodEventAndMomentAreAskedFor()
    {
        ReportDesk desk;
        desk.choose(4);
        desk.combo(QStringLiteral("Period")).setCurrentText(QStringLiteral("The last seven days"));
        desk.combo(QStringLiteral("Event")).setCurrentIndex(1);
        settle();
        const ReportScope scope = desk.port.asked.back().scope;
        QCOMPARE(*scope.toDay - *scope.fromDay, 6);
        QCOMPARE(*scope.toDay, desk.port.shown.today);
        QCOMPARE(*scope.event, EventId{FakeReportsPort::id(9)});
        QVERIFY(!scope.asOf);
        desk.page.findChild<QCheckBox*>()->setChecked(true);
        settle();
        QVERIFY(desk.port.asked.back().scope.asOf.has_value());
    }

    void addingUpShowsHowFarItIsAndCanBeStopped()
    {
        ReportDesk desk;
        const auto before = desk.port.asked.size();
        desk.port.parts = 3;
        desk.port.isStuck = true;
        desk.page.refresh();
        QTRY_VERIFY(buttonOf(desk.page, QStringLiteral("Stop")) != nullptr &&
                    buttonOf(desk.page, QStringLiteral("Stop"))->isVisible());
        buttonOf(desk.page, QStringLiteral("Stop"))->click();
        settle();
        QVERIFY(desk.says(QStringLiteral("not added up yet")));
        const int prepared = desk.port.prepared;
        settle();
        QVERIFY(desk.port.prepared <= prepared + 1);
        QCOMPARE(desk.port.asked.size(), before);
        desk.port.isStuck = false;
        buttonOf(desk.page, QStringLiteral("Go on"))->click();
        QTRY_COMPARE(desk.port.asked.size(), before + 1);
    }

    void aHouseWithoutAnythingIsTaught()
    {
        ReportDesk desk{false};
        QVERIFY(desk.says(QStringLiteral("nothing to report yet")));
        QVERIFY(desk.port.asked.empty());
    }

    void whatFailsSaysSoAndCanBeTriedAgain()
    {
        ReportDesk desk;
        desk.port.refusal = storageError("disk_error", "The disk is broken.");
        desk.page.refresh();
        settle();
        QVERIFY(desk.says(QStringLiteral("could not be made")));
        desk.port.refusal.reset();
        buttonOf(desk.page, QStringLiteral("Try again"))->click();
        settle();
        QVERIFY(desk.says(QStringLiteral("309 tickets sold")));
    }

    void whatIsShownIsExported()
    {
        ReportDesk desk;
        desk.choose(4);
        desk.page.saveTo(QStringLiteral("/tmp/tax.xlsx"));
        settle();
        QCOMPARE(desk.port.saved.back(), std::string{"/tmp/tax.xlsx"});
        QCOMPARE(desk.port.asked.back().kind, Kind::Tax);
        QVERIFY(desk.says(QStringLiteral("The report is saved")));
    }

    void theRoomIsShownWithItsSeatsAndTheTableBesideIt()
    {
        ReportDesk desk;
        desk.port.answer = FakeReportsPort::mapTable(theatrePlan(), true);
        desk.choose(1);
        auto* map = desk.page.findChild<ui::SeatMapView*>();
        auto* table = desk.page.findChild<QTableWidget*>();
        QVERIFY(map->isVisible() && table->isVisible());
        QVERIFY(!desk.page.findChild<QChartView*>()->isVisible());
        QVERIFY(table->mapTo(&desk.page, QPoint{}).x() >
                map->mapTo(&desk.page, QPoint{}).x() + map->width() - 1);
        const auto seats = desk.port.answer.map.seats;
        const auto missed =
            static_cast<SeatNumber>(std::ranges::find(seats, SeatFate::NotCome) - seats.begin());
        QVERIFY(map->describe(missed).endsWith(QStringLiteral("did not come")));
        for (const char* words : {"free: ", "held: ", "came: ", "did not come: "}) {
            QVERIFY(desk.says(QLatin1String{words}));
        }
        desk.page.resize(640, 800); // as at 200 %
        settle();
        QVERIFY(table->mapTo(&desk.page, QPoint{}).y() > map->mapTo(&desk.page, QPoint{}).y());
        QVERIFY(table->mapTo(&desk.page, QPoint{}).x() <= map->mapTo(&desk.page, QPoint{}).x());
    }

    void theKeyboardReadsTheRoomSeatBySeatAndChoosesNone()
    {
        ReportDesk desk;
        desk.port.answer = FakeReportsPort::mapTable(theatrePlan());
        desk.choose(1);
        auto* map = desk.page.findChild<ui::SeatMapView*>();
        QVERIFY(map->accessibleName().contains(QStringLiteral("Occupancy")));
        map->setFocus(Qt::TabFocusReason);
        QTest::keyClick(map, Qt::Key_Right);
        const SeatNumber seat = map->focusedSeat().value();
        QVERIFY(desk.says(map->describe(seat)));
        QTest::keyClick(map, Qt::Key_Space);
        QVERIFY(!map->isChosen(seat));
        auto* read = QAccessible::queryAccessibleInterface(map)->focusChild();
        QCOMPARE(read->text(QAccessible::Name), map->describe(seat));
        QVERIFY(!read->state().checkable);
        QTest::keyClick(map, Qt::Key_PageDown, Qt::ControlModifier); // still asks the page
        settle();
        QCOMPARE(desk.page.findChild<QTabBar*>()->currentIndex(), 2);
    }

    void howFullSectionsAndCategoriesAreIsShownAsShade()
    {
        ReportDesk desk;
        desk.port.answer = FakeReportsPort::mapTable(theatrePlan());
        desk.choose(1);
        auto* map = desk.page.findChild<ui::SeatMapView*>();
        auto& view = desk.combo(QStringLiteral("The map shows"));
        view.setCurrentIndex(1);
        settle();
        const auto percent = [](const ReportMap::Shade& shade) {
            return QString::number(shade.percent());
        };
        const ReportMap& shown = desk.port.answer.map;
        QVERIFY(map->describe(0).endsWith(percent(shown.sections[0]) +
                                          QStringLiteral(" % of the section are sold")));
        QVERIFY(desk.says(QStringLiteral("all is sold")));
        view.setCurrentIndex(2);
        settle();
        QVERIFY(desk.says(QStringLiteral("Premium")));
        QVERIFY(map->describe(0).contains(percent(shown.categories[0]) + QStringLiteral(" %")));
    }

    void aBookingCurveIsAskedForBesideAnotherPerformance()
    {
        ReportDesk desk;
        desk.choose(1);
        QVERIFY(!desk.combo(QStringLiteral("Compared with")).isVisible());
        desk.combo(QStringLiteral("By")).setCurrentText(QStringLiteral("Booking curve"));
        settle();
        QVERIFY(desk.port.asked.back().beside.empty());
        auto& beside = desk.combo(QStringLiteral("Compared with"));
        QVERIFY(beside.isVisible());
        beside.setCurrentIndex(2);
        settle();
        QCOMPARE(desk.port.asked.back().beside, std::vector{PerformanceId{FakeReportsPort::id(1)}});
    }

    void onlyAReportThatIsShownCanBeExported()
    {
        ReportDesk empty{false};
        QVERIFY(!buttonOf(empty.page, QStringLiteral("Export"))->isEnabled());
        ReportDesk desk;
        QVERIFY(buttonOf(desk.page, QStringLiteral("Export"))->isEnabled());
        desk.port.isStuck = true;
        desk.port.parts = 1;
        desk.page.startOver(); // whoever comes next has no report yet
        settle();
        QVERIFY(!buttonOf(desk.page, QStringLiteral("Export"))->isEnabled());
        buttonOf(desk.page, QStringLiteral("Stop"))->click();
        QVERIFY(!buttonOf(desk.page, QStringLiteral("Export"))->isEnabled());
        desk.page.saveTo(QStringLiteral("/tmp/tax.xlsx"));
        settle();
        QVERIFY(desk.port.saved.empty());
    }

    void keysReachEveryQuestionAmongAllWorkspaces()
    {
        FakeReportsPort port;
        port.fill();
        ui::MainWindow window;
        auto* page = new ui::ReportsPage{port};
        window.addWorkspace(QStringLiteral("Reports"), QStringLiteral("chart-column"), page);
        for (int i = 1; i < 10; ++i) { // as many as Ctrl+1 to Ctrl+0 go to
            window.addWorkspace(QString::number(i), QStringLiteral("user"), new QWidget);
        }
        window.resize(1200, 800);
        window.show();
        window.activateWindow();
        window.showWorkspace(page);
        settle();
        page->findChild<QTableWidget*>()->setFocus(); // which has a use for these keys itself
        for (const Kind kind :
             {Kind::Sales, Kind::Settlement, Kind::Attendance, Kind::Tax, Kind::Dashboard}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
            settle();
            QCOMPARE(port.asked.back().kind, kind);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
        settle();
        QCOMPARE(port.asked.back().kind, Kind::Tax);
        QCOMPARE(window.currentWorkspace(), page);
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    ui::applyTheme(application, ui::Palette::light());
    TestReportsPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_reports_page.moc"
