// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/rights/seat_ranges.h"

#include <algorithm>
#include <cstdint>

namespace foyer {

std::vector<SeatRange> united(std::vector<SeatRange> ranges)
{
    std::ranges::sort(ranges, {}, &SeatRange::first);
    std::vector<SeatRange> runs;
    for (const SeatRange& range : ranges) {
        // In 64 bits: a run may end at the last number there is.
        if (!runs.empty() && std::uint64_t{range.first} <= std::uint64_t{runs.back().last} + 1) {
            runs.back().last = std::max(runs.back().last, range.last);
        } else {
            runs.push_back(range);
        }
    }
    return runs;
}

std::vector<SeatRange> without(std::vector<SeatRange> ranges, std::vector<SeatRange> without)
{
    const auto from = united(std::move(ranges));
    const auto gone = united(std::move(without));
    std::vector<SeatRange> left;
    auto next = gone.begin();
    for (const SeatRange& run : from) {
        std::uint64_t first = run.first;
        while (next != gone.end() && next->last < run.first) {
            ++next;
        }
        for (auto hole = next; hole != gone.end() && hole->first <= run.last; ++hole) {
            if (hole->first > first) {
                left.push_back({static_cast<SeatNumber>(first), hole->first - 1});
            }
            first = std::max(first, std::uint64_t{hole->last} + 1);
        }
        if (first <= run.last) {
            left.push_back({static_cast<SeatNumber>(first), run.last});
        }
    }
    return left;
}

std::vector<SeatRange> rangesOf(std::vector<SeatNumber> seats)
{
    std::vector<SeatRange> ranges;
    ranges.reserve(seats.size());
    for (const SeatNumber seat : seats) {
        ranges.push_back({seat, seat});
    }
    return united(std::move(ranges));
}

std::vector<SeatRange> seatsThere(const SeatingPlan& plan)
{
    std::vector<SeatRange> there;
    for (SeatNumber seat = 0; seat < plan.seats.size(); ++seat) {
        if (plan.seats[seat].retired) {
            continue;
        }
        if (!there.empty() && there.back().last + 1 == seat) {
            there.back().last = seat;
        } else {
            there.push_back({seat, seat});
        }
    }
    return there;
}

bool contains(std::span<const SeatRange> ranges, SeatNumber seat)
{
    const auto after = std::ranges::upper_bound(ranges, seat, {}, &SeatRange::first);
    return after != ranges.begin() && seat <= std::prev(after)->last;
}

std::size_t seatCount(std::span<const SeatRange> ranges)
{
    std::size_t count = 0;
    for (const SeatRange& range : ranges) {
        count += std::size_t{range.last} - range.first + 1;
    }
    return count;
}

} // namespace foyer
