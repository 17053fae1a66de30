// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace foyer::sync {
class DeviceSession;
} // namespace foyer::sync

namespace foyer::desktop {

/// Does something on the thread that talks to the server; false where there is none.
using AtServer = std::function<bool(std::function<void(sync::DeviceSession&)>)>;

/// Asks on that thread and answers on `window`'s, exactly once while that lives. Refuses with
/// not_joined where there is no server.
template <typename T>
void askServer(const AtServer& atServer, QObject& window,
               std::function<Result<T>(sync::DeviceSession&)> question,
               std::function<void(Result<T>)> then)
{
    const auto answer = [&window, then = std::move(then)](std::shared_ptr<Result<T>> result) {
        QMetaObject::invokeMethod(
            &window, [then, result] { then(std::move(*result)); }, Qt::QueuedConnection);
    };
    const bool isAsked =
        atServer([question = std::move(question), answer](sync::DeviceSession& session) {
            answer(std::make_shared<Result<T>>(question(session)));
        });
    if (!isAsked) {
        answer(std::make_shared<Result<T>>(
            refused("not_joined",
                    "This counter stands alone. Join the house's server: Settings, Server.")));
    }
}

inline Result<bool> asBool(const Result<void>& done)
{
    return done ? Result<bool>{true} : done.error();
}

/// A row as a server says it: names of columns to texts.
using ServerRow = std::map<std::string, std::string>;

inline std::string textIn(const ServerRow& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() ? found->second : std::string{};
}

/// What a server says wrongly is shown as nothing.
inline Money moneyOf(const std::string& text, const std::string& code)
{
    const Currency currency = Currency::fromCode(code).value_or(*Currency::fromCode("EUR"));
    const auto amount = parseMoney(text, currency);
    return amount ? *amount : Money{0, currency};
}

/// In the currency that the row names.
inline Money moneyIn(const ServerRow& row, const char* name)
{
    return moneyOf(textIn(row, name), textIn(row, "currency"));
}

} // namespace foyer::desktop
