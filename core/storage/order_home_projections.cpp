// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/sales/order_home.h"

namespace foyer::projections {

void orderHomeGiven(Database& database, const Entry& entry, const CborValue& body)
{
    const auto given = decodeOrderHomeGiven(body);
    if (!given) {
        return;
    }
    database.post("INSERT INTO order_home (organizer, sale_order, grant_entry, serial, holder, "
                  "after_replica, after_epoch, after_sequence, after_position) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (organizer, sale_order, grant_entry) DO UPDATE SET "
                  "serial = excluded.serial, holder = excluded.holder, "
                  "after_replica = excluded.after_replica, after_epoch = excluded.after_epoch, "
                  "after_sequence = excluded.after_sequence, "
                  "after_position = excluded.after_position",
                  {entry.organizer, given->order, entry.id, given->serial, given->holder,
                   given->after.replica, given->after.epoch, given->after.sequence,
                   given->after.position});
}

void orderHomeRecalled(Database& database, const Entry& entry, const CborValue& body)
{
    const auto recalled = decodeOrderHomeRecalled(body);
    if (!recalled) {
        return;
    }
    // A gift says itself who got it.
    database.post("INSERT INTO order_home (organizer, sale_order, grant_entry, holder, "
                  "recalled_at) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (organizer, sale_order, grant_entry) DO UPDATE SET "
                  "holder = COALESCE(order_home.holder, excluded.holder), "
                  "recalled_at = CASE WHEN order_home.recalled_at > excluded.recalled_at "
                  "THEN order_home.recalled_at ELSE excluded.recalled_at END",
                  {entry.organizer, recalled->order, recalled->grant, recalled->holder,
                   entry.at.value});
}

void orderHomeReturned(Database& database, const Entry& entry, const CborValue& body)
{
    const auto returned = decodeOrderHomeReturned(body);
    if (!returned) {
        return;
    }
    database.post("INSERT INTO order_home (organizer, sale_order, grant_entry, is_returned) "
                  "VALUES (?, ?, ?, 1) ON CONFLICT (organizer, sale_order, grant_entry) "
                  "DO UPDATE SET is_returned = 1",
                  {entry.organizer, returned->order, returned->grant});
}

} // namespace foyer::projections
