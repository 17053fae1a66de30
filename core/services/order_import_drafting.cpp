// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_import_drafting.h"

#include "core/services/counter.h"

#include <algorithm>
#include <array>
#include <set>

namespace foyer {
namespace {

constexpr std::size_t kTicketsOfOrderMax = 1'000;

const std::array kImportNeeds{AccessControl::Approvable{Permission::EditCatalogue, {}},
                              AccessControl::Approvable{Permission::EditCustomers, {}},
                              AccessControl::Approvable{Permission::Sell, {}}};

/// The price of a ticket as it was there, split by the tax that was said there or is due here.
struct SplitPrice {
    TaxedAmount amount;
    TaxId tax;
    std::string taxName;
    std::int64_t rate = 0;
};

SplitPrice splitPrice(const ImportedTicket& ticket, const Offer& offer, const TicketType& type)
{
    const Money gross{ticket.gross, offer.organizer.currency};
    const Tax* here = offer.tax(type.tax);
    Tax tax = here != nullptr ? *here : Tax{};
    tax.inclusive = true;
    if (ticket.taxRateMilliPercent && *ticket.taxRateMilliPercent != tax.rateMilliPercent) {
        const std::int64_t rate = *ticket.taxRateMilliPercent;
        const auto same = std::ranges::find(offer.taxes, rate, &Tax::rateMilliPercent);
        const std::string percent = std::to_string(rate / 1000) +
            (rate % 1000 != 0 ? "." + std::to_string(rate % 1000) : std::string{}) + " %";
        tax = same != offer.taxes.end() ? *same : Tax{{}, rate == 0 ? "" : percent, rate};
        tax.inclusive = true;
    }
    SplitPrice split{applyTax(gross, tax.rateMilliPercent != 0 ? &tax : nullptr), tax.id, tax.name,
                     tax.rateMilliPercent};
    if (ticket.tax && *ticket.tax >= 0 && *ticket.tax <= ticket.gross) {
        split.amount = {gross - Money{*ticket.tax, gross.currency()},
                        Money{*ticket.tax, gross.currency()}, gross};
    }
    return split;
}

} // namespace

std::span<const AccessControl::Approvable> neededForOrderImports()
{
    return kImportNeeds;
}

Uuid OrderDrafting::newId()
{
    return Uuid::v7(m_counter.clock().now(), m_counter.random());
}

Result<void> OrderDrafting::addTicket(OrderDraft& draft, const ImportedTicket& ticket)
{
    const auto place = m_matching.placeOf(ticket);
    if (!place) {
        return place.error();
    }
    const Offer& offer = place->selling->offer;
    if (draft.placed.currency != offer.organizer.currency) {
        return refused("mixed_currency",
                       "\"" + offer.event.name + "\" is sold in " +
                           std::string{offer.organizer.currency.code()} + ", not in " +
                           std::string{draft.placed.currency.code()} + ".",
                       "currency");
    }
    if (ticket.gross < 0) {
        return refused("bad_amount", "A ticket cannot cost less than nothing.", "price");
    }
    const SplitPrice price = splitPrice(ticket, offer, *place->type);
    OrderPlaced::Line line{.ticket = TicketId{newId()},
                           .performance = offer.performance.id,
                           .type = place->type->id,
                           .category = place->category->id,
                           .seat = place->seat,
                           .seatLabel = place->seat  ? offer.plan->seatLabel(*place->seat)
                               : ticket.seat.empty() ? place->category->name
                                                     : ticket.seat,
                           .typeName = place->type->name,
                           .categoryName = place->category->name,
                           .net = price.amount.net.minor(),
                           .taxAmount = price.amount.tax.minor(),
                           .tax = price.tax,
                           .taxName = price.taxName,
                           .taxRateMilliPercent = price.rate,
                           .quotas = {}};
    for (const Quota& quota : offer.quotas) {
        if (!quota.isOff && quota.covers(line.type, line.category)) {
            line.quotas.push_back(quota.id);
        }
    }
    draft.places.push_back({line.performance, line.seat, line.quotas});
    draft.placed.lines.push_back(std::move(line));
    draft.tickets.push_back(&ticket);
    return {};
}

Result<OrderDraft> OrderDrafting::draftOf(const ImportedOrder& order)
{
    const auto currency = Currency::fromCode(order.currency);
    if (!currency) {
        return badInput("bad_currency",
                        "\"" + order.currency + "\" is no currency that is known here.",
                        "currency");
    }
    if (order.tickets.size() > kTicketsOfOrderMax) {
        return badInput("order_too_large", "An order has at most 1000 tickets.", "tickets");
    }
    OrderDraft draft{.placed = {.order = OrderId{newId()}, .currency = *currency},
                     .places = {},
                     .tickets = {}};
    std::set<std::pair<PerformanceId, SeatNumber>> seats;
    for (const ImportedTicket& ticket : order.tickets) {
        if (ticket.isCancelled) {
            continue;
        }
        if (auto added = addTicket(draft, ticket); !added) {
            return std::move(added).error();
        }
        const OrderPlaced::Line& line = draft.placed.lines.back();
        if (line.seat && !seats.emplace(line.performance, *line.seat).second) {
            return refused("seat_taken", line.seatLabel + " stands twice in this order.", "seat");
        }
    }
    if (auto added = addFees(draft, order); !added) {
        return std::move(added).error();
    }
    if (draft.placed.total() > Money::kMinorMax) {
        return refused("bad_amount", "The sum of this order is too large.", "price");
    }
    return draft;
}

Result<void> OrderDrafting::addFees(OrderDraft& draft, const ImportedOrder& order)
{
    for (const ImportedFee& fee : order.fees) {
        if (fee.gross < 0 || fee.tax < 0 || fee.tax > fee.gross) {
            return refused("bad_amount", "A fee cannot be less than nothing.", "fees");
        }
        draft.placed.fees.push_back({FeeId{},
                                     draft.placed.lines.front().performance,
                                     fee.text,
                                     fee.gross - fee.tax,
                                     fee.tax,
                                     TaxId{},
                                     {},
                                     fee.taxRateMilliPercent,
                                     TicketId{}});
    }
    return {};
}

} // namespace foyer
