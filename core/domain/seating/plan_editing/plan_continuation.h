// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <string>
#include <vector>

namespace foyer {

/// `next` as a later version of `before`: a seat with an identifier that `before` knows keeps its
/// number there, a new seat gets the next number that was never used, and a seat that is not in
/// `next` any more is retired and keeps its number and its name. A seat that was retired and comes
/// back under its own identifier is the same seat again. `next` has no retired seats of its own.
SeatingPlan continuedPlan(const SeatingPlan& before, SeatingPlan next);

/// `next`, read from a file whose format may have no words for some things, with what `before` says
/// of them: where no seat of it has a special trait, known seats keep theirs; where it has no
/// standing areas, those of `before` stay, in place of what was drawn for them; sections of the
/// same name keep outline, entrance and zone, categories of the same name their colour; tables with
/// the same seats keep their ring, and the plan the picture to draw over.
SeatingPlan withUnsaid(const SeatingPlan& before, SeatingPlan next);

/// What keeps `next` from being a later version of `before`, in a sentence: a seat number that
/// means another seat. Nothing where it is one.
std::optional<std::string> continuationFault(const SeatingPlan& before, const SeatingPlan& next);

/// What would make two places of a plan look alike on tickets and in files: two seats or two
/// standing areas of one name, an identifier used twice, a name that is longer than 120 bytes or
/// has control characters. Nothing in every plan that was imported.
std::optional<std::string> namesFault(const SeatingPlan& plan);

/// What a later version does to the seats, by number.
struct PlanDifference {
    std::vector<SeatNumber> added;
    std::vector<SeatNumber> removed;
    std::vector<SeatNumber> renamed;       ///< another label on the ticket
    std::vector<SeatNumber> recategorised; ///< another category, by name
    std::vector<SeatNumber> moved;
    bool isEmpty() const
    {
        return added.empty() && removed.empty() && renamed.empty() && recategorised.empty() &&
            moved.empty();
    }
};
PlanDifference differenceOf(const SeatingPlan& before, const SeatingPlan& next);

} // namespace foyer
