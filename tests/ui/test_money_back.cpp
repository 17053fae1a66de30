// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A date is cancelled in the window, and everybody's money goes back from there.

#include "tests/ui/fake_money_back_port.h"
#include "tests/ui/looking.h"
#include "ui/common/theme.h"
#include "ui/events/event_flow.h"
#include "ui/events/events_page.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

using Stage = ui::MoneyBackPresenter::Stage;

struct Office {
    Office()
    {
        port.fill();
        port.effectNow.tickets = 70;
        port.effectNow.worth = Money{294'000, *Currency::fromCode("EUR")};
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
        settle();
    }
    /// Lets everything happen that follows from one another.
    void settle()
    {
        for (int i = 0; i < 12; ++i) {
            test::settle();
        }
    }
    void key(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        settle();
    }
    /// Begins, and goes on until so many steps were asked for; each takes a turn of the event loop.
    void startAndGo(int steps)
    {
        presenter().start(QStringLiteral("Flood"));
        for (int turn = 0; money.steps < steps && turn < 1'000; ++turn) {
            QApplication::processEvents();
        }
    }
    void press(const QString& words)
    {
        QPushButton* button = buttonOf(page, words);
        if (button == nullptr || !button->isEnabled()) {
            qFatal("no button %s", qPrintable(words));
        }
        button->click();
        settle();
    }
    bool says(const QString& words) { return test::says(page, words); }
    ui::MoneyBackPresenter& presenter() { return page.money(); }
    QListWidget& list()
    {
        for (auto* each : page.findChildren<QListWidget*>()) {
            if (each->accessibleName() == QStringLiteral("Who waits, and what to do")) {
                return *each;
            }
        }
        qFatal("no list");
    }
    /// The first date of the first event is cancelled, as an organizer does it.
    void cancelFirstDate()
    {
        page.presenter().open(port.cards[0].id);
        settle();
        page.flow().openStage(ui::EventStage::Dates);
        settle();
        press(QStringLiteral("Cancel this date…"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Flood"));
        key(Qt::Key_Return);
    }
    ui::MoneyBackScope scope() const
    {
        return {.event = EventId{eventUuid(1, 1)},
                .name = "Hamlet",
                .dates = {PerformanceId{eventUuid(8, 1)}},
                .startsAt = Instant{FakeEventsPort::kNow},
                .timeZone = "Europe/Berlin",
                .reason = "Flood"};
    }

    FakeEventsPort port;
    FakeMoneyBackPort money;
    ui::EventsPage page{port, money};
};

} // namespace

class TestMoneyBack final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCancelledDateLeadsToItsMoneyWithTheNumbersFirst()
    {
        Office office;
        office.money.fill(5, 2, 1, 1);
        office.cancelFirstDate();
        QCOMPARE(office.port.count<ui::CancelDate>(), 1);
        QCOMPARE(office.presenter().stage(), Stage::Asking);
        QVERIFY(office.says(QStringLiteral("Money back: Hamlet")));
        QVERIFY(office.says(QStringLiteral("Goes back by itself")));
        QVERIFY(office.says(QStringLiteral("5 order(s) · 10 ticket(s)")));
        QVERIFY(office.says(QStringLiteral("Phone/QR: €100.00")));
        QVERIFY(office.says(QStringLiteral("Cash: €40.00 · Card: €20.00")));
        QVERIFY(office.says(QStringLiteral("Give €100.00 back to the customers of 5 order(s)?")));
        QCOMPARE(office.money.steps, 0); // nothing before somebody says so
        auto* reason = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(reason != nullptr);
        QCOMPARE(reason->text(), QStringLiteral("Flood")); // as it was said already
        office.key(Qt::Key_Return);
        QCOMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.calls.back(), std::string{"begin Flood"});
        QCOMPARE(office.money.returned.size(), std::size_t{5});
        QVERIFY(office.says(QStringLiteral("5 order(s) were given back, with €100.00.")));
        QVERIFY(office.says(QStringLiteral("4 wait(s) for their customers")));
        QCOMPARE(office.list().count(), 4);
        QVERIFY(office.list().item(0)->text().contains(QStringLiteral("Paid in cash")));
        QVERIFY(office.list().item(2)->text().contains(QStringLiteral("terminal")));
        QVERIFY(office.list().item(3)->text().contains(QStringLiteral("still open")));
    }

    void nothingIsOfferedWhereNothingWasSold()
    {
        Office office;
        office.port.effectNow.tickets = 0;
        office.cancelFirstDate();
        QCOMPARE(office.port.count<ui::CancelDate>(), 1);
        QVERIFY(office.page.flow().isVisible());
        QVERIFY(office.money.calls.empty());
    }

    void whoWaitsLeadsToTheOrder()
    {
        Office office;
        office.money.fill(0, 2);
        office.cancelFirstDate();
        QVERIFY(office.says(QStringLiteral("Nothing goes back by itself.")));
        QVERIFY(buttonOf(office.page, QStringLiteral("Give it back")) == nullptr);
        QSignalSpy asked{&office.page, &ui::EventsPage::orderAsked};
        QCOMPARE(QApplication::focusWidget(), &office.list());
        office.key(Qt::Key_Down);
        office.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("QH22102Y"));
    }

    void aReasonIsNeededBeforeAnythingGoesBack()
    {
        Office office;
        office.money.fill(1, 0);
        office.cancelFirstDate();
        qobject_cast<QLineEdit*>(QApplication::focusWidget())->clear();
        office.key(Qt::Key_F9);
        QVERIFY(office.says(QStringLiteral("Say why")));
        QCOMPARE(office.money.steps, 0);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ice"));
        office.key(Qt::Key_F9);
        QCOMPARE(office.money.returned.size(), std::size_t{1});
    }

    void feesAreKeptWhereTheOrganizerWantsAndTheNumbersFollow()
    {
        Office office;
        office.money.fill(1, 0);
        office.cancelFirstDate();
        QCheckBox* fees = nullptr;
        for (auto* box : office.page.findChildren<QCheckBox*>()) {
            fees = box->text() == QStringLiteral("Fees go back, too") ? box : fees;
        }
        QVERIFY(fees != nullptr && fees->isVisible() && fees->isChecked());
        fees->click();
        office.settle();
        QCOMPARE(office.money.calls.back(), std::string{"look keeping fees"});
        QVERIFY(!fees->isChecked());
        QCOMPARE(office.presenter().stage(), Stage::Asking);
    }

    void itIsPausedBetweenTwoOrdersAndGoesOnWhereItWas()
    {
        Office office;
        office.money.fill(30, 1);
        office.cancelFirstDate();
        office.startAndGo(3);
        office.presenter().pause();
        const int steps = office.money.steps;
        office.settle();
        QCOMPARE(office.money.steps, steps); // none was begun after that
        QVERIFY(office.money.returned.size() < 30);
        QVERIFY(office.says(QStringLiteral("Paused: ")));
        office.press(QStringLiteral("Go on"));
        QTRY_COMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.returned.size(), std::size_t{30});
        QCOMPARE(office.money.steps, 31); // no order was looked at twice
    }

    void pausedAndGoneOnAtOnceIsOneWalk()
    {
        Office office;
        office.money.fill(10, 0);
        office.cancelFirstDate();
        office.startAndGo(2);
        office.presenter().pause();
        office.presenter().goOn();
        QTRY_COMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.steps, 10);
    }

    void itGoesOnBehindTheListAndIsShownThere()
    {
        Office office;
        office.money.fill(60, 0);
        office.cancelFirstDate();
        office.startAndGo(2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(office.page.flow().isVisible());
        QVERIFY(office.says(QStringLiteral("the money goes back.")));
        QVERIFY(office.presenter().isRunning());
        office.page.money().open(office.scope()); // what runs is not left for another
        QVERIFY(office.presenter().isRunning());
        ui::MoneyBackScope other = office.scope();
        other.dates = {PerformanceId{eventUuid(8, 2)}};
        office.page.money().open(other);
        QCOMPARE(office.presenter().scope().dates, office.scope().dates);
        QVERIFY(office.presenter().fault().contains(QStringLiteral("first")));
        buttonOf(office.page, QStringLiteral("Show"))->click();
        QVERIFY(office.presenter().fault().isEmpty());
        QVERIFY(!office.page.flow().isVisible());
        QTRY_COMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.returned.size(), std::size_t{60});
    }

    void whatWasInterruptedIsShownAndGoneOnWith()
    {
        Office office;
        office.money.fill(4, 0);
        office.money.begunAt = Instant{FakeEventsPort::kNow};
        office.money.reason = "Flood";
        office.money.open = {{office.scope(), Instant{FakeEventsPort::kNow}}};
        office.page.heard();
        office.settle();
        QVERIFY(office.says(QStringLiteral("giving the money back was begun")));
        office.press(QStringLiteral("Go on…"));
        QVERIFY(office.says(QStringLiteral("has not ended. Go on with it?")));
        QVERIFY(!office.says(QStringLiteral("Why; kept with each order"))); // it was said
        office.money.open.clear();
        office.key(Qt::Key_F9);
        QCOMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.returned.size(), std::size_t{4});
        office.key(Qt::Key_Escape);
        QVERIFY(!office.says(QStringLiteral("giving the money back was begun")));
    }

    void whatCannotBeFetchedIsSaidAndTriedAgain()
    {
        Office office;
        office.money.fill(3, 0);
        office.money.failing = {"QH22102Y"};
        office.cancelFirstDate();
        office.key(Qt::Key_Return);
        QVERIFY(office.says(QStringLiteral("1 could not be given back")));
        QVERIFY(office.list().item(0)->text().contains(QStringLiteral("at the counter “Foyer 2”")));
        QCOMPARE(office.money.returned.size(), std::size_t{2});
        office.money.failing.clear();
        office.key(Qt::Key_F9);
        QCOMPARE(office.presenter().stage(), Stage::Done);
        QCOMPARE(office.money.returned.size(), std::size_t{3});
        QVERIFY(buttonOf(office.page, QStringLiteral("Go on")) == nullptr);
    }

    void whoMayNotGoOnIsToldAndNothingIsLost()
    {
        Office office;
        office.money.fill(3, 0);
        office.cancelFirstDate();
        office.money.stepRefusal = refused("locked", "It is locked.");
        office.key(Qt::Key_Return);
        QCOMPARE(office.presenter().stage(), Stage::Paused);
        QVERIFY(!office.presenter().fault().isEmpty());
        QVERIFY(office.says(office.presenter().fault()));
        office.key(Qt::Key_F9);
        QCOMPARE(office.money.returned.size(), std::size_t{3});
    }

    void aRefusedBeginningLeavesTheQuestionAndItsReason()
    {
        Office office;
        office.money.fill(3, 0);
        office.money.beginRefusal = refused("over_limit", "That is too much.");
        office.cancelFirstDate();
        office.key(Qt::Key_Return);
        QCOMPARE(office.presenter().stage(), Stage::Asking);
        QVERIFY(office.says(office.presenter().fault()));
        QCOMPARE(office.money.steps, 0);
        office.money.beginRefusal.reset();
        office.key(Qt::Key_F9);
        QCOMPARE(office.money.calls.back(), std::string{"begin Flood"});
        QCOMPARE(office.money.returned.size(), std::size_t{3});
    }

    void itIsEndedWhereNobodyShallGoOn()
    {
        Office office;
        office.money.fill(3, 0);
        office.money.begunAt = Instant{FakeEventsPort::kNow};
        office.cancelFirstDate();
        office.press(QStringLiteral("Do not go on with it"));
        QCOMPARE(office.money.calls.back(), std::string{"end"});
        QVERIFY(office.page.flow().isVisible());
        QVERIFY(office.money.returned.empty());
    }

    void whatCouldNotBeReadIsSaidAndLookedForAgain()
    {
        Office office;
        office.money.fill(3, 0);
        office.money.lookRefusal = refused("unknown_performance", "It is not known.");
        office.cancelFirstDate();
        QVERIFY(office.says(QStringLiteral("Nothing was changed.")));
        office.money.lookRefusal.reset();
        office.press(QStringLiteral("Look again"));
        QCOMPARE(office.presenter().stage(), Stage::Asking);
    }

    void somebodyElseFindsItStoppedAndNotAsked()
    {
        Office office;
        office.money.fill(60, 0);
        office.cancelFirstDate();
        office.startAndGo(2);
        office.page.startOver();
        const int steps = office.money.steps;
        office.settle();
        QCOMPARE(office.money.steps, steps);
        QCOMPARE(office.presenter().stage(), Stage::Idle);
        QVERIFY(office.money.returned.size() < 60);
    }

    void everyControlOfItHasAName()
    {
        Office office;
        office.money.fill(5, 2);
        office.cancelFirstDate();
        for (QWidget* each : office.page.findChildren<QWidget*>()) {
            if (each->isVisible() && each->focusPolicy() != Qt::NoFocus &&
                each->focusProxy() == nullptr) {
                const auto* box = qobject_cast<QAbstractButton*>(each);
                const bool isNamed =
                    !each->accessibleName().isEmpty() || (box != nullptr && !box->text().isEmpty());
                QVERIFY2(isNamed, each->metaObject()->className());
            }
        }
    }
};

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    ui::applyTheme(application, ui::Palette::light());
    TestMoneyBack test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_money_back.moc"
