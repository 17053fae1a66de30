// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/http_origin.h"

#include <algorithm>
#include <charconv>

namespace foyer::server {
namespace {

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;
constexpr std::size_t kHostMax = 253; // RFC 1035 §2.3.4, without the last point

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool isPathCharacter(char c)
{
    return c > ' ' && c < '\x7f' && c != '#' && c != '\\';
}

Error badUrl(std::string_view url)
{
    return badInput("bad_url",
                    "\"" + std::string{url} +
                        "\" is no address to call a provider at. Write it as in "
                        "https://api.example.com; http:// only for 127.0.0.1 and [::1].");
}

bool readPort(std::string_view text, std::uint16_t& port)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port != 0;
}

} // namespace

std::string HttpOrigin::authority() const
{
    std::string written = host.find(':') == std::string::npos ? host : '[' + host + ']';
    if (port != (isTls ? kHttpsPort : kHttpPort)) {
        written += ':' + std::to_string(port);
    }
    return written;
}

Result<HttpPlace> readUrl(std::string_view url)
{
    HttpPlace place;
    std::string_view rest = url;
    if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else if (rest.starts_with("http://")) {
        place.origin.isTls = false;
        place.origin.port = kHttpPort;
        rest.remove_prefix(7);
    } else {
        return badUrl(url);
    }
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
    place.path = rest.substr(authority.size());
    std::string_view host = authority;
    std::string_view port;
    const bool isBracketed = authority.starts_with("[::1]"); // the one IPv6 address we call
    const auto colon = authority.find(':', isBracketed ? 5 : 0);
    if (colon != std::string_view::npos) {
        host = authority.substr(0, colon);
        port = authority.substr(colon + 1);
        if (!readPort(port, place.origin.port)) {
            return badUrl(url);
        }
    }
    std::ranges::transform(host, std::back_inserter(place.origin.host), lower);
    if (isBracketed && host == "[::1]") {
        place.origin.host = "::1";
    } else if (host.empty() || host.size() > kHostMax ||
               !std::ranges::all_of(place.origin.host, isHostCharacter)) {
        return badUrl(url);
    }
    if (!std::ranges::all_of(place.path, isPathCharacter) || place.path.starts_with('?') ||
        (!place.origin.isTls && !place.origin.isLoopback())) {
        return badUrl(url);
    }
    return place;
}

} // namespace foyer::server
