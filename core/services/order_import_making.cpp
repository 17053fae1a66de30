// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_making.h"

#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/services/event_import.h"
#include "core/services/event_publishing.h"
#include "core/services/order_import.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <map>
#include <set>

namespace foyer {
namespace {

constexpr std::size_t kMissingPartsMax = 20'000; // events, dates and types together
constexpr const char* kAnywhere = "General admission";

/// What orders say of an event that is not here.
struct MissingEvent {
    std::string name;
    std::string currency;
    std::map<std::string, std::int64_t> types; ///< with the first price that somebody paid
    std::set<std::string> categories;
    std::map<std::string, std::int64_t> dates; ///< starts there, and how many come
};
using MissingEvents = std::map<std::string, MissingEvent>;

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

EventFile fileOf(const MissingEvent& missing, const Venue& venue)
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

/// Adds what an order says; how many parts are new by it.
std::size_t noteMissing(MissingEvents& events, const ImportedOrder& order,
                        const ImportMatching& matching, const std::string& timeZone)
{
    std::size_t fresh = 0;
    for (const ImportedTicket& ticket : order.tickets) {
        if (ticket.isCancelled || ticket.event.empty() || matching.knowsEvent(ticket.event) ||
            !Currency::fromCode(order.currency)) {
            continue;
        }
        MissingEvent& event = events[foldedForSearch(ticket.event)];
        if (event.name.empty()) {
            event.name = ticket.event;
            event.currency = order.currency;
            ++fresh;
        }
        fresh += event.types.emplace(ticket.type, std::max<std::int64_t>(ticket.gross, 0)).second;
        event.categories.insert(ticket.category.empty() ? kAnywhere : ticket.category);
        std::int64_t& count = event.dates[startThere(ticket, timeZone)];
        fresh += count++ == 0 ? 1 : 0;
    }
    return fresh;
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

Result<void> makeMissingEvents(Counter& counter, const OrderSource& source,
                               const OrderImportTerms& terms, const ImportMatching& matching,
                               OrderImportReport& report, bool onlyCheck)
{
    MissingEvents events;
    std::size_t parts = 0;
    // Where nothing is missing, no venue has to be said.
    const auto venue = venueFor(counter, terms.venue);
    const std::string zone = venue ? venue->timeZone : std::string{"UTC"};
    const auto read = source.read([&](ImportedOrder&& order) {
        if (order.state == ImportedOrder::State::Paid && !order.fault) {
            parts += noteMissing(events, order, matching, zone);
        }
        return parts <= kMissingPartsMax;
    });
    if (!read) {
        return read;
    }
    if (parts > kMissingPartsMax) {
        return badInput("too_many_events",
                        "The orders name more events and types than can be made at once.");
    }
    if (!events.empty() && !venue) {
        return venue.error();
    }
    for (const auto& [key, missing] : events) {
        const auto made = importEvent(counter, fileOf(missing, *venue), onlyCheck);
        if (!made) {
            Error error = made.error();
            error.message = "\"" + missing.name + "\" cannot be made: " + error.message;
            return error;
        }
        report.eventsMade.push_back(missing.name);
        if (onlyCheck) {
            continue;
        }
        // A draft that lacks something stays one; its tickets are good all the same.
        (void)(isAllOver(counter, *made) ? archiveEvent(counter, *made)
                                         : publishEvent(counter, *made));
    }
    return {};
}

} // namespace foyer
