// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_dates.h"

#include "core/calendar/local_instant.h"
#include "core/services/access_control.h"
#include "core/services/catalogue_editing.h"
#include "core/services/event_parts.h"
#include "core/services/events_concerned.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

Result<void> checkEventGoesOn(const Event& event)
{
    if (event.state == EventState::Cancelled || event.state == EventState::Archived) {
        return refused("event_over",
                       "This event is cancelled or archived. Publish it again, or clone it.",
                       "event");
    }
    return {};
}

std::set<std::int64_t> startsOf(Counter& counter, EventId event)
{
    std::set<std::int64_t> starts;
    readChildren(counter.database(), counter.organizer(), "performance", event.uuid,
                 [&](const Uuid&, const Entity& entity) {
                     if (!entity.flag("cancelled")) {
                         starts.insert(entity.integer("starts_at"));
                     }
                 });
    return starts;
}

/// Makes the dates of one event.
class DateMaker {
public:
    DateMaker(CatalogueWork& work, const Event& event) : m_work{work}, m_event{event}
    {
        m_categories = categoryIds(counter(), event.id);
        m_starts = startsOf(counter(), event.id);
    }

    Result<PerformanceId> add(const NewDate& wanted, const std::string& where)
    {
        auto performance = performanceOf(wanted, where);
        if (!performance) {
            return std::move(performance).error();
        }
        std::shared_ptr<const SeatingPlan> plan;
        if (wanted.plan) {
            plan = counter().offers().plan(*wanted.plan);
            if (!plan) {
                return refused("unknown_plan",
                               "There is no such seating plan. Import it first, or choose another.",
                               where + ".plan");
            }
            addPlanCategories(m_work, m_event.id, *plan, m_categories);
        }
        const std::int64_t capacity =
            wanted.capacity != 0 ? wanted.capacity : (plan ? placesIn(*plan) : 0);
        if (auto sound = firstOf(faultsOf(QuotaChange{.capacity = capacity})); !sound) {
            return inPlace(sound.error(), where);
        }
        if (capacity <= 0) {
            return badInput("capacity_missing",
                            "Say how many tickets there are, or choose a seating plan.",
                            where + ".capacity");
        }
        m_work.edit(kind::kPerformanceEdited, editOf(*performance));
        if (plan) {
            if (auto leased = counter().authority().leaseAllSeats(m_work.act(), performance->id,
                                                                  seatsThere(*plan));
                !leased) {
                return std::move(leased).error();
            }
        }
        std::vector<Quota> quotas =
            standingQuotas(m_work, performance->id, plan.get(), m_categories);
        quotas.insert(
            quotas.begin(),
            Quota{QuotaId{m_work.newId()}, performance->id, m_event.name, capacity, {}, {}});
        for (const Quota& quota : quotas) {
            if (auto limited = writeNewQuota(m_work, quota); !limited) {
                return std::move(limited).error();
            }
        }
        m_starts.insert(performance->startsAt.ms);
        return performance->id;
    }

private:
    Counter& counter() { return m_work.counter(); }

    static Error inPlace(Error error, const std::string& where)
    {
        error.where = where + "." + error.where;
        return error;
    }

    Result<Performance> performanceOf(const NewDate& wanted, const std::string& where)
    {
        Performance performance{PerformanceId{m_work.newId()}, m_event.id, wanted.startsAt};
        performance.doorsAt = wanted.doorsAt;
        performance.endsAt = wanted.endsAt;
        performance.plan = wanted.plan;
        performance.onSaleFrom = wanted.onSaleFrom;
        performance.onSaleUntil = wanted.onSaleUntil;
        performance.timeZone = wanted.timeZone;
        if (performance.timeZone.empty()) {
            const auto venue = m_work.venue(m_event.venue);
            if (!venue) {
                return venue.error();
            }
            performance.timeZone = venue->timeZone;
        }
        if (!isTimeZoneKnown(performance.timeZone)) {
            return badInput("unknown_time_zone",
                            "\"" + performance.timeZone + "\" is not a time zone here.",
                            where + ".time_zone");
        }
        if (auto sound = firstOf(faultsOf(performance)); !sound) {
            return inPlace(sound.error(), where);
        }
        if (m_starts.contains(performance.startsAt.ms)) {
            return refused("date_known", "This event has a date at that time already.",
                           where + ".starts_at");
        }
        return performance;
    }

    CatalogueWork& m_work;
    const Event& m_event;
    std::map<std::string, CategoryId> m_categories;
    std::set<std::int64_t> m_starts;
};

/// A rule with the time zone of the event's venue where it names none.
Result<SeriesRule> inVenue(CatalogueReading& work, EventId id, SeriesRule rule)
{
    const auto event = work.event(id);
    if (!event) {
        return event.error();
    }
    if (rule.timeZone.empty()) {
        const auto venue = work.venue(event->venue);
        if (!venue) {
            return venue.error();
        }
        rule.timeZone = venue->timeZone;
    }
    return rule;
}

} // namespace

Result<std::vector<PerformanceId>> makeDates(CatalogueWork& work, EventId event,
                                             const std::vector<NewDate>& dates)
{
    const auto known = work.event(event);
    if (!known) {
        return known.error();
    }
    if (auto goesOn = checkEventGoesOn(*known); !goesOn) {
        return std::move(goesOn).error();
    }
    if (dates.empty()) {
        return badInput("no_dates", "Say at least one date.", "dates");
    }
    if (dates.size() > kSeriesDatesMax) {
        return badInput("too_many_dates",
                        "At most " + std::to_string(kSeriesDatesMax) + " dates are added at once.",
                        "dates");
    }
    std::vector<PerformanceId> added;
    DateMaker maker{work, *known};
    for (std::size_t i = 0; i < dates.size(); ++i) {
        auto date = maker.add(dates[i], "dates[" + std::to_string(i) + "]");
        if (!date) {
            return std::move(date).error();
        }
        added.push_back(*date);
    }
    return added;
}

Result<std::vector<PerformanceId>> addDates(Counter& counter, EventId event,
                                            const std::vector<NewDate>& dates)
{
    return madeInCatalogue<std::vector<PerformanceId>>(counter, eventOnly(event),
                                                       [&](CatalogueWork& work) {
                                                           return makeDates(work, event, dates);
                                                       });
}

Result<SeriesPlan> planSeries(Counter& counter, EventId event, SeriesRule rule)
{
    return guarded([&]() -> Result<SeriesPlan> {
        if (auto may = counter.access().require(Permission::EditCatalogue, eventOnly(event));
            !may) {
            return std::move(may).error();
        }
        CatalogueReading reading{counter};
        auto placed = inVenue(reading, event, std::move(rule));
        if (!placed) {
            return std::move(placed).error();
        }
        auto dates = seriesDates(*placed);
        if (!dates) {
            return std::move(dates).error();
        }
        const auto starts = startsOf(counter, event);
        SeriesPlan plan{{}, {}, placed->timeZone};
        for (const SeriesDate& date : *dates) {
            (starts.contains(date.startsAt.ms) ? plan.known : plan.dates).push_back(date);
        }
        return plan;
    });
}

Result<std::vector<PerformanceId>> addSeries(Counter& counter, EventId event,
                                             const SeriesRule& rule, const NewDate& like)
{
    const auto plan = planSeries(counter, event, rule);
    if (!plan) {
        return plan.error();
    }
    std::vector<NewDate> dates;
    for (const SeriesDate& date : plan->dates) {
        NewDate wanted = like;
        wanted.startsAt = date.startsAt;
        wanted.doorsAt = date.doorsAt;
        wanted.endsAt = date.endsAt;
        wanted.timeZone = plan->timeZone;
        dates.push_back(std::move(wanted));
    }
    if (dates.empty()) {
        return refused("date_known", "The event has all dates of this rule already.", "rule");
    }
    return addDates(counter, event, dates);
}

Result<void> editDate(Counter& counter, PerformanceId date, const DateChange& change)
{
    return editCatalogue(counter, eventOf(counter, date), [&](CatalogueWork& work) -> Result<void> {
        auto known = work.date(date);
        if (!known) {
            return std::move(known).error();
        }
        Performance after = *known;
        after.doorsAt = change.doorsAt.value_or(known->doorsAt);
        after.endsAt = change.endsAt.value_or(known->endsAt);
        after.onSaleFrom = change.onSaleFrom.value_or(known->onSaleFrom);
        after.onSaleUntil = change.onSaleUntil.value_or(known->onSaleUntil);
        if (auto sound = firstOf(faultsOf(after)); !sound) {
            return sound;
        }
        work.edit(kind::kPerformanceEdited, editOf(date, change));
        return {};
    });
}

} // namespace foyer
