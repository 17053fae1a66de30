// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/till/till_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the till screen asks for, over the store thread.
class CounterTillPort final : public ui::TillPort {
public:
    CounterTillPort(StoreThread& store, const Clock& clock, Random& random)
        : m_store{store}, m_clock{clock}, m_random{random}
    {}

    void state(Then<ui::TillState> then) override;
    void open(std::optional<DrawerId> drawer, const CashCount& cash,
              Then<ui::TillState> then) override;
    void addDrawer(const std::string& name, Then<ui::TillState> then) override;
    void move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
              Then<ui::TillState> then) override;
    void check(ShiftId shift, const CashCount& count, Then<DrawerCheck> then) override;
    void close(ShiftId shift, const CashCount& count, Then<ShiftReport> then) override;

    void shifts(Then<std::vector<Shift>> then) override;
    void report(ShiftId shift, Then<ShiftReport> then) override;
    void receipts(ShiftId shift, const FigureKey& figure,
                  Then<std::vector<ui::TillReceiptRow>> then) override;
    void print(ShiftId shift, Then<ui::TillPrinted> then) override;
    void invoices(bool all, Then<std::vector<Invoice>> then) override;
    PaymentId newPaymentId() override;
    void settleInvoice(const InvoiceMoney& money, bool back, Then<Invoice> then) override;
    /// Called on the window's thread after a report was put into the print queue.
    void setSpooled(std::function<void()> spooled) { m_spooled = std::move(spooled); }
    /// Called on the window's thread when cash is moved, so that the drawer can open.
    void setDrawerUsed(std::function<void()> used) { m_drawerUsed = std::move(used); }

private:
    std::function<void()> m_drawerUsed;
    std::function<void()> m_spooled;
    StoreThread& m_store;
    const Clock& m_clock;
    Random& m_random;
};

} // namespace foyer::desktop
