// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QObject>

#include <functional>

namespace foyer::sync {
class DeviceSession;
} // namespace foyer::sync

namespace foyer::desktop {

class ServerSync;
class StoreThread;

/// Implements what the money page asks for: payouts over the store thread, accounts at the server,
/// as whoever is signed in there.
class CounterMoneyPort final : public ui::MoneyPort {
public:
    explicit CounterMoneyPort(StoreThread& store) : m_store{store} {}

    /// The way to the server; null: there is none.
    void setServer(ServerSync* server) { m_server = server; }

    void atServer(Then<ui::MoneyAtServer> then) override;
    void compareNow(Then<bool> then) override;
    void endCase(const ui::MoneyCase& open, const std::string& note, Then<bool> then) override;
    void goOn(const std::string& payment, Then<bool> then) override;
    void payouts(Then<std::vector<PayoutStatement>> then) override;
    void save(PayoutId payout, const std::string& file, Then<bool> then) override;

private:
    /// Asks the server on the thread that talks to it; the answer comes on the window's.
    template <typename T>
    void ask(std::function<Result<T>(sync::DeviceSession&)> question, Then<T> then);

    StoreThread& m_store;
    ServerSync* m_server = nullptr;
    QObject m_window; ///< lives where answers are wanted
};

} // namespace foyer::desktop
