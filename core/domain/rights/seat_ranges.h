// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <cstddef>
#include <span>
#include <vector>

namespace foyer {

/// An inclusive run of seat numbers.
struct SeatRange {
    SeatNumber first = 0;
    SeatNumber last = 0;
    friend bool operator==(const SeatRange&, const SeatRange&) = default;
};

/// A set of seats is kept as runs: ascending, apart from each other, as few as there can be. These
/// functions answer in that form, and take any runs.

std::vector<SeatRange> united(std::vector<SeatRange> ranges);
/// The seats of `ranges` that are not among `without`.
std::vector<SeatRange> without(std::vector<SeatRange> ranges, std::vector<SeatRange> without);
/// The runs of these seats.
std::vector<SeatRange> rangesOf(std::vector<SeatNumber> seats);

/// The seats of a plan that are not retired.
std::vector<SeatRange> seatsThere(const SeatingPlan& plan);

/// Both for sets in the form above.
bool contains(std::span<const SeatRange> ranges, SeatNumber seat);
std::size_t seatCount(std::span<const SeatRange> ranges);

} // namespace foyer
