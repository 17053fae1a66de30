// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <Poco/Dynamic/Var.h>
#include <Poco/JSON/Object.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// A value out of what a provider sent. Asking for what is not there, or is something else, gives
/// nothing, so that a reader says once what it needs. Numbers are whole or they are nothing:
/// amounts never come by way of floating point.
class JsonValue {
public:
    JsonValue() = default; ///< nothing
    /// Nothing unless it is exactly one JSON text (RFC 8259), at most 32 levels deep.
    static std::optional<JsonValue> parse(std::string_view text);

    JsonValue operator[](const char* name) const;        ///< a member of an object
    std::vector<JsonValue> items() const;                ///< of an array
    bool isNothing() const { return m_value.isEmpty(); } ///< null, too
    bool isObject() const;
    std::string text() const; ///< of a string; empty otherwise
    std::optional<std::int64_t> whole() const;
    bool isTrue() const;                        ///< exactly `true`
    std::optional<bool> truth() const;          ///< of a boolean
    std::optional<PaymentId> paymentId() const; ///< of a string that is a UUID

private:
    explicit JsonValue(const Poco::Dynamic::Var& value) : m_value{value} {}
    Poco::Dynamic::Var m_value;
};

/// An object to be sent: its members stay in the order in which they were set.
using JsonObject = Poco::JSON::Object;
JsonObject::Ptr makeJsonObject();
std::string toText(const JsonObject::Ptr& object);

} // namespace foyer::server
