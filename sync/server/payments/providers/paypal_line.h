// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/providers/provider_line.h"

#include <mutex>
#include <string>

namespace foyer::server {

/// Calls to PayPal: with a token (OAuth 2.0, RFC 6749 §4.4) that is kept until a minute before its
/// end, and asked for anew once where PayPal does not take it.
class PaypalLine {
public:
    PaypalLine(std::unique_ptr<ProviderHttp> http, const std::string& clientId,
               const std::string& secret);

    const HttpOrigin& origin() const { return m_line.origin(); }
    Outcome<JsonValue> get(const std::string& path);
    Outcome<JsonValue> post(const ProviderCall& call);

private:
    Outcome<std::string> token();
    void drop(const std::string& token);
    template <typename Call>
    Outcome<JsonValue> withToken(Call call);

    std::string m_basic;
    ProviderLine m_line;
    std::mutex m_mutex;
    std::string m_token; // under the mutex, as its end
    SteadyTime m_tokenUntil{};
};

} // namespace foyer::server
