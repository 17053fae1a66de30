// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/user.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

struct NewUser {
    std::string name;
    std::string role;     ///< the role's name: "clerk", …
    std::string password; ///< empty: none; a PIN must be there then
    std::string pin;      ///< empty: none
    /// Their roles in single events, by the roles' names.
    std::map<EventId, std::string> eventRoles = {};
};

/// Adds somebody. The first user of a house must be an administrator. Refuses with name_missing,
/// name_taken, unknown_role, secret_missing, weak_password, weak_pin, first_administrator, and
/// as AccessControl::permit does.
Result<UserId> addUser(Counter& counter, const NewUser& user);

/// What changes about somebody; what is not named stays.
struct UserChange {
    std::optional<std::string> name;
    std::optional<std::string> role;
    /// Their roles in single events, by the roles' names; an empty name: none there any more.
    std::map<EventId, std::string> eventRoles = {};
    std::optional<bool> active;
    std::optional<std::string> password;
    std::optional<std::string> pin;
};

/// Changes somebody. Nobody needs a permission for their own password and PIN, but then `secret`,
/// the one they have, must be right. Refuses as addUser does, and with unknown_user,
/// last_administrator.
Result<void> changeUser(Counter& counter, UserId user, const UserChange& change);
Result<void> changeOwnSecret(Counter& counter, const std::string& secret, const UserChange& change);

/// Changes what a role may do. Refuses with unknown_role, administrator_stays (the administrator
/// keeps every permission), and as AccessControl::permit does.
Result<void> changeRole(Counter& counter, const Role& role);

} // namespace foyer
