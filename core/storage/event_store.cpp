// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/event_store.h"

namespace foyer {

std::vector<TicketGroup> readTicketGroups(Database& database, OrganizerId organizer,
                                          PerformanceId performance)
{
    std::vector<TicketGroup> groups;
    // Less what was given back of a ticket that stayed valid.
    database.each(
        "SELECT ticket.type, ticket.category, count(*), CAST(sum(ticket.net + ticket.tax_amount - "
        "(SELECT coalesce(sum(line_return.net + line_return.tax_amount), 0) FROM line_return WHERE "
        "line_return.organizer = ticket.organizer AND line_return.sale_order = ticket.sale_order "
        "AND line_return.ticket = ticket.id)) AS BIGINT) FROM ticket WHERE ticket.organizer = ? "
        "AND ticket.performance = ? AND ticket.voided_at IS NULL AND ticket.sale_order IS NOT NULL "
        "GROUP BY ticket.type, ticket.category ORDER BY ticket.type, ticket.category",
        {organizer, performance}, [&](const DbRow& row) {
            groups.push_back(
                {row.id<TicketTypeId>(0), row.id<CategoryId>(1), row.integer(2), row.integer(3)});
        });
    return groups;
}

std::vector<TicketOwner> readTicketOwners(Database& database, OrganizerId organizer,
                                          PerformanceId performance, TicketTypeId type,
                                          CategoryId category)
{
    std::vector<TicketOwner> owners;
    database.each(
        "SELECT sale_order.id, CASE WHEN order_customer.entry IS NULL THEN sale_order.customer "
        "ELSE order_customer.customer END FROM sale_order LEFT JOIN order_customer ON "
        "order_customer.organizer = sale_order.organizer AND "
        "order_customer.sale_order = sale_order.id "
        "WHERE sale_order.organizer = ? AND sale_order.id IN (SELECT sale_order FROM ticket "
        "WHERE organizer = ? AND performance = ? AND voided_at IS NULL AND "
        "(? = 1 OR type = ?) AND (? = 1 OR category = ?)) ORDER BY sale_order.id",
        {organizer, organizer, performance, std::int64_t{type.isNil()}, type,
         std::int64_t{category.isNil()}, category},
        [&](const DbRow& row) {
            owners.push_back({row.id<OrderId>(0), row.optionalId<CustomerId>(1)});
        });
    return owners;
}

std::int64_t readAdmitted(Database& database, OrganizerId organizer, PerformanceId performance)
{
    return database
        .integer("SELECT count(*) FROM door_state JOIN ticket ON "
                 "ticket.organizer = door_state.organizer AND ticket.id = door_state.ticket "
                 "WHERE door_state.organizer = ? AND door_state.performance = ? AND "
                 "ticket.voided_at IS NULL",
                 {organizer, performance})
        .value_or(0);
}

} // namespace foyer
