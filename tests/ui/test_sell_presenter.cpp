// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fake_sell_port.h"
#include "ui/sell/performance_list_model.h"
#include "ui/sell/sell_presenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace foyer;
using namespace foyer::test;
using ui::SellPresenter;

namespace {

/// A presenter whose list is read and whose first performance is open.
struct Counter {
    Counter()
    {
        presenter.reload();
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QApplication::processEvents();
        }
    }
    void quotedCart()
    {
        presenter.addTickets(2);
        settle();
    }
    std::vector<Tender> exactCash() const
    {
        return {{PaymentMethod::Cash, presenter.quoted()->total, {}}};
    }

    FakeSellPort port;
    SellPresenter presenter{port};
};

} // namespace

class TestSellPresenter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheNextPerformanceByItself()
    {
        const Counter counter;
        QVERIFY(counter.presenter.current());
        QCOMPARE(counter.presenter.current()->offer->event.name, std::string{"Hamlet"});
        QCOMPARE(counter.presenter.selectedType()->name, std::string{"Adult"});
    }

    void takesTheBestSeatsAndQuotesThem()
    {
        Counter counter;
        counter.quotedCart();
        QCOMPARE(counter.presenter.cart().items.size(), 2U);
        QVERIFY(counter.presenter.quoted());
        QCOMPARE(counter.presenter.quoted()->total.minor(), 8600);
    }

    void givesDifferentSeatsToKeysTypedFasterThanAnswers()
    {
        Counter counter;
        counter.presenter.addTickets(2);
        counter.presenter.addTickets(2);
        counter.presenter.addTickets(3);
        Counter::settle();
        const auto seats = counter.presenter.chosenSeats();
        QCOMPARE(seats.size(), 7U);
        QCOMPARE(std::set(seats.begin(), seats.end()).size(), 7U);
    }

    void opensAPaymentAskedForBeforeThePriceWasThere()
    {
        Counter counter;
        QSignalSpy started{&counter.presenter, &SellPresenter::paymentStarted};
        counter.presenter.addTickets(2);
        QVERIFY(!counter.presenter.startPayment(PaymentMethod::CardTerminal));
        Counter::settle();
        QCOMPARE(started.size(), 1);
        QCOMPARE(started[0][0].value<PaymentMethod>(), PaymentMethod::CardTerminal);
        QCOMPARE(counter.presenter.cart().items.size(), 2U);
    }

    void startsNoPaymentForAnEmptyCart()
    {
        Counter counter;
        QVERIFY(!counter.presenter.startPayment());
        counter.presenter.addTickets(1);
        Counter::settle();
        QCOMPARE(counter.presenter.stage(), SellPresenter::Stage::Choosing);
    }

    void sellsOnceHoweverOftenItIsConfirmed()
    {
        Counter counter;
        counter.quotedCart();
        counter.presenter.startPayment();
        const auto cash = counter.exactCash();
        counter.presenter.confirm(cash);
        counter.presenter.confirm(cash);
        QCOMPARE(counter.presenter.stage(), SellPresenter::Stage::Writing);
        QVERIFY(!counter.presenter.lastSale()); // not said to be sold before it is
        Counter::settle();
        counter.presenter.confirm(cash);
        QCOMPARE(counter.port.requests.size(), 1U);
        QVERIFY(counter.presenter.lastSale());
        QVERIFY(counter.presenter.cart().items.empty());
    }

    void retriesAFailedSaleAsTheSameOrder()
    {
        Counter counter;
        counter.quotedCart();
        counter.presenter.startPayment();
        counter.port.sellFault = storageError("disk_full", "The disk is full. Free some space.");
        counter.presenter.confirm(counter.exactCash());
        Counter::settle();
        QCOMPARE(counter.presenter.stage(), SellPresenter::Stage::Paying);
        QCOMPARE(counter.presenter.cart().items.size(), 2U);
        counter.port.sellFault.reset();
        counter.presenter.confirm(counter.exactCash());
        Counter::settle();
        QCOMPARE(counter.port.requests.size(), 2U);
        QCOMPARE(counter.port.requests[0].id, counter.port.requests[1].id);
        QCOMPARE(counter.port.sold.size(), 1U);
    }

    void showsTheNewPriceWhereItChangedAndSaysIt()
    {
        Counter counter;
        counter.quotedCart();
        counter.presenter.startPayment();
        counter.port.sellFault = refused("price_changed", "The price has changed.");
        QSignalSpy failed{&counter.presenter, &SellPresenter::failed};
        auto dearer = std::make_shared<Offer>(*counter.port.seated);
        for (auto& price : dearer->types[0].prices) {
            price.second += 500;
        }
        const auto cash = counter.exactCash();
        counter.port.seated = dearer;
        counter.presenter.confirm(cash);
        Counter::settle();
        QCOMPARE(counter.presenter.stage(), SellPresenter::Stage::Choosing);
        QVERIFY(failed.last()[0].toString().contains(QStringLiteral("price")));
        QCOMPARE(counter.presenter.quoted()->total.minor(), 9600);
        QCOMPARE(counter.presenter.cart().items.size(), 2U);
    }

    void undoesWhatWasRemoved()
    {
        Counter counter;
        counter.quotedCart();
        const Cart before = counter.presenter.cart();
        counter.presenter.clearCart();
        QVERIFY(counter.presenter.cart().items.empty());
        counter.presenter.undoRemoval();
        QCOMPARE(counter.presenter.cart(), before);
        QVERIFY(!counter.presenter.canUndoRemoval());
    }

    void cyclesThroughTypesOfOneLetter()
    {
        Counter counter;
        QVERIFY(counter.presenter.selectTypeByLetter(u'c'));
        QCOMPARE(counter.presenter.selectedType()->name, std::string{"Child"});
        QVERIFY(counter.presenter.selectTypeByLetter(u'C'));
        QCOMPARE(counter.presenter.selectedType()->name, std::string{"Companion"});
        QVERIFY(!counter.presenter.selectTypeByLetter(u'x'));
    }

    void countsStandingPlacesUpAndDown()
    {
        Counter counter;
        counter.presenter.openPerformance(counter.port.standing->performance.id);
        Counter::settle();
        const auto type = counter.port.standing->types[1].id;
        const auto place = counter.port.standing->categories[0].id;
        counter.presenter.addPlace(type, place);
        counter.presenter.addPlace(type, place);
        QCOMPARE(counter.presenter.placesChosen(type, place), 2U);
        counter.presenter.removePlace(type, place);
        QCOMPARE(counter.presenter.placesChosen(type, place), 1U);
        Counter::settle();
        QCOMPARE(counter.presenter.quoted()->total.minor(), 2300);
    }

    void saysWhatIsMissingWhereSeatsRunOut()
    {
        Counter counter;
        QSignalSpy failed{&counter.presenter, &SellPresenter::failed};
        std::ranges::fill(counter.port.seats, SeatState::Sold);
        counter.presenter.addTickets(2);
        Counter::settle();
        QVERIFY(!failed.last()[0].toString().isEmpty());
        QVERIFY(counter.presenter.cart().items.empty());
    }

    void ignoresAnswersToOlderSearches()
    {
        Counter counter;
        counter.port.held = true;
        counter.presenter.searchFor(QStringLiteral("ham"));
        counter.presenter.searchFor(QStringLiteral("jazz"));
        counter.port.answer();
        QCOMPARE(counter.presenter.performances().size(), 1U);
        QCOMPARE(counter.presenter.performances()[0].event, std::string{"Late jazz"});
    }

    void keepsTheListModelSound()
    {
        ui::PerformanceListModel model;
        const QAbstractItemModelTester tester{
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        const Counter counter;
        model.setPerformances(counter.presenter.performances(), FixedClock{}.now());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(ui::PerformanceListModel::HeadingRole).toString(),
                 QStringLiteral("Today"));
        QVERIFY(model.index(1, 0).data(ui::PerformanceListModel::HeadingRole).toString().isEmpty());
        model.setPerformances({}, FixedClock{}.now());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestSellPresenter)
#include "test_sell_presenter.moc"
