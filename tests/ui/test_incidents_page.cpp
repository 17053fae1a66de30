// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_incidents_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/incidents/incident_ask.h"
#include "ui/incidents/incidents_page.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

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
    void key(Qt::Key key)
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &page, key);
        settle();
    }
    void type(const QString& words)
    {
        QTest::keyClicks(QApplication::focusWidget(), words);
        settle();
    }
    QPushButton* button(const QString& name)
    {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->accessibleName().startsWith(name)) {
                return button;
            }
        }
        return nullptr;
    }
    void press(const QString& name)
    {
        QPushButton* found = button(name);
        if (found == nullptr) {
            qFatal("no button %s", qPrintable(name));
        }
        found->click();
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }
    QListWidget* list() { return page.findChildren<QListWidget*>().front(); }
    std::string lastCall() { return port.calls.empty() ? std::string{} : port.calls.back(); }

    FakeIncidentsPort port;
    ui::IncidentsPage page{port};
};

} // namespace

class TestIncidentsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothSidesStandNextToEachOtherWithTheMoney()
    {
        Desk desk;
        QCOMPARE(desk.list()->count(), 2);
        QVERIFY(desk.says(QStringLiteral("Seat sold twice")));
        QVERIFY(desk.says(QStringLiteral("at stake")));
        QVERIFY(desk.says(QStringLiteral("Foyer left, written off")));
        QVERIFY(desk.says(QStringLiteral("Counter 2, here")));
        QVERIFY(desk.says(QStringLiteral("Zoë Öztürk")));
    }

    void whatCannotBeChangedHereIsNotOffered()
    {
        Desk desk;
        QVERIFY(desk.button(QStringLiteral("Another seat… (side 1)")) == nullptr);
        QVERIFY(desk.button(QStringLiteral("Another seat… (side 2)")) != nullptr);
        // The counter that sold it is gone, so it is no place to send anybody to.
        QVERIFY(desk.says(QStringLiteral("is written off. Connect to the server")));
        QVERIFY(!desk.says(QStringLiteral("change them at the counter that sold it")));
        desk.port.snapshot.open.front().sides.front().isWrittenOff = false;
        desk.page.refresh();
        settle();
        QVERIFY(desk.says(QStringLiteral("change them at the counter that sold it")));
    }

    void anOrderOfAnotherCounterIsOfferedWhereTheServerHandsItOver()
    {
        Desk desk;
        desk.port.snapshot.open.front().sides.front().isInReach = true;
        desk.page.refresh();
        settle();
        QVERIFY(desk.button(QStringLiteral("Another seat… (side 1)")) != nullptr);
        QVERIFY(desk.button(QStringLiteral("Refund… (side 1)")) != nullptr);
        QVERIFY(!desk.says(QStringLiteral("is written off. Connect to the server")));
    }

    void enterOnTheWayBackGoesBack()
    {
        Desk desk;
        desk.press(QStringLiteral("Refund…"));
        desk.type(QStringLiteral("sold twice"));
        desk.button(QStringLiteral("Leave it as it is"))->setFocus();
        desk.key(Qt::Key_Return);
        QVERIFY(desk.page.findChild<ui::IncidentAsk*>()->isHidden());
        QVERIFY(desk.port.calls.empty());
    }

    void aQuestionStaysOpenWhileSomebodyLooksAtAnotherScreen()
    {
        Desk desk;
        desk.key(Qt::Key_F8);
        desk.type(QStringLiteral("a child on a lap"));
        desk.page.hide();
        settle();
        desk.page.show();
        settle();
        QVERIFY(desk.page.findChild<ui::IncidentAsk*>()->isVisible());
        desk.press(QStringLiteral("Accept"));
        QCOMPARE(desk.lastCall(), std::string{"accept a child on a lap"});
    }

    void whoeverSignsInBeginsWithWhatThereIsReadOnce()
    {
        Desk desk;
        desk.port.reads = 0;
        desk.page.startOver();
        settle();
        QCOMPARE(desk.port.reads, 1);
        desk.page.hide();
        QSignalSpy counted{&desk.page.presenter(), &ui::IncidentsPresenter::openCounted};
        desk.page.startOver();
        settle();
        QCOMPARE(desk.port.reads, 1);
        QCOMPARE(counted.size(), 1);
    }

    void acceptingAsksForAReasonAndMovesItToWhatWasDealtWith()
    {
        Desk desk;
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.says(QStringLiteral("Say why")));
        QVERIFY(desk.port.calls.empty());
        desk.type(QStringLiteral("a child on a lap"));
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), std::string{"accept a child on a lap"});
        QCOMPARE(desk.list()->count(), 1);
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.list()->count(), 1);
        QVERIFY(desk.says(QStringLiteral("a child on a lap")));
        QVERIFY(desk.button(QStringLiteral("Accept it")) == nullptr);
    }

    void reseatingOffersTheNearestSeatFirst()
    {
        Desk desk;
        desk.press(QStringLiteral("Another seat…"));
        desk.press(QStringLiteral("Give it this seat"));
        QVERIFY(desk.says(QStringLiteral("Say why")));
        desk.type(QStringLiteral("sold twice"));
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), "reseat " + idOf<TicketId>(12).text() + " 8 sold twice");
        QVERIFY(desk.says(QStringLiteral("Print it again in Orders")));
    }

    void whereNoSeatIsFreeItSaysWhatElseCanBeDone()
    {
        Desk desk;
        desk.port.seats.clear();
        desk.press(QStringLiteral("Another seat…"));
        QVERIFY(desk.says(QStringLiteral("no free seat of the same category")));
    }

    void theRefundSaysTheAmountOnItsButtonAndAsksForTheTerminalsNumber()
    {
        Desk desk;
        desk.port.method = PaymentMethod::CardTerminal;
        desk.press(QStringLiteral("Refund…"));
        QPushButton* verb = desk.page.findChild<QPushButton*>(QStringLiteral("do"));
        QVERIFY(verb->text().contains(QStringLiteral("42")));
        desk.type(QStringLiteral("sold twice"));
        desk.key(Qt::Key_Return);
        QVERIFY(desk.says(QStringLiteral("at the terminal first")));
        desk.type(QStringLiteral("4711"));
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), "refund " + idOf<OrderId>(22).text() + " sold twice 4711");
    }

    void aLetterIsCopiedOrOpenedAndNothingIsSent()
    {
        Desk desk;
        QSignalSpy opened{&desk.page, &ui::IncidentsPage::mailAsked};
        desk.press(QStringLiteral("Write to the customer…"));
        QVERIFY(desk.says(QStringLiteral("Foyer sends nothing by itself")));
        desk.press(QStringLiteral("Open in the mail program"));
        QCOMPARE(opened.size(), 1);
        const QUrl letter = opened.takeFirst().at(0).toUrl();
        QCOMPARE(letter.scheme(), QStringLiteral("mailto"));
        QVERIFY(letter.toString(QUrl::FullyDecoded).contains(QStringLiteral("zoe@example.org")));
        desk.press(QStringLiteral("Copy the text"));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Zoë Öztürk")));
        QCOMPARE(desk.lastCall(), "mailed " + idOf<OrderId>(22).text());
    }

    void whatWasChangedInTheLetterIsWhatIsCopiedAndOpened()
    {
        Desk desk;
        QSignalSpy opened{&desk.page, &ui::IncidentsPage::mailAsked};
        desk.press(QStringLiteral("Write to the customer…"));
        auto* letter = desk.page.findChild<QPlainTextEdit*>();
        letter->setPlainText(letter->toPlainText() + QStringLiteral("\nCome to the bar & ask."));
        desk.press(QStringLiteral("Open in the mail program"));
        const QUrl url = opened.takeFirst().at(0).toUrl();
        QVERIFY(QUrlQuery{url}
                    .queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded)
                    .endsWith(QStringLiteral("Come to the bar & ask.")));
        desk.press(QStringLiteral("Copy the text"));
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(
            QStringLiteral("Come to the bar & ask.")));
    }

    void ofAFieldOneValueIsKept()
    {
        Desk desk;
        desk.list()->setCurrentRow(1);
        settle();
        QVERIFY(desk.says(QStringLiteral("This stands now")));
        desk.press(QStringLiteral("Take this instead…"));
        desk.press(QStringLiteral("Keep this value"));
        QCOMPARE(desk.lastCall(), "choose " + idOf<EntryId>(31).uuid.text());
        QCOMPARE(desk.list()->count(), 1);
    }

    void whatWasDoneAfterSomebodyWasShutOutLeadsToItsOrders()
    {
        Desk desk;
        desk.port.addActsAfterRevocation();
        desk.page.refresh();
        settle();
        desk.list()->setCurrentRow(2);
        settle();
        QVERIFY(desk.says(QStringLiteral("Went on after being shut out")));
        QVERIFY(desk.says(QStringLiteral("did 2 thing")));
        QVERIFY(desk.says(QStringLiteral("Took cash out of the drawer")));
        QVERIFY(desk.says(QStringLiteral("milk and flowers")));
        QVERIFY(desk.button(QStringLiteral("Refund…")) == nullptr);
        QVERIFY(desk.button(QStringLiteral("Open the order (side 1)")) == nullptr);
        QVERIFY(desk.button(QStringLiteral("Open the order (side 3)")) == nullptr);
        QSignalSpy asked{&desk.page, &ui::IncidentsPage::orderAsked};
        desk.press(QStringLiteral("Open the order (side 2)"));
        QCOMPARE(asked.takeFirst().at(0).toString(), QStringLiteral("CD22225F"));
        desk.key(Qt::Key_F8);
        desk.type(QStringLiteral("nobody had told her"));
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.lastCall(), std::string{"accept nobody had told her"});
    }

    void escapeLeavesItAsItIs()
    {
        Desk desk;
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.page.findChild<ui::IncidentAsk*>()->isHidden());
        QVERIFY(desk.port.calls.empty());
    }

    void theEmptyDeskTeachesWhatWouldStandHere()
    {
        Desk desk{false};
        QVERIFY(desk.says(QStringLiteral("Every counter agrees")));
    }

    void whatFailedIsSaidAndCanBeTriedAgain()
    {
        Desk desk;
        desk.port.refusal = refused("not_permitted", "You may not do that.");
        desk.page.refresh();
        settle();
        QVERIFY(desk.says(QStringLiteral("could not be read")));
        desk.port.refusal.reset();
        desk.press(QStringLiteral("Try again"));
        QCOMPARE(desk.list()->count(), 2);
        QVERIFY(desk.says(QStringLiteral("Seat sold twice")));
    }

    void theBadgeCountsWhatIsOpen()
    {
        Desk desk;
        QSignalSpy counted{&desk.page.presenter(), &ui::IncidentsPresenter::openCounted};
        desk.page.hide();
        desk.page.refresh();
        settle();
        QCOMPARE(counted.takeLast().at(0).toInt(), 2);
    }
};

QTEST_MAIN(TestIncidentsPage)
#include "test_incidents_page.moc"
