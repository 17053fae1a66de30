// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/provider_payments.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/job_store.h"
#include "core/storage/provider_payment_store.h"
#include "sync/server/payments/reconciliation.h"
#include "tests/support/box_office_net.h"
#include "tests/support/provider_authority.h"
#include "tests/support/scripted_provider.h"

#include <QTest>

#include <atomic>
#include <barrier>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace foyer::test {

inline const Currency kEuro = *Currency::fromCode("EUR");

/// A house with a counter, a server that takes payments, and a provider that does what a test says.
class PayingHouse {
public:
    explicit PayingHouse(bool isForTesting = true)
        : m_database{Database::open(net.serverFile(), Database::Mode::ReadWrite)}
    {
        if (isForTesting) {
            Journal::Act act{net.counter(0).journal(), Permit::ofProgram()};
            appendEdit(act, net.counter(0).database(), net.counter(0).organizer(),
                       kind::kOrganizerEdited,
                       {net.counter(0).organizer().uuid, {{"for_testing", true}}});
            act.commit();
            net.settle();
        }
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
            const auto job = claim(*m_database, m_worker);
            if (!job) {
                return dead;
            }
            try {
                finish(*m_database, m_worker, *job,
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
    /// The same in several processes' stead, each with a connection of its own, while hints come
    /// from all sides: a webhook, the customer's browser, the counter.
    void runAllAtOnce(const Order& order, int processes)
    {
        const std::string reference = work(order).reference;
        const PaymentId payment = paymentOf(order);
        std::barrier begin{processes + 2};
        std::atomic<int> hints{2};
        std::vector<std::jthread> threads;
        for (int i = 0; i < processes; ++i) {
            threads.emplace_back([this, i, &begin, &hints] {
                const auto database = Database::open(net.serverFile(), Database::Mode::ReadWrite);
                const Uuid worker = Uuid::v8({static_cast<std::uint8_t>(10 + i)});
                begin.arrive_and_wait();
                bool isLast = false;
                while (!isLast) {
                    isLast = hints == 0;                                       // then once more
                    std::this_thread::sleep_for(std::chrono::milliseconds{1}); // others write, too
                    while (const auto job = claim(*database, worker)) {
                        finish(*database, worker, *job,
                               job->kind == server::PaymentDesk::kJob
                                   ? m_desk->job().work(*database, *job)
                                   : server::JobOutcome::waits(
                                         Instant{net.clock().now().ms + 3'600'000}));
                    }
                }
            });
        }
        threads.emplace_back([&] {
            const auto database = Database::open(net.serverFile(), Database::Mode::ReadWrite);
            const std::string hint = "signed " + reference;
            begin.arrive_and_wait();
            for (int i = 0; i < 3; ++i) {
                (void)m_desk->hear(*database, "stripe", {{}, {hint.begin(), hint.end()}});
            }
            --hints;
        });
        threads.emplace_back([&] {
            const auto database = Database::open(net.serverFile(), Database::Mode::ReadWrite);
            begin.arrive_and_wait();
            for (int i = 0; i < 3; ++i) {
                Transaction transaction{*database};
                m_desk->look(*database, net.authority().organizer(), payment);
                transaction.commit();
            }
            --hints;
        });
    }
    /// The same, with time going by, until nothing is to be done within an hour.
    void runOn(std::chrono::milliseconds time = std::chrono::minutes{60})
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
        runOn(std::chrono::seconds{10});
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
        runOn(std::chrono::minutes{1});
        ENSURE(provider->payments.size() == payments + 1);
        const std::string reference = work(order).reference;
        provider->pay(reference);
        runOn(std::chrono::minutes{3});
        ENSURE(voidOrder(net.counter(0), order.code, "ill").has_value());
        net.settle();
        runOn(std::chrono::hours{2});
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
    std::optional<Job> claim(Database& database, const Uuid& worker)
    {
        Transaction transaction{database};
        const Instant now = net.clock().now();
        const auto jobs = claimJobs(database, {worker, now, Instant{now.ms + 30'000}, 1});
        transaction.commit();
        return jobs.empty() ? std::nullopt : std::optional{jobs.front()};
    }
    void finish(Database& database, const Uuid& worker, const Job& job,
                const server::JobOutcome& outcome)
    {
        Transaction transaction{database};
        const Instant now = net.clock().now();
        switch (outcome.kind) {
        case server::JobOutcome::Kind::Done:
            ENSURE(endJob(database, job, worker, {now, false, {}}));
            break;
        case server::JobOutcome::Kind::Waits:
            ENSURE(deferJob(database, job, worker, *outcome.notBefore, outcome.problem));
            break;
        case server::JobOutcome::Kind::Again:
            ENSURE(postponeJob(database, job, worker, Instant{now.ms + 60'000}, outcome.problem));
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

} // namespace foyer::test
