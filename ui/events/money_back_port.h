// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/mass_return.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// The dates of an event that do not take place, of which everybody's money is to go back.
struct MoneyBackScope {
    EventId event;
    std::string name; ///< of the event
    std::vector<PerformanceId> dates;
    Instant startsAt; ///< of the first of them
    std::string timeZone;
    std::string reason; ///< as it was said when they were cancelled; may be empty
    bool keepFees = false;
};

/// An order of which the money has not gone back.
struct MoneyBackOrder {
    OrderId order;
    std::string code;             ///< as people read it
    std::string customer;         ///< empty: nobody is named, or may be shown
    std::optional<ReturnDue> due; ///< what waits, and for what …
    std::optional<Error> failed;  ///< … or why it failed
};

/// What was seen so far of whom it concerns.
struct MoneyBackLook {
    std::int64_t looked = 0;
    std::int64_t all = 0;
    bool isDone = false;
    MassReturnPlan plan;
    /// Once it is done: the orders that do not go back by themselves.
    std::vector<MoneyBackOrder> waiting = {};
    /// It was begun then and has not ended; fees and reason are as they were said.
    std::optional<Instant> begunAt = {};
    bool keepFees = false;
    std::string reason = {};
};

/// How far giving back is.
struct MoneyBackProgress {
    std::int64_t looked = 0;
    std::int64_t all = 0;
    std::int64_t returned = 0;
    std::int64_t waiting = 0;
    std::int64_t failed = 0;
    std::vector<Money> money = {}; ///< given back, one for each currency
    bool isDone = false;
};

/// What was begun for dates of an event and has not ended.
struct MoneyBackUnfinished {
    MoneyBackScope scope;
    Instant begunAt;
};

/// The only way to the counter of the screen that gives everybody's money back. Every function
/// returns at once; the answer is delivered later on the window's thread, exactly once. Looking and
/// giving back go on by small steps, one for each ask, so that a sale never waits for more than
/// one. There is one of them at a time: look() begins anew and leaves the one before.
class MoneyBackPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~MoneyBackPort() = default;

    /// Begins to look whom it concerns; changes nothing.
    virtual void look(const MoneyBackScope& scope, Then<MoneyBackLook> then) = 0;
    /// Looks at the next orders.
    virtual void lookOn(Then<MoneyBackLook> then) = 0;
    /// Writes down that it is to be done, as it was seen; what was begun before is gone on with,
    /// from its start.
    virtual void begin(const std::string& reason, Then<void> then) = 0;
    /// Gives the next order back, or finds that it waits or fails.
    virtual void goOn(Then<MoneyBackProgress> then) = 0;
    /// The orders that wait or failed so far.
    virtual void rest(Then<std::vector<MoneyBackOrder>> then) = 0;
    /// Says that nobody goes on with it; what was given back stays so.
    virtual void end(Then<void> then) = 0;
    /// What was begun, here or elsewhere, and has not ended.
    virtual void unfinished(Then<std::vector<MoneyBackUnfinished>> then) = 0;

protected:
    MoneyBackPort() = default;
    MoneyBackPort(const MoneyBackPort&) = default;
    MoneyBackPort& operator=(const MoneyBackPort&) = default;
};

} // namespace foyer::ui
