// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/notices/notice.h"

#include <bitset>
#include <cstdint>
#include <string>

namespace foyer {

using NoticeKinds = std::bitset<kNoticeKinds>;

inline bool has(const NoticeKinds& kinds, NoticeKind kind)
{
    return kinds.test(static_cast<std::size_t>(kind));
}
inline void put(NoticeKinds& kinds, NoticeKind kind, bool isIn)
{
    kinds.set(static_cast<std::size_t>(kind), isIn);
}

/// What somebody wants to be told of, and how. A role decides what they may be told of at all.
struct NoticeChoice {
    NoticeKinds app = NoticeKinds{}.set(); ///< in the window: everything, unless they say no
    NoticeKinds mail;                      ///< by mail: nothing, unless they say so
    std::string address;                   ///< where mails go; only where some are wanted
    std::string language;                  ///< that mails are in, "de"; empty: English
    friend bool operator==(const NoticeChoice&, const NoticeChoice&) = default;
};
/// Refuses with address_missing (mails need one), bad_email, bad_language. Without a kind to be
/// mailed there is no reason to keep an address, and the choice comes back without it.
Result<NoticeChoice> checkedChoice(NoticeChoice choice);

/// When a house is told of what.
struct NoticeLimits {
    std::int64_t lowPlaces = 10; ///< so many places are few, once half of them are gone; 0: none
    std::int64_t lowPercent = 5; ///< such a part of all is little; 0: none
    std::int64_t silentMinutes = 10; ///< so long a counter at work may be silent
    friend bool operator==(const NoticeLimits&, const NoticeLimits&) = default;
};
inline constexpr std::int64_t kLowPlacesMax = 100'000;
inline constexpr std::int64_t kLowPercentMax = 100;
/// A counter is noted as heard of once a minute, so less would be chance.
inline constexpr std::int64_t kSilentMinutesMin = 3;
inline constexpr std::int64_t kSilentMinutesMax = 1'440; // a day
/// Refuses with bad_places, bad_percent, bad_minutes.
Result<void> checkLimits(const NoticeLimits& limits);

} // namespace foyer
