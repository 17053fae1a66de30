// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/imports/order_import_report.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Orders out of another system. Each becomes an order of this house, with an order code and ticket
/// codes of its own; it spends the rights and seats that it would spend if it was sold here, so
/// that nothing is oversold, and its money is booked against what the other system took. What is
/// pending or cancelled there is left out. An order that is here already is known by its source and
/// its id there, so an import that was interrupted is simply done again.

struct OrderImportTerms {
    ImportId continues; ///< nil: it is an import of its own
    /// Makes events that nobody here knows: with the dates, types and as many places as the orders
    /// need. What is over is archived, the rest is put on sale. Of an event that is here nothing is
    /// made.
    bool makeMissing = false;
    std::string venue; ///< of these; empty: the only one of the house
    /// Where tickets belong that name no event.
    std::optional<PerformanceId> performance;
    std::size_t ordersMax = 2'000'000;
    /// Asked after every step with the number of orders so far; false: stop here.
    std::function<bool(std::size_t orders)> goOn;
};

/// Says what importOrders() would do: does it all, and takes it back. Needs what it needs.
Result<OrderImportReport> checkOrderImport(Counter& counter, const OrderSource& source,
                                           const OrderImportTerms& terms);
/// Brings the orders, in steps of kOrderImportStep that are on disk one after the other. Needs
/// Permission::Sell, EditCustomers and EditCatalogue. Errors of the source, too_many_orders,
/// unknown_import, import_undone, venue_missing, database_behind, what importEvent() refuses with.
/// An order that cannot be taken is refused by itself, as a whole: unknown_event, ambiguous_event,
/// unknown_date, unknown_type, unknown_category, unknown_seat, mixed_currency, bad_amount, and as
/// sell() does: sold_out, seat_taken, seat_held, seat_not_here, rights_short.
Result<OrderImportReport> importOrders(Counter& counter, const OrderSource& source,
                                       const OrderImportTerms& terms);
inline constexpr std::size_t kOrderImportStep = 250;

/// The latest first. Needs Permission::ReadOrders.
Result<std::vector<OrderImport>> orderImports(Counter& counter);

/// Where an order came from; nothing of one that was placed here. Needs Permission::ReadOrders.
Result<std::optional<ImportedOrigin>> orderOrigin(Counter& counter, OrderId order);

/// Voids the orders that an import brought, but for those that were used since: admitted, refunded,
/// exchanged or given to somebody else here. What an interruption leaves is done by asking again.
/// Customers and events that it made stay. Needs what importOrders() needs. Refuses with
/// unknown_import, import_undone, database_behind.
Result<OrderImportUndone> undoOrderImport(Counter& counter, ImportId id,
                                          const std::function<bool(std::size_t orders)>& goOn = {});

} // namespace foyer
