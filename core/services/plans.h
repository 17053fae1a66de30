// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"

#include <map>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// A stored plan and which version of it this is.
struct PlanVersion {
    PlanId id;
    SeatingPlan plan; ///< under the name that it has now
    FieldStamp stamp; ///< of its content
    bool archived = false;
};

/// All of these need Permission::EditCatalogue, but for planNamed().

/// Refuses with unknown_plan.
Result<PlanVersion> planVersion(Counter& counter, PlanId plan);
/// The plan of that name, whatever its case and accents, or of that id. Refuses with unknown_plan.
Result<PlanId> planNamed(Counter& counter, const std::string& name);

/// What hangs on a plan: the performances to come that use it, and their seats with a valid ticket,
/// a hold or a reservation, as far as this counter has heard.
struct PlanUse {
    struct Shown {
        PerformanceId performance;
        std::string event;
        Instant startsAt;
        std::string timeZone;
        std::size_t sold = 0;
        std::size_t held = 0;
    };
    std::vector<Shown> performances;
    std::map<SeatNumber, std::size_t> taken; ///< in how many of them
};
Result<PlanUse> planUse(Counter& counter, PlanId plan);

struct PlanChange {
    PlanId plan;
    /// The version that was edited. Nothing: whatever stands now, as for a file that replaces it.
    std::optional<FieldStamp> base;
    SeatingPlan next; ///< its seats are known by their identifiers; see continuedPlan()
    bool dryRun = false;
};

/// What a change did, or would do.
struct PlanChanged {
    PlanDifference difference;
    std::size_t performances = 0;   ///< to come, that take the new version
    std::int64_t seatsLeased = 0;   ///< new seats that this counter may sell now
    std::int64_t seatsReturned = 0; ///< rights to removed seats that were given back
    /// Rights to removed seats that other counters hold. They stay with these until they are
    /// returned, but nobody sells the seats once they have heard of the new version.
    std::int64_t seatsElsewhere = 0;
    std::size_t capacities = 0; ///< performances whose capacity follows
    /// Performances whose capacity is granted to other counters and could not be taken back.
    std::size_t capacitiesElsewhere = 0;
};

/// Stores a later version of a plan; performances that use it take it at once. Seats with a ticket,
/// a hold or a reservation in a performance to come keep their place and their name: otherwise it
/// refuses with seats_taken (facts: the seats by name, of at most 200), and with area_taken where a
/// standing area would be smaller than what is taken of it (facts: taken, its name, its places).
/// Changing the category, the traits or the position of such a seat is allowed. Where this counter
/// is the authority, it gives up the rights to removed seats and takes those to new ones, and the
/// capacity of a performance that was that of its plan follows. Elsewhere the authority gives the
/// new seats out. Also refuses with unknown_plan, bad_plan, plan_known, plan_outdated (somebody
/// stored another version meanwhile).
Result<PlanChanged> changePlan(Counter& counter, const PlanChange& change);

/// Refuses with unknown_plan, plan_known, name_missing.
Result<void> renamePlan(Counter& counter, PlanId plan, const std::string& name);
/// The picture that who edits the plan draws over, or none; the plan's seats stay as they are, so
/// this goes on beside an edit of them elsewhere. Refuses with unknown_plan, bad_background,
/// unknown_picture.
Result<void> setPlanBackground(Counter& counter, PlanId plan,
                               const std::optional<PlanBackground>& background);
/// A new plan with the same seats, without the retired ones, over the same picture.
Result<PlanId> duplicatePlan(Counter& counter, PlanId plan, const std::string& name);
/// An archived plan is left out of lists; performances that use it keep it.
Result<void> archivePlan(Counter& counter, PlanId plan, bool archived);

} // namespace foyer
