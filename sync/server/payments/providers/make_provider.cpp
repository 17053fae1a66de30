// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/make_provider.h"

#include "sync/server/payments/providers/mollie_provider.h"
#include "sync/server/payments/providers/paypal_provider.h"
#include "sync/server/payments/providers/stripe_provider.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer::server {
namespace {

using Made = Result<std::unique_ptr<PaymentProvider>>;

/// How a provider's keys tell what they are for.
struct KeyBeginnings {
    std::array<std::string_view, 2> test;
    std::array<std::string_view, 2> live;
};
constexpr KeyBeginnings kStripeKeys{{"sk_test_", "rk_test_"}, {"sk_live_", "rk_live_"}};
constexpr KeyBeginnings kMollieKeys{{"test_", "test_"}, {"live_", "live_"}};
constexpr std::string_view kPaypalLive = "api-m.paypal.com";
constexpr std::string_view kPaypalSandbox = "api-m.sandbox.paypal.com";

bool beginsAsOne(const std::string& key, const std::array<std::string_view, 2>& beginnings)
{
    return std::ranges::any_of(beginnings, [&key](auto start) { return key.starts_with(start); });
}

std::string ownUrl(std::string_view adapter, bool isTest)
{
    return "https://" +
        std::string{adapter == "stripe"       ? "api.stripe.com"
                        : adapter == "mollie" ? "api.mollie.com"
                        : isTest              ? kPaypalSandbox
                                              : kPaypalLive};
}

/// Visible ASCII: anything else in a secret is a line end or a mistake, and would break a header.
bool isWhole(const std::string& secret)
{
    return !secret.empty() &&
        std::ranges::all_of(secret, [](char c) { return c > ' ' && c < '\x7f'; });
}

Error problem(std::string code, const std::string& name, const std::string& what)
{
    return badInput(std::move(code), "The payment provider \"" + name + "\": " + what, name);
}

Error mixedUp(const ProviderSettings& settings)
{
    return problem("payment_key_mode", settings.name,
                   settings.isTest
                       ? "this is a key for real money, and the provider is set up for tests. Use "
                         "its test key, or switch testing off."
                       : "this is a test key, and the provider is set up for real money. Use its "
                         "live key, or switch testing on.");
}

std::optional<Error> keyProblem(const ProviderSettings& settings, const KeyBeginnings& keys)
{
    if (beginsAsOne(settings.secret, settings.isTest ? keys.live : keys.test)) {
        return mixedUp(settings);
    }
    if (!beginsAsOne(settings.secret, settings.isTest ? keys.test : keys.live)) {
        return problem("payment_key", settings.name,
                       "this is no secret key of this provider's. Copy it once more from the "
                       "provider's dashboard.");
    }
    return std::nullopt;
}

std::optional<Error> paypalProblem(const ProviderSettings& settings, const HttpOrigin& origin)
{
    if (!isWhole(settings.clientId)) {
        return problem("payment_key", settings.name,
                       "PayPal needs the client's id beside its secret. Set both.");
    }
    if (settings.isTest ? origin.host == kPaypalLive : origin.host == kPaypalSandbox) {
        return mixedUp(settings);
    }
    return std::nullopt;
}

} // namespace

Made makeProvider(ProviderSettings settings, ProviderPatience patience)
{
    const std::string adapter = settings.name.substr(0, settings.name.find('-'));
    const bool isStripe = adapter == "stripe";
    const bool isPaypal = adapter == "paypal";
    if (!isStripe && !isPaypal && adapter != "mollie") {
        return problem("payment_adapter", settings.name,
                       "there is no such one. The name begins with \"stripe\", \"paypal\" or "
                       "\"mollie\".");
    }
    if (settings.baseUrl.empty()) {
        settings.baseUrl = ownUrl(adapter, settings.isTest);
    }
    const auto place = readUrl(settings.baseUrl);
    if (!place || !(place->path.empty() || place->path == "/")) {
        return problem("payment_url", settings.name,
                       "its address has to be https://, and nothing behind the host; http:// is "
                       "for 127.0.0.1 and [::1] only.");
    }
    if (!isWhole(settings.secret)) {
        return problem("payment_key", settings.name,
                       "its secret is missing, or has characters that no secret has. Set it anew.");
    }
    const auto wrong = isPaypal ? paypalProblem(settings, place->origin)
                                : keyProblem(settings, isStripe ? kStripeKeys : kMollieKeys);
    if (wrong) {
        return *wrong;
    }
    auto trust = TlsTrust::open(settings.authorities);
    if (!trust) {
        return trust.error();
    }
    auto http = std::make_unique<ProviderHttp>(place->origin, *trust, patience);
    ProviderParts parts{std::move(settings), *trust, std::move(http), patience};
    if (isStripe) {
        return std::unique_ptr<PaymentProvider>{std::make_unique<StripeProvider>(std::move(parts))};
    }
    if (isPaypal) {
        return std::unique_ptr<PaymentProvider>{std::make_unique<PaypalProvider>(std::move(parts))};
    }
    return std::unique_ptr<PaymentProvider>{std::make_unique<MollieProvider>(std::move(parts))};
}

} // namespace foyer::server
