// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/date_changed.h"
#include "core/domain/rights/seat_ranges.h"
#include "core/services/event_dates.h"
#include "core/services/date_changes.h"
#include "core/services/events_concerned.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/event_store.h"
#include "core/storage/held_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

Error dateIsCancelled()
{
    return refused("cancelled", "This date is cancelled already. Add a new one instead.", "date");
}

/// A change of one date in an act of its own, with its effect.
using DateTask = std::function<Result<void>(CatalogueWork&, const Performance&)>;
Result<ChangeEffect> changeDate(Counter& counter, PerformanceId date, const DateTask& task)
{
    std::optional<ChangeEffect> effect;
    const auto done =
        editCatalogue(counter, eventOf(counter, date), [&](CatalogueWork& work) -> Result<void> {
            const auto known = work.date(date);
            if (!known) {
                return known.error();
            }
            if (known->state == Performance::State::Cancelled) {
                return dateIsCancelled();
            }
            auto concerns = effectOf(counter, {.event = known->event, .date = date});
            if (!concerns) {
                return std::move(concerns).error();
            }
            effect = *std::move(concerns);
            return task(work, *known);
        });
    return done ? Result<ChangeEffect>{*std::move(effect)} : Result<ChangeEffect>{done.error()};
}

/// A date at another time: what goes by its start goes along.
Performance movedTo(Performance date, Instant startsAt)
{
    const std::int64_t by = startsAt.ms - date.startsAt.ms;
    for (auto* time : {&date.doorsAt, &date.endsAt, &date.onSaleUntil}) {
        if (*time) {
            (*time)->ms += by;
        }
    }
    date.startsAt = startsAt;
    return date;
}

FieldValue timeOrNone(const std::optional<Instant>& time)
{
    return time ? FieldValue{time->ms} : FieldValue{};
}

/// Whether another date of the event starts then.
bool hasDateAt(Counter& counter, const Performance& date, Instant startsAt)
{
    bool taken = false;
    readChildren(counter.database(), counter.organizer(), "performance", date.event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     taken = taken ||
                         (id != date.id.uuid && !entity.flag("cancelled") &&
                          entity.integer("starts_at") == startsAt.ms);
                 });
    return taken;
}

Error planInUse(std::int64_t tickets, std::int64_t held, std::int64_t leased)
{
    Error error =
        refused("plan_in_use",
                std::to_string(tickets) + " tickets are sold, " + std::to_string(held) +
                    " places are held, and other counters may sell " + std::to_string(leased) +
                    " seats of the present plan. Exchange, release and recall them first.",
                "plan");
    error.facts = {std::to_string(tickets), std::to_string(held), std::to_string(leased)};
    return error;
}

/// Whether nobody counts on a seat of the present plan.
Result<void> checkPlanIsFree(Counter& counter, PerformanceId date)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    std::int64_t tickets = 0;
    for (const TicketGroup& group : readTicketGroups(database, us, date)) {
        tickets += group.tickets;
    }
    std::int64_t held = 0;
    for (const StoredHold& hold : readHolds(database, us, date)) {
        held += static_cast<std::int64_t>(hold.places.size());
    }
    std::int64_t leased = 0;
    for (const StandingLease& lease : readStandingLeases(database, us, date)) {
        leased += lease.holder != counter.replica()
            ? static_cast<std::int64_t>(seatCount(lease.seats))
            : 0;
    }
    return tickets + held + leased > 0 ? Result<void>{planInUse(tickets, held, leased)}
                                       : Result<void>{};
}

/// The limits of a date as another plan has them: what limited standing areas ends.
Result<void> limitByPlan(CatalogueWork& work, const Performance& date, const SeatingPlan* before,
                         const SeatingPlan* after)
{
    Counter& counter = work.counter();
    auto categories = categoryIds(counter, date.event);
    if (after != nullptr) {
        addPlanCategories(work, date.event, *after, categories);
        if (auto leased =
                counter.authority().leaseAllSeats(work.act(), date.id, seatsThere(*after));
            !leased) {
            return leased;
        }
    }
    std::set<CategoryId> standing;
    if (before != nullptr) {
        for (const auto& [name, places] : standingByCategory(*before)) {
            const auto category = categories.find(name);
            if (category != categories.end()) {
                standing.insert(category->second);
            }
        }
    }
    std::vector<Quota> quotas;
    readChildren(counter.database(), counter.organizer(), "quota", date.id.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     if (auto quota = quotaFrom(id, entity)) {
                         quotas.push_back(*std::move(quota));
                     }
                 });
    for (const Quota& quota : quotas) {
        const bool isWhole = quota.coversAll() && !quota.isOff;
        const bool isOfArea = quota.types.empty() && quota.categories.size() == 1 &&
            standing.contains(*quota.categories.begin());
        if (isOfArea) {
            work.edit(kind::kQuotaEdited, {quota.id.uuid, {{"off", true}}});
        } else if (isWhole && after != nullptr) {
            if (auto set = writeCapacity(work, quota, placesIn(*after)); !set) {
                return set;
            }
        }
    }
    for (const Quota& quota : standingQuotas(work, date.id, after, categories)) {
        if (auto written = writeNewQuota(work, quota); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

void writeDateChange(CatalogueWork& work, const Performance& date, DateChangeKind what,
                     Instant startsAt, const std::string& reason)
{
    EntityEdited edit{date.id.uuid, {}};
    switch (what) {
    case DateChangeKind::Cancelled:
        edit.fields["cancelled"] = true;
        break;
    case DateChangeKind::Postponed:
        edit.fields["postponed"] = true;
        break;
    case DateChangeKind::Moved: {
        const Performance moved = movedTo(date, startsAt);
        edit.fields["starts_at"] = moved.startsAt.ms;
        edit.fields["doors_at"] = timeOrNone(moved.doorsAt);
        edit.fields["ends_at"] = timeOrNone(moved.endsAt);
        edit.fields["on_sale_until"] = timeOrNone(moved.onSaleUntil);
        edit.fields["postponed"] = FieldValue{};
        break;
    }
    }
    work.edit(kind::kPerformanceEdited, std::move(edit));
    work.act().append(kind::kPerformanceChanged,
                      encode(DateChanged{date.id, date.event, what, date.startsAt,
                                         what == DateChangeKind::Moved ? startsAt : date.startsAt,
                                         reason}));
}

Result<ChangeEffect> moveDate(Counter& counter, PerformanceId date, Instant startsAt,
                              const std::string& reason)
{
    return changeDate(counter, date, [&](CatalogueWork& work, const Performance& known) {
        if (auto said = checkChangeReason(reason, false); !said) {
            return said;
        }
        if (startsAt == known.startsAt && known.state == Performance::State::Scheduled) {
            return Result<void>{};
        }
        if (hasDateAt(counter, known, startsAt)) {
            return Result<void>{
                refused("date_known", "This event has a date at that time already.", "starts_at")};
        }
        if (auto sound = firstOf(faultsOf(movedTo(known, startsAt))); !sound) {
            return sound;
        }
        writeDateChange(work, known, DateChangeKind::Moved, startsAt, reason);
        return Result<void>{};
    });
}

Result<ChangeEffect> postponeDate(Counter& counter, PerformanceId date, const std::string& reason)
{
    return changeDate(counter, date, [&](CatalogueWork& work, const Performance& known) {
        if (auto said = checkChangeReason(reason, false); !said) {
            return said;
        }
        if (known.state == Performance::State::Postponed) {
            return Result<void>{refused("postponed",
                                        "This date is postponed already. Move it to its new time.",
                                        "date")};
        }
        writeDateChange(work, known, DateChangeKind::Postponed, known.startsAt, reason);
        return Result<void>{};
    });
}

Result<ChangeEffect> cancelDate(Counter& counter, PerformanceId date, const std::string& reason)
{
    return changeDate(counter, date, [&](CatalogueWork& work, const Performance& known) {
        if (auto said = checkChangeReason(reason, true); !said) {
            return said;
        }
        writeDateChange(work, known, DateChangeKind::Cancelled, known.startsAt, reason);
        return Result<void>{};
    });
}

Result<void> setDatePlan(Counter& counter, PerformanceId date, std::optional<PlanId> plan)
{
    return editCatalogue(counter, eventOf(counter, date), [&](CatalogueWork& work) -> Result<void> {
        const auto known = work.date(date);
        if (!known) {
            return known.error();
        }
        if (known->plan == plan) {
            return {};
        }
        if (auto free = checkPlanIsFree(counter, date); !free) {
            return free;
        }
        const auto after = plan ? counter.offers().plan(*plan) : nullptr;
        if (plan && !after) {
            return refused("unknown_plan",
                           "There is no such seating plan. Import it first, or choose another.",
                           "plan");
        }
        const auto before = known->plan ? counter.offers().plan(*known->plan) : nullptr;
        FieldValue now;
        if (plan) {
            const auto& bytes = plan->uuid.bytes();
            now = Bytes{bytes.begin(), bytes.end()};
        }
        work.edit(kind::kPerformanceEdited, {date.uuid, {{"plan", now}}});
        return limitByPlan(work, *known, before.get(), after.get());
    });
}

} // namespace foyer
