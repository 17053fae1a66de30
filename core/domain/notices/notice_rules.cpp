// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/notices/notice_rules.h"

#include <set>
#include <utility>

namespace foyer {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
using Key = std::pair<NoticeKind, Uuid>;

} // namespace

std::optional<NoticeKind> stockNotice(std::int64_t left, std::int64_t capacity,
                                      const NoticeLimits& limits)
{
    if (capacity <= 0) {
        return std::nullopt; // nothing was ever to be sold
    }
    if (left <= 0) {
        return NoticeKind::SoldOut;
    }
    const bool isFew = left <= limits.lowPlaces && left * 2 <= capacity;
    const bool isSmallPart = left < capacity && left * 100 <= capacity * limits.lowPercent;
    return isFew || isSmallPart ? std::optional{NoticeKind::LowStock} : std::nullopt;
}

bool isSilent(Instant heardAt, Instant now, const NoticeLimits& limits)
{
    return now.ms - heardAt.ms >= limits.silentMinutes * kMinuteMs;
}

NoticeChanges changesFrom(const std::vector<OpenNotice>& open,
                          const std::vector<NoticeCondition>& now)
{
    std::set<Key> stands;
    for (const NoticeCondition& condition : now) {
        stands.emplace(condition.kind, condition.subject);
    }
    NoticeChanges changes;
    std::set<Key> told;
    for (const OpenNotice& notice : open) {
        const Key key{notice.kind, notice.subject};
        // Of two that say the same, as when the authority moved in between, one is enough.
        if (!stands.contains(key) || !told.insert(key).second) {
            changes.over.push_back(notice.id);
        }
    }
    for (const NoticeCondition& condition : now) {
        if (condition.raises && told.emplace(condition.kind, condition.subject).second) {
            changes.raise.push_back(condition);
        }
    }
    return changes;
}

} // namespace foyer
