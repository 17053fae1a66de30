// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_held_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/held/held_ask.h"
#include "ui/held/held_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using ui::HeldPresenter;
using ui::HeldTab;

namespace {

struct Held {
    explicit Held(bool filled = true)
    {
        if (filled) {
            port.fill();
        }
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        page.setFocus();
        settle();
    }
    void key(Qt::Key key)
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &page, key);
        settle();
    }
    QPushButton* button(const QString& name)
    {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->accessibleName() == name) {
                return button;
            }
        }
        return nullptr;
    }
    bool says(const QString& words) { return test::says(page, words); }
    QListWidget* list() { return page.findChildren<QListWidget*>().front(); }
    QListWidget* seats()
    {
        for (auto* list : page.findChildren<QListWidget*>()) {
            if (list->accessibleName().startsWith(QStringLiteral("Seats"))) {
                return list;
            }
        }
        qFatal("no seats");
    }
    void open(HeldTab tab)
    {
        page.presenter().openTab(tab);
        settle();
    }

    FakeHeldPort port;
    ui::HeldPage page{port};
};

} // namespace

class TestHeldPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void whoComesForTicketsStandsByNameOrdersAndReservationsTogether()
    {
        Held held;
        const auto& rows = held.page.presenter().rows();
        QCOMPARE(rows.size(), 2U);
        QVERIFY(rows[0].title.contains(QStringLiteral("Ada Lovelace")));
        QVERIFY(rows[0].title.contains(QStringLiteral("paid")));
        QVERIFY(rows[1].title.contains(QStringLiteral("Zoë Öztürk")));
        QVERIFY(rows[1].title.contains(QStringLiteral("to pay")));
        QVERIFY(held.button(QStringLiteral("Will-call, 2")) != nullptr);
        QVERIFY(held.button(QStringLiteral("Holds, 2")) != nullptr);
        QVERIFY(held.button(QStringLiteral("Parked, 1")) != nullptr);
        QVERIFY(held.button(QStringLiteral("Waiting list, 2")) != nullptr);
    }

    void aNameIsFoundWithoutItsAccents()
    {
        Held held;
        QTest::keyClicks(held.page.findChild<QLineEdit*>(), QStringLiteral("ozturk zoe"));
        settle();
        QCOMPARE(held.page.presenter().rows().size(), 1U);
        QTest::keyClicks(held.page.findChild<QLineEdit*>(), QStringLiteral("x"));
        settle();
        QVERIFY(held.says(QStringLiteral("Nothing was found")));
        held.page.findChild<QLineEdit*>()->setText(QStringLiteral("AB-22223"));
        settle();
        QCOMPARE(held.page.presenter().rows().size(), 1U); // by the code that people say
    }

    void aReservationIsSoldNowAndAnOrderOpened()
    {
        Held held;
        QSignalSpy sell{&held.page.presenter(), &HeldPresenter::sellAsked};
        QSignalSpy order{&held.page.presenter(), &HeldPresenter::orderAsked};
        held.list()->setFocus();
        held.list()->setCurrentRow(0);
        held.key(Qt::Key_Return);
        QCOMPARE(order.size(), 1);
        QCOMPARE(order[0][0].toString(), QStringLiteral("QH-22223-Y"));
        held.list()->setCurrentRow(1);
        settle();
        QVERIFY(held.says(QStringLiteral("to pay when it is picked up")));
        held.key(Qt::Key_F9);
        QCOMPARE(sell.size(), 1);
        QCOMPARE(sell[0][0].value<std::vector<HoldId>>(), std::vector{idOf<HoldId>(1)});
    }

    void cancellingAReservationSaysWhatItDoesBeforeItDoes()
    {
        Held held;
        held.list()->setCurrentRow(1);
        settle();
        held.key(Qt::Key_F8);
        QVERIFY(held.says(QStringLiteral("Nothing was paid")));
        QVERIFY(held.port.letGoes.empty());
        held.key(Qt::Key_Escape);
        QVERIFY(held.port.letGoes.empty());
        QVERIFY(!held.page.findChild<ui::HeldAsk*>()->isOpen());
        held.key(Qt::Key_F8);
        held.key(Qt::Key_Return);
        QCOMPARE(held.port.letGoes.size(), 1U);
        QVERIFY(held.port.letGoes[0].second.isAll());
        QVERIFY(held.says(QStringLiteral("2 places are free again")));
        QCOMPARE(held.page.presenter().rows().size(), 1U);
    }

    void someSeatsOfAHoldAreLetGo()
    {
        Held held;
        held.open(HeldTab::Holds);
        QCOMPARE(held.seats()->count(), 3);
        held.seats()->item(1)->setCheckState(Qt::Checked);
        settle();
        QVERIFY(held.button(QStringLiteral("Sell 1 places")) != nullptr ||
                held.button(QStringLiteral("Sell 1 place")) != nullptr);
        held.key(Qt::Key_F8);
        held.key(Qt::Key_Return);
        QCOMPARE(held.port.letGoes.size(), 1U);
        QCOMPARE(held.port.letGoes[0].second.seats, std::vector<SeatNumber>{11});
    }

    void someOfAQuantityAreSold()
    {
        Held held;
        QSignalSpy sell{&held.page.presenter(), &HeldPresenter::sellAsked};
        held.open(HeldTab::Holds);
        held.list()->setCurrentRow(1);
        settle();
        auto* number = held.page.findChild<QSpinBox*>();
        QVERIFY(number != nullptr);
        QCOMPARE(number->maximum(), 10);
        number->setValue(4);
        settle();
        held.key(Qt::Key_F9);
        QCOMPARE(sell.size(), 1);
        const auto part = sell[0][1].value<HeldPart>();
        QCOMPARE(part.standing.begin()->second, 4);
    }

    void aHoldIsKeptUntilAnotherTime()
    {
        Held held;
        held.open(HeldTab::Holds);
        held.key(Qt::Key_F6);
        auto* until = held.page.findChild<QComboBox*>(QString{});
        QVERIFY(until != nullptr);
        held.key(Qt::Key_Return);
        QCOMPARE(held.port.extensions.size(), 1U);
        QCOMPARE(held.port.extensions[0].first, std::vector{idOf<HoldId>(2)});
        QVERIFY(held.port.extensions[0].second.has_value());
        QVERIFY(held.says(QStringLiteral("Kept until")));
    }

    void theWaitingListSaysWhoIsNextAndReservesForThem()
    {
        Held held;
        QSignalSpy counted{&held.page.presenter(), &HeldPresenter::nextCounted};
        held.page.presenter().refresh();
        settle();
        QCOMPARE(counted.last()[0].toInt(), 1);
        held.open(HeldTab::Waiting);
        const auto& rows = held.page.presenter().rows();
        QVERIFY(!rows[0].isNext);
        QVERIFY(rows[1].isNext); // the first whose wish can be met
        held.list()->setCurrentRow(0);
        settle();
        QVERIFY(!held.button(QStringLiteral("Reserve 40 places for them…"))->isEnabled());
        held.list()->setCurrentRow(1);
        settle();
        held.key(Qt::Key_F10);
        QVERIFY(held.says(QStringLiteral("030 42"))); // whom to call
        held.key(Qt::Key_Return);
        QCOMPARE(held.port.offered.size(), 1U);
        QVERIFY(held.port.offered[0].first == idOf<WaitingId>(2));
        QVERIFY(held.says(QStringLiteral("Reserved for Kim")));
    }

    void whoNoLongerWaitsIsTakenOffTheList()
    {
        Held held;
        held.open(HeldTab::Waiting);
        held.key(Qt::Key_F8);
        held.key(Qt::Key_Return);
        QCOMPARE(held.port.ended, std::vector{idOf<WaitingId>(1)});
    }

    void theWillCallListOfAPerformanceIsWritten()
    {
        Held held;
        QSignalSpy file{&held.page.presenter(), &HeldPresenter::willCallWritten};
        held.key(Qt::Key_F7);
        QCOMPARE(held.port.written, std::vector{held.port.seated().performance.id});
        QCOMPARE(file.size(), 1);
        QVERIFY(held.says(QStringLiteral("/tmp/will-call.pdf")));
    }

    void onePerformanceIsReadWhereOneIsChosen()
    {
        Held held;
        QVERIFY(!held.port.reads.back());
        held.page.presenter().choosePerformance(held.port.standing().performance.id);
        settle();
        QVERIFY(held.port.reads.back() == held.port.standing().performance.id);
    }

    void anEmptyListTeachesTheFirstStep()
    {
        Held held{false};
        QVERIFY(held.says(QStringLiteral("Nobody comes for tickets")));
        held.key(Qt::Key_F3);
        QVERIFY(held.says(QStringLiteral("Nothing is held")));
        held.key(Qt::Key_F4);
        QVERIFY(held.says(QStringLiteral("No cart is parked")));
        held.key(Qt::Key_F5);
        QVERIFY(held.says(QStringLiteral("Nobody waits")));
        QSignalSpy sell{&held.page, &ui::HeldPage::sellPageAsked};
        held.button(QStringLiteral("Go to Sell"))->click();
        QCOMPARE(sell.size(), 1);
    }

    void whatCannotBeReadIsSaidAndTriedAgain()
    {
        Held held;
        held.port.readFault = storageError("read_failed", "The disk does not answer.");
        held.page.presenter().refresh();
        settle();
        QVERIFY(held.says(QStringLiteral("The disk does not answer.")));
        held.port.readFault.reset();
        held.button(QStringLiteral("Try again"))->click();
        settle();
        QCOMPARE(held.page.presenter().rows().size(), 2U);
    }

    void whatIsRefusedIsSaidAndChangesNothing()
    {
        Held held;
        held.port.actFault = refused("not_home", "These places are held at another counter.");
        held.open(HeldTab::Holds);
        held.key(Qt::Key_F8);
        held.key(Qt::Key_Return);
        QVERIFY(held.says(QStringLiteral("held at another counter")));
        QCOMPARE(held.page.presenter().rows().size(), 2U);
    }

    void aChoiceStaysWhileTheListIsReadAgain()
    {
        Held held;
        held.list()->setCurrentRow(1);
        settle();
        held.port.snapshot.orders.clear();
        held.page.presenter().refresh();
        settle();
        QCOMPARE(held.page.presenter().currentIndex(), 0);
        QVERIFY(held.page.presenter().current()->back != nullptr);
    }

    void aSeatsHoldIsChosenWhereverItStands()
    {
        Held held;
        held.page.showHold(idOf<HoldId>(3));
        settle();
        QVERIFY(held.page.presenter().tab() == HeldTab::Holds);
        QVERIFY(held.says(QStringLiteral("Savings Bank")));
    }

    void whatAnotherCounterHoldsOffersNothing()
    {
        Held held;
        held.port.snapshot.back[1].here = false;
        held.page.presenter().refresh();
        settle();
        held.open(HeldTab::Holds);
        QVERIFY(held.says(QStringLiteral("Another counter holds it")));
        QVERIFY(held.button(QStringLiteral("Keep longer…")) == nullptr);
    }

    void theNextOperatorSeesNothingOfTheOneBefore()
    {
        Held held;
        held.port.waits = true;
        held.page.startOver();
        settle();
        QVERIFY(held.page.presenter().rows().empty());
        QCOMPARE(held.list()->count(), 0);
        QVERIFY(!held.says(QStringLiteral("Ada Lovelace")));
    }

    void everyControlHasANameAndIsAFingerHigh()
    {
        Held held;
        for (const HeldTab tab : ui::kHeldTabs) {
            held.open(tab);
            for (const auto* button : held.page.findChildren<QPushButton*>()) {
                if (button->isVisible()) {
                    QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->text()));
                    QVERIFY2(button->height() >= 44, qPrintable(button->accessibleName()));
                }
            }
        }
    }
};

QTEST_MAIN(TestHeldPage)
#include "test_held_page.moc"
