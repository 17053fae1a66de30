// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/permission.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

struct Named {
    Permission permission;
    std::string_view name;
};

constexpr std::array<Named, kPermissionCount> kNames{{
    {Permission::Sell, "order.sell"},
    {Permission::ReadOrders, "order.read"},
    {Permission::VoidOrder, "order.void"},
    {Permission::Refund, "order.refund"},
    {Permission::RefundOwn, "order.refund_own"},
    {Permission::Exchange, "order.exchange"},
    {Permission::Reprint, "ticket.reprint"},
    {Permission::ReissueTicket, "ticket.reissue"},
    {Permission::Discount, "price.discount"},
    {Permission::Complimentary, "price.complimentary"},
    {Permission::SellGiftCards, "gift_card.sell"},
    {Permission::Hold, "place.hold"},
    {Permission::Reserve, "place.reserve"},
    {Permission::RunShift, "shift.run"},
    {Permission::MoveCash, "cash.move"},
    {Permission::OpenDrawer, "drawer.open"},
    {Permission::ReadTillReports, "till.read"},
    {Permission::Admit, "gate.admit"},
    {Permission::OverrideGate, "gate.override"},
    {Permission::ReadCustomers, "customer.read"},
    {Permission::EditCustomers, "customer.edit"},
    {Permission::EraseCustomers, "customer.erase"},
    {Permission::ReadReports, "report.read"},
    {Permission::EditCatalogue, "catalogue.edit"},
    {Permission::ResolveIncidents, "incident.resolve"},
    {Permission::EditUsers, "user.edit"},
    {Permission::RunCounter, "counter.run"},
}};

constexpr std::int64_t kClerkRefundMinor = 5'000;
constexpr std::int64_t kClerkDiscountMilliPercent = 10'000;

PermissionSet setOf(std::initializer_list<Permission> permissions)
{
    PermissionSet set;
    for (const Permission permission : permissions) {
        set.set(static_cast<std::size_t>(permission));
    }
    return set;
}

/// The same id on every replica, so that edits of a built-in role meet.
RoleId builtInId(std::uint8_t number)
{
    Uuid::Bytes bytes{'f', 'o', 'y', 'e', 'r', '-', 'r', 'o', 'l', 'e', 0, 0, 0, 0, 0, number};
    return RoleId{Uuid::v8(bytes)};
}

std::array<Role, 6> makeRoles()
{
    using enum Permission;
    const PermissionSet clerk =
        setOf({Sell, ReadOrders, VoidOrder, Refund, RefundOwn, Exchange, Reprint, Discount,
               SellGiftCards, Reserve, RunShift, MoveCash, Admit, ReadCustomers, EditCustomers});
    const PermissionSet supervisor = clerk |
        setOf({ReissueTicket, Complimentary, Hold, OpenDrawer, ReadTillReports, OverrideGate,
               ReadReports, ResolveIncidents});
    // Who has no ticket to show is looked for by name.
    const PermissionSet door = setOf({Admit, ReadOrders, ReadCustomers});
    const PermissionSet organizer =
        setOf({ReadOrders, Refund, RefundOwn, Exchange, ReissueTicket, Discount, Complimentary,
               Hold, Reserve, ReadTillReports, ReadCustomers, EditCustomers, EraseCustomers,
               ReadReports, EditCatalogue, ResolveIncidents});
    constexpr AccessLimits kUnlimited{AccessLimits::kNone, AccessLimits::kNone};
    return {{{builtInId(1), "clerk", clerk, {kClerkRefundMinor, kClerkDiscountMilliPercent}},
             {builtInId(2), "supervisor", supervisor, kUnlimited},
             {builtInId(3), "door", door, {}},
             {builtInId(4), "organizer", organizer, kUnlimited},
             {builtInId(5), "administrator", PermissionSet{}.set(), kUnlimited},
             {builtInId(6), "team", {}, {}}}};
}

} // namespace

std::string_view permissionName(Permission permission)
{
    return kNames.at(static_cast<std::size_t>(permission)).name;
}

std::optional<Permission> permissionNamed(std::string_view name)
{
    const auto* const found = std::ranges::find(kNames, name, &Named::name);
    return found != kNames.end() ? std::optional{found->permission} : std::nullopt;
}

std::span<const Permission> allPermissions()
{
    static const auto kAll = [] {
        std::array<Permission, kPermissionCount> all{};
        std::ranges::transform(kNames, all.begin(), &Named::permission);
        return all;
    }();
    return kAll;
}

std::span<const Role> builtInRoles()
{
    static const std::array<Role, 6> kRoles = makeRoles();
    return kRoles;
}

const Role* builtInRoleNamed(std::string_view name)
{
    const auto roles = builtInRoles();
    const auto found = std::ranges::find(roles, name, &Role::name);
    return found != roles.end() ? &*found : nullptr;
}

} // namespace foyer
