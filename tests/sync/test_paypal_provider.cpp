// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "sync/server/http/server_tls.h"
#include "sync/server/payments/providers/date_text.h"
#include "tests/support/payment_double.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using foyer::test::fault;
using foyer::test::PaymentDouble;

namespace {

using Kind = WebhookVerdict::Kind;
constexpr const char* kPaypal = "paypal";
const Currency kEur = *Currency::fromCode("EUR");

PaymentId newId()
{
    SystemRandom random;
    return {Uuid::v7(SystemClock{}.now(), random)};
}

PaymentAsk askOf(PaymentId payment, Money amount = {5'000, kEur})
{
    PaymentAsk ask{payment, amount};
    ask.description = "Order K7Q4M2, " + std::string(200, 'x') + "\u00fc";
    ask.returnUrl = "https://box.foyer.test/p/AbC?x=1&y=2";
    ask.language = "de";
    ask.expiresAt = {SystemClock{}.now().ms + 300'000};
    return ask;
}

QJsonObject idOf(const std::string& id)
{
    return {{"id", QString::fromStdString(id)}};
}

QString textOf(const QString& file)
{
    QFile opened{file};
    ENSURE(opened.open(QIODevice::ReadOnly));
    return QString::fromUtf8(opened.readAll());
}

} // namespace

class TestPaypalProvider : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PaymentDouble> m_double;
    std::unique_ptr<PaymentProvider> m_paypal;

    QString file(const char* name) const { return m_folder.filePath(name); }
    /// A certificate by OpenSSL's own program: a key, and who vouches for it (nobody: itself).
    void makeCertificate(const char* name, const char* subject, const char* by)
    {
        const auto base = m_folder.filePath(name);
        run({"req", "-newkey", "rsa:2048", "-nodes", "-keyout", base + ".key", "-out",
             base + ".csr", "-subj", subject});
        QStringList sign{"x509", "-req",        "-in",   base + ".csr",
                         "-out", base + ".pem", "-days", "30"};
        if (by == nullptr) {
            QFile extensions{base + ".ext"};
            ENSURE(extensions.open(QIODevice::WriteOnly));
            extensions.write("basicConstraints=critical,CA:TRUE\n");
            extensions.close();
            sign << "-signkey" << base + ".key"
                 << "-extfile" << base + ".ext";
        } else {
            sign << "-CA" << m_folder.filePath(by) + ".pem"
                 << "-CAkey" << m_folder.filePath(by) + ".key"
                 << "-CAcreateserial";
        }
        run(sign);
    }
    static void run(const QStringList& arguments)
    {
        QProcess openssl;
        openssl.start("openssl", arguments);
        ENSURE(openssl.waitForFinished(60'000));
        if (openssl.exitCode() != 0) {
            qFatal("%s", openssl.readAllStandardError().constData());
        }
    }
    void signWith(const char* name, const QString& url = {})
    {
        const auto path = QString{"/certs/"} + name;
        m_double->control(kPaypal, "certificate",
                          {{"path", path}, {"pem", textOf(file(name) + ".pem")}});
        m_double->control(
            kPaypal, "signing",
            {{"key", textOf(file(name) + ".key")},
             {"pem", textOf(file(name) + ".pem")},
             {"url", url.isEmpty() ? QString::fromStdString(m_double->url(kPaypal)) + path : url}});
    }

    ProviderSettings settings() const
    {
        ProviderSettings settings;
        settings.name = "paypal";
        settings.baseUrl = m_double->url(kPaypal);
        settings.clientId = "paypal-client";
        settings.secret = "paypal-secret";
        settings.webhookSecret = "8PT597110X687430LKGECATA";
        settings.authorities = file("ca").toStdString() + ".pem";
        return settings;
    }
    Snapshot started(PaymentId payment, Money amount = {5'000, kEur})
    {
        const auto done =
            m_paypal->start(m_paypal->startCall(askOf(payment, amount), payment.text()));
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    Snapshot fetched(const std::string& reference)
    {
        const auto done = m_paypal->fetch(reference);
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    Snapshot approved(PaymentId payment, Money amount = {5'000, kEur})
    {
        const auto snapshot = started(payment, amount);
        m_double->control(kPaypal, "approve", idOf(snapshot.reference));
        return fetched(snapshot.reference);
    }
    Snapshot paid(PaymentId payment, Money amount = {5'000, kEur})
    {
        const auto snapshot = approved(payment, amount);
        const auto sent =
            m_paypal->send(m_paypal->captureCall(snapshot, payment.text() + ":capture"));
        ENSURE(sent.fate == CallFate::Done);
        return fetched(snapshot.reference);
    }
    int callsTo(const QString& path)
    {
        int count = 0;
        for (const QJsonValue call : m_double->calls(kPaypal)) {
            count += call["path"].toString() == path ? 1 : 0;
        }
        return count;
    }
    /// A webhook with these bytes, signed by the double in its present way.
    WebhookRequest signedRequest(const std::string& body, QJsonObject more = {})
    {
        more["body"] = QString::fromStdString(toBase64(bytesOf(body)));
        const auto headers = m_double->control(kPaypal, "sign", more)["headers"].toObject();
        WebhookRequest request;
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            request.headers.emplace_back(it.key().toStdString(),
                                         it.value().toString().toStdString());
        }
        request.body.assign(body.begin(), body.end());
        return request;
    }
    Kind judged(const WebhookRequest& request)
    {
        return m_paypal->verify(request, SystemClock{}.now()).kind;
    }
    static std::string& header(WebhookRequest& request, std::string_view name)
    {
        const auto found =
            std::ranges::find(request.headers, name, &std::pair<std::string, std::string>::first);
        ENSURE(found != request.headers.end());
        return found->second;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_double = std::make_unique<PaymentDouble>();
        makeCertificate("ca", "/CN=An authority", nullptr);
        makeCertificate("good", "/CN=messageverificationcerts.paypal.com", "ca");
        makeCertificate("misnamed", "/CN=messageverificationcerts.paypal.com.evil.test", "ca");
        makeCertificate("stranger", "/CN=Somebody", nullptr);
        makeCertificate("untrusted", "/CN=messageverificationcerts.paypal.com", "stranger");
    }
    void init()
    {
        m_double->control(kPaypal, "reset");
        m_double->control("mollie", "reset");
        auto made = makeProvider(settings());
        QVERIFY(made.has_value());
        m_paypal = *std::move(made);
    }
    void cleanupTestCase()
    {
        m_paypal.reset();
        m_double.reset();
    }

    void anOrderIsAgreedToAndThenOursToCapture()
    {
        const auto payment = newId();
        const auto snapshot = started(payment);
        QVERIFY(snapshot.progress == Progress::AwaitingCustomer);
        QVERIFY(snapshot.pageUrl.starts_with("https://www.sandbox.paypal.com/"));
        QCOMPARE(snapshot.ourId, std::optional{payment});
        QVERIFY((snapshot.amount == Money{5'000, kEur}));
        QVERIFY(!snapshot.isLive);
        const auto early = m_paypal->send(m_paypal->captureCall(snapshot, "early"));
        QVERIFY(early.fate == CallFate::Rejected);

        m_double->control(kPaypal, "approve", idOf(snapshot.reference));
        const auto agreed = fetched(snapshot.reference);
        QVERIFY(agreed.progress == Progress::Authorized);
        QVERIFY(m_paypal->send(m_paypal->captureCall(agreed, "capture")).fate == CallFate::Done);
        const auto done = fetched(snapshot.reference);
        QVERIFY(done.progress == Progress::Succeeded);
        QVERIFY(!done.moneyReference.empty());
        QVERIFY(fetched(done.moneyReference) == done); // by the name of its money, too
        // What nobody captures takes nothing; there is nothing to cancel.
        QVERIFY(!m_paypal->capabilities().canCancel);
        QVERIFY(m_paypal->send(m_paypal->cancelCall(started(newId()), "k")).fate == CallFate::Done);
        const auto none = m_paypal->fetch("AAAAAAAAAAAAAAAAA");
        QVERIFY(none.fate == CallFate::Rejected);
        QCOMPARE(none.problem.code, std::string{"not_found"});
    }

    void everyAnswerThatIsLostIsRepeatedWithoutASecondObject()
    {
        m_double->faults(kPaypal, {fault("POST /v2/checkout/orders", 1, "drop")});
        const auto payment = newId();
        const auto call = m_paypal->startCall(askOf(payment), payment.text());
        QVERIFY(m_paypal->start(call).fate == CallFate::Unknown);
        const auto again = m_paypal->start(call);
        QVERIFY(again.fate == CallFate::Done);
        QCOMPARE(m_double->objects(kPaypal, "orders").size(), 1);
        m_double->control(kPaypal, "approve", idOf(again.value->reference));

        m_double->faults(kPaypal,
                         {fault("POST /v2/checkout/orders", 1, "drop"),
                          fault("POST /v2/payments/captures", 1, "drop")});
        const auto agreed = fetched(again.value->reference);
        const auto capture = m_paypal->captureCall(agreed, "capture");
        QVERIFY(m_paypal->send(capture).fate == CallFate::Unknown);
        QVERIFY(m_paypal->send(capture).fate == CallFate::Done);
        QCOMPARE(m_double->objects(kPaypal, "captures").size(), 1);
        // With another key: it was captured before, and the order says so.
        const auto other = m_paypal->send(m_paypal->captureCall(agreed, "capture-2"));
        QVERIFY(other.fate == CallFate::Unknown);
        QCOMPARE(other.problem.code, std::string{"ORDER_ALREADY_CAPTURED"});
        QCOMPARE(m_double->objects(kPaypal, "captures").size(), 1);

        const auto money = fetched(agreed.reference);
        const auto refund =
            m_paypal->refundCall(money, {newId(), payment, {1'250, kEur}}, "refund");
        QVERIFY(m_paypal->send(refund).fate == CallFate::Unknown);
        QVERIFY(m_paypal->send(refund).fate == CallFate::Done);
        QCOMPARE(m_double->objects(kPaypal, "refunds").size(), 1);
    }

    void aCaptureMayTakeDaysOrBeDeclined()
    {
        const auto agreed = approved(newId());
        m_double->control(kPaypal, "next_capture", {{"status", "INSTRUMENT_DECLINED"}});
        const auto declined = m_paypal->send(m_paypal->captureCall(agreed, "one"));
        QVERIFY(declined.fate == CallFate::Rejected);
        QCOMPARE(declined.problem.code, std::string{"INSTRUMENT_DECLINED"});
        QVERIFY(!declined.problem.requestId.empty());

        m_double->control(kPaypal, "next_capture", {{"status", "PENDING"}});
        QVERIFY(m_paypal->send(m_paypal->captureCall(agreed, "two")).fate == CallFate::Done);
        const auto pending = fetched(agreed.reference);
        QVERIFY(pending.progress == Progress::Processing);
        QCOMPARE(pending.reason, std::string{"PENDING_REVIEW"});
        const auto early =
            m_paypal->send(m_paypal->refundCall(pending, {newId(), newId(), {1, kEur}}, "r"));
        QVERIFY(early.fate == CallFate::Retry);
        for (const auto& [status, progress] : {std::pair{"COMPLETED", Progress::Succeeded},
                                               {"PARTIALLY_REFUNDED", Progress::Succeeded},
                                               {"REFUNDED", Progress::Succeeded},
                                               {"DECLINED", Progress::Failed},
                                               {"FAILED", Progress::Failed}}) {
            auto values = idOf(pending.moneyReference);
            values["status"] = status;
            m_double->control(kPaypal, "set_capture", values);
            QVERIFY(fetched(agreed.reference).progress == progress);
        }
        const auto other = started(newId());
        m_double->control(kPaypal, "void", idOf(other.reference));
        QVERIFY(fetched(other.reference).progress == Progress::Failed);
    }

    void refundsAreToldToTheCentAndNeverMoreThanThereIs()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        std::set<PaymentId> ids;
        for (const std::int64_t part : {1'667, 1'667, 1'666}) {
            const auto id = newId();
            ids.insert(id);
            const auto call =
                m_paypal->refundCall(snapshot, {id, payment, {part, kEur}}, id.text());
            QVERIFY(m_paypal->send(call).fate == CallFate::Done);
        }
        const auto after = fetched(snapshot.reference);
        QVERIFY(after.progress == Progress::Succeeded);
        Money sum{0, kEur};
        for (const auto& refund : after.refunds) {
            QVERIFY(refund.state == RefundSnapshot::State::Done);
            QVERIFY(refund.ourId && ids.contains(*refund.ourId));
            sum += refund.amount;
        }
        QVERIFY((sum == Money{5'000, kEur}));
        const auto more =
            m_paypal->send(m_paypal->refundCall(snapshot, {newId(), payment, {1, kEur}}, "more"));
        QVERIFY(more.fate == CallFate::Rejected);
        QCOMPARE(more.problem.code, std::string{"CAPTURE_FULLY_REFUNDED"});
    }

    void aRefundMayBePendingAndThenFail()
    {
        const auto snapshot = paid(newId());
        m_double->control(kPaypal, "next_refunds", {{"status", "PENDING"}});
        QVERIFY(m_paypal->send(m_paypal->refundCall(snapshot, {newId(), newId(), {500, kEur}}, "r"))
                    .fate == CallFate::Done);
        const auto pending = fetched(snapshot.reference).refunds.front();
        QVERIFY(pending.state == RefundSnapshot::State::Pending);
        for (const auto& [status, state] : {std::pair{"FAILED", RefundSnapshot::State::Failed},
                                            {"CANCELLED", RefundSnapshot::State::Failed},
                                            {"COMPLETED", RefundSnapshot::State::Done}}) {
            auto values = idOf(pending.reference);
            values["status"] = status;
            m_double->control(kPaypal, "set_refund", values);
            QVERIFY(fetched(snapshot.reference).refunds.front().state == state);
        }
    }

    void aDisputeIsToldAndStandsInTheWayOfARefund()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        const QJsonValue id =
            m_double->control(kPaypal, "dispute", idOf(snapshot.moneyReference))["id"];
        const auto disputed = fetched(snapshot.reference);
        QCOMPARE(disputed.disputes.size(), std::size_t{1});
        QVERIFY(disputed.disputes.front().state == DisputeSnapshot::State::Open);
        QVERIFY(disputed.disputes.front().dueBy == Instant{1'800'000'000'000});
        const auto refund =
            m_paypal->send(m_paypal->refundCall(disputed, {newId(), payment, {1, kEur}}, "r"));
        QVERIFY(refund.fate == CallFate::Rejected);
        QCOMPARE(refund.problem.code, std::string{"TRANSACTION_DISPUTED"});
        for (const auto& [outcome, state] :
             {std::pair{"RESOLVED_BUYER_FAVOUR", DisputeSnapshot::State::Lost},
              {"ACCEPTED", DisputeSnapshot::State::Lost},
              {"RESOLVED_SELLER_FAVOUR", DisputeSnapshot::State::Won},
              {"CANCELED_BY_BUYER", DisputeSnapshot::State::Won}}) {
            m_double->control(kPaypal, "resolve", {{"id", id}, {"outcome", outcome}});
            QVERIFY(fetched(snapshot.reference).disputes.front().state == state);
        }
        // An app without that permission can do without it.
        m_double->control(kPaypal, "may_dispute", {{"may", false}});
        QVERIFY(fetched(snapshot.reference).disputes.empty());
    }

    void aTokenIsKeptAndAskedForAnewWhereItIsNotTaken()
    {
        for (int i = 0; i < 5; ++i) {
            started(newId());
        }
        QCOMPARE(callsTo("/v1/oauth2/token"), 1);
        m_double->control(kPaypal, "forget_tokens");
        started(newId());
        QCOMPARE(callsTo("/v1/oauth2/token"), 2);
        // One that is about to end is not used.
        m_double->control(kPaypal, "token_seconds", {{"seconds", 59}});
        m_double->control(kPaypal, "forget_tokens");
        started(newId());
        started(newId());
        QCOMPARE(callsTo("/v1/oauth2/token"), 4);

        auto wrong = settings();
        wrong.secret = "wrong";
        const auto paypal = *makeProvider(wrong);
        const auto no = paypal->start(paypal->startCall(askOf(newId()), "k"));
        QVERIFY(no.fate == CallFate::Rejected);
        QCOMPARE(no.problem.code, std::string{"not_authorized"});
        QVERIFY(no.problem.detail.find("wrong") == std::string::npos);
        // Where no token came, the call itself was not sent.
        const auto fresh = *makeProvider(settings());
        m_double->faults(kPaypal, {fault("POST /v1/oauth2", 1, "drop")});
        QVERIFY(fresh->start(fresh->startCall(askOf(newId()), "k")).fate == CallFate::Retry);
    }

    void whatPaypalSaysNoWithDecidesWhetherToTryAgain()
    {
        const auto snapshot = paid(newId());
        const auto fateOf = [&](int status, const char* name, const char* issue) {
            const QJsonArray details{QJsonObject{{"issue", issue}}};
            const QJsonObject body{{"name", name},
                                   {"message", "zoe@example.test"},
                                   {"details", details}};
            m_double->faults(kPaypal,
                             {fault("POST /v2/payments/captures", 1, "answer",
                                    {{"status", status}, {"body", body}})});
            const auto no =
                m_paypal->send(m_paypal->refundCall(snapshot, {newId(), newId(), {1, kEur}}, "k"));
            ENSURE(no.problem.detail.find("zoe") == std::string::npos);
            return no.fate;
        };
        QVERIFY(fateOf(409, "RESOURCE_CONFLICT", "PREVIOUS_REQUEST_IN_PROGRESS") ==
                CallFate::Retry);
        QVERIFY(fateOf(429, "RATE_LIMIT_REACHED", "") == CallFate::Retry);
        QVERIFY(fateOf(500, "INTERNAL_SERVER_ERROR", "") == CallFate::Unknown);
        QVERIFY(fateOf(503, "SERVICE_UNAVAILABLE", "") == CallFate::Unknown);
        for (const char* issue :
             {"CAPTURE_FULLY_REFUNDED", "REFUND_AMOUNT_EXCEEDED", "TRANSACTION_DISPUTED",
              "REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK", "REFUND_TIME_LIMIT_EXCEEDED",
              "REFUND_FAILED_INSUFFICIENT_FUNDS", "SOMETHING_NEW"}) {
            QVERIFY(fateOf(422, "UNPROCESSABLE_ENTITY", issue) == CallFate::Rejected);
        }
        QVERIFY(fateOf(422, "UNPROCESSABLE_ENTITY", "ORDER_COMPLETION_IN_PROGRESS") ==
                CallFate::Unknown);
    }

    void whatWasTamperedWithIsInTheSnapshot()
    {
        const auto before = approved(newId());
        const auto tampered = [&](const QJsonObject& set) {
            m_double->faults(kPaypal, {fault("GET /v2/checkout", 1, "tamper", {{"set", set}})});
            return m_paypal->fetch(before.reference);
        };
        QVERIFY((tampered({{"purchase_units.0.amount.value", "49.99"}}).value->amount ==
                 Money{4'999, kEur}));
        QVERIFY((tampered({{"purchase_units.0.amount.currency_code", "USD"}}).value->amount ==
                 Money{5'000, *Currency::fromCode("USD")}));
        const auto other = newId();
        QCOMPARE(tampered({{"purchase_units.0.custom_id", QString::fromStdString(other.text())}})
                     .value->ourId,
                 std::optional{other});
        for (const QJsonValue& value :
             {QJsonValue{50}, QJsonValue{"50,00"}, QJsonValue{"50.001"}, QJsonValue{}}) {
            QVERIFY(tampered({{"purchase_units.0.amount.value", value}}).fate == CallFate::Unknown);
        }
        QVERIFY(tampered({{"status", "SOMETHING"}}).fate == CallFate::Unknown);
        QVERIFY(tampered({{"status", "COMPLETED"}}).fate == CallFate::Unknown); // and no capture
    }

    void webhooksThatPaypalSignedAreTakenAndTheirCertificateFetchedOnce()
    {
        signWith("good");
        const auto payment = newId();
        const auto snapshot = paid(payment);
        QVERIFY(m_paypal->send(m_paypal->refundCall(snapshot, {newId(), payment, {1, kEur}}, "r"))
                    .fate == CallFate::Done);
        m_double->control(kPaypal, "dispute", idOf(snapshot.moneyReference));
        const auto sent = m_double->control(kPaypal, "webhooks")["webhooks"].toArray();
        QCOMPARE(sent.size(), 4); // approved, completed, refunded, disputed
        for (const QJsonValue webhook : sent) {
            WebhookRequest request;
            const auto headers = webhook["headers"].toObject();
            for (auto it = headers.begin(); it != headers.end(); ++it) {
                request.headers.emplace_back(it.key().toStdString(),
                                             it.value().toString().toStdString());
            }
            const auto body = webhook["body"].toString().toUtf8();
            request.body.assign(body.begin(), body.end());
            const auto verdict = m_paypal->verify(request, SystemClock{}.now());
            QVERIFY2(verdict.kind == Kind::Valid, verdict.why.c_str());
            QVERIFY(verdict.eventId.starts_with("WH-"));
            QVERIFY(fetched(verdict.reference).reference == snapshot.reference);
            QVERIFY(!verdict.ourId || verdict.ourId == payment);
        }
        QCOMPARE(callsTo("/certs/good"), 1);
        QCOMPARE(callsTo("/v1/notifications/verify-webhook-signature"), 0);
    }

    void whatWasChangedOnItsWayIsForged()
    {
        signWith("good");
        const std::string body = R"({"id":"WH-1","event_type":"X","résumé":true})";
        QVERIFY(judged(signedRequest(body)) == Kind::Valid);
        const auto changed = [&](const char* name, const std::string& value) {
            auto request = signedRequest(body);
            header(request, name) = value;
            return judged(request);
        };
        QVERIFY(changed("paypal-transmission-id", "other") == Kind::Forged);
        QVERIFY(changed("paypal-transmission-sig", "AAAA") == Kind::Forged);
        QVERIFY(changed("paypal-transmission-sig", "no base64!") == Kind::Forged);
        QVERIFY(changed("paypal-auth-algo", "SHA1withRSA") == Kind::Forged);
        QVERIFY(changed("paypal-auth-algo", "none") == Kind::Forged);
        QVERIFY(changed("paypal-transmission-time", "soon") == Kind::Forged);
        QVERIFY(judged(signedRequest(body, {{"webhookId", "OTHER"}})) == Kind::Forged);
        for (std::size_t at = 0; at < body.size(); at += 3) {
            auto request = signedRequest(body);
            request.body[at] ^= 1U;
            QVERIFY(judged(request) == Kind::Forged);
        }
        for (const char* name :
             {"paypal-transmission-id", "paypal-transmission-time", "paypal-cert-url",
              "paypal-transmission-sig", "paypal-auth-algo"}) {
            auto request = signedRequest(body);
            std::erase_if(request.headers, [&](const auto& pair) { return pair.first == name; });
            QVERIFY(judged(request) == Kind::Forged);
            request = signedRequest(body);
            request.headers.emplace_back(name, header(request, name));
            QVERIFY(judged(request) == Kind::Forged); // twice
        }
        const auto now = SystemClock{}.now().ms;
        const auto signedAt = [&](std::int64_t ms) {
            return judged(signedRequest(body, {{"time", QString::fromStdString(toRfc3339({ms}))}}));
        };
        QVERIFY(signedAt(now - 240'000) == Kind::Valid);
        QVERIFY(signedAt(now - 360'000) == Kind::Stale);
        QVERIFY(signedAt(now + 360'000) == Kind::Stale);
        QVERIFY(judged(signedRequest("[]")) == Kind::Forged);
        QVERIFY(judged(signedRequest("{}")) == Kind::Forged);
    }

    void aCertificateFromElsewhereIsNotEvenFetched_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"https://api.paypal.com.evil.test/v1/notifications/certs/CERT-1",
              "http://api.sandbox.paypal.com/v1/notifications/certs/CERT-1",
              "https://api.paypal.com@evil.test/certs",
              "https://evil.test/https://api.paypal.com/certs", "https://api.paypal.com:8443/certs",
              "https://apixpaypal.com/certs", "https://api.paypal.com\\.evil.test/certs",
              "//api.paypal.com/certs", "file:///etc/ssl/cert.pem",
              "https://sandbox.paypal.com/certs", "https://www.paypal.com/certs",
              "https://[::1]/certs", ""}) {
            QTest::newRow(url) << url;
        }
    }
    void aCertificateFromElsewhereIsNotEvenFetched()
    {
        QFETCH(QString, url);
        signWith("good");
        auto request = signedRequest(R"({"id":"WH-1"})");
        header(request, "paypal-cert-url") = url.toStdString();
        m_double->control(kPaypal, "forget_calls");
        QVERIFY(judged(request) == Kind::Forged);
        QCOMPARE(m_double->calls(kPaypal).size(), 0); // nor was PayPal asked
        // Nor is a server of the same name on another port, or by another scheme.
        header(request, "paypal-cert-url") = m_double->url("mollie") + "/certs/good";
        QVERIFY(judged(request) == Kind::Forged);
        QCOMPARE(m_double->calls("mollie").size(), 0);
    }

    void whereTheCertificateSaysNothingPaypalIsAsked_data()
    {
        QTest::addColumn<QString>("certificate");
        for (const char* name : {"misnamed", "untrusted"}) {
            QTest::newRow(name) << name;
        }
    }
    void whereTheCertificateSaysNothingPaypalIsAsked()
    {
        QFETCH(QString, certificate);
        signWith(qPrintable(certificate));
        const std::string body = "{ \"id\":\t\"WH-1\",\"r\u00e9sum\u00e9\":1.50 }";
        const char* ask = "POST /v1/notifications/verify-webhook-signature";
        const auto request = signedRequest(body);
        // The double finds the signature right, and it can only if the bytes came as they were.
        QVERIFY(judged(request) == Kind::Valid);
        QCOMPARE(callsTo("/v1/notifications/verify-webhook-signature"), 1);
        const QJsonObject failure{{"verification_status", "FAILURE"}};
        m_double->faults(kPaypal, {fault(ask, 1, "answer", {{"body", failure}})});
        QVERIFY(judged(request) == Kind::Forged);
        m_double->faults(kPaypal, {fault(ask, 1, "drop")});
        QVERIFY(judged(request) == Kind::Unverifiable);
        m_double->faults(kPaypal, {fault(ask, 1, "answer", {{"status", 500}})});
        QVERIFY(judged(request) == Kind::Unverifiable);
    }

    void aCertificateThatHasEndedOrIsNoneProvesNothing()
    {
        signWith("good");
        const std::string body = R"({"id":"WH-1"})";
        const Instant later{SystemClock{}.now().ms + std::int64_t{40} * 24 * 3'600'000};
        const auto ended =
            signedRequest(body, {{"time", QString::fromStdString(toRfc3339(later))}});
        const char* ask = "POST /v1/notifications/verify-webhook-signature";
        m_double->faults(kPaypal, {fault(ask, 1, "drop")});
        QVERIFY(m_paypal->verify(ended, later).kind == Kind::Unverifiable);
        const auto answered = [&](const QJsonObject& answer) {
            m_double->control(kPaypal, "certificate",
                              {{"path", "/certs/good"}, {"answer", answer}});
            m_double->faults(kPaypal, {fault(ask, 1, "drop")});
            const auto fresh = *makeProvider(settings());
            return fresh->verify(signedRequest(body), SystemClock{}.now()).kind;
        };
        QVERIFY(answered(
                    {{"status", 302}, {"headers", QJsonObject{{"location", "/certs/misnamed"}}}}) ==
                Kind::Unverifiable);
        QCOMPARE(callsTo("/certs/misnamed"), 0);
        QVERIFY(answered({{"status", 404}}) == Kind::Unverifiable);
        QVERIFY(answered({{"body", "no certificate"}}) == Kind::Unverifiable);
        QVERIFY(answered({{"body", textOf(file("good") + ".pem") + QString(70'000, '\n')}}) ==
                Kind::Unverifiable); // larger than any
    }

    void aForgedBodyOfTheSameSumIsAHintThatComesToNothing()
    {
        signWith("good");
        const auto unpaid = started(newId());
        const std::string real = R"({"id":"WH-1","event_type":"X","resource":{}})";
        auto request = signedRequest(real);
        const auto after =
            "\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{\"id\":\"" +
            unpaid.reference + "\",\"status\":\"COMPLETED\"}}";
        const auto forgery = m_double->control(kPaypal, "collide",
                                               {{"of", QString::fromStdString(real)},
                                                {"before", "{\"id\":\"WH-2\",\"x\":\""},
                                                {"after", QString::fromStdString(after)}});
        const auto body = forgery["body"].toString().toUtf8();
        request.body.assign(body.begin(), body.end());
        const auto verdict = m_paypal->verify(request, SystemClock{}.now());
        QVERIFY(verdict.kind == Kind::Valid); // CRC-32 cannot tell
        QCOMPARE(verdict.reference, unpaid.reference);
        QVERIFY(fetched(verdict.reference).progress == Progress::AwaitingCustomer);
    }

    void theReportIsReadPageByPageAndPieceByPiece()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        const auto refund = newId();
        QVERIFY(
            m_paypal->send(m_paypal->refundCall(snapshot, {refund, payment, {1'250, kEur}}, "r"))
                .fate == CallFate::Done);
        const auto now = SystemClock{}.now();
        constexpr std::int64_t kDay = 86'400'000;
        const auto lineOf = [&](int number, const char* code, const char* status,
                                std::int64_t daysAgo) {
            const auto at = QString::fromStdString(toRfc3339({now.ms - daysAgo * kDay}));
            return QJsonObject{
                {"transaction_info",
                 QJsonObject{{"transaction_id", QString{"T%1"}.arg(number)},
                             {"transaction_event_code", code},
                             {"transaction_initiation_date", at.left(19) + "+0000"},
                             {"transaction_amount",
                              QJsonObject{{"currency_code", "EUR"}, {"value", "10.00"}}},
                             {"transaction_status", status}}}};
        };
        QJsonArray lines;
        for (int i = 0; i < 800; ++i) {               // pages in each piece
            lines << lineOf(i, "T0006", "S", i % 80); // over eighty days
        }
        lines << lineOf(1'000, "T0006", "P", 1) << lineOf(1'001, "T0006", "D", 1)
              << lineOf(1'002, "T1201", "S", 1) << lineOf(1'003, "T0400", "S", 1);
        m_double->control(kPaypal, "lines", {{"lines", lines}});

        std::map<std::string, SettlementLine> found;
        std::string cursor;
        do {
            const auto page =
                m_paypal->settlements({{now.ms - 90 * kDay}, {now.ms + kDay}}, cursor);
            QVERIFY(page.fate == CallFate::Done);
            for (const auto& line : page.value->lines) {
                QVERIFY(line.net == line.gross - line.fee);
                QVERIFY(found.emplace(line.reference, line).second);
            }
            cursor = page.value->cursor;
        } while (!cursor.empty());
        QCOMPARE(found.size(), std::size_t{800 + 2 + 2}); // without the two that have not happened
        using Type = SettlementLine::Type;
        const auto& ours = found.at(snapshot.moneyReference + "/T0006");
        QVERIFY(ours.type == Type::Payment);
        QCOMPARE(ours.ourId, std::optional{payment});
        QCOMPARE(ours.payment, snapshot.moneyReference);
        QVERIFY((ours.fee == Money{59, kEur}));
        const auto given = std::ranges::find_if(found, [](const auto& pair) {
            return pair.second.type == Type::Refund;
        });
        QVERIFY(given != found.end());
        QVERIFY((given->second.gross == Money{-1'250, kEur}));
        QCOMPARE(given->second.payment, snapshot.moneyReference);
        QVERIFY(!given->second.ourId); // the line tells the refund's id, not the payment's
        QVERIFY(found.at("T1002/T1201").type == Type::Dispute);
        QVERIFY(found.at("T1003/T0400").type == Type::Payout);
    }

    void whatChangedMeanwhileIsFoundWithoutWebhooks()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        std::set<std::string> made;
        for (int i = 0; i < 60; ++i) { // two events each: more than a page
            made.insert(paid(newId()).reference);
        }
        const auto changed = m_paypal->changedSince(before);
        QVERIFY(changed.fate == CallFate::Done);
        for (const auto& reference : *changed.value) {
            made.erase(reference);
        }
        QVERIFY(made.empty());
    }

    void ourCallsAreWhatPaypalsOwnLibrarySends()
    {
        const TlsFiles tls{file("server.pem").toStdString(), file("server.key").toStdString()};
        const std::array<std::string, 1> names{"localhost"};
        QVERIFY(makeOwnCertificate(tls, names, SystemClock{}.now()).has_value());
        PaymentDouble secure{tls.certificate, tls.key};
        auto settings = this->settings();
        settings.baseUrl = secure.url(kPaypal);
        settings.authorities = tls.certificate;
        const auto paypal = *makeProvider(settings);
        const auto compare = [&](const char* call, const QJsonObject& values) {
            secure.byLibrary(kPaypal, call, {values});
            const auto posts = secure.control(kPaypal, "posts")["posts"].toArray();
            QVERIFY(posts.size() >= 2);
            QCOMPARE(QJsonDocument{posts.at(posts.size() - 2).toObject()}.toJson(),
                     QJsonDocument{posts.last().toObject()}.toJson());
        };
        const auto payment = newId();
        auto ask = askOf(payment);
        ask.description = "Order K7Q4M2, \"Faust\" \u00fc";
        const auto started = paypal->start(paypal->startCall(ask, "k"));
        QVERIFY(started.fate == CallFate::Done);
        const auto id = QString::fromStdString(payment.text());
        const QString back = QString::fromStdString(ask.returnUrl);
        const QJsonObject experience{{"returnUrl", back},
                                     {"cancelUrl", back},
                                     {"userAction", "PAY_NOW"},
                                     {"shippingPreference", "NO_SHIPPING"},
                                     {"paymentMethodPreference", "IMMEDIATE_PAYMENT_REQUIRED"},
                                     {"locale", "de"}};
        const QJsonObject unit{{"referenceId", id},
                               {"customId", id},
                               {"description", QString::fromStdString(ask.description)},
                               {"amount",
                                QJsonObject{{"currencyCode", "EUR"}, {"value", "50.00"}}}};
        const QJsonObject order{{"intent", "CAPTURE"},
                                {"purchaseUnits", QJsonArray{unit}},
                                {"paymentSource",
                                 QJsonObject{
                                     {"paypal", QJsonObject{{"experienceContext", experience}}}}}};
        compare("orders.createOrder", {{"body", order}, {"prefer", "return=representation"}});

        secure.control(kPaypal, "approve", idOf(started.value->reference));
        QVERIFY(paypal->send(paypal->captureCall(*started.value, "c")).fate == CallFate::Done);
        compare("orders.captureOrder",
                {{"id", QString::fromStdString(started.value->reference)},
                 {"prefer", "return=representation"}});
        const auto money = paypal->fetch(started.value->reference);
        QVERIFY(money.fate == CallFate::Done);
        const RefundAsk refund{newId(), payment, {1'250, kEur}};
        QVERIFY(paypal->send(paypal->refundCall(*money.value, refund, "r")).fate == CallFate::Done);
        compare("payments.refundCapturedPayment",
                {{"captureId", QString::fromStdString(money.value->moneyReference)},
                 {"prefer", "return=representation"},
                 {"body",
                  QJsonObject{{"amount", QJsonObject{{"currencyCode", "EUR"}, {"value", "12.50"}}},
                              {"customId", QString::fromStdString(refund.refund.text())}}}});
    }

    void amountsOfAllCurrenciesAreTaken()
    {
        for (const char* code : {"EUR", "JPY", "HUF", "TWD", "USD"}) {
            const Money amount{123'400, *Currency::fromCode(code)};
            QVERIFY(m_paypal->takes(amount));
            QVERIFY(paid(newId(), amount).amount == amount);
        }
        QVERIFY(!m_paypal->takes({150, *Currency::fromCode("HUF")}));
        QVERIFY(!m_paypal->takes({1'000, *Currency::fromCode("KWD")}));
    }

    void datesAreReadAsTheyAreWritten()
    {
        QVERIFY(readDateText("2026-11-30T10:20:30Z") == Instant{1'796'034'030'000});
        QVERIFY(readDateText("2026-11-30T10:20:30.5Z") == Instant{1'796'034'030'500});
        QVERIFY(readDateText("2026-11-30T11:20:30.123456+01:00") == Instant{1'796'034'030'123});
        QVERIFY(readDateText("2026-11-30T03:20:30-0700") == Instant{1'796'034'030'000});
        QVERIFY(readDateText("1970-01-01T00:00:00Z") == Instant{0});
        for (const char* text :
             {"", "2026-11-30", "2026-11-30T10:20:30", "2026-02-30T10:20:30Z",
              "2026-11-30T24:20:30Z", "2026-11-30 10:20:30Z", "2026-11-30T10:20:30Zx",
              "2026-13-30T10:20:30Z", "x026-11-30T10:20:30Z"}) {
            QVERIFY2(!readDateText(text), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestPaypalProvider)
#include "test_paypal_provider.moc"
