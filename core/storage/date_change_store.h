// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/date_changed.h"
#include "core/storage/database.h"

#include <vector>

namespace foyer {

/// What was done to a date, by whom.
struct StoredDateChange {
    EntryId entry; ///< names it for whatever hangs on it
    Instant at;
    UserId actor;
    DateChanged what;
};
/// The changes of an event's dates, the latest first. Throws StorageFailure.
std::vector<StoredDateChange> readDateChanges(Database& database, OrganizerId organizer,
                                              EventId event);

} // namespace foyer
