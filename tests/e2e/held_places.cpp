// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/held/held_ask.h"
#include "ui/held/held_page.h"
#include "ui/sell/hold_dialog.h"
#include "ui/sell/parked_dialog.h"
#include "ui/sell/reserve_dialog.h"
#include "ui/sell/sell_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;

namespace {

constexpr int kStartMs = 60'000;
constexpr int kAnswerMs = 20'000;

} // namespace

/// The real program over a real database: what is put aside is there after a restart, and is sold
/// out of where it was kept.
class HeldPlacesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<desktop::Desktop> m_desktop;

    void begin()
    {
        m_desktop = std::make_unique<desktop::Desktop>(
            desktop::DesktopOptions{.folder = m_folder.path().toStdString(), .demo = true});
        QSignalSpy ready{m_desktop.get(), &desktop::Desktop::ready};
        m_desktop->start();
        QVERIFY(ready.wait(kStartMs));
        QTRY_VERIFY_WITH_TIMEOUT(sell().current().has_value(), kStartMs);
        m_desktop->window().activateWindow();
        page().setFocus();
    }
    void restart()
    {
        m_desktop.reset();
        begin();
    }
    ui::SellPage& page() { return *m_desktop->sellPage(); }
    ui::SellPresenter& sell() { return page().presenter(); }
    ui::HeldPage& held() { return *m_desktop->window().findChild<ui::HeldPage*>(); }
    void chooseTwo()
    {
        QTest::keyClick(&page(), Qt::Key_2);
        QTRY_VERIFY_WITH_TIMEOUT(sell().quoted().has_value(), kAnswerMs);
        QCOMPARE(sell().cart().items.size(), 2U);
    }
    void payInCash()
    {
        QTest::keyClick(&page(), Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(sell().stage(), ui::SellPresenter::Stage::Paying, kAnswerMs);
        sell().confirm({{PaymentMethod::Cash, sell().quoted()->total, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(sell().lastSale().has_value(), kAnswerMs);
    }
    template <typename Dialog>
    Dialog* dialog()
    {
        return page().findChild<Dialog*>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FOYER_PASSPHRASE", "correct horse battery");
        ui::applyTheme(*qApp, ui::Palette::light());
        begin();
    }

    void aParkedCartIsSoldAfterARestart()
    {
        chooseTwo();
        const Cart before = sell().cart();
        QTest::keyClick(&page(), Qt::Key_F7);
        QTRY_VERIFY_WITH_TIMEOUT(sell().cart().items.empty(), kAnswerMs);
        restart();
        QTest::keyClick(&page(), Qt::Key_F7);
        auto* parked = dialog<ui::ParkedDialog>();
        auto* list = parked->findChild<QListWidget*>();
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, kAnswerMs);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(sell().cart().items, before.items, kAnswerMs);
        QTRY_VERIFY_WITH_TIMEOUT(sell().quoted().has_value(), kAnswerMs);
        payInCash();
        const SeatNumber seat = *before.items.front().seat;
        QTRY_VERIFY_WITH_TIMEOUT(sell().current()->seats[seat] == SeatState::Sold, kAnswerMs);
        QVERIFY(sell().current()->held.empty());
    }

    void aReservationIsFoundInHeldAndSoldFromThere()
    {
        chooseTwo();
        QTest::keyClick(&page(), Qt::Key_F3);
        auto* reserve = dialog<ui::ReserveDialog>();
        reserve->findChildren<QLineEdit*>().front()->setText(QStringLiteral("Kim Öz"));
        reserve->findChild<QPushButton*>(QStringLiteral("use"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(sell().cart().items.empty(), kAnswerMs);
        m_desktop->window().showWorkspace(&held());
        auto& presenter = held().presenter();
        QTRY_COMPARE_WITH_TIMEOUT(presenter.model().count(ui::HeldTab::WillCall), 1U, kAnswerMs);
        QVERIFY(presenter.current()->title.contains(QStringLiteral("Kim Öz")));
        presenter.sellNow({});
        QTRY_VERIFY_WITH_TIMEOUT(sell().quoted().has_value(), kAnswerMs);
        QCOMPARE(m_desktop->window().currentWorkspace(), &page());
        QVERIFY(sell().customer()->details.name == "Kim Öz");
        payInCash();
        // It is an order in a name now, still to be fetched.
        m_desktop->window().showWorkspace(&held());
        QTRY_VERIFY_WITH_TIMEOUT(presenter.current() != nullptr &&
                                     presenter.current()->order != nullptr,
                                 kAnswerMs);
        QVERIFY(presenter.current()->title.contains(QStringLiteral("paid")));
        QSignalSpy written{&presenter, &ui::HeldPresenter::willCallWritten};
        disconnect(&presenter, &ui::HeldPresenter::willCallWritten, m_desktop.get(), nullptr);
        presenter.writeWillCall();
        QVERIFY(written.wait(kAnswerMs));
        QVERIFY(QFile::exists(written[0][0].toString()));
    }

    void aHoldIsKeptLongerAndLetGoInPart()
    {
        m_desktop->window().showWorkspace(&page());
        chooseTwo();
        const SeatNumber seat = *sell().cart().items.front().seat;
        QTest::keyClick(&page(), Qt::Key_F4);
        dialog<ui::HoldDialog>()->findChild<QPushButton*>(QStringLiteral("use"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(sell().cart().items.empty(), kAnswerMs);
        QTRY_VERIFY_WITH_TIMEOUT(sell().heldAt(seat) != nullptr, kAnswerMs);
        m_desktop->window().showWorkspace(&held());
        held().showHold(sell().heldAt(seat)->first().id);
        auto& presenter = held().presenter();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.tab() == ui::HeldTab::Holds && presenter.current() &&
                                     presenter.current()->back,
                                 kAnswerMs);
        presenter.extend(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(presenter.current() && presenter.current()->back &&
                                     !presenter.current()->back->first().releaseAt,
                                 kAnswerMs);
        presenter.letGo({{seat}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(presenter.current()->back->places(), 1U, kAnswerMs);
        QTRY_VERIFY_WITH_TIMEOUT(sell().current()->seats[seat] == SeatState::Free, kAnswerMs);
    }

    void cleanupTestCase() { m_desktop.reset(); }
};

QTEST_MAIN(HeldPlacesTest)
#include "held_places.moc"
