// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/till/shift.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The latest shifts of all counters, the latest first. Without Permission::ReadTillReports only
/// one's own. Needs Permission::RunShift or ReadTillReports.
Result<std::vector<Shift>> shifts(Counter& counter, std::size_t limit = 50);
/// A shift by its label ("A7-12"), by that of its Z report, by id or by the end of its id of six or
/// more characters; empty: one's own open one. Refuses with unknown_shift, no_shift.
Result<ShiftId> shiftNamed(Counter& counter, const std::string& text);

/// The X report of an open shift, the Z report of a closed one. Needs Permission::ReadTillReports;
/// with Permission::RunShift alone, only of one's own, and of an open one without what tells of
/// cash. Refuses with unknown_shift.
Result<ShiftReport> shiftReport(Counter& counter, ShiftId shift);

/// One receipt of a shift: what was sold with its payments, a void, a pay-in.
struct TillReceipt {
    Instant at;
    std::string kind; ///< of the entry: "order.placed", "payment.taken", "cash.moved" …
    std::optional<OrderId> order;
    std::string code; ///< of the order; see displayOrderCode
    std::string clerkName;
    std::string note;
    std::string methods; ///< "cash", "cash, card"
    /// Of the figure that was asked for; else of the receipt.
    std::int64_t count = 0;
    std::int64_t amount = 0;
    TillFigures figures;
};
/// The receipts of a shift, the earliest first; of a figure: those it is the sum of. Needs and
/// refuses what shiftReport does.
Result<std::vector<TillReceipt>> tillReceipts(Counter& counter, ShiftId shift,
                                              const std::optional<FigureKey>& figure = {});

} // namespace foyer
