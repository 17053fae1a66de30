// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// What somebody may be allowed to do. Every verb of core/services names the one it needs.
enum class Permission : std::uint8_t {
    Sell,
    ReadOrders,
    VoidOrder,     ///< take back what was just sold
    Refund,        ///< up to a limit
    RefundOwn,     ///< what one sold oneself, too: without it another one has to say yes
    Exchange,      ///< other seats, types or dates for a ticket
    Reprint,       ///< the same tickets once more
    ReissueTicket, ///< a new code for a lost ticket, the old one void
    Discount,      ///< promo codes and price changes, up to a limit
    Complimentary,
    SellGiftCards,
    Hold,     ///< for the house, press, sponsors; and release
    Reserve,  ///< for a customer who pays later
    RunShift, ///< open, count and close a shift of one's own
    MoveCash, ///< pay-in and pay-out
    OpenDrawer,
    ReadTillReports, ///< of every shift, with what is in the drawer
    Admit,
    OverrideGate, ///< admit against a gate's refusal, undo an admission
    ReadCustomers,
    EditCustomers,
    EraseCustomers,
    ReadReports,
    EditCatalogue,    ///< events, prices, plans, quotas, gates
    ResolveIncidents, ///< the conflict desk: read it, and say what becomes of a conflict
    EditUsers,        ///< people and roles
    RunCounter,       ///< keys, rebuild, recovery, devices
};
inline constexpr std::size_t kPermissionCount =
    static_cast<std::size_t>(Permission::RunCounter) + 1;

/// "order.sell" …: the stable name in entries, on the command line and in JSON.
std::string_view permissionName(Permission permission);
std::optional<Permission> permissionNamed(std::string_view name);
/// All of them, in their order.
std::span<const Permission> allPermissions();

using PermissionSet = std::bitset<kPermissionCount>;

/// How far a role may go by itself; more needs somebody else's approval.
struct AccessLimits {
    static constexpr std::int64_t kNone = INT64_MAX; ///< no limit
    std::int64_t refundMinor = 0;          ///< money given back in one act, in minor units
    std::int64_t discountMilliPercent = 0; ///< of a line's price
    friend bool operator==(const AccessLimits&, const AccessLimits&) = default;
};

/// A named set of permissions. The roles of a new house can be changed and others added.
struct Role {
    RoleId id;
    std::string name; ///< "clerk", …: stable for the built-in ones
    PermissionSet permissions;
    AccessLimits limits;

    bool may(Permission permission) const
    {
        return permissions.test(static_cast<std::size_t>(permission));
    }
};

/// clerk, supervisor, door, organizer, administrator, and team, whose people may do only what they
/// may in single events; with ids that are the same everywhere.
std::span<const Role> builtInRoles();
const Role* builtInRoleNamed(std::string_view name);

} // namespace foyer
