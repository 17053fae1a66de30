// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/till/shift.h"
#include "core/domain/till/till_entries.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// The till of whoever is signed in.
struct TillState {
    Currency currency = *Currency::fromCode("EUR"); ///< of the house
    std::optional<ShiftReport> open; ///< their open shift, as it is now; nothing: none is open
    std::vector<Drawer> drawers;     ///< that nobody has a shift at
    bool mayAddDrawers = false;
    std::string timeZone = "UTC"; ///< of the house
};

/// One receipt of a shift.
struct TillReceiptRow {
    Instant at;
    std::string kind; ///< of the entry: "order.placed"
    std::string code; ///< of the order, stored form; empty where there is none
    std::string clerkName;
    std::string note;
    std::string timeZone;    ///< to tell the time in
    std::int64_t amount = 0; ///< of the figure that was asked for
};

/// What became of a report that was to be printed.
struct TillPrinted {
    std::string printer; ///< whose queue took it; empty: none is set up for reports, then …
    std::string file;    ///< … the PDF that was written
};

/// The till screen's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class TillPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~TillPort() = default;

    virtual void state(Then<TillState> then) = 0;
    /// Opens a shift with a float; without a drawer in the first that is free.
    virtual void open(std::optional<DrawerId> drawer, const CashCount& cash,
                      Then<TillState> then) = 0;
    virtual void addDrawer(const std::string& name, Then<TillState> then) = 0;
    virtual void move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
                      Then<TillState> then) = 0;
    /// Compares what was counted with what should be there; closes nothing.
    virtual void check(ShiftId shift, const CashCount& count, Then<DrawerCheck> then) = 0;
    /// Closes an open shift with what was counted: its Z report.
    virtual void close(ShiftId shift, const CashCount& count, Then<ShiftReport> then) = 0;
    /// Of those the operator may see, the latest first.
    virtual void shifts(Then<std::vector<Shift>> then) = 0;
    virtual void report(ShiftId shift, Then<ShiftReport> then) = 0;
    virtual void receipts(ShiftId shift, const FigureKey& figure,
                          Then<std::vector<TillReceiptRow>> then) = 0;
    /// The X or Z report on paper.
    virtual void print(ShiftId shift, Then<TillPrinted> then) = 0;

    /// Those that are still to be settled, the longest due first, or the latest of all.
    virtual void invoices(bool all, Then<std::vector<Invoice>> then) = 0;
    /// Made before the first try, so that a repeated one records nothing twice.
    virtual PaymentId newPaymentId() = 0;
    /// Records money that came for an invoice, or (`back`) goes back after a credit note.
    virtual void settleInvoice(const InvoiceMoney& money, bool back, Then<Invoice> then) = 0;

protected:
    TillPort() = default;
    TillPort(const TillPort&) = default;
    TillPort& operator=(const TillPort&) = default;
};

} // namespace foyer::ui
