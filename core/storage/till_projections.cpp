// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/till/till_entries.h"
#include "core/storage/ledger_lines.h"
#include "core/storage/shift_facts.h"
#include "core/storage/user_acts.h"

namespace foyer::projections {

void recordShiftFact(Database& database, const Entry& entry, ShiftId shift,
                     const std::optional<OrderId>& order, const TillFigures& figures,
                     const std::string& note)
{
    if (shift.isNil()) {
        return;
    }
    database.addRow("shift_fact (organizer, shift, entry, at, clerk, kind, sale_order, note, "
                    "figures)",
                    {entry.organizer, shift, entry.id, entry.at.value, entry.actor, entry.kind,
                     order, note, encode(figures)});
}

void shiftOpened(Database& database, const Entry& entry, const CborValue& body)
{
    const auto opened = decodeShiftOpened(body);
    if (!opened) {
        return;
    }
    database.post("INSERT INTO shift (organizer, id, replica, drawer, clerk, series, number, "
                  "opened_at, currency, float_total, opening) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE "
                  "SET replica = excluded.replica, drawer = excluded.drawer, "
                  "clerk = excluded.clerk, series = excluded.series, number = excluded.number, "
                  "opened_at = excluded.opened_at, currency = excluded.currency, "
                  "float_total = excluded.float_total, opening = excluded.opening "
                  "WHERE shift.opening IS NULL",
                  {entry.organizer, opened->shift, entry.replica, opened->drawer, opened->clerk,
                   opened->series, opened->number, entry.at.value, opened->currency.code(),
                   opened->cash.total, entry.body});
    book(database, entry, ledgerOf(*opened));
}

void cashMoved(Database& database, const Entry& entry, const CborValue& body)
{
    const auto moved = decodeCashMoved(body);
    if (!moved) {
        return;
    }
    recordShiftFact(database, entry, moved->shift, std::nullopt, figuresOf(*moved), moved->reason);
    recordUserAct(database, entry, entry.actor,
                  {.currency = moved->currency,
                   .amount = moved->kind == CashMoveKind::PayOut ? -moved->amount : moved->amount,
                   .note = moved->reason});
    book(database, entry, ledgerOf(*moved));
}

void shiftClosed(Database& database, const Entry& entry, const CborValue& body)
{
    const auto closed = decodeShiftClosed(body);
    if (!closed) {
        return;
    }
    // Of two closings, which only a fork could write, the earlier stands.
    database.post("INSERT INTO shift (organizer, id, closed_at, closed_by, z_series, z_number, "
                  "closing) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "closed_at = excluded.closed_at, closed_by = excluded.closed_by, "
                  "z_series = excluded.z_series, z_number = excluded.z_number, "
                  "closing = excluded.closing WHERE shift.closed_at IS NULL OR "
                  "(shift.closed_at, shift.closed_by) > (excluded.closed_at, excluded.closed_by)",
                  {entry.organizer, closed->shift, entry.at.value, entry.replica, closed->series,
                   closed->zNumber, entry.body});
    book(database, entry, ledgerOf(*closed));
}

} // namespace foyer::projections
