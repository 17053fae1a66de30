// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_making.h"

#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/services/event_publishing.h"
#include "core/services/order_import.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kMissingPartsMax = 20'000; // events, dates and types together
constexpr const char* kAnywhere = "General admission";

Result<Venue> venueFor(Counter& counter, const std::string& name)
{
    std::vector<Venue> venues;
    readEntities(counter.database(), counter.organizer(), "venue",
                 [&](const Uuid& id, const Entity& entity) {
                     const auto venue = venueFrom(id, entity);
                     if (venue &&
                         (name.empty() || foldedForSearch(venue->name) == foldedForSearch(name))) {
                         venues.push_back(*venue);
                     }
                 });
    if (venues.size() == 1) {
        return venues.front();
    }
    return badInput("venue_missing", "Say at which venue of this house the new events are.",
                    "venue");
}

std::string startThere(const ImportedTicket& ticket, const std::string& timeZone)
{
    const auto clock = ticket.startsAt ? clockTimeAt(*ticket.startsAt, timeZone) : std::nullopt;
    const std::string text = clock ? clockText(*clock) : ticket.starts;
    return text.size() == 10 ? text + " 00:00" : text; // a day without a time
}

bool isAllOver(Counter& counter, EventId event)
{
    bool isOver = true;
    readChildren(counter.database(), counter.organizer(), "performance", event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     const auto date = performanceFrom(id, entity);
                     isOver = isOver && date && date->startsAt < counter.clock().now();
                 });
    return isOver;
}

} // namespace

MissingEvents::MissingEvents(Counter& counter, const OrderImportTerms& terms)
    : m_venue{venueFor(counter, terms.venue)}
{}

EventFile MissingEvents::fileOf(const Event& missing, const Venue& venue)
{
    EventFile file{.event = {.name = missing.name},
                   .venue = venue.name,
                   .currency = missing.currency,
                   .categories = {},
                   .types = {},
                   .fees = {},
                   .dates = {}};
    const auto currency = Currency::fromCode(missing.currency);
    for (const std::string& category : missing.categories) {
        file.categories.push_back({.name = category});
    }
    for (const auto& [name, price] : missing.types) {
        FileType type{.name = name,
                      .tax = {},
                      .orderMax = 0,
                      .prices = {},
                      .early = {},
                      .onSaleFrom = {},
                      .onSaleUntil = {}};
        for (const std::string& category : missing.categories) {
            type.prices[category] = toPlainText(Money{price, *currency});
        }
        file.types.push_back(std::move(type));
    }
    for (const auto& [starts, count] : missing.dates) {
        FileDate date;
        date.starts = starts;
        date.capacity = count;
        file.dates.push_back(std::move(date));
    }
    return file;
}

std::size_t MissingEvents::add(const ImportedTicket& ticket, const std::string& currency)
{
    std::size_t fresh = 0;
    Event& event = m_events[foldedForSearch(ticket.event)];
    if (event.name.empty()) {
        event.name = ticket.event;
        event.currency = currency;
        ++fresh;
    }
    fresh += event.types.emplace(ticket.type, std::max<std::int64_t>(ticket.gross, 0)).second;
    event.categories.insert(ticket.category.empty() ? kAnywhere : ticket.category);
    std::int64_t& count =
        event.dates[startThere(ticket, m_venue ? m_venue->timeZone : std::string{"UTC"})];
    return fresh + (count++ == 0 ? 1 : 0);
}

Result<void> MissingEvents::note(const ImportedOrder& order, const ImportMatching& matching)
{
    if (order.state != ImportedOrder::State::Paid || order.fault ||
        !Currency::fromCode(order.currency)) {
        return {};
    }
    for (const ImportedTicket& ticket : order.tickets) {
        if (!ticket.isCancelled && !ticket.event.empty() && !matching.knowsEvent(ticket.event)) {
            m_parts += add(ticket, order.currency);
        }
    }
    return m_parts <= kMissingPartsMax
        ? Result<void>{}
        : badInput("too_many_events",
                   "The orders name more events and types than can be made at once.");
}

Result<bool> MissingEvents::make(Counter& counter, std::size_t eventsMax, OrderImportReport& report,
                                 bool onlyCheck)
{
    if (!m_events.empty() && !m_venue) {
        return m_venue.error();
    }
    for (std::size_t made = 0; made < eventsMax && !m_events.empty(); ++made) {
        const Event& missing = m_events.begin()->second;
        const auto event = importEvent(counter, fileOf(missing, *m_venue), onlyCheck);
        if (!event) {
            Error error = event.error();
            error.message = "\"" + missing.name + "\" cannot be made: " + error.message;
            return error;
        }
        report.eventsMade.push_back(missing.name);
        if (!onlyCheck) {
            // A draft that lacks something stays one; its tickets are good all the same.
            (void)(isAllOver(counter, *event) ? archiveEvent(counter, *event)
                                              : publishEvent(counter, *event));
        }
        m_events.erase(m_events.begin());
    }
    return m_events.empty();
}

} // namespace foyer
