// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bank_port.h"

#include "sync/client/server_bank.h"

#include <QFile>
#include <QMetaObject>

#include <memory>
#include <utility>

namespace foyer::desktop {
namespace {

using Row = std::map<std::string, std::string>;

std::string in(const Row& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() ? found->second : std::string{};
}

/// What a server says wrongly is shown as nothing.
Money moneyOf(const std::string& text, const std::string& code)
{
    const Currency currency = Currency::fromCode(code).value_or(*Currency::fromCode("EUR"));
    const auto amount = parseMoney(text, currency);
    return amount ? *amount : Money{0, currency};
}

Money moneyIn(const Row& row, const char* name)
{
    return moneyOf(in(row, name), in(row, "currency"));
}

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
    for (const Row& row : *lines) {
        snapshot.lines.push_back({in(row, "id"), in(row, "day"), moneyIn(row, "amount"),
                                  moneyIn(row, "left"), in(row, "named"), in(row, "name"),
                                  in(row, "text")});
    }
    for (const Row& row : *outgoing) {
        snapshot.due.push_back({in(row, "id"), in(row, "order"), moneyIn(row, "amount"),
                                in(row, "reference"), in(row, "name"), in(row, "iban")});
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

Result<bool> asBool(const Result<void>& done)
{
    return done ? Result<bool>{true} : done.error();
}

} // namespace

template <typename T>
void ServerBankPort::ask(std::function<Result<T>(sync::DeviceSession&)> question, Then<T> then)
{
    const auto answer = [this, then](std::shared_ptr<Result<T>> result) {
        QMetaObject::invokeMethod(
            &m_window, [then, result] { then(std::move(*result)); }, Qt::QueuedConnection);
    };
    const bool isAsked =
        m_atServer([question = std::move(question), answer](sync::DeviceSession& session) {
            answer(std::make_shared<Result<T>>(question(session)));
        });
    if (!isAsked) {
        answer(std::make_shared<Result<T>>(
            refused("not_joined",
                    "This counter stands alone. Join the house's server: Settings, Server.")));
    }
}

void ServerBankPort::read(Then<ui::BankSnapshot> then)
{
    ask<ui::BankSnapshot>(
        [](sync::DeviceSession& session) { return readAt(sync::ServerBank{session}); },
        std::move(then));
}

void ServerBankPort::take(const std::string& file, Then<ui::BankTaken> then)
{
    ask<ui::BankTaken>(
        [file](sync::DeviceSession& session) { return takeAt(sync::ServerBank{session}, file); },
        std::move(then));
}

void ServerBankPort::assign(const std::string& line, const std::string& to, Then<bool> then)
{
    ask<bool>(
        [line, to](sync::DeviceSession& session) {
            return asBool(sync::ServerBank{session}.assign(line, to));
        },
        std::move(then));
}

void ServerBankPort::noteSent(const std::string& id, Then<bool> then)
{
    ask<bool>(
        [id](sync::DeviceSession& session) {
            return asBool(sync::ServerBank{session}.noteSent(id));
        },
        std::move(then));
}

} // namespace foyer::desktop
