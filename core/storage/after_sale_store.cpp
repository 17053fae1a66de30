// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/after_sale_store.h"

#include "core/domain/journal/entry.h"
#include "core/storage/deal_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/right_counts.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

/// Which ticket stands for which: given for it later.
using Replacements = std::map<TicketId, TicketId>;

void readLines(Database& database, OrganizerId organizer, StandingOrder& order,
               Replacements& replacements)
{
    const auto reductions = readReductions(database, organizer, order.id);
    database.each(
        "SELECT id, line, performance, type, category, seat, place, type_name, category_name, net, "
        "tax_amount, tax, tax_name, tax_rate, quotas, voided_at, replaces, "
        "EXISTS (SELECT 1 FROM door_state WHERE door_state.organizer = ticket.organizer AND "
        "door_state.ticket = ticket.id), "
        "(SELECT customer FROM pickup WHERE pickup.organizer = ticket.organizer AND "
        "pickup.ticket = ticket.id) "
        "FROM ticket WHERE organizer = ? AND sale_order = ? ORDER BY line",
        {organizer, order.id}, [&](const DbRow& row) {
            StandingLine line;
            line.sold = {.ticket = row.id<TicketId>(0),
                         .performance = row.id<PerformanceId>(2),
                         .type = row.id<TicketTypeId>(3),
                         .category = row.id<CategoryId>(4),
                         .seat = std::nullopt,
                         .seatLabel = row.text(6),
                         .typeName = row.text(7),
                         .categoryName = row.text(8),
                         .net = row.integer(9),
                         .taxAmount = row.integer(10),
                         .tax = row.id<TaxId>(11),
                         .taxName = row.text(12),
                         .taxRateMilliPercent = row.integer(13),
                         .quotas = projections::splitQuotas(row.bytes(14))};
            if (const auto seat = row.optionalInteger(5)) {
                line.sold.seat = static_cast<SeatNumber>(*seat);
            }
            if (const auto cut = reductions.find(line.sold.ticket); cut != reductions.end()) {
                line.sold.reduction = cut->second;
            }
            line.number = row.integer(1);
            line.state = !row.isNull(15) ? TicketState::Voided
                : row.integer(17) != 0   ? TicketState::Admitted
                                         : TicketState::Sold;
            line.pickup = row.optionalId<CustomerId>(18);
            if (const auto replaced = row.optionalId<TicketId>(16)) {
                replacements[*replaced] = line.sold.ticket;
            }
            order.lines.push_back(std::move(line));
        });
}

void readFees(Database& database, OrganizerId organizer, StandingOrder& order,
              const Replacements& replacements)
{
    database.each("SELECT line, fee, performance, text, net, tax_amount, tax, tax_name, tax_rate, "
                  "ticket FROM order_fee WHERE organizer = ? AND sale_order = ? ORDER BY line",
                  {organizer, order.id}, [&](const DbRow& row) {
                      StandingFee fee;
                      fee.number = row.integer(0);
                      fee.sold = {.fee = row.id<FeeId>(1),
                                  .performance = row.id<PerformanceId>(2),
                                  .text = row.text(3),
                                  .net = row.integer(4),
                                  .taxAmount = row.integer(5),
                                  .tax = row.id<TaxId>(6),
                                  .taxName = row.text(7),
                                  .taxRateMilliPercent = row.integer(8),
                                  .ticket = row.id<TicketId>(9)};
                      // A fee stays with the place it was charged for when the ticket changes.
                      for (auto next = replacements.find(fee.sold.ticket);
                           next != replacements.end(); next = replacements.find(fee.sold.ticket)) {
                          fee.sold.ticket = next->second;
                      }
                      order.fees.push_back(std::move(fee));
                  });
}

void readReturns(Database& database, OrganizerId organizer, StandingOrder& order)
{
    database.each("SELECT ticket, fee_line, net, tax_amount FROM line_return "
                  "WHERE organizer = ? AND sale_order = ?",
                  {organizer, order.id}, [&](const DbRow& row) {
                      if (const auto ticket = row.optionalId<TicketId>(0)) {
                          for (StandingLine& line : order.lines) {
                              if (line.sold.ticket == *ticket) {
                                  line.returnedNet += row.integer(2);
                                  line.returnedTax += row.integer(3);
                              }
                          }
                          return;
                      }
                      for (StandingFee& fee : order.fees) {
                          if (fee.number == row.integer(1)) {
                              fee.returnedNet += row.integer(2);
                              fee.returnedTax += row.integer(3);
                          }
                      }
                  });
}

/// Less what came in the place of awaited payments, and what is still awaited of the others.
void readAwaitedOf(Database& database, OrganizerId organizer, StandingOrder& order)
{
    if (std::ranges::none_of(order.payments, [](const StandingPayment& payment) {
            return isByProvider(payment.method);
        })) {
        return;
    }
    const auto instead = readPaidInstead(database, organizer, order.id);
    for (StandingPayment& payment : order.payments) {
        if (!isByProvider(payment.method)) {
            continue;
        }
        if (const auto replaced = instead.find(payment.id); replaced != instead.end()) {
            payment.amount -= replaced->second;
        }
        if (payment.amount > 0) {
            payment.awaited =
                std::max<std::int64_t>(readAwaited(database, organizer, payment.id), 0);
        }
    }
}

void readPayments(Database& database, OrganizerId organizer, StandingOrder& order)
{
    database.each("SELECT id, method, reference, amount, rounding, subject FROM payment "
                  "WHERE organizer = ? AND sale_order = ? ORDER BY at, id",
                  {organizer, order.id}, [&](const DbRow& row) {
                      order.payments.push_back(
                          {.id = row.id<PaymentId>(0),
                           .method = paymentMethodNamed(row.text(1)).value_or(PaymentMethod::Cash),
                           .reference = row.text(2),
                           .subject = row.uuid(5),
                           .amount = row.integer(3),
                           .rounding = row.integer(4)});
                  });
    database.each("SELECT payment, amount, rounding FROM payment_return "
                  "WHERE organizer = ? AND sale_order = ?",
                  {organizer, order.id}, [&](const DbRow& row) {
                      const auto of = std::ranges::find(order.payments, row.id<PaymentId>(0),
                                                        &StandingPayment::id);
                      if (of != order.payments.end()) {
                          of->returnedAmount += row.integer(1);
                          of->returnedRounding += row.integer(2);
                      }
                  });
    readAwaitedOf(database, organizer, order);
}

} // namespace

std::optional<StandingOrder> readStandingOrder(Database& database, OrganizerId organizer,
                                               OrderId id)
{
    std::optional<StandingOrder> order;
    database.each(
        "SELECT code, replica, sale_order.at, currency, "
        "CASE WHEN order_customer.entry IS NULL THEN sale_order.customer "
        "ELSE order_customer.customer END, "
        "EXISTS (SELECT 1 FROM order_void WHERE order_void.organizer = sale_order.organizer AND "
        "order_void.sale_order = sale_order.id), seller "
        "FROM sale_order LEFT JOIN order_customer ON "
        "order_customer.organizer = sale_order.organizer AND "
        "order_customer.sale_order = sale_order.id "
        "WHERE sale_order.organizer = ? AND sale_order.id = ?",
        {organizer, id}, [&](const DbRow& row) {
            if (const auto currency = Currency::fromCode(row.text(3))) {
                order = StandingOrder{.id = id,
                                      .code = row.text(0),
                                      .replica = row.id<ReplicaId>(1),
                                      .placedAt = HlcTime{row.integer(2)}.instant(),
                                      .currency = *currency,
                                      .customer = row.optionalId<CustomerId>(4),
                                      .voided = row.integer(5) != 0,
                                      .seller = row.optionalId<UserId>(6).value_or(UserId{})};
            }
        });
    if (order) {
        Replacements replacements;
        readLines(database, organizer, *order, replacements);
        readFees(database, organizer, *order, replacements);
        readReturns(database, organizer, *order);
        readPayments(database, organizer, *order);
    }
    return order;
}

std::vector<OrderChange> readOrderChanges(Database& database, OrganizerId organizer, OrderId id)
{
    std::vector<OrderChange> changes;
    database.each("SELECT at, actor, kind, purpose, note, amount, tickets FROM order_change "
                  "WHERE organizer = ? AND sale_order = ? ORDER BY at, entry",
                  {organizer, id}, [&](const DbRow& row) {
                      changes.push_back({HlcTime{row.integer(0)}.instant(),
                                         row.id<UserId>(1),
                                         {},
                                         row.text(2),
                                         row.text(3),
                                         row.text(4),
                                         row.integer(5),
                                         row.integer(6)});
                  });
    return changes;
}

std::vector<OrderId> readOrdersSince(Database& database, OrganizerId organizer, Instant since,
                                     std::optional<std::int64_t> total, std::size_t limit)
{
    std::vector<OrderId> found;
    const auto take = [&](const DbRow& row) { found.push_back(row.id<OrderId>(0)); };
    const HlcTime from{since.ms << 16};
    const auto most = static_cast<std::int64_t>(limit);
    if (total) {
        database.each("SELECT id FROM sale_order WHERE organizer = ? AND at >= ? AND total = ? "
                      "ORDER BY at DESC LIMIT ?",
                      {organizer, from.value, *total, most}, take);
    } else {
        database.each("SELECT id FROM sale_order WHERE organizer = ? AND at >= ? "
                      "ORDER BY at DESC LIMIT ?",
                      {organizer, from.value, most}, take);
    }
    return found;
}

std::vector<OrderId> readOrdersOf(Database& database, OrganizerId organizer, CustomerId customer,
                                  std::size_t limit)
{
    std::vector<OrderId> found;
    database.each(
        "SELECT id FROM sale_order WHERE organizer = ? AND id IN ("
        "SELECT id FROM sale_order WHERE organizer = ? AND customer = ? "
        "UNION SELECT sale_order FROM order_customer WHERE organizer = ? AND customer = ? "
        "UNION SELECT sale_order FROM pickup WHERE organizer = ? AND customer = ?) "
        "ORDER BY at DESC LIMIT ?",
        {organizer, organizer, customer, organizer, customer, organizer, customer,
         static_cast<std::int64_t>(limit)},
        [&](const DbRow& row) { found.push_back(row.id<OrderId>(0)); });
    return found;
}

std::optional<OrderId> readOrderOfSeat(Database& database, OrganizerId organizer,
                                       PerformanceId performance, SeatNumber seat)
{
    std::optional<OrderId> found;
    database.each("SELECT sale_order FROM ticket WHERE organizer = ? AND performance = ? AND "
                  "seat = ? AND voided_at IS NULL AND sale_order IS NOT NULL",
                  {organizer, performance, seat},
                  [&](const DbRow& row) { found = row.id<OrderId>(0); });
    return found;
}

} // namespace foyer
