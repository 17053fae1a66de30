// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/stripe_webhook.h"

#include "core/base/hex.h"
#include "sync/server/payments/providers/provider_json.h"
#include "sync/server/payments/providers/signed_event.h"
#include "sync/server/payments/providers/stripe_objects.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace foyer::server {
namespace {

struct Signature {
    std::string time;               // as it was signed
    std::vector<std::string> codes; // of the scheme v1
};

constexpr std::size_t kHeaderMax = 4'096;
constexpr std::size_t kTimeMax = 12; // seconds; enough for thirty thousand years

std::optional<Signature> readSignature(std::string_view header)
{
    Signature signature;
    while (!header.empty() && header.size() <= kHeaderMax) {
        const auto part = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), part.size() + 1));
        const auto equals = part.find('=');
        const auto name = part.substr(0, equals);
        const auto value =
            equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
        if (name == "t") {
            if (!signature.time.empty()) {
                return std::nullopt; // one is signed, another would be looked at
            }
            signature.time = value;
        } else if (name == "v1") {
            signature.codes.emplace_back(value);
        }
    }
    const bool isTime = !signature.time.empty() && signature.time.size() <= kTimeMax &&
        std::ranges::all_of(signature.time, [](char c) { return c >= '0' && c <= '9'; });
    return isTime && !signature.codes.empty() ? std::optional{signature} : std::nullopt;
}

Instant instantOf(const std::string& seconds)
{
    std::int64_t value = 0;
    std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
    return Instant{value * 1'000};
}

} // namespace

WebhookVerdict verifyStripe(const WebhookRequest& request, const std::string& secret, bool isTest,
                            Instant now)
{
    const auto header = onlyHeader(request, "stripe-signature");
    const auto signature = header ? readSignature(*header) : std::nullopt;
    if (!signature || secret.empty()) {
        return forged("It is not signed as Stripe signs.");
    }
    const std::string body{request.body.begin(), request.body.end()};
    const std::string expected = toHex(hmacSha256(secret, signature->time + '.' + body));
    bool isSigned = false;
    for (const std::string& code : signature->codes) {
        isSigned = isSame(code, expected) || isSigned;
    }
    if (!isSigned) {
        return forged("Its signature is not of this webhook's secret. If all of them are refused, "
                      "set the secret anew from Stripe's dashboard.");
    }
    if (!isFresh(instantOf(signature->time), now)) {
        return stale();
    }
    const auto event = JsonValue::parse(body);
    if (!event || (*event)["id"].text().empty()) {
        return forged("It is signed, but no event.");
    }
    if ((*event)["livemode"].truth() != !isTest) {
        return forged(isTest ? "It is about real money, and this server has a test key."
                             : "It is about test money, and this server has a live key.");
    }
    if (!(*event)["account"].isNothing()) {
        return forged("It is about another Stripe account, connected to this one.");
    }
    const JsonValue object = (*event)["data"]["object"];
    WebhookVerdict verdict;
    verdict.kind = WebhookVerdict::Kind::Valid;
    verdict.eventId = (*event)["id"].text();
    verdict.reference = referenceOfStripe(object);
    verdict.ourId = object["metadata"]["payment"].paymentId();
    if (!verdict.ourId) {
        verdict.ourId = object["client_reference_id"].paymentId();
    }
    return verdict;
}

} // namespace foyer::server
