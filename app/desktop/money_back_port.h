// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/money_back_port.h"

#include <memory>

namespace foyer::desktop {

class MoneyBackRun;
class StoreThread;

/// Implements giving everybody's money back, over the store thread.
class CounterMoneyBackPort final : public ui::MoneyBackPort {
public:
    explicit CounterMoneyBackPort(StoreThread& store) : m_store{store} {}

    void look(const ui::MoneyBackScope& scope, Then<ui::MoneyBackLook> then) override;
    void lookOn(Then<ui::MoneyBackLook> then) override;
    void begin(const std::string& reason, Then<void> then) override;
    void goOn(Then<ui::MoneyBackProgress> then) override;
    void rest(Then<std::vector<ui::MoneyBackOrder>> then) override;
    void end(Then<void> then) override;
    void unfinished(Then<std::vector<ui::MoneyBackUnfinished>> then) override;

private:
    StoreThread& m_store;
    /// The one that is looked at or given back; its insides belong to the store thread.
    std::shared_ptr<MoneyBackRun> m_run;
};

} // namespace foyer::desktop
