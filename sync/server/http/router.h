// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/route.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// Which routes there are. Filled before the server starts, only read afterwards, from any thread.
class Router {
public:
    /// Adds a route. Aborts where it contradicts itself or another one: no access declared, a
    /// protected route without a signature, two for one method and pattern, no handler or summary.
    void add(Route route);

    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string, std::less<>> parameters;
        /// Where the path is known but not with this method: the methods that are.
        std::vector<std::string> allowed;
    };
    /// The route of a method and a path. A literal segment goes before a {name}. Without a route
    /// and without allowed methods there is nothing at that path.
    Match find(std::string_view method, std::string_view path) const;

    const std::deque<Route>& routes() const { return m_routes; }

private:
    std::deque<Route> m_routes;
    std::vector<std::vector<std::string>> m_segments; ///< of each route's pattern
};

/// The segments of a path after its first slash, percent-decoded; nothing where an escape is broken
/// or hides a slash or a NUL.
std::optional<std::vector<std::string>> pathSegments(std::string_view path);
/// Percent-decoding of one component; nothing for a broken escape.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace);
/// The pairs of a query; nothing for a broken escape, bad UTF-8, or a name that comes twice.
std::optional<std::map<std::string, std::string, std::less<>>> queryPairs(std::string_view query);

} // namespace foyer::server
