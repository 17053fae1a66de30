// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/plan_rights.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kShownForMs = 4 * 3'600'000; // a performance is listed until it is over

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
    Result<void> followCapacity(const Offer& offer)
    {
        const std::int64_t was = placesSold(m_versions.before, offer);
        const std::int64_t is = placesSold(m_versions.next, offer);
        for (Quota quota : offer.quotas) {
            if (!quota.types.empty() || !quota.categories.empty()) {
                continue;
            }
            const std::int64_t wanted = quota.capacity == was ? is : std::min(quota.capacity, is);
            if (wanted == quota.capacity) {
                continue;
            }
            if (auto set = setCapacity(std::move(quota), wanted); !set) {
                return set;
            }
        }
        return {};
    }

    Result<void> setCapacity(Quota quota, std::int64_t wanted)
    {
        const std::int64_t change = wanted - quota.capacity;
        quota.capacity = wanted;
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        if (change < 0) {
            const std::int64_t unspent =
                readRights(database, us, quota.id, m_counter.replica()).left();
            const std::int64_t over = readGranted(database, us, quota.id) - wanted;
            const std::int64_t back = std::min(unspent, over);
            if (back > 0) {
                m_act.append(kind::kAllotmentReturned,
                             encode(Allotment{quota.id, m_counter.replica(), back}));
            }
            m_changed.capacitiesElsewhere += over > std::max<std::int64_t>(back, 0) ? 1U : 0U;
        }
        appendEdit(m_act, database, us, kind::kQuotaEdited,
                   {quota.id.uuid, {{"capacity", quota.capacity}}});
        ++m_changed.capacities;
        if (change > 0 && m_counter.authority().isHere()) {
            return m_counter.authority().topUp(m_act, quota, change);
        }
        return {};
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
    readPerformancesFrom(counter.database(), counter.organizer(),
                         Instant{counter.clock().now().ms - kShownForMs},
                         [&](const Uuid& id, const Entity& entity) {
                             auto performance = performanceFrom(id, entity);
                             if (performance && performance->plan == plan) {
                                 coming.push_back(*std::move(performance));
                             }
                         });
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
