// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/paypal_line.h"

#include "core/base/base64.h"
#include "sync/server/payments/providers/paypal_objects.h"

namespace foyer::server {
namespace {

constexpr std::chrono::seconds kBeforeEnd{60};
constexpr int kUnauthorized = 401;

} // namespace

PaypalLine::PaypalLine(std::unique_ptr<ProviderHttp> http, const std::string& clientId,
                       const std::string& secret)
    : m_basic{"Basic " + toBase64(bytesOf(clientId + ':' + secret))}, m_line{std::move(http),
                                                                             "paypal-debug-id",
                                                                             judgePaypal}
{}

Outcome<std::string> PaypalLine::token()
{
    const std::lock_guard lock{m_mutex};
    if (!m_token.empty() && std::chrono::steady_clock::now() < m_tokenUntil) {
        return Outcome<std::string>::done(m_token);
    }
    const auto answer = m_line.call(
        {"POST",
         "/v1/oauth2/token",
         {{"Authorization", m_basic}, {"Content-Type", "application/x-www-form-urlencoded"}},
         "grant_type=client_credentials"});
    if (answer.fate != CallFate::Done) {
        auto no = sameNo<std::string>(answer);
        // Whatever became of the token: what it is for has not been sent.
        no.fate = no.fate == CallFate::Rejected ? CallFate::Rejected : CallFate::Retry;
        return no;
    }
    const std::string made = (*answer.value)["access_token"].text();
    const auto seconds = (*answer.value)["expires_in"].whole();
    if (made.empty() || !seconds) {
        auto no = badAnswer<std::string>();
        no.fate = CallFate::Retry;
        return no;
    }
    m_token = made;
    m_tokenUntil = std::chrono::steady_clock::now() + std::chrono::seconds{*seconds} - kBeforeEnd;
    return Outcome<std::string>::done(made);
}

void PaypalLine::drop(const std::string& token)
{
    const std::lock_guard lock{m_mutex};
    if (m_token == token) { // and not a newer one of another thread's
        m_token.clear();
    }
}

template <typename Call>
Outcome<JsonValue> PaypalLine::withToken(Call call)
{
    Outcome<JsonValue> answer;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto key = token();
        if (key.fate != CallFate::Done) {
            return sameNo<JsonValue>(key);
        }
        answer = call(ProviderLine::Headers{{"Authorization", "Bearer " + *key.value},
                                            {"Prefer", "return=representation"}});
        if (answer.fate == CallFate::Done || answer.problem.status != kUnauthorized) {
            break;
        }
        drop(*key.value);
    }
    return answer;
}

Outcome<JsonValue> PaypalLine::get(const std::string& path)
{
    return withToken([&](ProviderLine::Headers headers) {
        headers.emplace_back("Content-Type", "application/json");
        return m_line.get(path, std::move(headers));
    });
}

Outcome<JsonValue> PaypalLine::post(const ProviderCall& call)
{
    return withToken([&](ProviderLine::Headers headers) {
        return m_line.send(call, std::move(headers), "PayPal-Request-Id");
    });
}

} // namespace foyer::server
