// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/server_tls.h"
#include "tests/support/payment_double.h"

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
constexpr const char* kMollie = "mollie";
const Currency kEur = *Currency::fromCode("EUR");

PaymentId newId()
{
    SystemRandom random;
    return {Uuid::v7(SystemClock{}.now(), random)};
}

PaymentAsk askOf(PaymentId payment, Money amount = {5'000, kEur}, PaymentWay way = PaymentWay::Link)
{
    PaymentAsk ask{payment, amount};
    ask.way = way;
    ask.reader = "term_hall";
    ask.description = "Order K7Q4M2, \"Faust\" \u00fc";
    ask.returnUrl = "https://box.foyer.test/p/AbC";
    ask.webhookUrl = "https://box.foyer.test/v1/webhooks/mollie";
    ask.language = "de";
    ask.expiresAt = {SystemClock{}.now().ms + 300'000};
    return ask;
}

WebhookRequest webhookOf(const std::string& body)
{
    return {{{"content-type", "application/x-www-form-urlencoded"}}, {body.begin(), body.end()}};
}

} // namespace

class TestMollieProvider : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    TlsFiles m_tls;
    std::unique_ptr<PaymentDouble> m_double;
    std::unique_ptr<PaymentProvider> m_mollie;

    Snapshot started(PaymentId payment, Money amount = {5'000, kEur},
                     PaymentWay way = PaymentWay::Link)
    {
        const auto done =
            m_mollie->start(m_mollie->startCall(askOf(payment, amount, way), payment.text()));
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    Snapshot fetched(const std::string& reference)
    {
        const auto done = m_mollie->fetch(reference);
        if (done.fate != CallFate::Done) {
            qFatal("%s %s", done.problem.code.c_str(), done.problem.detail.c_str());
        }
        return *done.value;
    }
    void bring(const char* name, const std::string& id, QJsonObject more = {})
    {
        more["id"] = QString::fromStdString(id);
        m_double->control(kMollie, name, more);
    }
    Snapshot paid(PaymentId payment, Money amount = {5'000, kEur})
    {
        const auto snapshot = started(payment, amount);
        bring("pay", snapshot.reference);
        return fetched(snapshot.reference);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_tls = {m_folder.filePath("certificate.pem").toStdString(),
                 m_folder.filePath("key.pem").toStdString()};
        const std::array<std::string, 1> names{"localhost"};
        QVERIFY(makeOwnCertificate(m_tls, names, SystemClock{}.now()).has_value());
        m_double = std::make_unique<PaymentDouble>(m_tls.certificate, m_tls.key);
    }
    void init()
    {
        m_double->control(kMollie, "reset");
        ProviderSettings settings;
        settings.name = "mollie";
        settings.baseUrl = m_double->url(kMollie);
        settings.secret = "test_double";
        settings.authorities = m_tls.certificate;
        auto made = makeProvider(settings);
        QVERIFY(made.has_value());
        m_mollie = *std::move(made);
    }
    void cleanupTestCase()
    {
        m_mollie.reset();
        m_double.reset();
    }

    void aPaymentIsStartedAndPaid()
    {
        const auto payment = newId();
        const auto snapshot = started(payment);
        QVERIFY(snapshot.reference.starts_with("tr_"));
        QVERIFY(snapshot.pageUrl.starts_with("https://www.mollie.com/"));
        QCOMPARE(snapshot.ourId, std::optional{payment});
        QVERIFY(snapshot.progress == Progress::Created);
        QVERIFY((snapshot.amount == Money{5'000, kEur}));
        QVERIFY(!snapshot.isLive);
        bring("pay", snapshot.reference);
        const auto done = fetched(snapshot.reference);
        QVERIFY(done.progress == Progress::Succeeded);
        QVERIFY(done.pageUrl.empty());
        QCOMPARE(m_mollie->fetch("tr_unknown").problem.code, std::string{"not_found"});
    }

    void itsStatesAreOurs()
    {
        const auto snapshot = started(newId());
        for (const auto& [status, progress] : {std::pair{"open", Progress::Created},
                                               {"pending", Progress::Processing},
                                               {"authorized", Progress::Authorized},
                                               {"paid", Progress::Succeeded},
                                               {"canceled", Progress::Canceled},
                                               {"expired", Progress::Expired},
                                               {"failed", Progress::Failed}}) {
            bring("set", snapshot.reference, {{"set", QJsonObject{{"status", status}}}});
            QVERIFY(fetched(snapshot.reference).progress == progress);
        }
        const QJsonObject details{{"failureReason", "insufficient_funds"}};
        bring("set", snapshot.reference, {{"set", QJsonObject{{"details", details}}}});
        QCOMPARE(fetched(snapshot.reference).reason, std::string{"insufficient_funds"});
        bring("set", snapshot.reference, {{"set", QJsonObject{{"status", "authorized"}}}});
        const auto authorized = fetched(snapshot.reference);
        QVERIFY(m_mollie->send(m_mollie->captureCall(authorized, "c")).fate == CallFate::Done);
        QVERIFY(fetched(snapshot.reference).progress == Progress::Succeeded);
    }

    void aTerminalAsksByItselfAndStopsWhereThePaymentIsCanceled()
    {
        const auto snapshot = started(newId(), {5'000, kEur}, PaymentWay::Reader);
        QVERIFY(
            m_mollie->present(m_mollie->presentCall(snapshot.reference, "term_hall", "p")).fate ==
            CallFate::Done);
        QVERIFY(m_mollie->present(m_mollie->withdrawCall("term_hall", "w")).fate == CallFate::Done);
        QVERIFY(m_mollie->send(m_mollie->cancelCall(snapshot, "c")).fate == CallFate::Done);
        QVERIFY(fetched(snapshot.reference).progress == Progress::Canceled);
        const auto other = paid(newId());
        QVERIFY(m_mollie->send(m_mollie->cancelCall(other, "d")).fate == CallFate::Rejected);
        QVERIFY(fetched(other.reference).progress == Progress::Succeeded);
    }

    void everyAnswerThatIsLostIsRepeatedWithoutASecondObject()
    {
        m_double->faults(kMollie,
                         {fault("POST /v2/payments", 1, "drop"),
                          fault("DELETE /v2/payments", 1, "drop")});
        const auto payment = newId();
        const auto call = m_mollie->startCall(askOf(payment), payment.text());
        QVERIFY(m_mollie->start(call).fate == CallFate::Unknown);
        const auto again = m_mollie->start(call);
        QVERIFY(again.fate == CallFate::Done);
        QCOMPARE(m_double->objects(kMollie, "payments").size(), 1);
        const auto cancel = m_mollie->cancelCall(*again.value, "cancel");
        QVERIFY(m_mollie->send(cancel).fate == CallFate::Unknown);
        QVERIFY(m_mollie->send(cancel).fate == CallFate::Done);

        const auto snapshot = paid(newId());
        m_double->faults(kMollie, {fault("POST /v2/payments", 1, "drop")});
        const auto refund = m_mollie->refundCall(snapshot, {newId(), payment, {1'250, kEur}}, "r");
        QVERIFY(m_mollie->send(refund).fate == CallFate::Unknown);
        QVERIFY(m_mollie->send(refund).fate == CallFate::Done);
        QCOMPARE(m_double->objects(kMollie, "refunds").size(), 1);
    }

    void aLostStartIsFoundByOurId()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        m_double->faults(kMollie, {fault("POST /v2/payments", 1, "drop")});
        const auto payment = newId();
        QVERIFY(m_mollie->start(m_mollie->startCall(askOf(payment), "k")).fate ==
                CallFate::Unknown);
        for (int i = 0; i < 260; ++i) { // more than a page of others'
            started(newId(), {100 + i, kEur});
        }
        const auto found = m_mollie->findByOurId(payment, {before, {before.ms + 120'000}});
        QVERIFY(found.fate == CallFate::Done && found.value->has_value());
        QCOMPARE((*found.value)->ourId, std::optional{payment});
        const auto none = m_mollie->findByOurId(newId(), {before, {before.ms + 120'000}});
        QVERIFY(none.fate == CallFate::Done && !none.value->has_value());
        QVERIFY(m_mollie->capabilities().keyRetention == std::chrono::hours{1});
    }

    void refundsAndChargebacksAreTold()
    {
        const auto payment = newId();
        const auto snapshot = paid(payment);
        std::set<PaymentId> ids;
        for (const std::int64_t part : {1'667, 1'667, 1'666}) {
            const auto id = newId();
            ids.insert(id);
            const auto call =
                m_mollie->refundCall(snapshot, {id, payment, {part, kEur}}, id.text());
            QVERIFY(m_mollie->send(call).fate == CallFate::Done);
        }
        const auto more =
            m_mollie->send(m_mollie->refundCall(snapshot, {newId(), payment, {1, kEur}}, "more"));
        QVERIFY(more.fate == CallFate::Rejected);
        const auto after = fetched(snapshot.reference);
        Money sum{0, kEur};
        for (const auto& refund : after.refunds) {
            QVERIFY(refund.state == RefundSnapshot::State::Pending);
            QVERIFY(refund.ourId && ids.contains(*refund.ourId));
            sum += refund.amount;
        }
        QVERIFY((sum == Money{5'000, kEur}));
        const auto id = after.refunds.front().reference;
        for (const auto& [status, state] : {std::pair{"queued", RefundSnapshot::State::Pending},
                                            {"processing", RefundSnapshot::State::Pending},
                                            {"refunded", RefundSnapshot::State::Done},
                                            {"failed", RefundSnapshot::State::Failed},
                                            {"canceled", RefundSnapshot::State::Failed}}) {
            bring("set_refund", id, {{"status", status}});
            const auto refunds = fetched(snapshot.reference).refunds;
            const auto found = std::ranges::find(refunds, id, &RefundSnapshot::reference);
            QVERIFY(found != refunds.end() && found->state == state);
        }
        const auto other = paid(newId());
        bring("chargeback", other.reference);
        QVERIFY(fetched(other.reference).disputes.front().state == DisputeSnapshot::State::Lost);
        bring("chargeback", other.reference, {{"reversedAt", "2026-12-01T10:00:00+00:00"}});
        QVERIFY(fetched(other.reference).disputes.back().state == DisputeSnapshot::State::Won);
    }

    void whatMollieSaysNoWithDecidesWhetherToTryAgain()
    {
        const auto snapshot = paid(newId());
        for (const auto& [status, fate] : {std::pair{409, CallFate::Retry},
                                           {429, CallFate::Retry},
                                           {422, CallFate::Rejected},
                                           {401, CallFate::Rejected},
                                           {403, CallFate::Rejected},
                                           {410, CallFate::Rejected},
                                           {500, CallFate::Unknown},
                                           {503, CallFate::Unknown}}) {
            const QJsonObject body{{"status", status}, {"detail", "zoe@example.test"}};
            m_double->faults(kMollie,
                             {fault("POST /v2/payments", 1, "answer",
                                    {{"status", status}, {"body", body}})});
            const auto no =
                m_mollie->send(m_mollie->refundCall(snapshot, {newId(), newId(), {1, kEur}}, "k"));
            QVERIFY(no.fate == fate);
            QCOMPARE(no.problem.status, status);
            QVERIFY(no.problem.detail.find("zoe") == std::string::npos);
        }
    }

    void whatWasTamperedWithIsInTheSnapshot()
    {
        const auto before = paid(newId());
        const auto tampered = [&](const QJsonObject& set) {
            m_double->faults(kMollie, {fault("GET /v2/payments/", 1, "tamper", {{"set", set}})});
            return m_mollie->fetch(before.reference);
        };
        QVERIFY((tampered({{"amount.value", "49.99"}}).value->amount == Money{4'999, kEur}));
        QVERIFY((tampered({{"amount.currency", "USD"}}).value->amount ==
                 Money{5'000, *Currency::fromCode("USD")}));
        QVERIFY(tampered({{"mode", "live"}}).value->isLive);
        QVERIFY(!tampered({{"metadata.payment", "x"}}).value->ourId);
        QVERIFY(tampered({{"mode", "?"}}).fate == CallFate::Unknown);
        QVERIFY(tampered({{"amount.value", 50}}).fate == CallFate::Unknown);
        QVERIFY(tampered({{"status", "?"}}).fate == CallFate::Unknown);
    }

    void aWebhookIsNoMoreThanTheNameOfAPayment()
    {
        const Instant now{1'790'000'000'000};
        const auto verdict = m_mollie->verify(webhookOf("id=tr_7UhSN1zuXS"), now);
        QVERIFY(verdict.kind == Kind::Valid);
        QCOMPARE(verdict.reference, std::string{"tr_7UhSN1zuXS"});
        // The same payment changes again: that is no repetition.
        QVERIFY(m_mollie->verify(webhookOf("id=tr_7UhSN1zuXS"), {now.ms + 1}).eventId !=
                verdict.eventId);
        for (const char* body : {"", "id=", "id=pl_1", "id=tr_1&x=y", "id=tr_1/../x", "tr_1",
                                 "id=tr_%31", "{\"id\":\"tr_1\"}"}) {
            QVERIFY2(m_mollie->verify(webhookOf(body), now).kind == Kind::Forged, body);
        }
        QVERIFY(m_mollie->verify(webhookOf("id=tr_" + std::string(1'000, 'a')), now).kind ==
                Kind::Forged);
    }

    void theBalanceIsReadPageByPage()
    {
        const Instant before{SystemClock{}.now().ms - 60'000};
        const auto payment = newId();
        const auto snapshot = paid(payment);
        QVERIFY(
            m_mollie->send(m_mollie->refundCall(snapshot, {newId(), payment, {1'250, kEur}}, "r"))
                .fate == CallFate::Done);
        for (int i = 0; i < 255; ++i) {
            bring("pay", started(newId(), {1'000 + i, kEur}).reference);
        }
        std::map<std::string, SettlementLine> found;
        std::string cursor;
        int pages = 0;
        do {
            const auto page = m_mollie->settlements({before, {before.ms + 600'000}}, cursor);
            QVERIFY(page.fate == CallFate::Done);
            for (const auto& line : page.value->lines) {
                QVERIFY(line.net == line.gross - line.fee);
                QVERIFY(found.emplace(line.reference, line).second);
            }
            cursor = page.value->cursor;
            ++pages;
        } while (!cursor.empty());
        QCOMPARE(pages, 2);
        QCOMPARE(found.size(), std::size_t{257});
        using Type = SettlementLine::Type;
        QCOMPARE(std::ranges::count_if(found,
                                       [&](const auto& pair) {
                                           return pair.second.payment == snapshot.reference;
                                       }),
                 2);
        const auto refund = std::ranges::find_if(found, [](const auto& pair) {
            return pair.second.type == Type::Refund;
        });
        QVERIFY((refund->second.gross == Money{-1'250, kEur}));
        QVERIFY((refund->second.fee == Money{25, kEur}));
        const auto none = m_mollie->settlements({{0}, before}, {});
        QVERIFY(none.fate == CallFate::Done && none.value->lines.empty());
    }

    void whatChangedMeanwhileIsFoundWithoutWebhooks()
    {
        const auto snapshot = paid(newId());
        const auto other = started(newId());
        const auto changed = m_mollie->changedSince({SystemClock{}.now().ms - 60'000});
        QVERIFY(changed.fate == CallFate::Done);
        QVERIFY(std::ranges::count(*changed.value, snapshot.reference) == 1);
        QVERIFY(std::ranges::count(*changed.value, other.reference) == 1);
    }

    void molliesOwnLibraryFindsWhatWeMadeAndMakesWhatWeFind()
    {
        const auto payment = newId();
        const auto ours = started(payment);
        const auto read =
            m_double->byLibrary(kMollie, "payments.get", {QString::fromStdString(ours.reference)});
        QCOMPARE(read["status"].toString(), QString{"open"});
        QCOMPARE(read["amount"].toObject()["value"].toString(), QString{"50.00"});
        QCOMPARE(read["metadata"].toObject()["payment"].toString().toStdString(), payment.text());
        const QJsonObject amount{{"currency", "EUR"}, {"value", "12.34"}};
        const auto made =
            m_double->byLibrary(kMollie, "payments.create",
                                {QJsonObject{{"amount", amount},
                                             {"description", "x"},
                                             {"redirectUrl", "https://x.test"},
                                             {"metadata", QJsonObject{{"payment", "none"}}}}});
        const auto theirs = fetched(made["id"].toString().toStdString());
        QVERIFY((theirs.amount == Money{1'234, kEur}));
        QVERIFY(!theirs.ourId);
    }

    void amountsOfAllCurrenciesAreTaken()
    {
        for (const char* code : {"EUR", "JPY", "ISK", "HUF", "USD"}) {
            const Money amount{1'234, *Currency::fromCode(code)};
            QVERIFY(m_mollie->takes(amount));
            QVERIFY(paid(newId(), amount).amount == amount);
        }
        QVERIFY(!m_mollie->takes({1'000, *Currency::fromCode("KWD")}));
    }
};

QTEST_GUILESS_MAIN(TestMollieProvider)
#include "test_mollie_provider.moc"
