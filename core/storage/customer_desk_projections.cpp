// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/customers/customer_entries.h"
#include "core/storage/projections.h"

namespace foyer::projections {
namespace {

void setCustomerLink(Database& database, const Entry& entry, const CustomerMerged& merged)
{
    const auto into = merged.into.isNil() ? std::nullopt : std::optional{merged.into};
    database.post("INSERT INTO customer_link (organizer, customer, at, entry, actor, target) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, customer) DO UPDATE SET "
                  "at = excluded.at, entry = excluded.entry, actor = excluded.actor, "
                  "target = excluded.target "
                  "WHERE (excluded.at, excluded.entry) > (customer_link.at, customer_link.entry)",
                  {entry.organizer, merged.from, entry.at.value, entry.id, entry.actor, into});
}

void addImportRow(Database& database, const Entry& entry, ImportId import, const ImportedSlot& row)
{
    // Of two rows about the same slot the first says what was there before the import.
    database.post("INSERT INTO customer_import_row (organizer, import, customer, slot, before, "
                  "after) VALUES (?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (organizer, import, customer, slot) DO NOTHING",
                  {entry.organizer, import, row.customer, row.slot, row.before, row.after});
}

} // namespace

void customerChanged(Database& database, const Entry& entry, const CborValue& body)
{
    const auto changed = decodeCustomerChanged(body);
    if (!changed) {
        return;
    }
    for (const SealedSlot& each : changed->slots) {
        database.post(
            "INSERT INTO customer_slot (organizer, customer, slot, at, entry, actor, sealed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, customer, slot) DO UPDATE SET "
            "at = excluded.at, entry = excluded.entry, actor = excluded.actor, "
            "sealed = excluded.sealed "
            "WHERE (excluded.at, excluded.entry) > (customer_slot.at, customer_slot.entry)",
            {entry.organizer, changed->customer, each.slot, entry.at.value, entry.id, entry.actor,
             each.sealed});
    }
    // What was erased stays erased, whichever arrives first.
    database.post("DELETE FROM customer_slot WHERE organizer = ? AND customer = ? AND EXISTS ("
                  "SELECT 1 FROM customer WHERE organizer = ? AND id = ? AND erased = 1)",
                  {entry.organizer, changed->customer, entry.organizer, changed->customer});
}

void customerMerged(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto merged = decodeCustomerMerged(body)) {
        setCustomerLink(database, entry, *merged);
    }
}

void customerUnmerged(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto unmerged = decodeCustomerUnmerged(body)) {
        setCustomerLink(database, entry, *unmerged);
    }
}

void customersImported(Database& database, const Entry& entry, const CborValue& body)
{
    const auto imported = decodeCustomersImported(body);
    if (!imported) {
        return;
    }
    database.post("INSERT INTO customer_import (organizer, entry, import, at, actor, added, "
                  "changed, undone, kept) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0) "
                  "ON CONFLICT (organizer, entry) DO NOTHING",
                  {entry.organizer, entry.id, imported->import, entry.at.value, entry.actor,
                   static_cast<std::int64_t>(imported->added.size()),
                   static_cast<std::int64_t>(imported->changed.size())});
    for (const CustomerId& added : imported->added) {
        addImportRow(database, entry, imported->import, {added, {}, {}, {}});
    }
    for (const ImportedSlot& changed : imported->changed) {
        addImportRow(database, entry, imported->import, changed);
    }
}

void customersImportUndone(Database& database, const Entry& entry, const CborValue& body)
{
    const auto undone = decodeCustomersImportUndone(body);
    if (!undone) {
        return;
    }
    database.post("INSERT INTO customer_import (organizer, entry, import, at, actor, added, "
                  "changed, undone, kept) VALUES (?, ?, ?, ?, ?, 0, 0, 1, ?) "
                  "ON CONFLICT (organizer, entry) DO NOTHING",
                  {entry.organizer, entry.id, undone->import, entry.at.value, entry.actor,
                   undone->kept});
}

} // namespace foyer::projections
