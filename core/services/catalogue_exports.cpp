// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/catalogue_exports.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/catalogue/event_state.h"
#include "core/services/counter.h"
#include "core/services/exports.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/export_store.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

using Kind = ExportColumn::Kind;
using TakeRow = std::function<bool(const ExportRow&)>;

std::optional<std::string> timeCell(const std::optional<Instant>& time)
{
    return time ? std::optional{toRfc3339(*time)} : std::nullopt;
}

std::optional<std::string> textCell(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

/// Everything of a kind, read with the function that knows its fields.
template <typename Part>
std::vector<Part> partsOf(Database& database, OrganizerId organizer, const char* kind,
                          std::optional<Part> (*from)(const Uuid&, const Entity&))
{
    std::vector<Part> parts;
    readEntities(database, organizer, kind, [&](const Uuid& id, const Entity& entity) {
        if (auto part = from(id, entity)) {
            parts.push_back(*std::move(part));
        }
    });
    std::ranges::sort(parts, {}, &Part::id);
    return parts;
}

std::map<EventId, Currency> currenciesOf(Database& database, OrganizerId organizer)
{
    std::map<EventId, Currency> currencies;
    const auto houses = partsOf(database, organizer, "organizer", organizerFrom);
    for (const Event& event : partsOf(database, organizer, "event", eventFrom)) {
        if (event.currency || !houses.empty()) {
            currencies.emplace(event.id,
                               event.currency ? *event.currency : houses.front().currency);
        }
    }
    return currencies;
}

void writeEvents(Database& database, OrganizerId organizer, const TakeRow& take)
{
    std::map<VenueId, std::string> venues;
    for (const Venue& venue : partsOf(database, organizer, "venue", venueFrom)) {
        venues.emplace(venue.id, venue.name);
    }
    const auto currencies = currenciesOf(database, organizer);
    for (const Event& event : partsOf(database, organizer, "event", eventFrom)) {
        const auto venue = venues.find(event.venue);
        const auto currency = currencies.find(event.id);
        if (!take({event.id.text(), event.name, textCell(event.subtitle),
                   venue != venues.end() ? std::optional{venue->second} : std::nullopt,
                   std::string{eventStateName(event.state)},
                   currency != currencies.end()
                       ? std::optional{std::string{currency->second.code()}}
                       : std::nullopt})) {
            return;
        }
    }
}

void writeDates(Database& database, OrganizerId organizer, const TakeRow& take)
{
    for (const Performance& date : partsOf(database, organizer, "performance", performanceFrom)) {
        if (!take({date.id.text(), date.event.text(), toRfc3339(date.startsAt),
                   timeCell(date.doorsAt), timeCell(date.endsAt), date.timeZone,
                   std::string{dateStateName(date.state)},
                   date.plan ? std::optional{date.plan->text()} : std::nullopt})) {
            return;
        }
    }
}

void writeTypes(Database& database, OrganizerId organizer, const TakeRow& take)
{
    for (const TicketType& type : partsOf(database, organizer, "ticket_type", ticketTypeFrom)) {
        if (!take({type.id.text(), type.event.text(), type.name,
                   type.tax.isNil() ? std::nullopt : std::optional{type.tax.text()},
                   std::to_string(type.orderMax), type.isOff ? "1" : "0"})) {
            return;
        }
    }
}

void writePrices(Database& database, OrganizerId organizer, const TakeRow& take)
{
    std::map<CategoryId, std::string> categories;
    for (const auto& each : partsOf(database, organizer, "category", categoryFrom)) {
        categories.emplace(each.id, each.name);
    }
    const auto currencies = currenciesOf(database, organizer);
    for (const TicketType& type : partsOf(database, organizer, "ticket_type", ticketTypeFrom)) {
        const auto currency = currencies.find(type.event);
        for (const auto& [category, price] : type.prices) {
            const auto name = categories.find(category);
            if (currency != currencies.end() &&
                !take({type.event.text(), type.id.text(), category.text(),
                       name != categories.end() ? std::optional{name->second} : std::nullopt,
                       std::string{currency->second.code()},
                       toPlainText(Money{price, currency->second})})) {
                return;
            }
        }
    }
}

void writeQuotas(Database& database, OrganizerId organizer, const TakeRow& take)
{
    for (const Quota& quota : partsOf(database, organizer, "quota", quotaFrom)) {
        if (!take({quota.id.text(), quota.performance.text(), quota.name,
                   std::to_string(quota.capacity), quota.isOff ? "1" : "0"})) {
            return;
        }
    }
}

/// An event's dates with what calendars want to know of them.
void addPublicDates(Database& database, OrganizerId organizer, const Event& event,
                    const Venue& venue, std::vector<PublicDate>& dates)
{
    const EditsSince ofEvent = readEditsSince(database, organizer, event.id.uuid);
    const EditsSince ofVenue = readEditsSince(database, organizer, venue.id.uuid);
    readChildren(database, organizer, "performance", event.id.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     const auto date = performanceFrom(id, entity);
                     if (!date) {
                         return;
                     }
                     const EditsSince own = readEditsSince(database, organizer, id);
                     const std::int64_t edits = own.count + ofEvent.count + ofVenue.count;
                     const bool isOff = date->state == Performance::State::Cancelled ||
                         event.state == EventState::Cancelled;
                     dates.push_back(
                         {date->id, event.id, venue.id, event.name, event.subtitle, venue.name,
                          venue.address, date->startsAt, date->endsAt, date->timeZone, isOff, edits,
                          edits > 0
                              ? std::optional{std::max({own.last, ofEvent.last, ofVenue.last})}
                              : std::nullopt});
                 });
}

} // namespace

std::vector<ExportTable> catalogueTables()
{
    return {{"events",
             {{"id", Kind::Id},
              {"name", Kind::Text},
              {"subtitle", Kind::Text},
              {"venue", Kind::Text},
              {"state", Kind::Text},
              {"currency", Kind::Text}}},
            {"dates",
             {{"id", Kind::Id},
              {"event", Kind::Id},
              {"starts_at", Kind::Time},
              {"doors_at", Kind::Time},
              {"ends_at", Kind::Time},
              {"time_zone", Kind::Text},
              {"state", Kind::Text},
              {"plan", Kind::Id}}},
            {"types",
             {{"id", Kind::Id},
              {"event", Kind::Id},
              {"name", Kind::Text},
              {"tax", Kind::Id},
              {"order_max", Kind::Number},
              {"is_off", Kind::Number}}},
            {"prices",
             {{"event", Kind::Id},
              {"type", Kind::Id},
              {"category", Kind::Id},
              {"category_name", Kind::Text},
              {"currency", Kind::Text},
              {"amount", Kind::Amount}}},
            {"quotas",
             {{"id", Kind::Id},
              {"performance", Kind::Id},
              {"name", Kind::Text},
              {"capacity", Kind::Number},
              {"is_off", Kind::Number}}}};
}

bool writeCatalogueTable(Database& database, OrganizerId organizer, const std::string& table,
                         const std::function<bool(const ExportRow&)>& take)
{
    static const std::map<std::string, void (*)(Database&, OrganizerId, const TakeRow&)> kWriters{
        {"events", writeEvents},
        {"dates", writeDates},
        {"types", writeTypes},
        {"prices", writePrices},
        {"quotas", writeQuotas}};
    const auto writer = kWriters.find(table);
    if (writer == kWriters.end()) {
        return false;
    }
    writer->second(database, organizer, take);
    return true;
}

std::map<Uuid, std::string> readTaxRates(Database& database, OrganizerId organizer)
{
    std::map<Uuid, std::string> rates;
    for (const Tax& tax : partsOf(database, organizer, "tax", taxFrom)) {
        const std::string decimals = std::to_string(tax.rateMilliPercent % 1000);
        rates.emplace(tax.id.uuid,
                      std::to_string(tax.rateMilliPercent / 1000) + "." +
                          std::string(3 - decimals.size(), '0') + decimals);
    }
    return rates;
}

Result<std::vector<PublicDate>> publicDates(Counter& counter, std::optional<VenueId> venue,
                                            std::optional<EventId> event)
{
    return guarded([&]() -> Result<std::vector<PublicDate>> {
        Database& database = counter.database();
        const OrganizerId organizer = counter.organizer();
        const auto venues = partsOf(database, organizer, "venue", venueFrom);
        std::vector<PublicDate> dates;
        for (const Event& each : partsOf(database, organizer, "event", eventFrom)) {
            const auto where = std::ranges::find(venues, each.venue, &Venue::id);
            if (each.state == EventState::Draft || each.state == EventState::Archived ||
                where == venues.end() || (venue && each.venue != *venue) ||
                (event && each.id != *event)) {
                continue;
            }
            addPublicDates(database, organizer, each, *where, dates);
        }
        std::ranges::sort(dates, [](const PublicDate& a, const PublicDate& b) {
            return std::pair{a.startsAt, a.performance} < std::pair{b.startsAt, b.performance};
        });
        return dates;
    });
}

} // namespace foyer
