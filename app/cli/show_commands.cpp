// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/seats.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

constexpr std::int64_t kEndedAfterMs = 4 * 3'600'000; // what is on stage may still be sold

Json summaryForm(const PerformanceSummary& performance)
{
    return {{"id", performance.id.text()},
            {"event", performance.event},
            {"subtitle", performance.subtitle},
            {"venue", performance.venue},
            {"starts_at", toRfc3339(performance.startsAt)},
            {"time_zone", performance.timeZone},
            {"capacity", performance.capacity},
            {"left", performance.left},
            {"seated", performance.seated},
            {"on_sale", performance.onSale},
            {"cancelled", performance.cancelled},
            {"postponed", performance.postponed}};
}

std::string stateText(const PerformanceSummary& performance)
{
    if (performance.cancelled) {
        return "cancelled";
    }
    if (performance.postponed) {
        return "postponed";
    }
    if (!performance.onSale) {
        return "not on sale";
    }
    return std::to_string(performance.left) + " of " + std::to_string(performance.capacity) +
        " left";
}

const char* seatStateName(SeatState state)
{
    switch (state) {
    case SeatState::Free:
        return "free";
    case SeatState::Sold:
        return "sold";
    case SeatState::Held:
        return "held";
    case SeatState::NotHere:
        return "not_here";
    case SeatState::NoPrice:
        break;
    }
    return "no_price";
}

Json seatForm(const SeatingPlan& plan, SeatNumber number, SeatState state)
{
    const Seat& seat = plan.seats[number];
    const Row& row = plan.rows[seat.row];
    Json form{{"seat", plan.seatLabel(number)},
              {"section", plan.sections[row.section].label},
              {"row", row.label},
              {"number", seat.number},
              {"category", plan.categories[seat.category].name},
              {"state", seatStateName(state)}};
    Json traits = Json::array();
    const auto add = [&](SeatTrait trait, const char* name) {
        if (seat.has(trait)) {
            traits.push_back(name);
        }
    };
    add(SeatTrait::Accessible, "accessible");
    add(SeatTrait::Companion, "companion");
    add(SeatTrait::RestrictedView, "restricted_view");
    add(SeatTrait::Table, "table");
    if (!traits.empty()) {
        form["traits"] = std::move(traits);
    }
    return form;
}

Json offerForm(const Offer& offer)
{
    return {{"id", offer.performance.id.text()},
            {"event", offer.event.name},
            {"subtitle", offer.event.subtitle},
            {"venue", offer.venue.name},
            {"starts_at", toRfc3339(offer.performance.startsAt)},
            {"time_zone", offer.performance.timeZone},
            {"currency", std::string{offer.organizer.currency.code()}}};
}

Json categoryForm(const Offer& offer, const PriceCategory& category, std::int64_t left)
{
    Json prices = Json::object();
    for (const TicketType& type : offer.types) {
        if (const auto price = type.prices.find(category.id); price != type.prices.end()) {
            prices[type.name] = toPlainText(Money{price->second, offer.organizer.currency});
        }
    }
    return {{"name", category.name},
            {"seated", offer.isSeated(category.id)},
            {"left", left},
            {"prices", prices}};
}

std::vector<std::string> categoryCells(const Offer& offer, const PriceCategory& category,
                                       std::int64_t left)
{
    std::vector<std::string> cells{"  " + category.name, std::to_string(left) + " left"};
    for (const TicketType& type : offer.types) {
        const auto price = type.prices.find(category.id);
        cells.push_back(price != type.prices.end() ? type.name + " " +
                                toPlainText(Money{price->second, offer.organizer.currency})
                                                   : "");
    }
    return cells;
}

/// "1-6, 9" of the free seats of a row; empty where none is.
std::string freeSeatsText(const SeatingPlan& plan, const Row& row,
                          const std::vector<SeatState>& states)
{
    std::string text;
    const auto isFree = [&](std::uint32_t place) {
        return states[plan.seatAt(place)] == SeatState::Free;
    };
    for (std::uint32_t place = row.first; place < row.first + row.count; ++place) {
        if (!isFree(place)) {
            continue;
        }
        const std::uint32_t first = place;
        while (place + 1 < row.first + row.count && isFree(place + 1)) {
            ++place;
        }
        text += (text.empty() ? "" : ", ") + plan.seats[plan.seatAt(first)].number;
        text += place == first ? "" : "-" + plan.seats[plan.seatAt(place)].number;
    }
    return text;
}

std::string rowsText(const SeatingPlan& plan, const std::vector<SeatState>& states)
{
    std::vector<std::vector<std::string>> cells;
    for (const Row& row : plan.rows) {
        const std::string free = freeSeatsText(plan, row, states);
        if (!free.empty()) {
            const std::string& section = plan.sections[row.section].label;
            cells.push_back({"  " + (section.empty() ? "" : section + " · ") + row.label, free});
        }
    }
    return cells.empty() ? "" : "Free seats\n" + columns(cells);
}

} // namespace

Result<Answer> run(const PerformancesCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const Instant from{command.past ? INT64_MIN : session.clock().now().ms - kEndedAfterMs};
    const auto found = performances(**counter, from, command.search);
    if (!found) {
        return found.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const PerformanceSummary& performance : *found) {
        list.push_back(summaryForm(performance));
        cells.push_back({shortId(performance.id.text()),
                         localTime(performance.startsAt, performance.timeZone), performance.event,
                         performance.venue, stateText(performance)});
    }
    return Answer{line(Json{{"performances", list}}),
                  cells.empty() ? "There are no such performances.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const SeatsCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto performance = performanceNamed(**counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    const auto known = offerOf(**counter, *performance);
    if (!known) {
        return known.error();
    }
    const Offer& offer = **known;
    const auto states = seatStates(**counter, *performance);
    if (!states) {
        return states.error();
    }
    const auto left = placesLeft(**counter, *performance);
    if (!left) {
        return left.error();
    }
    Json object{{"performance", offerForm(offer)},
                {"categories", Json::array()},
                {"seats", Json::array()}};
    std::vector<std::vector<std::string>> cells;
    for (const PriceCategory& category : offer.categories) {
        const auto count = left->find(category.id);
        const std::int64_t places = count != left->end() ? count->second : 0;
        object["categories"].push_back(categoryForm(offer, category, places));
        cells.push_back(categoryCells(offer, category, places));
    }
    Json& seats = object["seats"];
    for (SeatNumber seat = 0; seat < states->size(); ++seat) {
        if (offer.plan->isSeat(seat)) {
            seats.push_back(seatForm(*offer.plan, seat, (*states)[seat]));
        }
    }
    std::string text = offer.event.name + ", " +
        localTime(offer.performance.startsAt, offer.performance.timeZone) + ", " +
        offer.venue.name + "\n" + columns(cells);
    text += offer.plan ? rowsText(*offer.plan, *states) : "";
    return Answer{line(object), text, {}};
}

} // namespace foyer::cli
