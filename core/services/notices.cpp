// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/notices.h"

#include "core/domain/notices/notice_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/notice_store.h"

#include <algorithm>

namespace foyer {
namespace {

UserId operatorOf(Counter& counter)
{
    const auto& current = counter.access().current();
    return current ? current->user : UserId{};
}

std::vector<NoticeKind> knownKinds(Counter& counter)
{
    std::vector<NoticeKind> kinds;
    std::ranges::copy_if(allNoticeKinds(), std::back_inserter(kinds), [&](NoticeKind kind) {
        return mayKnow(kind,
                       [&](Permission permission) { return counter.access().may(permission); });
    });
    return kinds;
}

NoticeChoice choiceOf(Counter& counter)
{
    return readNoticeChoice(counter.database(), counter.organizer(), operatorOf(counter))
        .value_or(NoticeChoice{});
}

bool isUnread(const Notice& notice, HlcTime mark)
{
    return notice.raisedAt > mark && !notice.isOver();
}

} // namespace

Result<NoticesSeen> notices(Counter& counter, std::int64_t limit)
{
    return guarded([&]() -> Result<NoticesSeen> {
        if (const auto own = counter.access().ownPermit(); !own) {
            return own.error();
        }
        const NoticeChoice choice = choiceOf(counter);
        NoticeKinds wanted;
        for (const NoticeKind kind : knownKinds(counter)) {
            put(wanted, kind, has(choice.app, kind));
        }
        const HlcTime mark =
            readNoticeMark(counter.database(), counter.organizer(), operatorOf(counter));
        NoticesSeen seen;
        for (Notice& notice :
             foyer::readNotices(counter.database(), counter.organizer(), wanted, limit)) {
            const bool isNew = isUnread(notice, mark);
            seen.unread += isNew ? 1 : 0;
            seen.notices.push_back({std::move(notice), !isNew});
        }
        return seen;
    });
}

Result<void> readNotices(Counter& counter, HlcTime upTo)
{
    return guarded([&]() -> Result<void> {
        if (const auto own = counter.access().ownPermit(); !own) {
            return own.error();
        }
        Transaction transaction{counter.database()};
        storeNoticeMark(counter.database(), counter.organizer(), operatorOf(counter), upTo);
        transaction.commit();
        return {};
    });
}

Result<OwnNoticeChoice> noticeChoice(Counter& counter)
{
    return guarded([&]() -> Result<OwnNoticeChoice> {
        if (const auto own = counter.access().ownPermit(); !own) {
            return own.error();
        }
        return OwnNoticeChoice{choiceOf(counter), knownKinds(counter)};
    });
}

Result<NoticeChoice> chooseNotices(Counter& counter, const NoticeChoice& choice)
{
    return guarded([&]() -> Result<NoticeChoice> {
        const auto own = counter.access().ownPermit();
        if (!own) {
            return own.error();
        }
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        auto sound = checkedChoice(choice);
        if (!sound || *sound == choiceOf(counter)) {
            return sound;
        }
        Journal::Act act{counter.journal(), *own};
        act.append(kind::kNoticesChosen, encode(NoticesChosen{operatorOf(counter), *sound}));
        act.commit();
        counter.noteHead();
        return sound;
    });
}

Result<NoticeLimits> noticeLimits(Counter& counter)
{
    return guarded([&]() -> Result<NoticeLimits> {
        return readNoticeLimits(counter.database(), counter.organizer());
    });
}

Result<void> setNoticeLimits(Counter& counter, const NoticeLimits& limits)
{
    return guarded([&]() -> Result<void> {
        const NoticeLimits before = readNoticeLimits(counter.database(), counter.organizer());
        std::vector<AccessControl::Approvable> needed;
        if (limits.silentMinutes != before.silentMinutes) {
            needed.push_back({Permission::RunCounter, {}});
        }
        if (limits.lowPlaces != before.lowPlaces || limits.lowPercent != before.lowPercent ||
            needed.empty()) {
            needed.push_back({Permission::EditCatalogue, {}});
        }
        const auto permit = counter.access().permit(needed);
        if (!permit) {
            return permit.error();
        }
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        if (auto sound = checkLimits(limits); !sound || limits == before) {
            return sound;
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kNoticesSet, encode(NoticesSet{limits}));
        act.commit();
        counter.noteHead();
        return {};
    });
}

} // namespace foyer
