// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A newcomer in an empty house makes an event with numbered seats, two dates and three prices in
// the real window, publishes it, and sells tickets for it. What is pressed and typed is counted.

#include "app/desktop/desktop.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "tests/support/room_plans.h"
#include "tests/ui/barn.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"
#include "ui/events/price_grid.h"
#include "ui/sell/sell_page.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kStoryPatienceMs = 15'000;
constexpr int kActionsMax = 40;
constexpr int kBetweenKeysMs = 80; ///< a hand, not a scanner, which would have its code looked up

SeatingPlan smallHall()
{
    RoomBuilder builder;
    builder.plan.name = "Great hall";
    builder.category("Stalls");
    builder.category("Gallery");
    builder.section("Hall");
    for (int row = 0; row < 6; ++row) {
        std::vector<PlanPoint> places;
        for (int seat = 0; seat < 10; ++seat) {
            places.push_back({static_cast<float>(seat * 20), static_cast<float>(row * 24)});
        }
        builder.row(rowName(row), places, row < 4 ? 0U : 1U);
    }
    builder.plan.size = {200, 150};
    return builder.plan;
}

} // namespace

class FirstEventTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<desktop::Desktop> m_desktop;
    int m_actions = 0;

    ui::MainWindow& window() { return m_desktop->window(); }
    ui::EventsPage& page() { return *window().findChild<ui::EventsPage*>(); }
    /// Until everything that was done is kept and shown.
    void wait()
    {
        QTest::qWait(20);
        QTRY_VERIFY_WITH_TIMEOUT(!page().presenter().isSaving(), kStoryPatienceMs);
        QTest::qWait(20);
    }
    void press(const QString& words)
    {
        ++m_actions;
        QPushButton* button = buttonOf(window(), words);
        QVERIFY2(button != nullptr && button->isEnabled(), qPrintable(words));
        button->click();
        wait();
    }
    void key(Qt::Key key)
    {
        ++m_actions;
        QWidget* at = QApplication::focusWidget();
        QVERIFY(at != nullptr);
        QTest::keyClick(at, key);
        wait();
    }
    /// A word counts as one.
    void type(const QString& words)
    {
        ++m_actions;
        for (const QChar letter : words) { // the first one may open a field of its own
            QWidget* at = QApplication::focusWidget();
            QVERIFY(at != nullptr);
            QTest::keyClick(at, letter.toLatin1());
            QTest::qWait(kBetweenKeysMs);
        }
    }
    void typeDate(int days)
    {
        ++m_actions;
        for (auto* field : page().findChildren<QDateTimeEdit*>()) {
            if (field->isVisible() && field->accessibleName() == QStringLiteral("Starts")) {
                field->setDateTime({QDate::currentDate().addDays(days), QTime{19, 30}, Qt::UTC});
            }
        }
        QTest::qWait(400); // the preview
    }
    /// As a person does: a digit opens the cell, Enter takes the price and another goes down.
    void typePrice(const QString& words)
    {
        type(words);
        if (QWidget* editor = QApplication::focusWidget()) {
            ++m_actions;
            QTest::keyClick(editor, Qt::Key_Return);
        }
        wait();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FOYER_PASSPHRASE", "correct horse battery");
        const std::string folder = m_folder.path().toStdString();
        foundBarn(folder,
                  [](Counter& counter) { QVERIFY(importPlan(counter, smallHall()).has_value()); });
        m_desktop = std::make_unique<desktop::Desktop>(desktop::DesktopOptions{.folder = folder});
        QSignalSpy ready{m_desktop.get(), &desktop::Desktop::ready};
        m_desktop->start();
        QVERIFY(ready.wait(kStoryPatienceMs));
        window().showNormal();
        window().resize(1440, 900);
        window().activateWindow();
    }

    void aNewcomerPublishesAnEvent()
    {
        for (auto* button : window().findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("Events")) {
                ++m_actions;
                button->click();
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(says(page(), QStringLiteral("No event yet")), kStoryPatienceMs);
        press(QStringLiteral("Make the first event"));
        type(QStringLiteral("Hamlet"));
        key(Qt::Key_Return);
        type(QStringLiteral("Playhouse"));
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().flow().isVisible(), kStoryPatienceMs);
        QCOMPARE(page().flow().stage(), ui::EventStage::Dates);
        QTest::qWait(300);
        typeDate(8);
        press(QStringLiteral("Add this date"));
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->dates.size(), std::size_t{1},
                                  kStoryPatienceMs);
        typeDate(9);
        press(QStringLiteral("Add this date"));
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->dates.size(), std::size_t{2},
                                  kStoryPatienceMs);
        press(QStringLiteral("Next"));
        QCOMPARE(page().flow().stage(), ui::EventStage::Prices);
        for (const char* name : {"Adult", "Child", "Student"}) {
            type(QLatin1String{name});
            key(Qt::Key_Return);
        }
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->types.size(), std::size_t{3},
                                  kStoryPatienceMs);
        auto& grid = *page().findChild<ui::PriceGrid*>();
        QCOMPARE(grid.columnCount(), 2); // the plan's categories came with the dates
        ++m_actions;
        grid.setFocus();
        grid.setCurrentCell(0, 0);
        for (const char* price : {"42", "21", "30", "30", "15", "20"}) {
            typePrice(QLatin1String{price});
        }
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->count(true), 0, kStoryPatienceMs);
        press(QStringLiteral("Publish"));
        QCOMPARE(page().flow().stage(), ui::EventStage::Publish);
        key(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->event.state, EventState::Published,
                                  kStoryPatienceMs);
        qInfo("%d actions", m_actions);
        QVERIFY2(m_actions <= kActionsMax, qPrintable(QString::number(m_actions)));
    }

    void whatIsBeingTypedIsKeptBeforeTheWindowIsLocked()
    {
        page().flow().openStage(ui::EventStage::Details);
        for (auto* field : page().findChildren<QLineEdit*>()) {
            if (field->isVisible() && field->accessibleName() == QStringLiteral("Subtitle")) {
                field->setFocus();
            }
        }
        type(QStringLiteral("tragedy"));
        QVERIFY(page().presenter().view()->event.subtitle.empty());
        Q_EMIT window().lockAsked();
        QTRY_COMPARE_WITH_TIMEOUT(page().presenter().view()->event.subtitle, std::string{"tragedy"},
                                  kStoryPatienceMs);
    }

    void andItsTicketsAreSold()
    {
        ui::SellPage& sellPage = *m_desktop->sellPage();
        window().showWorkspace(&sellPage);
        ui::SellPresenter& sell = sellPage.presenter();
        QTRY_COMPARE_WITH_TIMEOUT(sell.performances().size(), std::size_t{2}, kStoryPatienceMs);
        sell.openPerformance(sell.performances().front().id);
        QTRY_VERIFY_WITH_TIMEOUT(sell.current().has_value(), kStoryPatienceMs);
        QSignalSpy sold{&sell, &ui::SellPresenter::sold};
        sell.addTickets(2);
        QTRY_VERIFY_WITH_TIMEOUT(sell.quoted().has_value(), kStoryPatienceMs);
        QCOMPARE(sell.quoted()->total.minor(), 8'400);
        QSignalSpy paying{&sell, &ui::SellPresenter::paymentStarted};
        sell.startPayment(PaymentMethod::CardTerminal);
        QTRY_COMPARE_WITH_TIMEOUT(paying.count(), 1, kStoryPatienceMs);
        sell.confirm({{PaymentMethod::CardTerminal, sell.quoted()->total, "4711"}});
        QTRY_COMPARE_WITH_TIMEOUT(sold.count(), 1, kStoryPatienceMs);
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("foyer"));
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    FirstEventTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_first_event.moc"
