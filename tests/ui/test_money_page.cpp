// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_money_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/money/money_page.h"
#include "ui/money/payouts_panel.h"
#include "ui/money/reconciliation_panel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

struct Desk {
    explicit Desk(bool filled = true)
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
    QTabWidget& tabs() { return *page.findChild<QTabWidget*>(); }
    void openPayouts()
    {
        tabs().setCurrentIndex(1);
        settle();
    }
    QListWidget& list() { return *tabs().currentWidget()->findChild<QListWidget*>(); }
    void press(const QString& words)
    {
        QPushButton* button = buttonOf(page, words);
        if (button == nullptr) {
            qFatal("no button %s", qPrintable(words));
        }
        button->click();
        settle();
    }
    void key(Qt::Key key)
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &page, key);
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }
    std::string lastCall() { return port.calls.empty() ? std::string{} : port.calls.back(); }
    QString cell(const QString& table, int row, int column)
    {
        for (auto* each : page.findChildren<QTableWidget*>()) {
            if (each->accessibleName() == table) {
                return each->item(row, column)->text();
            }
        }
        return {};
    }

    FakeMoneyPort port;
    ui::MoneyPage page{port};
};

} // namespace

class TestMoneyPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCaseSaysWhatBooksAndAccountHave()
    {
        Desk desk;
        QCOMPARE(desk.list().count(), 3);
        QVERIFY(desk.says(QStringLiteral("Another amount")));
        QVERIFY(desk.says(QStringLiteral("42.00")));
        QVERIFY(desk.says(QStringLiteral("42.50")));
        QVERIFY(desk.says(QStringLiteral("Stripe: compared")));
        QVERIFY(desk.says(QStringLiteral("PayPal: compared")));
        QVERIFY(desk.says(QStringLiteral("cannot be read since")));
    }

    void aCaseEndsWithANoteAndNotWithoutOne()
    {
        Desk desk;
        QSignalSpy counted{&desk.page, &ui::MoneyPage::counted};
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.says(QStringLiteral("Say why this is all right")));
        QVERIFY(desk.port.calls.empty());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a tip at the desk"));
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), std::string{"end amount_diff: a tip at the desk"});
        QCOMPARE(desk.list().count(), 2);
        QCOMPARE(counted.back().front().toInt(), 2);
    }

    void escapeLeavesTheCaseOpen()
    {
        Desk desk;
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.port.calls.empty());
        QCOMPARE(desk.list().count(), 3);
    }

    void aPaymentThatIsHeldGoesOn()
    {
        Desk desk;
        desk.list().setCurrentRow(2);
        settle();
        QVERIFY(desk.says(QStringLiteral("A payment is held")));
        desk.press(QStringLiteral("Go on"));
        desk.press(QStringLiteral("Go on")); // asked once more
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), std::string{"go on 01890a5d-ac96-774b-bcce-b302099a8057"});
    }

    void whoMayNotEndCasesSeesThemOnly()
    {
        Desk desk;
        desk.port.server.mayEnd = false;
        desk.page.refresh();
        settle();
        QVERIFY(!buttonOf(desk.page, QStringLiteral("End the case"))->isEnabled());
    }

    void anOrderIsOneStepAway()
    {
        Desk desk;
        QSignalSpy asked{&desk.page, &ui::MoneyPage::orderAsked};
        desk.press(QStringLiteral("Show order"));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("AB22223C"));
        desk.list().setCurrentRow(1); // none is known
        settle();
        QVERIFY(buttonOf(desk.page, QStringLiteral("Show order")) == nullptr);
    }

    void comparingNowSaysSoUntilItIsDone()
    {
        Desk desk;
        desk.key(Qt::Key_F5);
        QCOMPARE(desk.lastCall(), std::string{"compare"});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.says(QStringLiteral("being compared")), 10'000);
        QVERIFY(buttonOf(desk.page, QStringLiteral("Compare now"))->isEnabled());
    }

    void withoutANetworkASentenceSaysSoAndPayoutsStay()
    {
        Desk desk;
        desk.port.serverRefusal = storageError("offline", "The server cannot be reached.");
        desk.page.refresh();
        settle();
        QVERIFY(desk.says(QStringLiteral("The server cannot be reached.")));
        desk.openPayouts();
        QCOMPARE(desk.list().count(), 2);
        desk.port.serverRefusal.reset();
        desk.tabs().setCurrentIndex(0);
        desk.press(QStringLiteral("Try again"));
        QCOMPARE(desk.list().count(), 3);
    }

    void aCounterOfItsOwnIsToldWhatItLacks()
    {
        Desk desk{false};
        desk.port.serverRefusal = refused("not_joined", "x");
        desk.page.refresh();
        settle();
        QVERIFY(desk.says(QStringLiteral("This counter has no server.")));
        desk.openPayouts();
        QVERIFY(desk.says(QStringLiteral("Nothing was paid out yet")));
    }

    void whereEverythingFitsThePageTeachesWhatItIsFor()
    {
        Desk desk{false};
        QVERIFY(desk.says(QStringLiteral("The books and the accounts fit")));
    }

    void aPayoutSaysWhatItIsMadeOf()
    {
        Desk desk;
        desk.openPayouts();
        const PayoutMade& made = desk.port.payoutList[0].made;
        QVERIFY(desk.says(QStringLiteral("PO-2026-0002")));
        QVERIFY(desk.says(QStringLiteral("Stripe is asked")));
        const QString sums = QStringLiteral("What the payout is made of");
        QCOMPARE(desk.cell(sums, 0, 0), QStringLiteral("Carried over from the payout before"));
        QVERIFY(
            desk.cell(sums, 5, 1)
                .contains(
                    QString::fromStdString(toPlainText(Money{made.paid, made.currency})).right(5)));
        const QString table = QStringLiteral("What was sold of each performance");
        QVERIFY(desk.cell(table, 0, 0).startsWith(QStringLiteral("Hamlet")));
        QCOMPARE(desk.cell(table, 0, 1), QStringLiteral("120"));
        desk.list().setCurrentRow(1);
        settle();
        QVERIFY(!desk.says(QStringLiteral("Stripe is asked")));
    }

    void aStatementIsSaved()
    {
        Desk desk;
        desk.openPayouts();
        desk.page.payouts().saveTo(QStringLiteral("/tmp/statement.csv"));
        settle();
        QCOMPARE(desk.lastCall(), std::string{"save 02 /tmp/statement.csv"});
        desk.port.refusal = storageError("file_not_written", "The disk is full.");
        desk.page.payouts().saveTo(QStringLiteral("/tmp/statement.pdf"));
        settle();
        QVERIFY(desk.says(QStringLiteral("The disk is full.")));
    }

    void anotherTabFindsItsPlace()
    {
        Desk desk;
        auto* bank = new QLabel{QStringLiteral("transfers")};
        desk.page.addTab(bank, QStringLiteral("Bank"));
        QCOMPARE(desk.tabs().count(), 3);
        desk.tabs().setCurrentIndex(2);
        QVERIFY(bank->isVisible());
    }

    void whoComesNextSeesNothingOfTheOneBefore()
    {
        Desk desk;
        desk.key(Qt::Key_F8);
        desk.port.serverRefusal = refused("not_signed_in", "x");
        desk.page.startOver();
        settle();
        QVERIFY(!desk.says(QStringLiteral("Another amount")));
        QVERIFY(desk.says(QStringLiteral("The server does not know who is at this counter.")));
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestMoneyPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_money_page.moc"
