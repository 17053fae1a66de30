// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/notices/notice.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array<NoticeKind, kNoticeKinds> kKinds{NoticeKind::SoldOut, NoticeKind::LowStock,
                                                      NoticeKind::PaymentFailed,
                                                      NoticeKind::Incident, NoticeKind::SyncSilent};
constexpr std::array<std::string_view, kNoticeKinds> kNames{"sold_out", "low_stock",
                                                            "payment_failed", "incident",
                                                            "sync_silent"};

} // namespace

std::string_view noticeKindName(NoticeKind kind)
{
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<NoticeKind> noticeKindNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kNames, name);
    return found != kNames.end()
        ? std::optional{kKinds.at(static_cast<std::size_t>(found - kNames.begin()))}
        : std::nullopt;
}

std::span<const NoticeKind> allNoticeKinds()
{
    return kKinds;
}

bool mayKnow(NoticeKind kind, const std::function<bool(Permission)>& may)
{
    switch (kind) {
    case NoticeKind::SoldOut:
    case NoticeKind::LowStock:
        return may(Permission::Sell) || may(Permission::ReadReports);
    case NoticeKind::PaymentFailed: // a door reads orders, too, and has no money to do with
        return may(Permission::ReadOrders) && (may(Permission::Sell) || may(Permission::Refund));
    case NoticeKind::Incident:
        return may(Permission::ResolveIncidents);
    case NoticeKind::SyncSilent:
        return may(Permission::RunCounter);
    }
    return false;
}

bool mayKnow(NoticeKind kind, const PermissionSet& permissions)
{
    return mayKnow(kind, [&](Permission permission) {
        return permissions.test(static_cast<std::size_t>(permission));
    });
}

} // namespace foyer
