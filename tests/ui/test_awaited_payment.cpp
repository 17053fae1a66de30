// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A payment that a provider takes, as the clerk sees it: what is said when the network drops, and
// that nothing is taken twice.

#include "tests/ui/box_office.h"
#include "ui/common/payment_reasons.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/customer_display.h"
#include "ui/sell/provider_buttons.h"
#include "ui/sell/waiting_parts.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

using Phase = ui::AwaitedPresenter::Phase;
constexpr const char* kUrl = "https://box.example.org/p/Zx8kQ2mN4pR7sT1vW3yA5b";

/// A sale by phone that waits for the customer.
struct Waiting : BoxOffice {
    explicit Waiting(Qt::Key key = Qt::Key_F9)
    {
        page->presenter().addTickets(2);
        settle();
        QTest::keyClick(page, key, Qt::ShiftModifier);
        settle();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle();
    }
    ui::AwaitedPresenter& awaited() { return page->awaited(); }
    ProviderPayment& payment() { return port.awaited.watched.payment; }
    Phase phaseNow()
    {
        awaited().watch(port.lastOrder->id);
        settle();
        return awaited().phase();
    }
    void end(PaymentEnd how = PaymentEnd::Failed, const std::string& reason = "card_declined")
    {
        payment().endedAt = port.awaited.now;
        payment().end = how;
        payment().reason = reason;
    }
    QPushButton* button(const QString& words)
    {
        for (QPushButton* each : window.findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text().startsWith(words)) {
                return each;
            }
        }
        return nullptr;
    }
};

} // namespace

class TestAwaitedPayment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyAndEnterAskForTheWholeTotalByPhone()
    {
        Waiting story;
        QCOMPARE(story.port.requests.size(), std::size_t{1});
        const std::vector<Tender>& tenders = story.port.requests[0].tenders;
        QCOMPARE(tenders.size(), std::size_t{1});
        QVERIFY(tenders[0].method == PaymentMethod::Online);
        QCOMPARE(tenders[0].reference, std::string{"stripe"});
        QCOMPARE(tenders[0].tendered, story.port.lastOrder->total);
        QVERIFY(story.awaited().isWatching());
        QVERIFY(!story.page->presenter().lastSale());
    }

    void aReaderIsChosenByItsName()
    {
        Waiting story{Qt::Key_F10};
        QCOMPARE(story.port.requests[0].tenders[0].reference, std::string{"stripe:tmr_1"});
        story.port.goOn("awaiting_customer");
        QVERIFY(story.phaseNow() == Phase::Waiting);
        QVERIFY(story.says(QStringLiteral("Waiting for the card")));
        QVERIFY(story.says(QStringLiteral("Desk")));
        QVERIFY(!story.window.findChild<ui::QrView*>()->isVisible());
    }

    void theCodeIsShownOnceThereIsAPage()
    {
        Waiting story;
        QVERIFY(story.phaseNow() == Phase::Asking);
        story.port.goOn("awaiting_customer", kUrl);
        story.port.awaited.qrSize = 21;
        story.port.awaited.qrModules.assign(21 * 21, true);
        QVERIFY(story.phaseNow() == Phase::Waiting);
        auto* code = story.window.findChild<ui::QrView*>();
        QVERIFY(code->isVisible() && code->hasCode());
        QVERIFY(story.says(QLatin1String{kUrl}));
    }

    void whatIsSaidWhenTheNetworkDrops_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::addColumn<bool>("isOnline");
        QTest::addColumn<QString>("progress");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<bool>("mayPayInstead");
        QTest::newRow("before it was sent") << false << false << ""
                                            << "Not sent" << true;
        QTest::newRow("on its way") << false << true << ""
                                    << "Asking for the money …" << false;
        QTest::newRow("sent, and no answer") << true << false << "created"
                                             << "Checking …" << false;
        QTest::newRow("the provider is down") << true << true << "provider_unreachable"
                                              << "The provider does not answer" << true;
        QTest::newRow("what the provider says does not fit")
            << true << true << "held"
            << "Somebody has to look at it" << true;
        QTest::newRow("the customer is done") << true << true << "processing"
                                              << "Nearly done …" << false;
    }
    void whatIsSaidWhenTheNetworkDrops()
    {
        QFETCH(const bool, isSent);
        QFETCH(const bool, isOnline);
        QFETCH(const QString, progress);
        QFETCH(const QString, headline);
        QFETCH(const bool, mayPayInstead);
        Waiting story;
        story.port.awaited.watched.isSent = isSent;
        story.port.awaited.isOnline = isOnline;
        story.port.awaited.progress = progress.toStdString();
        (void)story.phaseNow();
        QCOMPARE(story.awaited().headline(), headline);
        QVERIFY(story.says(headline));
        QCOMPARE(story.awaited().canPayInstead(), mayPayInstead);
        QCOMPARE(story.button(QStringLiteral("Pay in cash instead")) != nullptr, mayPayInstead);
        QVERIFY(story.awaited().hasToInsist());
    }

    void cancellingIsNoEnd()
    {
        Waiting story;
        story.port.goOn("awaiting_customer", kUrl);
        (void)story.phaseNow();
        story.button(QStringLiteral("Cancel the payment"))->click();
        story.settle();
        QCOMPARE(story.port.cancels, 1);
        QVERIFY(story.awaited().phase() == Phase::Cancelling);
        QVERIFY(story.says(QStringLiteral("Cancelling …")));
        QVERIFY(!story.button(QStringLiteral("Cancel the payment"))->isEnabled());
    }

    void whatEndedSaysWhyAndIsPaidInCash()
    {
        Waiting story;
        story.port.goOn("failed");
        story.end();
        QVERIFY(story.phaseNow() == Phase::Ended);
        QVERIFY(story.awaited().sentence().contains(QStringLiteral("the card was declined")));
        QSignalSpy sold{&story.page->presenter(), &ui::SellPresenter::sold};
        story.button(QStringLiteral("Pay in cash instead"))->click();
        story.settle();
        story.named<QLineEdit>(QStringLiteral("Cash given"))->setText(QStringLiteral("100"));
        auto* fields = story.window.findChild<QLineEdit*>();
        QVERIFY(fields != nullptr);
        story.button(QStringLiteral("Take it"))->click();
        story.settle();
        QCOMPARE(story.port.insteads.size(), std::size_t{1});
        QVERIFY(story.port.insteads[0].open == OpenPayment::Refuse);
        QCOMPARE(sold.count(), 1);
        QVERIFY(!story.awaited().isWatching());
        QVERIFY(story.page->presenter().lastSale().has_value());
    }

    void aSecondTryAfterAFaultIsTheSamePayment()
    {
        Waiting story;
        story.end();
        story.port.insteadFault = storageError("disk_full", "The disk is full.");
        (void)story.phaseNow();
        story.awaited().payCash(story.awaited().openInCash());
        story.settle();
        story.port.insteadFault.reset();
        story.awaited().payCash(story.awaited().openInCash());
        story.settle();
        QCOMPARE(story.port.insteads.size(), std::size_t{2});
        QVERIFY(story.port.insteads[0].id == story.port.insteads[1].id);
    }

    void whatIsNotOverIsPaidInCashOnlyByInsisting()
    {
        Waiting story;
        story.port.awaited.isOnline = false;
        QVERIFY(story.phaseNow() == Phase::NotSent);
        story.awaited().payCash(story.awaited().openInCash());
        story.settle();
        QVERIFY(story.port.insteads.at(0).open == OpenPayment::Insist);
    }

    void whatEndedMayBeAskedForOnceMore()
    {
        Waiting story;
        story.end(PaymentEnd::Expired, {});
        (void)story.phaseNow();
        story.button(QStringLiteral("Ask once more"))->click();
        story.settle();
        QVERIFY(story.port.insteads.at(0).tender.method == PaymentMethod::Online);
        QVERIFY(story.awaited().isWatching());
        QVERIFY(story.awaited().phase() == Phase::Asking);
    }

    void moneyThatCameMakesItASaleAsAny()
    {
        Waiting story;
        QSignalSpy sold{&story.page->presenter(), &ui::SellPresenter::sold};
        story.port.goOn("succeeded", kUrl);
        story.payment().settledAt = story.port.awaited.now;
        story.payment().awaited = 0;
        story.awaited().watch(story.port.lastOrder->id);
        story.settle();
        QCOMPARE(sold.count(), 1);
        QVERIFY(!story.awaited().isWatching());
        QCOMPARE(story.page->presenter().lastSale()->awaitedMinor, std::int64_t{0});
    }

    void anOrderThatCannotBeReadJustNowIsReadAgain()
    {
        Waiting story;
        QSignalSpy sold{&story.page->presenter(), &ui::SellPresenter::sold};
        story.port.goOn("succeeded", kUrl);
        story.payment().settledAt = story.port.awaited.now;
        story.payment().awaited = 0;
        story.port.orderFault = storageError("disk_full", "The disk is full.");
        story.awaited().watch(story.port.lastOrder->id);
        story.settle();
        QCOMPARE(sold.count(), 0);
        QVERIFY(story.says(QStringLiteral("The disk is full.")));
        QTRY_COMPARE(sold.count(), 1);
    }

    void theNextCustomerIsServedMeanwhile()
    {
        Waiting story;
        story.button(QStringLiteral("Serve the next customer"))->click();
        story.settle();
        QVERIFY(!story.awaited().isWatching());
        QVERIFY(story.page->presenter().cart().items.empty());
        QCOMPARE(story.port.cancels, 0);
        story.page->watchPayment(story.port.lastOrder->id); // as from the screen of orders
        story.settle();
        QVERIFY(story.awaited().payment().has_value());
    }

    void theCustomerSeesWhatToDoOnTheirOwnScreen()
    {
        Waiting story;
        ui::CustomerDisplay display{story.page->presenter()};
        display.follow(story.awaited());
        display.show();
        story.port.goOn("awaiting_customer", kUrl);
        story.port.awaited.qrSize = 21;
        story.port.awaited.qrModules.assign(21 * 21, true);
        (void)story.phaseNow();
        QVERIFY(says(display, QStringLiteral("Please pay with your phone")));
        QVERIFY(display.findChild<ui::QrView*>()->isVisible());
        story.awaited().leave();
        story.settle();
        QVERIFY(!says(display, QStringLiteral("Please pay with your phone")));
        QVERIFY(!display.findChild<ui::QrView*>()->isVisible());
    }

    void withoutANetworkItSaysWhyAndOffersNothing()
    {
        Waiting story;
        story.awaited().leave();
        story.port.ways.whyNotLink = refused("online_needs_network", "No network.");
        story.port.ways.whyNotReader = story.port.ways.whyNotLink;
        story.page->refreshProviders();
        story.page->presenter().addTickets(1);
        story.settle();
        story.page->presenter().startPayment(PaymentMethod::Online);
        story.settle();
        QVERIFY(!story.button(QStringLiteral("Phone/QR"))->isEnabled());
        QVERIFY(story.says(QStringLiteral("No network.")));
    }

    void aHouseWithoutProvidersHasNoSuchButtonsInItsCart()
    {
        BoxOffice office{[](FakeSellPort& port) { port.ways.offers.clear(); }};
        QVERIFY(!office.window.findChild<ui::ProviderButtons*>()->isVisible());
        BoxOffice other;
        QVERIFY(other.window.findChild<ui::ProviderButtons*>()->isVisible());
    }

    void whatStandsOpenIsSaidInAFewWords()
    {
        WatchedPayment watched{ProviderPayment{.currency = *Currency::fromCode("EUR")},
                               {},
                               false,
                               true};
        ProviderPayment& payment = watched.payment;
        payment.amount = payment.awaited = 4'200;
        QCOMPARE(ui::standingText(watched), QStringLiteral("not sent to the server yet"));
        watched.isSent = true;
        QCOMPARE(ui::standingText(watched), QStringLiteral("waiting for the customer"));
        payment.endedAt = Instant{1'000};
        payment.settledAt = Instant{2'000};
        payment.awaited = -4'200;
        QVERIFY(ui::standingText(watched).startsWith(QStringLiteral("came late")));
        payment.refunds = {{{}, {3'000}, 4'200, RefundOutcome::Failed, "balance_insufficient"}};
        QVERIFY(ui::standingText(watched).contains(QStringLiteral("could not be given back")));
        payment.refunds = {{{}, {3'000}, 4'200, RefundOutcome::Done, {}}};
        payment.awaited = 0;
        QVERIFY(ui::standingText(watched).contains(QStringLiteral("given back")));
    }
};

QTEST_MAIN(TestAwaitedPayment)
#include "test_awaited_payment.moc"
