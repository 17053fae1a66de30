// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a payment goes on, as a counter asks for it: it may wait until something has changed.

#include "core/storage/payment_work_store.h"
#include "tests/support/server_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

using namespace std::chrono_literals;

std::string textIn(const RawAnswer& answer, const char* name)
{
    return nlohmann::json::parse(answer.body).value(name, std::string{});
}

} // namespace

class TestPaymentRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ServerFixture>();
        m_work.organizer = m_fixture->organizer();
        m_work.payment = PaymentId{Uuid::v7(m_fixture->clock().now(), m_fixture->random())};
        m_work.order = OrderId{Uuid::v7(m_fixture->clock().now(), m_fixture->random())};
        m_work.token = Uuid::v7(m_fixture->clock().now(), m_fixture->random());
        m_work.provider = "stripe";
        Transaction transaction{database()};
        QVERIFY(addPaymentWork(database(), m_work));
        transaction.commit();
    }

    void whatHasChangedIsSaidAtOnce()
    {
        const TestDevice device = m_fixture->enrolled();
        const RawAnswer first = ask(device, "");
        QCOMPARE(first.status, 200);
        QCOMPARE(textIn(first, "state"), std::string{"created"});
        // Changed before it is asked again, so that what was said is old: nobody waits for that.
        change("awaiting_customer");
        QElapsedTimer timer;
        timer.start();
        const RawAnswer second = ask(device, "?wait=50&seen=" + textIn(first, "mark"));
        QCOMPARE(textIn(second, "state"), std::string{"awaiting_customer"});
        QVERIFY(textIn(first, "mark") != textIn(second, "mark"));
        QVERIFY(timer.elapsed() < 20'000);
    }

    void whoWaitsHearsOfAChangeSoon()
    {
        const TestDevice device = m_fixture->enrolled();
        const std::string mark = textIn(ask(device, ""), "mark");
        std::thread changes{[this] {
            std::this_thread::sleep_for(300ms);
            change("processing");
        }};
        QElapsedTimer timer;
        timer.start();
        const RawAnswer answer = ask(device, "?wait=50&seen=" + mark);
        changes.join();
        QCOMPARE(textIn(answer, "state"), std::string{"processing"});
        QVERIFY(timer.elapsed() >= 250 && timer.elapsed() < 20'000);
    }

    void aWaitEndsAndSaysWhatItSaidBefore()
    {
        const TestDevice device = m_fixture->enrolled();
        const RawAnswer first = ask(device, "");
        QElapsedTimer timer;
        timer.start();
        const RawAnswer second = ask(device, "?wait=1&seen=" + textIn(first, "mark"));
        QVERIFY(timer.elapsed() >= 900);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        // Who does not say what it knows gets no wait.
        timer.restart();
        QCOMPARE(ask(device, "?wait=50").status, 200);
        QCOMPARE(ask(device, "?wait=x&seen=y").status, 200);
        QVERIFY(timer.elapsed() < 20'000);
    }

    void aRealHouseIsOfferedNoTestMoney()
    {
        m_fixture = std::make_unique<ServerFixture>([](server::FoyerServerOptions& options) {
            server::ProviderSettings stripe;
            stripe.name = "stripe";
            stripe.secret = "sk_test_x";
            stripe.webhookSecret = "whsec_x";
            stripe.isTest = true;
            options.payments.providers = {{stripe, {}}};
            options.payments.isTest = true;
        });
        const TestDevice device = m_fixture->enrolled();
        QCOMPARE(m_fixture->call(device, "GET", "/v1/payments/methods").body, std::string{"[]"});
        QVERIFY(m_fixture->log().find("providers_not_offered") != std::string::npos);
    }

    void anotherHousesPaymentIsUnknown()
    {
        const TestDevice device = m_fixture->enrolled();
        const PaymentId other{Uuid::v7(m_fixture->clock().now(), m_fixture->random())};
        QCOMPARE(m_fixture->call(device, "GET", "/v1/payments/" + other.text()).code(),
                 std::string{"unknown_payment"});
        QCOMPARE(m_fixture->call(device, "GET", "/v1/payments/x").code(),
                 std::string{"bad_payment"});
    }

private:
    Database& database() { return m_fixture->server().store().here(); }
    RawAnswer ask(const TestDevice& device, const std::string& query)
    {
        return m_fixture->call(device, "GET", "/v1/payments/" + m_work.payment.text() + query);
    }
    void change(const std::string& state)
    {
        m_work.state = state;
        Transaction transaction{database()};
        storePaymentWork(database(), m_work);
        transaction.commit();
    }

    std::unique_ptr<ServerFixture> m_fixture;
    PaymentWork m_work{.amount = Money{2'500, *Currency::fromCode("EUR")}};
};

QTEST_GUILESS_MAIN(TestPaymentRoutes)
#include "test_payment_routes.moc"
