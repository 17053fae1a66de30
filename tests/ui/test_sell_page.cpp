// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/box_office.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/sell/seat_map/seat_map_view.h"
#include "ui/sell/customer_dialog.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/tickets_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

class TestSellPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatArrivesBehindACoverTakesNoKeys()
    {
        BoxOffice office{[](FakeSellPort& port) { port.held = true; }};
        auto* cover = new QLineEdit;
        office.window.setCover(cover);
        office.window.setCovered(true);
        cover->setFocus();
        QVERIFY(cover->hasFocus());
        office.port.held = false;
        office.port.answer(); // the performances come while somebody signs in
        BoxOffice::settle();
        QVERIFY(cover->hasFocus());
        QTest::keyClick(&office.window, Qt::Key_2);
        QVERIFY(office.page->presenter().cart().items.empty());
    }

    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void sellsTwoAdultsForExactCashInThreeKeys()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        QVERIFY(office.says(QStringLiteral("86.00")));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.port.requests[0].cart.items.size(), 2U);
        QVERIFY(office.says(QStringLiteral("Paid exactly")));
        QVERIFY(office.page->hasFocus()); // the next sale has begun
    }

    void showsTheChangeWhileItIsTypedAndAfterTheSale()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_Return);
        office.key(Qt::Key_1, QStringLiteral("100"));
        QVERIFY(office.named<QLabel>(QStringLiteral("Change"))
                    ->text()
                    .contains(QStringLiteral("14.00")));
        office.key(Qt::Key_Return);
        QVERIFY(office.says(QStringLiteral("Change")));
        QVERIFY(office.says(QStringLiteral("14.00")));
    }

    void sellsOnceOnADoubleEnter()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        office.port.held = true;
        office.key(Qt::Key_Return);
        QVERIFY(office.says(QStringLiteral("Nothing is sold yet")));
        QVERIFY(!office.says(QStringLiteral("Sold ·")));
        office.key(Qt::Key_Return);
        office.key(Qt::Key_Escape);
        office.port.held = false;
        office.port.answer();
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
    }

    void keepsTheCartWhenTheSaleFailsAndTriesAgainOnEnter()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        office.port.sellFault = storageError("disk_full", "The disk is full. Free some space.");
        office.key(Qt::Key_Return);
        QVERIFY(office.says(QStringLiteral("The disk is full")));
        QCOMPARE(office.page->presenter().cart().items.size(), 2U);
        office.port.sellFault.reset();
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.sold.size(), 1U);
    }

    void saysAWrongAmountBesideItsField()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        office.key(Qt::Key_A, QStringLiteral("1o"));
        office.key(Qt::Key_Return);
        auto* cash = office.named<QLineEdit>(QStringLiteral("Cash given"));
        QVERIFY(!cash->accessibleDescription().isEmpty());
        QVERIFY(office.says(cash->accessibleDescription()));
        QVERIFY(cash->hasFocus());
        QVERIFY(office.port.requests.empty());
        cash->setText(QStringLiteral("50"));
        office.key(Qt::Key_Return);
        QVERIFY(office.port.requests.empty()); // too little
        QVERIFY(office.says(QStringLiteral("36.00")));
    }

    void asksForTheTerminalsReceiptOfACard()
    {
        BoxOffice office;
        office.key(Qt::Key_1);
        office.key(Qt::Key_F10);
        office.key(Qt::Key_Return);
        auto* reference = office.named<QLineEdit>(QStringLiteral("Terminal's receipt number"));
        QVERIFY(reference->hasFocus());
        QVERIFY(!reference->accessibleDescription().isEmpty());
        office.key(Qt::Key_4, QStringLiteral("4711"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.port.requests[0].tenders[0].reference, std::string{"4711"});
    }

    void splitsBetweenCardAndCash()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F10);
        office.named<QLineEdit>(QStringLiteral("On the card terminal"))
            ->setText(QStringLiteral("50"));
        office.named<QLineEdit>(QStringLiteral("Cash given"))->setText(QStringLiteral("40"));
        office.key(Qt::Key_9, QStringLiteral("99"));
        office.key(Qt::Key_Return);
        QCOMPARE(office.port.requests.size(), 1U);
        QCOMPARE(office.port.requests[0].tenders.size(), 2U);
        QVERIFY(office.says(QStringLiteral("4.00"))); // change of the cash part
    }

    void goesBackOnEscapeAndOnTheBackButtonWithoutLosingTheCart()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.key(Qt::Key_F9);
        office.key(Qt::Key_Escape);
        QCOMPARE(office.page->presenter().stage(), ui::SellPresenter::Stage::Choosing);
        office.key(Qt::Key_F9);
        office.named<QPushButton>(QStringLiteral("Back to the cart"))->setFocus();
        office.key(Qt::Key_Return);
        QCOMPARE(office.page->presenter().stage(), ui::SellPresenter::Stage::Choosing);
        QVERIFY(office.port.requests.empty());
        QCOMPARE(office.page->presenter().cart().items.size(), 2U);
    }

    void takesDigitsAndLettersFromTheListOfPerformances()
    {
        BoxOffice office;
        office.named<QListView>(QStringLiteral("Performances"))->setFocus();
        office.key(Qt::Key_C, QStringLiteral("c"));
        office.key(Qt::Key_3, QStringLiteral("3"));
        QCOMPARE(office.page->presenter().selectedType()->name, std::string{"Child"});
        QCOMPARE(office.page->presenter().cart().items.size(), 3U);
    }

    void putsBackWhatWasRemovedOnUndo()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.named<QPushButton>(QStringLiteral("Clear"))->click();
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("Removed from the cart")));
        QTest::keySequence(office.page, QKeySequence::Undo);
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().cart().items.size(), 2U);
        QVERIFY(!office.says(QStringLiteral("Removed from the cart")));
    }

    void searchesPerformances()
    {
        BoxOffice office;
        auto* search = office.named<QLineEdit>(QStringLiteral("Search performances"));
        auto* list = office.named<QListView>(QStringLiteral("Performances"));
        search->setFocus();
        office.key(Qt::Key_J, QStringLiteral("cellar"));
        QCOMPARE(list->model()->rowCount(), 1);
        search->setText(QStringLiteral("nothing like it"));
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("No performance of that name")));
    }

    void teachesTheFirstStepWhereNothingIsThere()
    {
        BoxOffice office{[](FakeSellPort& port) { port.empty = true; }};
        QVERIFY(office.says(QStringLiteral("Nothing to sell yet")));
        office.named<QPushButton>(QStringLiteral("Load the demonstration season"))->click();
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("Hamlet")));
    }

    void saysWhatFailedAndTriesAgain()
    {
        BoxOffice office{[](FakeSellPort& port) {
            port.listFault = storageError("read_failed", "The disk does not answer.");
        }};
        QVERIFY(office.says(QStringLiteral("The disk does not answer.")));
        QVERIFY(!office.says(QStringLiteral("Nothing to sell yet")));
        office.port.listFault.reset();
        office.named<QPushButton>(QStringLiteral("Try again"))->click();
        BoxOffice::settle();
        QVERIFY(office.says(QStringLiteral("Hamlet")));
    }

    void saysAWrongEmailBesideItsField()
    {
        BoxOffice office;
        office.page->chooseCustomer();
        BoxOffice::settle();
        auto* dialog = office.page->findChild<ui::CustomerDialog*>();
        const auto field = [dialog](const QString& name) {
            for (auto* line : dialog->findChildren<QLineEdit*>()) {
                if (line->accessibleName() == name) {
                    return line;
                }
            }
            return static_cast<QLineEdit*>(nullptr);
        };
        field(QStringLiteral("Name"))->setText(QStringLiteral("Ada"));
        field(QStringLiteral("Email"))->setText(QStringLiteral("not an address"));
        QTest::keyClick(field(QStringLiteral("Email")), Qt::Key_Return);
        BoxOffice::settle();
        QVERIFY(dialog->isVisible());
        QVERIFY(field(QStringLiteral("Email"))->hasFocus());
        QVERIFY(!field(QStringLiteral("Email"))->accessibleDescription().isEmpty());
        field(QStringLiteral("Email"))->setText(QStringLiteral("ada@example.org"));
        QTest::keyClick(field(QStringLiteral("Email")), Qt::Key_Return);
        BoxOffice::settle();
        QCOMPARE(office.page->presenter().customer()->details.name, std::string{"Ada"});
    }

    void namesEveryControlAndMakesItLargeEnough()
    {
        BoxOffice office;
        office.key(Qt::Key_2);
        office.page->chooseCustomer();
        BoxOffice::settle();
        const auto check = [&office](const char* when) {
            for (const QWidget* widget : office.window.findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
                    widget == office.page ||
                    widget->objectName().startsWith(QLatin1String{"qt_"})) {
                    continue;
                }
                const bool named = !widget->accessibleName().isEmpty();
                QVERIFY2(named,
                         qPrintable(QStringLiteral("%1: a %2 has no name")
                                        .arg(QLatin1String{when},
                                             QLatin1String{widget->metaObject()->className()})));
                if (qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                    qobject_cast<const QLineEdit*>(widget) != nullptr) {
                    QVERIFY2(widget->height() >= 44 && widget->width() >= 44,
                             qPrintable(widget->accessibleName()));
                }
            }
        };
        check("choosing");
        office.page->findChild<ui::CustomerDialog*>()->reject();
        BoxOffice::settle();
        QTest::keyClick(office.page, Qt::Key_F9);
        BoxOffice::settle();
        check("paying");
        QTest::keyClick(office.named<QLineEdit>(QStringLiteral("Cash given")), Qt::Key_Return);
        BoxOffice::settle();
        office.page->tickets().open();
        BoxOffice::settle();
        check("tickets");
    }

    void keepsItsShapeWithLongNamesOfAnyScript()
    {
        BoxOffice plain;
        const int width = plain.window.minimumSizeHint().width();
        BoxOffice office{[](FakeSellPort& port) {
            port.seated->event.name = std::string(400, 'W');
            port.seated->types[0].name = "بالغ بالغ بالغ بالغ بالغ بالغ بالغ بالغ بالغ";
            port.seated->types[1].name =
                "大人一般当日券全席指定大人一般当日券全席指定大人一般当日券全席指定";
            port.customers[0].details.name = std::string(200, 'n');
        }};
        office.key(Qt::Key_2);
        office.page->presenter().setCustomer(office.port.customers[0]);
        BoxOffice::settle();
        QVERIFY(office.window.width() <= 1280);
        QVERIFY2(office.window.minimumSizeHint().width() <= std::max(width, 1280),
                 qPrintable(QString::number(office.window.minimumSizeHint().width())));
        QCOMPARE(office.named<QWidget>(QStringLiteral("Cart"))->width(),
                 plain.named<QWidget>(QStringLiteral("Cart"))->width());
    }

    void switchesItsColours()
    {
        BoxOffice office;
        QVERIFY(!office.window.isDark());
        const QImage light = office.window.grab().toImage();
        office.window.showIn(ui::Palette::dark());
        const QImage dark = office.window.grab().toImage();
        QVERIFY(light.pixelColor(2, 400).lightness() > 200);
        QVERIFY(dark.pixelColor(2, 400).lightness() < 60);
        office.window.showIn(ui::Palette::light());
    }

    void aCategoryHasTheColourThatItsPlanWasDrawnWith()
    {
        BoxOffice office{[](FakeSellPort& port) {
            SeatingPlan plan = *port.seated->plan;
            plan.categories[0].colour = "#2E8B57";
            plan.categories[1].colour.clear(); // picked for it
            port.seated->plan = std::make_shared<const SeatingPlan>(plan);
        }};
        const auto* map = office.window.findChild<ui::SeatMapView*>();
        const auto colourOf = [&](std::uint32_t category) {
            const QImage mark = map->legendMark(ui::SeatMark::Free, category, 24).toImage();
            return mark.pixelColor(mark.rect().center()).name();
        };
        QCOMPARE(colourOf(0), QStringLiteral("#2e8b57"));
        QCOMPARE(colourOf(1), ui::categoryColour(1).name());
    }
};

QTEST_MAIN(TestSellPage)
#include "test_sell_page.moc"
