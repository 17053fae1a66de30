// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/buyer_store.h"

namespace foyer {

std::vector<Buyer> readBuyersOf(Database& database, OrganizerId organizer,
                                PerformanceId performance)
{
    std::vector<Buyer> buyers;
    database.each(
        "SELECT sale_order.id, CASE WHEN order_customer.entry IS NULL THEN sale_order.customer "
        "ELSE order_customer.customer END FROM sale_order LEFT JOIN order_customer ON "
        "order_customer.organizer = sale_order.organizer AND "
        "order_customer.sale_order = sale_order.id "
        "WHERE sale_order.organizer = ? AND sale_order.id IN (SELECT sale_order FROM ticket "
        "WHERE organizer = ? AND performance = ? AND voided_at IS NULL) "
        "AND NOT EXISTS (SELECT 1 FROM order_void WHERE "
        "order_void.organizer = sale_order.organizer AND order_void.sale_order = sale_order.id) "
        "ORDER BY sale_order.id",
        {organizer, organizer, performance}, [&](const DbRow& row) {
            if (const auto customer = row.optionalId<CustomerId>(1)) {
                buyers.push_back({row.id<OrderId>(0), *customer});
            }
        });
    return buyers;
}

bool isPaid(Database& database, OrganizerId organizer, OrderId order)
{
    const auto total =
        database.integer("SELECT total FROM sale_order WHERE organizer = ? AND id = ?",
                         {organizer, order});
    const auto paid = database.integer("SELECT coalesce(sum(amount), 0) FROM payment "
                                       "WHERE organizer = ? AND sale_order = ?",
                                       {organizer, order});
    return total && paid.value_or(0) >= *total;
}

std::optional<Instant> readLifeBegan(Database& database, const Identity& identity)
{
    const auto at = database.integer("SELECT at FROM entry WHERE organizer = ? AND replica = ? AND "
                                     "epoch = ? AND sequence = 1",
                                     {identity.organizer, identity.replica, identity.epoch});
    return at ? std::optional{HlcTime{*at}.instant()} : std::nullopt;
}

} // namespace foyer
