// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/notices/notice_rules.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// What a server sees beyond what is in the journal: payments at their providers, and when devices
/// were heard of.
struct ServerView {
    Instant upSince; ///< since when it listens: it holds nobody's silence before against them
};

/// What the house is to be told of now and is not yet, and what is over. Looks at what is on sale,
/// at what is open and at the devices, never at the history; changes nothing. Throws
/// StorageFailure.
NoticeChanges lookForNotices(Database& database, OrganizerId organizer, Instant now,
                             const std::optional<ServerView>& server);

/// Writes changes as a part of an act; answers the ids of what was raised. Throws StorageFailure.
std::vector<NoticeId> writeNotices(Journal::Act& act, const NoticeChanges& changes, Instant now,
                                   Random& random);

/// Whether a notice is worth a mail: of what comes and goes within the hour only the first is.
/// Throws StorageFailure.
bool isNews(Database& database, OrganizerId organizer, const Notice& notice);

/// A counter that stands alone looks by itself, once a minute while the program runs; where there
/// is a server, that does, and nothing happens here. Answers how many notices began or ended.
Result<std::size_t> watchForNotices(Counter& counter);

} // namespace foyer
