// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/seating/seat_state.h"
#include "core/domain/seating/seating_plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What each seat of a performance is, seen from this counter, by seat number; empty for general
/// admission.
Result<std::vector<SeatState>> seatStates(Counter& counter, PerformanceId performance);

/// How many tickets of each category this counter may still sell, by the tightest quota; for seated
/// categories also by the free seats.
Result<std::map<CategoryId, std::int64_t>> placesLeft(Counter& counter, PerformanceId performance);

/// What this counter holds of a performance, so that it can be sold without asking anybody:
/// numbered seats, and places that are counted. Where one quota covers both, not always all of
/// both.
struct PlacesHere {
    std::int64_t seats = 0;
    std::int64_t standing = 0;
    friend bool operator==(const PlacesHere&, const PlacesHere&) = default;
};
Result<PlacesHere> placesHere(Counter& counter, PerformanceId performance);

struct BestSeatsWish {
    PerformanceId performance;
    std::size_t count = 1;
    std::optional<CategoryId> category;    ///< none: the best one that has enough
    std::vector<SeatNumber> alreadyChosen; ///< in the cart, hence not free
    bool accessible = false;
};

/// The best seats together for a wish, see bestAvailable(). Refuses with not_enough_seats.
Result<std::vector<SeatNumber>> bestSeats(Counter& counter, const BestSeatsWish& wish);

/// The seat a person means in a performance. Refuses with unknown_seat, ambiguous_seat (facts: the
/// choices), no_plan.
Result<SeatNumber> seatNamed(Counter& counter, PerformanceId performance, const std::string& label);

} // namespace foyer
