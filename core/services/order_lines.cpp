// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_lines.h"

namespace foyer {
namespace {

/// The name of a standing place: its area, else its category.
std::string placeLabel(const Offer& offer, const CartItem& item)
{
    return item.seat ? offer.plan->seatLabel(*item.seat) : offer.category(item.category)->name;
}

} // namespace

OrderPlaced::Line placedLine(const CartItem& item, const QuoteLine& line, const Offer& offer,
                             TicketId ticket)
{
    return {ticket,
            item.performance,
            item.type,
            item.category,
            item.seat,
            placeLabel(offer, item),
            offer.type(item.type)->name,
            offer.category(item.category)->name,
            line.amount.net.minor(),
            line.amount.tax.minor(),
            line.tax,
            line.taxName,
            line.taxRateMilliPercent,
            line.quotas,
            line.reduction};
}

} // namespace foyer
