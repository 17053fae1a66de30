// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/guest_store.h"

#include "core/domain/journal/entry.h"

namespace foyer {

void readGuests(Database& database, OrganizerId organizer, PerformanceId performance,
                const std::function<void(const GuestRow&)>& take)
{
    database.each(
        "SELECT ticket.id, coalesce(sale_order.code, ''), sale_order.customer, ticket.seat, "
        "coalesce(ticket.place, ''), coalesce(ticket.type_name, ''), "
        "(SELECT first_at FROM door_state WHERE door_state.organizer = ticket.organizer AND "
        "door_state.ticket = ticket.id) FROM ticket "
        "LEFT JOIN sale_order ON sale_order.organizer = ticket.organizer AND "
        "sale_order.id = ticket.sale_order WHERE ticket.organizer = ? AND ticket.performance = ? "
        "AND ticket.voided_at IS NULL AND ticket.sale_order IS NOT NULL "
        "ORDER BY ticket.seat NULLS FIRST, sale_order.code, ticket.line",
        {organizer, performance}, [&](const DbRow& row) {
            GuestRow guest{.ticket = row.id<TicketId>(0),
                           .orderCode = row.text(1),
                           .customer = std::nullopt,
                           .seat = std::nullopt,
                           .place = row.text(4),
                           .typeName = row.text(5),
                           .admittedAt = std::nullopt};
            if (!row.isNull(2)) {
                guest.customer = row.id<CustomerId>(2);
            }
            if (const auto seat = row.optionalInteger(3)) {
                guest.seat = static_cast<std::uint32_t>(*seat);
            }
            if (const auto at = row.optionalInteger(6)) {
                guest.admittedAt = HlcTime{*at}.instant();
            }
            take(guest);
        });
}

} // namespace foyer
