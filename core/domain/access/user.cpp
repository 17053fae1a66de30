// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/user.h"

#include <algorithm>

namespace foyer {
namespace {

// Permissions are fields of their own ("may:order.sell"), so that edits merge one by one.
constexpr std::string_view kMayPrefix = "may:";
// A role in an event, too ("in:<event>"): two who invite the same person to two events both win.
constexpr std::string_view kInPrefix = "in:";

bool isOneCharacter(std::string_view text)
{
    return text.find_first_not_of(text.front()) == std::string_view::npos;
}

bool isCounting(std::string_view digits, int step)
{
    for (std::size_t i = 1; i < digits.size(); ++i) {
        if ((digits[i - 1] - '0' + step + 10) % 10 != digits[i] - '0') {
            return false;
        }
    }
    return true;
}

} // namespace

std::pair<std::string, FieldValue> eventRoleField(EventId event, RoleId role)
{
    return {std::string{kInPrefix} + event.text(),
            role.isNil() ? FieldValue{}
                         : FieldValue{Bytes{role.uuid.bytes().begin(), role.uuid.bytes().end()}}};
}

EntityEdited editOf(const User& user)
{
    EntityEdited edit{user.id.uuid,
                      {{"name", user.name},
                       {"role",
                        Bytes{user.role.uuid.bytes().begin(), user.role.uuid.bytes().end()}},
                       {"active", user.active},
                       {"password", user.sealedPassword},
                       {"pin", user.sealedPin}}};
    for (const auto& [event, role] : user.eventRoles) {
        edit.fields.insert(eventRoleField(event, role));
    }
    return edit;
}

namespace {

std::map<EventId, RoleId> eventRolesOf(const Entity& entity)
{
    std::map<EventId, RoleId> roles;
    for (const auto& [name, field] : entity.fields()) {
        if (!name.starts_with(kInPrefix)) {
            continue;
        }
        const auto event = Uuid::fromText(std::string_view{name}.substr(kInPrefix.size()));
        const Uuid role = entity.uuid(name);
        if (event && !role.isNil()) {
            roles.emplace(EventId{*event}, RoleId{role});
        }
    }
    return roles;
}

} // namespace

std::optional<User> userFrom(const Uuid& id, const Entity& entity)
{
    if (!entity.has("name") || !entity.has("role")) {
        return std::nullopt;
    }
    return User{.id = UserId{id},
                .name = entity.text("name"),
                .role = RoleId{entity.uuid("role")},
                .eventRoles = eventRolesOf(entity),
                .active = !entity.has("active") || entity.flag("active"),
                .sealedPassword = entity.bytes("password"),
                .sealedPin = entity.bytes("pin")};
}

EntityEdited editOf(const Role& role)
{
    EntityEdited edit{role.id.uuid,
                      {{"name", role.name},
                       {"refund_max", role.limits.refundMinor},
                       {"discount_max", role.limits.discountMilliPercent}}};
    for (const Permission permission : allPermissions()) {
        edit.fields[std::string{kMayPrefix} + std::string{permissionName(permission)}] =
            role.may(permission);
    }
    return edit;
}

std::optional<Role> roleFrom(const Uuid& id, const Entity& entity, const Role* base)
{
    if (base == nullptr && !entity.has("name")) {
        return std::nullopt;
    }
    Role role = base != nullptr
        ? *base
        : Role{.id = RoleId{id}, .name = {}, .permissions = {}, .limits = {}};
    if (entity.has("name")) {
        role.name = entity.text("name");
    }
    role.limits.refundMinor = entity.integer("refund_max", role.limits.refundMinor);
    role.limits.discountMilliPercent =
        entity.integer("discount_max", role.limits.discountMilliPercent);
    for (const Permission permission : allPermissions()) {
        const std::string field = std::string{kMayPrefix} + std::string{permissionName(permission)};
        if (entity.has(field)) {
            role.permissions.set(static_cast<std::size_t>(permission), entity.flag(field));
        }
    }
    return role;
}

bool isPinShaped(std::string_view secret)
{
    return secret.size() == kPinSize &&
        std::ranges::all_of(secret, [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> checkPassword(std::string_view password, std::string_view userName)
{
    if (password.size() < kPasswordMin || password.size() > kPasswordMax) {
        return badInput("weak_password",
                        "A password has at least " + std::to_string(kPasswordMin) +
                            " characters and at most " + std::to_string(kPasswordMax) +
                            ". A few words in a row are easy to remember.",
                        "password");
    }
    if (isOneCharacter(password) || password == userName) {
        return badInput("weak_password",
                        "This password is the first that anybody would try. Choose another one.",
                        "password");
    }
    return {};
}

Result<void> checkPin(std::string_view pin)
{
    if (!isPinShaped(pin)) {
        return badInput("weak_pin", "A PIN has six digits.", "pin");
    }
    if (isOneCharacter(pin) || isCounting(pin, 1) || isCounting(pin, -1)) {
        return badInput("weak_pin",
                        "This PIN is one of the first that anybody would try. Choose another one.",
                        "pin");
    }
    return {};
}

} // namespace foyer
