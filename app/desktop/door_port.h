// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/door/door_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the door screen asks for, over the store thread.
class CounterDoorPort final : public ui::DoorPort {
public:
    explicit CounterDoorPort(StoreThread& store) : m_store{store} {}

    void setup(Then<ui::DoorSetup> then) override;
    void scan(const ui::DoorPost& post, const std::string& code, bool out,
              Then<ui::DoorAnswer> then) override;
    void pass(const ui::DoorPost& post, TicketId ticket, bool out,
              const std::string& overrideReason, Then<ui::DoorAnswer> then) override;
    void undo(TicketId ticket, const std::string& reason, Then<bool> then) override;
    void numbers(PerformanceId performance, Then<ui::DoorNumbers> then) override;
    void guests(PerformanceId performance, const std::string& words,
                Then<std::vector<ui::DoorGuestRow>> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
