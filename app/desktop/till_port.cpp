// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/till_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/cash_rounding.h"
#include "core/services/guarded.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"

namespace foyer::desktop {
namespace {

Result<ui::TillState> stateOf(Counter& counter)
{
    return guarded([&]() -> Result<ui::TillState> {
        ui::TillState state{houseCurrency(counter), std::nullopt};
        if (const auto shift = openShift(counter)) {
            auto report = shiftReport(counter, *shift);
            if (!report) {
                return std::move(report).error();
            }
            state.open = *std::move(report);
        }
        return state;
    });
}

} // namespace

void CounterTillPort::state(Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>([](Counter& counter) { return stateOf(counter); }, std::move(then));
}

void CounterTillPort::open(const CashCount& cash, Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>(
        [cash](Counter& counter) -> Result<ui::TillState> {
            const auto started = startShift(counter, {std::nullopt, cash});
            return started ? stateOf(counter) : started.error();
        },
        std::move(then));
}

void CounterTillPort::move(CashMoveKind kind, std::int64_t amount, const std::string& reason,
                           Then<ui::TillState> then)
{
    m_store.ask<ui::TillState>(
        [kind, amount, reason](Counter& counter) -> Result<ui::TillState> {
            const auto moved = moveCash(counter, kind, amount, reason);
            return moved ? stateOf(counter) : moved.error();
        },
        [this, then = std::move(then)](const Result<ui::TillState>& state) {
            then(state);
            if (state && m_drawerUsed) {
                m_drawerUsed();
            }
        });
}

void CounterTillPort::close(ShiftId shift, const CashCount& count, Then<ShiftReport> then)
{
    m_store.ask<ShiftReport>([shift, count](
                                 Counter& counter) { return closeShift(counter, shift, count); },
                             std::move(then));
}

} // namespace foyer::desktop
