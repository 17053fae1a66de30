// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>

namespace foyer {

/// PostgreSQL plans by what it has counted of its tables. Of new ones it has counted nothing, and
/// then looks an order up by going through all orders of its organizer. Autovacuum counts within a
/// minute; a database that fills faster is counted here, when a feed passes 64 entries, 256, … and
/// 65,536, and nobody has counted as many yet. Not within a transaction. On SQLite, which prefers a
/// unique key without counting, it does nothing. Throws StorageFailure.
void countTablesWhileNew(Database& database, std::int64_t before, std::int64_t now);

} // namespace foyer
