// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/sales/after_sale_entries.h"
#include "core/storage/ledger_lines.h"
#include "core/storage/order_changes.h"
#include "core/storage/shift_facts.h"

namespace foyer::projections {

void recordChange(Database& database, const Entry& entry, OrderId order, const ChangeNote& change)
{
    database.post("INSERT INTO order_change (organizer, entry, sale_order, at, actor, kind, "
                  "purpose, note, amount, tickets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, order, entry.at.value, entry.actor, entry.kind,
                   change.purpose, change.note, change.amount, change.tickets});
}

void paymentReturned(Database& database, const Entry& entry, const CborValue& body)
{
    const auto returned = decodePaymentReturned(body);
    if (!returned) {
        return;
    }
    database.post("INSERT INTO payment_return (organizer, id, sale_order, payment, at, method, "
                  "currency, amount, rounding, reference, subject) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, returned->payment, returned->order, returned->of,
                   entry.at.value, paymentMethodName(returned->method), returned->currency.code(),
                   returned->amount, returned->rounding, returned->reference,
                   returned->subject.isNil() ? std::nullopt : std::optional{returned->subject}});
    recordChange(database, entry, returned->order,
                 {std::string{paymentMethodName(returned->method)}, returned->reference,
                  -(returned->amount + returned->rounding), 0});
    book(database, entry, ledgerOf(*returned));
    recordShiftFact(database, entry, returned->shift, returned->order, figuresOf(*returned));
}

void orderCustomerSet(Database& database, const Entry& entry, const CborValue& body)
{
    const auto set = decodeOrderCustomerSet(body);
    if (!set) {
        return;
    }
    database.post("INSERT INTO order_customer (organizer, sale_order, at, entry, customer) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, sale_order) DO UPDATE SET "
                  "at = excluded.at, entry = excluded.entry, customer = excluded.customer "
                  "WHERE (excluded.at, excluded.entry) > (order_customer.at, order_customer.entry)",
                  {entry.organizer, set->order, entry.at.value, entry.id, set->customer});
    recordChange(database, entry, set->order, {});
}

void pickupSplit(Database& database, const Entry& entry, const CborValue& body)
{
    const auto split = decodePickupSplit(body);
    if (!split) {
        return;
    }
    for (const TicketId ticket : split->tickets) {
        database.post("INSERT INTO pickup (organizer, ticket, sale_order, at, entry, customer) "
                      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, ticket) DO UPDATE SET "
                      "sale_order = excluded.sale_order, at = excluded.at, entry = excluded.entry, "
                      "customer = excluded.customer "
                      "WHERE (excluded.at, excluded.entry) > (pickup.at, pickup.entry)",
                      {entry.organizer, ticket, split->order, entry.at.value, entry.id,
                       split->customer});
    }
    recordChange(database, entry, split->order,
                 {{}, {}, 0, static_cast<std::int64_t>(split->tickets.size())});
}

void documentPrinted(Database& database, const Entry& entry, const CborValue& body)
{
    const auto printed = decodeDocumentPrinted(body);
    if (!printed) {
        return;
    }
    recordChange(database, entry, printed->order,
                 {printed->document, {}, 0, static_cast<std::int64_t>(printed->tickets.size())});
}

} // namespace foyer::projections
