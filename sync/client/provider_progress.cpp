// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/provider_progress.h"

#include "sync/client/device_session.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::sync {
namespace {

using Json = nlohmann::json;

constexpr int kNotFound = 404;
constexpr std::size_t kOffersMax = 32;
constexpr std::size_t kReadersMax = 256;

std::string_view textOf(const HttpAnswer& answer)
{
    static_assert(sizeof(Bytes::value_type) == sizeof(char));
    return {reinterpret_cast<const char*>(answer.body.data()), answer.body.size()};
}

Error unreadable()
{
    return badInput("bad_json",
                    "The server's answer about payments cannot be read. Its Foyer may be newer: "
                    "update this counter.");
}

std::string textIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// A reader by its id alone, or with a name.
PaymentOffer::Reader readerIn(const Json& value)
{
    if (value.is_string()) {
        return {value.get<std::string>(), value.get<std::string>()};
    }
    PaymentOffer::Reader reader{textIn(value, "id"), textIn(value, "name")};
    reader.name = reader.name.empty() ? reader.id : reader.name;
    return reader;
}

PaymentOffer offerIn(const Json& object)
{
    PaymentOffer offer{textIn(object, "provider"), false, {}};
    const Json ways = object.value("ways", Json::array());
    bool hasReaders = false;
    for (const Json& way : ways) {
        const std::string name = way.is_string() ? way.get<std::string>() : std::string{};
        offer.takesLinks = offer.takesLinks || name == paymentWayName(PaymentWay::Link);
        hasReaders = hasReaders || name == paymentWayName(PaymentWay::Reader);
    }
    for (const Json& value : object.value("readers", Json::array())) {
        const bool isReader = value.is_string() || value.is_object();
        if (hasReaders && isReader && offer.readers.size() < kReadersMax) {
            if (auto reader = readerIn(value); !reader.id.empty()) {
                offer.readers.push_back(std::move(reader));
            }
        }
    }
    std::ranges::sort(offer.readers, {}, [](const PaymentOffer::Reader& reader) {
        return std::pair{reader.name, reader.id};
    });
    return offer;
}

} // namespace

Result<ProviderProgress> readProviderProgress(std::string_view text)
{
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return unreadable();
    }
    return ProviderProgress{textIn(object, "state"), textIn(object, "page_url"),
                            textIn(object, "reason"), textIn(object, "mark")};
}

Result<std::vector<PaymentOffer>> readPaymentMethods(std::string_view text)
{
    const Json list = Json::parse(text, nullptr, false);
    if (!list.is_array()) {
        return unreadable();
    }
    std::vector<PaymentOffer> offers;
    for (const Json& object : list) {
        if (!object.is_object() || offers.size() >= kOffersMax) {
            continue;
        }
        PaymentOffer offer = offerIn(object);
        if (!offer.provider.empty() && (offer.takesLinks || !offer.readers.empty())) {
            offers.push_back(std::move(offer));
        }
    }
    std::ranges::sort(offers, {}, &PaymentOffer::provider);
    return offers;
}

Result<ProviderProgress> providerProgress(DeviceSession& session, PaymentId payment,
                                          std::chrono::seconds wait, const std::string& seen)
{
    constexpr std::chrono::seconds kPatience{20};
    HttpRequest request;
    request.path = "/v1/payments/" + payment.text();
    if (wait.count() > 0 && !seen.empty()) {
        request.query = "wait=" + std::to_string(wait.count()) + "&seen=" + seen;
    }
    request.accept = "application/json";
    request.patience = wait + kPatience;
    const auto answer = session.exchange(std::move(request));
    if (!answer) {
        return answer.error();
    }
    if (answer->status == kNotFound) {
        return ProviderProgress{"unknown", {}, {}, {}};
    }
    return answer->status < 300 ? readProviderProgress(textOf(*answer))
                                : Result<ProviderProgress>{errorOf(*answer)};
}

Result<std::vector<PaymentOffer>> paymentOffersAt(DeviceSession& session)
{
    HttpRequest request;
    request.path = "/v1/payments/methods";
    request.accept = "application/json";
    const auto answer = session.exchange(std::move(request));
    if (!answer) {
        return answer.error();
    }
    if (answer->status == kNotFound) {
        return std::vector<PaymentOffer>{};
    }
    return answer->status < 300 ? readPaymentMethods(textOf(*answer))
                                : Result<std::vector<PaymentOffer>>{errorOf(*answer)};
}

} // namespace foyer::sync
