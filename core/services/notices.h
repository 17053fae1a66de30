// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/notices/notice_choice.h"

#include <cstdint>
#include <vector>

namespace foyer {

class Counter;

/// What staff is told of, as whoever is signed in sees it: of kinds that their role may know of,
/// and that they want in the window. Nobody else's read marks and choices are touched by it.

/// The latest, the latest first. Refuses with not_signed_in, locked.
Result<NoticesSeen> notices(Counter& counter, std::int64_t limit = 100);
/// Notes that the operator has read them up to one; only at this computer. Refuses as notices().
Result<void> readNotices(Counter& counter, HlcTime upTo);

/// What the operator chose, and the kinds that their role may know of at all.
struct OwnNoticeChoice {
    NoticeChoice choice;
    std::vector<NoticeKind> kinds;
};
/// Refuses as notices().
Result<OwnNoticeChoice> noticeChoice(Counter& counter);
/// Refuses as notices(), and as checkedChoice().
Result<NoticeChoice> chooseNotices(Counter& counter, const NoticeChoice& choice);

/// When the house is told of what.
Result<NoticeLimits> noticeLimits(Counter& counter);
/// Needs Permission::EditCatalogue for what is little stock, Permission::RunCounter for what is
/// silence, each only where it changes. Refuses as checkLimits().
Result<void> setNoticeLimits(Counter& counter, const NoticeLimits& limits);

} // namespace foyer
