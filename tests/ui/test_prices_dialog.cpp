// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/box_office.h"
#include "ui/common/theme.h"
#include "ui/sell/prices_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Two adults for 84.00 and a fee of 2.00 in the cart, and their prices open.
struct Pricing : BoxOffice {
    Pricing()
        : BoxOffice{[](FakeSellPort& counter) {
              counter.promo = PromoTerms{PromoCode{.id = idOf<PromoCodeId>(1),
                                                   .code = "SUMMER",
                                                   .cut = {PriceCut::Kind::Percent, 50'000}}};
          }}
    {
        key(Qt::Key_2);
        open();
    }
    void open() { key(Qt::Key_F5); }
    void type(const QString& name, const QString& words)
    {
        auto* field = named<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        key(Qt::Key_A, words);
    }
    void choose(const QString& name, const QString& row)
    {
        auto* list = named<QComboBox>(name);
        list->setFocus();
        for (int i = 0; list->currentText() != row && i < list->count(); ++i) {
            key(Qt::Key_Down);
        }
        QCOMPARE(list->currentText(), row);
    }
    bool isOpen() const { return window.findChild<ui::PricesDialog*>() != nullptr; }
    /// Presses a key that may end the dialog.
    void finish(Qt::Key last)
    {
        key(last);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!isOpen()) {
            window.activateWindow(); // no window manager here that would
        }
        settle();
    }
    void use() { finish(Qt::Key_Return); }
    std::int64_t total() const { return page->presenter().quoted()->total.minor(); }
    const Cart& soldCart() const { return port.requests.at(0).cart; }
};

} // namespace

class TestPricesDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aCodeIsTypedWithoutTakingTheHandsFromTheKeys()
    {
        Pricing office;
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Promo code"));
        office.key(Qt::Key_A, QStringLiteral("summer"));
        office.use();
        QVERIFY(!office.isOpen());
        QCOMPARE(office.total(), 4'400);
        QVERIFY(office.says(QStringLiteral("Code SUMMER")));
        office.key(Qt::Key_Return);
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.soldCart().promoCode, std::string{"summer"});
        QVERIFY(office.page->presenter().cart() == Cart{});
    }

    void aCodeThatThereIsNotIsSaidAtItsFieldAndTheCartStays()
    {
        Pricing office;
        office.key(Qt::Key_A, QStringLiteral("WINTER"));
        office.use();
        QVERIFY(office.isOpen());
        QVERIFY(office.says(QStringLiteral("There is no promo code WINTER here.")));
        QCOMPARE(office.named<QLineEdit>(QStringLiteral("Promo code"))->text(),
                 QStringLiteral("WINTER"));
        QVERIFY(office.page->presenter().cart().promoCode.empty());
        QCOMPARE(office.total(), 8'600);
    }

    void theCodeIsTakenBackOutOfTheCartAndPutBack()
    {
        Pricing office;
        office.key(Qt::Key_A, QStringLiteral("SUMMER"));
        office.use();
        office.named<QPushButton>(QStringLiteral("Remove Code SUMMER"))->click();
        BoxOffice::settle();
        QCOMPARE(office.total(), 8'600);
        office.page->presenter().undoRemoval();
        BoxOffice::settle();
        QCOMPARE(office.total(), 4'400);
    }

    void complimentaryTicketsNeedAReasonAndCostNothing()
    {
        Pricing office;
        office.choose(QStringLiteral("Price by hand"), QStringLiteral("Complimentary"));
        office.use();
        QVERIFY(office.isOpen());
        QVERIFY(office.says(QStringLiteral("Say why this costs less")));
        office.type(QStringLiteral("Reason"), QStringLiteral("Press"));
        office.use();
        QVERIFY(!office.isOpen());
        QCOMPARE(office.total(), 0);
        QVERIFY(office.says(QStringLiteral("Complimentary: Press")));
        office.key(Qt::Key_Return);
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QVERIFY(office.port.requests[0].tenders.empty());
    }

    void aDiscountIsForTheTicketsThatAreMeant()
    {
        Pricing office;
        office.finish(Qt::Key_Escape);
        office.key(Qt::Key_C);
        office.key(Qt::Key_1); // a child: 21.00
        office.open();
        office.choose(QStringLiteral("Price by hand"), QStringLiteral("Percent off"));
        office.choose(QStringLiteral("For"), QStringLiteral("Child"));
        office.type(QStringLiteral("Taken off"), QStringLiteral("12,5"));
        office.type(QStringLiteral("Reason"), QStringLiteral("Behind a pillar"));
        office.use();
        const auto& items = office.page->presenter().cart().items;
        QCOMPARE(items.size(), 3U);
        QVERIFY(!items[0].reduction && !items[1].reduction);
        QVERIFY(items[2].reduction ==
                (HandReduction{HandReduction::Kind::Percent, 12'500, "Behind a pillar"}));
        office.open(); // and is there again
        QCOMPARE(office.named<QLineEdit>(QStringLiteral("Taken off"))->text(),
                 QStringLiteral("12.5"));
        QCOMPARE(office.named<QComboBox>(QStringLiteral("For"))->currentText(),
                 QStringLiteral("Child"));
    }

    void whatIsMoreThanThePriceIsSaidAtTheAmount()
    {
        Pricing office;
        office.choose(QStringLiteral("Price by hand"), QStringLiteral("Amount off"));
        office.type(QStringLiteral("Taken off"), QStringLiteral("42.01"));
        office.type(QStringLiteral("Reason"), QStringLiteral("Friend"));
        office.use();
        QVERIFY(office.isOpen());
        QVERIFY(office.named<QLineEdit>(QStringLiteral("Taken off"))->hasFocus());
        QCOMPARE(office.total(), 8'600);
    }

    void aDonationIsALineOfItsOwnThatCanBeTakenOut()
    {
        Pricing office;
        office.type(QStringLiteral("Donation"), QStringLiteral("5"));
        office.use();
        QCOMPARE(office.total(), 9'100);
        QVERIFY(office.says(QStringLiteral("Donation")));
        office.named<QPushButton>(QStringLiteral("Remove Donation"))->click();
        BoxOffice::settle();
        QCOMPARE(office.total(), 8'600);
    }

    void whatWasGivenStaysWhenATicketIsTakenOut()
    {
        Pricing office;
        office.type(QStringLiteral("Donation"), QStringLiteral("5"));
        office.use();
        office.page->presenter().removeItems({0});
        BoxOffice::settle();
        QCOMPARE(office.total(), 4'900);
        office.page->presenter().removeItems({0});
        BoxOffice::settle();
        QVERIFY(office.page->presenter().cart() == Cart{}); // a donation alone is no sale
    }

    void placesWithoutNumbersAreTakenOutAtWhateverPrice()
    {
        Pricing office;
        office.page->presenter().clearCart();
        auto& presenter = office.page->presenter();
        presenter.openPerformance(office.port.standing->performance.id);
        BoxOffice::settle();
        const TicketTypeId type = office.port.standing->types.front().id;
        const CategoryId category = office.port.standing->categories.front().id;
        presenter.addPlace(type, category);
        BoxOffice::settle();
        Cart cart = presenter.cart();
        cart.items[0].reduction = HandReduction{HandReduction::Kind::Complimentary, 0, "Press"};
        presenter.priceAs(cart, [](const Result<Quote>& quote) { QVERIFY(quote); });
        BoxOffice::settle();
        QCOMPARE(presenter.placesChosen(type, category), 1U);
        presenter.removePlace(type, category);
        BoxOffice::settle();
        QCOMPARE(presenter.placesChosen(type, category), 0U);
    }
};

QTEST_MAIN(TestPricesDialog)
#include "test_prices_dialog.moc"
