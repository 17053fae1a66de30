// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/venue_editing.h"

#include "core/calendar/local_instant.h"
#include "core/services/access_control.h"
#include "core/services/catalogue_editing.h"
#include "core/services/events_concerned.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>

namespace foyer {
namespace {

template <typename Value, typename From>
std::vector<Value> allNamed(Counter& counter, const char* kind, From from)
{
    std::vector<Value> all;
    readEntities(counter.database(), counter.organizer(), kind,
                 [&](const Uuid& id, const Entity& entity) {
                     if (auto value = from(id, entity)) {
                         all.push_back(*std::move(value));
                     }
                 });
    std::ranges::sort(all, {}, &Value::name);
    return all;
}

template <typename Value, typename IdType>
bool isNameTaken(const std::vector<Value>& known, const Changed<std::string>& name, IdType self)
{
    return name && std::ranges::any_of(known, [&](const Value& other) {
               return other.name == *name && other.id != self;
           });
}

Result<void> checkVenue(Counter& counter, VenueId id, const VenueChange& change)
{
    if (auto sound = firstOf(faultsOf(change)); !sound) {
        return sound;
    }
    if (change.timeZone && !isTimeZoneKnown(*change.timeZone)) {
        return badInput("unknown_time_zone",
                        "\"" + *change.timeZone +
                            "\" is not a time zone of this computer. Use an IANA name, such as "
                            "Europe/Berlin.",
                        "time_zone");
    }
    return isNameTaken(allNamed<Venue>(counter, "venue", venueFrom), change.name, id)
        ? Result<void>{nameTaken(*change.name)}
        : Result<void>{};
}

Result<void> checkTax(Counter& counter, TaxId id, const TaxChange& change)
{
    if (auto sound = firstOf(faultsOf(change)); !sound) {
        return sound;
    }
    return isNameTaken(allNamed<Tax>(counter, "tax", taxFrom), change.name, id)
        ? Result<void>{nameTaken(*change.name)}
        : Result<void>{};
}

} // namespace

Result<std::vector<Venue>> venues(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Venue>> {
        if (auto may = requireForSomeEvent(counter, Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        return allNamed<Venue>(counter, "venue", venueFrom);
    });
}

Result<Venue> venueNamed(Counter& counter, const std::string& text)
{
    const auto all = venues(counter);
    if (!all) {
        return all.error();
    }
    for (const Venue& venue : *all) {
        if (venue.name == text || venue.id.text() == text) {
            return venue;
        }
    }
    return refused("unknown_venue",
                   "There is no venue \"" + text + "\". Add it first, or correct the name.",
                   "venue");
}

Result<VenueId> createVenue(Counter& counter, const VenueChange& venue)
{
    VenueChange whole = venue;
    whole.name = venue.name.value_or("");
    whole.address = venue.address.value_or("");
    return madeInCatalogue<VenueId>(counter, [&](CatalogueWork& work) -> Result<VenueId> {
        const auto& house = counter.offers().organizer();
        whole.timeZone = venue.timeZone.value_or(house ? house->timeZone : "UTC");
        if (auto sound = checkVenue(counter, {}, whole); !sound) {
            return std::move(sound).error();
        }
        const VenueId id{work.newId()};
        work.edit(kind::kVenueEdited, editOf(id, whole));
        return id;
    });
}

Result<void> editVenue(Counter& counter, VenueId venue, const VenueChange& change)
{
    return editCatalogue(counter, [&](CatalogueWork& work) -> Result<void> {
        if (auto known = work.venue(venue); !known) {
            return std::move(known).error();
        }
        if (auto sound = checkVenue(counter, venue, change); !sound) {
            return sound;
        }
        work.edit(kind::kVenueEdited, editOf(venue, change));
        return {};
    });
}

Result<std::vector<Tax>> taxes(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Tax>> {
        if (auto may = requireForSomeEvent(counter, Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        return allNamed<Tax>(counter, "tax", taxFrom);
    });
}

Result<TaxId> createTax(Counter& counter, const TaxChange& tax)
{
    TaxChange whole = tax;
    whole.name = tax.name.value_or("");
    whole.inclusive = tax.inclusive.value_or(true);
    whole.rateMilliPercent = tax.rateMilliPercent.value_or(-1); // to be said
    return madeInCatalogue<TaxId>(counter, [&](CatalogueWork& work) -> Result<TaxId> {
        if (auto sound = checkTax(counter, {}, whole); !sound) {
            return std::move(sound).error();
        }
        const TaxId id{work.newId()};
        work.edit(kind::kTaxEdited, editOf(id, whole));
        return id;
    });
}

Result<void> editTax(Counter& counter, TaxId tax, const TaxChange& change)
{
    return editCatalogue(counter, [&](CatalogueWork& work) -> Result<void> {
        if (auto known = work.tax(tax); !known || tax.isNil()) {
            return known ? refused("unknown_tax", "There is no such tax.", "tax")
                         : std::move(known).error();
        }
        if (auto sound = checkTax(counter, tax, change); !sound) {
            return sound;
        }
        work.edit(kind::kTaxEdited, editOf(tax, change));
        return {};
    });
}

} // namespace foyer
