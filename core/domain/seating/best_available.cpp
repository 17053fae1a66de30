// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/best_available.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace foyer {
namespace {

constexpr std::uint32_t kNotAllowed = std::numeric_limits<std::uint32_t>::max();
// Bounds the search for several blocks to a few milliseconds.
constexpr std::size_t kSplitStepsMax = 400'000;
constexpr std::size_t kSplitAnchorsMax = 8;

/// Free seats side by side that may all be chosen. They lie in a longer line of free seats of which
/// `before` and `after` lie beside them and may not.
struct Run {
    std::size_t begin = 0; // into Search::m_line
    std::uint32_t length = 0;
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::uint32_t circle = 0; // the seats of a ring that is free all around, else 0
};

// What decides between two blocks: the smaller is the better one. The order of members is the order
// of the rules.
struct Merit {
    std::int64_t accessible = 0;
    std::int64_t orphans = 0;
    std::int64_t rank = 0;
    std::int64_t distance = 0;
    SeatNumber first = 0;
    friend auto operator<=>(const Merit&, const Merit&) = default;
};

struct Block {
    Merit merit;
    std::size_t run = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

bool isSingle(std::uint32_t count)
{
    return count == 1;
}

std::int64_t orphansOf(const Run& run, std::uint32_t offset, std::uint32_t length)
{
    if (run.circle != 0) {
        return isSingle(run.circle - length) ? 1 : 0;
    }
    const bool left = isSingle(run.before + offset);
    const bool right = isSingle(run.after + run.length - offset - length);
    return (left ? 1 : 0) + (right ? 1 : 0);
}

} // namespace

// One question: first lists the runs, then looks for a block in them, then for several.
class SeatFinder::Search {
public:
    Search(const SeatFinder& finder, const SeatChoice& choice);
    std::optional<std::vector<SeatNumber>> run();

private:
    void listRuns(const Stretch& stretch);
    void listRunsOfLine(std::size_t begin, std::size_t end, bool circle);
    void addRun(std::size_t begin, std::size_t end, std::size_t lineBegin, std::size_t lineEnd,
                std::uint32_t circle);
    bool mayChoose(SeatNumber seat) const;
    bool isAccessible(SeatNumber seat) const
    {
        return (m_finder.m_places[seat].traits &
                static_cast<std::uint8_t>(SeatTrait::Accessible)) != 0;
    }
    SeatNumber seatAt(const Run& run, std::uint32_t offset) const
    {
        return m_line[run.begin + offset % run.length];
    }
    std::optional<Block> bestBlock() const;
    void tryWindows(std::size_t index, std::uint32_t length, bool needAccessible,
                    std::optional<Block>& best) const;
    std::optional<std::vector<SeatNumber>> split() const;
    std::vector<Block> splitFrom(const Block& anchor, std::uint32_t blocks) const;
    std::optional<Block> nextBlock(const std::vector<Block>& chosen, std::uint32_t left,
                                   std::uint32_t blocksLeft) const;
    std::uint32_t longest(std::uint32_t count, const std::vector<Block>& without) const;
    std::vector<Block> anchors(std::uint32_t blocks) const;
    Block whole(std::size_t index) const;
    PlanPoint middleOf(const Block& block) const;
    void append(const Block& block, std::vector<SeatNumber>& seats) const;

    const SeatFinder& m_finder;
    const SeatChoice& m_choice;
    std::vector<std::uint32_t> m_ranks; // by category
    std::vector<SeatNumber> m_line;     // the free seats, run after run
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_byLength; // runs, the longest first
};

SeatFinder::Search::Search(const SeatFinder& finder, const SeatChoice& choice)
    : m_finder{finder}, m_choice{choice}
{
    std::uint32_t categories = 0;
    for (const Place& place : finder.m_places) {
        categories = std::max(categories, place.category + 1);
    }
    m_ranks.assign(categories, choice.categories.empty() ? 0 : kNotAllowed);
    std::uint32_t rank = 0;
    for (const std::uint32_t category : choice.categories) {
        if (category < categories && m_ranks[category] == kNotAllowed) {
            m_ranks[category] = rank++;
        }
    }
    m_line.reserve(finder.m_places.size());
    for (const Stretch& stretch : finder.m_stretches) {
        listRuns(stretch);
    }
}

bool SeatFinder::Search::mayChoose(SeatNumber seat) const
{
    const Place& place = m_finder.m_places[seat];
    constexpr auto kKept = static_cast<std::uint8_t>(SeatTrait::Accessible) |
                           static_cast<std::uint8_t>(SeatTrait::Companion);
    return m_ranks[place.category] != kNotAllowed &&
           (m_choice.wantAccessible || (place.traits & kKept) == 0);
}

void SeatFinder::Search::listRuns(const Stretch& stretch)
{
    const auto isFree = [&](std::uint32_t step) {
        return m_choice.free[stretch.first + step % stretch.count] != 0;
    };
    // A ring is walked from behind a taken seat, so that no line of free seats is cut at its ends.
    std::uint32_t start = 0;
    if (stretch.ring) {
        while (start < stretch.count && isFree(start)) {
            ++start;
        }
        if (start == stretch.count) {
            // All around is free: walked from behind a seat that may not be chosen.
            for (start = 0; start < stretch.count && mayChoose(stretch.first + start); ++start) {
            }
            const std::size_t begin = m_line.size();
            for (std::uint32_t step = 1; step <= stretch.count; ++step) {
                const std::uint32_t from = start == stretch.count ? stretch.count - 1 : start;
                m_line.push_back(stretch.first + (from + step) % stretch.count);
            }
            listRunsOfLine(begin, m_line.size(), true);
            return;
        }
    }
    std::size_t begin = m_line.size();
    for (std::uint32_t step = 0; step < stretch.count; ++step) {
        if (isFree(start + step)) {
            m_line.push_back(stretch.first + (start + step) % stretch.count);
        } else {
            listRunsOfLine(begin, m_line.size(), false);
            begin = m_line.size();
        }
    }
    listRunsOfLine(begin, m_line.size(), false);
}

void SeatFinder::Search::listRunsOfLine(std::size_t begin, std::size_t end, bool circle)
{
    const auto around = circle ? static_cast<std::uint32_t>(end - begin) : 0U;
    std::size_t runBegin = begin;
    for (std::size_t at = begin; at <= end; ++at) {
        if (at == end || !mayChoose(m_line[at])) {
            addRun(runBegin, at, begin, end, around);
            runBegin = at + 1;
        }
    }
}

void SeatFinder::Search::addRun(std::size_t begin, std::size_t end, std::size_t lineBegin,
                                std::size_t lineEnd, std::uint32_t circle)
{
    if (begin < end) {
        m_runs.push_back({begin, static_cast<std::uint32_t>(end - begin),
                          static_cast<std::uint32_t>(begin - lineBegin),
                          static_cast<std::uint32_t>(lineEnd - end), circle});
    }
}

std::optional<std::vector<SeatNumber>> SeatFinder::Search::run()
{
    std::vector<SeatNumber> seats;
    if (const auto block = bestBlock()) {
        append(*block, seats);
        return seats;
    }
    std::uint64_t usable = 0;
    bool accessible = false;
    for (const Run& run : m_runs) {
        usable += run.length;
        for (std::uint32_t offset = 0; offset < run.length && !accessible; ++offset) {
            accessible = isAccessible(seatAt(run, offset));
        }
    }
    if (usable < m_choice.count || (m_choice.wantAccessible && !accessible)) {
        return std::nullopt;
    }
    m_byLength.resize(m_runs.size());
    for (std::size_t index = 0; index < m_runs.size(); ++index) {
        m_byLength[index] = index;
    }
    std::ranges::stable_sort(m_byLength, std::ranges::greater{},
                             [this](std::size_t index) { return m_runs[index].length; });
    return split();
}

std::optional<Block> SeatFinder::Search::bestBlock() const
{
    std::optional<Block> best;
    for (std::size_t index = 0; index < m_runs.size(); ++index) {
        tryWindows(index, m_choice.count, m_choice.wantAccessible, best);
    }
    return best;
}

void SeatFinder::Search::tryWindows(std::size_t index, std::uint32_t length, bool needAccessible,
                                    std::optional<Block>& best) const
{
    const Run& run = m_runs[index];
    if (run.length < length) {
        return;
    }
    std::int64_t rank = 0;
    std::int64_t distance = 0;
    std::int64_t accessible = 0;
    const auto weigh = [&](std::uint32_t offset, std::int64_t sign) {
        const SeatNumber seat = seatAt(run, offset);
        const Place& place = m_finder.m_places[seat];
        rank += sign * m_ranks[place.category];
        distance += sign * place.distance;
        accessible += sign * (isAccessible(seat) ? 1 : 0);
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
        if (needAccessible && accessible == 0) {
            continue;
        }
        const Merit merit{m_choice.wantAccessible ? accessible : 0, orphansOf(run, offset, length),
                          rank, distance, seatAt(run, offset)};
        if (!best || merit < best->merit) {
            best = Block{merit, index, offset, length};
        }
    }
}

Block SeatFinder::Search::whole(std::size_t index) const
{
    std::optional<Block> block;
    tryWindows(index, m_runs[index].length, false, block);
    ENSURE(block.has_value());
    return *block;
}

PlanPoint SeatFinder::Search::middleOf(const Block& block) const
{
    const Run& run = m_runs[block.run];
    const PlanPoint a = m_finder.m_places[seatAt(run, block.offset)].at;
    const PlanPoint b = m_finder.m_places[seatAt(run, block.offset + block.length - 1)].at;
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

void SeatFinder::Search::append(const Block& block, std::vector<SeatNumber>& seats) const
{
    for (std::uint32_t step = 0; step < block.length; ++step) {
        seats.push_back(seatAt(m_runs[block.run], block.offset + step));
    }
}

// How many seats the `count` longest runs have that are not among those chosen.
std::uint32_t SeatFinder::Search::longest(std::uint32_t count,
                                          const std::vector<Block>& without) const
{
    std::uint32_t seats = 0;
    for (std::size_t at = 0; at < m_byLength.size() && count > 0; ++at) {
        const std::size_t index = m_byLength[at];
        if (std::ranges::find(without, index, &Block::run) == without.end()) {
            seats += m_runs[index].length;
            --count;
        }
    }
    return seats;
}

// The runs a party may start from so that it still fits into that many blocks: whole, best first.
std::vector<Block> SeatFinder::Search::anchors(std::uint32_t blocks) const
{
    const std::uint32_t others = longest(blocks - 1, {});
    const std::uint32_t all = longest(blocks, {});
    std::vector<Block> found;
    for (std::size_t at = 0; at < m_byLength.size(); ++at) {
        const Run& run = m_runs[m_byLength[at]];
        // One of the longest is among the others itself; a shorter one takes the place of the last.
        const std::uint32_t reach = at < blocks ? all : others + run.length;
        if (reach < m_choice.count) {
            break; // shorter ones reach no further
        }
        Block block = whole(m_byLength[at]);
        if (m_choice.wantAccessible) {
            // The anchor is the block with the accessible seat, if any block has one.
            block.merit.accessible = block.merit.accessible > 0 ? 0 : 1;
        }
        block.merit.orphans = 0;
        block.merit.distance /= block.length;
        block.merit.rank = block.merit.rank * 64 / block.length;
        found.push_back(block);
    }
    const std::size_t steps = std::max<std::size_t>(m_runs.size() * blocks, 1);
    const std::size_t kept = std::min(
        {found.size(), kSplitAnchorsMax, std::max<std::size_t>(kSplitStepsMax / steps, 1)});
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), {},
                              &Block::merit);
    found.resize(kept);
    return found;
}

std::optional<Block> SeatFinder::Search::nextBlock(const std::vector<Block>& chosen,
                                                   std::uint32_t left,
                                                   std::uint32_t blocksLeft) const
{
    const PlanPoint from = middleOf(chosen.front());
    const std::uint32_t others = longest(blocksLeft - 1, chosen);
    const std::uint32_t all = longest(blocksLeft, chosen);
    const std::uint32_t shortest = [&] {
        // The shortest of the runs that `all` counts: those at least as long may take its place.
        return all - others;
    }();
    std::optional<std::tuple<std::int64_t, std::int64_t, Merit>> least;
    std::optional<Block> best;
    for (std::size_t index = 0; index < m_runs.size(); ++index) {
        const std::uint32_t length = m_runs[index].length;
        const std::uint32_t reach = length >= shortest ? all : others + length;
        if (reach < left || std::ranges::find(chosen, index, &Block::run) != chosen.end()) {
            continue;
        }
        std::optional<Block> block;
        tryWindows(index, std::min(length, left), false, block);
        const PlanPoint middle = middleOf(*block);
        const auto away =
            static_cast<std::int64_t>(std::hypot(middle.x - from.x, middle.y - from.y) * 64);
        const std::tuple cost{block->merit.orphans, away, block->merit};
        if (!least || cost < *least) {
            least = cost;
            best = block;
        }
    }
    return best;
}

std::vector<Block> SeatFinder::Search::splitFrom(const Block& anchor, std::uint32_t blocks) const
{
    std::vector<Block> chosen{anchor};
    std::uint32_t left = m_choice.count - anchor.length;
    while (left > 0) {
        const auto next =
            nextBlock(chosen, left, blocks - static_cast<std::uint32_t>(chosen.size()));
        if (!next) {
            return {};
        }
        chosen.push_back(*next);
        left -= next->length;
    }
    return chosen;
}

std::optional<std::vector<SeatNumber>> SeatFinder::Search::split() const
{
    std::uint32_t blocks = 1;
    while (longest(blocks, {}) < m_choice.count) {
        ++blocks;
    }
    // Of the ways to sit in that few blocks, the one with the least walking to the first block.
    std::optional<std::tuple<std::int64_t, std::int64_t, Merit>> least;
    std::vector<Block> best;
    for (const Block& anchor : anchors(blocks)) {
        const auto chosen = splitFrom(anchor, blocks);
        if (chosen.empty()) {
            continue;
        }
        const PlanPoint from = middleOf(chosen.front());
        double walk = 0;
        for (const Block& block : chosen) {
            const PlanPoint to = middleOf(block);
            walk += std::hypot(to.x - from.x, to.y - from.y);
        }
        const std::tuple cost{anchor.merit.accessible, static_cast<std::int64_t>(walk * 64),
                              anchor.merit};
        if (!least || cost < *least) {
            least = cost;
            best = chosen;
        }
    }
    std::vector<SeatNumber> seats;
    for (const Block& block : best) {
        append(block, seats);
    }
    return seats.size() == m_choice.count ? std::optional{std::move(seats)} : std::nullopt;
}

std::optional<std::vector<SeatNumber>> SeatFinder::bestAvailable(const SeatChoice& choice) const
{
    if (choice.count == 0 || choice.free.size() != m_places.size()) {
        return std::nullopt;
    }
    return Search{*this, choice}.run();
}

std::optional<std::vector<SeatNumber>> bestAvailable(const SeatingPlan& plan,
                                                     const SeatChoice& choice)
{
    return SeatFinder{plan}.bestAvailable(choice);
}

} // namespace foyer
