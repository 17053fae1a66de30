// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_till_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/till/cash_counter.h"
#include "ui/till/invoices_dialog.h"
#include "ui/till/shifts_dialog.h"
#include "ui/till/till_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Widget>
Widget* named(QWidget& in, const QString& name)
{
    for (Widget* widget : in.findChildren<Widget*>()) {
        if (widget->accessibleName() == name && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

void press(QWidget& in, const QString& words)
{
    for (QPushButton* button : in.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith(words)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(words));
}

} // namespace

class TillPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        ui::applyTheme(*qApp, ui::Palette::light());
    }

    void everyControlOfACountIsReachedByTab()
    {
        FakeTillPort port;
        port.cash = 10'000;
        QWidget window;
        auto* row = new QVBoxLayout{&window};
        row->addWidget(new QPushButton{QStringLiteral("Before")});
        auto* page = new ui::TillPage{port};
        row->addWidget(page);
        window.show();
        window.activateWindow();
        settle();
        press(window, QStringLiteral("Count and close"));
        settle();
        QStringList reached;
        for (int i = 0; i < 25; ++i) {
            auto* focus = QApplication::focusWidget();
            auto* button = qobject_cast<QPushButton*>(focus);
            reached << (button != nullptr ? button->text() : focus->accessibleName());
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QVERIFY2(!reached.contains(QStringLiteral("Amount")), "what is not to be seen");
        for (const char* name : {"How many of €0.01", "Back", "Close the shift"}) {
            QVERIFY2(reached.contains(QString::fromUtf8(name)), name);
        }
        QVERIFY(reached.indexOf(QStringLiteral("Close the shift")) >
                reached.indexOf(QStringLiteral("How many of €0.01")));
    }

    void aDayFromTheFloatToTheDifference()
    {
        FakeTillPort port;
        ui::TillPage page{port};
        page.resize(1200, 700);
        page.show();
        page.activateWindow();
        settle();
        auto* cash = named<QLineEdit>(page, QStringLiteral("Float"));
        QVERIFY(cash != nullptr);
        QTest::keyClicks(cash, QStringLiteral("a hundred"));
        QTest::keyClick(cash, Qt::Key_Return);
        QVERIFY(port.asked.empty());
        QCOMPARE(cash->text(), QStringLiteral("a hundred")); // nothing typed is lost
        QVERIFY(!cash->accessibleDescription().isEmpty());
        cash->setText(QStringLiteral("100.00"));
        QTest::keyClick(cash, Qt::Key_Return);
        QCOMPARE(port.asked.back(), std::string{"open 10000"});
        QVERIFY(says(page, QStringLiteral("Shift A7-1")));
        QCOMPARE(page.findChild<QTableWidget*>()->rowCount(), 1);
        QVERIFY(!says(page, QStringLiteral("100.00"))); // what should be there is not told

        auto* amount = named<QLineEdit>(page, QStringLiteral("Amount"));
        QTest::keyClicks(amount, QStringLiteral("20.00"));
        QTest::keyClick(&page, Qt::Key_F7);
        QVERIFY(says(page, QStringLiteral("Say why")));
        QCOMPARE(amount->text(), QStringLiteral("20.00"));
        QTest::keyClicks(named<QLineEdit>(page, QStringLiteral("Reason")),
                         QStringLiteral("Stamps"));
        QTest::keyClick(&page, Qt::Key_F7);
        QCOMPARE(port.asked.back(), std::string{"move 2000 Stamps"});

        QTest::keyClick(&page, Qt::Key_F9);
        auto* counter = page.findChild<ui::CashCounter*>();
        QVERIFY(counter->isVisible());
        const auto numbers = counter->findChildren<QSpinBox*>();
        QCOMPARE(numbers.size(), static_cast<qsizetype>(denominationsOf(kEuro).size()));
        for (const QSpinBox* number : numbers) {
            QVERIFY(!number->accessibleName().isEmpty());
        }
        const auto values = denominationsOf(kEuro);
        const auto fifty = std::ranges::find(values, 5'000) - values.begin();
        numbers[static_cast<qsizetype>(fifty)]->setValue(1);
        QVERIFY(says(page, QStringLiteral("50.00")));
        page.refresh(); // a sale elsewhere takes nothing away that was counted
        QVERIFY(counter->isVisible());
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(says(page, QStringLiteral("not what should be there")));
        QVERIFY(!says(page, QStringLiteral("80.00"))); // nor is it told what should
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(says(page, QStringLiteral("A7-Z1")));
        QVERIFY(says(page, QStringLiteral("30.00"))); // missing
        press(page, QStringLiteral("Done"));
        QVERIFY(named<QLineEdit>(page, QStringLiteral("Float")) != nullptr);
    }

    void aCountThatDoesNotAgreeIsSaidOnceAndClosesNothing()
    {
        FakeTillPort port;
        port.cash = 5'000;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F9);
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(says(page, QStringLiteral("Count again")));
        QVERIFY(port.cash.has_value());
        const auto numbers = page.findChild<ui::CashCounter*>()->findChildren<QSpinBox*>();
        const auto values = denominationsOf(kEuro);
        const auto at = [&](std::int64_t value) {
            return numbers[std::ranges::find(values, value) - values.begin()];
        };
        at(2'000)->setValue(1); // another count is compared anew
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(port.cash.has_value());
        at(2'000)->setValue(0);
        at(5'000)->setValue(1);
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(says(page, QStringLiteral("A7-Z1"))); // what agrees is closed at once
        QCOMPARE(std::ranges::count(port.asked, "close"), 1);
    }

    void aCountIsTypedFromTheFirstKeyOnAndFitsASmallScreen()
    {
        FakeTillPort port;
        port.cash = 5'000;
        ui::TillPage page{port};
        page.resize(1100, 600);
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F9);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QVERIFY(says(page, QStringLiteral("€1,200.00"))); // two of 500, one of 200
        press(page, QStringLiteral("Close the shift"));
        settle();
        QVERIFY(says(page, QStringLiteral("Count again")));
        QVERIFY2(page.height() <= 600, "with the sentence above it, too");
    }

    void aDrawerIsChosenWhereThereAreSeveralAndAddedByWhomMay()
    {
        FakeTillPort port;
        port.drawers = {"Left"};
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QVERIFY(named<QComboBox>(page, QStringLiteral("Drawer")) == nullptr); // no choice
        QVERIFY(named<QLineEdit>(page, QStringLiteral("Name of another drawer")) == nullptr);
        port.mayAddDrawers = true;
        page.startOver();
        auto* name = named<QLineEdit>(page, QStringLiteral("Name of another drawer"));
        QVERIFY(name != nullptr);
        QTest::keyClicks(name, QStringLiteral("Left"));
        press(page, QStringLiteral("Add a drawer"));
        QCOMPARE(name->text(), QStringLiteral("Left"));
        QVERIFY(says(page, QStringLiteral("of that name already")));
        name->setText(QStringLiteral("Right"));
        press(page, QStringLiteral("Add a drawer"));
        auto* drawer = named<QComboBox>(page, QStringLiteral("Drawer"));
        QVERIFY(drawer != nullptr);
        drawer->setCurrentIndex(drawer->findText(QStringLiteral("Right")));
        auto* cash = named<QLineEdit>(page, QStringLiteral("Float"));
        cash->setText(QStringLiteral("50"));
        QTest::keyClick(cash, Qt::Key_Return);
        QCOMPARE(port.asked.back(), std::string{"open 5000 in Right"});
    }

    void theDrawerThatSomebodyLeftOpenIsCountedByWhomMay()
    {
        FakeTillPort port;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F4);
        settle();
        auto* dialog = page.findChild<ui::ShiftsDialog*>();
        QVERIFY(dialog != nullptr);
        port.leftOpen = true;
        dialog->findChild<QListWidget*>()->setCurrentRow(1);
        dialog->findChild<QListWidget*>()->setCurrentRow(0);
        press(*dialog, QStringLiteral("Count and close it"));
        settle();
        QVERIFY(page.findChild<ui::CashCounter*>()->isVisible());
        QVERIFY(says(page, QStringLiteral("A7-2 of Cleo")));
        press(page, QStringLiteral("Close the shift"));
        QVERIFY(says(page, QStringLiteral("€121.00 should be there"))); // who may know it
        press(page, QStringLiteral("Close the shift"));
        QCOMPARE(std::ranges::count(port.asked, "close"), 1);
    }

    void timesAreThoseOfTheHouseAndTaxesAreTold()
    {
        FakeTillPort port;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F4);
        settle();
        auto* dialog = page.findChild<ui::ShiftsDialog*>();
        const auto* list = dialog->findChild<QListWidget*>();
        QVERIFY2(list->item(0)->text().contains(QStringLiteral("13:00")), // 12:00 UTC
                 qPrintable(list->item(0)->text()));
        const auto* figures = dialog->findChildren<QTableWidget*>().front();
        QCOMPARE(figures->item(0, 3)->text(), QStringLiteral("€5.62"));
        QVERIFY(figures->item(1, 3)->text().isEmpty());
    }

    void theMoneyOfAnInvoiceIsRecordedAndWhatIsWrongIsSaidBesideItsField()
    {
        FakeTillPort port;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F3);
        settle();
        auto* dialog = page.findChild<ui::InvoicesDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(says(*dialog, QStringLiteral("Engines Ltd")));
        QVERIFY(says(*dialog, QStringLiteral("Open: €40.00")));
        auto* amount = named<QLineEdit>(*dialog, QStringLiteral("Amount"));
        QCOMPARE(amount->text(), QStringLiteral("40.00"));
        amount->setText(QStringLiteral("4o"));
        press(*dialog, QStringLiteral("Record the money"));
        QVERIFY(!amount->accessibleDescription().isEmpty());
        QCOMPARE(amount->text(), QStringLiteral("4o")); // nothing typed is lost
        amount->setText(QStringLiteral("50"));
        press(*dialog, QStringLiteral("Record the money"));
        QVERIFY(says(*dialog, QStringLiteral("40.00 is open")));
        QCOMPARE(amount->text(), QStringLiteral("50"));
        amount->setText(QStringLiteral("15"));
        press(*dialog, QStringLiteral("Record the money"));
        QCOMPARE(port.asked.back(), std::string{"settle 1500 transfer"});
        QVERIFY(says(*dialog, QStringLiteral("Recorded")));
        QCOMPARE(amount->text(), QStringLiteral("25.00"));
        auto* method = named<QComboBox>(*dialog, QStringLiteral("Paid by"));
        method->setCurrentIndex(2);
        press(*dialog, QStringLiteral("Record the money"));
        auto* reference = dialog->findChildren<QLineEdit*>().last();
        QVERIFY(!reference->accessibleDescription().isEmpty()); // a card's receipt is asked for
        reference->setText(QStringLiteral("4711"));
        press(*dialog, QStringLiteral("Record the money"));
        QCOMPARE(port.asked.back(), std::string{"settle 2500 card"});
        QVERIFY(says(*dialog, QStringLiteral("No invoice waits")));
        port.owed = -1'000; // by a credit note
        dialog->findChild<QCheckBox*>()->click();
        QVERIFY(says(*dialog, QStringLiteral("To be given back: €10.00")));
        reference->setText(QStringLiteral("4712"));
        press(*dialog, QStringLiteral("Give the money back"));
        QCOMPARE(port.asked.back(), std::string{"settle back 1000 card"});
    }

    void behindEveryFigureStandItsReceipts()
    {
        FakeTillPort port;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F4);
        settle();
        auto* dialog = page.findChild<ui::ShiftsDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(says(*dialog, QStringLiteral("difference")));
        const auto tables = dialog->findChildren<QTableWidget*>();
        QCOMPARE(tables.size(), 2);
        tables[0]->setCurrentCell(1, 0);
        QCOMPARE(port.asked.back(), std::string{"receipts method"});
        QCOMPARE(tables[1]->rowCount(), 1);
        QVERIFY(tables[1]->item(0, 2)->text().contains(QStringLiteral("A7-22223-K")));
        press(*dialog, QStringLiteral("Print the report"));
        QVERIFY(says(*dialog, QStringLiteral("Printing on Office")));
    }

    void anotherClerkDoesNotSeeWhatWasCounted()
    {
        FakeTillPort port;
        port.cash = 10'000;
        ui::TillPage page{port};
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_F9);
        QVERIFY(page.findChild<ui::CashCounter*>()->isVisible());
        port.cash.reset();
        page.startOver();
        QVERIFY(!page.findChild<ui::CashCounter*>()->isVisible());
        QVERIFY(named<QLineEdit>(page, QStringLiteral("Float")) != nullptr);
    }
};

QTEST_MAIN(TillPageTest)
#include "test_till_page.moc"
