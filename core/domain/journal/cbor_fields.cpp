// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/cbor_fields.h"

namespace foyer {

Uuid FieldReader::uuid(const CborValue& value)
{
    const auto uuid = Uuid::fromBytes(value.asBytes());
    require(uuid.has_value(), "id");
    return uuid.value_or(Uuid{});
}

std::int64_t FieldReader::integer(const CborValue& value, std::int64_t low, std::int64_t high)
{
    const std::int64_t number = value.asInteger();
    require(value.isInteger() && number >= low && number <= high, "number");
    return value.isInteger() ? number : low;
}

std::int64_t FieldReader::amount(const CborValue& value)
{
    const std::int64_t minor = value.asInteger();
    const bool sound = value.isInteger() && minor >= -Money::kMinorMax && minor <= Money::kMinorMax;
    require(sound, "amount");
    return sound ? minor : 0;
}

std::string FieldReader::text(const CborValue& value, const char* field)
{
    require(value.isText(), field);
    return value.asText();
}

Currency FieldReader::currency(const CborValue& value)
{
    const auto currency = Currency::fromCode(value.asText());
    require(currency.has_value(), "currency");
    return currency.value_or(*Currency::fromCode("EUR"));
}

} // namespace foyer
