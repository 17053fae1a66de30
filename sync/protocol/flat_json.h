// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace foyer::protocol {

/// A small JSON object of texts, 64-bit integers and booleans, read strictly: no member twice, no
/// arrays, no fractions, valid UTF-8, nothing behind it. Members of inner objects are named
/// "outer.inner".
class FlatJson {
public:
    /// Bad input "bad_json" for anything else, for more than 64 members, and deeper than 4.
    static Result<FlatJson> read(std::string_view text);

    std::optional<std::string> text(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name) const;
    bool has(std::string_view name) const { return m_members.contains(name); }

    using Value = std::variant<std::string, std::int64_t, bool>;
    const std::map<std::string, Value, std::less<>>& members() const { return m_members; }

private:
    std::map<std::string, Value, std::less<>> m_members;
};

/// A text as a JSON string with its quotes, ASCII only.
std::string jsonQuoted(std::string_view text);

} // namespace foyer::protocol
