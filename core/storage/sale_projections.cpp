// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/sales/after_sale_entries.h"
#include "core/domain/sales/sale_entries.h"
#include "core/domain/till/till_figures.h"
#include "core/storage/incident_watch.h"
#include "core/storage/invoice_payments.h"
#include "core/storage/ledger_lines.h"
#include "core/storage/order_changes.h"
#include "core/storage/placed_orders.h"
#include "core/storage/right_counts.h"
#include "core/storage/shift_facts.h"
#include "core/storage/user_acts.h"

#include <algorithm>
#include <map>
#include <memory>

namespace foyer::projections {
namespace {

/// What the tickets of an entry spend: counted once it is known which of them are new.
struct Spending {
    OrganizerId organizer;
    ReplicaId replica;
    OrderId order;
    std::size_t linesLeft = 0;
    std::map<QuotaId, std::int64_t> rights;
};

void recordReduction(Database& database, const Spending& spending, TicketId ticket,
                     const Reduction& cut)
{
    if (cut.kind == Reduction::Kind::None) {
        return;
    }
    database.addRow("ticket_reduction (organizer, ticket, sale_order, replica, kind, amount, "
                    "text, subject)",
                    {spending.organizer, ticket, spending.order, spending.replica,
                     reductionName(cut.kind), cut.minor, cut.text,
                     cut.subject.isNil() ? std::nullopt : std::optional{cut.subject}});
}

/// What follows from a line whose ticket's sale was not known before; and from the last line, that
/// the rights of them all are spent.
void lineRecorded(Database& database, Spending& spending, TicketId ticket, const Reduction& cut,
                  const std::vector<QuotaId>& quotas, bool isNew)
{
    if (isNew) {
        recordReduction(database, spending, ticket, cut);
        for (const QuotaId quota : quotas) {
            ++spending.rights[quota];
        }
    }
    if (--spending.linesLeft > 0) {
        return;
    }
    for (const auto& [quota, rights] : spending.rights) {
        countRights(database, spending.organizer, spending.replica, quota, rights, 0);
    }
}

/// The ticket's row may be there without its sale: a void can arrive first.
void recordSold(Database& database, const OrderPlaced::Line& line, std::int64_t number,
                const std::shared_ptr<Spending>& spending)
{
    database.post(
        "INSERT INTO ticket (organizer, id, sale_order, line, performance, type, category, "
        "seat, place, type_name, category_name, net, tax_amount, tax, tax_name, tax_rate, "
        "quotas) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (organizer, id) DO UPDATE SET sale_order = excluded.sale_order, "
        "line = excluded.line, performance = excluded.performance, type = excluded.type, "
        "category = excluded.category, seat = excluded.seat, place = excluded.place, "
        "type_name = excluded.type_name, category_name = excluded.category_name, "
        "net = excluded.net, tax_amount = excluded.tax_amount, tax = excluded.tax, "
        "tax_name = excluded.tax_name, tax_rate = excluded.tax_rate, "
        "quotas = excluded.quotas WHERE ticket.sale_order IS NULL",
        {spending->organizer, line.ticket, spending->order, number, line.performance, line.type,
         line.category, line.seat, line.seatLabel, line.typeName, line.categoryName, line.net,
         line.taxAmount, line.tax, line.taxName, line.taxRateMilliPercent,
         joinedQuotas(line.quotas)},
        [&database, spending, ticket = line.ticket, cut = line.reduction,
         quotas = line.quotas](std::int64_t changed) {
            lineRecorded(database, *spending, ticket, cut, quotas, changed == 1);
        });
}

/// The tickets of some lines, the first of them being the order's line `first`, and the rights that
/// they spend.
void recordLines(Database& database, const Entry& entry, const OrderPlaced& order,
                 std::int64_t first)
{
    const auto spending = std::make_shared<Spending>(
        Spending{entry.organizer, entry.replica, order.order, order.lines.size(), {}});
    for (const auto& line : order.lines) {
        recordSold(database, line, first++, spending);
    }
    if (std::ranges::any_of(order.lines, [](const auto& line) { return line.seat.has_value(); })) {
        watchSeatsOf(database, entry.organizer, order.order);
    }
}

/// An earlier void came to light: the right that a later one had regained is not that replica's. A
/// row that nothing else made goes, for it would not be there had the voids come the other way
/// round.
void takeBackRegained(Database& database, OrganizerId organizer, ReplicaId replica, QuotaId quota)
{
    countRights(database, organizer, replica, quota, 0, -1);
    database.post("DELETE FROM allotment WHERE organizer = ? AND quota = ? AND replica = ? AND "
                  "granted = 0 AND returned = 0 AND spent = 0 AND regained = 0",
                  {organizer, quota, replica});
}

/// Of several voids of one ticket the earliest by (at, replica) stands; the right returns to the
/// replica that made it, and to no other.
void recordVoided(Database& database, const Entry& entry, const OrderVoided::Place& place)
{
    std::optional<HlcTime> knownAt;
    ReplicaId knownBy;
    database.lock(place.ticket.uuid);
    database.each("SELECT voided_at, voided_by FROM ticket WHERE organizer = ? AND id = ?",
                  {entry.organizer, place.ticket}, [&](const DbRow& row) {
                      if (!row.isNull(0)) {
                          knownAt = HlcTime{row.integer(0)};
                          knownBy = row.id<ReplicaId>(1);
                      }
                  });
    const bool standsAlready =
        knownAt && std::pair{*knownAt, knownBy} <= std::pair{entry.at, entry.replica};
    if (standsAlready) {
        return;
    }
    database.post("INSERT INTO ticket (organizer, id, performance, voided_at, voided_by) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "voided_at = excluded.voided_at, voided_by = excluded.voided_by",
                  {entry.organizer, place.ticket, place.performance, entry.at.value,
                   entry.replica});
    for (const QuotaId quota : place.quotas) {
        if (knownAt) {
            takeBackRegained(database, entry.organizer, knownBy, quota);
        }
        countRights(database, entry.organizer, entry.replica, quota, 0, 1);
    }
    watchSeatOf(database, entry.organizer, place.ticket);
}

/// What a whole order was worth that was taken back.
std::int64_t worthOf(const OrderVoided& voided)
{
    std::int64_t worth = 0;
    for (const LedgerLine& line : voided.reversal) {
        worth -= line.account == account::kReceivable ? std::min<std::int64_t>(line.amount, 0) : 0;
    }
    return worth;
}

} // namespace

void recordPlacedOrder(Database& database, const Entry& entry, const OrderPlaced& order,
                       const std::vector<LedgerLine>& ledger)
{
    database.post("INSERT INTO sale_order (organizer, id, code, replica, at, currency, total, "
                  "customer, seller, epoch, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, order.order, order.code, entry.replica, entry.at.value,
                   order.currency.code(), order.total(), order.customer, entry.actor, entry.epoch,
                   entry.sequence});
    database.post("INSERT INTO order_series (organizer, series, used) VALUES (?, ?, ?) "
                  "ON CONFLICT (organizer, series) DO UPDATE SET used = excluded.used "
                  "WHERE excluded.used > order_series.used",
                  {entry.organizer, order.series, order.number});
    recordLines(database, entry, order, 0);
    std::int64_t number = 0;
    for (const auto& fee : order.fees) {
        database.addRow("order_fee (organizer, sale_order, line, fee, performance, text, net, "
                        "tax_amount, tax, tax_name, tax_rate, ticket)",
                        {entry.organizer, order.order, number++, fee.fee, fee.performance, fee.text,
                         fee.net, fee.taxAmount, fee.tax, fee.taxName, fee.taxRateMilliPercent,
                         fee.ticket.isNil() ? std::nullopt : std::optional{fee.ticket}});
    }
    watchNewOrder(database, entry.organizer, order.order);
    recordSaleAct(database, entry, order);
    book(database, entry, ledger);
    recordShiftFact(database, entry, order.shift, order.order, figuresOf(order));
}

void orderPlaced(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto order = decodeOrderPlaced(body)) {
        recordPlacedOrder(database, entry, *order, ledgerOf(*order));
    }
}

void paymentTaken(Database& database, const Entry& entry, const CborValue& body)
{
    const auto payment = decodePaymentTaken(body);
    if (!payment) {
        return;
    }
    book(database, entry, ledgerOf(*payment));
    recordShiftFact(database, entry, payment->shift, payment->order, figuresOf(*payment));
    if (!payment->settles.isNil()) {
        recordInvoicePayment(database, entry, *payment);
        recordUserAct(database, entry, entry.actor,
                      {payment->order, payment->currency, payment->amount, {}});
        return;
    }
    if (!payment->instead.isNil()) {
        database.post("INSERT INTO payment_instead (organizer, id, instead, sale_order, amount) "
                      "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, payment->payment, payment->instead, payment->order,
                       payment->amount});
    }
    database.addRow("payment (organizer, id, sale_order, at, method, currency, amount, tendered, "
                    "reference, rounding, subject)",
                    {entry.organizer, payment->payment, payment->order, entry.at.value,
                     paymentMethodName(payment->method), payment->currency.code(), payment->amount,
                     payment->tendered, payment->reference, payment->rounding,
                     payment->subject.isNil() ? std::nullopt : std::optional{payment->subject}});
}

void orderVoided(Database& database, const Entry& entry, const CborValue& body)
{
    const auto voided = decodeOrderVoided(body);
    if (!voided) {
        return;
    }
    database.post("INSERT INTO order_void (organizer, sale_order, entry, at, replica, reason) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, voided->order, entry.id, entry.at.value, entry.replica,
                   voided->reason});
    for (const auto& place : voided->places) {
        recordVoided(database, entry, place);
    }
    watchOrder(database, entry.organizer, voided->order);
    recordUserAct(database, entry, entry.actor,
                  {voided->order, voided->currency, -worthOf(*voided), voided->reason});
    book(database, entry, voided->reversal);
    recordShiftFact(database, entry, voided->shift, voided->order, voided->figures, voided->reason);
}

void ticketsReturned(Database& database, const Entry& entry, const CborValue& body)
{
    const auto returned = decodeTicketsReturned(body);
    if (!returned) {
        return;
    }
    std::int64_t number = 0;
    for (const auto& line : returned->lines) {
        database.post("INSERT INTO line_return (organizer, entry, number, sale_order, ticket, net, "
                      "tax_amount) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, entry.id, number++, returned->order, line.ticket, line.net,
                       line.taxAmount});
        if (line.voids) {
            recordVoided(database, entry, {line.ticket, line.performance, line.quotas});
        }
    }
    for (const auto& fee : returned->fees) {
        database.post("INSERT INTO line_return (organizer, entry, number, sale_order, fee_line, "
                      "net, tax_amount) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, entry.id, number++, returned->order, fee.line, fee.net,
                       fee.taxAmount});
    }
    recordChange(database, entry, returned->order,
                 {returned->purpose, returned->reason, -returned->total(),
                  static_cast<std::int64_t>(returned->lines.size())});
    watchOrder(database, entry.organizer, returned->order);
    recordUserAct(database, entry, entry.actor,
                  {returned->order, returned->currency, -returned->total(), returned->reason});
    book(database, entry, ledgerOf(*returned));
    recordShiftFact(database, entry, returned->shift, returned->order, figuresOf(*returned),
                    returned->reason);
}

void orderExtended(Database& database, const Entry& entry, const CborValue& body)
{
    const auto extended = decodeOrderExtended(body);
    if (!extended) {
        return;
    }
    recordLines(database, entry,
                {.order = extended->order,
                 .currency = extended->currency,
                 .lines = extended->lines},
                extended->firstLine);
    for (std::size_t i = 0; i < extended->lines.size(); ++i) {
        database.post("UPDATE ticket SET replaces = ? WHERE organizer = ? AND id = ?",
                      {extended->replaces[i], entry.organizer, extended->lines[i].ticket});
    }
    watchOrder(database, entry.organizer, extended->order);
    recordUserAct(database, entry, entry.actor,
                  {extended->order, extended->currency, extended->total(), {}});
    recordChange(database, entry, extended->order,
                 {{}, {}, extended->total(), static_cast<std::int64_t>(extended->lines.size())});
    book(database, entry, ledgerOf(*extended));
    recordShiftFact(database, entry, extended->shift, extended->order, figuresOf(*extended));
}

} // namespace foyer::projections
