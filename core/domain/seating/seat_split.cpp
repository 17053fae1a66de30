// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seat_split.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

namespace foyer {
namespace {

// Bounds the work for a house of single free seats; a step is a look at one run.
constexpr std::size_t kStepsMax = 150'000;
constexpr std::size_t kAnchorsMax = 8;

class Split {
public:
    Split(const SeatRuns& runs, std::uint32_t count, bool needAccessible);
    std::vector<SeatBlock> best();

private:
    /// A run and how far its middle is from the anchor's.
    struct Near {
        float apart = 0;
        std::size_t run = 0;
        friend auto operator<=>(const Near&, const Near&) = default;
    };
    struct Reach {
        std::uint64_t all = 0;      ///< seats in the longest runs that are left
        std::uint32_t shortest = 0; ///< of those runs
    };

    std::uint32_t lengthOf(std::size_t run) const { return m_runs.runs()[run].length; }
    bool isTaken(std::size_t run) const { return m_taken[run]; }
    Reach reachOf(std::size_t blocks) const;
    // Whether a party of that size fits into that many blocks of which the run is one.
    bool reaches(std::size_t run, const Reach& reach, std::uint64_t party) const
    {
        const std::uint64_t all = lengthOf(run) >= reach.shortest
            ? reach.all
            : reach.all - reach.shortest + lengthOf(run);
        return all >= party;
    }
    std::vector<SeatBlock> anchors(std::size_t blocks) const;
    std::vector<SeatBlock> from(const SeatBlock& anchor, std::size_t blocks);
    std::optional<SeatBlock> last(const SeatBlock& anchor, std::uint32_t left) const;
    std::vector<Near> byNearness(const SeatBlock& anchor) const;
    PlanPoint middleOf(const SeatBlock& block) const;
    std::int64_t apart(const SeatBlock& a, const SeatBlock& b) const;

    const SeatRuns& m_runs;
    std::uint32_t m_count;
    bool m_needAccessible;
    std::vector<std::size_t> m_byLength; // the longest first
    std::vector<bool> m_taken;
};

Split::Split(const SeatRuns& runs, std::uint32_t count, bool needAccessible)
    : m_runs{runs}, m_count{count}, m_needAccessible{needAccessible},
      m_byLength(runs.runs().size()), m_taken(runs.runs().size(), false)
{
    std::iota(m_byLength.begin(), m_byLength.end(), std::size_t{0});
    std::ranges::stable_sort(m_byLength, std::ranges::greater{},
                             [this](std::size_t run) { return lengthOf(run); });
}

Split::Reach Split::reachOf(std::size_t blocks) const
{
    Reach reach;
    for (std::size_t at = 0; at < m_byLength.size() && blocks > 0; ++at) {
        if (!isTaken(m_byLength[at])) {
            reach.shortest = lengthOf(m_byLength[at]);
            reach.all += reach.shortest;
            --blocks;
        }
    }
    return reach;
}

// The blocks to start from so that the others still fit: the best ones, all of their run.
std::vector<SeatBlock> Split::anchors(std::size_t blocks) const
{
    const Reach reach = reachOf(blocks);
    std::vector<SeatBlock> found;
    for (std::size_t run = 0; run < m_taken.size(); ++run) {
        if (!reaches(run, reach, m_count)) {
            continue;
        }
        SeatBlock block = m_runs.whole(run);
        if (m_needAccessible && block.merit.accessible == 0) {
            continue;
        }
        // Blocks of different lengths compare by what a seat has on average.
        block.merit.orphans = 0;
        block.merit.rank = block.merit.rank * 64 / block.length;
        block.merit.distance /= block.length;
        found.push_back(block);
    }
    const std::size_t steps = std::max<std::size_t>(m_taken.size() * 2, 1);
    const std::size_t affordable = std::max<std::size_t>(kStepsMax / steps, 1);
    const std::size_t kept = std::min({found.size(), kAnchorsMax, affordable});
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::partial_sort(found, end, {}, &SeatBlock::merit);
    found.erase(end, found.end());
    return found;
}

// The block that ends the party: in part of a run, or all of it.
std::optional<SeatBlock> Split::last(const SeatBlock& anchor, std::uint32_t left) const
{
    std::optional<std::tuple<std::int64_t, std::int64_t, SeatMerit>> least;
    std::optional<SeatBlock> best;
    for (std::size_t run = 0; run < m_taken.size(); ++run) {
        if (isTaken(run) || lengthOf(run) < left) {
            continue;
        }
        std::optional<SeatBlock> block;
        m_runs.improve(run, left, false, block);
        const std::tuple cost{block->merit.orphans, apart(anchor, *block), block->merit};
        if (!least || cost < *least) {
            least = cost;
            best = block;
        }
    }
    return best;
}

// A heap, the nearest on top: few of them will be asked for.
std::vector<Split::Near> Split::byNearness(const SeatBlock& anchor) const
{
    const PlanPoint from = middleOf(anchor);
    std::vector<Near> heap;
    heap.reserve(m_taken.size());
    for (std::size_t run = 0; run < m_taken.size(); ++run) {
        const PlanPoint to = middleOf({{}, run, 0, lengthOf(run)});
        const float x = to.x - from.x;
        const float y = to.y - from.y;
        heap.push_back({x * x + y * y, run});
    }
    std::ranges::make_heap(heap, std::ranges::greater{});
    return heap;
}

std::vector<SeatBlock> Split::from(const SeatBlock& anchor, std::size_t blocks)
{
    std::vector<SeatBlock> chosen{anchor};
    m_taken[anchor.run] = true;
    std::uint32_t left = m_count - anchor.length;
    // A run too short for the rest of the party now is too short later too, so none comes back.
    std::vector<Near> heap = byNearness(anchor);
    while (blocks - chosen.size() > 1) {
        ENSURE(!heap.empty());
        std::ranges::pop_heap(heap, std::ranges::greater{});
        const std::size_t run = heap.back().run;
        heap.pop_back();
        if (!isTaken(run) && reaches(run, reachOf(blocks - chosen.size()), left)) {
            chosen.push_back(m_runs.whole(run));
            m_taken[run] = true;
            left -= lengthOf(run);
        }
    }
    const auto end = last(anchor, left);
    ENSURE(end.has_value());
    chosen.push_back(*end);
    for (const SeatBlock& block : chosen) {
        m_taken[block.run] = false;
    }
    return chosen;
}

PlanPoint Split::middleOf(const SeatBlock& block) const
{
    const SeatRun& run = m_runs.runs()[block.run];
    const PlanPoint a = m_runs.placeOf(m_runs.seatAt(run, block.offset)).at;
    const PlanPoint b = m_runs.placeOf(m_runs.seatAt(run, block.offset + block.length - 1)).at;
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

std::int64_t Split::apart(const SeatBlock& a, const SeatBlock& b) const
{
    const PlanPoint from = middleOf(a);
    const PlanPoint to = middleOf(b);
    return static_cast<std::int64_t>(std::hypot(from.x - to.x, from.y - to.y) * 64);
}

std::vector<SeatBlock> Split::best()
{
    std::vector<SeatBlock> first;
    std::size_t blocks = 1;
    while (first.empty()) {
        if (blocks > m_taken.size()) {
            return {};
        }
        // Only as many as could be enough at all are worth a closer look.
        if (reachOf(blocks).all >= m_count) {
            first = anchors(blocks);
        }
        ++blocks;
    }
    --blocks;
    std::optional<std::tuple<std::int64_t, SeatMerit>> least;
    std::vector<SeatBlock> best;
    for (const SeatBlock& anchor : first) {
        std::vector<SeatBlock> chosen = from(anchor, blocks);
        std::int64_t spread = 0;
        for (const SeatBlock& block : chosen) {
            spread += apart(anchor, block);
        }
        const std::tuple cost{spread, anchor.merit};
        if (!least || cost < *least) {
            least = cost;
            best = std::move(chosen);
        }
    }
    return best;
}

} // namespace

std::vector<SeatBlock> splitIntoBlocks(const SeatRuns& runs, std::uint32_t count,
                                       bool needAccessible)
{
    return Split{runs, count, needAccessible}.best();
}

} // namespace foyer
