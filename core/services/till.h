// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/till/shift.h"
#include "core/domain/till/till_entries.h"

#include <optional>
#include <string>

namespace foyer {

class Counter;

/// The open shift, at this counter, of whoever is signed in; nothing where there is none.
/// Throws StorageFailure: call it inside a verb.
std::optional<ShiftId> openShift(Counter& counter);
/// The shift whose drawer takes or gives cash now. Nil in a house without users that keeps no
/// shift. Refuses with no_shift where somebody is signed in and has none open. Throws
/// StorageFailure.
Result<ShiftId> shiftForCash(Counter& counter);
/// The shift that money belongs to: that of shiftForCash where cash moves, else the open one or
/// nil. Drawers and the figures of shifts are in the house's currency: money of another one belongs
/// to no shift, and as cash is refused with foreign_cash (facts: the currency, the house's). Throws
/// StorageFailure.
Result<ShiftId> shiftForMoney(Counter& counter, Currency currency, bool isCash);

/// What somebody who takes over a drawer has to say.
struct ShiftStart {
    std::optional<DrawerId> drawer; ///< none: the first that is free
    CashCount cash;                 ///< the float
};
/// Opens a shift of whoever is signed in. A counter without a drawer gets its first one. Needs
/// Permission::RunShift. Refuses with shift_open (one of their own is), drawer_in_use (fact:
/// drawer), unknown_drawer, bad_count, database_behind.
Result<Shift> startShift(Counter& counter, const ShiftStart& start);

/// Cash into or out of the drawer of one's own open shift, or the drawer opened without either.
/// Needs Permission::MoveCash, of a no-sale Permission::OpenDrawer. Refuses with no_shift,
/// bad_amount, reason_missing, database_behind.
Result<void> moveCash(Counter& counter, CashMoveKind kind, std::int64_t amount,
                      const std::string& reason);

/// Compares a count with what must be in the drawer; closes nothing. Needs Permission::RunShift,
/// of a shift that is not one's own Permission::ReadTillReports; without that, only whether they
/// agree is told. Refuses with unknown_shift,
/// shift_closed, not_here (another counter's), bad_count.
Result<DrawerCheck> countDrawer(Counter& counter, ShiftId shift, const CashCount& count);

/// Closes a shift with what was counted, whatever the difference: the Z report. Where it was the
/// last open one of a counter that has a server, what the counter has not sold goes back when the
/// server is heard of next (returnStockOfClosedShift). Needs and refuses what countDrawer does, and
/// database_behind.
Result<ShiftReport> closeShift(Counter& counter, ShiftId shift, const CashCount& count);

} // namespace foyer
