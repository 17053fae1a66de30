// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bank_port.h"

#include "sync/client/server_bank.h"

#include <QFile>

#include <utility>

namespace foyer::desktop {
namespace {

Result<ui::BankSnapshot> readAt(sync::ServerBank bank)
{
    const auto lines = bank.lines(true);
    if (!lines) {
        return lines.error();
    }
    const auto outgoing = bank.outgoing();
    if (!outgoing) {
        return outgoing.error();
    }
    ui::BankSnapshot snapshot;
    for (const ServerRow& row : *lines) {
        snapshot.lines.push_back({textIn(row, "id"), textIn(row, "day"), moneyIn(row, "amount"),
                                  moneyIn(row, "left"), textIn(row, "named"), textIn(row, "name"),
                                  textIn(row, "text")});
    }
    for (const ServerRow& row : *outgoing) {
        snapshot.due.push_back({textIn(row, "id"), textIn(row, "order"), moneyIn(row, "amount"),
                                textIn(row, "reference"), textIn(row, "name"),
                                textIn(row, "iban")});
    }
    return snapshot;
}

Result<ui::BankTaken> takeAt(sync::ServerBank bank, const std::string& name)
{
    constexpr qint64 kMost = 8 * 1024 * 1024; // as the server takes
    QFile file{QString::fromStdString(name)};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost) {
        return badInput("file_unreadable",
                        "This file cannot be read, or is larger than 8 MB. Choose another one.");
    }
    const QByteArray bytes = file.readAll();
    const auto taken = bank.take(Bytes{bytes.begin(), bytes.end()});
    if (!taken) {
        return taken.error();
    }
    ui::BankTaken shown{taken->lines, taken->known, taken->matched, taken->unmatched, {}};
    for (const auto& [amount, currency] : taken->differences) {
        shown.differences.push_back(moneyOf(amount, currency));
    }
    return shown;
}

} // namespace

void ServerBankPort::read(Then<ui::BankSnapshot> then)
{
    askServer<ui::BankSnapshot>(
        m_atServer, m_window,
        [](sync::DeviceSession& session) { return readAt(sync::ServerBank{session}); },
        std::move(then));
}

void ServerBankPort::take(const std::string& file, Then<ui::BankTaken> then)
{
    askServer<ui::BankTaken>(
        m_atServer, m_window,
        [file](sync::DeviceSession& session) { return takeAt(sync::ServerBank{session}, file); },
        std::move(then));
}

void ServerBankPort::assign(const std::string& line, const std::string& to, Then<bool> then)
{
    askServer<bool>(
        m_atServer, m_window,
        [line, to](sync::DeviceSession& session) {
            return asBool(sync::ServerBank{session}.assign(line, to));
        },
        std::move(then));
}

void ServerBankPort::noteSent(const std::string& id, Then<bool> then)
{
    askServer<bool>(
        m_atServer, m_window,
        [id](sync::DeviceSession& session) {
            return asBool(sync::ServerBank{session}.noteSent(id));
        },
        std::move(then));
}

} // namespace foyer::desktop
