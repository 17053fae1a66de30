// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/journal.h"

#include <cstdint>
#include <optional>

namespace foyer {

/// Who has to report to a server that was restored from a backup; no projection. All functions
/// throw StorageFailure.

/// From now on every replica that is known or was let in, but the server itself, has to; `after`:
/// the last position that is known here.
void storeReportsDue(Database& database, const Identity& server, std::int64_t after);
/// After which position a replica has to report; nothing where it need not.
std::optional<std::int64_t> readReportDue(Database& database, OrganizerId organizer,
                                          ReplicaId replica);
void removeReportDue(Database& database, OrganizerId organizer, ReplicaId replica);
/// How many have to that are not written off.
std::int64_t countReportsDue(Database& database, OrganizerId organizer);

} // namespace foyer
