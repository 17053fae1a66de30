// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/server_question.h"
#include "ui/money/money_port.h"

#include <QObject>

#include <utility>

namespace foyer::desktop {

class StoreThread;

/// Implements what the money page asks for: payouts over the store thread, accounts at the server,
/// as whoever is signed in there.
class CounterMoneyPort final : public ui::MoneyPort {
public:
    CounterMoneyPort(StoreThread& store, AtServer atServer)
        : m_store{store}, m_atServer{std::move(atServer)}
    {}

    void atServer(Then<ui::MoneyAtServer> then) override;
    void compareNow(Then<bool> then) override;
    void endCase(const ui::MoneyCase& open, const std::string& note, Then<bool> then) override;
    void goOn(const std::string& payment, Then<bool> then) override;
    void payouts(Then<std::vector<PayoutStatement>> then) override;
    void save(PayoutId payout, const std::string& file, Then<bool> then) override;

private:
    StoreThread& m_store;
    AtServer m_atServer;
    QObject m_window; ///< lives where answers are wanted
};

} // namespace foyer::desktop
