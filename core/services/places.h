// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/services/rights_need.h"
#include "core/storage/journal.h"

#include <optional>
#include <span>
#include <vector>

namespace foyer {

class Counter;

/// A place that somebody is to get: by a ticket, a hold or a reservation.
struct PlaceWanted {
    PerformanceId performance;
    std::optional<SeatNumber> seat;
    std::vector<QuotaId> quotas; ///< of which it spends a right each
};

/// Makes sure, as part of an act, that this counter may give these places away: that it holds every
/// right (asking its authority for what is missing), and that the seats are free and its own. Does
/// not spend them: the entries that follow do. A counter whose authority is elsewhere refuses with
/// rights_short and notes what it needs (Counter::rightsNeed). Refuses with sold_out (facts: quota,
/// what is left), seat_taken, seat_held, seat_not_here (fact: seat); Error::where names the place
/// as "items[2]". Throws StorageFailure.
Result<void> securePlaces(Counter& counter, Journal::Act& act, std::span<const PlaceWanted> places);

/// Gets the rights of many places in one, as part of an act, where the authority is this counter
/// and has them all; securePlaces() of each then finds them. Refuses nothing. Throws
/// StorageFailure.
void topUpAhead(Counter& counter, Journal::Act& act, std::span<const PlaceWanted> places);

/// What this counter lacks to give these places away; see RightsNeed. Throws StorageFailure.
RightsNeed needOf(Counter& counter, std::span<const PlaceWanted> places);

/// The quotas that a place spends whatever its ticket type: those that cover all types. What is
/// held before anybody has said for whom spends these.
std::vector<QuotaId> quotasOfAnyType(const Offer& offer, CategoryId category);

} // namespace foyer
