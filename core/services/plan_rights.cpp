// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/plan_rights.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/event_state.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/quota_writing.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

std::vector<SeatRange> common(const std::vector<SeatRange>& a, const std::vector<SeatRange>& b)
{
    return without(a, without(a, b));
}

std::int64_t countOf(const std::vector<SeatRange>& seats)
{
    return static_cast<std::int64_t>(seatCount(seats));
}

/// Places that an event sells of a plan: of the categories that have a price.
std::int64_t placesSold(const SeatingPlan& plan, const Offer& offer)
{
    std::vector<bool> priced;
    for (const PlanCategory& category : plan.categories) {
        priced.push_back(std::ranges::find(offer.categories, category.name, &PriceCategory::name) !=
                         offer.categories.end());
    }
    std::int64_t places = 0;
    for (const Seat& seat : plan.seats) {
        places += !seat.retired && priced[seat.category] ? 1 : 0;
    }
    for (const StandingArea& area : plan.areas) {
        places += priced[area.category] ? std::int64_t{area.capacity} : 0;
    }
    return places;
}

/// Of the price categories that have standing areas: how many places.
std::map<CategoryId, std::int64_t> standingPlaces(const SeatingPlan& plan, const Offer& offer)
{
    std::map<CategoryId, std::int64_t> places;
    for (const auto& [name, count] : standingByCategory(plan)) {
        const auto category = std::ranges::find(offer.categories, name, &PriceCategory::name);
        if (category != offer.categories.end()) {
            places[category->id] += count;
        }
    }
    return places;
}

class RightsOfPlan {
public:
    RightsOfPlan(Counter& counter, Journal::Act& act, const PlanVersions& versions,
                 PlanChanged& changed)
        : m_counter{counter}, m_act{act}, m_versions{versions}, m_changed{changed}
    {
        m_removed = without(seatsThere(versions.before), seatsThere(versions.next));
    }

    Result<void> moveFor(const Performance& performance)
    {
        const auto selling = m_counter.offers().offer(performance.id);
        ++m_changed.performances;
        giveUpSeats(performance.id);
        if (auto leased = takeSeats(performance.id); !leased) {
            return leased;
        }
        return selling ? followCapacity(selling->offer) : Result<void>{};
    }

private:
    void giveUpSeats(PerformanceId performance)
    {
        if (m_removed.empty()) {
            return;
        }
        for (const StandingLease& lease :
             readStandingLeases(m_counter.database(), m_counter.organizer(), performance)) {
            auto gone = common(lease.seats, m_removed);
            if (gone.empty()) {
                continue;
            }
            if (lease.holder != m_counter.replica()) {
                m_changed.seatsElsewhere += countOf(gone);
                continue;
            }
            m_changed.seatsReturned += countOf(gone);
            m_act.append(kind::kSeatsReturned,
                         encode(SeatsReturned{performance, lease.holder, lease.lease,
                                              std::move(gone)}));
        }
    }

    Result<void> takeSeats(PerformanceId performance)
    {
        if (!m_counter.authority().isHere() || m_changed.difference.added.empty()) {
            return {};
        }
        const auto added = rangesOf(m_changed.difference.added);
        m_changed.seatsLeased += countOf(added);
        return m_counter.authority().leaseAllSeats(m_act, performance, added);
    }

    /// A limit that somebody set below the plan's places stays, as far as there are places.
    Result<void> follow(const Quota& quota, std::int64_t was, std::int64_t is)
    {
        const std::int64_t wanted = quota.capacity == was ? is : std::min(quota.capacity, is);
        return wanted == quota.capacity ? Result<void>{} : setCapacity(quota, wanted);
    }

    Result<void> followCapacity(const Offer& offer)
    {
        // Nothing but its quota limits a standing area.
        std::map<CategoryId, std::int64_t> areas = standingPlaces(m_versions.next, offer);
        const std::map<CategoryId, std::int64_t> before = standingPlaces(m_versions.before, offer);
        for (const auto& [category, places] : before) {
            areas.try_emplace(category, 0);
        }
        for (const Quota& quota : offer.quotas) {
            if (quota.coversAll()) {
                if (auto set = follow(quota, placesSold(m_versions.before, offer),
                                      placesSold(m_versions.next, offer));
                    !set) {
                    return set;
                }
            }
            if (!quota.types.empty() || quota.categories.size() != 1) {
                continue;
            }
            const auto area = areas.find(*quota.categories.begin());
            if (area == areas.end()) {
                continue;
            }
            const auto was = before.find(area->first);
            if (auto set = follow(quota, was != before.end() ? was->second : 0, area->second);
                !set) {
                return set;
            }
            areas.erase(area);
        }
        return limitNewAreas(offer, areas);
    }

    Result<void> limitNewAreas(const Offer& offer, const std::map<CategoryId, std::int64_t>& areas)
    {
        CatalogueWork work{m_counter, m_act};
        for (const auto& [category, places] : areas) {
            if (places > 0) {
                ++m_changed.capacities;
                if (auto made = writeNewQuota(work,
                                              Quota{QuotaId{work.newId()},
                                                    offer.performance.id,
                                                    offer.category(category)->name,
                                                    places,
                                                    {},
                                                    {category}});
                    !made) {
                    return made;
                }
            }
        }
        return {};
    }

    Result<void> setCapacity(const Quota& quota, std::int64_t wanted)
    {
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        const std::int64_t over = readGranted(database, us, quota.id) - wanted;
        const std::int64_t unspent = readRights(database, us, quota.id, m_counter.replica()).left();
        m_changed.capacitiesElsewhere += over > std::max<std::int64_t>(unspent, 0) ? 1U : 0U;
        ++m_changed.capacities;
        CatalogueWork work{m_counter, m_act};
        return writeCapacity(work, quota, wanted);
    }

    Counter& m_counter;
    Journal::Act& m_act;
    const PlanVersions& m_versions;
    PlanChanged& m_changed;
    std::vector<SeatRange> m_removed;
};

} // namespace

std::vector<Performance> comingWithPlan(Counter& counter, PlanId plan)
{
    std::vector<Performance> coming;
    const Instant now = counter.clock().now();
    // All there are: one that was postponed should have been at any time.
    readEntities(counter.database(), counter.organizer(), "performance",
                 [&](const Uuid& id, const Entity& entity) {
                     auto performance = performanceFrom(id, entity);
                     if (performance && performance->plan == plan && isToCome(*performance, now)) {
                         coming.push_back(*std::move(performance));
                     }
                 });
    std::ranges::stable_sort(coming, {}, &Performance::startsAt);
    return coming;
}

Result<void> moveRights(Counter& counter, Journal::Act& act, const PlanVersions& versions,
                        PlanChanged& changed)
{
    RightsOfPlan rights{counter, act, versions, changed};
    for (const Performance& performance : comingWithPlan(counter, versions.plan)) {
        if (auto moved = rights.moveFor(performance); !moved) {
            return moved;
        }
    }
    return {};
}

} // namespace foyer
