// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/router.h"

#include "core/base/ensure.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

constexpr std::array kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

bool isName(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// How well a pattern fits: the number of literal segments, or nothing.
std::optional<std::size_t> fit(const std::vector<std::string>& pattern,
                               const std::vector<std::string>& path)
{
    if (pattern.size() != path.size()) {
        return std::nullopt;
    }
    std::size_t literal = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isName(pattern[i])) {
            if (path[i].empty()) {
                return std::nullopt;
            }
        } else if (pattern[i] == path[i]) {
            ++literal;
        } else {
            return std::nullopt;
        }
    }
    return literal;
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return decoded;
}

std::optional<std::vector<std::string>> pathSegments(std::string_view path)
{
    if (path.empty() || path.front() != '/') {
        return std::nullopt;
    }
    std::vector<std::string> segments;
    for (std::size_t from = 1; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        auto segment = percentDecoded(path.substr(from, to - from), false);
        // A hidden slash, NUL or dot segment is somebody who tries to be taken for another path.
        if (!segment || segment->find('/') != std::string::npos ||
            segment->find('\0') != std::string::npos || *segment == "." || *segment == ".." ||
            !isUtf8(*segment)) {
            return std::nullopt;
        }
        segments.push_back(*std::move(segment));
        from = to + 1;
    }
    return segments;
}

std::optional<std::map<std::string, std::string, std::less<>>> queryPairs(std::string_view query)
{
    std::map<std::string, std::string, std::less<>> pairs;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) {
            continue;
        }
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = percentDecoded(pair.substr(0, equals), true);
        const auto value = percentDecoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || !isUtf8(*name) || !isUtf8(*value) ||
            !pairs.emplace(*name, *value).second) {
            return std::nullopt;
        }
    }
    return pairs;
}

void Router::add(Route route)
{
    ENSURE(std::ranges::find(kMethods, route.method) != kMethods.end());
    ENSURE(route.access.kind() != Access::Kind::Undeclared);
    ENSURE(route.isSigned == (route.access.kind() != Access::Kind::Public));
    ENSURE(route.handler && !route.summary.empty());
    ENSURE((route.method != "GET" && route.method != "HEAD") || route.bodyMax == 0);
    const auto segments = pathSegments(route.path);
    ENSURE(segments.has_value());
    for (const Route& known : m_routes) {
        ENSURE(known.method != route.method || known.path != route.path);
    }
    m_routes.push_back(std::move(route));
    m_segments.push_back(*segments);
}

Router::Match Router::find(std::string_view method, std::string_view path) const
{
    Match match;
    const auto segments = pathSegments(path);
    if (!segments) {
        return match;
    }
    std::size_t best = 0;
    std::size_t bestLiteral = 0;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const auto literal = fit(m_segments[i], *segments);
        if (!literal) {
            continue;
        }
        match.allowed.push_back(m_routes[i].method);
        if (m_routes[i].method == method && (match.route == nullptr || *literal > bestLiteral)) {
            match.route = &m_routes[i];
            best = i;
            bestLiteral = *literal;
        }
    }
    std::ranges::sort(match.allowed);
    match.allowed.erase(std::unique(match.allowed.begin(), match.allowed.end()),
                        match.allowed.end());
    if (match.route != nullptr) {
        for (std::size_t i = 0; i < segments->size(); ++i) {
            const std::string& pattern = m_segments[best][i];
            if (isName(pattern)) {
                match.parameters.emplace(pattern.substr(1, pattern.size() - 2), (*segments)[i]);
            }
        }
    }
    return match;
}

} // namespace foyer::server
