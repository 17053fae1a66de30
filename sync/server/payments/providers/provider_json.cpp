// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/provider_json.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/JSONException.h>
#include <Poco/JSON/Parser.h>

#include <limits>
#include <sstream>

namespace foyer::server {
namespace {

using Poco::JSON::Array;

constexpr std::size_t kDepthMax = 32;

} // namespace

std::optional<JsonValue> JsonValue::parse(std::string_view text)
{
    try {
        Poco::JSON::Parser parser;
        parser.setDepth(kDepthMax);
        return JsonValue{parser.parse(std::string{text})};
    } catch (const Poco::Exception&) {
        return std::nullopt;
    } catch (const std::exception&) { // what its own exceptions do not cover
        return std::nullopt;
    }
}

JsonValue JsonValue::operator[](const char* name) const
{
    if (!isObject()) {
        return {};
    }
    return JsonValue{m_value.extract<JsonObject::Ptr>()->get(name)};
}

std::vector<JsonValue> JsonValue::items() const
{
    std::vector<JsonValue> found;
    if (!m_value.isEmpty() && m_value.type() == typeid(Array::Ptr)) {
        for (const auto& item : *m_value.extract<Array::Ptr>()) {
            found.push_back(JsonValue{item});
        }
    }
    return found;
}

bool JsonValue::isObject() const
{
    return !m_value.isEmpty() && m_value.type() == typeid(JsonObject::Ptr);
}

std::string JsonValue::text() const
{
    const bool isText = !m_value.isEmpty() && m_value.type() == typeid(std::string);
    return isText ? m_value.extract<std::string>() : std::string{};
}

std::optional<std::int64_t> JsonValue::whole() const
{
    if (m_value.isEmpty() || m_value.type() != typeid(Poco::Int64)) {
        return std::nullopt; // a double, a boolean, or more than 64 bits
    }
    return m_value.extract<Poco::Int64>();
}

bool JsonValue::isTrue() const
{
    return truth().value_or(false);
}

std::optional<bool> JsonValue::truth() const
{
    if (m_value.isEmpty() || m_value.type() != typeid(bool)) {
        return std::nullopt;
    }
    return m_value.extract<bool>();
}

std::optional<PaymentId> JsonValue::paymentId() const
{
    const auto uuid = Uuid::fromText(text());
    return uuid ? std::optional{PaymentId{*uuid}} : std::nullopt;
}

JsonObject::Ptr makeJsonObject()
{
    return new JsonObject{Poco::JSON_PRESERVE_KEY_ORDER};
}

std::string toText(const JsonObject::Ptr& object)
{
    std::ostringstream out;
    object->stringify(out);
    return out.str();
}

} // namespace foyer::server
