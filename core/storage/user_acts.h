// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/domain/journal/entry.h"
#include "core/domain/sales/sale_entries.h"
#include "core/storage/database.h"

#include <string>

namespace foyer::projections {

/// What an entry says of what somebody did.
struct ActNote {
    OrderId order = {};                    ///< nil: none
    std::optional<Currency> currency = {}; ///< nothing: no money moved
    std::int64_t amount = 0;               ///< to the house; below zero: given away
    std::string note = {};
};

/// Projections call these for what moves money or lets somebody act. What was done by somebody who
/// was shut out by then becomes an incident, also where that is heard of later. All of them throw
/// StorageFailure.

/// Keeps an act of a user; nothing where nobody had to sign in. Not for sales.
void recordUserAct(Database& database, const Entry& entry, UserId user, const ActNote& act);
/// Keeps a sale of somebody who was shut out. A sale of anybody else pays one look-up in their own
/// few rows, and writes nothing.
void recordSaleAct(Database& database, const Entry& entry, const OrderPlaced& order);
/// An edit of a user, which may have shut them out or let them in.
void recordStanding(Database& database, const Entry& entry, const EntityEdited& edit);

} // namespace foyer::projections
