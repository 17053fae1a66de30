// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/domain/catalogue/entity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// How fields of entities say what has no type of its own there: ids, moments, sets and maps.

// Members of sets and maps are fields of their own ("type:<id>"), so that they merge one by one.
inline constexpr std::string_view kTypeMember = "type:";
inline constexpr std::string_view kCategoryMember = "category:";

/// Calls `take(id, value)` for each member with the prefix that is not taken away; the value of
/// what is no number is 0.
template <typename Take>
void eachMember(const Entity& entity, std::string_view prefix, Take take)
{
    for (const auto& [name, field] : entity.fields()) {
        if (!name.starts_with(prefix) || !entity.has(name)) {
            continue;
        }
        if (const auto id = Uuid::fromText(std::string_view{name}.substr(prefix.size()))) {
            take(*id, entity.integer(name));
        }
    }
}

inline Bytes bytesOfId(const Uuid& uuid)
{
    return {uuid.bytes().begin(), uuid.bytes().end()};
}

/// A moment, or nothing, as a field; and such a field read.
inline FieldValue optionalInstant(const std::optional<Instant>& instant)
{
    return instant ? FieldValue{instant->ms} : FieldValue{};
}
inline std::optional<Instant> instantIn(const Entity& entity, const std::string& name)
{
    return entity.has(name) ? std::optional{Instant{entity.integer(name)}} : std::nullopt;
}

} // namespace foyer
