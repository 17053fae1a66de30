// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/notice_news.h"

namespace foyer {

std::vector<NoticeId> tellNotices(Authority& authority, FeedBatch& batch, const ServerView& server)
{
    if (!authority.isInCharge()) {
        return {};
    }
    const Instant now = authority.clock().now();
    const NoticeChanges changes =
        lookForNotices(authority.database(), authority.organizer(), now, server);
    if (changes.isEmpty()) {
        return {};
    }
    Journal::Act act{authority.journal(), Permit::ofProgram(), batch};
    auto raised = writeNotices(act, changes, now, authority.random());
    act.commit();
    return raised;
}

} // namespace foyer
