// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace foyer {

class JsonTree;

/// The members of an object, sorted by key; no key occurs twice.
using JsonMembers = std::vector<std::pair<std::string, JsonTree>>;

/// A JSON document that was read strictly. Plain values, so that no header has to know the parser.
class JsonTree {
public:
    using Array = std::vector<JsonTree>;
    using Value =
        std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, JsonMembers>;

    JsonTree() = default;
    explicit JsonTree(Value value) : m_value{std::move(value)} {}

    /// The value as a T of Value, or null where it is of another kind.
    template <typename T>
    const T* as() const
    {
        return std::get_if<T>(&m_value);
    }
    template <typename T>
    T* as()
    {
        return std::get_if<T>(&m_value);
    }
    bool isNull() const { return as<std::nullptr_t>() != nullptr; }
    /// The member of that name, or null where there is none or this is no object.
    const JsonTree* member(std::string_view key) const;

private:
    Value m_value = nullptr;
};

/// What a strict reader allows. The defaults hold for seating plans.
struct JsonLimits {
    std::size_t bytesMax = std::size_t{32} * 1024 * 1024;
    std::size_t depthMax = 32;
    std::size_t valuesMax = 3'000'000; ///< bounds the memory: some 80 bytes each
};

/// Reads one JSON text (RFC 8259) strictly: valid UTF-8, no key twice in an object, nothing after
/// the value, within the limits. Errors, all BadInput: "json_syntax" with "line L, column C" (the
/// column counts bytes), "json_duplicate_key" with the path of the key, "json_too_large",
/// "json_too_deep".
Result<JsonTree> readJsonStrictly(std::string_view text, const JsonLimits& limits = {});

/// Text of a file, fit to be shown in a message: cut after some 80 bytes at a character's end,
/// control characters replaced by spaces.
std::string shownText(std::string_view text);

} // namespace foyer
