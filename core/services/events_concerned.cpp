// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/events_concerned.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"

#include <set>

namespace foyer {
namespace {

/// Nil of a performance that is not known: nobody has a role there.
EventId eventOfPerformance(Counter& counter, PerformanceId id)
{
    const auto entity = readEntity(counter.database(), counter.organizer(), "performance", id.uuid);
    const auto performance = entity ? performanceFrom(id.uuid, *entity) : std::nullopt;
    return performance ? performance->event : EventId{};
}

std::vector<EventId> eventsOfPerformances(Counter& counter, const std::set<PerformanceId>& all)
{
    std::set<EventId> events;
    for (const PerformanceId performance : all) {
        events.insert(eventOfPerformance(counter, performance));
    }
    return {events.begin(), events.end()};
}

std::set<PerformanceId> performancesOf(Counter& counter, OrderId id)
{
    std::set<PerformanceId> performances;
    if (const auto order = readOrder(counter.database(), counter.organizer(), id)) {
        for (const Ticket& ticket : order->tickets) {
            performances.insert(ticket.performance);
        }
    }
    return performances;
}

} // namespace

EventsConcerned eventOnly(EventId event)
{
    return [event] { return std::vector{event}; };
}

EventsConcerned eventOf(Counter& counter, PerformanceId performance)
{
    return
        [&counter, performance] { return std::vector{eventOfPerformance(counter, performance)}; };
}

EventsConcerned eventOf(Counter& counter, TicketId ticket)
{
    return [&counter, ticket]() -> std::vector<EventId> {
        const auto found = readTicket(counter.database(), counter.organizer(), ticket);
        return {found ? eventOfPerformance(counter, found->performance) : EventId{}};
    };
}

EventsConcerned eventOf(Counter& counter, QuotaId quota)
{
    return [&counter, quota]() -> std::vector<EventId> {
        const auto entity =
            readEntity(counter.database(), counter.organizer(), "quota", quota.uuid);
        const auto found = entity ? quotaFrom(quota.uuid, *entity) : std::nullopt;
        return {found ? eventOfPerformance(counter, found->performance) : EventId{}};
    };
}

EventsConcerned eventOfPart(Counter& counter, const char* kind, const Uuid& id)
{
    return [&counter, kind, id]() -> std::vector<EventId> {
        const auto entity = readEntity(counter.database(), counter.organizer(), kind, id);
        return {entity ? EventId{entity->uuid("event")} : EventId{}};
    };
}

EventsConcerned eventsIn(Counter& counter, const Cart& cart)
{
    return [&counter, &cart]() -> std::vector<EventId> {
        if (cart.donationMinor != 0) {
            return {};
        }
        std::set<PerformanceId> performances;
        for (const CartItem& item : cart.items) {
            performances.insert(item.performance);
        }
        return eventsOfPerformances(counter, performances);
    };
}

EventsConcerned eventsOf(Counter& counter, OrderId order)
{
    return
        [&counter, order] { return eventsOfPerformances(counter, performancesOf(counter, order)); };
}

EventsConcerned eventsOf(Counter& counter, const ExchangeRequest& request)
{
    return [&counter, &request] {
        auto performances = performancesOf(counter, request.order);
        for (const ExchangeRequest::Step& step : request.steps) {
            performances.insert(step.to.performance);
        }
        return eventsOfPerformances(counter, performances);
    };
}

EventsConcerned eventsOf(Counter& counter, const ReportScope& scope)
{
    return [&counter, &scope]() -> std::vector<EventId> {
        if (!scope.performances.empty()) {
            return eventsOfPerformances(counter,
                                        {scope.performances.begin(), scope.performances.end()});
        }
        return scope.event ? std::vector{*scope.event} : std::vector<EventId>{};
    };
}

EventsConcerned anyEventWhereMay(Counter& counter, Permission permission)
{
    return [&counter, permission]() -> std::vector<EventId> {
        if (const auto& current = counter.access().current()) {
            for (const auto& [event, role] : current->eventRoles) {
                if (role.may(permission)) {
                    return {event};
                }
            }
        }
        return {};
    };
}

Result<void> requireForSomeEvent(Counter& counter, Permission permission)
{
    return counter.access().mayForSome(permission) ? Result<void>{}
                                                   : counter.access().require(permission);
}

} // namespace foyer
