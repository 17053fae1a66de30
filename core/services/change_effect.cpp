// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/change_effect.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/event_state.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/event_store.h"
#include "core/storage/held_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

Result<std::vector<PerformanceId>> datesMeant(Counter& counter, const PlannedChange& change)
{
    std::vector<PerformanceId> dates;
    const Instant now = counter.clock().now();
    readChildren(counter.database(), counter.organizer(), "performance", change.event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     const auto date = performanceFrom(id, entity);
                     const bool isMeant = date && (!change.date || date->id == *change.date) &&
                         (!change.onlyComing || isToCome(*date, now));
                     if (isMeant) {
                         dates.push_back(date->id);
                     }
                 });
    if (change.date && dates.empty()) {
        return refused("unknown_date", "There is no such date. Choose it again from the list.",
                       "date");
    }
    return dates;
}

/// Adds up what the tickets of dates say.
class EffectCount {
public:
    EffectCount(Counter& counter, const PlannedChange& change, Currency currency)
        : m_counter{counter}, m_change{change}, m_effect{.worth = Money{0, currency}}
    {}

    void add(PerformanceId date)
    {
        Database& database = m_counter.database();
        const OrganizerId us = m_counter.organizer();
        ++m_effect.dates;
        for (const TicketGroup& group : readTicketGroups(database, us, date)) {
            if (isMeant(group.type, group.category)) {
                m_effect.tickets += group.tickets;
                m_effect.worth += Money{group.gross, m_effect.worth.currency()};
            }
        }
        for (const TicketOwner& owner :
             readTicketOwners(database, us, date, m_change.type, m_change.category)) {
            if (m_orders.insert(owner.order).second && !owner.customer) {
                ++m_effect.unnamed;
            }
            if (owner.customer) {
                m_customers.insert(*owner.customer);
            }
        }
        if (m_change.type.isNil() && m_change.category.isNil()) {
            m_effect.admitted += readAdmitted(database, us, date);
        }
        for (const StoredHold& hold : readHolds(database, us, date)) {
            for (const auto& place : hold.places) {
                m_effect.held += isMeant(place.type, place.category) ? 1 : 0;
            }
        }
    }

    ChangeEffect take()
    {
        m_effect.orders = static_cast<std::int64_t>(m_orders.size());
        m_effect.customers = static_cast<std::int64_t>(m_customers.size());
        m_effect.withMail = std::ranges::count_if(m_customers, [this](const CustomerId customer) {
            const auto known = m_counter.customers().open(customer);
            return known && !known->details.email.empty();
        });
        return m_effect;
    }

private:
    bool isMeant(TicketTypeId type, CategoryId category) const
    {
        return (m_change.type.isNil() || m_change.type == type) &&
            (m_change.category.isNil() || m_change.category == category);
    }

    Counter& m_counter;
    const PlannedChange& m_change;
    ChangeEffect m_effect;
    std::set<OrderId> m_orders;
    std::set<CustomerId> m_customers;
};

} // namespace

Result<ChangeEffect::Capacity> capacityEffect(Counter& counter, QuotaId id, std::int64_t wanted)
{
    const auto entity = readEntity(counter.database(), counter.organizer(), "quota", id.uuid);
    const auto quota = entity ? quotaFrom(id.uuid, *entity) : std::nullopt;
    if (!quota) {
        return refused("unknown_quota", "There is no such quota. Choose it again from the list.",
                       "quota");
    }
    ChangeEffect::Capacity capacity{.before = quota->capacity, .after = wanted};
    std::int64_t heldHere = 0;
    std::int64_t heldElsewhere = 0;
    for (const Holding& holding : readHoldings(counter.database(), counter.organizer(), id)) {
        capacity.sold += holding.rights.spent - holding.rights.regained;
        const std::int64_t left = std::max<std::int64_t>(holding.rights.left(), 0);
        (holding.holder == counter.replica() ? heldHere : heldElsewhere) += left;
    }
    // What is out beyond the new capacity comes back from here first.
    const std::int64_t excess =
        std::max<std::int64_t>(capacity.sold + heldHere + heldElsewhere - wanted, 0);
    capacity.here = std::min(excess, heldHere);
    capacity.elsewhere = std::min(excess - capacity.here, heldElsewhere);
    capacity.beyond = std::max<std::int64_t>(capacity.sold - wanted, 0);
    return capacity;
}

Result<ChangeEffect> effectOf(Counter& counter, const PlannedChange& change)
{
    const auto entity =
        readEntity(counter.database(), counter.organizer(), "event", change.event.uuid);
    const auto event = entity ? eventFrom(change.event.uuid, *entity) : std::nullopt;
    const auto& house = counter.offers().organizer();
    if (!event || !house) {
        return refused("unknown_event", "There is no such event. Choose it again from the list.",
                       "event");
    }
    const auto dates = datesMeant(counter, change);
    if (!dates) {
        return dates.error();
    }
    EffectCount count{counter, change, event->currency.value_or(house->currency)};
    for (const PerformanceId date : *dates) {
        count.add(date);
    }
    ChangeEffect effect = count.take();
    if (!change.quota.isNil()) {
        const auto capacity = capacityEffect(counter, change.quota, change.capacity);
        if (!capacity) {
            return capacity.error();
        }
        effect.capacity = *capacity;
    }
    return effect;
}

Result<ChangeEffect> changeEffect(Counter& counter, const PlannedChange& change)
{
    return guarded([&]() -> Result<ChangeEffect> {
        if (auto may = counter.access().require(Permission::EditCatalogue, eventOnly(change.event));
            !may) {
            return std::move(may).error();
        }
        return effectOf(counter, change);
    });
}

} // namespace foyer
