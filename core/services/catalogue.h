// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/performance_summary.h"
#include "core/domain/catalogue/season.h"

#include <memory>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Performances that start at or after an instant, by start, of which event, subtitle or venue
/// contains every word of `search` (without case and accents; empty: all). Drafts and what is
/// archived are not among them.
Result<std::vector<PerformanceSummary>> performances(Counter& counter, Instant from,
                                                     const std::string& search = {});

/// What is offered for a performance, with the prices that stand now. Refuses with
/// unknown_performance.
Result<std::shared_ptr<const Offer>> offerOf(Counter& counter, PerformanceId performance);

/// The performance a person means: an id, or the beginning of one, at least 6 characters, or an
/// event's name whose next performance is meant. Refuses with unknown_performance,
/// ambiguous_performance (facts: the choices).
Result<PerformanceId> performanceNamed(Counter& counter, const std::string& text);

/// Keeps a seating plan. Refuses an unsound one with bad_plan, and a name that is taken with
/// plan_known.
Result<PlanId> importPlan(Counter& counter, const SeatingPlan& plan);

struct StoredPlan {
    PlanId id;
    std::string name;
    std::int64_t seats = 0;
    std::int64_t standing = 0;
    bool archived = false;
};
Result<std::vector<StoredPlan>> plans(Counter& counter);

/// What a season import added.
struct SeasonImported {
    std::size_t events = 0;
    std::size_t performances = 0;
};

/// Adds a season, all of it or nothing: venues, taxes and events are matched by name with what is
/// there, performances are new. Every performance gets a quota over everything, whose rights this
/// counter's authority grants it at once. Refuses with unknown_plan, unknown_category (a plan's
/// category has no price), unknown_venue, unknown_tax, bad_season; `where` names event and field.
Result<SeasonImported> importSeason(Counter& counter, const Season& season);

} // namespace foyer
