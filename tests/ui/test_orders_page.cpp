// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_orders_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/orders/act_panel.h"
#include "ui/orders/orders_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

void searched()
{
    QTest::qWait(200); // a word that is typed is searched for when the typing rests
}

QLineEdit* field(QWidget& in, const QString& name)
{
    for (QLineEdit* edit : in.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == name && edit->isVisible()) {
            return edit;
        }
    }
    return nullptr;
}

struct Orders {
    FakeOrdersPort port;
    ui::OrdersPage page{port};

    Orders()
    {
        page.resize(1280, 800);
        page.show();
        page.activateWindow();
        QApplication::processEvents();
    }
    QTableWidget* tickets() { return page.findChild<QTableWidget*>(); }
    void key(int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); }
};

} // namespace

class OrdersPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        ui::applyTheme(*qApp, ui::Palette::light());
    }

    void aScannedTicketIsRefundedWithThreeKeys()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QVERIFY(orders.tickets()->isVisible());
        QCOMPARE(orders.tickets()->item(1, 0)->checkState(), Qt::Checked);
        QCOMPARE(orders.tickets()->item(0, 0)->checkState(), Qt::Unchecked);
        QTest::keyClick(&orders.page, Qt::Key_F4);
        QVERIFY(says(orders.page, QStringLiteral("Stalls F8 · Adult becomes void")));
        QVERIFY(says(orders.page, QStringLiteral("Give back · Cash: £").left(11)));
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        QVERIFY(reason != nullptr && reason->hasFocus());
        orders.key(Qt::Key_1);
        QCOMPARE(reason->text(), QStringLiteral("Cannot come"));
        orders.key(Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2],
                 std::string{"refund 4500 Cannot come"});
        QVERIFY(says(orders.page, QStringLiteral("45.00"))); // what to hand out stays in sight
        QVERIFY(!orders.page.findChild<ui::ActPanel*>()->isVisible());
    }

    void aReprintTakesTwoKeysBeyondTheScan()
    {
        Orders orders;
        QSignalSpy spooled{&orders.page, &ui::OrdersPage::spooled};
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F6);
        QVERIFY(says(orders.page, QStringLiteral("again?")));
        QCOMPARE(spooled.size(), 0);
        orders.key(Qt::Key_Return);
        QCOMPARE(orders.port.asked.back(), std::string{"reprint 1"});
        QCOMPARE(spooled.size(), 1);
        QVERIFY(says(orders.page, QStringLiteral("Printing on Tickets")));
    }

    void anOrderIsFoundByAName()
    {
        Orders orders;
        auto* search =
            field(orders.page, QStringLiteral("Code, name, email, phone, seat or amount"));
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("ana"));
        searched();
        QCOMPARE(orders.port.asked.back(), std::string{"find ana"});
        orders.key(Qt::Key_Return);
        QVERIFY(says(orders.page, QStringLiteral("Ana Lima")));
        search->setText(QStringLiteral("nobody"));
        searched();
        QVERIFY(says(orders.page, QStringLiteral("No order was found")));
        QCOMPARE(search->text(), QStringLiteral("nobody"));
    }

    void aPartIsGivenBackAndWhatIsWrongIsSaidBesideItsField()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F4);
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        orders.key(Qt::Key_Return);
        QVERIFY(!reason->accessibleDescription().isEmpty());
        auto* part = field(orders.page, QStringLiteral("Only a part"));
        part->setText(QStringLiteral("500"));
        QVERIFY(says(orders.page, QStringLiteral("at most 45.00")));
        part->setText(QStringLiteral("10.01"));
        QVERIFY(says(orders.page, QStringLiteral("stays valid")));
        QTest::keyClicks(reason, QStringLiteral("cold hall"));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2],
                 std::string{"refund 1001 cold hall"});
        QCOMPARE(orders.port.view.order.lines[1].state, TicketState::Sold);
    }

    void anExchangeShowsWhatIsDueAndTakesIt()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F5);
        QVERIFY(says(orders.page, QStringLiteral("To be paid")));
        auto* given = field(orders.page, QStringLiteral("Given"));
        QVERIFY(given != nullptr);
        QCOMPARE(given->text(), QStringLiteral("10.00"));
        given->setText(QStringLiteral("20"));
        QTest::keyClicks(field(orders.page, QStringLiteral("Reason")), QStringLiteral("3"));
        QTest::keyClick(given, Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2],
                 std::string{"exchange 1 paid 2000"});
    }

    void lostTicketsNamesAndPickUps()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F7);
        QVERIFY(says(orders.page, QStringLiteral("old codes are refused")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lost"));
        orders.key(Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2], std::string{"reissue 1 lost"});
        QTest::keyClick(&orders.page, Qt::Key_F9);
        auto* name = field(orders.page, QStringLiteral("Name"));
        QCOMPARE(name->text(), QStringLiteral("Ana Lima"));
        name->setText(QStringLiteral("Bo Chen"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2], std::string{"name Bo Chen"});
        QTest::keyClick(&orders.page, Qt::Key_F10);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Zoe"));
        orders.key(Qt::Key_Return);
        QCOMPARE(orders.port.asked[orders.port.asked.size() - 2], std::string{"pickup 2 Zoe"});
        QTest::keyClick(&orders.page, Qt::Key_F8);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(orders.tickets()->isVisible());
    }

    void aVoidSaysWhatBecomesOfPlacesAndMoneyBeforeItDoes()
    {
        Orders orders;
        orders.port.view.order.payments[0].amount = 5'000;
        orders.port.view.order.payments.push_back({.id = PaymentId{FakeOrdersPort::number(31)},
                                                   .method = PaymentMethod::CardTerminal,
                                                   .reference = "4711",
                                                   .amount = 4'000});
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F8);
        QVERIFY(says(orders.page, QStringLiteral("Stalls F7 · Adult becomes void")));
        QVERIFY(says(orders.page, QStringLiteral("Stalls F8 · Adult becomes void")));
        QVERIFY(says(orders.page, QStringLiteral("(4711): €40.00")));
        QVERIFY(says(orders.page, QStringLiteral("Cash: €50.00")));
        orders.key(Qt::Key_2);
        orders.key(Qt::Key_Return);
        QVERIFY(std::ranges::count(orders.port.asked, "void Bought by mistake") == 1);
    }

    void anOrderThatMayStillBePaidIsTakenBackOnlyByWhoInsists()
    {
        Orders orders;
        orders.port.hasOpenPayment = true;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F8);
        QVERIFY(says(orders.page, QStringLiteral("The customer may still pay 42.00")));
        QCheckBox* insist = nullptr;
        for (QCheckBox* box : orders.page.findChildren<QCheckBox*>()) {
            insist = box->isVisible() ? box : insist;
        }
        QVERIFY(insist != nullptr);
        QCOMPARE(insist->text(), QStringLiteral("Take it back all the same"));
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        reason->setText(QStringLiteral("gone"));
        reason->setFocus();
        orders.key(Qt::Key_Return);
        QVERIFY(std::ranges::find(orders.port.asked, "void gone") == orders.port.asked.end());
        insist->click();
        reason->setFocus();
        orders.key(Qt::Key_Return);
        QVERIFY(std::ranges::find(orders.port.asked, "insist on void gone") !=
                orders.port.asked.end());
    }

    void anOrderThatIsNotPaidSaysSoAndItsPaymentIsTakenUpAgain()
    {
        Orders orders;
        ProviderPayment payment;
        payment.id = PaymentId{FakeOrdersPort::number(30)};
        payment.asked = ProviderPayment::Asked{};
        payment.amount = payment.awaited = 9'000;
        orders.port.view.order.payments.front().awaited = 9'000;
        orders.port.view.provided = {{payment, "A722223K", true, true}};
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QVERIFY(says(orders.page, QStringLiteral("Not paid yet")));
        QVERIFY(says(orders.page, QStringLiteral("waiting for the customer")));
        QSignalSpy asked{&orders.page, &ui::OrdersPage::paymentAsked};
        buttonOf(orders.page, QStringLiteral("Take up the payment"))->click();
        QCOMPARE(asked.count(), 1);
        // It comes while the order is looked at.
        orders.port.view.order.payments.front().awaited = 0;
        orders.port.view.provided.front().payment.awaited = 0;
        orders.port.view.provided.front().payment.settledAt = Instant{1'000};
        orders.page.refresh();
        QVERIFY(!says(orders.page, QStringLiteral("Not paid yet")));
        QVERIFY(says(orders.page, QStringLiteral("Paid: ")));
    }

    void aVoidThatIsNotPossibleIsSaidBeforeAnythingIsTyped()
    {
        Orders orders;
        orders.port.view.order.lines[0].state = TicketState::Admitted;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F8);
        QVERIFY(says(orders.page, QStringLiteral("was used at the door")));
        orders.key(Qt::Key_2);
        orders.key(Qt::Key_Return);
        QVERIFY(std::ranges::count(orders.port.asked, "void Bought by mistake") == 0);
    }

    void aSecondEnterGivesNothingBackAgain()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F4);
        field(orders.page, QStringLiteral("Only a part"))->setText(QStringLiteral("10"));
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        QTest::keyClicks(reason, QStringLiteral("1"));
        orders.port.isSlow = true;
        QTest::keyClick(reason, Qt::Key_Return);
        QTest::keyClick(reason, Qt::Key_Return);
        orders.port.answer();
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 1'000);
        QVERIFY(says(orders.page, QStringLiteral("10.00")));
    }

    void nothingIsGivenBackBeforeItWasSaidWhatWill()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        orders.port.isSlow = true;
        QTest::keyClick(&orders.page, Qt::Key_F4);
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        QTest::keyClicks(reason, QStringLiteral("1"));
        QTest::keyClick(reason, Qt::Key_Return);
        orders.port.answer();
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 0);
        QVERIFY(says(orders.page, QStringLiteral("becomes void")));
        QCOMPARE(reason->text(), QStringLiteral("Cannot come"));
        QTest::keyClick(reason, Qt::Key_Return);
        orders.port.answer();
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 4'500);
    }

    void aPlanThatChangedIsShownAgainAndThenDone()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F4);
        auto* reason = field(orders.page, QStringLiteral("Reason"));
        QTest::keyClicks(reason, QStringLiteral("1"));
        orders.port.view.order.lines[1].returnedNet = 1'000; // a part went back elsewhere
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 0);
        QVERIFY(says(orders.page, QStringLiteral("35.00")));
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 3'500);
    }

    void aPartThatIsTooMuchIsRefusedBesideItsField()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F4);
        auto* part = field(orders.page, QStringLiteral("Only a part"));
        part->setText(QStringLiteral("500"));
        QTest::keyClick(part, Qt::Key_Return);
        QVERIFY(part->accessibleDescription().contains(QStringLiteral("at most 45.00")));
        QCOMPARE(part->text(), QStringLiteral("500"));
        QCOMPARE(orders.port.view.order.payments[0].returnedAmount, 0);
    }

    void aPlanOfOneActSaysNothingInAnother()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        orders.port.isSlow = true;
        QTest::keyClick(&orders.page, Qt::Key_F4);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(&orders.page, Qt::Key_F9);
        orders.port.answer();
        QVERIFY(!says(orders.page, QStringLiteral("becomes void")));
    }

    void anUnknownScanLeavesNoOtherOrderToActOn()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QVERIFY(orders.tickets()->isVisible());
        orders.page.takeScan(QStringLiteral("TICKET-UNKNOWN"));
        QVERIFY(says(orders.page, QStringLiteral("No order was found")));
        QVERIFY(!orders.tickets()->isVisible());
        QTest::keyClick(&orders.page, Qt::Key_F4);
        QVERIFY(!orders.page.findChild<ui::ActPanel*>()->isVisible());
    }

    void enterOpensWhatWasTypedHoweverFast()
    {
        Orders orders;
        auto* search =
            field(orders.page, QStringLiteral("Code, name, email, phone, seat or amount"));
        QTest::keyClicks(search, QStringLiteral("nobody"));
        QTest::keyClick(search, Qt::Key_Return); // the latest orders are still listed
        QCOMPARE(orders.port.asked.back(), std::string{"find nobody"});
        QVERIFY(!orders.tickets()->isVisible());
        QVERIFY(says(orders.page, QStringLiteral("No order was found")));
    }

    void whatArrivesLateIsNotShownToAnotherClerk()
    {
        Orders orders;
        orders.port.isSlow = true;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        orders.page.startOver();
        orders.port.answer();
        QVERIFY(!says(orders.page, QStringLiteral("Ana Lima")));
        QVERIFY(!orders.tickets()->isVisible());
        QCOMPARE(orders.page.findChild<QListWidget*>()->count(), 0);
    }

    void anotherClerkSeesNothingOfIt()
    {
        Orders orders;
        orders.page.takeScan(QStringLiteral("TICKET-2"));
        QTest::keyClick(&orders.page, Qt::Key_F4);
        orders.page.startOver();
        QVERIFY(!says(orders.page, QStringLiteral("Ana Lima")));
        QVERIFY(field(orders.page, QStringLiteral("Reason")) == nullptr);
    }
};

QTEST_MAIN(OrdersPageTest)
#include "test_orders_page.moc"
