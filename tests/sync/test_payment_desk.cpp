// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Payments through providers, at the server: whatever gets lost and whoever dies, money is taken
// once, given back once where it came for nothing, and told to the counters once.

#include "tests/support/paying_house.h"

using namespace foyer;
using namespace foyer::test;
using server::Progress;

namespace {

using namespace std::chrono_literals;
using Fault = ScriptedProvider::Fault;

} // namespace

class PaymentDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsBegunPaidAndTold();
    void aReaderIsToldOnceAndItsYesIsCaptured();
    void aReaderThatIsBusyIsAskedAgain();
    void nothingIsTakenThatNobodyWantsAnyMore();
    void whatIsNotPaidInTimeEnds();
    void aDeclinedTryIsNoEnd();
    void aRefusedStartEnds();
    void testMoneyIsForAHouseForTestingAlone();
    void moneyThatComesTooLateGoesBack();
    void whatIsGivenBackAtTheCounterReachesTheProvider();
    void aRefundThatFailsWaitsForAPerson();
    void aRefundOnItsWayIsWatched();
    void whatWasTamperedWithIsHeld_data();
    void whatWasTamperedWithIsHeld();
    void everyAnswerMayGetLost();
    void everyStepMayBeTheLast();
    void anOldCallIsLookedUpAndNotSent();
    void hintsMayComeTwiceAndInAnyOrder();
    void allMayLookAtTheSameInstant();
    void theTimeMayEndWhileSomebodyPays();
    void whatNoWebhookToldIsFoundAllTheSame();
    void aProviderThatNeverCancelsIsNeverCaptured();
    void aCaptureThatIsDeclinedIsNotTriedForEver();
    void aPageIsKnownByItsTokenAlone();
};

void PaymentDeskTest::aPaymentIsBegunPaidAndTold()
{
    PayingHouse house;
    const Order order = house.sell();
    QCOMPARE(house.provider->payments.size(), std::size_t{0}); // the entry says it, and no more
    house.runDue();
    const std::string reference = house.provider->only();
    QCOMPARE(house.work(order).page, std::string{"https://pay.test/pay_1"});
    QVERIFY(house.known(order).isOpen());
    house.provider->pay(reference);
    house.runOn(10s);
    QVERIFY(house.known(order).settledAt.has_value());
    QCOMPARE(house.awaited(order), std::int64_t{0});
    QCOMPARE(house.account("provider_clearing"), order.total.minor());
    QCOMPARE(house.net.difference(), std::string{});
    house.runOn();
    QCOMPARE(house.entries(kind::kPaymentSettled), std::int64_t{1});
    QCOMPARE(house.provider->changes, 1);
}

void PaymentDeskTest::aReaderIsToldOnceAndItsYesIsCaptured()
{
    PayingHouse house;
    const Order order = house.sell(0, PaymentMethod::Reader);
    house.runOn(10s);
    QCOMPARE(house.provider->presented, (std::vector<std::string>{"tmr_1"}));
    house.provider->pay(house.provider->only());
    QCOMPARE(house.provider->payments.begin()->second.captured, 0); // a yes is not yet money
    house.runOn(10s);
    QVERIFY(house.known(order).settledAt.has_value());
    QCOMPARE(house.provider->payments.begin()->second.captured, 1);
}

void PaymentDeskTest::aReaderThatIsBusyIsAskedAgain()
{
    PayingHouse house;
    const Order order = house.sell(0, PaymentMethod::Reader);
    house.provider->isReaderBusy = true;
    house.runOn(10s);
    QVERIFY(house.provider->presented.empty());
    QCOMPARE(house.work(order).problem, std::string{});
    house.provider->isReaderBusy = false;
    house.runOn(30s);
    QCOMPARE(house.provider->presented.size(), std::size_t{1});
}

void PaymentDeskTest::nothingIsTakenThatNobodyWantsAnyMore()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    QVERIFY(cancelProviderPayment(house.net.counter(0), house.paymentOf(order)).has_value());
    house.net.settle();
    house.runOn(1min);
    QCOMPARE(house.provider->payments.begin()->second.progress, Progress::Canceled);
    QCOMPARE(house.endOf(order), std::optional{PaymentEnd::Canceled});
    // One that was cancelled before anybody heard of it is never begun.
    const Order second = house.sell();
    QVERIFY(cancelProviderPayment(house.net.counter(0), house.paymentOf(second)).has_value());
    house.net.settle();
    house.runOn(1min);
    QCOMPARE(house.provider->payments.size(), std::size_t{1});
    QCOMPARE(house.endOf(second), std::optional{PaymentEnd::Canceled});
}

void PaymentDeskTest::whatIsNotPaidInTimeEnds()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runOn(); // longer than any payment is waited for
    QCOMPARE(house.endOf(order), std::optional{PaymentEnd::Expired});
    QCOMPARE(house.provider->payments.begin()->second.progress, Progress::Canceled);
    QCOMPARE(house.awaited(order), order.total.minor()); // the order itself is the counter's
    // Somebody is just paying while the time ends: that counts.
    const Order late = house.sell();
    house.runDue();
    house.provider->cancelIsTooLate = true;
    house.runOn(40min);
    QVERIFY(house.known(late).isOpen());
    house.provider->pay("pay_2");
    house.runOn(1min);
    QVERIFY(house.known(late).settledAt.has_value());
    QVERIFY(!house.endOf(late).has_value());
}

void PaymentDeskTest::aDeclinedTryIsNoEnd()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    house.provider->decline(house.provider->only(), "card_declined");
    house.runOn(10s);
    QCOMPARE(house.work(order).problem, std::string{"card_declined"});
    QVERIFY(house.known(order).isOpen());
    house.provider->pay(house.provider->only());
    house.runOn(10s);
    QVERIFY(house.known(order).settledAt.has_value());
}

void PaymentDeskTest::aRefusedStartEnds()
{
    PayingHouse house;
    house.provider->startRefusal = "amount_too_small";
    const Order order = house.sell();
    house.runOn(1min);
    QCOMPARE(house.endOf(order), std::optional{PaymentEnd::Failed});
    QCOMPARE(house.known(order).reason, std::string{"amount_too_small"});
}

void PaymentDeskTest::testMoneyIsForAHouseForTestingAlone()
{
    PayingHouse house{false};
    const Order order = house.sell();
    house.runOn();
    QVERIFY(house.endOf(order) == PaymentEnd::Failed);
    QCOMPARE(house.known(order).reason, std::string{"not_offered"});
    QVERIFY(house.provider->payments.empty()); // nobody asked for anything
}

void PaymentDeskTest::moneyThatComesTooLateGoesBack()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    QVERIFY(cancelProviderPayment(house.net.counter(0), house.paymentOf(order)).has_value());
    house.net.settle();
    house.runOn(1min);
    QVERIFY(voidOrder(house.net.counter(0), order.code, "not paid").has_value());
    house.net.settle();
    house.runOn();
    QCOMPARE(house.awaited(order), std::int64_t{0});
    // The provider said that it had ended. It had not.
    house.provider->pay(house.provider->only(), true);
    house.provider->payments.begin()->second.progress = Progress::Succeeded;
    const std::string hint = "signed " + house.provider->only();
    QCOMPARE(house.desk().hear(house.database(), "stripe", {{}, {hint.begin(), hint.end()}}).kind,
             server::WebhookVerdict::Kind::Valid);
    house.runOn();
    QVERIFY(house.known(order).settledAt.has_value());
    const auto& payment = house.provider->payments.begin()->second;
    QCOMPARE(payment.refunds.size(), std::size_t{1});
    QCOMPARE(payment.refunds.front().amount, order.total);
    QCOMPARE(house.awaited(order), std::int64_t{0});
    QCOMPARE(house.account("provider_clearing"), std::int64_t{0});
    QCOMPARE(house.net.difference(), std::string{});
}

void PaymentDeskTest::whatIsGivenBackAtTheCounterReachesTheProvider()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    house.provider->pay(house.provider->only());
    house.runOn(10s);
    QCOMPARE(house.known(order).isOpen(), false);
    QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
    house.net.settle();
    house.runOn();
    QCOMPARE(house.provider->payments.begin()->second.refunds.size(), std::size_t{1});
    QCOMPARE(house.awaited(order), std::int64_t{0});
    QCOMPARE(house.account("provider_clearing"), std::int64_t{0});
    house.restart();
    house.runOn();
    QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
}

void PaymentDeskTest::aRefundThatFailsWaitsForAPerson()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    house.provider->pay(house.provider->only());
    house.runOn(10s);
    house.provider->refundRefusal = "balance_insufficient";
    QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
    house.net.settle();
    house.runOn();
    QCOMPARE(house.awaited(order), -order.total.minor()); // still owed
    QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
    house.provider->refundRefusal.clear();
    house.runOn(); // and nobody tries on and on
    QVERIFY(house.provider->payments.begin()->second.refunds.empty());
    QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{1});
}

void PaymentDeskTest::aRefundOnItsWayIsWatched()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    house.provider->pay(house.provider->only());
    house.runOn(10s);
    house.provider->refundsArePending = true;
    QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
    house.net.settle();
    house.runOn(30min);
    QCOMPARE(house.entries(kind::kPaymentRefunded), std::int64_t{0}); // on its way is not done
    auto& refund = house.provider->payments.begin()->second.refunds.front();
    refund.state = server::RefundSnapshot::State::Done;
    house.runOn(2h);
    QCOMPARE(house.awaited(order), std::int64_t{0});
    // A bank sends it back: it is owed again.
    refund.state = server::RefundSnapshot::State::Failed;
    refund.reason = "lost_or_stolen_card";
    const std::string hint = "signed " + house.provider->only();
    (void)house.desk().hear(house.database(), "stripe", {{}, {hint.begin(), hint.end()}});
    house.runOn();
    QCOMPARE(house.awaited(order), -order.total.minor());
    QCOMPARE(house.provider->payments.begin()->second.refunds.size(), std::size_t{1});
}

void PaymentDeskTest::whatWasTamperedWithIsHeld_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("amount") << 0;
    QTest::newRow("payment") << 1;
    QTest::newRow("real money") << 2;
}

void PaymentDeskTest::whatWasTamperedWithIsHeld()
{
    QFETCH(int, what);
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    auto& payment = house.provider->payments.begin()->second;
    house.provider->pay(house.provider->only());
    if (what == 0) {
        payment.tampered = Money{1, kEuro};
    } else if (what == 1) {
        payment.tamperedId = PaymentId{Uuid::v8({9})};
    } else {
        payment.isLive = true;
    }
    house.runOn();
    QVERIFY(!house.work(order).held.empty());
    QVERIFY(!house.known(order).settledAt.has_value());
    QCOMPARE(readHeldPayments(house.database(), house.net.authority().organizer()).size(),
             std::size_t{1});
}

void PaymentDeskTest::everyAnswerMayGetLost()
{
    for (const PaymentMethod method : {PaymentMethod::Online, PaymentMethod::Reader}) {
        PayingHouse house;
        const int calls = house.live(method);
        QVERIFY(calls > 5);
        for (const Fault fault : {Fault::NotSent, Fault::AnswerLost}) {
            for (int at = 0; at < calls + 3; ++at) {
                house.provider->failAt(at, fault);
                (void)house.live(method);
            }
        }
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.account("provider_clearing"), std::int64_t{0});
    }
}

void PaymentDeskTest::everyStepMayBeTheLast()
{
    for (const PaymentMethod method : {PaymentMethod::Online, PaymentMethod::Reader}) {
        PayingHouse house;
        const int calls = house.live(method);
        for (const Fault fault : {Fault::KillBefore, Fault::KillAfter}) {
            for (int at = 0; at < calls; ++at) {
                house.provider->failAt(at, fault);
                (void)house.live(method);
            }
        }
        QVERIFY(house.killed > calls);
        QCOMPARE(house.net.difference(), std::string{});
        QCOMPARE(house.account("provider_clearing"), std::int64_t{0});
    }
}

void PaymentDeskTest::anOldCallIsLookedUpAndNotSent()
{
    PayingHouse house;
    const Order order = house.sell();
    house.provider->keyRetention = 0h; // the provider forgets at once
    house.provider->failAt(0, Fault::AnswerLost);
    house.runOn(20s);
    QCOMPARE(house.provider->payments.size(), std::size_t{1}); // found, and not begun again
    house.provider->pay(house.provider->only());
    house.runOn(10s);
    // A refund whose answer is lost is looked for, too, before it is asked for once more.
    QVERIFY(voidOrder(house.net.counter(0), order.code, "ill").has_value());
    house.net.settle();
    house.provider->failAt(1, Fault::AnswerLost);
    house.runOn(2h);
    QCOMPARE(house.provider->payments.begin()->second.refunds.size(), std::size_t{1});
    QCOMPARE(house.awaited(order), std::int64_t{0});
    // One that never arrived is asked for once more.
    const Order second = house.sell();
    house.runDue();
    house.provider->pay("pay_2");
    house.runOn(10s);
    QVERIFY(voidOrder(house.net.counter(0), second.code, "ill").has_value());
    house.net.settle();
    house.provider->failAt(1, Fault::NotSent);
    house.runOn(2h);
    QCOMPARE(house.provider->payments.at("pay_2").refunds.size(), std::size_t{1});
    QCOMPARE(house.awaited(second), std::int64_t{0});
}

void PaymentDeskTest::hintsMayComeTwiceAndInAnyOrder()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runDue();
    const auto hear = [&](const std::string& text) {
        return house.desk().hear(house.database(), "stripe", {{}, {text.begin(), text.end()}}).kind;
    };
    using Kind = server::WebhookVerdict::Kind;
    QCOMPARE(hear("signed pay_99"), Kind::Valid); // of somebody else
    QCOMPARE(hear("pay_1"), Kind::Forged);
    QCOMPARE(house.desk().hear(house.database(), "nobody", {}).kind, Kind::Forged);
    house.provider->pay("pay_1");
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(hear("signed pay_1"), Kind::Valid);
        if (i % 2 == 0) {
            house.runDue();
        }
    }
    house.runOn();
    QVERIFY(house.known(order).settledAt.has_value());
    QCOMPARE(house.entries(kind::kPaymentSettled), std::int64_t{1});
}

void PaymentDeskTest::allMayLookAtTheSameInstant()
{
    constexpr int kHouses = 20; // a counter has few places in hand
    constexpr int kOrders = 5;
    for (int i = 0; i < kHouses; ++i) {
        PayingHouse house;
        for (int j = 0; j < kOrders; ++j) {
            const Order order =
                house.sell(0, j % 2 == 0 ? PaymentMethod::Online : PaymentMethod::Reader);
            house.runDue();
            const std::string reference = house.work(order).reference;
            house.provider->pay(reference);
            house.net.clock().pass(5'000);
            house.runAllAtOnce(order, 2);
            house.runOn(10s);
            QVERIFY(house.known(order).settledAt.has_value());
            QCOMPARE(house.provider->payments.at(reference).captured, 1);
            QVERIFY(house.provider->payments.at(reference).refunds.empty());
            QCOMPARE(house.entries(kind::kPaymentSettled), std::int64_t{j + 1});
            QCOMPARE(house.awaited(order), std::int64_t{0});
        }
        QCOMPARE(house.entries(kind::kPaymentEnded), std::int64_t{0});
        QCOMPARE(house.net.difference(), std::string{});
    }
}

void PaymentDeskTest::theTimeMayEndWhileSomebodyPays()
{
    for (const PaymentMethod method : {PaymentMethod::Online, PaymentMethod::Reader}) {
        PayingHouse house;
        int paid = 0;
        bool isReached = true;
        for (int at = 0; isReached; ++at) {
            const Order order = house.sell(0, method);
            house.runDue();
            const std::string reference = house.work(order).reference;
            house.net.clock().pass(house.work(order).expiresAt.ms - house.net.clock().now().ms);
            isReached = false;
            house.provider->doAt(at, [&] {
                isReached = true;
                auto& payment = house.provider->payments.at(reference);
                if (payment.progress == Progress::Created) {
                    house.provider->pay(reference);
                }
            });
            house.runOn(2h);
            const bool isTaken = house.provider->payments.at(reference).captured == 1;
            paid += isTaken ? 1 : 0;
            QCOMPARE(house.known(order).settledAt.has_value(), isTaken);
            QCOMPARE(house.known(order).endedAt.has_value(), !isTaken);
            QVERIFY(house.provider->payments.at(reference).refunds.empty());
            QCOMPARE(house.awaited(order), isTaken ? 0 : order.total.minor());
        }
        QVERIFY(paid > 0);
        QCOMPARE(house.net.difference(), std::string{});
    }
}

void PaymentDeskTest::whatNoWebhookToldIsFoundAllTheSame()
{
    PayingHouse house;
    const Order order = house.sell();
    house.runOn(); // nobody pays, and it ends
    QCOMPARE(house.endOf(order), std::optional{PaymentEnd::Expired});
    house.provider->payments.at("pay_1").progress = Progress::Succeeded; // it was paid all the same
    house.provider->payments.at("pay_1").captured = 1;
    house.runOn(3h);
    QVERIFY(!house.known(order).settledAt.has_value());
    house.provider->changed = {"pay_1", "pay_of_nobody"};
    house.runOn(2h);
    QVERIFY(house.known(order).settledAt.has_value());
}

/// As with PayPal: what is not captured is not paid, so the end is ours to say.
void PaymentDeskTest::aProviderThatNeverCancelsIsNeverCaptured()
{
    PayingHouse house;
    house.provider->canCancel = false;
    const Order order = house.sell();
    house.runDue();
    QVERIFY(cancelProviderPayment(house.net.counter(0), house.paymentOf(order)).has_value());
    house.net.settle();
    house.runOn(1min);
    QCOMPARE(house.endOf(order), std::optional{PaymentEnd::Canceled});
    house.provider->pay("pay_1"); // the customer approves it all the same
    const std::string hint = "signed pay_1";
    (void)house.desk().hear(house.database(), "stripe", {{}, {hint.begin(), hint.end()}});
    house.runOn();
    QCOMPARE(house.provider->payments.at("pay_1").captured, 0);
    QVERIFY(!house.known(order).settledAt.has_value());
    // One that is wanted is captured.
    const Order second = house.sell();
    house.runDue();
    house.provider->pay("pay_2");
    house.runOn(10s);
    QCOMPARE(house.provider->payments.at("pay_2").captured, 1);
    QVERIFY(house.known(second).settledAt.has_value());
}

void PaymentDeskTest::aCaptureThatIsDeclinedIsNotTriedForEver()
{
    PayingHouse house;
    house.provider->canCancel = false;
    house.provider->captureRefusal = "INSTRUMENT_DECLINED";
    const Order order = house.sell();
    house.runDue();
    house.provider->pay("pay_1");
    house.runOn(5min);
    QVERIFY(house.provider->captures > 1);
    QVERIFY(house.provider->captures <= 5);
    QVERIFY(house.known(order).isOpen());
    house.provider->captureRefusal.clear(); // another card
    house.runOn(10min);
    QVERIFY(house.known(order).settledAt.has_value());
    // One that stays declined ends with its time.
    house.provider->captureRefusal = "INSTRUMENT_DECLINED";
    const Order second = house.sell();
    house.runDue();
    house.provider->pay("pay_2");
    house.runOn(40min);
    QCOMPARE(house.endOf(second), std::optional{PaymentEnd::Expired});
}

void PaymentDeskTest::aPageIsKnownByItsTokenAlone()
{
    PayingHouse house;
    const Order order = house.sell();
    const PaymentWork work = house.work(order);
    const std::string page = house.desk().pageOf(work);
    QVERIFY(page.starts_with("https://box.test/p/"));
    const std::string token = page.substr(std::string{"https://box.test/p/"}.size());
    QCOMPARE(token.size(), std::size_t{22});
    QCOMPARE(server::PaymentDesk::tokenIn(token), std::optional{work.token});
    QVERIFY(!server::PaymentDesk::tokenIn("pay_1").has_value());
    QVERIFY(!server::PaymentDesk::tokenIn("").has_value());
    QVERIFY(page.find(work.payment.text()) == std::string::npos);
    QVERIFY(page.find(order.code) == std::string::npos);
}

QTEST_GUILESS_MAIN(PaymentDeskTest)
#include "test_payment_desk.moc"
