// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Payments through providers, at the server: whatever gets lost and whoever dies, money is taken
// once, given back once where it came for nothing, and told to the counters once.

#include "core/services/provider_payments.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"
#include "core/storage/job_store.h"
#include "core/storage/provider_payment_store.h"
#include "sync/server/payments/reconciliation.h"
#include "tests/support/box_office_net.h"
#include "tests/support/provider_authority.h"
#include "tests/support/scripted_provider.h"

#include <QTest>

#include <chrono>
#include <memory>

using namespace foyer;
using namespace foyer::test;
using server::Progress;

namespace {

using namespace std::chrono_literals;
using Fault = ScriptedProvider::Fault;

const Currency kEuro = *Currency::fromCode("EUR");

/// A house with a counter, a server that takes payments, and a provider that does what a test says.
class PayingHouse {
public:
    PayingHouse() : m_database{Database::open(net.serverFile(), Database::Mode::ReadWrite)}
    {
        ENSURE(
            keepPaymentOffers(net.counter(0), {{"stripe", true, {{"tmr_1", "Desk"}}}}).has_value());
        restart();
    }
    /// The server's process ends and begins anew: what was in memory is gone.
    void restart()
    {
        m_reconciliation.reset();
        m_desk.reset();
        m_authority.reset();
        m_authority = std::make_unique<server::AuthorityDesk>(
            [this] { return Database::open(net.serverFile(), Database::Mode::ReadWrite); },
            [this](OrganizerId) { return net.authority().keys(); },
            [](OrganizerId, std::int64_t) {}, net.clock(), m_systemRandom);
        server::PaymentOptions options;
        options.providers["stripe"] = {provider, {{"tmr_1", "Desk"}}};
        options.publicUrl = "https://box.test";
        options.isTest = true;
        m_desk =
            std::make_unique<server::PaymentDesk>(std::move(options), *m_authority, net.clock(),
                                                  m_systemRandom, m_log, m_metrics);
        m_desk->follow(m_authority->followUps());
        m_reconciliation =
            std::make_unique<server::Reconciliation>(*m_desk, net.clock(), m_systemRandom, m_log,
                                                     m_metrics);
        m_reconciliation->follow(m_authority->followUps());
        net.authority().followWith(&m_authority->followUps());
    }
    server::PaymentDesk& desk() { return *m_desk; }
    Database& database() { return *m_database; }

    Order sell(std::int64_t part = 0, PaymentMethod method = PaymentMethod::Online)
    {
        net.clock().pass(1'000);
        SaleRequest request;
        request.id = OrderId{Uuid::v7(net.clock().now(), net.random())};
        request.cart.items = {net.standing(0), net.standing(0)};
        const auto price = quote(net.counter(0), request.cart);
        ENSURE(price.has_value());
        const Money total = price->total;
        const Money online = part == 0 ? total : Money{part, kEuro};
        request.tenders = {
            {method, online, method == PaymentMethod::Online ? "stripe" : "stripe:tmr_1"}};
        if (online < total) {
            request.tenders.push_back({PaymentMethod::Cash, total - online, {}});
        }
        auto order = foyer::sell(net.counter(0), request);
        ENSURE(order.has_value());
        net.settle();
        return *order;
    }
    PaymentId paymentOf(const Order& order)
    {
        return providerPaymentsOf(net.counter(0), order.id)->back().payment.id;
    }
    ProviderPayment known(const Order& order)
    {
        net.settle();
        return providerPaymentsOf(net.counter(0), order.id)->back().payment;
    }
    std::optional<PaymentEnd> endOf(const Order& order)
    {
        const ProviderPayment payment = known(order);
        return payment.endedAt ? std::optional{payment.end} : std::nullopt;
    }
    PaymentWork work(const Order& order)
    {
        return *readPaymentWork(*m_database, net.authority().organizer(), paymentOf(order));
    }
    std::int64_t awaited(const Order& order)
    {
        return readAwaited(*m_database, net.authority().organizer(), paymentOf(order));
    }

    /// Does what is due, as the runner of jobs would; a process that is killed begins anew. Returns
    /// how often it was killed.
    int runDue()
    {
        int dead = 0;
        for (int i = 0; i < 200; ++i) {
            const auto job = claim();
            if (!job) {
                return dead;
            }
            try {
                finish(*job,
                       job->kind == server::PaymentDesk::kJob
                           ? m_desk->job().work(*m_database, *job)
                           : job->kind == server::PaymentDesk::kGapsJob
                           ? m_desk->gapsJob().work(*m_database, *job)
                           : m_reconciliation->job().work(*m_database, *job));
            } catch (const Killed&) {
                ++dead;
                m_database = Database::open(net.serverFile(), Database::Mode::ReadWrite);
                restart();
                net.clock().pass(40'000); // its lease has run out
            }
        }
        qFatal("it goes on and on");
    }
    /// The same, with time going by, until nothing is to be done within an hour.
    void runOn(std::chrono::milliseconds time = 60min)
    {
        const Instant until{net.clock().now().ms + time.count()};
        killed += runDue();
        for (auto due = nextJobDue(*m_database); due && due->ms < until.ms;
             due = nextJobDue(*m_database)) {
            net.clock().pass(std::max<std::int64_t>(due->ms - net.clock().now().ms, 1));
            killed += runDue();
        }
        net.settle();
    }
    /// Compares the books with the account now; the kinds of the cases that are open then.
    std::string reconcile()
    {
        net.clock().pass(1'000);
        {
            Transaction transaction{*m_database};
            m_reconciliation->runNow(*m_database, net.authority().organizer());
            transaction.commit();
        }
        runDue();
        std::string kinds;
        for (const SettlementCase& open : readOpenCases(*m_database, net.authority().organizer())) {
            kinds += (kinds.empty() ? "" : " ") + open.kind;
        }
        return kinds;
    }
    /// What the provider writes into its account for a payment.
    server::SettlementLine line(const Order& order, const std::string& reference,
                                server::SettlementLine::Type type, std::int64_t gross,
                                std::int64_t fee = 25)
    {
        return {.reference = reference,
                .type = type,
                .payment = work(order).reference,
                .gross = Money{gross, kEuro},
                .fee = Money{fee, kEuro},
                .net = Money{gross - fee, kEuro},
                .at = net.clock().now()};
    }
    Order paid()
    {
        const Order order = sell();
        runDue();
        provider->pay(work(order).reference);
        runOn(10s);
        ENSURE(known(order).settledAt.has_value());
        return order;
    }
    /// A payment that is paid and then given back, whatever happens to it on its way: taken once,
    /// given back once, told once. Returns how many calls that took.
    int live(PaymentMethod method)
    {
        const int before = provider->calls();
        const std::size_t payments = provider->payments.size();
        const auto settled = entries(kind::kPaymentSettled);
        const auto refunded = entries(kind::kPaymentRefunded);
        const Order order = sell(0, method);
        killed += runDue();
        runOn(1min);
        ENSURE(provider->payments.size() == payments + 1);
        const std::string reference = work(order).reference;
        provider->pay(reference);
        runOn(3min);
        ENSURE(voidOrder(net.counter(0), order.code, "ill").has_value());
        net.settle();
        runOn(2h);
        const auto& payment = provider->payments.at(reference);
        ENSURE(payment.captured == 1);
        ENSURE(payment.refunds.size() == 1);
        ENSURE(awaited(order) == 0);
        ENSURE(entries(kind::kPaymentSettled) == settled + 1);
        ENSURE(entries(kind::kPaymentRefunded) == refunded + 1);
        return provider->calls() - before;
    }
    std::int64_t account(const char* name)
    {
        return m_database
            ->integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?",
                      {std::string_view{name}})
            .value_or(0);
    }
    std::int64_t entries(const char* kind)
    {
        return m_database
            ->integer("SELECT count(*) FROM entry WHERE kind = ?", {std::string_view{kind}})
            .value_or(0);
    }

    int killed = 0;
    BoxOfficeNet net{0};
    std::shared_ptr<ScriptedProvider> provider = std::make_shared<ScriptedProvider>();

private:
    std::optional<Job> claim()
    {
        Transaction transaction{*m_database};
        const Instant now = net.clock().now();
        const auto jobs = claimJobs(*m_database, {m_worker, now, Instant{now.ms + 30'000}, 1});
        transaction.commit();
        return jobs.empty() ? std::nullopt : std::optional{jobs.front()};
    }
    void finish(const Job& job, const server::JobOutcome& outcome)
    {
        Transaction transaction{*m_database};
        const Instant now = net.clock().now();
        switch (outcome.kind) {
        case server::JobOutcome::Kind::Done:
            ENSURE(endJob(*m_database, job, m_worker, {now, false, {}}));
            break;
        case server::JobOutcome::Kind::Waits:
            ENSURE(deferJob(*m_database, job, m_worker, *outcome.notBefore, outcome.problem));
            break;
        case server::JobOutcome::Kind::Again:
            ENSURE(
                postponeJob(*m_database, job, m_worker, Instant{now.ms + 60'000}, outcome.problem));
            break;
        case server::JobOutcome::Kind::GivenUp:
            qFatal("nothing of money is given up: %s", outcome.problem.c_str());
        }
        transaction.commit();
    }

    SystemRandom m_systemRandom;
    server::ServerLog m_log{net.clock(), server::LogLevel::Error, [](std::string_view) {}};
    server::Metrics m_metrics;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<server::AuthorityDesk> m_authority;
    std::unique_ptr<server::PaymentDesk> m_desk;
    std::unique_ptr<server::Reconciliation> m_reconciliation;
    Uuid m_worker = Uuid::v8({1});
};

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
    void whatNoWebhookToldIsFoundAllTheSame();
    void aProviderThatNeverCancelsIsNeverCaptured();
    void aCaptureThatIsDeclinedIsNotTriedForEver();
    void aPageIsKnownByItsTokenAlone();
    void anAccountThatFitsOpensNoCase();
    void whatDoesNotFitInAnAccountIsACase();
    void aCaseEndsByItselfOrWithANote();
    void anAccountIsLookedAtEachDay();
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

void PaymentDeskTest::anAccountThatFitsOpensNoCase()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    const Order returned = house.paid();
    QVERIFY(voidOrder(house.net.counter(0), returned.code, "ill").has_value());
    house.net.settle();
    house.runOn();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, order.total.minor()),
                               house.line(returned, "txn_2", Type::Payment, returned.total.minor()),
                               house.line(returned, "txn_3", Type::Refund, -returned.total.minor(),
                                          0)};
    const std::int64_t net = order.total.minor() - 50;
    auto payout = house.line(order, "txn_4", Type::Payout, -net, 0);
    payout.payment.clear();
    house.provider->account.push_back(payout);
    for (auto& line : house.provider->account) {
        line.payout = "po_1";
    }
    house.net.clock().pass(30LL * 3'600'000);
    QCOMPARE(house.reconcile(), std::string{});
    QCOMPARE(house.reconcile(), std::string{}); // once more changes nothing
}

void PaymentDeskTest::whatDoesNotFitInAnAccountIsACase()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order missing = house.paid();
    const Order changed = house.paid();
    auto extra = house.line(changed, "txn_9", Type::Payment, 4'200);
    extra.payment = "pay_of_nobody";
    house.provider->account = {
        extra, house.line(changed, "txn_2", Type::Payment, changed.total.minor() + 1),
        house.line(changed, "txn_3", Type::Refund, -changed.total.minor(), 0)};
    auto payout = house.line(changed, "txn_4", Type::Payout, -1'000, 0);
    payout.payment.clear();
    payout.payout = "po_1";
    house.provider->account.push_back(payout);
    QCOMPARE(house.reconcile(), std::string{"amount_diff missing_here payout_diff refund_diff"});
    house.net.clock().pass(30LL * 3'600'000); // an account may lag behind, but not for ever
    QCOMPARE(house.reconcile(),
             std::string{"amount_diff missing_here payout_diff refund_diff missing_there"});
    const auto cases = readOpenCases(house.database(), house.net.authority().organizer());
    QCOMPARE(cases.back().payment, std::optional{house.paymentOf(missing)});
    QCOMPARE(cases.back().here, missing.total);
}

void PaymentDeskTest::aCaseEndsByItselfOrWithANote()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, order.total.minor() + 1)};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"});
    house.provider->account.front().gross = order.total;
    QCOMPARE(house.reconcile(), std::string{});
    house.provider->account.front().gross = order.total - Money{2, kEuro};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"});
    SettlementCase ended =
        readOpenCases(house.database(), house.net.authority().organizer()).front();
    ended.endedAt = house.net.clock().now();
    ended.endedBy = UserId{Uuid::v8({7})};
    ended.note = "their rounding";
    QVERIFY(endCaseWithNote(house.database(), ended));
    QVERIFY(!endCaseWithNote(house.database(), ended));
    QCOMPARE(house.reconcile(), std::string{}); // somebody has looked at this
    house.provider->account.front().gross = order.total - Money{3, kEuro};
    QCOMPARE(house.reconcile(), std::string{"amount_diff"}); // and not at that
}

void PaymentDeskTest::anAccountIsLookedAtEachDay()
{
    using Type = server::SettlementLine::Type;
    PayingHouse house;
    const Order order = house.paid();
    house.provider->account = {house.line(order, "txn_1", Type::Payment, 1)};
    house.runOn(25h);
    const auto cases = readOpenCases(house.database(), house.net.authority().organizer());
    QCOMPARE(cases.size(), std::size_t{1});
    // A provider that does not answer is asked again.
    house.provider->account.front().gross = order.total;
    house.provider->failAt(0, Fault::AnswerLost);
    house.runOn(26h);
    QVERIFY(readOpenCases(house.database(), house.net.authority().organizer()).empty());
}

QTEST_GUILESS_MAIN(PaymentDeskTest)
#include "test_payment_desk.moc"
