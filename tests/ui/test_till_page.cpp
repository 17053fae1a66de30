// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/theme.h"
#include "ui/till/cash_counter.h"
#include "ui/till/shifts_dialog.h"
#include "ui/till/till_page.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace foyer;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

/// A till in memory that expects the float and what was paid in or out.
class FakeTillPort final : public ui::TillPort {
public:
    std::optional<std::int64_t> cash; ///< of an open shift
    std::vector<std::string> asked;

    void state(Then<ui::TillState> then) override { then(now()); }
    void open(const CashCount& count, Then<ui::TillState> then) override
    {
        asked.push_back("open " + std::to_string(count.total));
        cash = count.total;
        then(now());
    }
    void move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
              Then<ui::TillState> then) override
    {
        if (reason.empty()) {
            then(usageError("reason_missing", "Say why; the reason is kept.", "reason"));
            return;
        }
        asked.push_back("move " + std::to_string(amount) + " " + reason);
        *cash += kind == CashMoveKind::PayIn ? amount : -amount;
        then(now());
    }
    void close(ShiftId, const CashCount& count, Then<ShiftReport> then) override
    {
        ShiftReport report = *now().open;
        report.shift.z = ZReport{"A7-Z1", 1, {}, count, *cash, count.total - *cash, {}, 0};
        cash.reset();
        then(report);
    }

    void shifts(Then<std::vector<Shift>> then) override
    {
        Shift open{.label = "A7-2",
                   .drawerName = "Drawer 1",
                   .clerkName = "Cleo",
                   .currency = kEuro};
        Shift closed = open;
        closed.label = "A7-1";
        closed.z = ZReport{"A7-Z1", 1, {}, {12'000, {}}, 12'100, -100, {}, 0};
        then(std::vector<Shift>{open, closed});
    }
    void report(ShiftId, Then<ShiftReport> then) override
    {
        Shift closed{.label = "A7-1", .currency = kEuro};
        closed.z = ZReport{"A7-Z1", 1, {}, {12'000, {}}, 12'100, -100, {}, 0};
        then(ShiftReport{closed,
                         {},
                         {{{FigureGroup::Turnover, {}, {}}, 2, 8'600, 562},
                          {{FigureGroup::Method, {}, "cash"}, 2, 8'600, 0}},
                         12'100});
    }
    void receipts(ShiftId, const FigureKey& figure,
                  Then<std::vector<ui::TillReceiptRow>> then) override
    {
        asked.push_back("receipts " + std::string{figureGroupName(figure.group)});
        then(std::vector<ui::TillReceiptRow>{
            {{1'795'435'200'000}, "order.placed", "A722223K", "Cleo", {}, "UTC", 8'600}});
    }
    void print(ShiftId, Then<ui::TillPrinted> then) override
    {
        asked.push_back("print");
        then(ui::TillPrinted{"Office", {}});
    }

private:
    ui::TillState now() const
    {
        ui::TillState state{kEuro, std::nullopt};
        if (cash) {
            Shift shift{.label = "A7-1", .drawerName = "Drawer 1", .currency = kEuro};
            state.open = ShiftReport{shift,
                                     {},
                                     {{{FigureGroup::Turnover, {}, {}}, 2, 8'600, 562}},
                                     std::nullopt};
        }
        return state;
    }
};

void settle()
{
    for (int i = 0; i < 8; ++i) {
        QApplication::processEvents();
    }
}

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

bool says(const QWidget& in, const QString& words)
{
    for (const QLabel* label : in.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) {
            return true;
        }
    }
    return false;
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
        QVERIFY(says(page, QStringLiteral("A7-Z1")));
        QVERIFY(says(page, QStringLiteral("30.00"))); // missing
        press(page, QStringLiteral("Done"));
        QVERIFY(named<QLineEdit>(page, QStringLiteral("Float")) != nullptr);
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
