// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_matching.h"

#include "core/calendar/clock_time.h"
#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/counter.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/text_folding.h"

#include <algorithm>

namespace foyer {
namespace {

std::string foldedName(const std::string& name)
{
    return foldedForSearch(name);
}

/// A seat by what is in its label: "Stalls, row A, seat 4", "Stalls A 4" and "stalls-a-4" are one.
std::string foldedSeat(const std::string& label)
{
    static constexpr std::array<std::string_view, 6> kWords{"row",   "seat", "reihe",
                                                            "platz", "sitz", "block"};
    std::string folded;
    std::string word;
    const auto take = [&] {
        if (std::ranges::find(kWords, word) == kWords.end() && !word.empty()) {
            folded += word + ' ';
        }
        word.clear();
    };
    bool wasDigit = false;
    for (const char c : foldedForSearch(label)) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = isDigit || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
        if (!isLetter || isDigit != wasDigit) {
            take();
        }
        if (isLetter) {
            word += c;
        }
        wasDigit = isDigit;
    }
    take();
    return folded;
}

template <typename Part>
const Part* namedPart(const std::vector<Part>& parts, const std::string& name)
{
    const std::string wanted = foldedName(name);
    const auto found = std::ranges::find_if(parts, [&](const Part& part) {
        return foldedName(part.name) == wanted;
    });
    return found != parts.end() ? &*found : nullptr;
}

Error unknownPart(const char* code, const char* what, const std::string& name)
{
    Error error = refused(code,
                          std::string{"There is no "} + what + " \"" + name +
                              "\" here. Make it first, or correct its name.",
                          what);
    error.facts = {name};
    return error;
}

/// The category that is meant where none is named: the only one that the type is sold in.
const PriceCategory* onlyCategory(const Offer& offer, const TicketType& type)
{
    const PriceCategory* only = nullptr;
    for (const PriceCategory& category : offer.categories) {
        if (!type.prices.contains(category.id) || offer.isSeated(category.id)) {
            continue;
        }
        if (only != nullptr) {
            return nullptr;
        }
        only = &category;
    }
    return only;
}

} // namespace

ImportMatching::ImportMatching(Counter& counter, std::optional<PerformanceId> otherwise)
    : m_counter{counter}, m_otherwise{otherwise}
{
    refresh();
}

void ImportMatching::refresh()
{
    m_events.clear();
    m_dates.clear();
    m_seats.clear();
    Database& database = m_counter.database();
    readEntities(database, m_counter.organizer(), "event",
                 [&](const Uuid& id, const Entity& entity) {
                     if (const auto event = eventFrom(id, entity)) {
                         m_events[foldedName(event->name)].push_back(event->id);
                     }
                 });
    readEntities(database, m_counter.organizer(), "performance",
                 [&](const Uuid& id, const Entity& entity) {
                     if (const auto date = performanceFrom(id, entity)) {
                         const auto clock = clockTimeAt(date->startsAt, date->timeZone);
                         m_dates[date->event].push_back(
                             {date->id, date->startsAt, clock ? clockText(*clock) : std::string{}});
                     }
                 });
}

bool ImportMatching::knowsEvent(const std::string& name) const
{
    return m_events.contains(foldedName(name));
}

Result<PerformanceId> ImportMatching::dateOf(const ImportedTicket& ticket) const
{
    if (ticket.event.empty()) {
        return m_otherwise ? Result<PerformanceId>{*m_otherwise}
                           : refused("unknown_event",
                                     "The source does not say for which event this is. Say for "
                                     "which date it is all.",
                                     "event");
    }
    const auto named = m_events.find(foldedName(ticket.event));
    if (named == m_events.end()) {
        return unknownPart("unknown_event", "event", ticket.event);
    }
    std::vector<PerformanceId> fitting;
    for (const EventId event : named->second) {
        const auto dates = m_dates.find(event);
        if (dates == m_dates.end()) {
            continue;
        }
        for (const Date& date : dates->second) {
            const bool isAny = !ticket.startsAt && ticket.starts.empty();
            // To the minute, and a day alone means whatever begins on it.
            const bool fits = isAny ||
                (ticket.startsAt ? ticket.startsAt->ms / 60'000 == date.startsAt.ms / 60'000
                                 : date.clock.starts_with(ticket.starts));
            if (fits) {
                fitting.push_back(date.id);
            }
        }
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    if (fitting.empty()) {
        return refused("unknown_date",
                       "\"" + ticket.event + "\" has no date at that time here. Add it first.",
                       "date");
    }
    return refused("ambiguous_event",
                   "\"" + ticket.event +
                       "\" has several dates that fit. Say when it begins, or import each date by "
                       "itself.",
                   "date");
}

Result<SeatNumber> ImportMatching::seatOf(const SellingOffer& selling, const std::string& label)
{
    const SeatingPlan& plan = *selling.offer.plan;
    auto& seats = m_seats[&plan];
    if (seats.empty()) {
        for (SeatNumber seat = 0; seat < plan.seats.size(); ++seat) {
            seats.emplace(foldedSeat(plan.seatLabel(seat)), seat);
        }
    }
    const auto found = seats.find(foldedSeat(label));
    return found != seats.end() ? Result<SeatNumber>{found->second}
                                : unknownPart("unknown_seat", "seat", label);
}

Result<ImportMatching::Place> ImportMatching::placeOf(const ImportedTicket& ticket)
{
    const auto date = dateOf(ticket);
    if (!date) {
        return date.error();
    }
    Place place{.selling = m_counter.offers().offer(*date), .seat = {}};
    if (!place.selling) {
        return refused("unknown_date", "This date is not known here any more.", "date");
    }
    const Offer& offer = place.selling->offer;
    place.type = ticket.type.empty() && offer.types.size() == 1
        ? &offer.types.front()
        : namedPart(offer.types, ticket.type);
    if (place.type == nullptr) {
        return unknownPart("unknown_type", "type", ticket.type);
    }
    if (offer.plan && !ticket.seat.empty()) {
        const auto seat = seatOf(*place.selling, ticket.seat);
        if (!seat) {
            return seat.error();
        }
        place.seat = *seat;
        place.category = offer.categoryOfSeat(*seat);
    } else {
        place.category = ticket.category.empty() ? onlyCategory(offer, *place.type)
                                                 : namedPart(offer.categories, ticket.category);
    }
    if (place.category == nullptr) {
        return ticket.category.empty()
            ? refused("unknown_category",
                      "Nothing says in which category or on which seat \"" + ticket.type +
                          "\" is. Name a column for it.",
                      "category")
            : unknownPart("unknown_category", "category", ticket.category);
    }
    if (!place.seat && offer.isSeated(place.category->id)) {
        return refused("unknown_seat",
                       "\"" + place.category->name + "\" has numbered seats, and none is named.",
                       "seat");
    }
    return place;
}

} // namespace foyer
