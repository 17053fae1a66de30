// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/mollie_provider.h"

#include "sync/server/payments/providers/date_text.h"
#include "sync/server/payments/providers/mollie_objects.h"
#include "sync/server/payments/providers/provider_currencies.h"
#include "sync/server/payments/providers/url_form.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr const char* kJsonContent = "application/json";
constexpr const char* kPayments = "/v2/payments";
constexpr std::size_t kPage = 250;
constexpr int kPagesMax = 40;
constexpr std::size_t kDescriptionMax = 255;
constexpr std::size_t kNameMax = 64;

JsonObject::Ptr moneyOf(Money amount)
{
    auto object = makeJsonObject();
    object->set("currency", std::string{amount.currency().code()});
    object->set("value", mollieCurrencies().textOf(amount).value_or("0"));
    return object;
}

std::string placeOf(const std::string& payment)
{
    return kPayments + ('/' + pathSegment(payment));
}

/// Where the next page begins: the `from` of the link to it. Empty: there is none.
std::string nextOf(const JsonValue& list)
{
    const auto place = readUrl(list["_links"]["next"]["href"].text());
    const std::string path = place ? place->path : std::string{};
    constexpr std::string_view kFrom = "from=";
    const auto at = path.find(kFrom);
    if (at == std::string::npos) {
        return {};
    }
    const auto begin = at + kFrom.size();
    return path.substr(begin, path.find('&', begin) - begin);
}

} // namespace

MollieProvider::MollieProvider(ProviderParts parts)
    : m_settings{std::move(parts.settings)}, m_line{std::move(parts.http), "x-request-id",
                                                    judgeMollie}
{}

Outcome<JsonValue> MollieProvider::get(const std::string& path)
{
    return m_line.get(path, {{"Authorization", "Bearer " + m_settings.secret}});
}

Capabilities MollieProvider::capabilities() const
{
    Capabilities able;
    able.link = true;
    able.reader = true;
    able.canCancel = true;
    able.partialRefund = true;
    able.settlements = true;
    able.keyRetention = std::chrono::hours{1}; // docs.mollie.com, API idempotency
    return able;
}

bool MollieProvider::takes(Money amount) const
{
    return mollieCurrencies().take(amount);
}

ProviderCall MollieProvider::startCall(const PaymentAsk& ask, std::string key) const
{
    auto metadata = makeJsonObject();
    metadata->set("payment", ask.payment.text());
    auto payment = makeJsonObject();
    payment->set("amount", moneyOf(ask.amount));
    payment->set("description", firstBytes(ask.description, kDescriptionMax));
    payment->set("redirectUrl", ask.returnUrl);
    if (!ask.webhookUrl.empty()) {
        payment->set("webhookUrl", ask.webhookUrl);
    }
    if (ask.way == PaymentWay::Reader) {
        payment->set("method", "pointofsale");
        payment->set("terminalId", ask.reader);
    }
    payment->set("metadata", metadata);
    return {"POST", kPayments, kJsonContent, toText(payment), std::move(key)};
}

Outcome<Snapshot> MollieProvider::start(const ProviderCall& call)
{
    const auto answer =
        m_line.send(call, {{"Authorization", "Bearer " + m_settings.secret}}, "Idempotency-Key");
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfMollie(*answer.value);
    return snapshot ? Outcome<Snapshot>::done(*std::move(snapshot)) : badAnswer<Snapshot>();
}

ProviderCall MollieProvider::presentCall(const std::string& /*reference*/,
                                         const std::string& /*reader*/, std::string /*key*/) const
{
    return {};
}

Outcome<std::monostate> MollieProvider::present(const ProviderCall& call)
{
    return send(call);
}

ProviderCall MollieProvider::withdrawCall(const std::string& /*reader*/, std::string /*key*/) const
{
    return {};
}

Outcome<Snapshot> MollieProvider::fetch(const std::string& reference)
{
    const auto answer = get(placeOf(reference) + "?embed=refunds,chargebacks");
    if (answer.fate != CallFate::Done) {
        return sameNo<Snapshot>(answer);
    }
    auto snapshot = snapshotOfMollie(*answer.value);
    return snapshot ? Outcome<Snapshot>::done(*std::move(snapshot)) : badAnswer<Snapshot>();
}

Outcome<std::monostate> MollieProvider::walk(const std::string& list, const char* name,
                                             Instant from,
                                             const std::function<bool(const JsonValue&)>& see)
{
    std::string next;
    for (int page = 0; page < kPagesMax; ++page) {
        const auto answer = get(list + "?limit=" + std::to_string(kPage) +
                                (next.empty() ? "" : "&from=" + percentEncoded(next)));
        if (answer.fate != CallFate::Done) {
            return sameNo<std::monostate>(answer);
        }
        for (const JsonValue& item : (*answer.value)["_embedded"][name].items()) {
            const auto at = readDateText(item["createdAt"].text());
            if (!at) {
                return badAnswer<std::monostate>();
            }
            if (*at < from || !see(item)) {
                return Outcome<std::monostate>::done({});
            }
        }
        next = nextOf(*answer.value);
        if (next.empty()) {
            return Outcome<std::monostate>::done({});
        }
    }
    return {CallFate::Unknown,
            {},
            {"too_many", "There is more at Mollie than is looked through at once."}};
}

Outcome<std::optional<Snapshot>> MollieProvider::findByOurId(PaymentId payment, TimeRange made)
{
    using Found = Outcome<std::optional<Snapshot>>;
    std::string found;
    const auto walked = walk(kPayments, "payments", made.from, [&](const JsonValue& item) {
        const bool isOurs = item["metadata"]["payment"].paymentId() == payment;
        found = isOurs ? item["id"].text() : found;
        return found.empty();
    });
    if (walked.fate != CallFate::Done) {
        return sameNo<std::optional<Snapshot>>(walked);
    }
    if (found.empty()) {
        return Found::done(std::nullopt);
    }
    auto snapshot = fetch(found);
    return snapshot.fate == CallFate::Done ? Found::done(*std::move(snapshot.value))
                                           : sameNo<std::optional<Snapshot>>(snapshot);
}

ProviderCall MollieProvider::captureCall(const Snapshot& of, std::string key) const
{
    auto capture = makeJsonObject();
    capture->set("amount", moneyOf(of.amount));
    return {"POST", placeOf(of.reference) + "/captures", kJsonContent, toText(capture),
            std::move(key)};
}

ProviderCall MollieProvider::cancelCall(const Snapshot& of, std::string key) const
{
    return {"DELETE", placeOf(of.reference), {}, {}, std::move(key)};
}

ProviderCall MollieProvider::refundCall(const Snapshot& of, const RefundAsk& ask,
                                        std::string key) const
{
    auto metadata = makeJsonObject();
    metadata->set("refund", ask.refund.text());
    metadata->set("payment", ask.payment.text());
    auto refund = makeJsonObject();
    refund->set("amount", moneyOf(ask.amount));
    refund->set("metadata", metadata);
    return {"POST", placeOf(of.reference) + "/refunds", kJsonContent, toText(refund),
            std::move(key)};
}

Outcome<std::monostate> MollieProvider::send(const ProviderCall& call)
{
    if (call.path.empty()) { // presentCall(), withdrawCall()
        return Outcome<std::monostate>::done({});
    }
    return doneOr(
        m_line.send(call, {{"Authorization", "Bearer " + m_settings.secret}}, "Idempotency-Key"));
}

WebhookVerdict MollieProvider::verify(const WebhookRequest& request, Instant now)
{
    WebhookVerdict verdict;
    const std::string body{request.body.begin(), request.body.end()};
    constexpr std::string_view kName = "id=";
    const std::string id = body.starts_with(kName) ? body.substr(kName.size()) : std::string{};
    if (id.size() > kNameMax || !id.starts_with("tr_") || pathSegment(id) != id) {
        verdict.kind = WebhookVerdict::Kind::Forged;
        verdict.why = "It does not name a payment as Mollie does.";
        return verdict;
    }
    verdict.kind = WebhookVerdict::Kind::Valid;
    verdict.reference = id;
    verdict.eventId = id + '@' + std::to_string(now.ms);
    return verdict;
}

Outcome<SettlementPage> MollieProvider::settlements(TimeRange range, const std::string& cursor)
{
    const auto answer = get("/v2/balances/primary/transactions?limit=" + std::to_string(kPage) +
                            (cursor.empty() ? "" : "&from=" + percentEncoded(cursor)));
    if (answer.fate != CallFate::Done) {
        return sameNo<SettlementPage>(answer);
    }
    SettlementPage page;
    page.cursor = nextOf(*answer.value);
    for (const JsonValue& item : (*answer.value)["_embedded"]["balance_transactions"].items()) {
        auto line = lineOfMollie(item);
        if (!line) {
            return badAnswer<SettlementPage>();
        }
        if (line->at < range.from) { // from the newest on: what follows is older still
            page.cursor.clear();
            break;
        }
        if (line->at < range.to) {
            page.lines.push_back(*std::move(line));
        }
    }
    return Outcome<SettlementPage>::done(std::move(page));
}

Outcome<std::vector<std::string>> MollieProvider::changedSince(Instant from)
{
    using Found = Outcome<std::vector<std::string>>;
    // A payment says when it was made, not when it changed; it changes within a day, but for what
    // is done to it later, and that has lists of its own.
    const Instant early{from.ms - std::chrono::milliseconds{std::chrono::hours{24}}.count()};
    std::vector<std::string> found;
    const auto note = [&found](const std::string& id) {
        if (!id.empty() && std::ranges::find(found, id) == found.end()) {
            found.push_back(id);
        }
        return true;
    };
    auto walked = walk(kPayments, "payments", early,
                       [&](const JsonValue& item) { return note(item["id"].text()); });
    for (const auto& [list, name] :
         {std::pair{"/v2/refunds", "refunds"}, {"/v2/chargebacks", "chargebacks"}}) {
        if (walked.fate == CallFate::Done) {
            walked = walk(list, name, early,
                          [&](const JsonValue& item) { return note(item["paymentId"].text()); });
        }
    }
    return walked.fate == CallFate::Done ? Found::done(std::move(found))
                                         : sameNo<std::vector<std::string>>(walked);
}

} // namespace foyer::server
