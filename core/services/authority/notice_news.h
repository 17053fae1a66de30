// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/authority/authority.h"
#include "core/services/notice_watch.h"

#include <vector>

namespace foyer {

/// Looks once more, now that nobody else writes, and says in the journal what began and what is
/// over, as parts of a batch. So of two processes that look at once one finds nothing left to say.
/// Does nothing where another replica is still in charge. Answers what was raised. Throws
/// StorageFailure.
std::vector<NoticeId> tellNotices(Authority& authority, FeedBatch& batch, const ServerView& server);

} // namespace foyer
