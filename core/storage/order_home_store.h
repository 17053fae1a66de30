// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// Reads whose orders are to change. All functions throw StorageFailure.

/// The last home of an order that is known here.
struct OrderHome {
    OrderId order;
    ReplicaId holder;                  ///< who sold the order, or who it was given to last
    EntryId grant;                     ///< by this entry; nil: by the sale
    std::int64_t serial = 0;           ///< of the gift; 0: of the sale
    bool isReturned = false;           ///< the holder gave it back: it is the authority's to give
    std::optional<HlcTime> recalledAt; ///< when the holder was asked last to give it back
};
/// Nothing where the order is not known.
std::optional<OrderHome> readOrderHome(Database& database, OrganizerId organizer, OrderId order);

/// Whether all was heard that the homes before the last one did to an order. An answer of the
/// authority may come before the feed has brought it.
bool isOrderWhole(Database& database, OrganizerId organizer, OrderId order);

/// What a replica was asked to give back and has not, the first first.
struct RecalledOrder {
    OrderId order;
    EntryId grant;
};
std::vector<RecalledOrder> readRecalledOrders(Database& database, OrganizerId organizer,
                                              ReplicaId holder);

} // namespace foyer
