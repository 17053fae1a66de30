// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <string>

namespace foyer::projections {

/// What the history of an order says of one entry.
struct ChangeNote {
    std::string purpose;     ///< "refund", "exchange", "tickets" …; empty where the kind says it
    std::string note;        ///< the reason that was given
    std::int64_t amount = 0; ///< what it adds to the order's worth, or to what was paid
    std::int64_t tickets = 0;
};

/// Keeps an entry in the history of its order; a second time changes nothing. Throws
/// StorageFailure.
void recordChange(Database& database, const Entry& entry, OrderId order, const ChangeNote& change);

} // namespace foyer::projections
