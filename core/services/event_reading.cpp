// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_reading.h"

#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/house_mail.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace foyer {
namespace {

constexpr std::size_t kIdPartMin = 6;

template <typename Value, typename From>
std::vector<Value> childrenOf(Counter& counter, const char* kind, const Uuid& parent, From from)
{
    std::vector<Value> values;
    readChildren(counter.database(), counter.organizer(), kind, parent,
                 [&](const Uuid& id, const Entity& entity) {
                     if (auto value = from(id, entity)) {
                         values.push_back(*std::move(value));
                     }
                 });
    return values;
}

template <typename Value>
void sortRanked(std::vector<Value>& values)
{
    std::ranges::sort(values, [](const Value& a, const Value& b) {
        return std::tie(a.rank, a.name, a.id) < std::tie(b.rank, b.name, b.id);
    });
}

bool isOverAll(const Quota& quota)
{
    return quota.coversAll() && !quota.isOff;
}

EventDate dateOf(Counter& counter, Performance performance)
{
    EventDate date{std::move(performance), {}, nullptr};
    date.quotas = childrenOf<Quota>(counter, "quota", date.performance.id.uuid, quotaFrom);
    std::ranges::sort(date.quotas, [](const Quota& a, const Quota& b) {
        return std::tuple{a.isOff, !isOverAll(a), a.name, a.id} <
            std::tuple{b.isOff, !isOverAll(b), b.name, b.id};
    });
    if (date.performance.plan) {
        date.plan = counter.offers().plan(*date.performance.plan);
    }
    return date;
}

void readDates(Counter& counter, EventDetails& details)
{
    for (Performance& performance :
         childrenOf<Performance>(counter, "performance", details.event.id.uuid, performanceFrom)) {
        details.dates.push_back(dateOf(counter, std::move(performance)));
    }
    std::ranges::sort(details.dates, [](const EventDate& a, const EventDate& b) {
        return std::tie(a.performance.startsAt, a.performance.id) <
            std::tie(b.performance.startsAt, b.performance.id);
    });
}

bool hasAllWords(const std::string& text, const std::string& search)
{
    std::size_t from = 0;
    while ((from = search.find_first_not_of(' ', from)) != std::string::npos) {
        const std::size_t end = std::min(search.find(' ', from), search.size());
        if (text.find(search.substr(from, end - from)) == std::string::npos) {
            return false;
        }
        from = end;
    }
    return true;
}

/// Of each event, what its dates say.
void countDates(Counter& counter, std::map<EventId, EventSummary>& summaries)
{
    for (auto& [id, event] : summaries) {
        readChildren(counter.database(), counter.organizer(), "performance", id.uuid,
                     [&event](const Uuid& dateId, const Entity& entity) {
                         const auto date = performanceFrom(dateId, entity);
                         if (!date) {
                             return;
                         }
                         ++event.dates;
                         if (!event.firstStart || date->startsAt < *event.firstStart) {
                             event.firstStart = date->startsAt;
                             event.timeZone = date->timeZone;
                         }
                         event.lastStart =
                             std::max(event.lastStart.value_or(date->startsAt), date->startsAt);
                     });
    }
}

bool isPartOfId(const std::string& id, const std::string& text)
{
    return text == id ||
        (text.size() >= kIdPartMin && (id.starts_with(text) || id.ends_with(text)));
}

Error ambiguous(const char* code, const std::string& text, std::vector<std::string> ids,
                const char* where)
{
    Error error =
        refused(code, "Several are meant by \"" + text + "\". Name one by its id.", where);
    error.facts = std::move(ids);
    return error;
}

} // namespace

std::string houseLanguage(Counter& counter)
{
    const std::string said = readMailSettings(counter.database(), counter.organizer()).language;
    return said.empty() ? "en" : said;
}

Result<EventDetails> readEventDetails(Counter& counter, EventId id)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    const auto entity = readEntity(database, us, "event", id.uuid);
    const auto event = entity ? eventFrom(id.uuid, *entity) : std::nullopt;
    const auto& house = counter.offers().organizer();
    if (!event || !house) {
        return refused("unknown_event", "There is no such event. Choose it again from the list.",
                       "event");
    }
    EventDetails details{
        .event = *event,
        .venue = {},
        .currency = event->currency.value_or(house->currency),
        .language = event->language.empty() ? houseLanguage(counter) : event->language,
        .categories = childrenOf<PriceCategory>(counter, "category", id.uuid, categoryFrom),
        .types = childrenOf<TicketType>(counter, "ticket_type", id.uuid, ticketTypeFrom),
        .fees = childrenOf<Fee>(counter, "fee", id.uuid, feeFrom),
        .taxes = {},
        .dates = {},
        .changes = readDateChanges(database, us, id)};
    if (const auto venue = readEntity(database, us, "venue", event->venue.uuid)) {
        details.venue = venueFrom(event->venue.uuid, *venue).value_or(Venue{});
    }
    readEntities(database, us, "tax", [&](const Uuid& tax, const Entity& one) {
        if (auto value = taxFrom(tax, one)) {
            details.taxes.push_back(*std::move(value));
        }
    });
    sortRanked(details.categories);
    sortRanked(details.types);
    std::ranges::sort(details.fees, {}, &Fee::name);
    std::ranges::sort(details.taxes, {}, &Tax::name);
    readDates(counter, details);
    return details;
}

const Quota* EventDate::whole() const
{
    return !quotas.empty() && isOverAll(quotas.front()) ? &quotas.front() : nullptr;
}

const EventDate* EventDetails::date(PerformanceId id) const
{
    const auto found = std::ranges::find_if(dates, [id](const EventDate& date) {
        return date.performance.id == id;
    });
    return found != dates.end() ? &*found : nullptr;
}

Result<std::vector<EventSummary>> events(Counter& counter, const std::optional<EventState>& state,
                                         const std::string& search)
{
    return guarded([&]() -> Result<std::vector<EventSummary>> {
        if (auto may = requireForSomeEvent(counter, Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        std::map<VenueId, std::string> venueNames;
        readEntities(counter.database(), counter.organizer(), "venue",
                     [&](const Uuid& id, const Entity& entity) {
                         venueNames.emplace(VenueId{id}, entity.text("name"));
                     });
        const std::string wanted = foldedForSearch(search);
        std::map<EventId, EventSummary> found;
        readEntities(
            counter.database(), counter.organizer(), "event",
            [&](const Uuid& id, const Entity& entity) {
                const auto event = eventFrom(id, entity);
                if (!event ||
                    !counter.access().may(Permission::EditCatalogue, {}, eventOnly(event->id)) ||
                    (state ? event->state != *state : event->state == EventState::Archived) ||
                    !hasAllWords(foldedForSearch(event->name + " " + event->subtitle), wanted)) {
                    return;
                }
                found[event->id] = {.id = event->id,
                                    .name = event->name,
                                    .subtitle = event->subtitle,
                                    .venue = venueNames[event->venue],
                                    .state = event->state,
                                    .dates = 0,
                                    .firstStart = {},
                                    .lastStart = {},
                                    .timeZone = {}};
            });
        countDates(counter, found);
        std::vector<EventSummary> list;
        for (auto& [id, summary] : found) {
            list.push_back(std::move(summary));
        }
        std::ranges::stable_sort(list, {}, &EventSummary::name);
        return list;
    });
}

Result<EventDetails> eventDetails(Counter& counter, EventId event)
{
    return guarded([&]() -> Result<EventDetails> {
        if (auto may = counter.access().require(Permission::EditCatalogue, eventOnly(event));
            !may) {
            return std::move(may).error();
        }
        return readEventDetails(counter, event);
    });
}

Result<EventId> eventNamed(Counter& counter, const std::string& text)
{
    return guarded([&]() -> Result<EventId> {
        if (auto may = requireForSomeEvent(counter, Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        std::vector<std::string> byId;
        std::vector<std::string> byName;
        const bool isAnyones = !counter.access().mayForSome(Permission::EditCatalogue) ||
            counter.access().may(Permission::EditCatalogue);
        const std::string folded = foldedForSearch(text);
        readEntities(counter.database(), counter.organizer(), "event",
                     [&](const Uuid& id, const Entity& entity) {
                         if (!isAnyones &&
                             !counter.access().may(Permission::EditCatalogue, {},
                                                   eventOnly(EventId{id}))) {
                             return; // of others, whose names are none of theirs
                         }
                         if (isPartOfId(id.text(), text)) {
                             byId.push_back(id.text());
                         }
                         if (foldedForSearch(entity.text("name")) == folded) {
                             byName.push_back(id.text());
                         }
                     });
        const auto& found = byId.empty() ? byName : byId;
        if (found.size() > 1) {
            return ambiguous("ambiguous_event", text, found, "event");
        }
        if (found.empty()) {
            return refused("unknown_event",
                           "There is no event \"" + text + "\". foyer-cli event list lists them.",
                           "event");
        }
        return EventId{*Uuid::fromText(found.front())};
    });
}

Result<PerformanceId> dateNamed(Counter& counter, const EventDetails& event,
                                const std::string& text)
{
    if (auto may = counter.access().require(Permission::EditCatalogue, eventOnly(event.event.id));
        !may) {
        return std::move(may).error();
    }
    std::vector<std::string> found;
    const auto shown = clockTimeFrom(text);
    for (const EventDate& date : event.dates) {
        const Performance& one = date.performance;
        if (text.empty() || isPartOfId(one.id.text(), text) ||
            (shown && clockTimeAt(one.startsAt, one.timeZone) == shown)) {
            found.push_back(one.id.text());
        }
    }
    if (found.size() > 1) {
        return ambiguous("ambiguous_date", text, std::move(found), "date");
    }
    if (found.empty()) {
        return refused("unknown_date",
                       event.event.name + " has no date \"" + text +
                           "\". foyer-cli event show lists them.",
                       "date");
    }
    return PerformanceId{*Uuid::fromText(found.front())};
}

} // namespace foyer
