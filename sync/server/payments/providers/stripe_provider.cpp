// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/stripe_provider.h"

#include "sync/server/payments/providers/provider_currencies.h"
#include "sync/server/payments/providers/stripe_objects.h"
#include "sync/server/payments/providers/stripe_webhook.h"
#include "sync/server/payments/providers/url_form.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

constexpr const char* kForm = "application/x-www-form-urlencoded";
constexpr const char* kSessions = "/v1/checkout/sessions";
constexpr const char* kIntents = "/v1/payment_intents";
constexpr const char* kInSession =
    "expand[0]=payment_intent&expand[1]=payment_intent.latest_charge";
constexpr const char* kInIntent = "expand[0]=latest_charge";
// A session lives half an hour at least from the moment in which Stripe hears of it. The server
// ends it before; and the call may be sent again until then, as the same bytes.
constexpr std::chrono::minutes kSessionAfter{31};
// Events that tell of a payment; Stripe takes twenty names at once. Not asked for: whether they
// were delivered, for what was delivered may have been lost here.
constexpr auto kTold = std::to_array<const char*>(
    {"checkout.session.completed", "checkout.session.async_payment_succeeded",
     "checkout.session.async_payment_failed", "checkout.session.expired",
     "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.processing",
     "payment_intent.canceled", "payment_intent.requires_action",
     "payment_intent.amount_capturable_updated", "refund.created", "refund.updated",
     "refund.failed", "charge.refunded", "charge.dispute.created", "charge.dispute.updated",
     "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated"});

ProviderCall post(std::string path, const UrlForm& form, std::string key)
{
    return {"POST", std::move(path), kForm, form.text(), std::move(key)};
}

std::string secondsOf(Instant instant)
{
    return std::to_string(instant.ms / 1'000);
}

/// Our calls are written for what takes() says yes to; anything else is Stripe's to refuse.
std::string unitsOf(Money amount)
{
    return std::to_string(stripeCurrencies().unitsOf(amount).value_or(0));
}

std::string codeOf(Currency currency)
{
    std::string code;
    std::ranges::transform(currency.code(), std::back_inserter(code),
                           [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return code;
}

/// A language that Stripe's page speaks; else the browser decides.
std::string localeOf(const std::string& language)
{
    constexpr std::string_view kSpoken =
        " bg cs da de el en es et fi fil fr hr hu id it ja ko lt lv ms mt nb nl pl pt ro ru sk sl "
        "sv th tr vi zh ";
    const std::string base = language.substr(0, language.find_first_of("-_"));
    const bool isSpoken = base.size() >= 2 && kSpoken.find(' ' + base + ' ') != std::string::npos;
    return isSpoken ? base : "auto";
}

bool isSession(const std::string& reference)
{
    return reference.starts_with("cs_");
}

ProviderCall sessionCall(const PaymentAsk& ask, std::string key)
{
    const std::string id = ask.payment.text();
    const Instant end{ask.expiresAt.ms + std::chrono::milliseconds{kSessionAfter}.count()};
    UrlForm form;
    form.add("mode", "payment")
        .add("client_reference_id", id)
        .add("metadata[payment]", id)
        .add("payment_intent_data[metadata][payment]", id) // its events carry no metadata of ours
        .add("line_items[0][price_data][currency]", codeOf(ask.amount.currency()))
        .add("line_items[0][price_data][unit_amount]", unitsOf(ask.amount))
        .add("line_items[0][price_data][product_data][name]", ask.description)
        .add("line_items[0][quantity]", "1")
        .add("expires_at", secondsOf(end))
        .add("success_url", ask.returnUrl)
        .add("cancel_url", ask.returnUrl)
        .add("locale", localeOf(ask.language));
    return post(kSessions, form, std::move(key));
}

ProviderCall intentCall(const PaymentAsk& ask, std::string key)
{
    UrlForm form;
    form.add("amount", unitsOf(ask.amount))
        .add("currency", codeOf(ask.amount.currency()))
        .add("payment_method_types[0]", "card_present")
        .add("capture_method", "manual")
        .add("metadata[payment]", ask.payment.text())
        .add("description", ask.description);
    return post(kIntents, form, std::move(key));
}

} // namespace

StripeProvider::StripeProvider(ProviderParts parts)
    : m_settings{std::move(parts.settings)}, m_line{std::move(parts.http), m_settings.secret}
{}

Capabilities StripeProvider::capabilities() const
{
    Capabilities able;
    able.link = true;
    able.reader = true;
    able.canCancel = true;
    able.partialRefund = true;
    able.settlements = true;
    able.keyRetention = std::chrono::hours{24};
    return able;
}

bool StripeProvider::takes(Money amount) const
{
    return stripeCurrencies().take(amount);
}

ProviderCall StripeProvider::startCall(const PaymentAsk& ask, std::string key) const
{
    return ask.way == PaymentWay::Reader ? intentCall(ask, std::move(key))
                                         : sessionCall(ask, std::move(key));
}

Outcome<Snapshot> StripeProvider::start(const ProviderCall& call)
{
    const auto answer = m_line.post(call);
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfStripe(*answer.value);
    return snapshot ? Outcome<Snapshot>::done(*std::move(snapshot)) : badAnswer<Snapshot>();
}

ProviderCall StripeProvider::presentCall(const std::string& reference, const std::string& reader,
                                         std::string key) const
{
    UrlForm form;
    form.add("payment_intent", reference)
        .add("process_config[enable_customer_cancellation]", "true");
    return post("/v1/terminal/readers/" + pathSegment(reader) + "/process_payment_intent", form,
                std::move(key));
}

Outcome<std::monostate> StripeProvider::present(const ProviderCall& call)
{
    return doneOr(m_line.post(call));
}

ProviderCall StripeProvider::withdrawCall(const std::string& reader, std::string key) const
{
    return post("/v1/terminal/readers/" + pathSegment(reader) + "/cancel_action", {},
                std::move(key));
}

Outcome<Snapshot> StripeProvider::withWhatFollowed(Snapshot snapshot, bool isDisputed)
{
    if (snapshot.progress != Progress::Succeeded || snapshot.moneyReference.empty()) {
        return Outcome<Snapshot>::done(std::move(snapshot));
    }
    const std::string of = "?payment_intent=" + percentEncoded(snapshot.moneyReference);
    bool isReadable = true;
    auto walked = m_line.walk("/v1/refunds" + of, [&](const JsonValue& item) {
        const auto refund = refundOfStripe(item);
        isReadable = isReadable && refund.has_value();
        if (refund) {
            snapshot.refunds.push_back(*refund);
        }
        return isReadable;
    });
    if (walked.fate == CallFate::Done && isDisputed) {
        walked = m_line.walk("/v1/disputes" + of, [&](const JsonValue& item) {
            const auto dispute = disputeOfStripe(item);
            isReadable = isReadable && dispute.has_value();
            if (dispute) {
                snapshot.disputes.push_back(*dispute);
            }
            return isReadable;
        });
    }
    if (walked.fate != CallFate::Done) {
        return sameNo<Snapshot>(walked);
    }
    return isReadable ? Outcome<Snapshot>::done(std::move(snapshot)) : badAnswer<Snapshot>();
}

Outcome<Snapshot> StripeProvider::fetchSession(const std::string& id)
{
    const auto answer = m_line.get(kSessions + ('/' + pathSegment(id)) + '?' + kInSession);
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfSession(*answer.value);
    if (!snapshot) {
        return badAnswer<Snapshot>();
    }
    const JsonValue charge = (*answer.value)["payment_intent"]["latest_charge"];
    return withWhatFollowed(*std::move(snapshot), charge["disputed"].isTrue());
}

Outcome<Snapshot> StripeProvider::fetchIntent(const std::string& id)
{
    const auto answer = m_line.get(kIntents + ('/' + pathSegment(id)) + '?' + kInIntent);
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    if (!isForReader(*answer.value)) {
        std::string session;
        const auto walked =
            m_line.walk(std::string{kSessions} + "?payment_intent=" + pathSegment(id),
                        [&session](const JsonValue& item) {
                            session = item["id"].text();
                            return false;
                        });
        if (walked.fate != CallFate::Done) {
            return sameNo<Snapshot>(walked);
        }
        if (!session.empty()) {
            return fetchSession(session);
        }
    }
    auto snapshot = snapshotOfIntent(*answer.value);
    if (!snapshot) {
        return badAnswer<Snapshot>();
    }
    return withWhatFollowed(*std::move(snapshot),
                            (*answer.value)["latest_charge"]["disputed"].isTrue());
}

Outcome<Snapshot> StripeProvider::fetch(const std::string& reference)
{
    return isSession(reference) ? fetchSession(reference) : fetchIntent(reference);
}

Outcome<std::optional<Snapshot>> StripeProvider::findByOurId(PaymentId payment, TimeRange made)
{
    using Found = Outcome<std::optional<Snapshot>>;
    std::string found;
    const auto isOurs = [payment](const JsonValue& item) {
        return item["client_reference_id"].paymentId() == payment ||
            item["metadata"]["payment"].paymentId() == payment;
    };
    // Sessions first: what is behind one carries our id, too.
    for (const char* list : {kSessions, kIntents}) {
        const auto walked =
            m_line.walk(std::string{list} + '?' + stripeRange(made), [&](const auto& item) {
                found = isOurs(item) ? item["id"].text() : found;
                return found.empty();
            });
        if (walked.fate != CallFate::Done) {
            return sameNo<std::optional<Snapshot>>(walked);
        }
        if (!found.empty()) {
            auto snapshot = fetch(found);
            return snapshot.fate == CallFate::Done ? Found::done(*std::move(snapshot.value))
                                                   : sameNo<std::optional<Snapshot>>(snapshot);
        }
    }
    return Found::done(std::nullopt);
}

ProviderCall StripeProvider::captureCall(const Snapshot& of, std::string key) const
{
    UrlForm form;
    form.add("amount_to_capture", unitsOf(of.amount));
    return post(kIntents + ('/' + pathSegment(of.moneyReference)) + "/capture", form,
                std::move(key));
}

ProviderCall StripeProvider::cancelCall(const Snapshot& of, std::string key) const
{
    if (isSession(of.reference)) { // what is behind it cannot be cancelled by itself
        return post(kSessions + ('/' + pathSegment(of.reference)) + "/expire", {}, std::move(key));
    }
    UrlForm form;
    form.add("cancellation_reason", "abandoned");
    return post(kIntents + ('/' + pathSegment(of.reference)) + "/cancel", form, std::move(key));
}

ProviderCall StripeProvider::refundCall(const Snapshot& of, const RefundAsk& ask,
                                        std::string key) const
{
    UrlForm form;
    form.add("payment_intent", of.moneyReference)
        .add("amount", unitsOf(ask.amount))
        .add("metadata[refund]", ask.refund.text())
        .add("metadata[payment]", ask.payment.text());
    return post("/v1/refunds", form, std::move(key));
}

Outcome<std::monostate> StripeProvider::send(const ProviderCall& call)
{
    return doneOr(m_line.post(call));
}

WebhookVerdict StripeProvider::verify(const WebhookRequest& request, Instant now)
{
    return verifyStripe(request, m_settings.webhookSecret, m_settings.isTest, now);
}

Outcome<SettlementPage> StripeProvider::settlements(TimeRange range, const std::string& cursor)
{
    return stripeSettlements(m_line, range, cursor);
}

Outcome<std::vector<std::string>> StripeProvider::changedSince(Instant from)
{
    std::string list = "/v1/events?created[gte]=" + secondsOf(from);
    for (std::size_t i = 0; i < kTold.size(); ++i) {
        list += "&types[" + std::to_string(i) + "]=" + kTold.at(i);
    }
    std::vector<std::string> found;
    const auto walked = m_line.walk(list, [&found](const JsonValue& event) {
        const std::string reference = referenceOfStripe(event["data"]["object"]);
        if (!reference.empty() && std::ranges::find(found, reference) == found.end()) {
            found.push_back(reference);
        }
        return true;
    });
    return walked.fate == CallFate::Done ? Outcome<std::vector<std::string>>::done(std::move(found))
                                         : sameNo<std::vector<std::string>>(walked);
}

} // namespace foyer::server
