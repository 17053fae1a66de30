// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogue_words.h"
#include "app/cli/json_forms.h"
#include "app/cli/payment_answer.h"
#include "app/cli/run.h"
#include "app/cli/sale_cart.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/calendar/local_instant.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/holds.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/waiting_list.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace foyer::cli {
namespace {

/// "2026-11-28 18:00" as the clocks of the performance show it; nothing for an empty text.
Result<std::optional<Instant>> untilIn(const std::string& text, const Offer& offer, Instant now)
{
    if (text.empty()) {
        return std::optional<Instant>{};
    }
    const auto space = text.find(' ');
    const auto local = space == std::string::npos
        ? Result<LocalInstant>{badInput("bad_time", "")}
        : localInstant(text.substr(0, space), text.substr(space + 1), offer.performance.timeZone,
                       now);
    if (!local) {
        return usageError("bad_time",
                          "\"" + text + "\" is not a time. Write date and time: 2026-11-28 18:00.",
                          "--until");
    }
    return std::optional{local->instant};
}

std::vector<std::string> splitList(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        parts.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

Result<std::vector<SeatNumber>> seatsNamedIn(Counter& counter, PerformanceId performance,
                                             const std::string& text)
{
    std::vector<SeatNumber> seats;
    for (const std::string& label : splitList(text)) {
        const auto seat = seatNamed(counter, performance, label);
        if (!seat) {
            return seat.error();
        }
        seats.push_back(*seat);
    }
    return seats;
}

/// "Standing=5,Balcony=2".
Result<std::map<CategoryId, std::int64_t>> standingIn(const Offer& offer, const std::string& text)
{
    std::map<CategoryId, std::int64_t> standing;
    for (const std::string& part : splitList(text)) {
        const auto equals = part.rfind('=');
        std::int64_t count = 0;
        const char* end = part.data() + part.size();
        const bool read = equals != std::string::npos &&
            std::from_chars(part.data() + equals + 1, end, count).ptr == end && count > 0;
        if (!read) {
            return usageError("bad_standing",
                              "\"" + part + "\" is not a category and a number. Write Standing=5.",
                              "--standing");
        }
        const auto category = categoryNamed(offer, part.substr(0, equals));
        if (!category) {
            return category.error();
        }
        standing[*category] += count;
    }
    return standing;
}

std::string placeText(const Offer& offer, const HeldPlace& place)
{
    if (place.seat && offer.plan) {
        return offer.plan->seatLabel(*place.seat);
    }
    const PriceCategory* category = offer.category(place.category);
    return category != nullptr ? category->name : std::string{};
}

Json holdForm(Counter& counter, const StoredHold& hold)
{
    Json places = Json::array();
    if (const auto offer = offerOf(counter, hold.performance)) {
        for (const HeldPlace& place : hold.places) {
            places.push_back(placeText(**offer, place));
        }
    }
    return {{"id", hold.id.text()},
            {"performance", hold.performance.text()},
            {"kind", hold.kind},
            {"label", hold.label},
            {"code", hold.code.empty() ? Json(nullptr) : Json(displayOrderCode(hold.code))},
            {"release_at", hold.releaseAt ? Json(toRfc3339(*hold.releaseAt)) : Json(nullptr)},
            {"places", places}};
}

Answer answerWithHolds(Counter& counter, const std::vector<StoredHold>& holds)
{
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const StoredHold& hold : holds) {
        forms.push_back(holdForm(counter, hold));
        std::string places;
        for (const auto& place : forms.back()["places"]) {
            places += (places.empty() ? "" : ", ") + place.get<std::string>();
        }
        cells.push_back({shortId(hold.id.text()), hold.kind,
                         hold.code.empty() ? hold.label : displayOrderCode(hold.code), places});
    }
    return {line(Json{{"holds", forms}}),
            cells.empty() ? std::string{"Nothing is held.\n"} : columns(cells),
            {}};
}

/// A hold by its id or the end of it.
Result<HoldId> holdNamed(Counter& counter, const std::string& text)
{
    if (const auto id = Uuid::fromText(text)) {
        return HoldId{*id};
    }
    const auto all = performances(counter, Instant{0});
    if (!all) {
        return all.error();
    }
    for (const PerformanceSummary& performance : *all) {
        const auto holds = holdsOf(counter, performance.id);
        if (!holds) {
            return holds.error();
        }
        for (const StoredHold& hold : *holds) {
            if (text.size() >= 6 && hold.id.text().ends_with(text)) {
                return hold.id;
            }
        }
    }
    return refused("unknown_hold", "There is no hold \"" + text + "\" here.", "hold");
}

/// The holds of a reservation by its code, or one by its id.
Result<std::vector<HoldId>> holdsNamed(Counter& counter, const std::string& text)
{
    std::vector<HoldId> holds;
    if (const auto reservation = reservationOf(counter, text)) {
        for (const StoredHold& hold : *reservation) {
            holds.push_back(hold.id);
        }
        return holds;
    }
    const auto hold = holdNamed(counter, text);
    return hold ? Result<std::vector<HoldId>>{std::vector{*hold}} : hold.error();
}

} // namespace

Result<Answer> run(const HoldPlaceCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerNamed(**counter, command.performance);
    if (!offer) {
        return offer.error();
    }
    const PerformanceId performance = (*offer)->performance.id;
    auto seats = seatsNamedIn(**counter, performance, command.seats);
    if (!seats) {
        return std::move(seats).error();
    }
    auto standing = standingIn(**offer, command.standing);
    if (!standing) {
        return std::move(standing).error();
    }
    const auto until = untilIn(command.until, **offer, session.clock().now());
    if (!until) {
        return until.error();
    }
    const auto hold = placeHold(**counter,
                                {.performance = performance,
                                 .kind = command.kind,
                                 .label = command.label,
                                 .seats = *std::move(seats),
                                 .standing = *std::move(standing),
                                 .releaseAt = *until});
    if (!hold) {
        return hold.error();
    }
    auto stored = holdsOf(**counter, performance);
    if (!stored) {
        return stored.error();
    }
    // Of all that is held, what was placed just now: the caller wants to know its id.
    std::erase_if(*stored, [&](const StoredHold& one) { return one.id != *hold; });
    return answerWithHolds(**counter, *stored);
}

Result<Answer> run(const HoldListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerNamed(**counter, command.performance);
    if (!offer) {
        return offer.error();
    }
    const auto holds = holdsOf(**counter, (*offer)->performance.id);
    return holds ? Result<Answer>{answerWithHolds(**counter, *holds)} : holds.error();
}

Result<Answer> run(const HoldReleaseCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto holds = holdsNamed(**counter, command.hold);
    if (!holds) {
        return holds.error();
    }
    for (const HoldId hold : *holds) {
        if (auto released = releaseHold(**counter, hold); !released) {
            return std::move(released).error();
        }
    }
    return Answer{line(Json{{"released", holds->size()}}), "Released.\n", {}};
}

Result<Answer> run(const HoldExtendCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto holds = holdsNamed(**counter, command.hold);
    if (!holds) {
        return holds.error();
    }
    const auto held = heldForSale(**counter, *holds);
    if (!held) {
        return held.error();
    }
    const auto offer = offerOf(**counter, held->first().performance);
    if (!offer) {
        return offer.error();
    }
    const auto until = untilIn(command.until, **offer, session.clock().now());
    if (!until) {
        return until.error();
    }
    if (auto extended = extendHolds(**counter, *holds, *until); !extended) {
        return std::move(extended).error();
    }
    const auto now = heldForSale(**counter, *holds);
    return now ? Result<Answer>{answerWithHolds(**counter, now->holds)} : now.error();
}

Result<Answer> run(const WaitOfferCommand& command, Session& session)
{
    const auto id = Uuid::fromText(command.waiting);
    if (!id) {
        return usageError("bad_waiting", "Name the entry by its id, as wait list --json shows it.",
                          "ID");
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto list = waitingLists(**counter);
    if (!list) {
        return list.error();
    }
    std::optional<Instant> until;
    for (const WaitingPerson& person : *list) {
        const auto offer = offerOf(**counter, person.waiting.performance);
        if (person.waiting.id == WaitingId{*id} && offer) {
            const auto read = untilIn(command.until, **offer, session.clock().now());
            if (!read) {
                return read.error();
            }
            until = *read;
        }
    }
    const auto reserved = offerPlaces(**counter, WaitingId{*id}, until);
    return reserved ? Result<Answer>{answerWithHolds(**counter, *reserved)} : reserved.error();
}

Result<Answer> run(const ReserveCommand& command, Session& session)
{
    auto tickets = readTicketWishes(command.tickets);
    if (!tickets) {
        return std::move(tickets).error();
    }
    auto details = readCustomer(command.customer);
    if (!details) {
        return std::move(details).error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto offer = offerNamed(**counter, command.performance);
    if (!offer) {
        return offer.error();
    }
    const auto until = untilIn(command.until, **offer, session.clock().now());
    if (!until) {
        return until.error();
    }
    auto cart = cartOf(**counter, **offer, {*std::move(tickets), {}, command.seats, false});
    if (!cart) {
        return std::move(cart).error();
    }
    const auto reserved = reserve(**counter,
                                  {.cart = *std::move(cart),
                                   .customer = std::nullopt,
                                   .newCustomer = *std::move(details),
                                   .expiresAt = *until,
                                   .parked = false,
                                   .label = {}});
    return reserved ? Result<Answer>{answerWithHolds(**counter, *reserved)} : reserved.error();
}

Result<Answer> run(const CollectCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto reservation = reservationOf(**counter, command.code);
    if (!reservation) {
        return reservation.error();
    }
    SaleRequest request;
    request.id = OrderId{Uuid::v7(session.clock().now(), session.random())};
    request.cart = cartOf(*reservation);
    request.customer = reservation->front().customer;
    for (const StoredHold& hold : *reservation) {
        request.fromHolds.push_back(hold.id);
    }
    const auto price = quote(**counter, request.cart);
    if (!price) {
        return price.error();
    }
    for (const std::string& payment : command.payments) {
        auto tender = readTender(payment, price->total.currency());
        if (!tender) {
            return std::move(tender).error();
        }
        request.tenders.push_back(*std::move(tender));
    }
    return sellAndAnswer(**counter, request, {}, session);
}

} // namespace foyer::cli
