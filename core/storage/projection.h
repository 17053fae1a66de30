// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <string>
#include <vector>

namespace foyer {

/// Adds what an entry says to the tables. The only way any of them changes, on counters and servers
/// alike. Applying an entry twice changes nothing; entries of different writers may come in any
/// order and give the same tables; no fact is ever refused.
///
/// An unknown kind (of a newer Foyer) or an unreadable body changes no table: it stays in the
/// journal and verify tells of it. Call within a transaction. Throws StorageFailure.
void project(Database& database, const Entry& entry);

/// The same for an entry whose body is decoded already.
void project(Database& database, const Entry& entry, const CborValue& body);

/// A table that entries add up to, with the columns that order its rows.
struct ProjectionTable {
    const char* name;
    const char* orderBy;
    int since = 0; ///< the version of the tables that it came with; 0: it always was there
};

/// Every projection table. verify compares them, rebuild empties and fills them.
const std::vector<ProjectionTable>& projectionTables();

} // namespace foyer
