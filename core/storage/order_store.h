// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/order.h"
#include "core/domain/sales/sale_entries.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads orders, tickets and scans. All functions throw StorageFailure.

/// An order with its lines, tickets and payments; nothing where there is none.
std::optional<Order> readOrder(Database& database, OrganizerId organizer, OrderId id);
/// The order of a code in its stored form (normalizedOrderCode).
std::optional<OrderId> readOrderIdByCode(Database& database, OrganizerId organizer,
                                         const std::string& code);
/// The order that a payment belongs to; nothing where the payment is not known here.
std::optional<OrderId> readOrderOfPayment(Database& database, OrganizerId organizer,
                                          PaymentId payment);
/// The order of a ticket; nothing where the sale is not known here.
std::optional<Ticket> readTicket(Database& database, OrganizerId organizer, TicketId id);
/// The quotas of which a ticket spent a right.
std::vector<QuotaId> readTicketQuotas(Database& database, OrganizerId organizer, TicketId id);
/// Whether order codes of this organizer begin, or may begin, with a series.
bool isSeriesKnown(Database& database, OrganizerId organizer, const std::string& series);
/// The last number used of an order code series.
std::int64_t readSeriesUsed(Database& database, OrganizerId organizer, const std::string& series);
/// What an order and its payments booked: enough of their entries to book it back.
struct BookedOrder {
    OrderPlaced placed;
    std::vector<PaymentTaken> payments;
};
BookedOrder bookedOf(const Order& order);

} // namespace foyer
