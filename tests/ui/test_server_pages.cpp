// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_diagnostics_port.h"
#include "tests/ui/fake_stock_port.h"
#include "tests/ui/looking.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/settings/diagnostics_page.h"
#include "ui/settings/server_page.h"
#include "ui/settings/status_popup.h"
#include "ui/settings/stock_dialog.h"
#include "ui/settings/stock_panel.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

QString valueOf(QWidget& page, const QString& name)
{
    const auto* table = page.findChild<QTableWidget*>();
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == name) {
            return table->item(row, 1)->text();
        }
    }
    return {};
}

ui::ServerState joined()
{
    return FakeDiagnosticsPort::joined().server;
}

} // namespace

class ServerPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void thePillSaysHowItStandsAndWhatIsHereWithoutANetwork()
    {
        ui::ServerState state = joined();
        QCOMPARE(ui::serverWords(state),
                 QStringLiteral("● Online · sending 3 · 12 seats here without network"));
        state.isOnline = false;
        state.unsent = 14;
        state.here = ui::HeldHere{2, 8};
        QCOMPARE(ui::serverWords(state),
                 QStringLiteral(
                     "○ Offline · 14 waiting · 2 seats and 8 places here without network"));
        state.here = ui::HeldHere{0, 5};
        QVERIFY(ui::serverWords(state).endsWith(QStringLiteral("5 places here without network")));
        state.here = ui::HeldHere{};
        QVERIFY(ui::serverWords(state).endsWith(QStringLiteral("nothing here without network")));
        state.here.reset(); // nothing is shown yet
        QCOMPARE(ui::serverWords(state), QStringLiteral("○ Offline · 14 waiting"));
    }

    void thePillIsReachedByKeysAndOpensWhatItMeans()
    {
        ui::MainWindow window;
        ui::StatusPopup popup{&window};
        window.addWorkspace(QStringLiteral("Sell"), QStringLiteral("ticket"), new QWidget);
        window.setStatus(ui::serverWords(joined()), ui::serverMeaning(joined()));
        popup.showState(joined());
        QObject::connect(&window, &ui::MainWindow::statusAsked, &popup,
                         [&] { popup.openBelow(window.statusPill(), true); });
        window.show();
        QWidget& pill = window.statusPill();
        QVERIFY(pill.focusPolicy() & Qt::TabFocus);
        QCOMPARE(pill.accessibleName(), ui::serverWords(joined()));
        QCOMPARE(pill.accessibleDescription(), ui::serverMeaning(joined()));
        QTest::keyClick(&pill, Qt::Key_Space);
        QVERIFY(popup.isVisible());
        QVERIFY(says(popup, QStringLiteral("Entries not sent: 3")));
        QVERIFY(says(popup, QStringLiteral("Last contact: ")));
        QVERIFY(says(popup, QStringLiteral("12 seats here without network")));
        QSignalSpy asked{&popup, &ui::StatusPopup::diagnosticsAsked};
        buttonOf(popup, QStringLiteral("Diagnostics"))->click();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!popup.isVisible());
        popup.openBelow(pill, false); // whoever may not see the page
        QVERIFY(buttonOf(popup, QStringLiteral("Diagnostics")) == nullptr);
    }

    void whatIsKeptOfAnEventIsSetByKeysAlone()
    {
        FakeStockPort port;
        ui::ServerPage page{port};
        page.showState(joined());
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto* list = page.findChild<QListWidget*>();
        QVERIFY(list->item(0)->text().contains(
            QStringLiteral("20 tickets of each quota · 10 seats of each performance")));
        QVERIFY(list->item(0)->text().contains(
            QStringLiteral("9 seats and 20 places here without network")));
        QVERIFY(list->item(1)->text().contains(QStringLiteral("Nothing is kept")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_F2);
        auto* dialog = page.findChild<ui::StockDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("many"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(says(*dialog, QStringLiteral("Write a whole number, from 0 to 100,000")));
        auto* field = qobject_cast<QLineEdit*>(dialog->focusWidget());
        QVERIFY(field != nullptr);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("40"));
        QTest::keyClick(field, Qt::Key_Tab);
        auto* seats = qobject_cast<QLineEdit*>(dialog->focusWidget());
        QVERIFY(seats != nullptr && seats != field);
        seats->selectAll();
        QTest::keyClicks(seats, QStringLiteral("6"));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(port.all.front().keep, (OfflineStock{idOf<EventId>(1), 40, 6}));
        QVERIFY(list->item(0)->text().contains(QStringLiteral("40 tickets")));
    }

    void whatTheServiceRefusesIsSaidAtItsField()
    {
        FakeStockPort port;
        port.refusal = badInput("bad_stock", "Say a whole number from 0 to 100000.", "seats");
        ui::StockDialog dialog{port, port.all.front(), nullptr};
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        buttonOf(dialog, QStringLiteral("Save"))->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.findChildren<QLineEdit*>().at(1)->property("faulty").toBool());
    }

    void theStockIsThereOnlyWhereThereIsAServer()
    {
        FakeStockPort port;
        ui::ServerPage page{port};
        page.show();
        auto* panel = page.findChild<ui::StockPanel*>();
        QVERIFY(!panel->isVisible());
        page.showState(joined());
        QVERIFY(panel->isVisible());
        buttonOf(page, QStringLiteral("Give back"))->click();
        QCOMPARE(port.returns, 1);
        QVERIFY(says(page, QStringLiteral("Given back: 29 tickets and 9 seats")));
    }

    void theDiagnosticsSayHowTheCounterIs()
    {
        FakeDiagnosticsPort port;
        ui::DiagnosticsPage page{port};
        page.show();
        QCOMPARE(valueOf(page, QStringLiteral("Server")),
                 QStringLiteral("https://box.example.org:8443"));
        QCOMPARE(valueOf(page, QStringLiteral("Entries not sent")), QStringLiteral("3"));
        QCOMPARE(valueOf(page, QStringLiteral("Position heard")), QStringLiteral("4,711"));
        QCOMPARE(valueOf(page, QStringLiteral("Round trip")), QStringLiteral("34 ms"));
        QCOMPARE(valueOf(page, QStringLiteral("This computer's clock")),
                 QStringLiteral("7 s ahead of the server's"));
        QVERIFY(valueOf(page, QStringLiteral("Database")).startsWith(QStringLiteral("5.0 MB")));
        QVERIFY(valueOf(page, QStringLiteral("Versions")).contains(QStringLiteral("Qt 6.4.2")));
        port.shown.server.unsent = 0;
        QTRY_COMPARE(valueOf(page, QStringLiteral("Entries not sent")), QStringLiteral("0"));
        port.shown.server = {}; // it stands alone
        page.refresh();
        QVERIFY(valueOf(page, QStringLiteral("Server")).contains(QStringLiteral("stands alone")));
        QVERIFY(valueOf(page, QStringLiteral("Round trip")).isEmpty());
        QVERIFY(buttonOf(page, QStringLiteral("Sync now")) == nullptr);
    }

    void whatTheServerDoesNotTakeIsShownWithWhatToDoNext()
    {
        FakeDiagnosticsPort port;
        port.shown.stuck = ui::StuckShown{"chain_broken",
                                          "Entry 813 does not continue entry 812.",
                                          Instant{1'795'435'200'000},
                                          813,
                                          "order.placed",
                                          Instant{1'795'435'200'000}};
        ui::DiagnosticsPage page{port};
        page.show();
        QVERIFY(says(page, QStringLiteral("does not take entry 813 (order.placed")));
        QVERIFY(says(page, QStringLiteral("does not continue what the server has")));
        QVERIFY(says(page, QStringLiteral("Make a copy of the data folder")));
        buttonOf(page, QStringLiteral("Sync now"))->click();
        QCOMPARE(port.syncs, 1);
        port.shown.stuck.reset();
        page.refresh();
        QVERIFY(!says(page, QStringLiteral("813")));
        port.shown.server.problem = refused("device_revoked", "This device was revoked.");
        page.refresh();
        QVERIFY(says(page, QStringLiteral("revoked")));
        QVERIFY(says(page, QStringLiteral("Nothing is lost")));
    }

    void aCheckShowsHowFarItIsAndCanBeCancelled()
    {
        FakeDiagnosticsPort port;
        ui::DiagnosticsPage page{port};
        page.show();
        buttonOf(page, QStringLiteral("Check the journal"))->click();
        auto* bar = page.findChild<QProgressBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY(!bar->accessibleName().isEmpty());
        port.progress(0.25);
        QCOMPARE(bar->value() * 4, bar->maximum());
        QVERIFY(!buttonOf(page, QStringLiteral("Check the journal"))->isEnabled()); // one at a time
        buttonOf(page, QStringLiteral("Cancel"))->click();
        QCOMPARE(port.cancels, 1);
        port.checked(ui::JournalChecked{10, 0, {}, true});
        QVERIFY(says(page, QStringLiteral("was cancelled")));
        QVERIFY(!bar->isVisible());
        buttonOf(page, QStringLiteral("Check the journal"))->click();
        port.checked(ui::JournalChecked{1'204, 40, {}, false});
        QVERIFY(says(page, QStringLiteral("1,204 entries and 40 tables")));
        QVERIFY(valueOf(page, QStringLiteral("Journal")).startsWith(QStringLiteral("all is well")));
        buttonOf(page, QStringLiteral("Check the journal"))->click();
        port.checked(
            ui::JournalChecked{1'204, 40, {"This entry was changed after it was written."}, false});
        QVERIFY(says(page, QStringLiteral("The check found 1 fault")));
        QVERIFY(says(page, QStringLiteral("This entry was changed")));
        QVERIFY(valueOf(page, QStringLiteral("Journal")).startsWith(QStringLiteral("1 fault")));
    }

    void whatCannotBeReadIsSaidAndLeavesTheCheckThatGoesOnToBeSeen()
    {
        FakeDiagnosticsPort port;
        ui::DiagnosticsPage page{port};
        page.show();
        buttonOf(page, QStringLiteral("Check the journal"))->click();
        port.refusal = refused("not_signed_in", "Sign in first, then try again.");
        page.refresh();
        QVERIFY(says(page, QStringLiteral("Sign in first")));
        QVERIFY(page.findChild<QProgressBar*>()->isVisible());
        QVERIFY(!buttonOf(page, QStringLiteral("Check the journal"))->isEnabled());
        port.refusal.reset();
        page.refresh();
        QVERIFY(!says(page, QStringLiteral("Sign in first")));
        port.checked(ui::JournalChecked{1'204, 40, {}, false});
        QVERIFY(says(page, QStringLiteral("1,204 entries and 40 tables")));
    }

    void aBundleIsWrittenWhereSomebodySaid()
    {
        FakeDiagnosticsPort port;
        ui::DiagnosticsPage page{port};
        page.show();
        page.exportBundle(QStringLiteral("/media/stick/support.tar"));
        QCOMPARE(port.file, std::string{"/media/stick/support.tar"});
        port.written(true);
        QVERIFY(says(page, QStringLiteral("/media/stick/support.tar")));
        page.exportBundle(QStringLiteral("/media/stick/support.tar"));
        port.written(storageError("cancelled", "It was cancelled."));
        QVERIFY(says(page, QStringLiteral("The bundle was not written: it was cancelled.")));
        page.exportBundle(QStringLiteral("/full/support.tar"));
        port.written(storageError("file_not_writable", "The file cannot be written.", "/full"));
        QVERIFY(says(page, QStringLiteral("cannot be written")));
        QVERIFY(buttonOf(page, QStringLiteral("Export"))->isEnabled());
    }

    void thePagesAreThereForTabAndForWhoListens()
    {
        FakeDiagnosticsPort port;
        ui::DiagnosticsPage page{port};
        page.show();
        QVERIFY(!page.findChild<QTableWidget*>()->accessibleName().isEmpty());
        for (const QPushButton* button : page.findChildren<QPushButton*>()) {
            QVERIFY(!button->accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(ServerPagesTest)
#include "test_server_pages.moc"
