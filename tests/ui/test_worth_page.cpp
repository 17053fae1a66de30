// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/box_office.h"
#include "ui/common/scanner_keys.h"
#include "ui/common/theme.h"
#include "ui/sell/gift_card_dialog.h"
#include "ui/sell/invoice_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two adults for 86.00, the payment open at the field of a method.
struct Paying : BoxOffice {
    explicit Paying(Qt::Key method = Qt::Key_F9)
    {
        key(Qt::Key_2);
        if (method == Qt::Key_F7) {
            key(Qt::Key_F9); // a gift card is chosen in the payment
        }
        key(method);
    }
    QString code() const { return QString::fromStdString(displayGiftCode(port.giftCardCode())); }
    const std::vector<Tender>& tenders() const { return port.requests.at(0).tenders; }
};

template <typename Dialog>
Dialog* dialogOf(BoxOffice& office)
{
    auto* dialog = office.window.findChild<Dialog*>();
    if (dialog == nullptr) {
        qFatal("no such dialog");
    }
    return dialog;
}

template <typename T>
T* fieldOf(QWidget* dialog, const QString& accessibleName)
{
    for (T* field : dialog->findChildren<T*>()) {
        if (field->accessibleName() == accessibleName) {
            return field;
        }
    }
    qFatal("nothing is named %s", qPrintable(accessibleName));
}

} // namespace

class TestWorthPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aScannedGiftCardPaysWhatItCanAndCashTheRest()
    {
        Paying office{Qt::Key_F7};
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Gift card code"));
        QVERIFY(QApplication::focusWidget()->property(ui::kTakesScans).toBool());
        office.key(Qt::Key_A, office.code());
        QVERIFY(office.says(QStringLiteral("30.00"))); // what it pays, nothing stays
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.tenders().size(), 2U);
        QVERIFY(office.tenders()[0].method == PaymentMethod::GiftCard);
        QCOMPARE(office.tenders()[0].tendered.minor(), 3'000);
        QVERIFY(office.tenders()[1].method == PaymentMethod::Cash);
        QCOMPARE(office.tenders()[1].tendered.minor(), 5'600);
    }

    void aGiftCardTakesNoMoreThanIsDue()
    {
        Paying office{Qt::Key_F7};
        office.port.card.balance = Money{10'000, FakeSellPort::eur()};
        office.key(Qt::Key_A, office.code());
        QVERIFY(office.says(QStringLiteral("14.00"))); // stays on it
        office.key(Qt::Key_Return);
        QCOMPARE(office.tenders().size(), 1U);
        QCOMPARE(office.tenders()[0].tendered.minor(), 8'600);
    }

    void theCardTerminalTakesWhatTheGiftCardLeaves()
    {
        Paying office{Qt::Key_F10};
        office.key(Qt::Key_1, QStringLiteral("4711"));
        office.key(Qt::Key_F7);
        office.key(Qt::Key_A, office.code());
        QCOMPARE(office.named<QLineEdit>(QStringLiteral("On the card terminal"))->text(),
                 QStringLiteral("56.00"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.tenders().size(), 2U);
        QCOMPARE(office.tenders()[1].tendered.minor(), 5'600);
        QCOMPARE(office.tenders()[1].reference, std::string{"4711"});
    }

    void aCodeThatIsNoneIsSaidAndNothingTypedIsLost()
    {
        Paying office{Qt::Key_F7};
        office.key(Qt::Key_A, QStringLiteral("ABCDE"));
        office.key(Qt::Key_Return);
        QVERIFY(office.port.requests.empty());
        QVERIFY(office.says(QStringLiteral("not the code of a gift card")));
        auto* field = office.named<QLineEdit>(QStringLiteral("Gift card code"));
        QCOMPARE(field->text(), QStringLiteral("ABCDE"));
        QVERIFY(field->hasFocus());
    }

    void aBlockedCardPaysNothing()
    {
        Paying office{Qt::Key_F7};
        office.port.card.state = GiftCardState::Blocked;
        office.key(Qt::Key_A, office.code());
        QVERIFY(office.says(QStringLiteral("blocked")));
        office.key(Qt::Key_Return);
        QVERIFY(office.port.requests.empty());
    }

    void aRefusalOfTheCardStaysInThePayment()
    {
        Paying office{Qt::Key_F7};
        office.key(Qt::Key_A, office.code());
        office.port.sellFault =
            refused("gift_card_short", "Gift card is worth 1.00 only.", "tenders[0]");
        office.key(Qt::Key_Return);
        QVERIFY(office.page->presenter().stage() == ui::SellPresenter::Stage::Paying);
        QVERIFY(office.says(QStringLiteral("worth 1.00 only")));
    }

    void anInvoiceTakesTheRestAndItsCompanyBecomesTheCustomer()
    {
        Paying office{Qt::Key_F6};
        auto* dialog = dialogOf<ui::InvoiceDialog>(office);
        auto* use = dialog->findChild<QPushButton*>(QStringLiteral("use"));
        use->click(); // nothing typed yet: it says what is missing
        QVERIFY(dialog->isVisible());
        fieldOf<QLineEdit>(dialog, QStringLiteral("Name or company"))
            ->setText(QStringLiteral("Engines Ltd"));
        use->click();
        QVERIFY(dialog->isVisible()); // the address is missing
        fieldOf<QPlainTextEdit>(dialog, QStringLiteral("Address"))
            ->setPlainText(QStringLiteral("1 Mill Lane\nLondon"));
        fieldOf<QSpinBox>(dialog, QStringLiteral("Due in days"))->setValue(30);
        use->click();
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("days to pay: 30")));
        QTest::keyClick(office.window.focusWidget(), Qt::Key_Return); // on "Sell" already
        BoxOffice::settle();
        const SaleRequest& request = office.port.requests.at(0);
        QVERIFY(request.tenders.at(0).method == PaymentMethod::Invoice);
        QCOMPARE(request.tenders.at(0).tendered.minor(), 8'600);
        QCOMPARE(request.newCustomer->name, std::string{"Engines Ltd"});
        QCOMPARE(request.invoice.recipient.address, std::string{"1 Mill Lane\nLondon"});
        QCOMPARE(request.invoice.days, 30);
    }

    void leavingTheInvoiceLeavesThePaymentInCash()
    {
        Paying office{Qt::Key_F6};
        QTest::keyClick(dialogOf<ui::InvoiceDialog>(office), Qt::Key_Escape);
        BoxOffice::settle();
        QVERIFY(office.named<QLineEdit>(QStringLiteral("Cash given"))->isEnabled());
        office.named<QLineEdit>(QStringLiteral("Cash given"))->setFocus();
        QTest::keyClick(office.window.focusWidget(), Qt::Key_Return);
        BoxOffice::settle();
        QVERIFY(office.tenders().at(0).method == PaymentMethod::Cash);
        QVERIFY(!office.port.requests[0].newCustomer.has_value());
    }

    void aGiftCardIsSoldByKeysAlone()
    {
        BoxOffice office;
        QTest::keyClick(office.page, Qt::Key_F7, Qt::ShiftModifier);
        BoxOffice::settle();
        auto* dialog = dialogOf<ui::GiftCardDialog>(office);
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, QStringLiteral("Worth")), QStringLiteral("50"));
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, QStringLiteral("Cash given")),
                         QStringLiteral("60"));
        QVERIFY(office.says(QStringLiteral("10.00"))); // the change
        QTest::keyClick(dialog, Qt::Key_Return);
        BoxOffice::settle();
        QCOMPARE(office.port.cardSales.size(), 1U);
        QCOMPARE(office.port.cardSales[0].amounts.at(0).minor(), 5'000);
        QCOMPARE(office.port.cardSales[0].tenders.at(0).tendered.minor(), 6'000);
    }

    void theBalanceOfACardIsToldWithoutASale()
    {
        BoxOffice office;
        office.page->sellGiftCard();
        auto* dialog = dialogOf<ui::GiftCardDialog>(office);
        fieldOf<QLineEdit>(dialog, QStringLiteral("Worth"))->setText(QStringLiteral("50"));
        auto* code = fieldOf<QLineEdit>(dialog, QStringLiteral("Code of a gift card"));
        code->setFocus();
        QTest::keyClicks(code, QString::fromStdString(office.port.giftCardCode()));
        QTest::keyClick(code, Qt::Key_Return); // as a scanner does
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("Worth ")));
        QVERIFY(office.says(QStringLiteral("30.00")));
        QVERIFY(office.port.cardSales.empty());
    }

    void aGiftCardWithoutWorthIsNotSold()
    {
        BoxOffice office;
        QTest::keyClick(office.page, Qt::Key_F7, Qt::ShiftModifier);
        BoxOffice::settle();
        auto* dialog = dialogOf<ui::GiftCardDialog>(office);
        auto* sell = dialog->findChild<QPushButton*>(QStringLiteral("sell"));
        sell->click();
        QVERIFY(office.says(QStringLiteral("what the gift card is to be worth")));
        fieldOf<QLineEdit>(dialog, QStringLiteral("Worth"))->setText(QStringLiteral("25"));
        fieldOf<QComboBox>(dialog, QStringLiteral("Paid by"))->setCurrentIndex(1);
        sell->click(); // by card, and the receipt number is missing
        QVERIFY(office.port.cardSales.empty());
        QVERIFY(office.says(QStringLiteral("receipt number that the card terminal printed")));
    }
};

QTEST_MAIN(TestWorthPage)
#include "test_worth_page.moc"
