// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/catalogue_edits.h"

#include "core/storage/catalogue_store.h"

#include <string_view>

namespace foyer {
namespace {

/// Built-in roles and the like: known everywhere by the same id, before anybody has written it.
bool isKnownEverywhere(const Uuid& entity)
{
    constexpr int kVersionOfFixedIds = 8;
    return entity.bytes()[6] >> 4 == kVersionOfFixedIds;
}

} // namespace

std::optional<EntryId> appendEdit(Journal::Act& act, Database& database, OrganizerId organizer,
                                  const char* kind, EntityEdited edit)
{
    const std::string_view whole{kind};
    const auto known =
        readEntity(database, organizer, whole.substr(0, whole.find('.')), edit.entity);
    if (known || edit.over || isKnownEverywhere(edit.entity)) {
        edit.over.emplace();
        const Entity before = known.value_or(Entity{});
        std::erase_if(edit.fields, [&](const auto& field) {
            const auto was = before.fields().find(field.first);
            if (was == before.fields().end()) {
                return std::holds_alternative<std::monostate>(field.second);
            }
            if (was->second.value == field.second) {
                return true;
            }
            edit.over->emplace(field.first, FieldStamp{was->second.at, was->second.by});
            return false;
        });
    }
    return edit.fields.empty() ? std::nullopt : std::optional{act.append(kind, encode(edit))};
}

} // namespace foyer
