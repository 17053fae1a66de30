// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_quotas.h"

#include "core/services/access_control.h"
#include "core/services/event_parts.h"
#include "core/services/events_concerned.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/event_store.h"
#include "core/storage/held_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

/// That what a quota names belongs to its event.
Result<void> checkMembers(CatalogueWork& work, EventId event, const QuotaChange& change)
{
    for (const TicketTypeId id : change.types.value_or(std::set<TicketTypeId>{})) {
        const auto type = work.type(id);
        if (!type || type->event != event) {
            return refused("unknown_type", "This event has no such ticket type.", "types");
        }
    }
    for (const CategoryId id : change.categories.value_or(std::set<CategoryId>{})) {
        const auto category = work.category(id);
        if (!category || category->event != event) {
            return refused("unknown_category", "This event has no such category.", "categories");
        }
    }
    return {};
}

bool isWhole(const Quota& quota)
{
    return quota.coversAll() && !quota.isOff;
}

Error tooWide()
{
    return refused("too_wide",
                   "There is one limit over everything. Change its capacity, or say which types or "
                   "categories this one is for.",
                   "types");
}

/// What is taken of a date in the whole house.
class TakenPlaces {
public:
    TakenPlaces(Counter& counter, const Offer& offer) : m_counter{counter}, m_offer{offer}
    {
        Database& database = counter.database();
        const PerformanceId date = offer.performance.id;
        for (const TicketGroup& group : readTicketGroups(database, counter.organizer(), date)) {
            m_taken[group.category] += group.tickets;
        }
        for (const StoredHold& hold : readHolds(database, counter.organizer(), date)) {
            for (const HeldPlace& place : hold.places) {
                ++m_taken[place.category];
            }
        }
    }

    SaleLimit ofQuota(const Quota& quota) const
    {
        std::int64_t spent = 0;
        for (const Holding& holding :
             readHoldings(m_counter.database(), m_counter.organizer(), quota.id)) {
            spent += holding.rights.spent - holding.rights.regained;
        }
        return {SaleLimit::What::Quota, quota.id, quota.name, quota.capacity,
                std::max<std::int64_t>(quota.capacity - spent, 0)};
    }

    /// Seats of a category, or the places to stand of one without seats; nothing without a plan.
    std::optional<SaleLimit> ofPlan(const PriceCategory& category) const
    {
        const SeatingPlan* plan = m_offer.plan.get();
        if (plan == nullptr) {
            return std::nullopt;
        }
        const bool isSeated = m_offer.isSeated(category.id);
        std::int64_t places = 0;
        for (const Seat& seat : plan->seats) {
            places +=
                !seat.retired && plan->categories[seat.category].name == category.name ? 1 : 0;
        }
        for (const StandingArea& area : plan->areas) {
            const bool isOfIt = plan->categories[area.category].name == category.name;
            places += !isSeated && isOfIt ? area.capacity : 0;
        }
        const auto taken = m_taken.find(category.id);
        return SaleLimit{
            isSeated ? SaleLimit::What::Seats : SaleLimit::What::Area,
            {},
            category.name,
            places,
            std::max<std::int64_t>(places - (taken != m_taken.end() ? taken->second : 0), 0)};
    }

private:
    Counter& m_counter;
    const Offer& m_offer;
    std::map<CategoryId, std::int64_t> m_taken;
};

/// Whether a type is sold in a category, now or until some day.
bool isSold(const TicketType& type, CategoryId category)
{
    return type.prices.contains(category) ||
        std::ranges::any_of(type.steps, [category](const PriceStep& step) {
               return step.prices.contains(category);
           });
}

std::vector<LimitedCell> limitsOf(Counter& counter, const Offer& offer)
{
    const TakenPlaces taken{counter, offer};
    std::map<QuotaId, SaleLimit> quotas;
    for (const Quota& quota : offer.quotas) {
        quotas.emplace(quota.id, taken.ofQuota(quota));
    }
    std::vector<LimitedCell> cells;
    for (const TicketType& type : offer.types) {
        for (const PriceCategory& category : offer.categories) {
            if (!isSold(type, category.id)) {
                continue;
            }
            LimitedCell cell{type.id, category.id, {}, 0};
            for (const Quota& quota : offer.quotas) {
                if (quota.covers(type.id, category.id)) {
                    cell.limits.push_back(quotas.at(quota.id));
                }
            }
            if (auto plan = taken.ofPlan(category)) {
                cell.limits.push_back(*std::move(plan));
            }
            std::ranges::stable_sort(cell.limits, {}, &SaleLimit::left);
            cell.left = cell.limits.empty() ? 0 : cell.limits.front().left;
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

} // namespace

Result<QuotaId> makeQuota(CatalogueWork& work, PerformanceId date, QuotaChange quota)
{
    const auto known = work.date(date);
    if (!known) {
        return known.error();
    }
    quota.name = quota.name.value_or("");
    if (auto sound = firstOf(faultsOf(quota)); !sound) {
        return std::move(sound).error();
    }
    if (!quota.capacity) {
        return badInput("capacity_missing", "Say how many tickets this allows.", "capacity");
    }
    const Quota added{QuotaId{work.newId()},
                      date,
                      *quota.name,
                      *quota.capacity,
                      quota.types.value_or(std::set<TicketTypeId>{}),
                      quota.categories.value_or(std::set<CategoryId>{})};
    if (isWhole(added)) {
        return tooWide();
    }
    if (auto sound = checkMembers(work, known->event, quota); !sound) {
        return std::move(sound).error();
    }
    if (auto written = writeNewQuota(work, added); !written) {
        return std::move(written).error();
    }
    return added.id;
}

Result<QuotaId> addQuota(Counter& counter, PerformanceId date, const QuotaChange& quota)
{
    return madeInCatalogue<QuotaId>(counter, eventOf(counter, date), [&](CatalogueWork& work) {
        return makeQuota(work, date, quota);
    });
}

Result<ChangeEffect::Capacity> editQuota(Counter& counter, QuotaId quota, const QuotaChange& change)
{
    ChangeEffect::Capacity effect;
    const auto done =
        editCatalogue(counter, eventOf(counter, quota), [&](CatalogueWork& work) -> Result<void> {
            const auto known = work.quota(quota);
            if (!known) {
                return known.error();
            }
            const auto date = work.date(known->performance);
            if (!date) {
                return date.error();
            }
            if (auto sound = firstOf(faultsOf(change)); !sound) {
                return sound;
            }
            if (auto sound = checkMembers(work, date->event, change); !sound) {
                return sound;
            }
            const bool isWider = (!change.types || change.types->empty()) &&
                (!change.categories || change.categories->empty());
            if (isWhole(*known) && (!isWider || change.isOff.value_or(false))) {
                return refused(
                    "whole_quota",
                    "The limit over everything stays over everything. Add another one for "
                    "some types or categories.",
                    "types");
            }
            if (!isWhole(*known) && change.types.value_or(known->types).empty() &&
                change.categories.value_or(known->categories).empty()) {
                return tooWide();
            }
            const auto concerns =
                capacityEffect(counter, quota, change.capacity.value_or(known->capacity));
            if (!concerns) {
                return concerns.error();
            }
            effect = *concerns;
            work.edit(kind::kQuotaEdited, editOf(*known, change));
            return change.capacity ? writeCapacity(work, *known, *change.capacity) : Result<void>{};
        });
    return done ? Result<ChangeEffect::Capacity>{effect}
                : Result<ChangeEffect::Capacity>{done.error()};
}

Result<std::vector<LimitedCell>> saleLimits(Counter& counter, PerformanceId date)
{
    return guarded([&]() -> Result<std::vector<LimitedCell>> {
        if (auto may = counter.access().require(Permission::EditCatalogue, eventOf(counter, date));
            !may) {
            return std::move(may).error();
        }
        const auto selling = counter.offers().offer(date);
        if (!selling) {
            return refused("unknown_date", "There is no such date. Choose it again from the list.",
                           "date");
        }
        return limitsOf(counter, selling->offer);
    });
}

} // namespace foyer
