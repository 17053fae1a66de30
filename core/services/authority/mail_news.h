// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/authority/authority.h"

#include <cstdint>

namespace foyer {

/// Says in the journal what became of mails of orders that ended and were not told yet, at most
/// `limit` of them; each once, however often and by how many processes this is called. Throws
/// StorageFailure.
void tellEndedMails(Authority& authority, FeedBatch& batch, std::int64_t limit);

} // namespace foyer
