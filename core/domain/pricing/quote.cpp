// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/quote.h"

#include "core/domain/catalogue/event_state.h"
#include "core/domain/pricing/price_rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace foyer {
namespace {

constexpr std::int64_t kHundredPercent = 100'000; // in thousandths of a percent
constexpr std::int64_t kDonationMax = 1'000'000'000'000;

Error itemError(std::string code, std::string message, std::size_t item,
                std::vector<std::string> facts = {})
{
    Error error =
        refused(std::move(code), std::move(message), "items[" + std::to_string(item) + "]");
    error.facts = std::move(facts);
    return error;
}

struct PricedItem {
    const Offer* offer;
    const TicketType* type;
    const PriceCategory* category;
    Money list;
    Money price;
    Reduction reduction = {};

    bool isComplimentary() const { return reduction.kind == Reduction::Kind::Complimentary; }
};

Result<void> checkByHand(const CartItem& item, std::size_t index, const PricedItem& priced)
{
    if (!item.reduction || item.reduction->kind == HandReduction::Kind::Complimentary) {
        return {};
    }
    const std::int64_t most = item.reduction->kind == HandReduction::Kind::Percent
        ? kHundredPercent
        : priced.list.minor();
    if (item.reduction->value < 0 || item.reduction->value > most) {
        return itemError("bad_discount",
                         "A discount is at most the whole price. Type a smaller one.", index);
    }
    return {};
}

Result<void> checkReason(const CartItem& item, std::size_t index)
{
    if (item.reduction && item.reduction->reason.find_first_not_of(' ') == std::string::npos) {
        return itemError("reason_missing", "Say why this ticket costs less; the reason is kept.",
                         index);
    }
    return {};
}

Result<void> checkSeat(const CartItem& item, std::size_t index, const PricedItem& priced)
{
    const Offer& offer = *priced.offer;
    const bool seated = offer.isSeated(item.category);
    if (seated && !item.seat) {
        return itemError("seat_needed",
                         "Places in " + priced.category->name + " are numbered. Choose a seat.",
                         index, {priced.category->name});
    }
    if (!item.seat) {
        return {};
    }
    if (!seated) {
        return itemError("no_seat_here",
                         priced.category->name + " has no numbered seats. Leave the seat out.",
                         index, {priced.category->name});
    }
    if (!offer.plan->isSeat(*item.seat)) {
        return itemError("unknown_seat", "This seat is not in the plan. Choose another one.",
                         index);
    }
    const PriceCategory* actual = offer.categoryOfSeat(*item.seat);
    if (actual == nullptr || actual->id != item.category) {
        return itemError("wrong_category",
                         offer.plan->seatLabel(*item.seat) + " is not in " + priced.category->name +
                             ". Choose the seat again.",
                         index, {offer.plan->seatLabel(*item.seat), priced.category->name});
    }
    return {};
}

Result<void> checkOnSale(const PricedItem& priced, std::size_t index, Instant now)
{
    const Performance& performance = priced.offer->performance;
    const TicketType& type = *priced.type;
    if (auto stop = saleStop(priced.offer->event, performance)) {
        stop->where = "items[" + std::to_string(index) + "]";
        return *std::move(stop);
    }
    if (type.isOff) {
        return itemError("withdrawn", type.name + " is not sold any more. Choose another type.",
                         index, {type.name});
    }
    for (const auto& from : {performance.onSaleFrom, type.onSaleFrom}) {
        if (from && now < *from) {
            return itemError("not_on_sale",
                             type.name + " is not on sale yet. It will be from " +
                                 toRfc3339(*from) + ".",
                             index, {type.name, toRfc3339(*from)});
        }
    }
    for (const auto& until : {performance.onSaleUntil, type.onSaleUntil}) {
        if (until && now >= *until) {
            return itemError("not_on_sale",
                             type.name + " is not on sale any more. It ended at " +
                                 toRfc3339(*until) + ".",
                             index, {type.name, toRfc3339(*until)});
        }
    }
    return {};
}

Result<PricedItem> pricedItem(const CartItem& item, std::size_t index,
                              std::span<const Offer* const> offers, Instant now)
{
    const auto found = std::ranges::find_if(offers, [&](const Offer* offer) {
        return offer->performance.id == item.performance;
    });
    if (found == offers.end()) {
        return itemError("unknown_performance",
                         "This performance is not known here. Choose it again from the list.",
                         index);
    }
    const Offer& offer = **found;
    const TicketType* type = offer.type(item.type);
    if (type == nullptr) {
        return itemError("unknown_type", "This ticket type is not sold for this performance.",
                         index);
    }
    const PriceCategory* category = offer.category(item.category);
    if (category == nullptr) {
        return itemError("unknown_category", "This category is not sold for this performance.",
                         index);
    }
    const auto price = type->priceAt(item.category, now);
    if (!price && !type->isOff) {
        return itemError("not_priced",
                         type->name + " is not sold in " + category->name +
                             ". Choose another type or category.",
                         index, {type->name, category->name});
    }
    const Money list{price.value_or(0), offer.organizer.currency};
    const PricedItem priced{&offer, type, category, list, list};
    if (auto byHand = checkByHand(item, index, priced); !byHand) {
        return std::move(byHand).error();
    }
    if (auto reason = checkReason(item, index); !reason) {
        return std::move(reason).error();
    }
    if (auto onSale = checkOnSale(priced, index, now); !onSale) {
        return std::move(onSale).error();
    }
    if (auto seat = checkSeat(item, index, priced); !seat) {
        return std::move(seat).error();
    }
    return priced;
}

Result<void> checkWhole(const Cart& cart, const std::vector<PricedItem>& items)
{
    std::set<std::pair<PerformanceId, SeatNumber>> seats;
    // A limit holds for the whole order: a second date is no way around it.
    std::map<TicketTypeId, std::int64_t> counts;
    for (std::size_t i = 0; i < cart.items.size(); ++i) {
        const CartItem& item = cart.items[i];
        if (items[i].price.currency() != items[0].price.currency()) {
            return itemError("mixed_currency",
                             "One order has one currency. Sell this ticket in an order of its own.",
                             i);
        }
        if (item.seat && !seats.emplace(item.performance, *item.seat).second) {
            const std::string label = items[i].offer->plan->seatLabel(*item.seat);
            return itemError("seat_twice", label + " is in the cart twice. Remove one of them.", i,
                             {label});
        }
        const TicketType& type = *items[i].type;
        if (type.orderMax > 0 && ++counts[item.type] > type.orderMax) {
            return itemError("order_max",
                             "At most " + std::to_string(type.orderMax) + " " + type.name +
                                 " tickets may be in one order.",
                             i, {std::to_string(type.orderMax), type.name});
        }
    }
    return {};
}

QuoteLine lineOf(QuoteLine::Kind kind, std::size_t item, const Offer& offer, std::string text,
                 Money price, const Tax* tax)
{
    return {.kind = kind,
            .item = item,
            .fee = {},
            .performance = offer.performance.id,
            .text = std::move(text),
            .amount = applyTax(price, tax),
            .tax = tax != nullptr ? tax->id : TaxId{},
            .taxName = tax != nullptr ? tax->name : std::string{},
            .taxRateMilliPercent = tax != nullptr ? tax->rateMilliPercent : 0,
            .quotas = {}};
}

QuoteLine ticketLine(const CartItem& item, std::size_t index, const PricedItem& priced)
{
    const Offer& offer = *priced.offer;
    QuoteLine line = lineOf(QuoteLine::Kind::Ticket, index, offer,
                            priced.type->name + " · " + priced.category->name, priced.price,
                            offer.tax(priced.type->tax));
    line.reduction = priced.reduction;
    if (line.reduction.kind != Reduction::Kind::None) {
        const Money list = applyTax(priced.list, offer.tax(priced.type->tax)).gross;
        line.reduction.minor = (list - line.amount.gross).minor();
    }
    for (const Quota& quota : offer.quotas) {
        if (quota.covers(item.type, item.category)) {
            line.quotas.push_back(quota.id);
        }
    }
    return line;
}

QuoteLine feeLine(const Fee& fee, std::size_t item, const Offer& offer, Money base)
{
    const Money price = Money{fee.amount, base.currency()} +
        Money{mulDivRounded(base.minor(), fee.milliPercent, kHundredPercent), base.currency()};
    QuoteLine line = lineOf(QuoteLine::Kind::Fee, item, offer, fee.name, price, offer.tax(fee.tax));
    line.fee = fee.id;
    return line;
}

void addTicketFees(Quote& quote, const std::vector<PricedItem>& items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].isComplimentary()) {
            continue;
        }
        for (const Fee& fee : items[i].offer->fees) {
            if (fee.per == Fee::Per::Ticket) {
                quote.lines.push_back(feeLine(fee, i, *items[i].offer, items[i].price));
            }
        }
    }
}

void addOrderFees(Quote& quote, const std::vector<PricedItem>& items)
{
    std::set<EventId> done;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Offer& offer = *items[i].offer;
        if (items[i].isComplimentary()) {
            continue; // nothing is charged for an order of such tickets only
        }
        if (!done.insert(offer.event.id).second) {
            continue;
        }
        Money base{0, offer.organizer.currency};
        for (const PricedItem& item : items) {
            if (item.offer->event.id == offer.event.id) {
                base += item.price;
            }
        }
        for (const Fee& fee : offer.fees) {
            if (fee.per == Fee::Per::Order) {
                quote.lines.push_back(feeLine(fee, i, offer, base));
            }
        }
    }
}

/// A tax on a donation is always part of it: who gives ten pays ten.
QuoteLine donationLine(const Cart& cart, const PricedItem& first)
{
    const Offer& offer = *first.offer;
    const Tax* known = offer.tax(offer.organizer.donationTax);
    Tax tax = known != nullptr ? *known : Tax{};
    tax.inclusive = true;
    QuoteLine line = lineOf(QuoteLine::Kind::Fee, 0, offer, "Donation",
                            Money{cart.donationMinor, offer.organizer.currency},
                            known != nullptr ? &tax : nullptr);
    line.fee = donationFee();
    return line;
}

Result<void> applyCuts(const Cart& cart, std::vector<PricedItem>& items, const PromoTerms* promo,
                       Instant now)
{
    std::vector<ListedTicket> tickets;
    for (std::size_t i = 0; i < items.size(); ++i) {
        tickets.push_back({&cart.items[i], items[i].offer, items[i].list.minor()});
    }
    if (promo != nullptr) {
        if (auto works = checkPromo(*promo, tickets, items[0].list.currency(), now); !works) {
            return works;
        }
    }
    const auto cuts = cutPrices(tickets, promo);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].price = Money{cuts[i].price, items[i].list.currency()};
        items[i].reduction = cuts[i].reduction;
    }
    return {};
}

} // namespace

FeeId donationFee()
{
    // A fixed UUID (version 8), so that every counter books to the same account.
    static const FeeId kDonation{*Uuid::fromText("f0e7d0a7-1040-8000-8000-000000000001")};
    return kDonation;
}

TaxedAmount applyTax(Money price, const Tax* tax)
{
    const Currency currency = price.currency();
    if (tax == nullptr) {
        return {price, Money{0, currency}, price};
    }
    const std::int64_t whole =
        tax->inclusive ? kHundredPercent + tax->rateMilliPercent : kHundredPercent;
    const Money share{mulDivRounded(price.minor(), tax->rateMilliPercent, whole), currency};
    return tax->inclusive ? TaxedAmount{price - share, share, price}
                          : TaxedAmount{price, share, price + share};
}

Result<Quote> quoteCart(const Cart& cart, std::span<const Offer* const> offers, Instant now,
                        const PromoTerms* promo)
{
    if (cart.items.empty()) {
        return refused("empty_cart", "There is nothing in the cart. Choose a ticket first.");
    }
    std::vector<PricedItem> items;
    for (std::size_t i = 0; i < cart.items.size(); ++i) {
        auto priced = pricedItem(cart.items[i], i, offers, now);
        if (!priced) {
            return std::move(priced).error();
        }
        items.push_back(*priced);
    }
    if (auto whole = checkWhole(cart, items); !whole) {
        return std::move(whole).error();
    }
    if (cart.donationMinor < 0 || cart.donationMinor > kDonationMax) {
        return refused("bad_donation", "Type how much is given, such as 5.00.", "donation");
    }
    if (auto cut = applyCuts(cart, items, promo, now); !cut) {
        return std::move(cut).error();
    }
    const Money zero{0, items[0].price.currency()};
    Quote quote{.lines = {}, .total = zero, .tax = zero};
    for (std::size_t i = 0; i < items.size(); ++i) {
        quote.lines.push_back(ticketLine(cart.items[i], i, items[i]));
    }
    addTicketFees(quote, items);
    addOrderFees(quote, items);
    if (cart.donationMinor > 0) {
        quote.lines.push_back(donationLine(cart, items[0]));
    }
    for (const QuoteLine& line : quote.lines) {
        quote.total += line.amount.gross;
        quote.tax += line.amount.tax;
    }
    return quote;
}

} // namespace foyer
