// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pricing/quote.h"
#include "core/domain/sales/cart.h"
#include "core/domain/sales/sale_entries.h"

namespace foyer {

/// A priced item as it is written into the entry that sells it. The offer is of its performance and
/// has its type and category.
OrderPlaced::Line placedLine(const CartItem& item, const QuoteLine& line, const Offer& offer,
                             TicketId ticket);

} // namespace foyer
