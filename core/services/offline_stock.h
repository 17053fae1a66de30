// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/rights/offline_stock.h"
#include "core/domain/rights/rights_wish.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What each counter may keep of an event to sell without a network, and what this one has.
struct EventStock {
    OfflineStock keep;
    std::string event;       ///< its name
    Instant next;            ///< its next performance; 0: none is coming
    std::string timeZone;    ///< of that performance
    std::int64_t seats = 0;  ///< numbered, held here of that performance
    std::int64_t places = 0; ///< counted, held here of that performance
};
/// All events, those with coming performances first, by the next one. Needs
/// Permission::EditCatalogue.
Result<std::vector<EventStock>> offlineStocks(Counter& counter);

/// Sets how much each counter may keep of an event; an entry that all counters and the server hear
/// of. What is held beyond it stays until it is sold, recalled or given back. Needs
/// Permission::EditCatalogue. Refuses with unknown_event, bad_stock (Error::where: "rights" or
/// "seats").
Result<void> setOfflineStock(Counter& counter, const OfflineStock& stock);

/// What was set for the event of a quota. Throws StorageFailure: call it inside a verb.
OfflineStock stockFor(Counter& counter, QuotaId quota);
/// Adds to a wish what this counter lacks of its stock for the performances of the next two weeks,
/// the first ones first, as far as somebody could give it. What rests (returnRights) is left out.
/// Throws StorageFailure: call it inside a verb.
void addMissingStock(Counter& counter, RightsWish& wish);

} // namespace foyer
