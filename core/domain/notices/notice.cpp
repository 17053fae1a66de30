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

constexpr std::array kOfStock{Permission::Sell, Permission::ReadReports};
constexpr std::array kOfPayments{Permission::ReadOrders};
constexpr std::array kOfIncidents{Permission::ResolveIncidents};
constexpr std::array kOfCounters{Permission::RunCounter};

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

std::span<const Permission> permissionsFor(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::SoldOut:
    case NoticeKind::LowStock:
        return kOfStock;
    case NoticeKind::PaymentFailed:
        return kOfPayments;
    case NoticeKind::Incident:
        return kOfIncidents;
    case NoticeKind::SyncSilent:
        return kOfCounters;
    }
    return {}; // nobody
}

bool mayKnow(NoticeKind kind, const PermissionSet& permissions)
{
    return std::ranges::any_of(permissionsFor(kind), [&](Permission permission) {
        return permissions.test(static_cast<std::size_t>(permission));
    });
}

} // namespace foyer
