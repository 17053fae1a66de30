// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "tests/support/random_day.h"

#include <algorithm>

namespace foyer::test {
namespace {

const Currency kEuro = *Currency::fromCode("EUR");

bool anyCash(const std::vector<PaperPayment>& parts)
{
    return std::ranges::any_of(parts, [](const PaperPayment& part) {
        return part.method == PaymentMethod::Cash && part.amount > 0;
    });
}

/// What a ticket that is not valid, or was used, is refused with; empty: it may be changed.
std::set<std::string> refusalsOf(const PaperPlace& place)
{
    return place.valid && !place.admitted
        ? std::set<std::string>{}
        : std::set<std::string>{"ticket_void", "already_used", "already_void"};
}

} // namespace

/// One ticket of an order, or all that are left of it; with or without its fee.
void refunds(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    if (order == nullptr) {
        return;
    }
    const bool all = act.many % 3 == 0;
    std::vector<PaperPlace*> places;
    for (PaperPlace& place : order->places) {
        if (all ? place.valid : &place == chosen(order->places, {.which = act.many})) {
            places.push_back(&place);
        }
    }
    ReturnRequest request{.order = order->id, .choice = {}, .reason = "ill"};
    request.choice.keepFees = act.money % 2 == 0;
    request.cardReference = "4712";
    std::int64_t amount = 0;
    std::set<std::string> refusals;
    for (const PaperPlace* place : places) {
        if (!all) {
            request.choice.tickets.push_back(place->ticket);
        }
        refusals.merge(refusalsOf(*place));
        amount += place->gross;
    }
    const auto valid = std::ranges::count(order->places, true, &PaperPlace::valid);
    const bool withFees = !request.choice.keepFees && std::ssize(places) == valid;
    const auto returned = returnTickets(day.counter(), request);
    if (places.empty()) {
        return day.mustBe(returned, {"already_void", "nothing_to_return", "done"});
    }
    if (!refusals.empty()) {
        return day.mustBe(returned, refusals);
    }
    amount += withFees ? order->fees : 0;
    if (day.isClerk() && amount > kClerkRefundMinor) {
        return day.mustBe(returned, {"over_limit"});
    }
    if (anyCash(day.partsOf(*order, amount)) && day.shift() == nullptr) {
        return day.mustBe(returned, {"no_shift"});
    }
    day.mustBe(returned, {"done"});
    for (PaperPlace* place : places) {
        day.notePlace(*place, -place->gross, -place->tax);
        place->valid = false;
        place->gross = 0;
    }
    if (withFees) {
        day.noteFee(-order->fees, -order->feeTax());
        order->fees = 0;
    }
    day.noteBack(*order, amount);
    order->changed = true;
}

/// A ticket for another place, of whatever price; the difference is settled.
void exchanges(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    PaperPlace* place = order != nullptr ? chosen(order->places, {.which = act.many}) : nullptr;
    if (place == nullptr) {
        return;
    }
    const CartItem to = day.itemsOf({.which = act.which + act.money, .many = act.many}).front();
    const std::int64_t difference = Day::priceOf(day, to) - place->gross;
    ExchangeRequest request{.order = order->id, .steps = {{place->ticket, to}}, .reason = "asked"};
    request.cardReference = "4713";
    const bool byCard = act.money % 2 == 0;
    if (difference > 0 && byCard) {
        request.tenders = {{PaymentMethod::CardTerminal, Money{difference, kEuro}, "4714"}};
    } else if (difference > 0) {
        request.tenders = {{PaymentMethod::Cash, Money{difference + act.money, kEuro}, {}}};
    }
    const bool wasValid = place->valid;
    place->valid = false; // its own place is free for what it is exchanged for
    const bool room = day.isRoomFor({to});
    place->valid = wasValid;
    const auto exchanged = exchangeTickets(day.counter(), request);
    if (const auto refusals = refusalsOf(*place); !refusals.empty()) {
        return day.mustBe(exchanged, refusals);
    }
    const bool cash = difference > 0 ? !byCard : anyCash(day.partsOf(*order, -difference));
    if (!room) {
        return day.mustBe(exchanged, {"sold_out", "seat_taken", "seat_held", "no_shift"});
    }
    if (cash && difference != 0 && day.shift() == nullptr) {
        return day.mustBe(exchanged, {"no_shift"});
    }
    day.mustBe(exchanged, {"done"});
    day.notePlace(*place, -place->gross, -place->tax);
    const auto fresh = std::ranges::find_if(exchanged->tickets, [&](const Ticket& ticket) {
        return std::ranges::find(order->places, ticket.id, &PaperPlace::ticket) ==
            order->places.end() &&
            ticket.state == TicketState::Sold;
    });
    day.must(fresh != exchanged->tickets.end(), "the order has a new ticket");
    const std::int64_t price = Day::priceOf(day, to);
    *place = {to, fresh->id, price, Day::taxIn(price)};
    day.notePlace(*place, price, place->tax);
    if (difference > 0) {
        day.notePayment(*order, byCard ? PaymentMethod::CardTerminal : PaymentMethod::Cash,
                        difference);
    } else {
        day.noteBack(*order, -difference);
    }
    order->changed = true;
}

/// A new code for a lost ticket; Day's scans see that the old one is refused.
void reissues(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    PaperPlace* place = order != nullptr ? chosen(order->places, {.which = act.many}) : nullptr;
    if (place == nullptr) {
        return;
    }
    const auto reissued = reissueTickets(day.counter(), order->id, {place->ticket}, "lost");
    std::set<std::string> refusals = refusalsOf(*place);
    if (day.isClerk()) {
        refusals.insert("not_permitted");
    }
    if (!refusals.empty()) {
        return day.mustBe(reissued, refusals);
    }
    day.mustBe(reissued, {"done"});
    const auto fresh = std::ranges::find_if(reissued->tickets, [&](const Ticket& ticket) {
        return ticket.state == TicketState::Sold &&
            std::ranges::find(order->places, ticket.id, &PaperPlace::ticket) == order->places.end();
    });
    day.must(fresh != reissued->tickets.end(), "the order has a new ticket");
    place->ticket = fresh->id;
    order->changed = true;
}

} // namespace foyer::test
