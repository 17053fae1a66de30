// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/till/till_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the till screen asks for, over the store thread.
class CounterTillPort final : public ui::TillPort {
public:
    explicit CounterTillPort(StoreThread& store) : m_store{store} {}

    void state(Then<ui::TillState> then) override;
    void open(const CashCount& cash, Then<ui::TillState> then) override;
    void move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
              Then<ui::TillState> then) override;
    void close(ShiftId shift, const CashCount& count, Then<ShiftReport> then) override;

    void shifts(Then<std::vector<Shift>> then) override;
    void report(ShiftId shift, Then<ShiftReport> then) override;
    void receipts(ShiftId shift, const FigureKey& figure,
                  Then<std::vector<ui::TillReceiptRow>> then) override;
    void print(ShiftId shift, Then<ui::TillPrinted> then) override;
    /// Called on the window's thread after a report was put into the print queue.
    void setSpooled(std::function<void()> spooled) { m_spooled = std::move(spooled); }
    /// Called on the window's thread when cash is moved, so that the drawer can open.
    void setDrawerUsed(std::function<void()> used) { m_drawerUsed = std::move(used); }

private:
    std::function<void()> m_drawerUsed;
    std::function<void()> m_spooled;
    StoreThread& m_store;
};

} // namespace foyer::desktop
