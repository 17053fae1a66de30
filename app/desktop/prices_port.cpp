// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/prices_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/cash_rounding.h"
#include "core/services/catalogue.h"
#include "core/services/deals.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"

#include <algorithm>

namespace foyer::desktop {
namespace {

ui::PricedEvent pricedEvent(const Offer& offer)
{
    ui::PricedEvent event{.id = offer.event.id,
                          .name = offer.event.name,
                          .currency = offer.organizer.currency,
                          .types = {},
                          .categories = {}};
    for (const TicketType& type : offer.types) {
        event.types.emplace_back(type.id, type.name);
    }
    for (const PriceCategory& category : offer.categories) {
        event.categories.emplace_back(category.id, category.name);
    }
    return event;
}

/// The events of what is still to come, by name.
std::vector<ui::PricedEvent> comingEvents(Counter& counter)
{
    std::vector<ui::PricedEvent> events;
    const auto coming = performances(counter, counter.clock().now());
    for (const PerformanceSummary& each : coming ? *coming : std::vector<PerformanceSummary>{}) {
        const auto offer = offerOf(counter, each.id);
        if (offer &&
            std::ranges::find(events, (*offer)->event.id, &ui::PricedEvent::id) == events.end()) {
            events.push_back(pricedEvent(**offer));
        }
    }
    std::ranges::sort(events, {}, &ui::PricedEvent::name);
    return events;
}

Result<ui::PricesState> stateOf(Counter& counter)
{
    return guarded([&]() -> Result<ui::PricesState> {
        const auto codes = promoCodes(counter);
        if (!codes) {
            return codes.error();
        }
        auto known = bundles(counter);
        if (!known) {
            return std::move(known).error();
        }
        const auto& organizer = counter.offers().organizer();
        ui::PricesState state{.codes = {},
                              .bundles = *std::move(known),
                              .events = comingEvents(counter),
                              .currency = houseCurrency(counter),
                              .timeZone = organizer && !organizer->timeZone.empty()
                                  ? organizer->timeZone
                                  : "UTC"};
        for (const PromoCodeUse& use : *codes) {
            state.codes.push_back({use.code, use.used});
        }
        return state;
    });
}

} // namespace

void CounterPricesPort::state(Then<ui::PricesState> then)
{
    m_store.ask<ui::PricesState>([](Counter& counter) { return stateOf(counter); },
                                 std::move(then));
}

void CounterPricesPort::setCode(const PromoCode& code, Then<ui::PricesState> then)
{
    m_store.ask<ui::PricesState>(
        [code](Counter& counter) -> Result<ui::PricesState> {
            const auto set = setPromoCode(counter, code);
            return set ? stateOf(counter) : set.error();
        },
        std::move(then));
}

void CounterPricesPort::setBundle(const Bundle& bundle, Then<ui::PricesState> then)
{
    m_store.ask<ui::PricesState>(
        [bundle](Counter& counter) -> Result<ui::PricesState> {
            const auto set = foyer::setBundle(counter, bundle);
            return set ? stateOf(counter) : set.error();
        },
        std::move(then));
}

} // namespace foyer::desktop
