// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/money_back_port.h"

#include "app/desktop/money_back_run.h"
#include "app/desktop/store_thread.h"
#include "core/base/ensure.h"

#include <utility>

namespace foyer::desktop {
namespace {

/// Whether it says only that one order could not be fetched from where it is.
bool isOfOneOrder(const Error& error)
{
    return isWantOfRights(error) || error.code == "order_asked" || error.code == "holders_unheard";
}

} // namespace

void CounterMoneyBackPort::look(const ui::MoneyBackScope& scope, Then<ui::MoneyBackLook> then)
{
    m_run = std::make_shared<MoneyBackRun>(scope);
    lookOn(std::move(then));
}

void CounterMoneyBackPort::lookOn(Then<ui::MoneyBackLook> then)
{
    ENSURE(m_run != nullptr);
    m_store.ask<ui::MoneyBackLook>([run = m_run](Counter& counter) { return run->look(counter); },
                                   std::move(then));
}

void CounterMoneyBackPort::begin(const std::string& reason, Then<void> then)
{
    ENSURE(m_run != nullptr);
    m_store.ask<void>([run = m_run,
                       reason](Counter& counter) { return run->begin(counter, reason); },
                      std::move(then));
}

void CounterMoneyBackPort::goOn(Then<ui::MoneyBackProgress> then)
{
    ENSURE(m_run != nullptr);
    // An order of another counter is fetched by the store thread's own way to the server. What
    // cannot be fetched is left out, and gone on with another time.
    m_store.ask<ui::MoneyBackProgress>(
        [run = m_run](Counter& counter) { return run->step(counter); },
        [&store = m_store, run = m_run, then](Result<ui::MoneyBackProgress> gone) {
            if (gone || !isOfOneOrder(gone.error())) {
                then(std::move(gone));
                return;
            }
            store.ask<ui::MoneyBackProgress>(
                [run, why = gone.error()](Counter&) -> Result<ui::MoneyBackProgress> {
                    return run->passOver(why);
                },
                then);
        });
}

void CounterMoneyBackPort::rest(Then<std::vector<ui::MoneyBackOrder>> then)
{
    ENSURE(m_run != nullptr);
    m_store.ask<std::vector<ui::MoneyBackOrder>>(
        [run = m_run](Counter& counter) { return run->rest(counter); }, std::move(then));
}

void CounterMoneyBackPort::end(Then<void> then)
{
    ENSURE(m_run != nullptr);
    m_store.ask<void>([run = m_run](Counter& counter) { return run->end(counter); },
                      std::move(then));
}

void CounterMoneyBackPort::unfinished(Then<std::vector<ui::MoneyBackUnfinished>> then)
{
    m_store.ask<std::vector<ui::MoneyBackUnfinished>>(
        [](Counter& counter) { return unfinishedMoneyBack(counter); }, std::move(then));
}

} // namespace foyer::desktop
