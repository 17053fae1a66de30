// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/paypal_provider.h"

#include "sync/server/payments/providers/date_text.h"
#include "sync/server/payments/providers/paypal_objects.h"
#include "sync/server/payments/providers/paypal_report.h"
#include "sync/server/payments/providers/provider_currencies.h"
#include "sync/server/payments/providers/signed_event.h"
#include "sync/server/payments/providers/url_form.h"

#include <Poco/JSON/Array.h>

#include <algorithm>
#include <tuple>

namespace foyer::server {
namespace {

constexpr const char* kJsonContent = "application/json";
constexpr const char* kOrders = "/v2/checkout/orders";
constexpr const char* kCaptures = "/v2/payments/captures";
constexpr const char* kDisputes = "/v1/customer/disputes";
constexpr std::size_t kDescriptionMax = 127;
constexpr int kForbidden = 403;

JsonObject::Ptr moneyOf(Money amount)
{
    auto object = makeJsonObject();
    object->set("currency_code", std::string{amount.currency().code()});
    object->set("value", paypalCurrencies().textOf(amount).value_or("0"));
    return object;
}

JsonObject::Ptr experienceOf(const PaymentAsk& ask)
{
    auto experience = makeJsonObject();
    experience->set("return_url", ask.returnUrl);
    experience->set("cancel_url", ask.returnUrl);
    experience->set("user_action", "PAY_NOW");
    experience->set("shipping_preference", "NO_SHIPPING");
    // Without this, a payment may be a cheque of some days.
    experience->set("payment_method_preference", "IMMEDIATE_PAYMENT_REQUIRED");
    if (ask.language.size() == 2) {
        experience->set("locale", ask.language);
    }
    auto wallet = makeJsonObject();
    wallet->set("experience_context", experience);
    auto source = makeJsonObject();
    source->set("paypal", wallet);
    return source;
}

/// Where certificates are kept. In tests beside a PayPal of our own, that one's.
HttpOrigin certificateHome(const ProviderSettings& settings, const HttpOrigin& base)
{
    if (settings.isTest && (base.isLoopback() || base.host == "localhost")) {
        return base;
    }
    return {true, settings.isTest ? "api.sandbox.paypal.com" : "api.paypal.com", 443};
}

} // namespace

PaypalProvider::PaypalProvider(ProviderParts parts)
    : m_settings{std::move(parts.settings)}, m_line{std::move(parts.http), m_settings.clientId,
                                                    m_settings.secret},
      m_certificates{certificateHome(m_settings, m_line.origin()), std::move(parts.trust),
                     parts.patience}
{}

Capabilities PaypalProvider::capabilities() const
{
    Capabilities able;
    able.link = true;
    able.partialRefund = true;
    able.settlements = true;
    able.keyRetention = std::chrono::hours{6}; // of orders; of refunds 45 days
    return able;
}

bool PaypalProvider::takes(Money amount) const
{
    return paypalCurrencies().take(amount);
}

ProviderCall PaypalProvider::startCall(const PaymentAsk& ask, std::string key) const
{
    auto unit = makeJsonObject();
    unit->set("reference_id", ask.payment.text());
    unit->set("custom_id", ask.payment.text()); // stands in the reports, too
    unit->set("description", firstBytes(ask.description, kDescriptionMax));
    unit->set("amount", moneyOf(ask.amount));
    Poco::JSON::Array units;
    units.add(unit);
    auto order = makeJsonObject();
    order->set("intent", "CAPTURE");
    order->set("purchase_units", units);
    order->set("payment_source", experienceOf(ask));
    return {"POST", kOrders, kJsonContent, toText(order), std::move(key)};
}

Outcome<Snapshot> PaypalProvider::start(const ProviderCall& call)
{
    const auto answer = m_line.post(call);
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfOrder(*answer.value, !m_settings.isTest);
    return snapshot ? Outcome<Snapshot>::done(*std::move(snapshot)) : badAnswer<Snapshot>();
}

ProviderCall PaypalProvider::presentCall(const std::string& /*reference*/,
                                         const std::string& /*reader*/, std::string /*key*/) const
{
    return {}; // it has no readers: see capabilities()
}

Outcome<std::monostate> PaypalProvider::present(const ProviderCall& /*call*/)
{
    return {CallFate::Rejected, {}, {"no_readers", "PayPal has no card readers."}};
}

ProviderCall PaypalProvider::withdrawCall(const std::string& /*reader*/, std::string /*key*/) const
{
    return {};
}

Outcome<Snapshot> PaypalProvider::withDisputes(Snapshot snapshot)
{
    if (snapshot.progress != Progress::Succeeded) {
        return Outcome<Snapshot>::done(std::move(snapshot));
    }
    const auto answer = m_line.get(kDisputes + std::string{"?disputed_transaction_id="} +
                                   percentEncoded(snapshot.moneyReference));
    if (answer.fate != CallFate::Done) {
        // An app may do without the permission for disputes; its payments are as good.
        return answer.problem.status == kForbidden ? Outcome<Snapshot>::done(std::move(snapshot))
                                                   : sameNo<Snapshot>(answer);
    }
    for (const JsonValue& item : (*answer.value)["items"].items()) {
        // The list does not say how one ended.
        const auto full = m_line.get(kDisputes + ('/' + pathSegment(item["dispute_id"].text())));
        if (full.fate != CallFate::Done) {
            return sameNo<Snapshot>(full);
        }
        const auto dispute = disputeOfPaypal(*full.value);
        if (!dispute) {
            return badAnswer<Snapshot>();
        }
        snapshot.disputes.push_back(*dispute);
    }
    return Outcome<Snapshot>::done(std::move(snapshot));
}

Outcome<Snapshot> PaypalProvider::fetchOrder(const std::string& id)
{
    const auto answer = m_line.get(kOrders + ('/' + pathSegment(id)));
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfOrder(*answer.value, !m_settings.isTest);
    return snapshot ? withDisputes(*std::move(snapshot)) : badAnswer<Snapshot>();
}

Outcome<Snapshot> PaypalProvider::fetch(const std::string& reference)
{
    auto order = fetchOrder(reference);
    if (order.problem.code != "not_found") {
        return order;
    }
    // Orders and captures have names of the same form.
    const auto capture = m_line.get(kCaptures + ('/' + pathSegment(reference)));
    if (capture.fate != CallFate::Done) {
        return sameNo<Snapshot>(capture);
    }
    const std::string id = orderOfCapture(*capture.value);
    return id.empty() ? badAnswer<Snapshot>() : fetchOrder(id);
}

Outcome<std::optional<Snapshot>> PaypalProvider::findByOurId(PaymentId /*payment*/,
                                                             TimeRange /*made*/)
{
    return Outcome<std::optional<Snapshot>>::done(std::nullopt);
}

ProviderCall PaypalProvider::captureCall(const Snapshot& of, std::string key) const
{
    return {"POST",
            kOrders + ('/' + pathSegment(of.reference)) + "/capture",
            kJsonContent,
            {},
            std::move(key)};
}

ProviderCall PaypalProvider::cancelCall(const Snapshot& /*of*/, std::string /*key*/) const
{
    return {}; // what is never captured takes nothing
}

ProviderCall PaypalProvider::refundCall(const Snapshot& of, const RefundAsk& ask,
                                        std::string key) const
{
    auto refund = makeJsonObject();
    refund->set("amount", moneyOf(ask.amount));
    refund->set("custom_id", ask.refund.text());
    return {"POST", kCaptures + ('/' + pathSegment(of.moneyReference)) + "/refund", kJsonContent,
            toText(refund), std::move(key)};
}

Outcome<std::monostate> PaypalProvider::send(const ProviderCall& call)
{
    if (call.path.empty()) { // cancelCall()
        return Outcome<std::monostate>::done({});
    }
    return doneOr(m_line.post(call));
}

WebhookVerdict::Kind PaypalProvider::askPaypal(const PaypalSignature& signature,
                                               const std::string& body)
{
    auto said = makeJsonObject();
    said->set("auth_algo", signature.algorithm);
    said->set("cert_url", signature.certificateUrl);
    said->set("transmission_id", signature.transmissionId);
    said->set("transmission_sig", signature.signature);
    said->set("transmission_time", signature.time);
    said->set("webhook_id", m_settings.webhookSecret);
    std::string text = toText(said);
    text.pop_back();
    // The bytes as they came: written anew, they may not be what was signed.
    text += ",\"webhook_event\":" + body + '}';
    const auto answer = m_line.post(
        {"POST", "/v1/notifications/verify-webhook-signature", kJsonContent, std::move(text), {}});
    const std::string status =
        answer.fate == CallFate::Done ? (*answer.value)["verification_status"].text() : "";
    if (status == "SUCCESS") {
        return WebhookVerdict::Kind::Valid;
    }
    return status == "FAILURE" ? WebhookVerdict::Kind::Forged : WebhookVerdict::Kind::Unverifiable;
}

WebhookVerdict PaypalProvider::verify(const WebhookRequest& request, Instant now)
{
    using Finding = PaypalCertificates::Finding;
    const auto signature = paypalSignatureOf(request);
    const auto signedAt = signature ? readDateText(signature->time) : std::nullopt;
    if (!signedAt || m_settings.webhookSecret.empty()) {
        return forged("It is not signed as PayPal signs.");
    }
    if (!isFresh(*signedAt, now)) {
        return stale();
    }
    if (!m_certificates.isHome(signature->certificateUrl)) {
        return forged("Its certificate is to be found at an address that is not PayPal's.");
    }
    const std::string body{request.body.begin(), request.body.end()};
    const auto event = JsonValue::parse(body);
    if (!event || (*event)["id"].text().empty()) {
        return forged("It is no event.");
    }
    const auto finding =
        m_certificates.check(*signature,
                             paypalSigned(*signature, m_settings.webhookSecret, request.body), now);
    WebhookVerdict verdict;
    verdict.kind = finding == Finding::Signed ? WebhookVerdict::Kind::Valid
        : finding == Finding::NotSigned       ? WebhookVerdict::Kind::Forged
                                              : askPaypal(*signature, body);
    if (verdict.kind == WebhookVerdict::Kind::Forged) {
        return forged("Its signature is not PayPal's, or of another webhook. If all of them are "
                      "refused, set the webhook's id anew from PayPal's dashboard.");
    }
    if (verdict.kind == WebhookVerdict::Kind::Unverifiable) {
        verdict.why = "Neither PayPal's certificate nor PayPal could be asked.";
        return verdict;
    }
    verdict.eventId = (*event)["id"].text();
    std::tie(verdict.reference, verdict.ourId) = aboutOfPaypal(*event);
    return verdict;
}

Outcome<SettlementPage> PaypalProvider::settlements(TimeRange range, const std::string& cursor)
{
    return paypalSettlements(m_line, range, cursor);
}

Outcome<std::vector<std::string>> PaypalProvider::changedSince(Instant from)
{
    return paypalChangedSince(m_line, from);
}

} // namespace foyer::server
