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
/// row in the order of the key. Reads both once, by pages. They may be of different engines. Throws
/// StorageFailure.
std::optional<std::string> firstDifference(Database& a, Database& b, const ProjectionTable& table);

/// Deletes every row of the tables. Call within a transaction.
void emptyTables(Database& database, const std::vector<ProjectionTable>& tables);

} // namespace foyer
