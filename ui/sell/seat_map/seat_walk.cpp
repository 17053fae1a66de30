// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_walk.h"

#include <cmath>
#include <limits>

namespace foyer::ui {
namespace {

struct Direction {
    float x = 0;
    float y = 0;
};

Direction directionOf(SeatStep step)
{
    switch (step) {
    case SeatStep::Left:
        return {-1, 0};
    case SeatStep::Right:
        return {1, 0};
    case SeatStep::Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

// How far `to` lies along the direction, and how far beside it.
struct Offset {
    float along = 0;
    float beside = 0;
};

Offset offsetOf(PlanPoint from, PlanPoint to, Direction direction)
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    return {dx * direction.x + dy * direction.y, std::abs(dx * direction.y - dy * direction.x)};
}

std::optional<SeatNumber> alongTheRow(const SeatingPlan& plan, SeatNumber from, Direction direction)
{
    const Row& row = plan.rows[plan.seats[from].row];
    const std::uint32_t place = plan.placeInRow(from).value_or(0);
    std::optional<SeatNumber> found;
    float straightest = 0.7F; // the cosine of 45 degrees: beyond it the row runs another way
    const auto consider = [&](SeatNumber other) {
        const Offset offset = offsetOf(plan.seats[from].at, plan.seats[other].at, direction);
        const float length = std::hypot(offset.along, offset.beside);
        if (other != from && length > 0 && offset.along / length > straightest) {
            straightest = offset.along / length;
            found = other;
        }
    };
    if (place > 0 || row.ring) {
        consider(plan.seatAt(row.first + (place + row.count - 1) % row.count));
    }
    if (place + 1 < row.count || row.ring) {
        consider(plan.seatAt(row.first + (place + 1) % row.count));
    }
    return found;
}

std::optional<SeatNumber> nearestThatWay(const SeatingPlan& plan, SeatNumber from,
                                         Direction direction, PlanPoint anchor)
{
    // The column of the anchor, the depth of the seat.
    const PlanPoint at = plan.seats[from].at;
    const PlanPoint start{direction.x != 0 ? at.x : anchor.x, direction.x != 0 ? anchor.y : at.y};
    std::optional<SeatNumber> found;
    float best = std::numeric_limits<float>::max();
    for (SeatNumber other = 0; other < plan.seats.size(); ++other) {
        if (plan.seats[other].retired || plan.seats[other].row == plan.seats[from].row) {
            continue;
        }
        const Offset offset = offsetOf(start, plan.seats[other].at, direction);
        // What lies beside rather than ahead counts only when nothing lies ahead.
        const float sideways = offset.beside > offset.along ? 6.0F : 2.0F;
        const float cost = offset.along + sideways * offset.beside;
        if (offset.along > 0 && offset.beside < 6 * offset.along && cost < best) {
            best = cost;
            found = other;
        }
    }
    return found;
}

SeatNumber endOfRow(const SeatingPlan& plan, SeatNumber from, bool start)
{
    const Row& row = plan.rows[plan.seats[from].row];
    const SeatNumber first = plan.seatAt(row.first);
    const SeatNumber last = plan.seatAt(row.first + row.count - 1);
    const PlanPoint a = plan.seats[first].at;
    const PlanPoint b = plan.seats[last].at;
    const bool upright = std::abs(b.y - a.y) > std::abs(b.x - a.x);
    const bool inOrder = upright ? a.y <= b.y : a.x <= b.x;
    return inOrder == start ? first : last;
}

std::optional<SeatNumber> inNextSection(const SeatingPlan& plan, SeatNumber from, bool after)
{
    const std::uint32_t section = plan.rows[plan.seats[from].row].section;
    std::optional<SeatNumber> found;
    std::optional<std::uint32_t> foundSection;
    for (const Row& row : plan.rows) {
        const bool thatWay = after ? row.section > section : row.section < section;
        const bool closer =
            !foundSection || (after ? row.section < *foundSection : row.section > *foundSection);
        if (row.count > 0 && thatWay && closer) {
            foundSection = row.section;
            found = plan.seatAt(row.first);
        }
    }
    return found;
}

} // namespace

std::optional<SeatNumber> seatAfter(const SeatingPlan& plan, SeatNumber from, SeatStep step,
                                    PlanPoint anchor)
{
    switch (step) {
    case SeatStep::RowStart:
    case SeatStep::RowEnd:
        return endOfRow(plan, from, step == SeatStep::RowStart);
    case SeatStep::SectionBefore:
    case SeatStep::SectionAfter:
        return inNextSection(plan, from, step == SeatStep::SectionAfter);
    default:
        break;
    }
    const Direction direction = directionOf(step);
    const auto neighbour = alongTheRow(plan, from, direction);
    return neighbour ? neighbour : nearestThatWay(plan, from, direction, anchor);
}

} // namespace foyer::ui
