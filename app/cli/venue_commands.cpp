// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"
#include "app/cli/event_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/venue_editing.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

Json venueForm(const Venue& venue)
{
    return {{"id", venue.id.text()},
            {"name", venue.name},
            {"address", venue.address},
            {"time_zone", venue.timeZone}};
}

std::string rateText(const Tax& tax)
{
    return toPlainText(Money{tax.rateMilliPercent, *Currency::fromCode("KWD")}); // thousandths
}

Json taxForm(const Tax& tax)
{
    return {{"id", tax.id.text()},
            {"name", tax.name},
            {"rate", rateText(tax)},
            {"inclusive", tax.inclusive}};
}

} // namespace

Result<Answer> run(const VenueListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = venues(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Venue& venue : *list) {
        forms.push_back(venueForm(venue));
        cells.push_back({venue.name, venue.timeZone});
    }
    return Answer{line(Json{{"venues", forms}}),
                  cells.empty() ? "There are no venues yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const VenueSaveCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const VenueChange change{.name = command.isNew ? std::optional{command.venue} : command.name,
                             .address = command.address,
                             .timeZone = command.timeZone};
    if (command.isNew) {
        if (const auto made = createVenue(**counter, change); !made) {
            return made.error();
        }
    } else {
        const auto known = venueNamed(**counter, command.venue);
        if (!known) {
            return known.error();
        }
        if (auto edited = editVenue(**counter, known->id, change); !edited) {
            return std::move(edited).error();
        }
    }
    const auto now = venueNamed(**counter, command.name.value_or(command.venue));
    if (!now) {
        return now.error();
    }
    return Answer{line(Json{{"venue", venueForm(*now)}}),
                  now->name + ", " + now->timeZone + "\n",
                  {}};
}

Result<Answer> run(const TaxListCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = taxes(**counter);
    if (!list) {
        return list.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Tax& tax : *list) {
        forms.push_back(taxForm(tax));
        cells.push_back({tax.name, rateText(tax) + " %", tax.inclusive ? "included" : "on top"});
    }
    return Answer{line(Json{{"taxes", forms}}),
                  cells.empty() ? "There are no taxes yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const TaxSaveCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    TaxChange change{.name = command.isNew ? std::optional{command.tax} : command.name,
                     .rateMilliPercent = {},
                     .inclusive = offTyped(command.inclusive, command.exclusive)};
    if (command.rate) {
        const auto rate = readPercent(*command.rate, "--rate");
        if (!rate) {
            return rate.error();
        }
        change.rateMilliPercent = *rate;
    }
    TaxId id;
    if (command.isNew) {
        const auto made = createTax(**counter, change);
        if (!made) {
            return made.error();
        }
        id = *made;
    } else {
        const auto known = taxTyped(**counter, command.tax);
        if (!known) {
            return known.error();
        }
        id = *known;
        if (auto edited = editTax(**counter, id, change); !edited) {
            return std::move(edited).error();
        }
    }
    const auto all = taxes(**counter);
    if (!all) {
        return all.error();
    }
    const auto now = std::ranges::find(*all, id, &Tax::id);
    return Answer{line(Json{{"tax", taxForm(*now)}}),
                  now->name + ", " + rateText(*now) + " %\n",
                  {}};
}

} // namespace foyer::cli
