// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/users.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_edits.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::string_view kAdministrator = "administrator";

Error unknownRole(const std::string& name)
{
    return badInput(
        "unknown_role",
        "There is no role \"" + name +
            "\". The roles are clerk, supervisor, door, organizer, administrator and team.",
        "role");
}

Result<void> checkName(const AccessControl& access, const std::string& name, UserId self)
{
    if (name.find_first_not_of(' ') == std::string::npos) {
        return badInput("name_missing", "Say the user's name.", "name");
    }
    const User* known = access.userNamed(name);
    if (known != nullptr && known->id != self) {
        return refused("name_taken",
                       "There is a user of that name already. Add a family name or a number.",
                       "name");
    }
    return {};
}

Result<void> checkSecrets(const std::string& password, const std::string& pin,
                          const std::string& name)
{
    if (!password.empty()) {
        if (auto good = checkPassword(password, name); !good) {
            return good;
        }
    }
    if (!pin.empty()) {
        if (auto good = checkPin(pin); !good) {
            return good;
        }
    }
    return {};
}

void writeUser(Counter& counter, const Permit& permit, const EntityEdited& edit)
{
    Journal::Act act{counter.journal(), permit};
    appendEdit(act, counter.database(), counter.organizer(), kind::kUserEdited, edit);
    act.commit();
    counter.noteHead();
    counter.access().reload();
}

bool isLastAdministrator(const AccessControl& access, UserId user)
{
    const Role* administrator = access.roleNamed(kAdministrator);
    return administrator != nullptr && std::ranges::none_of(access.users(), [&](const auto& other) {
               return other.first != user && other.second.active &&
                   other.second.role == administrator->id;
           });
}

Result<void> setEventRoles(EntityEdited& edit, const AccessControl& access,
                           const std::map<EventId, std::string>& roles)
{
    for (const auto& [event, name] : roles) {
        const Role* role = name.empty() ? nullptr : access.roleNamed(name);
        if (role == nullptr && !name.empty()) {
            return unknownRole(name);
        }
        edit.fields.insert(eventRoleField(event, role != nullptr ? role->id : RoleId{}));
    }
    return {};
}

/// The fields a change sets, checked.
Result<EntityEdited> editFor(Counter& counter, const User& user, const UserChange& change)
{
    AccessControl& access = counter.access();
    EntityEdited edit{user.id.uuid, {}};
    if (change.name) {
        if (auto good = checkName(access, *change.name, user.id); !good) {
            return std::move(good).error();
        }
        edit.fields["name"] = *change.name;
    }
    const Role* administrator = access.roleNamed(kAdministrator);
    const bool isAdministrator = administrator != nullptr && user.role == administrator->id;
    const bool leaves =
        (change.role && *change.role != kAdministrator) || (change.active && !*change.active);
    if (isAdministrator && leaves && isLastAdministrator(access, user.id)) {
        return refused("last_administrator",
                       "This is the last administrator. Make somebody else one first.", "role");
    }
    if (change.role) {
        const Role* role = access.roleNamed(*change.role);
        if (role == nullptr) {
            return unknownRole(*change.role);
        }
        edit.fields["role"] = Bytes{role->id.uuid.bytes().begin(), role->id.uuid.bytes().end()};
    }
    if (auto set = setEventRoles(edit, access, change.eventRoles); !set) {
        return std::move(set).error();
    }
    if (change.active) {
        edit.fields["active"] = *change.active;
    }
    if (auto good = checkSecrets(change.password.value_or(""), change.pin.value_or(""), user.name);
        !good) {
        return std::move(good).error();
    }
    if (change.password) {
        edit.fields["password"] = access.sealSecret(user.id, *change.password);
    }
    if (change.pin) {
        edit.fields["pin"] = access.sealSecret(user.id, *change.pin);
    }
    return edit;
}

} // namespace

Result<UserId> addUser(Counter& counter, const NewUser& wanted)
{
    return guarded([&]() -> Result<UserId> {
        AccessControl& access = counter.access();
        const auto permit = access.permit(Permission::EditUsers);
        if (!permit) {
            return permit.error();
        }
        if (auto good = checkName(access, wanted.name, {}); !good) {
            return std::move(good).error();
        }
        const Role* role = access.roleNamed(wanted.role);
        if (role == nullptr) {
            return unknownRole(wanted.role);
        }
        if (access.isOpenHouse() && role->name != kAdministrator) {
            return refused("first_administrator",
                           "The first user must be an administrator, or nobody could add others.",
                           "role");
        }
        if (wanted.password.empty() && wanted.pin.empty()) {
            return badInput("secret_missing", "Give the user a password or a PIN.", "pin");
        }
        if (auto good = checkSecrets(wanted.password, wanted.pin, wanted.name); !good) {
            return std::move(good).error();
        }
        User user{.id = UserId{Uuid::v7(counter.clock().now(), counter.random())},
                  .name = wanted.name,
                  .role = role->id,
                  .active = true,
                  .sealedPassword = {},
                  .sealedPin = {}};
        if (!wanted.password.empty()) {
            user.sealedPassword = access.sealSecret(user.id, wanted.password);
        }
        if (!wanted.pin.empty()) {
            user.sealedPin = access.sealSecret(user.id, wanted.pin);
        }
        EntityEdited edit = editOf(user);
        if (auto set = setEventRoles(edit, access, wanted.eventRoles); !set) {
            return std::move(set).error();
        }
        writeUser(counter, *permit, edit);
        return user.id;
    });
}

Result<void> changeUser(Counter& counter, UserId id, const UserChange& change)
{
    return guarded([&]() -> Result<void> {
        AccessControl& access = counter.access();
        const auto permit = access.permit(Permission::EditUsers);
        if (!permit) {
            return permit.error();
        }
        const auto user = access.users().find(id);
        if (user == access.users().end()) {
            return refused("unknown_user", "This user is not known here.", "name");
        }
        const auto edit = editFor(counter, user->second, change);
        if (!edit) {
            return edit.error();
        }
        writeUser(counter, *permit, *edit);
        return {};
    });
}

Result<void> changeOwnSecret(Counter& counter, const std::string& secret, const UserChange& change)
{
    return guarded([&]() -> Result<void> {
        AccessControl& access = counter.access();
        if (auto proved = access.unlock(secret); !proved) {
            return proved;
        }
        const auto permit = access.ownSecretPermit();
        const auto edit = editFor(counter, access.users().at(access.current()->user),
                                  {.name = {},
                                   .role = {},
                                   .eventRoles = {},
                                   .active = {},
                                   .password = change.password,
                                   .pin = change.pin});
        if (!edit) {
            return edit.error();
        }
        writeUser(counter, permit, *edit);
        return {};
    });
}

Result<void> changeRole(Counter& counter, const Role& role)
{
    return guarded([&]() -> Result<void> {
        AccessControl& access = counter.access();
        const auto permit = access.permit(Permission::EditUsers);
        if (!permit) {
            return permit.error();
        }
        if (!access.roles().contains(role.id)) {
            return unknownRole(role.name);
        }
        if (role.id == builtInRoleNamed(kAdministrator)->id) {
            return refused("administrator_stays",
                           "The administrator keeps every permission. Change another role.",
                           "role");
        }
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kRoleEdited, editOf(role));
        act.commit();
        counter.noteHead();
        access.reload();
        return {};
    });
}

} // namespace foyer
