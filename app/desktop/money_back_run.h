// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/mass_return.h"
#include "ui/events/money_back_port.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::desktop {

/// Gives the money of several dates back, one after the other: looks at all of them, and then goes
/// through each. Touched on the store thread only.
class MoneyBackRun {
public:
    explicit MoneyBackRun(const ui::MoneyBackScope& scope);

    /// Looks at the next orders.
    Result<ui::MoneyBackLook> look(Counter& counter);
    Result<void> begin(Counter& counter, const std::string& reason);
    /// Gives the next order back. Refuses as MassReturnWalk::step() does.
    Result<ui::MoneyBackProgress> step(Counter& counter);
    /// Leaves out the order that could not be fetched.
    ui::MoneyBackProgress passOver(const Error& why);
    Result<std::vector<ui::MoneyBackOrder>> rest(Counter& counter) const;
    Result<void> end(Counter& counter);

private:
    /// One of the dates.
    struct Date {
        PerformanceId id;
        std::optional<MassReturn> open; ///< begun before, and not ended
        std::optional<MassReturnLook> look;
        std::optional<MassReturnWalk> walk;
    };
    Result<void> beginDate(Counter& counter, Date& date, const std::string& reason);
    std::vector<ReturnDue> dues() const;
    ui::MoneyBackProgress progress() const;

    std::vector<Date> m_dates;
    bool m_keepFees;
};

/// Everything that was begun and has not ended, by event.
Result<std::vector<ui::MoneyBackUnfinished>> unfinishedMoneyBack(Counter& counter);

} // namespace foyer::desktop
