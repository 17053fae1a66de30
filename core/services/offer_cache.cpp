// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/offer_cache.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/seating/plan_codec.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/deal_store.h"

#include <algorithm>
#include <tuple>

namespace foyer {
namespace {

constexpr std::size_t kOffersKept = 512;

/// Reads the children of a parent as values and sorts them by rank, then name.
template <typename Value, typename From>
std::vector<Value> children(Database& database, OrganizerId organizer, std::string_view kind,
                            const Uuid& parent, From from)
{
    std::vector<Value> values;
    readChildren(database, organizer, kind, parent, [&](const Uuid& id, const Entity& entity) {
        if (auto value = from(id, entity)) {
            values.push_back(*std::move(value));
        }
    });
    return values;
}

template <typename Value>
void sortByRank(std::vector<Value>& values)
{
    std::ranges::sort(values, [](const Value& a, const Value& b) {
        return std::tie(a.rank, a.name, a.id) < std::tie(b.rank, b.name, b.id);
    });
}

/// The types as they are sold on this date: with its prices, and none where they are withdrawn or
/// their category is not for sale.
void sellable(Offer& offer)
{
    for (TicketType& type : offer.types) {
        type = typeOnDate(std::move(type), offer.performance);
        if (type.isOff) {
            type.prices.clear();
            type.steps.clear();
        }
        for (const PriceCategory& category : offer.categories) {
            if (category.isOff) {
                type.prices.erase(category.id);
                for (PriceStep& step : type.steps) {
                    step.prices.erase(category.id);
                }
            }
        }
    }
}

} // namespace

bool SellingOffer::mayBeSoldHere(SeatNumber seat) const
{
    return contains(leases, seat);
}

std::shared_ptr<const SellingOffer> OfferCache::offer(PerformanceId performance)
{
    const auto known = m_offers.find(performance);
    if (known != m_offers.end()) {
        return known->second;
    }
    auto offer = read(performance);
    if (offer) {
        if (m_offers.size() >= kOffersKept) {
            m_offers.clear();
        }
        m_offers.emplace(performance, offer);
    }
    return offer;
}

std::shared_ptr<const SellingOffer> OfferCache::read(PerformanceId performance)
{
    const OrganizerId us = m_identity.organizer;
    const auto entity = readEntity(m_database, us, "performance", performance.uuid);
    const auto found = entity ? performanceFrom(performance.uuid, *entity) : std::nullopt;
    const auto eventEntity =
        found ? readEntity(m_database, us, "event", found->event.uuid) : std::nullopt;
    const auto event = eventEntity ? eventFrom(found->event.uuid, *eventEntity) : std::nullopt;
    const auto venueEntity =
        event ? readEntity(m_database, us, "venue", event->venue.uuid) : std::nullopt;
    const auto venue = venueEntity ? venueFrom(event->venue.uuid, *venueEntity) : std::nullopt;
    const auto& seller = organizer();
    if (!venue || !seller) {
        return nullptr;
    }
    auto selling = std::make_shared<SellingOffer>(SellingOffer{
        {.organizer = *seller, .venue = *venue, .event = *event, .performance = *found},
        readLeases(m_database, us, performance, m_identity.replica)});
    Offer& offer = selling->offer;
    offer.organizer.currency = event->currency.value_or(seller->currency);
    const Uuid parent = event->id.uuid;
    offer.categories = children<PriceCategory>(m_database, us, "category", parent, categoryFrom);
    offer.types = children<TicketType>(m_database, us, "ticket_type", parent, ticketTypeFrom);
    offer.fees = children<Fee>(m_database, us, "fee", parent, feeFrom);
    offer.quotas = children<Quota>(m_database, us, "quota", performance.uuid, quotaFrom);
    offer.bundles = readBundles(m_database, us, event->id);
    readEntities(m_database, us, "tax", [&](const Uuid& id, const Entity& tax) {
        if (const auto value = taxFrom(id, tax)) {
            offer.taxes.push_back(*value);
        }
    });
    std::erase_if(offer.fees, &Fee::isOff);
    std::erase_if(offer.quotas, &Quota::isOff);
    sellable(offer);
    sortByRank(offer.categories);
    sortByRank(offer.types);
    std::ranges::sort(offer.fees, {}, &Fee::name);
    if (found->plan) {
        offer.plan = plan(*found->plan);
    }
    return selling;
}

std::shared_ptr<const SeatingPlan> OfferCache::plan(PlanId plan)
{
    const auto known = m_plans.find(plan);
    if (known != m_plans.end()) {
        return known->second;
    }
    const auto entity = readEntity(m_database, m_identity.organizer, "plan", plan.uuid);
    if (!entity) {
        return nullptr;
    }
    auto decoded = decodePlan(entity->bytes("content"));
    if (!decoded) {
        throw StorageFailure{decoded.error()};
    }
    auto shared = std::make_shared<const SeatingPlan>(*std::move(decoded));
    m_plans.emplace(plan, shared);
    return shared;
}

const SeatFinder& OfferCache::finder(PlanId plan)
{
    const auto known = m_finders.find(plan);
    if (known != m_finders.end()) {
        return known->second;
    }
    return m_finders.emplace(plan, SeatFinder{*this->plan(plan)}).first->second;
}

const std::optional<Organizer>& OfferCache::organizer()
{
    if (!m_organizer) {
        const OrganizerId us = m_identity.organizer;
        const auto entity = readEntity(m_database, us, "organizer", us.uuid);
        m_organizer = entity ? organizerFrom(us.uuid, *entity) : std::nullopt;
    }
    return m_organizer;
}

void OfferCache::clear()
{
    ++m_edition;
    m_organizer.reset();
    m_offers.clear();
}

void OfferCache::clearPlans()
{
    clear();
    m_plans.clear();
    m_finders.clear();
}

} // namespace foyer
