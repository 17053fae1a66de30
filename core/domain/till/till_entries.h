// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/entry.h"
#include "core/domain/sales/sale_entries.h"
#include "core/domain/till/cash_count.h"
#include "core/domain/till/till_figures.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// `shift.opened`, version 1: somebody took over a drawer with a float in it.
struct ShiftOpened {
    ShiftId shift;
    DrawerId drawer;
    UserId clerk; ///< nil: nobody has to sign in
    std::string series;
    std::int64_t number = 0; ///< from 1 without gaps in the replica's series
    Currency currency;
    CashCount cash; ///< the float
    friend bool operator==(const ShiftOpened&, const ShiftOpened&) = default;
};

enum class CashMoveKind : std::uint8_t { PayIn, PayOut, NoSale };
/// "pay_in", "pay_out", "no_sale".
std::string_view cashMoveName(CashMoveKind kind);
std::optional<CashMoveKind> cashMoveNamed(std::string_view name);

/// `cash.moved`, version 1: cash put into or taken out of a drawer that is no sale, or the drawer
/// opened for neither.
struct CashMoved {
    ShiftId shift;
    CashMoveKind kind = CashMoveKind::PayIn;
    Currency currency;
    std::int64_t amount = 0; ///< minor units, not negative; 0 of a no-sale
    std::string reason;
    friend bool operator==(const CashMoved&, const CashMoved&) = default;
};

/// `shift.closed`, version 1: the Z report. Whole in itself, so that it can be read when nothing
/// else of that day is kept.
struct ShiftClosed {
    ShiftId shift;
    std::string series;
    std::int64_t zNumber = 0; ///< from 1 without gaps in the replica's series
    Currency currency;
    CashCount counted;
    std::int64_t expected = 0;   ///< float and every cash figure of the shift
    TillFigures figures;         ///< by method, tax, type, event, clerk, fee …
    EntryHash head{};            ///< of the journal before this entry
    std::int64_t grandTotal = 0; ///< turnover of this replica up to and with this Z
    std::int64_t difference() const { return counted.total - expected; }
    friend bool operator==(const ShiftClosed&, const ShiftClosed&) = default;
};

Bytes encode(const ShiftOpened& body);
Bytes encode(const CashMoved& body);
Bytes encode(const ShiftClosed& body);
/// The Error names the first field that is missing or wrong.
Result<ShiftOpened> decodeShiftOpened(const CborValue& body);
Result<CashMoved> decodeCashMoved(const CborValue& body);
Result<ShiftClosed> decodeShiftClosed(const CborValue& body);

/// The ledger lines of a fact; their sum is zero. What a drawer holds is account "cash" of its
/// shift: the float comes from the safe and everything counted goes back there.
std::vector<LedgerLine> ledgerOf(const ShiftOpened& opened);
std::vector<LedgerLine> ledgerOf(const CashMoved& moved);
std::vector<LedgerLine> ledgerOf(const ShiftClosed& closed);
/// What a pay-in, pay-out or no-sale adds to the figures of its shift.
TillFigures figuresOf(const CashMoved& moved);

/// What must be in the drawer: the float and all that went in, less all that went out.
std::int64_t expectedCash(std::int64_t floatTotal, std::span<const TillFigure> totals);

namespace account {
inline constexpr const char* kCashSafe = "cash_safe"; ///< where floats come from and counts go to
inline constexpr const char* kPettyCash = "petty_cash";
inline constexpr const char* kCashOverShort = "cash_over_short"; ///< debit: money is missing
} // namespace account

} // namespace foyer
