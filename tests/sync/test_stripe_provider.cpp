// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/provider_currencies.h"
#include "tests/support/payment_double.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::server;
using foyer::test::fault;
using foyer::test::PaymentDouble;

namespace {

using Kind = WebhookVerdict::Kind;

const Currency kEur = *Currency::fromCode("EUR");
constexpr const char* kStripe = "stripe";

PaymentId newId()
{
    SystemRandom random;
    return {Uuid::v7(SystemClock{}.now(), random)};
}

ProviderSettings settingsOf(const PaymentDouble& at)
{
    ProviderSettings settings;
    settings.name = "stripe";
    settings.baseUrl = at.url(kStripe);
    settings.secret = "sk_test_double";
    settings.webhookSecret = "whsec_double";
    return settings;
}

std::unique_ptr<PaymentProvider> providerAt(const PaymentDouble& at, ProviderPatience patience = {})
{
    auto made = makeProvider(settingsOf(at), patience);
    ENSURE(made.has_value());
    return *std::move(made);
}

PaymentAsk askOf(PaymentId payment, Money amount = {5'000, kEur}, PaymentWay way = PaymentWay::Link)
{
    PaymentAsk ask{payment, amount};
    ask.way = way;
    ask.reader = "tmr_hall";
    ask.description = "Order K7Q4M2, Zo\u00eb & \u201eFaust\u201c = 50 % [2+2]";
    ask.returnUrl = "https://box.foyer.test/p/AbC?x=1&y=\u00fc";
    ask.language = "de";
    ask.expiresAt = {SystemClock{}.now().ms + 300'000};
    return ask;
}

QJsonObject idOf(const std::string& id)
{
    return {{"id", QString::fromStdString(id)}};
}

int callsTo(PaymentDouble& at, const QString& method, const QString& path)
{
    int count = 0;
    for (const QJsonValue call : at.calls(kStripe)) {
        count += call["method"] == method && call["path"] == path ? 1 : 0;
    }
    return count;
}

WebhookRequest webhookOf(const QJsonValue& sent)
{
    WebhookRequest request;
    const auto headers = sent["headers"].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        request.headers.emplace_back(it.key().toLower().toStdString(),
                                     it.value().toString().toStdString());
    }
    const auto body = sent["body"].toString().toUtf8();
    request.body.assign(body.begin(), body.end());
    return request;
}

} // namespace

class TestStripeProvider : public QObject {
    Q_OBJECT

    std::unique_ptr<PaymentDouble> m_double;
    std::unique_ptr<PaymentProvider> m_stripe;

    Snapshot started(PaymentId payment, Money amount = {5'000, kEur},
                     PaymentWay way = PaymentWay::Link)
    {
        const auto done =
            m_stripe->start(m_stripe->startCall(askOf(payment, amount, way), payment.text()));
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    Snapshot fetched(const std::string& reference)
    {
        const auto done = m_stripe->fetch(reference);
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    Snapshot paid(PaymentId payment, Money amount = {5'000, kEur})
    {
        const auto snapshot = started(payment, amount);
        m_double->control(kStripe, "pay", idOf(snapshot.reference));
        return fetched(snapshot.reference);
    }

    /// The last POST is ours; the library makes the same, and both say the same to Stripe.
    void compareWithLibrary(const char* call, const QJsonArray& values)
    {
        m_double->byLibrary(kStripe, call, values, call);
        const auto posts = m_double->control(kStripe, "posts")["posts"].toArray();
        QVERIFY(posts.size() >= 2);
        const QJsonObject theirs = posts.last().toObject();
        const QJsonObject ours = posts.at(posts.size() - 2).toObject();
        QCOMPARE(ours["path"], theirs["path"]);
        QCOMPARE(ours["type"], theirs["type"]);
        QCOMPARE(QJsonDocument{ours["values"].toObject()}.toJson(),
                 QJsonDocument{theirs["values"].toObject()}.toJson());
    }

private Q_SLOTS:
    void initTestCase() { m_double = std::make_unique<PaymentDouble>(); }
    void init()
    {
        m_double->control(kStripe, "reset");
        m_stripe = providerAt(*m_double);
    }
    void cleanupTestCase()
    {
        m_stripe.reset();
        m_double.reset();
    }

    void aLinkIsStartedDeclinedAndPaid()
    {
        const auto payment = newId();
        const auto snapshot = started(payment);
        QVERIFY(snapshot.reference.starts_with("cs_test_"));
        QVERIFY(snapshot.pageUrl.starts_with("https://checkout.stripe.com/"));
        QCOMPARE(snapshot.ourId, std::optional{payment});
        QVERIFY(snapshot.progress == Progress::Created);
        QVERIFY((snapshot.amount == Money{5'000, kEur}));
        QVERIFY(!snapshot.isLive);

        m_double->control(kStripe, "decline", idOf(snapshot.reference));
        const auto declined = fetched(snapshot.reference);
        QVERIFY(declined.progress == Progress::AwaitingCustomer);
        QCOMPARE(declined.reason, std::string{"insufficient_funds"});
        QVERIFY(!declined.pageUrl.empty());

        m_double->control(kStripe, "pay", idOf(snapshot.reference));
        const auto done = fetched(snapshot.reference);
        QVERIFY(done.progress == Progress::Succeeded);
        QVERIFY(done.moneyReference.starts_with("pi_"));
        QVERIFY(done.reason.empty());
        // By the name of its money it is the same payment.
        QVERIFY(fetched(done.moneyReference) == done);
    }

    void aPageThatWasClosedIsExpiredUnlessMoneyCame()
    {
        const auto snapshot = started(newId());
        const auto cancel = m_stripe->cancelCall(snapshot, "cancel-1");
        QVERIFY(m_stripe->send(cancel).fate == CallFate::Done);
        QVERIFY(fetched(snapshot.reference).progress == Progress::Expired);
        m_double->control(kStripe, "pay_late", idOf(snapshot.reference));
        QVERIFY(fetched(snapshot.reference).progress == Progress::Succeeded);

        const auto other = paid(newId());
        const auto late = m_stripe->send(m_stripe->cancelCall(other, "cancel-2"));
        QVERIFY(late.fate == CallFate::Rejected);
        QVERIFY(fetched(other.reference).progress == Progress::Succeeded);
    }

    void aWayThatTakesDaysIsProcessingAndThenOneOrTheOther()
    {
        for (const auto& [outcome, progress] :
             {std::pair{"succeeded", Progress::Succeeded}, {"failed", Progress::Failed}}) {
            const auto snapshot = started(newId());
            auto values = idOf(snapshot.reference);
            m_double->control(kStripe, "pay_slowly", values);
            QVERIFY(fetched(snapshot.reference).progress == Progress::Processing);
            values["outcome"] = outcome;
            m_double->control(kStripe, "pay_slowly", values);
            QVERIFY(fetched(snapshot.reference).progress == progress);
        }
    }

    void aReaderAsksForMoneyThatIsThenOursToTake()
    {
        const auto payment = newId();
        const auto snapshot = started(payment, {5'000, kEur}, PaymentWay::Reader);
        QVERIFY(snapshot.reference.starts_with("pi_"));
        QCOMPARE(snapshot.ourId, std::optional{payment});
        const auto present = m_stripe->presentCall(snapshot.reference, "tmr_hall", "present-1");
        QVERIFY(m_stripe->present(present).fate == CallFate::Done);
        // Whoever comes second waits.
        const auto other = started(newId(), {100, kEur}, PaymentWay::Reader);
        const auto busy =
            m_stripe->present(m_stripe->presentCall(other.reference, "tmr_hall", "present-2"));
        QVERIFY(busy.fate == CallFate::Retry);
        QCOMPARE(busy.problem.code, std::string{"terminal_reader_busy"});

        m_double->control(kStripe, "present",
                          {{"reader", "tmr_hall"}, {"decline_code", "lost_card"}});
        QVERIFY(fetched(snapshot.reference).progress == Progress::AwaitingCustomer);
        QCOMPARE(fetched(snapshot.reference).reason, std::string{"lost_card"});
        QVERIFY(
            m_stripe->present(m_stripe->presentCall(snapshot.reference, "tmr_hall", "present-3"))
                .fate == CallFate::Done);
        m_double->control(kStripe, "present", {{"reader", "tmr_hall"}});
        const auto authorized = fetched(snapshot.reference);
        QVERIFY(authorized.progress == Progress::Authorized);
        QVERIFY(m_stripe->send(m_stripe->captureCall(authorized, "capture-1")).fate ==
                CallFate::Done);
        QVERIFY(fetched(snapshot.reference).progress == Progress::Succeeded);
        QVERIFY((fetched(snapshot.reference).amount == Money{5'000, kEur}));
    }

    void aReaderIsToldToStopAndItsPaymentIsLetGo()
    {
        const auto snapshot = started(newId(), {5'000, kEur}, PaymentWay::Reader);
        QVERIFY(
            m_stripe->present(m_stripe->presentCall(snapshot.reference, "tmr_hall", "p")).fate ==
            CallFate::Done);
        QVERIFY(m_stripe->present(m_stripe->withdrawCall("tmr_hall", "w")).fate == CallFate::Done);
        QVERIFY(m_stripe->send(m_stripe->cancelCall(snapshot, "c")).fate == CallFate::Done);
        QVERIFY(fetched(snapshot.reference).progress == Progress::Canceled);
        m_double->control(kStripe, "reader_status", {{"reader", "tmr_x"}, {"status", "offline"}});
        const auto off = m_stripe->present(m_stripe->presentCall(snapshot.reference, "tmr_x", "q"));
        QVERIFY(off.fate == CallFate::Retry);
        QCOMPARE(off.problem.code, std::string{"terminal_reader_offline"});
        // A name never leads to another path.
        QVERIFY(m_stripe->withdrawCall("../../refunds?x=", "k").path ==
                "/v1/terminal/readers/-/cancel_action");
    }

    void everyAnswerThatIsLostIsRepeatedWithoutASecondObject()
    {
        m_double->faults(kStripe,
                         {fault("POST /v1/checkout/sessions", 1, "drop"),
                          fault("POST /v1/payment_intents", 1, "drop"),
                          fault("POST /v1/refunds", 1, "drop")});
        const auto payment = newId();
        const auto call = m_stripe->startCall(askOf(payment), payment.text());
        const auto lost = m_stripe->start(call);
        QVERIFY(lost.fate == CallFate::Unknown);
        QCOMPARE(lost.problem.code, std::string{"no_answer"});
        const auto again = m_stripe->start(call);
        QVERIFY(again.fate == CallFate::Done);
        QCOMPARE(m_double->objects(kStripe, "sessions").size(), 1);
        m_double->control(kStripe, "pay", idOf(again.value->reference));

        RefundAsk ask{newId(), payment, {1'250, kEur}};
        const auto refund = m_stripe->refundCall(fetched(again.value->reference), ask, "refund-1");
        QVERIFY(m_stripe->send(refund).fate == CallFate::Unknown);
        QVERIFY(m_stripe->send(refund).fate == CallFate::Done);
        QCOMPARE(m_double->objects(kStripe, "refunds").size(), 1);

        const auto reader = newId();
        const auto intent =
            m_stripe->startCall(askOf(reader, {5'000, kEur}, PaymentWay::Reader), reader.text());
        QVERIFY(m_stripe->start(intent).fate == CallFate::Unknown);
        const auto second = m_stripe->start(intent);
        QVERIFY(second.fate == CallFate::Done);
        QCOMPARE(m_double->objects(kStripe, "intents").size(), 2); // one is behind the session
        m_double->faults(kStripe, {fault("POST /v1/payment_intents/", 1, "drop")});
        const auto cancel = m_stripe->cancelCall(*second.value, "cancel-1");
        QVERIFY(m_stripe->send(cancel).fate == CallFate::Unknown);
        QVERIFY(m_stripe->send(cancel).fate == CallFate::Done);
        QVERIFY(fetched(second.value->reference).progress == Progress::Canceled);
    }

    void aLostStartIsFoundByOurIdWhereItsKeyIsForgotten()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        const TimeRange range{before, {before.ms + 120'000}};
        m_double->faults(kStripe, {fault("POST /v1/", 1, "drop"), fault("POST /v1/", 2, "drop")});
        const auto link = newId();
        const auto reader = newId();
        QVERIFY(m_stripe->start(m_stripe->startCall(askOf(link), "k1")).fate == CallFate::Unknown);
        QVERIFY(
            m_stripe
                ->start(m_stripe->startCall(askOf(reader, {700, kEur}, PaymentWay::Reader), "k2"))
                .fate == CallFate::Unknown);
        for (int i = 0; i < 120; ++i) { // more than a page of others'
            started(newId(), {100 + i, kEur});
        }
        m_double->control(kStripe, "forget_keys");
        for (const auto id : {link, reader}) {
            const auto found = m_stripe->findByOurId(id, range);
            QVERIFY(found.fate == CallFate::Done);
            QVERIFY(found.value->has_value());
            QCOMPARE((*found.value)->ourId, std::optional{id});
        }
        const auto none = m_stripe->findByOurId(newId(), range);
        QVERIFY(none.fate == CallFate::Done);
        QVERIFY(!none.value->has_value());
        const auto earlier = m_stripe->findByOurId(link, {{0}, {before.ms - 60'000}});
        QVERIFY(earlier.fate == CallFate::Done && !earlier.value->has_value());
        QVERIFY(m_stripe->capabilities().keyRetention == std::chrono::hours{24});
    }

    void aKeyIsForOneCallOnly()
    {
        QVERIFY(m_stripe->start(m_stripe->startCall(askOf(newId()), "same")).fate ==
                CallFate::Done);
        const auto other = m_stripe->start(m_stripe->startCall(askOf(newId()), "same"));
        QVERIFY(other.fate == CallFate::Rejected);
        QCOMPARE(other.problem.code, std::string{"idempotency_error"});
        QVERIFY(!other.problem.requestId.empty());
    }

    void whatStripeSaysNoWithDecidesWhetherToTryAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("should");
        QTest::addColumn<int>("fate");
        const auto row = [](int status, const char* code, const char* should, CallFate fate) {
            QTest::newRow(qPrintable(QString("%1 %2 %3").arg(status).arg(code, should)))
                << status << code << should << static_cast<int>(fate);
        };
        row(409, "idempotency_key_in_use", "", CallFate::Retry);
        row(409, "lock_timeout", "", CallFate::Retry);
        row(409, "anything", "", CallFate::Retry);
        row(409, "anything", "false", CallFate::Rejected);
        row(429, "rate_limit", "", CallFate::Retry);
        row(400, "anything", "true", CallFate::Retry);
        row(400, "anything", "", CallFate::Rejected);
        row(402, "card_declined", "", CallFate::Rejected);
        row(400, "amount_too_small", "", CallFate::Rejected);
        row(400, "charge_disputed", "", CallFate::Rejected);
        row(400, "balance_insufficient", "", CallFate::Rejected);
        row(400, "terminal_reader_timeout", "", CallFate::Unknown);
        row(401, "api_key_expired", "", CallFate::Rejected);
        row(403, "anything", "", CallFate::Rejected);
        row(404, "resource_missing", "", CallFate::Rejected);
        row(500, "anything", "", CallFate::Unknown);
        row(500, "anything", "true", CallFate::Unknown);
        row(503, "lock_timeout", "", CallFate::Unknown);
    }
    void whatStripeSaysNoWithDecidesWhetherToTryAgain()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, should);
        QFETCH(int, fate);
        QJsonObject headers{{"retry-after", "7"}, {"request-id", "req_1"}};
        if (!should.isEmpty()) {
            headers["stripe-should-retry"] = should;
        }
        const QJsonObject secret{{"code", code}, {"message", "jenny.rosen@example.com 4242"}};
        m_double->faults(kStripe,
                         {fault("POST /v1/refunds", 1, "answer",
                                {{"status", status},
                                 {"headers", headers},
                                 {"body", QJsonObject{{"error", secret}}}})});
        Snapshot snapshot{"pi_1", {}, "pi_1", Progress::Succeeded, {5'000, kEur}, false};
        const auto no =
            m_stripe->send(m_stripe->refundCall(snapshot, {newId(), newId(), {1, kEur}}, "k"));
        QCOMPARE(static_cast<int>(no.fate), fate);
        QCOMPARE(no.problem.status, status);
        QCOMPARE(no.problem.requestId, std::string{"req_1"});
        QVERIFY(no.retryAfter == std::chrono::milliseconds{7'000});
        QVERIFY(!no.problem.detail.empty());
        QVERIFY(no.problem.detail.find("jenny") == std::string::npos); // whatever Stripe says
        const std::string expected = status == 404 ? "not_found"
            : status == 401 || status == 403       ? "not_authorized"
                                                   : code.toStdString();
        QCOMPARE(no.problem.code, expected);
    }

    void aRepeatedServerFaultStaysUnknownAndTheLookUpTells()
    {
        m_double->faults(kStripe, {fault("POST /v1/checkout", 1, "keep_500", {{"isDone", true}})});
        const auto payment = newId();
        const auto call = m_stripe->startCall(askOf(payment), "k");
        QVERIFY(m_stripe->start(call).fate == CallFate::Unknown);
        QVERIFY(m_stripe->start(call).fate == CallFate::Unknown); // Stripe repeats what it said
        const auto now = SystemClock{}.now();
        const auto found = m_stripe->findByOurId(payment, {{now.ms - 60'000}, {now.ms + 60'000}});
        QVERIFY(found.fate == CallFate::Done && found.value->has_value());
    }

    void whatWasTamperedWithIsInTheSnapshot()
    {
        const auto before = paid(newId());
        const auto tampered = [&](const char* path, const QJsonObject& set) {
            m_double->faults(kStripe, {fault(path, 1, "tamper", {{"set", set}})});
            return m_stripe->fetch(before.reference);
        };
        const char* session = "GET /v1/checkout/sessions/";
        QVERIFY((tampered(session, {{"payment_intent.amount_received", 4'999}}).value->amount ==
                 Money{4'999, kEur}));
        QVERIFY((tampered(session, {{"payment_intent.currency", "usd"}}).value->amount ==
                 Money{5'000, *Currency::fromCode("USD")}));
        QVERIFY(tampered(session, {{"livemode", true}}).value->isLive);
        const auto other = newId();
        QCOMPARE(tampered(session, {{"client_reference_id", QString::fromStdString(other.text())}})
                     .value->ourId,
                 std::optional{other});
        // What is no amount at all, is no answer.
        for (const QJsonValue& amount : {QJsonValue{50.5}, QJsonValue{"5000"}, QJsonValue{true},
                                         QJsonValue{1e300}, QJsonValue{}}) {
            const auto bad = tampered(session, {{"payment_intent.amount_received", amount}});
            QVERIFY(bad.fate == CallFate::Unknown);
            QCOMPARE(bad.problem.code, std::string{"bad_answer"});
        }
        QVERIFY(tampered(session, {{"payment_intent.currency", "xxx"}}).fate == CallFate::Unknown);
        QVERIFY(tampered(
                    session,
                    {{"status", "paused"}, {"payment_status", "?"}, {"payment_intent.status", "?"}})
                    .fate == CallFate::Unknown);
    }

    void refundsAreToldToTheCentAndNeverMoreThanThereIs()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        std::vector<PaymentId> ids;
        for (const std::int64_t part : {1'667, 1'667, 1'666}) {
            ids.push_back(newId());
            const RefundAsk ask{ids.back(), payment, {part, kEur}};
            const auto call = m_stripe->refundCall(snapshot, ask, ids.back().text());
            QVERIFY(m_stripe->send(call).fate == CallFate::Done);
        }
        const auto after = fetched(snapshot.reference);
        QVERIFY(after.progress == Progress::Succeeded);
        QCOMPARE(after.refunds.size(), std::size_t{3});
        Money sum{0, kEur};
        for (const auto& refund : after.refunds) {
            sum += refund.amount;
            QVERIFY(refund.state == RefundSnapshot::State::Done);
            QVERIFY(std::ranges::find(ids, refund.ourId) != ids.end());
        }
        QVERIFY((sum == Money{5'000, kEur}));
        const auto more =
            m_stripe->send(m_stripe->refundCall(snapshot, {newId(), payment, {1, kEur}}, "more"));
        QVERIFY(more.fate == CallFate::Rejected);
        QCOMPARE(more.problem.code, std::string{"charge_already_refunded"});
    }

    void aRefundMayBePendingAndThenFailOrBeCanceled()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        m_double->control(kStripe, "next_refunds", {{"status", "pending"}});
        for (const char* status : {"failed", "canceled"}) {
            const RefundAsk ask{newId(), payment, {5'000, kEur}};
            QVERIFY(m_stripe->send(m_stripe->refundCall(snapshot, ask, status)).fate ==
                    CallFate::Done);
            QVERIFY(fetched(snapshot.reference).refunds.front().state ==
                    RefundSnapshot::State::Pending);
            const QJsonValue id = m_double->objects(kStripe, "refunds").last()["id"];
            m_double->control(kStripe, "set_refund", {{"id", id}, {"status", status}});
            const auto refund = fetched(snapshot.reference).refunds.front();
            QVERIFY(refund.state == RefundSnapshot::State::Failed);
            QCOMPARE(refund.reason, std::string{status});
        }
    }

    void aDisputeIsToldAndStandsInTheWayOfARefund()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        auto values = idOf(snapshot.reference);
        values["due_by"] = 1'800'000'000;
        const QJsonValue id = m_double->control(kStripe, "dispute", values)["id"];
        const auto disputed = fetched(snapshot.reference);
        QCOMPARE(disputed.disputes.size(), std::size_t{1});
        QVERIFY(disputed.disputes.front().state == DisputeSnapshot::State::Open);
        QVERIFY(disputed.disputes.front().dueBy == Instant{1'800'000'000'000});
        QVERIFY((disputed.disputes.front().amount == Money{5'000, kEur}));
        const auto refund =
            m_stripe->send(m_stripe->refundCall(disputed, {newId(), payment, {1, kEur}}, "r"));
        QVERIFY(refund.fate == CallFate::Rejected);
        QCOMPARE(refund.problem.code, std::string{"charge_disputed"});
        for (const auto& [status, state] :
             {std::pair{"under_review", DisputeSnapshot::State::Open},
              {"warning_needs_response", DisputeSnapshot::State::Open},
              {"warning_under_review", DisputeSnapshot::State::Open},
              {"warning_closed", DisputeSnapshot::State::Won},
              {"prevented", DisputeSnapshot::State::Won},
              {"won", DisputeSnapshot::State::Won},
              {"lost", DisputeSnapshot::State::Lost}}) {
            m_double->control(kStripe, "set_dispute", {{"id", id}, {"status", status}});
            QVERIFY(fetched(snapshot.reference).disputes.front().state == state);
        }
    }

    void theAccountIsReadPageByPageAndSaysWhichPayoutItWentInto()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        const auto payment = newId();
        const auto snapshot = paid(payment);
        QVERIFY(
            m_stripe->send(m_stripe->refundCall(snapshot, {newId(), payment, {1'250, kEur}}, "r"))
                .fate == CallFate::Done);
        for (int i = 0; i < 230; ++i) { // three pages
            m_double->control(kStripe, "pay", idOf(started(newId(), {1'000 + i, kEur}).reference));
        }
        m_double->control(kStripe, "dispute", idOf(snapshot.reference));
        const auto payout = m_double->control(kStripe, "payout")["id"].toString().toStdString();
        m_double->control(kStripe, "pay", idOf(started(newId()).reference)); // after it

        std::map<std::string, SettlementLine> lines;
        std::string cursor;
        int pages = 0;
        do {
            const auto page = m_stripe->settlements({before, {before.ms + 600'000}}, cursor);
            QVERIFY(page.fate == CallFate::Done);
            for (const auto& line : page.value->lines) {
                QVERIFY(line.net == line.gross - line.fee);
                lines.insert_or_assign(line.reference, line); // the last one knows the payout
            }
            cursor = page.value->cursor;
            ++pages;
        } while (!cursor.empty());
        QVERIFY(pages > 5);
        using Type = SettlementLine::Type;
        std::map<Type, int> counts;
        std::map<Type, std::int64_t> inPayout;
        int outside = 0;
        for (const auto& [reference, line] : lines) {
            ++counts[line.type];
            outside += line.payout.empty() ? 1 : 0;
            QVERIFY(line.payout.empty() || line.payout == payout);
            inPayout[line.type == Type::Payout ? Type::Payout : Type::Other] +=
                line.payout.empty() ? 0 : line.net.minor();
            if (line.payment == snapshot.moneyReference && line.type != Type::Dispute) {
                QCOMPARE(line.ourId, std::optional{payment});
            }
        }
        QCOMPARE(counts[Type::Payment], 232);
        QCOMPARE(counts[Type::Refund], 1);
        QCOMPARE(counts[Type::Dispute], 1);
        QCOMPARE(counts[Type::Payout], 1);
        QCOMPARE(outside, 1);
        QCOMPARE(inPayout[Type::Other], -inPayout[Type::Payout]); // what it holds is what was paid
    }

    void whatChangedMeanwhileIsFoundWithoutWebhooks()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        const auto snapshot = paid(newId());
        const auto other = started(newId());
        m_double->control(kStripe, "decline", idOf(other.reference));
        const auto changed = m_stripe->changedSince(before);
        QVERIFY(changed.fate == CallFate::Done);
        std::vector<std::string> found;
        for (const auto& reference : *changed.value) {
            found.push_back(fetched(reference).reference);
        }
        QVERIFY(std::ranges::count(found, snapshot.reference) >= 1);
        QVERIFY(std::ranges::count(found, other.reference) >= 1);
        const auto later = m_stripe->changedSince({SystemClock{}.now().ms + 3'600'000});
        QVERIFY(later.fate == CallFate::Done && later.value->empty());
    }

    void webhooksThatStripeItselfSignsAreTaken()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        const auto sent = m_double->control(kStripe, "webhooks")["webhooks"].toArray();
        QVERIFY(sent.size() >= 3);
        for (const auto& webhook : sent) {
            const auto verdict = m_stripe->verify(webhookOf(webhook), SystemClock{}.now());
            QVERIFY2(verdict.kind == Kind::Valid, verdict.why.c_str());
            QVERIFY(verdict.eventId.starts_with("evt_"));
            QVERIFY(verdict.reference == snapshot.reference ||
                    verdict.reference == snapshot.moneyReference);
            QCOMPARE(verdict.ourId, std::optional{payment});
        }
    }

    void ourCallsAreWhatStripesOwnLibrarySends()
    {
        const auto payment = newId();
        const auto ask = askOf(payment);
        const auto id = QString::fromStdString(payment.text());
        const auto text = [](const std::string& from) { return QString::fromStdString(from); };
        const auto started = m_stripe->start(m_stripe->startCall(ask, "ours"));
        QVERIFY(started.fate == CallFate::Done);
        const QJsonObject price{{"currency", "eur"},
                                {"unit_amount", 5'000},
                                {"product_data", QJsonObject{{"name", text(ask.description)}}}};
        compareWithLibrary(
            "checkout.sessions.create",
            {QJsonObject{
                {"mode", "payment"},
                {"client_reference_id", id},
                {"metadata", QJsonObject{{"payment", id}}},
                {"payment_intent_data", QJsonObject{{"metadata", QJsonObject{{"payment", id}}}}},
                {"line_items", QJsonArray{QJsonObject{{"price_data", price}, {"quantity", 1}}}},
                {"expires_at", static_cast<qint64>(ask.expiresAt.ms / 1'000 + 1'860)},
                {"success_url", text(ask.returnUrl)},
                {"cancel_url", text(ask.returnUrl)},
                {"locale", "de"}}});

        const auto reader = newId();
        const auto readerId = QString::fromStdString(reader.text());
        const auto intent = m_stripe->start(
            m_stripe->startCall(askOf(reader, {5'000, kEur}, PaymentWay::Reader), "ours-2"));
        QVERIFY(intent.fate == CallFate::Done);
        compareWithLibrary("paymentIntents.create",
                           {QJsonObject{{"amount", 5'000},
                                        {"currency", "eur"},
                                        {"payment_method_types", QJsonArray{"card_present"}},
                                        {"capture_method", "manual"},
                                        {"metadata", QJsonObject{{"payment", readerId}}},
                                        {"description", text(ask.description)}}});
        const auto pi = text(intent.value->reference);
        QVERIFY(m_stripe->present(m_stripe->presentCall(intent.value->reference, "tmr_hall", "p"))
                    .fate == CallFate::Done);
        m_stripe->present(m_stripe->withdrawCall("tmr_hall", "w"));
        compareWithLibrary("terminal.readers.cancelAction", {"tmr_hall", QJsonObject{}});
        m_stripe->present(m_stripe->presentCall(intent.value->reference, "tmr_hall", "q"));
        compareWithLibrary("terminal.readers.processPaymentIntent",
                           {"tmr_hall",
                            QJsonObject{{"payment_intent", pi},
                                        {"process_config",
                                         QJsonObject{{"enable_customer_cancellation", true}}}}});
        m_double->control(kStripe, "present", {{"reader", "tmr_hall"}});
        m_stripe->send(m_stripe->captureCall(*intent.value, "c"));
        compareWithLibrary("paymentIntents.capture",
                           {pi, QJsonObject{{"amount_to_capture", 5'000}}});
        m_stripe->send(m_stripe->cancelCall(*intent.value, "x"));
        compareWithLibrary("paymentIntents.cancel",
                           {pi, QJsonObject{{"cancellation_reason", "abandoned"}}});
        m_stripe->send(m_stripe->cancelCall(*started.value, "e"));
        compareWithLibrary("checkout.sessions.expire",
                           {text(started.value->reference), QJsonObject{}});
        const RefundAsk refund{newId(), reader, {1'250, kEur}};
        m_stripe->send(m_stripe->refundCall(*intent.value, refund, "r"));
        compareWithLibrary("refunds.create",
                           {QJsonObject{{"payment_intent", pi},
                                        {"amount", 1'250},
                                        {"metadata",
                                         QJsonObject{{"refund", text(refund.refund.text())},
                                                     {"payment", readerId}}}}});
    }

    void everyCallSaysItsVersionAndEveryPostItsKey()
    {
        const auto snapshot = paid(newId());
        for (const QJsonValue call : m_double->calls(kStripe)) {
            QCOMPARE(call["headers"]["stripe-version"].toString(), QString{"2026-07-29.dahlia"});
            QCOMPARE(call["headers"]["authorization"].toString(), QString{"Bearer sk_test_double"});
            QCOMPARE(call["headers"].toObject().contains("idempotency-key"),
                     call["method"] == QString{"POST"});
        }
        QCOMPARE(callsTo(*m_double, "POST", "/v1/checkout/sessions"), 1);
    }
};

QTEST_GUILESS_MAIN(TestStripeProvider)
#include "test_stripe_provider.moc"
