// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_printing_port.h"
#include "tests/ui/fake_sell_port.h"
#include "tests/ui/looking.h"
#include "ui/common/formatting.h"
#include "ui/common/theme.h"
#include "ui/sell/customer_display.h"
#include "ui/sell/sell_presenter.h"
#include "ui/settings/printer_dialog.h"
#include "ui/settings/printers_page.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

template <typename Widget>
Widget* named(QWidget& in, const QString& name)
{
    for (Widget* widget : in.findChildren<Widget*>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

class PrintersPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void aPrinterIsAddedWithTheKeyboardAndARefusalLosesNothingTyped()
    {
        FakePrintingPort port;
        ui::PrintersPage page{port};
        page.show();
        QVERIFY(says(page, QStringLiteral("No printer is set up")));
        buttonOf(page, QStringLiteral("Add a printer"))->click();
        auto* dialog = page.findChild<ui::PrinterDialog*>();
        QVERIFY(dialog != nullptr);
        auto* name = named<QLineEdit>(*dialog, QStringLiteral("Name"));
        auto* address = named<QLineEdit>(*dialog, QStringLiteral("Address"));
        QVERIFY(name != nullptr && address != nullptr);
        QTest::keyClicks(name, QStringLiteral("Till 1"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(says(*dialog, QStringLiteral("tcp:ADDRESS")));
        QVERIFY(address->accessibleDescription().contains(QStringLiteral("tcp:ADDRESS")));
        QCOMPARE(dialog->focusWidget(), address); // where it can be put right
        QCOMPARE(name->text(), QStringLiteral("Till 1"));
        QTest::keyClicks(address, QStringLiteral("10.0.0.7"));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(port.all.size(), std::size_t{1});
        QCOMPARE(port.all[0].output, std::string{"tcp:10.0.0.7"});
        QVERIFY(port.all[0].language == PrinterLanguage::EscPos);
        auto* list = named<QListWidget>(page, QStringLiteral("Printers of this computer"));
        QCOMPARE(list->count(), 1);
        QVERIFY(list->isVisible());
        buttonOf(page, QStringLiteral("Test page"))->click();
        QCOMPARE(port.tested, std::vector<std::string>{"Till 1"});
    }

    void aPageThatMayHaveComeOutAsksAndBothAnswersAreThere()
    {
        FakePrintingPort port;
        port.all = {{"Till 1", PrinterLanguage::EscPos, "tcp:10.0.0.7", PrinterPaper::Roll80, 7}};
        port.queue = {spoolJob(1, SpoolState::Unclear, "This page may have come out."),
                      spoolJob(2, SpoolState::Queued, "The printer at 10.0.0.7 does not answer."),
                      spoolJob(3, SpoolState::Confirmed)};
        ui::PrintersPage page{port};
        QSignalSpy waiting{&page, &ui::PrintersPage::waiting};
        page.show();
        QCOMPARE(waiting.last().at(0).toInt(), 2);
        QCOMPARE(waiting.last().at(1).toInt(), 2);
        QVERIFY(says(page, QStringLiteral("may have come out")));
        QVERIFY(buttonOf(page, QStringLiteral("Print what is missing")) == nullptr);
        buttonOf(page, QStringLiteral("It came out"))->click();
        buttonOf(page, QStringLiteral("It did not come out"))->click();
        QVERIFY(port.acts[0].second == ui::SpoolAct::CameOut);
        QVERIFY(port.acts[1].second == ui::SpoolAct::Missing);

        auto* queue = named<QListWidget>(page, QStringLiteral("What waits and what was printed"));
        QTest::keyClick(queue, Qt::Key_Down);
        QVERIFY(says(page, QStringLiteral("does not answer")));
        buttonOf(page, QStringLiteral("Print what is missing"))->click();
        QVERIFY(port.acts[2].first == port.queue[1].id);
        QTest::keyClick(queue, Qt::Key_Down);
        QVERIFY(buttonOf(page, QStringLiteral("Take back")) == nullptr);
    }

    void theCustomerSeesTicketsTotalAndChangeThenTheWelcome()
    {
        FakeSellPort port;
        ui::SellPresenter presenter{port};
        ui::CustomerDisplay display{presenter};
        display.setWelcome(QStringLiteral("City Playhouse"));
        display.show();
        QVERIFY(says(display, QStringLiteral("City Playhouse")));
        presenter.reload();
        QTRY_VERIFY(presenter.current().has_value());
        presenter.addTickets(2);
        QTRY_VERIFY(presenter.quoted().has_value());
        QTRY_VERIFY(says(display, QStringLiteral("2 ×")));
        const auto& offer = *presenter.current()->offer;
        QVERIFY(says(display, ui::text(offer.event.name))); // the customer sees which evening it is
        QVERIFY(says(display,
                     ui::dayAndTimeText(offer.performance.startsAt, offer.performance.timeZone)));
        QVERIFY(says(display, QStringLiteral("Total")));
        const Money total = presenter.quoted()->total;
        const Order order{.total = total, .change = total};
        Q_EMIT presenter.sold(order);
        QVERIFY(says(display, QStringLiteral("Your change")));
        QVERIFY(!says(display, QStringLiteral("2 ×")));
    }
};

QTEST_MAIN(PrintersPageTest)
#include "test_printers_page.moc"
