// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/prices/bundle_dialog.h"
#include "ui/prices/code_dialog.h"
#include "ui/prices/prices_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Uuid number(std::uint8_t value)
{
    Uuid::Bytes bytes{};
    bytes[15] = value;
    return Uuid{bytes};
}

/// A house with two events; refuses codes without a text and bundles without tickets.
class FakePricesPort final : public ui::PricesPort {
public:
    ui::PricesState now;
    int asked = 0;

    FakePricesPort()
    {
        now.timeZone = "Europe/Berlin";
        now.events = {{EventId{number(1)},
                       "Hamlet",
                       kEuro,
                       {{TicketTypeId{number(11)}, "Adult"}, {TicketTypeId{number(12)}, "Child"}},
                       {{CategoryId{number(21)}, "Stalls"}, {CategoryId{number(22)}, "Balcony"}}},
                      {EventId{number(2)}, "Late Jazz", kEuro, {}, {}}};
    }
    void state(Then<ui::PricesState> then) override { then(now); }
    void setCode(const PromoCode& code, Then<ui::PricesState> then) override
    {
        ++asked;
        if (code.code.empty()) {
            then(badInput("code_missing", "Say the code as customers will type it.", "code"));
            return;
        }
        if (code.from && code.until && *code.until <= *code.from) {
            then(badInput("bad_window", "The code must end after it begins.", "until"));
            return;
        }
        std::erase_if(now.codes,
                      [&](const ui::UsedCode& known) { return known.code.code == code.code; });
        now.codes.push_back({code, 3});
        then(now);
    }
    void setBundle(const Bundle& bundle, Then<ui::PricesState> then) override
    {
        ++asked;
        if (bundle.parts.empty()) {
            then(
                badInput("bad_parts", "Say how many tickets of which types go together.", "parts"));
            return;
        }
        std::erase_if(now.bundles, [&](const Bundle& known) { return known.name == bundle.name; });
        now.bundles.push_back(bundle);
        then(now);
    }
};

template <typename Widget>
Widget* named(QWidget& in, const char* name)
{
    for (Widget* widget : in.findChildren<Widget*>()) {
        if (widget->accessibleName() == QLatin1String{name} && widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

void press(QWidget& in, const char* words)
{
    for (QPushButton* button : in.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith(QLatin1String{words})) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(words);
}

/// How many buttons of these words can be pressed.
qsizetype pressable(const QWidget& in, const char* words)
{
    return std::ranges::count_if(in.findChildren<QPushButton*>(), [&](const QPushButton* button) {
        return button->isVisible() && button->isEnabled() &&
            button->text().startsWith(QLatin1String{words});
    });
}

/// What a clock in Berlin shows.
QDateTime atBerlin(std::int64_t ms)
{
    const auto there = QDateTime::fromMSecsSinceEpoch(ms, QTimeZone{"Europe/Berlin"});
    return {there.date(), there.time(), Qt::UTC};
}

struct Prices {
    FakePricesPort port;
    ui::PricesPage page{port};

    Prices()
    {
        page.resize(1200, 700);
        page.show();
        page.activateWindow();
        QApplication::processEvents();
    }
    template <typename Dialog>
    Dialog& opened(int key)
    {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page.activateWindow(); // after a dialog before
        QApplication::processEvents();
        QTest::keyClick(&page, static_cast<Qt::Key>(key));
        QApplication::processEvents();
        auto* dialog = page.findChildren<Dialog*>().last();
        if (dialog == nullptr || !dialog->isVisible()) {
            qFatal("no dialog");
        }
        return *dialog;
    }
};

} // namespace

class PricesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        ui::applyTheme(*qApp, ui::Palette::light());
    }

    void aCodeIsMadeByKeysAndWhatIsWrongIsSaidBesideItsField()
    {
        Prices prices;
        QVERIFY(says(prices.page, QStringLiteral("There is none yet")));
        QCOMPARE(pressable(prices.page, "Change"), 0);
        auto& dialog = prices.opened<ui::CodeDialog>(Qt::Key_Insert);
        auto* code = named<QLineEdit>(dialog, "Code");
        QVERIFY(code != nullptr && code->hasFocus());
        auto* much = named<QLineEdit>(dialog, "How much");
        QTest::keyClick(code, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(much->hasFocus(), "Tab goes as one reads");
        QTest::keyClicks(much, QStringLiteral("a tenth"));
        QTest::keyClick(much, Qt::Key_Return);
        QVERIFY(!much->accessibleDescription().isEmpty());
        QCOMPARE(much->text(), QStringLiteral("a tenth")); // nothing typed is lost
        much->setText(QStringLiteral("12,5"));
        QTest::keyClick(much, Qt::Key_Return);
        QVERIFY(code->accessibleDescription().contains(QStringLiteral("Say the code")));
        QTest::keyClicks(code, QStringLiteral("SPRING"));
        named<QComboBox>(dialog, "For")->setCurrentIndex(1);
        auto* types = named<QListWidget>(dialog, "Only these ticket types; none: all");
        QCOMPARE(types->count(), 2);
        types->item(1)->setCheckState(Qt::Checked);
        named<QSpinBox>(dialog, "Tickets in all")->setValue(20);
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(prices.port.now.codes.size(), 1U);
        QCOMPARE(pressable(prices.page, "Change"), 1); // the code, and no bundle
        const PromoCode& made = prices.port.now.codes[0].code;
        QVERIFY(made.cut == (PriceCut{PriceCut::Kind::Percent, 12'500}));
        QVERIFY(made.event == EventId{number(1)});
        QVERIFY(made.types == std::set<TicketTypeId>{TicketTypeId{number(12)}});
        QCOMPARE(made.uses, 20);
        const auto* list = named<QListWidget>(prices.page, "Promo codes");
        QCOMPARE(list->item(0)->text(),
                 QStringLiteral("SPRING · 12.5 % off\nHamlet · 3 of 20 tickets"));
    }

    void aCodeIsChangedWithoutLosingWhatItHad()
    {
        Prices prices;
        PromoCode before{.code = "SPRING",
                         .cut = {PriceCut::Kind::Amount, 500},
                         .currency = kEuro,
                         .uses = 20,
                         .usesPerCounter = 5,
                         .event = EventId{number(1)},
                         .types = {TicketTypeId{number(11)}}};
        before.from = Instant{1'795'435'200'000};
        before.until = Instant{1'796'040'000'000};
        prices.port.now.codes = {{before, 3}};
        prices.page.refresh();
        auto& same = prices.opened<ui::CodeDialog>(Qt::Key_F2);
        press(same, "Save");
        QVERIFY(prices.port.now.codes[0].code == before);
        auto& dialog = prices.opened<ui::CodeDialog>(Qt::Key_F2);
        QVERIFY(named<QLineEdit>(dialog, "Code")->isReadOnly());
        auto* until = named<QDateTimeEdit>(dialog, "Valid until");
        until->setDateTime(atBerlin(before.from->ms - 60'000));
        press(dialog, "Save");
        QVERIFY(until->accessibleDescription().contains(QStringLiteral("must end after")));
        until->setDateTime(atBerlin(before.from->ms + 60'000));
        for (QCheckBox* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text() == QStringLiteral("Not valid any more")) {
                box->setChecked(true);
            }
        }
        press(dialog, "Save");
        const PromoCode& after = prices.port.now.codes[0].code;
        QVERIFY(after.isOff && after.until->ms == before.from->ms + 60'000);
        QVERIFY(named<QListWidget>(prices.page, "Promo codes")
                    ->item(0)
                    ->text()
                    .contains(QStringLiteral("not valid any more")));
    }

    void aFamilyTicketIsMadeOfCounts()
    {
        Prices prices;
        auto& dialog = prices.opened<ui::BundleDialog>(Qt::Key_F6);
        QTest::keyClicks(named<QLineEdit>(dialog, "Name"), QStringLiteral("Family"));
        QStringList reached;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached << QApplication::focusWidget()->accessibleName();
        }
        QCOMPARE(reached,
                 (QStringList{QStringLiteral("Event"), QStringLiteral("Kind"),
                              QStringLiteral("How many Adult"), QStringLiteral("How many Child"),
                              QStringLiteral("Price of all together"),
                              QStringLiteral("Only in these categories; none: all")}));
        auto* price = named<QLineEdit>(dialog, "Price of all together");
        price->setText(QStringLiteral("60"));
        press(dialog, "Save");
        QVERIFY(says(dialog, QStringLiteral("how many tickets of which types")));
        QVERIFY(named<QSpinBox>(dialog, "How many Adult")->hasFocus());
        named<QSpinBox>(dialog, "How many Adult")->setValue(2);
        named<QSpinBox>(dialog, "How many Child")->setValue(2);
        press(dialog, "Save");
        QCOMPARE(prices.port.now.bundles.size(), 1U);
        const Bundle& made = prices.port.now.bundles[0];
        QCOMPARE(made.price, 6'000);
        QCOMPARE(made.parts.size(), 2U);
        QCOMPARE(named<QListWidget>(prices.page, "Bundles and group rates")->item(0)->text(),
                 QStringLiteral("Family · €60.00\nHamlet · 2 × Adult, 2 × Child"));
    }

    void aGroupRateBeginsAtACount()
    {
        Prices prices;
        auto& dialog = prices.opened<ui::BundleDialog>(Qt::Key_F6);
        QTest::keyClicks(named<QLineEdit>(dialog, "Name"), QStringLiteral("Group"));
        named<QComboBox>(dialog, "Kind")->setCurrentIndex(1);
        QVERIFY(!named<QLineEdit>(dialog, "Price of all together")->isEnabled());
        named<QSpinBox>(dialog, "How many Adult")->setValue(10);
        named<QLineEdit>(dialog, "How much")->setText(QStringLiteral("15"));
        named<QListWidget>(dialog, "Only in these categories; none: all")
            ->item(0)
            ->setCheckState(Qt::Checked);
        press(dialog, "Save");
        const Bundle& made = prices.port.now.bundles.at(0);
        QVERIFY(made.kind == Bundle::Kind::FromCount);
        QVERIFY(made.cut == (PriceCut{PriceCut::Kind::Percent, 15'000}));
        QVERIFY(made.categories == std::set<CategoryId>{CategoryId{number(21)}});
        QCOMPARE(named<QListWidget>(prices.page, "Bundles and group rates")->item(0)->text(),
                 QStringLiteral("Group · 15 % off\nHamlet · from 10 × Adult"));
    }
};

QTEST_MAIN(PricesPageTest)
#include "test_prices_page.moc"
