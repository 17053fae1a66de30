// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/held/held_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the held screen asks for, over the store thread.
class CounterHeldPort final : public ui::HeldPort {
public:
    explicit CounterHeldPort(StoreThread& store) : m_store{store} {}

    void performances(Then<std::vector<PerformanceSummary>> then) override;
    void read(std::optional<PerformanceId> performance, Then<ui::HeldSnapshot> then) override;
    void countNext(Then<int> then) override;
    void letGo(const std::vector<HoldId>& holds, const HeldPart& part, Then<bool> then) override;
    void extend(const std::vector<HoldId>& holds, std::optional<Instant> until,
                Then<bool> then) override;
    void offerPlaces(WaitingId waiting, std::optional<Instant> until,
                     Then<std::vector<StoredHold>> then) override;
    void endWaiting(WaitingId waiting, Then<bool> then) override;
    void writeWillCall(PerformanceId performance, Then<std::string> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
