// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foyer::server {

/// The server that a URL names: "https://api.stripe.com", "http://127.0.0.1:4242".
struct HttpOrigin {
    bool isTls = true;
    std::string host; ///< lower case, without the brackets of an IPv6 address
    std::uint16_t port = 443;

    bool isLoopback() const { return host == "127.0.0.1" || host == "::1"; }
    /// As the Host header has it: the port only where it is not the scheme's own.
    std::string authority() const;
    friend bool operator==(const HttpOrigin&, const HttpOrigin&) = default;
};

/// A URL's origin, and the rest of it, which begins with a slash or is empty.
struct HttpPlace {
    HttpOrigin origin;
    std::string path;
};

/// Reads a URL strictly: https, or http for 127.0.0.1 and ::1; a host of letters, digits, points
/// and hyphens; no user, no fragment. Error "bad_url" otherwise, which says what to do.
Result<HttpPlace> readUrl(std::string_view url);

} // namespace foyer::server
