// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/customer_key_exchange.h"

#include "core/services/counter.h"
#include "core/services/customer_key_sync.h"

namespace foyer::sync {
namespace {

constexpr const char* kPath = "/v1/customers/keys";
constexpr const char* kAccept = "application/cbor, application/problem+json";
constexpr int kNotKnown = 404;

template <typename T>
Result<T> ask(const WithCounter& withCounter,
              const std::function<Result<T>(CustomerKeySync&)>& question)
{
    return askSide<T, CustomerKeySync>(withCounter, question);
}

} // namespace

/// Nothing where the server is one that does not carry keys.
Result<std::optional<HttpAnswer>> CustomerKeyExchange::answerTo(const HttpRequest& request)
{
    auto answer = m_session.exchange(request);
    if (!answer) {
        return std::move(answer).error();
    }
    if (answer->status == kNotKnown) {
        return std::optional<HttpAnswer>{};
    }
    if (answer->status != 200) {
        return errorOf(*answer);
    }
    return std::optional{*std::move(answer)};
}

Result<void> CustomerKeyExchange::giveAll()
{
    for (;;) {
        const auto keys = ask<std::vector<CarriedKey>>(m_withCounter, [](CustomerKeySync& side) {
            return side.toGive();
        });
        if (!keys) {
            return keys.error();
        }
        if (keys->empty()) {
            return {};
        }
        HttpRequest request;
        request.method = "POST";
        request.path = kPath;
        request.contentType = "application/cbor";
        request.accept = kAccept;
        request.body = encode(*keys);
        const auto answer = answerTo(request);
        if (!answer || !*answer) {
            return answer ? Result<void>{} : answer.error();
        }
        const auto noted = ask<bool>(m_withCounter, [&](CustomerKeySync& side) -> Result<bool> {
            auto done = side.given(*keys);
            return done ? Result<bool>{true} : std::move(done).error();
        });
        if (!noted) {
            return noted.error();
        }
    }
}

Result<void> CustomerKeyExchange::hearAll()
{
    for (;;) {
        const auto after = ask<std::int64_t>(m_withCounter, [](CustomerKeySync& side) {
            return side.heardUpTo();
        });
        if (!after) {
            return after.error();
        }
        HttpRequest request;
        request.path = kPath;
        request.query = "after=" + std::to_string(*after);
        request.accept = kAccept;
        const auto answer = answerTo(request);
        if (!answer || !*answer) {
            return answer ? Result<void>{} : answer.error();
        }
        const auto page = decodeCustomerKeyPage((*answer)->body);
        if (!page) {
            return page.error();
        }
        const auto more =
            ask<bool>(m_withCounter, [&](CustomerKeySync& side) { return side.heard(*page); });
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return {};
        }
    }
}

} // namespace foyer::sync
