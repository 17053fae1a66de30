// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/order_history.h"
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

/// The places an act is about: all that are valid, or one, whatever became of it.
std::vector<PaperPlace*> placesMeant(PaperOrder& order, const Act& act)
{
    std::vector<PaperPlace*> places;
    for (PaperPlace& place : order.places) {
        if (act.many % 3 == 0 ? place.valid : &place == chosen(order.places, {.which = act.many})) {
            places.push_back(&place);
        }
    }
    return places;
}

/// The same request for an order of the product.
ReturnRequest requestFor(const PaperOrder& order, const std::vector<PaperPlace*>& places,
                         const Act& act)
{
    ReturnRequest request{.order = order.id, .choice = {}, .reason = "ill"};
    request.cardReference = "4712";
    for (const PaperPlace* place : places) {
        if (act.many % 3 != 0) {
            request.choice.tickets.push_back(place->ticket);
        }
    }
    return request;
}

/// What takes a ticket's place is written below the others.
void goesLast(PaperOrder& order, PaperPlace& place)
{
    const auto at = order.places.begin() + (&place - order.places.data());
    std::rotate(at, at + 1, order.places.end());
}

std::int64_t roundedHalfUp(std::int64_t amount, std::int64_t times, std::int64_t of)
{
    return (2 * amount * times + of) / (2 * of);
}

} // namespace

/// The whole order, as a slip of the hand or, later, as a refund.
void takesBack(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    if (order == nullptr) {
        return;
    }
    const bool isJustSold = day.house.clock().now().ms - order->at.ms <= kJustSoldMs;
    const auto taken = voidOrder(day.counter(), order->code, "asked");
    if (order->isVoid() || order->wasUsed() || order->changed) {
        return day.mustBe(taken, {"already_void", "already_used", "already_changed"});
    }
    if (!isJustSold && day.isClerk() && order->worth() > kClerkRefundMinor) {
        return day.mustBe(taken, {"over_limit"});
    }
    if (order->hasCash() && day.shift() == nullptr) {
        return day.mustBe(taken, {"no_shift"});
    }
    day.mustBe(taken, {"done"});
    day.noteBack(*order, order->worth());
    for (PaperPlace& place : order->places) {
        day.notePlace(place, -place.gross, -place.tax);
        day.note(FigureGroup::Discount, place.cut, place.takenOff);
        place.valid = false;
    }
    for (const PaperFee& fee : order->fees) {
        day.noteFee(fee, -1);
    }
}

/// A part of what tickets cost goes back, and they stay valid.
void refundsAPart(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    if (order == nullptr) {
        return;
    }
    const auto places = placesMeant(*order, act);
    ReturnRequest request = requestFor(*order, places, act);
    const std::int64_t part = 1 + act.money % 1'500;
    request.choice.part = part;
    std::int64_t whole = 0;
    std::set<std::string> refusals;
    for (const PaperPlace* place : places) {
        whole += place->gross;
        if (!place->valid) {
            refusals.merge(refusalsOf(*place));
        }
    }
    if (places.empty()) {
        refusals = {"already_void", "nothing_to_return"};
    } else if (part > whole) {
        refusals.insert("bad_part");
    }
    const auto returned = returnTickets(day.counter(), request);
    if (refusals.empty() && anyCash(day.partsOf(*order, part)) && day.shift() == nullptr) {
        refusals.insert("no_shift");
    }
    if (!refusals.empty()) {
        return day.mustBe(returned, refusals);
    }
    day.mustBe(returned, {"done"});
    std::int64_t before = 0;
    std::int64_t given = 0;
    for (PaperPlace* place : places) {
        before += place->gross;
        const std::int64_t share = roundedHalfUp(part, before, whole) - given;
        given += share;
        const std::int64_t tax = share == 0 ? 0 : roundedHalfUp(share, place->tax, place->gross);
        day.notePlace(*place, -share, -tax);
        place->gross -= share;
        place->tax -= tax;
    }
    day.noteBack(*order, part);
    order->changed = true;
}

/// What changes no place and no money: tickets printed again, another name, who picks them up.
void mindsThePapers(Day& day, const Act& act)
{
    const PaperOrder* order = chosen(day.orders, act);
    if (order == nullptr) {
        return;
    }
    if (act.many % 3 == 0) {
        day.mustBe(recordReprint(day.counter(), order->id, "tickets", {}),
                   {order->isVoid() ? "already_void" : "done"});
    } else if (act.many % 3 == 1) {
        day.mustBe(setOrderCustomer(day.counter(), order->id,
                                    {std::nullopt, CustomerDetails{"Ana Lima", {}, {}, {}}}),
                   {"done"});
    } else {
        const PersonNamed person = act.money % 2 == 0
            ? PersonNamed{}
            : PersonNamed{std::nullopt, CustomerDetails{"Bo Chen", {}, "030 77", {}}};
        day.mustBe(splitPickup(day.counter(), order->id, {order->places.front().ticket}, person),
                   {"done"});
    }
}

/// One ticket of an order, or all that are left of it; with or without its fee.
void refunds(Day& day, const Act& act)
{
    PaperOrder* order = chosen(day.orders, act);
    if (order == nullptr) {
        return;
    }
    const auto places = placesMeant(*order, act);
    ReturnRequest request = requestFor(*order, places, act);
    request.choice.keepFees = act.money % 2 == 0;
    std::int64_t amount = 0;
    std::set<std::string> refusals;
    for (const PaperPlace* place : places) {
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
    amount += withFees ? order->feesWorth() : 0;
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
        for (const PaperFee& fee : order->fees) {
            day.noteFee(fee, -1);
        }
        order->fees.clear();
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
    // A place that is the same but for its seat keeps what was paid for it.
    const bool keepsPrice = to.performance == place->item.performance &&
        to.type == place->item.type && to.category == place->item.category;
    const std::int64_t price = keepsPrice ? place->gross : Day::priceOf(day, to);
    const std::int64_t difference = price - place->gross;
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
    const std::int64_t tax = keepsPrice ? place->tax : Day::taxIn(price);
    *place = {.item = to,
              .ticket = fresh->id,
              .gross = price,
              .tax = tax,
              .takenOff = keepsPrice ? place->takenOff : 0,
              .cut = keepsPrice ? place->cut : std::string{}};
    day.notePlace(*place, price, tax);
    goesLast(*order, *place);
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
    goesLast(*order, *place);
    order->changed = true;
}

} // namespace foyer::test
