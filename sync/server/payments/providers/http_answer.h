// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::server {

/// What a server answered. Names of headers in lower case.
struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    /// The first of that name; empty where there is none.
    std::string header(std::string_view name) const;
};

/// Reads one answer of HTTP/1.1 (RFC 9112), strictly: what two readers could understand differently
/// is no answer. Bodies end by their length, by their chunks, or with the connection.
class HttpAnswerReader {
public:
    /// `more` gives the next bytes and nothing at the end of the connection.
    HttpAnswerReader(std::function<std::string_view()> more, std::size_t bodyMax);

    /// Throws WireFailure where it is none, or larger than that.
    HttpAnswer read();
    /// Whether any byte came.
    bool hasBegun() const { return m_hasBegun; }
    /// After read(): whether the connection may be used again.
    bool mayGoOn() const { return m_mayGoOn && m_rest.empty(); }

private:
    bool fill();
    std::string line();
    std::string take(std::size_t size);
    void readHead(HttpAnswer& answer);
    void readBody(HttpAnswer& answer);
    std::string readChunks();

    std::function<std::string_view()> m_more;
    std::size_t m_bodyMax;
    std::size_t m_headLeft;
    std::string m_rest;
    bool m_hasBegun = false;
    bool m_mayGoOn = true;
};

} // namespace foyer::server
