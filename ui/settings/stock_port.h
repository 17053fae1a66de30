// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/rights/offline_stock.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What each counter keeps of an event for times without a network, and what this one has now of
/// its next performance.
struct StockShown {
    OfflineStock keep;
    std::string event;
    Instant next; ///< 0: none is coming
    std::string timeZone;
    std::int64_t seats = 0;
    std::int64_t places = 0;
};

/// What went back to the server.
struct StockReturned {
    std::int64_t rights = 0;
    std::int64_t seats = 0;
};

/// The stock's only way to the counter. Every function returns at once; the answer is delivered
/// later on the window's thread, exactly once.
class StockPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~StockPort() = default;

    virtual void stocks(Then<std::vector<StockShown>> then) = 0;
    virtual void save(const OfflineStock& stock, Then<bool> then) = 0;
    /// Gives back all that is not sold.
    virtual void giveBack(Then<StockReturned> then) = 0;

protected:
    StockPort() = default;
    StockPort(const StockPort&) = default;
    StockPort& operator=(const StockPort&) = default;
};

} // namespace foyer::ui
