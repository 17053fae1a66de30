// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/tickets/order_pages.h"
#include "core/domain/sales/invoice.h"

namespace foyer {

/// An invoice as a page like a receipt, to whom it goes, what is due and when; or a credit note,
/// what it takes back. `context.house` must be there. Refuses with unknown_performance.
Result<ReceiptPage> invoicePage(const Invoice& invoice, const Order& order,
                                const OrderContext& context);

} // namespace foyer
