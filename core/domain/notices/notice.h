// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/access/permission.h"
#include "core/domain/journal/entry.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using NoticeId = Id<struct NoticeTag>;

/// What staff is told of without having asked.
enum class NoticeKind : std::uint8_t {
    SoldOut,       ///< nothing is left of a performance that is on sale
    LowStock,      ///< little is left of one
    PaymentFailed, ///< a provider took no money, or could not give it back: somebody has to look
    Incident,      ///< counters that could not hear each other brought something about
    SyncSilent,    ///< a counter at work has not been heard of for a while
};
inline constexpr std::size_t kNoticeKinds = static_cast<std::size_t>(NoticeKind::SyncSilent) + 1;

/// "sold_out" …: the stable name in entries, on the command line and in JSON.
std::string_view noticeKindName(NoticeKind kind);
std::optional<NoticeKind> noticeKindNamed(std::string_view name);
std::span<const NoticeKind> allNoticeKinds();

/// Whether somebody may know of it, by what they may do: whoever may see the thing itself and has
/// to do with it, and nobody else.
bool mayKnow(NoticeKind kind, const std::function<bool(Permission)>& may);
bool mayKnow(NoticeKind kind, const PermissionSet& permissions);

/// What became of a payment, of NoticeKind::PaymentFailed: NoticeFacts::detail.
namespace payment_trouble {
inline constexpr const char* kFailed = "failed";       ///< no money came
inline constexpr const char* kHeld = "held";           ///< nothing goes on before somebody looked
inline constexpr const char* kRefundFailed = "refund"; ///< money did not go back
} // namespace payment_trouble

/// What a notice says, as it was when it was raised. Names and numbers of the house only, nothing
/// about a customer. Which of it is set depends on the kind.
struct NoticeFacts {
    std::string name;       ///< the event; the order's code; of a counter its name
    std::string detail;     ///< the subtitle; one of payment_trouble; the name of an IncidentKind
    Instant startsAt;       ///< of a performance; 0: of none
    std::string timeZone;   ///< of startsAt
    std::int64_t count = 0; ///< places that are left; minutes of silence
    std::int64_t of = 0;    ///< places that there are
    std::optional<Money> money = std::nullopt; ///< of a payment
    friend bool operator==(const NoticeFacts&, const NoticeFacts&) = default;
};

struct Notice {
    NoticeId id;
    NoticeKind kind = NoticeKind::SoldOut;
    Uuid subject; ///< the performance, payment, incident or device that it is about
    NoticeFacts facts;
    HlcTime raisedAt;
    std::optional<Instant> overAt;
    friend bool operator==(const Notice&, const Notice&) = default;

    bool isOver() const { return overAt.has_value(); }
};

/// As somebody sees it.
struct SeenNotice {
    Notice notice;
    bool isRead = false;
};

/// Notices of one person, the newest first.
struct NoticesSeen {
    std::vector<SeenNotice> notices;
    std::int64_t unread = 0; ///< of these; what is over needs nobody any more, and counts as read
};

} // namespace foyer
