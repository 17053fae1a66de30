// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/deals.h"
#include "core/domain/pricing/reduction.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads bundles, promo codes and what came of them. All functions throw StorageFailure.

/// Sorted by code; codes that are off as well.
std::vector<PromoCode> readPromoCodes(Database& database, OrganizerId organizer);
/// By its normalized code. Where two counters made the same code, the one that is still on, then
/// the one with the lowest id.
std::optional<PromoCode> readPromoCode(Database& database, OrganizerId organizer,
                                       const std::string& code);
/// Those of an event, or of all where it is nil; sorted by name.
std::vector<Bundle> readBundles(Database& database, OrganizerId organizer, EventId event);

/// Tickets that a promo code made cheaper and that are not void: in all as far as is known here,
/// and sold at one counter.
struct PromoUse {
    std::int64_t all = 0;
    std::int64_t here = 0;
};
PromoUse readPromoUse(Database& database, OrganizerId organizer, PromoCodeId code,
                      ReplicaId replica);

/// Whether a ticket of the event was ever sold.
bool isEventSold(Database& database, OrganizerId organizer, EventId event);

/// The reductions of the tickets of an order.
std::map<TicketId, Reduction> readReductions(Database& database, OrganizerId organizer,
                                             OrderId order);

} // namespace foyer
