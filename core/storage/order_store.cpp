// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/order_store.h"

#include "core/domain/journal/entry.h"
#include "core/storage/deal_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/right_counts.h"
#include "core/storage/worth_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

TaxedAmount amountIn(const DbRow& row, int netColumn, Currency currency)
{
    const Money net{row.integer(netColumn), currency};
    const Money tax{row.integer(netColumn + 1), currency};
    return {net, tax, net + tax};
}

Ticket ticketIn(const DbRow& row, Currency currency)
{
    Ticket ticket{.id = row.id<TicketId>(0),
                  .order = row.id<OrderId>(1),
                  .performance = row.id<PerformanceId>(2),
                  .type = row.id<TicketTypeId>(3),
                  .category = row.id<CategoryId>(4),
                  .seat = std::nullopt,
                  .seatLabel = row.text(6),
                  .typeName = row.text(7),
                  .categoryName = row.text(8),
                  .price = amountIn(row, 9, currency)};
    if (const auto seat = row.optionalInteger(5)) {
        ticket.seat = static_cast<SeatNumber>(*seat);
    }
    if (const auto admitted = row.optionalInteger(12)) {
        ticket.state = TicketState::Admitted;
        ticket.admittedAt = HlcTime{*admitted}.instant();
        ticket.admittedGate = row.text(13);
    }
    if (!row.isNull(11)) {
        ticket.state = TicketState::Voided;
    }
    return ticket;
}

constexpr const char* kTicketColumns =
    "SELECT ticket.id, sale_order, performance, type, category, seat, place, type_name, "
    "category_name, net, tax_amount, voided_at, "
    "(SELECT first_at FROM door_state WHERE door_state.organizer = ticket.organizer AND "
    "door_state.ticket = ticket.id), "
    "(SELECT first_gate FROM door_state WHERE door_state.organizer = ticket.organizer AND "
    "door_state.ticket = ticket.id), "
    "tax, tax_name, tax_rate, quotas, "
    "(SELECT currency FROM sale_order WHERE sale_order.organizer = ticket.organizer AND "
    "sale_order.id = ticket.sale_order) FROM ticket ";

void readTickets(Database& database, OrganizerId organizer, Order& order)
{
    static const std::string kSql =
        std::string{kTicketColumns} + "WHERE ticket.organizer = ? AND sale_order = ? ORDER BY line";
    const auto reductions = readReductions(database, organizer, order.id);
    database.each(kSql, {organizer, order.id}, [&](const DbRow& row) {
        Ticket ticket = ticketIn(row, order.total.currency());
        QuoteLine line{.kind = QuoteLine::Kind::Ticket,
                       .item = order.tickets.size(),
                       .fee = {},
                       .performance = ticket.performance,
                       .text = ticket.typeName + " · " + ticket.categoryName,
                       .amount = ticket.price,
                       .tax = row.id<TaxId>(14),
                       .taxName = row.text(15),
                       .taxRateMilliPercent = row.integer(16),
                       .quotas = projections::splitQuotas(row.bytes(17))};
        if (const auto cut = reductions.find(ticket.id); cut != reductions.end()) {
            line.reduction = cut->second;
        }
        order.lines.push_back(std::move(line));
        order.tickets.push_back(std::move(ticket));
    });
}

void readFees(Database& database, OrganizerId organizer, Order& order,
              std::map<std::int64_t, std::size_t>& byNumber)
{
    database.each("SELECT fee, performance, text, net, tax_amount, tax, tax_name, tax_rate, line "
                  "FROM order_fee WHERE organizer = ? AND sale_order = ? ORDER BY line",
                  {organizer, order.id}, [&](const DbRow& row) {
                      byNumber[row.integer(8)] = order.lines.size();
                      order.lines.push_back({.kind = QuoteLine::Kind::Fee,
                                             .item = 0,
                                             .fee = row.id<FeeId>(0),
                                             .performance = row.id<PerformanceId>(1),
                                             .text = row.text(2),
                                             .amount = amountIn(row, 3, order.total.currency()),
                                             .tax = row.id<TaxId>(5),
                                             .taxName = row.text(6),
                                             .taxRateMilliPercent = row.integer(7),
                                             .quotas = {}});
                  });
}

/// Takes out of the lines what was returned of them; those that are gone leave the order.
void applyReturns(Database& database, OrganizerId organizer, Order& order,
                  const std::map<std::int64_t, std::size_t>& fees)
{
    bool isChanged = false;
    database.each("SELECT ticket, fee_line, net, tax_amount FROM line_return "
                  "WHERE organizer = ? AND sale_order = ?",
                  {organizer, order.id}, [&](const DbRow& row) {
                      isChanged = true;
                      auto line = order.lines.end();
                      if (const auto ticket = row.optionalId<TicketId>(0)) {
                          line = std::ranges::find_if(order.lines, [&](const QuoteLine& each) {
                              return each.kind == QuoteLine::Kind::Ticket &&
                                  order.tickets[each.item].id == *ticket;
                          });
                      } else if (const auto fee = fees.find(row.integer(1)); fee != fees.end()) {
                          line = order.lines.begin() + static_cast<std::ptrdiff_t>(fee->second);
                      }
                      if (line != order.lines.end()) {
                          const Currency currency = order.total.currency();
                          line->amount.net -= Money{row.integer(2), currency};
                          line->amount.tax -= Money{row.integer(3), currency};
                          line->amount.gross = line->amount.net + line->amount.tax;
                      }
                  });
    if (isChanged) {
        std::erase_if(order.lines, [&](const QuoteLine& line) {
            return line.kind == QuoteLine::Kind::Ticket
                ? order.tickets[line.item].state == TicketState::Voided
                : line.amount.gross.isZero();
        });
    }
    order.total = Money{0, order.total.currency()};
    for (const QuoteLine& line : order.lines) {
        order.total += line.amount.gross;
    }
}

/// Gift cards that were sold.
void readGiftCardLines(Database& database, OrganizerId organizer, Order& order)
{
    for (const GiftCardId id : readGiftCardsOf(database, organizer, order.id)) {
        const auto card = readGiftCard(database, organizer, id)->card;
        const Money none{0, card.worth.currency()};
        order.lines.push_back({.kind = QuoteLine::Kind::GiftCard,
                               .item = 0,
                               .fee = {},
                               .performance = {},
                               .text = card.tail,
                               .amount = {card.worth, none, card.worth},
                               .tax = {},
                               .taxName = {},
                               .taxRateMilliPercent = 0,
                               .quotas = {},
                               .giftCard = id});
    }
}

/// What was left on the gift cards that it was paid with.
void readLeftOver(Database& database, OrganizerId organizer, Order& order)
{
    for (SettledTender& payment : order.payments) {
        if (payment.tender.method == PaymentMethod::GiftCard) {
            if (const auto left = readLeftAfter(database, organizer, order.id,
                                                GiftCardId{payment.tender.subject})) {
                payment.left = Money{*left, order.total.currency()};
            }
        }
    }
}

/// What was to be paid by a provider and then was paid in another way is no payment of the order;
/// of what is left, how much is awaited.
void readAwaitedOf(Database& database, OrganizerId organizer, Order& order)
{
    if (std::ranges::none_of(order.payments, [](const SettledTender& payment) {
            return isByProvider(payment.tender.method);
        })) {
        return;
    }
    const auto instead = readPaidInstead(database, organizer, order.id);
    std::erase_if(order.payments, [&](const SettledTender& payment) {
        return isByProvider(payment.tender.method) &&
            instead.contains(PaymentId{payment.tender.subject});
    });
    for (const SettledTender& payment : order.payments) {
        if (isByProvider(payment.tender.method)) {
            const PaymentId id{payment.tender.subject};
            order.awaitedMinor += std::max<std::int64_t>(readAwaited(database, organizer, id), 0);
        }
    }
}

void readPayments(Database& database, OrganizerId organizer, Order& order)
{
    const Currency currency = order.total.currency();
    database.each("SELECT method, amount, tendered, reference, rounding, subject FROM payment "
                  "WHERE organizer = ? AND sale_order = ? ORDER BY at, id",
                  {organizer, order.id}, [&](const DbRow& row) {
                      const auto method = paymentMethodNamed(row.text(0));
                      const Money amount{row.integer(1), currency};
                      const Money tendered{row.integer(2), currency};
                      const std::int64_t rounding = row.integer(4);
                      const Money change = tendered - amount - Money{rounding, currency};
                      order.payments.push_back(
                          {{method.value_or(PaymentMethod::Cash), tendered, row.text(3),
                            row.isNull(5) ? Uuid{} : row.id<GiftCardId>(5).uuid},
                           amount,
                           change,
                           rounding});
                      order.change += change;
                  });
    readAwaitedOf(database, organizer, order);
}

} // namespace

std::optional<Order> readOrder(Database& database, OrganizerId organizer, OrderId id)
{
    std::optional<Order> order;
    database.each("SELECT code, sale_order.at, currency, total, "
                  "CASE WHEN order_customer.entry IS NULL THEN sale_order.customer "
                  "ELSE order_customer.customer END FROM sale_order LEFT JOIN order_customer ON "
                  "order_customer.organizer = sale_order.organizer AND "
                  "order_customer.sale_order = sale_order.id "
                  "WHERE sale_order.organizer = ? AND sale_order.id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      const auto currency = Currency::fromCode(row.text(2));
                      if (!currency) {
                          throw StorageFailure{
                              storageError("bad_row",
                                           "An order row is damaged. Run foyer-cli rebuild to make "
                                           "the tables again from the journal.")};
                      }
                      order = Order{.id = id,
                                    .code = row.text(0),
                                    .placedAt = HlcTime{row.integer(1)}.instant(),
                                    .total = Money{row.integer(3), *currency},
                                    .change = Money{0, *currency},
                                    .customer = row.optionalId<CustomerId>(4)};
                  });
    if (!order) {
        return std::nullopt;
    }
    readTickets(database, organizer, *order);
    std::map<std::int64_t, std::size_t> fees;
    readFees(database, organizer, *order, fees);
    readGiftCardLines(database, organizer, *order);
    applyReturns(database, organizer, *order, fees);
    readPayments(database, organizer, *order);
    readLeftOver(database, organizer, *order);
    order->refundedMinor =
        database
            .integer("SELECT sum(amount + rounding) FROM payment_return WHERE organizer = ? AND "
                     "sale_order = ?",
                     {organizer, id})
            .value_or(0);
    order->voided = database
                        .integer("SELECT 1 FROM order_void WHERE organizer = ? AND sale_order = ? "
                                 "LIMIT 1",
                                 {organizer, id})
                        .has_value();
    return order;
}

std::optional<OrderId> readOrderIdByCode(Database& database, OrganizerId organizer,
                                         const std::string& code)
{
    std::optional<OrderId> found;
    database.each("SELECT id FROM sale_order WHERE organizer = ? AND code = ? ORDER BY id LIMIT 1",
                  {organizer, code}, [&](const DbRow& row) { found = row.id<OrderId>(0); });
    return found;
}

std::optional<OrderId> readOrderOfPayment(Database& database, OrganizerId organizer,
                                          PaymentId payment)
{
    std::optional<OrderId> found;
    database.each("SELECT sale_order FROM payment WHERE organizer = ? AND id = ?",
                  {organizer, payment}, [&](const DbRow& row) { found = row.id<OrderId>(0); });
    return found;
}

std::optional<Ticket> readTicket(Database& database, OrganizerId organizer, TicketId id)
{
    static const std::string kSql =
        std::string{kTicketColumns} + "WHERE ticket.organizer = ? AND ticket.id = ?";
    std::optional<Ticket> found;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) {
        const auto currency = Currency::fromCode(row.text(18));
        found = ticketIn(row, currency.value_or(*Currency::fromCode("EUR")));
    });
    return found;
}

std::vector<QuotaId> readTicketQuotas(Database& database, OrganizerId organizer, TicketId id)
{
    std::vector<QuotaId> quotas;
    database.each("SELECT quotas FROM ticket WHERE organizer = ? AND id = ?", {organizer, id},
                  [&](const DbRow& row) { quotas = projections::splitQuotas(row.bytes(0)); });
    return quotas;
}

bool isSeriesKnown(Database& database, OrganizerId organizer, const std::string& series)
{
    return database
        .integer("SELECT 1 FROM order_series WHERE organizer = ? AND series = ?",
                 {organizer, series})
        .has_value();
}

std::int64_t readSeriesUsed(Database& database, OrganizerId organizer, const std::string& series)
{
    return database
        .integer("SELECT used FROM order_series WHERE organizer = ? AND series = ?",
                 {organizer, series})
        .value_or(0);
}

BookedOrder bookedOf(const Order& order)
{
    BookedOrder booked{.placed = {.order = order.id, .currency = order.total.currency()},
                       .payments = {}};
    for (const QuoteLine& line : order.lines) {
        if (line.kind == QuoteLine::Kind::Ticket) {
            const Ticket& ticket = order.tickets.at(line.item);
            booked.placed.lines.push_back({.ticket = ticket.id,
                                           .performance = line.performance,
                                           .type = ticket.type,
                                           .typeName = ticket.typeName,
                                           .net = line.amount.net.minor(),
                                           .taxAmount = line.amount.tax.minor(),
                                           .tax = line.tax,
                                           .taxName = line.taxName,
                                           .reduction = line.reduction});
        } else if (line.kind == QuoteLine::Kind::GiftCard) {
            booked.placed.giftCards.push_back(
                {line.giftCard, line.text, line.amount.gross.minor()});
        } else {
            booked.placed.fees.push_back({.fee = line.fee,
                                          .performance = line.performance,
                                          .text = line.text,
                                          .net = line.amount.net.minor(),
                                          .taxAmount = line.amount.tax.minor(),
                                          .tax = line.tax,
                                          .taxName = line.taxName});
        }
    }
    for (const SettledTender& payment : order.payments) {
        booked.payments.push_back({.order = order.id,
                                   .method = payment.tender.method,
                                   .currency = order.total.currency(),
                                   .amount = payment.amount.minor(),
                                   .rounding = payment.rounding,
                                   .subject = payment.tender.subject});
    }
    return booked;
}

} // namespace foyer
