// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/people.h"

#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

/// The latest reading of any field: the same on every replica that has the same entries.
std::int64_t versionOf(const Entity& entity)
{
    std::int64_t version = 0;
    for (const auto& [name, field] : entity.fields()) {
        version = std::max(version, field.at.value);
    }
    return version;
}

/// All that either of them may.
void widen(Role& role, const Role& other)
{
    role.permissions |= other.permissions;
    role.limits.refundMinor = std::max(role.limits.refundMinor, other.limits.refundMinor);
    role.limits.discountMilliPercent =
        std::max(role.limits.discountMilliPercent, other.limits.discountMilliPercent);
}

} // namespace

const People::Person* People::find(UserId user) const
{
    const auto found = persons.find(user);
    return found != persons.end() ? &found->second : nullptr;
}

const People::Person* People::named(const std::string& name) const
{
    const std::string folded = foldedForSearch(name);
    const Person* found = nullptr;
    for (const auto& [id, person] : persons) {
        if (foldedForSearch(person.user.name) == folded) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &person;
        }
    }
    return found;
}

People readPeople(Database& database, OrganizerId organizer)
{
    struct Versioned {
        Role role;
        std::int64_t version = 0;
    };
    std::map<RoleId, Versioned> roles;
    for (const Role& role : builtInRoles()) {
        roles.emplace(role.id, Versioned{role, 0});
    }
    readEntities(database, organizer, "role", [&](const Uuid& id, const Entity& entity) {
        const auto known = roles.find(RoleId{id});
        const Role* base = known != roles.end() ? &known->second.role : nullptr;
        if (auto role = roleFrom(id, entity, base)) {
            roles.insert_or_assign(RoleId{id}, Versioned{*std::move(role), versionOf(entity)});
        }
    });
    People people;
    readEntities(database, organizer, "user", [&](const Uuid& id, const Entity& entity) {
        if (auto user = userFrom(id, entity)) {
            const auto role = roles.find(user->role);
            const Versioned held = role != roles.end() ? role->second : Versioned{};
            Role widest = held.role;
            std::int64_t version = std::max(versionOf(entity), held.version);
            for (const auto& [event, there] : user->eventRoles) {
                if (const auto found = roles.find(there); found != roles.end()) {
                    widen(widest, found->second.role);
                    version = std::max(version, found->second.version);
                }
            }
            people.persons.emplace(UserId{id},
                                   People::Person{*std::move(user), held.role, widest, version});
        }
    });
    return people;
}

} // namespace foyer
