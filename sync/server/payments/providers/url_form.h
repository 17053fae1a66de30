// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace foyer::server {

/// Percent-encoded (RFC 3986), all but the unreserved characters.
std::string percentEncoded(std::string_view text);

/// A name of the provider's as one segment of a path. What cannot be one (with a slash, say)
/// becomes
/// "-", which the provider does not know: a name never leads to another path.
std::string pathSegment(std::string_view name);

/// Names and values of application/x-www-form-urlencoded, as a body or a query. Brackets in names
/// stay as they are: "metadata[payment]".
class UrlForm {
public:
    UrlForm& add(std::string_view name, std::string_view value);
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace foyer::server
