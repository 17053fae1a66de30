// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seat_runs.h"

#include "core/base/ensure.h"
#include "core/domain/seating/best_available.h"

#include <algorithm>
#include <limits>

namespace foyer {
namespace {

constexpr std::uint32_t kNotAllowed = std::numeric_limits<std::uint32_t>::max();
constexpr auto kAccessible = static_cast<std::uint8_t>(SeatTrait::Accessible);
constexpr auto kCompanion = static_cast<std::uint8_t>(SeatTrait::Companion);

// The single free seats that a block leaves at its ends.
std::int64_t orphansOf(const SeatRun& run, std::uint32_t offset, std::uint32_t length)
{
    if (run.circle != 0) {
        return run.circle - length == 1 ? 1 : 0;
    }
    const bool left = run.before + offset == 1;
    const bool right = run.after + run.length - offset - length == 1;
    return (left ? 1 : 0) + (right ? 1 : 0);
}

} // namespace

SeatRuns::SeatRuns(std::span<const SeatNumber> order, std::span<const SeatStretch> stretches,
                   std::span<const SeatPlace> places, const SeatChoice& choice)
    : m_order{order}, m_places{places}, m_free{choice.free}, m_wantAccessible{choice.wantAccessible}
{
    std::uint32_t categories = 0;
    for (const SeatPlace& place : places) {
        categories = std::max(categories, place.category + 1);
    }
    m_ranks.assign(categories, choice.categories.empty() ? 0 : kNotAllowed);
    std::uint32_t rank = 0;
    for (const std::uint32_t category : choice.categories) {
        if (category < categories && m_ranks[category] == kNotAllowed) {
            m_ranks[category] = rank++;
        }
    }
    m_line.reserve(places.size());
    for (const SeatStretch& stretch : stretches) {
        walk(stretch);
    }
}

bool SeatRuns::mayChoose(SeatNumber seat) const
{
    const SeatPlace& place = m_places[seat];
    return m_ranks[place.category] != kNotAllowed &&
        (m_wantAccessible || (place.traits & (kAccessible | kCompanion)) == 0);
}

// Where to start a ring so that nothing is cut at its ends: behind a taken seat, or else, where all
// of it is free, behind one that may not be chosen.
std::uint32_t SeatRuns::startOf(const SeatStretch& ring, bool& free) const
{
    free = true;
    std::uint32_t start = 0;
    for (std::uint32_t step = 0; step < ring.count; ++step) {
        const SeatNumber seat = seatAtPlace(ring.first + step);
        if (m_free[seat] == 0) {
            free = false;
            return step + 1;
        }
        if (!mayChoose(seat)) {
            start = step + 1;
        }
    }
    return start;
}

void SeatRuns::walk(const SeatStretch& stretch)
{
    bool circle = false;
    const std::uint32_t start = stretch.ring ? startOf(stretch, circle) : 0;
    std::size_t begin = m_line.size();
    for (std::uint32_t step = 0; step < stretch.count; ++step) {
        const std::uint32_t around = start + step;
        const SeatNumber seat =
            seatAtPlace(stretch.first + (around < stretch.count ? around : around - stretch.count));
        if (m_free[seat] != 0) {
            m_line.push_back(seat);
        } else {
            cutLine(begin, false);
            begin = m_line.size();
        }
    }
    cutLine(begin, circle);
}

void SeatRuns::cutLine(std::size_t begin, bool circle)
{
    const std::size_t end = m_line.size();
    const auto count = [](std::size_t from, std::size_t to) {
        return static_cast<std::uint32_t>(to - from);
    };
    std::size_t from = begin;
    for (std::size_t at = begin; at <= end; ++at) {
        if (at < end && mayChoose(m_line[at])) {
            continue;
        }
        if (from < at) {
            m_runs.push_back({from, count(from, at), count(begin, from), count(at, end),
                              circle ? count(begin, end) : 0});
        }
        from = at + 1;
    }
}

void SeatRuns::improve(std::size_t index, std::uint32_t length, bool needAccessible,
                       std::optional<SeatBlock>& best) const
{
    const SeatRun& run = m_runs[index];
    if (run.length < length) {
        return;
    }
    SeatMerit sum;
    const auto weigh = [&](std::uint32_t offset, std::int64_t sign) {
        const SeatPlace& place = m_places[seatAt(run, offset)];
        sum.accessible += (place.traits & kAccessible) != 0 ? sign : 0;
        sum.rank += sign * std::int64_t{m_ranks[place.category]};
        sum.distance += sign * std::int64_t{place.distance};
    };
    for (std::uint32_t offset = 0; offset < length; ++offset) {
        weigh(offset, 1);
    }
    // In a ring that may be chosen all around, a block may start at every seat.
    const bool around = run.circle == run.length && length < run.length;
    const std::uint32_t starts = around ? run.length : run.length - length + 1;
    for (std::uint32_t offset = 0; offset < starts; ++offset) {
        if (offset > 0) {
            weigh(offset - 1, -1);
            weigh(offset + length - 1, 1);
        }
        if (needAccessible && sum.accessible == 0) {
            continue;
        }
        SeatMerit merit = sum;
        merit.orphans = orphansOf(run, offset, length);
        merit.first = seatAt(run, offset);
        if (!best || merit < best->merit) {
            best = SeatBlock{merit, index, offset, length};
        }
    }
}

SeatBlock SeatRuns::whole(std::size_t run) const
{
    std::optional<SeatBlock> block;
    improve(run, m_runs[run].length, false, block);
    ENSURE(block.has_value());
    return *block;
}

void SeatRuns::append(const SeatBlock& block, std::vector<SeatNumber>& seats) const
{
    for (std::uint32_t step = 0; step < block.length; ++step) {
        seats.push_back(seatAt(m_runs[block.run], block.offset + step));
    }
}

} // namespace foyer
