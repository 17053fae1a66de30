// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/calendar/date_series.h"
#include "core/domain/catalogue/catalogue_changes.h"
#include "core/services/change_effect.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The dates of an event; see event_editing.h for what holds everywhere.

/// A date that is to be made.
struct NewDate {
    Instant startsAt;
    std::optional<Instant> doorsAt = {};
    std::optional<Instant> endsAt = {};
    std::string timeZone = {};       ///< empty: the venue's
    std::optional<PlanId> plan = {}; ///< none: general admission
    std::int64_t capacity = 0;       ///< 0: as many as the plan has places; needed without a plan
    std::optional<Instant> onSaleFrom = {};
    std::optional<Instant> onSaleUntil = {};
};

/// Adds dates, all or none. Each gets a quota over everything, and one for each standing area; what
/// categories the plan has and the event does not are added to it, without prices. Where this
/// counter is the authority it holds all their rights at once, else the authority does. Refuses
/// besides with unknown_event, unknown_plan, unknown_time_zone, capacity_missing, no_dates,
/// too_many_dates, date_known (there is one at that start; `where`: "dates[2]"), event_over (it is
/// cancelled or archived).
Result<std::vector<PerformanceId>> addDates(Counter& counter, EventId event,
                                            const std::vector<NewDate>& dates);

/// What a rule would add.
struct SeriesPlan {
    std::vector<SeriesDate> dates; ///< new ones, by start
    std::vector<SeriesDate> known; ///< the event has a date at that start already: not made again
    std::string timeZone;
};
/// Changes nothing. A rule without a time zone is in the venue's. Refuses with unknown_event and as
/// seriesDates() does.
Result<SeriesPlan> planSeries(Counter& counter, EventId event, SeriesRule rule);
/// Adds what planSeries() says; `like` says plan, capacity and sale of each.
Result<std::vector<PerformanceId>> addSeries(Counter& counter, EventId event,
                                             const SeriesRule& rule, const NewDate& like);

/// Changes a date but for its start. Refuses besides with unknown_date.
Result<void> editDate(Counter& counter, PerformanceId date, const DateChange& change);
/// Gives a date another plan, or none. Refuses with plan_in_use where seats of it are sold or held,
/// or another counter may sell them: exchange or recall them first (facts: how many of each);
/// unknown_plan, unknown_date.
Result<void> setDatePlan(Counter& counter, PerformanceId date, std::optional<PlanId> plan);

/// Moves a date, and doors, end and the end of its sale along with it; one that was postponed has a
/// date again. What the answer says of tickets and customers was so before. Refuses with
/// unknown_date, cancelled, date_known.
Result<ChangeEffect> moveDate(Counter& counter, PerformanceId date, Instant startsAt,
                              const std::string& reason);
/// No new sales until it is moved; tickets stay valid. Refuses with unknown_date, cancelled,
/// postponed (it is).
Result<ChangeEffect> postponeDate(Counter& counter, PerformanceId date, const std::string& reason);
/// It does not take place. Money stays where it is until somebody gives it back. Refuses with
/// unknown_date, cancelled, reason_missing.
Result<ChangeEffect> cancelDate(Counter& counter, PerformanceId date, const std::string& reason);

} // namespace foyer
