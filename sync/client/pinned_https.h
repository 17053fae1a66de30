// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace foyer::sync {

struct HttpRequest {
    std::string method = "GET";
    std::string path;  ///< "/v1/sync/pull"
    std::string query; ///< without "?"
    std::string contentType;
    std::string accept;
    Bytes body;
    std::vector<std::pair<std::string, std::string>> headers; ///< beside those
    std::chrono::milliseconds patience{30'000};
};

struct HttpAnswer {
    int status = 0;
    std::string contentType;
    Bytes body;
    std::string date;                   ///< the Date header as sent: what the server's clock says
    std::chrono::seconds retryAfter{0}; ///< of an answer that says when to ask again
};

/// HTTPS to one server that is known by its key: the pin (base64url of the SHA-256 of its
/// SubjectPublicKeyInfo) travelled with the invitation. Nothing is sent before the server has
/// proved that it has the key, whoever signed its certificate. Waits for each answer: belongs to a
/// thread that does nothing else, never to a window's.
class PinnedHttps {
public:
    /// `url`: "https://host:port".
    PinnedHttps(std::string url, std::string pin);
    ~PinnedHttps();
    PinnedHttps(const PinnedHttps&) = delete;
    PinnedHttps& operator=(const PinnedHttps&) = delete;

    /// host, and ":port" unless it is 443: what a signature covers.
    std::string authority() const;
    /// Storage errors: offline (no answer), wrong_server (another key, or a certificate that is
    /// over or of another name), cancelled.
    Result<HttpAnswer> send(const HttpRequest& request);
    /// Waits, unless cancel() ends it; whether it waited to the end.
    bool pause(std::chrono::milliseconds time);
    /// Ends what send() or pause() waits for, from any thread.
    void cancel();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer::sync
