// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"
#include "sync/server/payments/providers/stripe_webhook.h"
#include "tests/support/payment_double.h"

#include <QTest>

#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using foyer::test::PaymentDouble;

namespace {

using Kind = WebhookVerdict::Kind;
constexpr const char* kStripe = "stripe";
constexpr std::int64_t kNow = 1'790'000'000;
constexpr const char* kSecret = "whsec_test_secret";

/// A webhook as somebody might have changed it on its way.
struct Webhook {
    std::string header;
    std::string body;
    std::string secret = kSecret;
    std::int64_t now = kNow; // the receiver's
};

Kind ours(const Webhook& webhook)
{
    WebhookRequest request;
    if (!webhook.header.empty()) {
        request.headers.emplace_back("stripe-signature", webhook.header);
    }
    request.body.assign(webhook.body.begin(), webhook.body.end());
    return verifyStripe(request, webhook.secret, true, {webhook.now * 1'000}).kind;
}

std::string flipped(std::string text, std::size_t at, int bit)
{
    text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << bit));
    return text;
}

const std::string kBody = "{\n"
                          "  \"id\": \"evt_1\",\n"
                          "  \"object\": \"event\",\n"
                          "  \"livemode\": false,\n"
                          "  \"type\": \"payment_intent.succeeded\",\n"
                          "  \"data\": {\"object\": {\"id\": \"pi_1\", \"note\": \"Zo\u00eb\"}}\n"
                          "}";

} // namespace

class TestStripeWebhook : public QObject {
    Q_OBJECT

    std::unique_ptr<PaymentDouble> m_double;

    /// As Stripe's own library signs.
    std::string signedBy(const std::string& secret, std::int64_t at,
                         const std::string& body = kBody, const char* scheme = "v1")
    {
        return m_double
            ->control(kStripe, "sign",
                      {{"body", QString::fromStdString(toBase64(bytesOf(body)))},
                       {"secret", QString::fromStdString(secret)},
                       {"timestamp", static_cast<qint64>(at)},
                       {"scheme", scheme}})["header"]
            .toString()
            .toStdString();
    }
    /// What Stripe's own library says.
    bool theirs(const Webhook& webhook)
    {
        return m_double
            ->control(kStripe, "judge",
                      {{"body", QString::fromStdString(toBase64(bytesOf(webhook.body)))},
                       {"header", QString::fromStdString(webhook.header)},
                       {"secret", QString::fromStdString(webhook.secret)},
                       {"at", static_cast<qint64>(webhook.now)}})["isTaken"]
            .toBool();
    }

private Q_SLOTS:
    void initTestCase() { m_double = std::make_unique<PaymentDouble>(); }
    void cleanupTestCase() { m_double.reset(); }

    void theVectorOfTheSpecificationIsTaken()
    {
        const Webhook webhook{
            "t=1700000000,v1=0c8670ed117751cc551a20e35839447075c42800ea3cf3e8a2fbd"
            "a99cd1e6edd",
            "{\"id\":\"evt_1\",\"object\":\"event\"}", kSecret, 1'700'000'000};
        QVERIFY(theirs(webhook));
        // Signed, and then refused for saying nothing of whether it is about real money.
        QVERIFY(ours(webhook) == Kind::Forged);
        WebhookRequest request;
        request.headers.emplace_back("stripe-signature", webhook.header);
        request.body.assign(webhook.body.begin(), webhook.body.end());
        const auto verdict = verifyStripe(request, kSecret, true, {1'700'000'000'000});
        QVERIFY(verdict.why.find("money") != std::string::npos);
    }

    void whatStripesOwnLibraryTakesWeTakeAndNothingElse()
    {
        const std::string good = signedBy(kSecret, kNow);
        const std::string v1 = good.substr(good.find("v1="));
        const std::string t = good.substr(0, good.find(','));
        const std::string other = signedBy("whsec_older", kNow);
        std::vector<std::pair<std::string, Webhook>> cases{
            {"as it was sent", {good, kBody}},
            {"another secret first", {t + ',' + other.substr(other.find("v1=")) + ',' + v1, kBody}},
            {"another secret last", {t + ',' + v1 + ',' + other.substr(other.find("v1=")), kBody}},
            {"v0 beside it", {good + ",v0=" + std::string(64, '0'), kBody}},
            {"v1 before t", {v1 + ',' + t, kBody}},
            {"300 s old", {signedBy(kSecret, kNow - 300), kBody}},
            {"301 s old", {signedBy(kSecret, kNow - 301), kBody}},
            {"299 s ahead", {signedBy(kSecret, kNow + 299), kBody}},
            {"v0 only", {signedBy(kSecret, kNow, kBody, "v0"), kBody}},
            {"no signature", {t, kBody}},
            {"no time", {v1, kBody}},
            {"no header", {"", kBody}},
            {"nothing in the header", {"t=,v1=", kBody}},
            {"time in letters", {"t=now," + v1, kBody}},
            {"upper case", {QString::fromStdString(good).toUpper().toStdString(), kBody}},
            {"two of another secret", {other + ',' + other.substr(other.find("v1=")), kBody}},
            {"cut signature", {good.substr(0, good.size() - 1), kBody}},
            {"longer signature", {good + "0", kBody}},
            {"another secret", {good, kBody, "whsec_other"}},
            {"secret without its beginning", {good, kBody, "test_secret"}},
            {"line end at the end", {good, kBody + "\n"}},
            {"without a space", {good, QString::fromStdString(kBody).remove(' ').toStdString()}},
            {"line ends of Windows",
             {good, QString::fromStdString(kBody).replace("\n", "\r\n").toStdString()}},
            {"empty body", {good, ""}},
        };
        for (std::size_t at = 0; at < kBody.size(); at += 7) {
            cases.push_back(
                {"a bit of the body", {good, flipped(kBody, at, static_cast<int>(at % 7))}});
        }
        for (std::size_t at = 0; at < good.size(); ++at) {
            cases.push_back({"a bit of the header at " + std::to_string(at),
                             {flipped(good, at, static_cast<int>(at % 5)), kBody}});
        }
        for (std::size_t at = 0; at < std::string{kSecret}.size(); ++at) {
            cases.push_back({"a bit of the secret", {good, kBody, flipped(kSecret, at, 0)}});
        }
        int taken = 0;
        for (const auto& [name, webhook] : cases) {
            const bool isTaken = ours(webhook) == Kind::Valid;
            taken += isTaken ? 1 : 0;
            QVERIFY2(isTaken == theirs(webhook), name.c_str());
        }
        QVERIFY(taken >= 7);
    }

    void weAreStricterThanTheLibraryInThis()
    {
        // From the future: it has no check for that.
        const Webhook ahead{signedBy(kSecret, kNow + 301), kBody};
        QVERIFY(theirs(ahead));
        QVERIFY(ours(ahead) == Kind::Stale);
        // Two times: it takes the last one.
        const Webhook twice{"t=1," + signedBy(kSecret, kNow), kBody};
        QVERIFY(theirs(twice));
        QVERIFY(ours(twice) == Kind::Forged);
        QVERIFY(ours({signedBy(kSecret, kNow - 301), kBody}) == Kind::Stale);
        // Two headers: who reads which?
        WebhookRequest request;
        request.headers.emplace_back("stripe-signature", signedBy(kSecret, kNow));
        request.headers.emplace_back("stripe-signature", "t=1,v1=00");
        request.body.assign(kBody.begin(), kBody.end());
        QVERIFY(verifyStripe(request, kSecret, true, {kNow * 1'000}).kind == Kind::Forged);
    }

    void signedAndStillNotForUs()
    {
        const auto verdictOn = [&](const std::string& body) {
            return ours({signedBy(kSecret, kNow, body), body}) == Kind::Valid;
        };
        const auto with = [](const char* what, const char* instead) {
            return QString::fromStdString(kBody).replace(what, instead).toStdString();
        };
        QVERIFY(verdictOn(kBody));
        QVERIFY(!verdictOn(with("\"livemode\": false", "\"livemode\": true")));
        QVERIFY(!verdictOn(with("\"livemode\": false,", "")));
        QVERIFY(!verdictOn(with("\"livemode\": false", "\"livemode\": \"false\"")));
        QVERIFY(
            !verdictOn(with("\"id\": \"evt_1\",", "\"account\": \"acct_1\", \"id\": \"evt_1\",")));
        QVERIFY(!verdictOn(with("\"id\": \"evt_1\",", "")));
        QVERIFY(!verdictOn("[]"));
        QVERIFY(!verdictOn("{"));
        QVERIFY(!verdictOn(kBody + "{}"));
        QVERIFY(!verdictOn(std::string(100'000, '[')));
        QVERIFY(!verdictOn(""));
    }

    void anEventSaysWhichPaymentItIsAbout()
    {
        const PaymentId id{*Uuid::fromText("01980f2e-0000-7000-8000-0123456789ab")};
        const auto about = [&](const std::string& object) {
            const std::string body =
                "{\"id\":\"evt_9\",\"livemode\":false,\"data\":{\"object\":" + object + "}}";
            WebhookRequest request;
            request.headers.emplace_back("stripe-signature", signedBy(kSecret, kNow, body));
            request.body.assign(body.begin(), body.end());
            return verifyStripe(request, kSecret, true, {kNow * 1'000});
        };
        const auto session =
            about("{\"object\":\"checkout.session\",\"id\":\"cs_1\",\"client_reference_id\":\"" +
                  id.text() + "\"}");
        QVERIFY(session.kind == Kind::Valid);
        QCOMPARE(session.reference, std::string{"cs_1"});
        QCOMPARE(session.ourId, std::optional{id});
        QCOMPARE(
            about("{\"object\":\"refund\",\"id\":\"re_1\",\"payment_intent\":\"pi_2\"}").reference,
            std::string{"pi_2"});
        QCOMPARE(
            about("{\"object\":\"dispute\",\"id\":\"dp_1\",\"payment_intent\":\"pi_3\"}").reference,
            std::string{"pi_3"});
        QCOMPARE(about("{\"object\":\"terminal.reader\",\"id\":\"tmr_1\",\"action\":"
                       "{\"process_payment_intent\":{\"payment_intent\":\"pi_4\"}}}")
                     .reference,
                 std::string{"pi_4"});
        const auto payout = about("{\"object\":\"payout\",\"id\":\"po_1\"}");
        QVERIFY(payout.kind == Kind::Valid);
        QVERIFY(payout.reference.empty());
        QVERIFY(!payout.ourId);
    }
};

QTEST_GUILESS_MAIN(TestStripeWebhook)
#include "test_stripe_webhook.moc"
