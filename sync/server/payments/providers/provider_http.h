// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/providers/http_answer.h"
#include "sync/server/payments/providers/wire_connection.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::server {

/// How long a provider is waited for.
struct ProviderPatience {
    std::chrono::milliseconds connect{10'000};
    /// For everything, the connection included; 80 s as Stripe's own libraries have it.
    std::chrono::milliseconds total{80'000};
};

struct HttpRequest {
    std::string method;
    std::string path; ///< with its query: "/v1/refunds?limit=1"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body = {};
};

/// What became of a request. Which of the three it is, decides whether a payment may be lost sight
/// of.
struct HttpExchange {
    enum class Kind : std::uint8_t {
        NotSent,  ///< not one byte of it left this computer
        NoAnswer, ///< it may have arrived, and may have been done
        Answered,
    };
    Kind kind = Kind::NotSent;
    HttpAnswer answer; ///< of Answered
    std::string why;   ///< unless answered: a sentence without any data
};

/// Calls one server. Keeps connections for the next calls, follows no redirects, understands no
/// compression. Safe from any thread; a call waits for the network.
class ProviderHttp {
public:
    static constexpr std::size_t kAnswerMax = 4'194'304;

    ProviderHttp(HttpOrigin origin, std::shared_ptr<const TlsTrust> trust,
                 ProviderPatience patience, std::size_t answerMax = kAnswerMax);
    ~ProviderHttp();
    ProviderHttp(const ProviderHttp&) = delete;
    ProviderHttp& operator=(const ProviderHttp&) = delete;

    const HttpOrigin& origin() const { return m_origin; }
    /// A GET is sent anew where a kept connection turns out to be gone; nothing else ever is.
    HttpExchange exchange(const HttpRequest& request);

private:
    struct Kept {
        std::unique_ptr<WireConnection> connection;
        SteadyTime since;
    };
    std::unique_ptr<WireConnection> takeKept();
    void keep(std::unique_ptr<WireConnection> connection);
    std::optional<HttpExchange> attempt(const HttpRequest& request, const std::string& bytes,
                                        SteadyTime deadline, bool mayBeKept);

    HttpOrigin m_origin;
    std::shared_ptr<const TlsTrust> m_trust;
    ProviderPatience m_patience;
    std::size_t m_answerMax;
    std::mutex m_mutex;
    std::vector<Kept> m_kept; // under the mutex
};

} // namespace foyer::server
