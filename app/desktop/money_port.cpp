// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/money_port.h"

#include "app/desktop/server_sync.h"
#include "app/desktop/store_thread.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/payouts/payout_document.h"
#include "core/services/access_control.h"
#include "core/services/offer_cache.h"
#include "core/services/payouts.h"
#include "sync/client/device_session.h"
#include "sync/client/server_money.h"
#include "sync/client/server_worklist.h"

#include <QMetaObject>

#include <memory>
#include <utility>

namespace foyer::desktop {
namespace {

Result<ui::MoneyAtServer> readAtServer(sync::DeviceSession& session)
{
    sync::ServerWorklist worklist{session};
    const auto accounts = sync::ServerMoney{session}.accounts();
    if (!accounts) {
        return accounts.error();
    }
    const auto cases = worklist.settlementCases();
    if (!cases) {
        return cases.error();
    }
    const auto troubles = worklist.paymentTroubles();
    if (!troubles) {
        return troubles.error();
    }
    ui::MoneyAtServer money;
    for (const auto& account : *accounts) {
        money.accounts.push_back({account.provider, account.comparedAt, account.problem});
    }
    for (const ServerRow& row : *cases) {
        money.cases.push_back({textIn(row, "provider"), textIn(row, "kind"), textIn(row, "subject"),
                               textIn(row, "order"), moneyIn(row, "here"), moneyIn(row, "there"),
                               textIn(row, "opened_at")});
    }
    for (const ServerRow& row : *troubles) {
        money.troubles.push_back({textIn(row, "what"), textIn(row, "payment"), textIn(row, "order"),
                                  textIn(row, "provider"), textIn(row, "reason"),
                                  moneyIn(row, "amount")});
    }
    return money;
}

} // namespace

void CounterMoneyPort::atServer(Then<ui::MoneyAtServer> then)
{
    struct Here {
        std::string timeZone;
        bool mayEnd = false;
    };
    m_store.ask<Here>(
        [](Counter& counter) -> Result<Here> {
            const auto& house = counter.offers().organizer();
            return Here{house ? house->timeZone : "UTC",
                        counter.access().may(Permission::ResolveIncidents)};
        },
        [this, then](const Result<Here>& here) {
            if (!here) {
                then(here.error());
                return;
            }
            askServer<ui::MoneyAtServer>(
                m_atServer, m_window,
                [here = *here](sync::DeviceSession& session) {
                    auto money = readAtServer(session);
                    if (money) {
                        money->timeZone = here.timeZone;
                        money->mayEnd = here.mayEnd;
                    }
                    return money;
                },
                then);
        });
}

void CounterMoneyPort::compareNow(Then<bool> then)
{
    askServer<bool>(
        m_atServer, m_window,
        [](sync::DeviceSession& session) {
            return asBool(sync::ServerWorklist{session}.reconcile());
        },
        std::move(then));
}

void CounterMoneyPort::endCase(const ui::MoneyCase& open, const std::string& note, Then<bool> then)
{
    askServer<bool>(
        m_atServer, m_window,
        [open, note](sync::DeviceSession& session) {
            return asBool(sync::ServerWorklist{session}.endCase(open.provider, open.kind,
                                                                open.subject, note));
        },
        std::move(then));
}

void CounterMoneyPort::goOn(const std::string& payment, Then<bool> then)
{
    askServer<bool>(
        m_atServer, m_window,
        [payment](sync::DeviceSession& session) {
            return asBool(sync::ServerWorklist{session}.retryPayment(payment));
        },
        std::move(then));
}

void CounterMoneyPort::payouts(Then<std::vector<PayoutStatement>> then)
{
    m_store.ask<std::vector<PayoutStatement>>(
        [](Counter& counter) { return foyer::payouts(counter); }, std::move(then));
}

void CounterMoneyPort::save(PayoutId payout, const std::string& file, Then<bool> then)
{
    m_store.ask<bool>(
        [payout, file](Counter& counter) -> Result<bool> {
            const auto statement = payoutNamed(counter, payout.text());
            if (!statement) {
                return statement.error();
            }
            return asBool(file.ends_with(".csv")
                              ? writeText(file, payoutCsv(*statement))
                              : writePdf(file, statement->made.number, payoutPages(*statement)));
        },
        std::move(then));
}

} // namespace foyer::desktop
