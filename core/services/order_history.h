// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale.h"

#include <vector>

namespace foyer {

class Counter;

/// The order as it stands: what is left of its tickets, fees and payments, and who picks up what.
/// Needs Permission::ReadOrders. Refuses with unknown_order.
Result<StandingOrder> standingOrder(Counter& counter, OrderId order);

/// What was done to an order since it was placed, the oldest first, with the names of who did it.
/// Needs Permission::ReadOrders.
Result<std::vector<OrderChange>> orderHistory(Counter& counter, OrderId order);

} // namespace foyer
