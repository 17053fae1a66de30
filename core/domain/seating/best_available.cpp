// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/best_available.h"

#include "core/base/ensure.h"
#include "core/domain/seating/seat_runs.h"
#include "core/domain/seating/seat_split.h"

namespace foyer {

SeatFinder::SeatFinder(const SeatingPlan& plan)
    : m_order{plan.order}, m_stretches{seatStretches(plan)}, m_places{seatPlaces(plan)}
{}

std::optional<std::vector<SeatNumber>> SeatFinder::bestAvailable(const SeatChoice& choice) const
{
    ENSURE(choice.free.size() == m_places.size());
    if (choice.count == 0 || choice.count > m_places.size()) {
        return std::nullopt;
    }
    const SeatRuns runs{m_order, m_stretches, m_places, choice};
    std::optional<SeatBlock> block;
    for (std::size_t run = 0; run < runs.runs().size(); ++run) {
        runs.improve(run, choice.count, choice.wantAccessible, block);
    }
    std::vector<SeatNumber> seats;
    seats.reserve(choice.count);
    if (block) {
        runs.append(*block, seats);
        return seats;
    }
    for (const SeatBlock& part : splitIntoBlocks(runs, choice.count, choice.wantAccessible)) {
        runs.append(part, seats);
    }
    return seats.empty() ? std::nullopt : std::optional{std::move(seats)};
}

std::optional<std::vector<SeatNumber>> bestAvailable(const SeatingPlan& plan,
                                                     const SeatChoice& choice)
{
    return SeatFinder{plan}.bestAvailable(choice);
}

} // namespace foyer
