// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "core/storage/projection.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Where a table of two databases begins to differ, in words; nothing where they are equal, row by
/// row in the order of the key. Reads both once, by pages; they may be of different engines. With
/// an organizer only what is that organizer's is looked at. Throws StorageFailure.
std::optional<std::string> firstDifference(Database& a, Database& b, const ProjectionTable& table,
                                           std::optional<OrganizerId> organizer = std::nullopt);

/// Deletes every row of an organizer from the tables. Call within a transaction.
void emptyTables(Database& database, const std::vector<ProjectionTable>& tables,
                 OrganizerId organizer);

} // namespace foyer
