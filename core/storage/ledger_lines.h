// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/sale_entries.h"
#include "core/storage/database.h"

#include <vector>

namespace foyer::projections {

/// Books the ledger lines of an entry; a second time changes nothing. Throws StorageFailure.
void book(Database& database, const Entry& entry, const std::vector<LedgerLine>& lines);

} // namespace foyer::projections
