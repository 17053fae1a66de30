// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/gates_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the gates screen asks for, over the store thread.
class CounterGatesPort final : public ui::GatesPort {
public:
    explicit CounterGatesPort(StoreThread& store) : m_store{store} {}

    void gates(Then<ui::GatesShown> then) override;
    void save(const Gate& gate, Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
