// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/journal/bodies.h"

namespace foyer::projections {

void customerRecorded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto recorded = decodeCustomerRecorded(body);
    if (!recorded) {
        return;
    }
    // The latest record stands; what was erased stays erased, whichever arrives first.
    database.post(
        "INSERT INTO customer (organizer, id, sealed, at, replica) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (organizer, id) DO UPDATE SET sealed = excluded.sealed, "
        "at = excluded.at, replica = excluded.replica WHERE customer.erased = 0 AND "
        "(customer.at, customer.replica) < (excluded.at, excluded.replica)",
        {entry.organizer, recorded->customer, recorded->sealed, entry.at.value, entry.replica});
}

void customerErased(Database& database, const Entry& entry, const CborValue& body)
{
    const auto erased = decodeCustomerErased(body);
    if (!erased) {
        return;
    }
    // Stamps are cleared, so that the row is the same whichever records arrived before.
    database.post("INSERT INTO customer (organizer, id, sealed, at, replica, erased) "
                  "VALUES (?, ?, NULL, 0, ?, 1) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "sealed = NULL, at = 0, replica = excluded.replica, erased = 1",
                  {entry.organizer, erased->customer, Uuid{}});
    database.post("DELETE FROM customer_key WHERE organizer = ? AND customer = ?",
                  {entry.organizer, erased->customer});
    database.post("DELETE FROM customer_slot WHERE organizer = ? AND customer = ?",
                  {entry.organizer, erased->customer});
}

} // namespace foyer::projections
