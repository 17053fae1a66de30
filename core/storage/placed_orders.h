// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/sale_entries.h"
#include "core/storage/database.h"

#include <vector>

namespace foyer::projections {

/// An order with its tickets and fees, the rights it spends and what the entry books, wherever it
/// was placed. Throws StorageFailure.
void recordPlacedOrder(Database& database, const Entry& entry, const OrderPlaced& order,
                       const std::vector<LedgerLine>& ledger);

} // namespace foyer::projections
