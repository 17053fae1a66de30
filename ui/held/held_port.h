// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/performance_summary.h"
#include "core/domain/held/held_back.h"
#include "core/domain/held/will_call.h"
#include "ui/common/held_text.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// Everything that is kept for somebody, of one performance or of all.
struct HeldSnapshot {
    Instant asOf;
    std::vector<HeldBack> back;   ///< reservations, parked carts and holds, first placed first
    std::vector<WillCall> orders; ///< sold in a name, to be fetched; of all: today's and tomorrow's
    std::vector<WaitingPerson> waiting; ///< first come first
    Offers offers;                      ///< of every performance that is named
};

/// The held workspace's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once. What changes something is durable then.
class HeldPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~HeldPort() = default;

    /// Those that are to come, or began a short while ago.
    virtual void performances(Then<std::vector<PerformanceSummary>> then) = 0;
    /// None: of all.
    virtual void read(std::optional<PerformanceId> performance, Then<HeldSnapshot> then) = 0;
    /// How many people on waiting lists are next and could get their places now; 0 where the
    /// operator may not know.
    virtual void countNext(Then<int> then) = 0;
    virtual void letGo(const std::vector<HoldId>& holds, const HeldPart& part, Then<bool> then) = 0;
    virtual void extend(const std::vector<HoldId>& holds, std::optional<Instant> until,
                        Then<bool> then) = 0;
    /// Reserves for somebody on the waiting list what they wait for.
    virtual void offerPlaces(WaitingId waiting, std::optional<Instant> until,
                             Then<std::vector<StoredHold>> then) = 0;
    virtual void endWaiting(WaitingId waiting, Then<bool> then) = 0;
    /// Writes the will-call list of a performance as a PDF; its path.
    virtual void writeWillCall(PerformanceId performance, Then<std::string> then) = 0;

protected:
    HeldPort() = default;
    HeldPort(const HeldPort&) = default;
    HeldPort& operator=(const HeldPort&) = default;
};

} // namespace foyer::ui
