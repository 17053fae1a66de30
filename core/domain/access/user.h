// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/access/permission.h"
#include "core/domain/catalogue/entity.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Somebody who works with Foyer, as the edits of "user.edited" add up to. The hashes of password
/// and PIN are sealed with the counter's data key: six digits would not outlive a copied database.
struct User {
    UserId id;
    std::string name;
    RoleId role;
    /// What they may do besides, in single events only.
    std::map<EventId, RoleId> eventRoles = {};
    bool active = true;
    Bytes sealedPassword; ///< empty: none
    Bytes sealedPin;      ///< empty: none
    friend bool operator==(const User&, const User&) = default;
};

EntityEdited editOf(const User& user);
/// The field of an edit that sets somebody's role in an event, and its value; nil: they have none
/// there any more.
std::pair<std::string, FieldValue> eventRoleField(EventId event, RoleId role);
std::optional<User> userFrom(const Uuid& id, const Entity& entity);

/// Changes to a built-in role, or a whole new one, as the edits of "role.edited" add up to.
EntityEdited editOf(const Role& role);
/// `base`: the built-in role of that id, if there is one.
std::optional<Role> roleFrom(const Uuid& id, const Entity& entity, const Role* base);

inline constexpr std::size_t kPasswordMin = 12;
inline constexpr std::size_t kPasswordMax = 128;
inline constexpr std::size_t kPinSize = 6;

/// Whether a secret has the form of a PIN: six digits.
bool isPinShaped(std::string_view secret);
/// Refuses with weak_password: shorter than kPasswordMin, longer than kPasswordMax, one character
/// over and over, or the user's name (NIST SP 800-63B §5.1.1.2: length, no rules of composition).
Result<void> checkPassword(std::string_view password, std::string_view userName);
/// Refuses with weak_pin: not six digits, one digit over and over, or counting up or down.
Result<void> checkPin(std::string_view pin);

} // namespace foyer
