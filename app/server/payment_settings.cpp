// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/payment_settings.h"

#include "app/server/setting_values.h"
#include "core/calendar/cron_times.h"
#include "core/domain/sales/provider_payment.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer {
namespace {

using Settings = Poco::Util::AbstractConfiguration;

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
        ? std::string{}
        : std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

/// The parts between a sign, trimmed; empty ones left out.
std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(at);
        if (std::string part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.push_back(std::move(part));
        }
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

/// "tmr_1 = Desk; tmr_2 = Foyer, left".
Result<std::vector<server::PaymentOptions::Reader>> readersOf(const Settings& settings,
                                                              const std::string& key)
{
    std::vector<server::PaymentOptions::Reader> readers;
    for (const std::string& part : split(setting(settings, key, ""), ';')) {
        const std::size_t equals = part.find('=');
        const std::string id = trimmed(part.substr(0, equals));
        const std::string name =
            equals == std::string::npos ? id : trimmed(part.substr(equals + 1));
        if (id.empty() || name.empty()) {
            return usageError("bad_setting",
                              "The setting " + key +
                                  " names card readers as \"tmr_1 = Desk; tmr_2 = Foyer\"; \"" +
                                  part + "\" is none.",
                              key);
        }
        readers.push_back({id, name});
    }
    return readers;
}

Result<server::PaymentServerOptions::Provider> providerOf(const Settings& settings,
                                                          const std::string& name, bool isTest)
{
    const std::string prefix = "payments." + name + ".";
    server::PaymentServerOptions::Provider provider;
    provider.settings.name = name;
    provider.settings.isTest = isTest;
    provider.settings.baseUrl = setting(settings, prefix + "url", "");
    provider.settings.clientId = setting(settings, prefix + "clientId", "");
    provider.settings.authorities = setting(settings, prefix + "authorities", "");
    if (isBankProvider(name)) { // nobody is called: it has neither an address nor a key
        provider.settings.holder = setting(settings, prefix + "holder", "");
        provider.settings.iban = setting(settings, prefix + "iban", "");
        provider.settings.bic = setting(settings, prefix + "bic", "");
        constexpr std::int64_t kDays = 10;
        constexpr std::int64_t kDaysMax = 60;
        const auto days = number(settings, prefix + "days", kDays, 1, kDaysMax);
        if (!days) {
            return days.error();
        }
        provider.settings.days = *days;
        return provider;
    }
    auto secret =
        secretOf(settings, prefix + "secretFile", "The payment provider " + name + " needs a key");
    if (!secret) {
        return std::move(secret).error();
    }
    provider.settings.secret = *std::move(secret);
    // PayPal calls by an id that is no secret; Mollie signs nothing.
    provider.settings.webhookSecret = setting(settings, prefix + "webhookId", "");
    if (!setting(settings, prefix + "webhookSecretFile", "").empty()) {
        auto signing = secretOf(settings, prefix + "webhookSecretFile",
                                "What " + name + " signs its calls with is set");
        if (!signing) {
            return std::move(signing).error();
        }
        provider.settings.webhookSecret = *std::move(signing);
    }
    auto readers = readersOf(settings, prefix + "readers");
    if (!readers) {
        return std::move(readers).error();
    }
    provider.readers = *std::move(readers);
    return provider;
}

} // namespace

Result<server::PaymentServerOptions> paymentSettings(const Settings& settings)
{
    server::PaymentServerOptions options;
    const auto isTest = yesOrNo(settings, "payments.test", false);
    if (!isTest) {
        return isTest.error();
    }
    options.isTest = *isTest;
    options.language = setting(settings, "payments.language", "en");
    options.payoutSchedule = trimmed(setting(settings, "payouts.schedule", ""));
    if (const auto times = CronTimes::parse(options.payoutSchedule);
        !options.payoutSchedule.empty() && !times) {
        return usageError("bad_setting",
                          "The setting payouts.schedule is no line of cron, as \"0 6 1 * *\" is: " +
                              times.error().message,
                          "payouts.schedule");
    }
    for (const std::string& name : split(setting(settings, "payments.providers", ""), ',')) {
        auto provider = providerOf(settings, name, *isTest);
        if (!provider) {
            return std::move(provider).error();
        }
        options.providers.push_back(*std::move(provider));
    }
    return options;
}

} // namespace foyer
