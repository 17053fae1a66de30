// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/events_office.h"
#include "ui/common/theme.h"
#include "ui/events/price_grid.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>

using namespace foyer;
using namespace foyer::test;

class TestEventPrices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceIsTypedFromCellToCell()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.setFocus();
        grid.setCurrentCell(0, 0);
        office.type(QStringLiteral("45"));
        office.key(Qt::Key_Return);
        const auto* prices = office.port.last<ui::SetPrices>();
        QVERIFY(prices != nullptr);
        QCOMPARE(prices->cells.front().minor.value_or(0), 4'500);
        QCOMPARE(grid.item(0, 0)->text(), QStringLiteral("45.00"));
        QCOMPARE(grid.currentRow(), 1);
    }

    void aTaxThatIsBeingTypedOutlivesWhatIsReadAgain()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& tax = office.field<QComboBox>(QStringLiteral("Tax"));
        tax.setCurrentIndex(tax.count() - 1);
        Q_EMIT tax.activated(tax.count() - 1);
        office.type(QStringLiteral("Full"));
        office.page.presenter().reread(); // as after a change on another computer
        settle();
        QCOMPARE(office.field<QLineEdit>(QStringLiteral("Name of the tax")).text(),
                 QStringLiteral("Full"));
        QCOMPARE(tax.currentIndex(), tax.count() - 1);
        office.field<QLineEdit>(QStringLiteral("Percent")).setFocus();
        office.type(QStringLiteral("19"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.count<ui::NewTax>(), 1);
        QVERIFY(buttonOf(office.page, QStringLiteral("Add tax")) == nullptr);
        QVERIFY(tax.currentIndex() != tax.count() - 1);
    }

    void whatIsNoPriceStaysInItsCell()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(1, 1)->setText(QStringLiteral("about ten"));
        settle();
        QVERIFY(office.port.edits.empty());
        QCOMPARE(grid.item(1, 1)->text(), QStringLiteral("about ten"));
        QVERIFY(office.says(QStringLiteral("about ten")));
        grid.item(1, 1)->setText(QStringLiteral("10"));
        settle();
        QCOMPARE(office.port.last<ui::SetPrices>()->cells.front().minor.value_or(0), 1'000);
    }

    void aPriceOfSoldTicketsIsAskedAboutAndKeptByKeep()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.port.effectNow.worth = Money{50'400, *Currency::fromCode("EUR")};
        office.port.effectNow.customers = 7;
        office.port.effectNow.withMail = 5;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        settle();
        QVERIFY(office.port.edits.empty());
        QVERIFY(office.says(QStringLiteral("12 ticket(s) worth €504.00")));
        QVERIFY(office.says(QStringLiteral("7 customer(s) are known, 5 with")));
        office.press(QStringLiteral("Leave it as it is"));
        QVERIFY(office.port.edits.empty());
        QCOMPARE(grid.item(0, 0)->text(), QStringLiteral("42.00"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        settle();
        office.press(QStringLiteral("Change the price"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
    }

    void pricesThatAreTypedFasterThanAnswersComeAreAllKept()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("41"));
        grid.item(1, 0)->setText(QStringLiteral("20"));
        grid.item(2, 0)->setText(QStringLiteral("29"));
        settle();
        QCOMPARE(office.port.count<ui::SetPrices>(), 3);
    }

    void aPriceThatWasTypedLastIsKeptWhereTheEventIsLeftAtOnce()
    {
        Office office;
        office.openFirst(ui::EventStage::Prices);
        office.field<ui::PriceGrid>(QStringLiteral("Prices"))
            .item(0, 0)
            ->setText(QStringLiteral("50"));
        office.press(QStringLiteral("All events"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
        QVERIFY(!office.page.flow().isVisible());
    }

    void anEventIsNotLeftBeforeWhatItAsksIsAnswered()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        office.press(QStringLiteral("All events"));
        QVERIFY(office.page.flow().isVisible());
        office.press(QStringLiteral("Change the price"));
        QCOMPARE(office.port.count<ui::SetPrices>(), 1);
        QVERIFY(!office.page.flow().isVisible());
    }

    void whatOneEventAsksIsNotAskedInAnother()
    {
        Office office;
        office.port.effectNow.tickets = 12;
        office.openFirst(ui::EventStage::Prices);
        auto& grid = office.field<ui::PriceGrid>(QStringLiteral("Prices"));
        grid.item(0, 0)->setText(QStringLiteral("50"));
        grid.item(1, 0)->setText(QStringLiteral("25"));
        settle();
        QVERIFY(buttonOf(office.page, QStringLiteral("Change the price")) != nullptr);
        grid.item(2, 0)->setText(QStringLiteral("35")); // is not answered yet
        office.page.presenter().open(office.port.cards[1].id);
        settle();
        QVERIFY(office.page.flow().isVisible());
        QVERIFY(buttonOf(office.page, QStringLiteral("Change the price")) == nullptr);
        QVERIFY(office.port.edits.empty());
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestEventPrices test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_event_prices.moc"
