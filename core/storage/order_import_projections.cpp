// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/imports/import_entries.h"
#include "core/storage/placed_orders.h"
#include "core/storage/projections.h"

namespace foyer::projections {
namespace {

/// Receivable and paid in one: the order and its payment are one fact.
std::vector<LedgerLine> ledgerOfImported(const OrderImported& imported)
{
    std::vector<LedgerLine> lines = ledgerOf(imported.order);
    if (imported.order.total() == 0) {
        return lines;
    }
    const auto paid = ledgerOf(paymentOf(imported));
    lines.insert(lines.end(), paid.begin(), paid.end());
    return lines;
}

} // namespace

void orderImported(Database& database, const Entry& entry, const CborValue& body)
{
    const auto imported = decodeOrderImported(body);
    if (!imported) {
        return;
    }
    const OrderId order = imported->order.order;
    recordPlacedOrder(database, entry, imported->order, ledgerOfImported(*imported));
    if (const PaymentTaken paid = paymentOf(*imported); paid.amount > 0) {
        database.addRow("payment (organizer, id, sale_order, at, method, currency, amount, "
                        "tendered, reference, rounding, subject)",
                        {entry.organizer, paid.payment, order, entry.at.value,
                         paymentMethodName(paid.method), paid.currency.code(), paid.amount,
                         paid.tendered, paid.reference, std::int64_t{0}, nullptr});
    }
    database.addRow("imported_order (organizer, sale_order, import, source, external, placed_at)",
                    {entry.organizer, order, imported->import, imported->source,
                     imported->externalId, imported->placedAt.ms});
    for (const OrderImported::Origin& origin : imported->origins) {
        const Param attendee = origin.attendee.empty() ? Param{nullptr} : Param{origin.attendee};
        const Param code = origin.code ? Param{ByteView{*origin.code}} : Param{nullptr};
        database.addRow("imported_ticket (organizer, ticket, code, attendee, admitted)",
                        {entry.organizer, origin.ticket, code, attendee,
                         std::int64_t{origin.isAdmitted ? 1 : 0}});
    }
}

void importBegun(Database& database, const Entry& entry, const CborValue& body)
{
    const auto begun = decodeImportBegun(body);
    if (!begun) {
        return;
    }
    database.post("INSERT INTO order_import (organizer, id, source, title, begun_at, begun_by) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "source = excluded.source, title = excluded.title, "
                  "begun_at = excluded.begun_at, begun_by = excluded.begun_by "
                  "WHERE order_import.begun_at IS NULL OR "
                  "order_import.begun_at > excluded.begun_at",
                  {entry.organizer, begun->import, begun->source, begun->title, entry.at.value,
                   entry.actor});
}

void importEnded(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto ended = decodeImportClosed(body)) {
        database.post("INSERT INTO order_import (organizer, id, ended_at) VALUES (?, ?, ?) "
                      "ON CONFLICT (organizer, id) DO UPDATE SET ended_at = excluded.ended_at "
                      "WHERE order_import.ended_at IS NULL OR "
                      "order_import.ended_at < excluded.ended_at",
                      {entry.organizer, ended->import, entry.at.value});
    }
}

void importUndone(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto undone = decodeImportClosed(body)) {
        database.post("INSERT INTO order_import (organizer, id, undone_at, kept) "
                      "VALUES (?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                      "undone_at = excluded.undone_at, kept = excluded.kept "
                      "WHERE order_import.undone_at IS NULL OR "
                      "order_import.undone_at < excluded.undone_at",
                      {entry.organizer, undone->import, entry.at.value, undone->kept});
    }
}

} // namespace foyer::projections
