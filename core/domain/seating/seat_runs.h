// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seat_stretches.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace foyer {

struct SeatChoice;

/// Free seats side by side that may all be chosen. They lie in a longer line of free seats, of
/// which `before` and `after` lie beside them and may not be chosen.
struct SeatRun {
    std::size_t begin = 0; ///< into the line of all free seats
    std::uint32_t length = 0;
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::uint32_t circle = 0; ///< the seats of its ring where that is free all around, else 0
};

/// What decides between two blocks: the smaller is the better. The order of the members is the
/// order of the rules in best_available.h.
struct SeatMerit {
    std::int64_t accessible = 0;
    std::int64_t orphans = 0;
    std::int64_t rank = 0;     ///< sum over the seats
    std::int64_t distance = 0; ///< sum over the seats, in 1/64 of the plan's unit
    SeatNumber first = 0;
    friend auto operator<=>(const SeatMerit&, const SeatMerit&) = default;
};

/// Some seats of a run, from `offset` on; in a ring they may pass its end.
struct SeatBlock {
    SeatMerit merit;
    std::size_t run = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// All runs of one choice. Refers to what it was made of; `order` as SeatingPlan::order.
class SeatRuns {
public:
    SeatRuns(std::span<const SeatNumber> order, std::span<const SeatStretch> stretches,
             std::span<const SeatPlace> places, const SeatChoice& choice);

    const std::vector<SeatRun>& runs() const { return m_runs; }
    SeatNumber seatAt(const SeatRun& run, std::uint32_t offset) const
    {
        return m_line[run.begin + (offset < run.length ? offset : offset - run.length)];
    }
    const SeatPlace& placeOf(SeatNumber seat) const { return m_places[seat]; }
    /// The better one of `best` and the best block of that length in a run.
    void improve(std::size_t run, std::uint32_t length, bool needAccessible,
                 std::optional<SeatBlock>& best) const;
    /// The seats of a run as one block.
    SeatBlock whole(std::size_t run) const;
    void append(const SeatBlock& block, std::vector<SeatNumber>& seats) const;

private:
    SeatNumber seatAtPlace(std::uint32_t place) const
    {
        return m_order.empty() ? place : m_order[place];
    }
    bool mayChoose(SeatNumber seat) const;
    void walk(const SeatStretch& stretch);
    std::uint32_t startOf(const SeatStretch& stretch, bool& free) const;
    void cutLine(std::size_t begin, bool circle);

    std::span<const SeatNumber> m_order;
    std::span<const SeatPlace> m_places;
    std::span<const std::uint8_t> m_free;
    bool m_wantAccessible;
    std::vector<std::uint32_t> m_ranks; // by category
    std::vector<SeatNumber> m_line;     // the free seats, line after line
    std::vector<SeatRun> m_runs;
};

} // namespace foyer
