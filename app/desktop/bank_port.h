// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/server_question.h"
#include "ui/money/bank_port.h"

#include <QObject>

#include <utility>

namespace foyer::desktop {

/// Implements what the bank panel asks for, at the server, as whoever is signed in there.
class ServerBankPort final : public ui::BankPort {
public:
    explicit ServerBankPort(AtServer atServer) : m_atServer{std::move(atServer)} {}

    void read(Then<ui::BankSnapshot> then) override;
    void take(const std::string& file, Then<ui::BankTaken> then) override;
    void assign(const std::string& line, const std::string& to, Then<bool> then) override;
    void noteSent(const std::string& id, Then<bool> then) override;

private:
    AtServer m_atServer;
    QObject m_window; ///< lives where answers are wanted
};

} // namespace foyer::desktop
