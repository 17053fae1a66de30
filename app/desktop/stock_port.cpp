// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/stock_port.h"

#include "app/desktop/store_thread.h"
#include "core/services/access_control.h"
#include "core/services/offline_stock.h"
#include "core/services/rights_return.h"

#include <utility>

namespace foyer::desktop {

void CounterStockPort::stocks(Then<std::vector<ui::StockShown>> then)
{
    m_store.ask<std::vector<ui::StockShown>>(
        [](Counter& counter) -> Result<std::vector<ui::StockShown>> {
            std::vector<ui::StockShown> shown;
            // Whoever only looks is not asked for a colleague's yes.
            if (!counter.access().may(Permission::EditCatalogue)) {
                return shown;
            }
            const auto stocks = offlineStocks(counter);
            if (!stocks) {
                return stocks.error();
            }
            for (const EventStock& stock : *stocks) {
                shown.push_back({stock.keep, stock.event, stock.next, stock.timeZone, stock.seats,
                                 stock.places});
            }
            return shown;
        },
        std::move(then));
}

void CounterStockPort::save(const OfflineStock& stock, Then<bool> then)
{
    m_store.ask<bool>(
        [stock](Counter& counter) -> Result<bool> {
            auto set = setOfflineStock(counter, stock);
            return set ? Result<bool>{true} : std::move(set).error();
        },
        std::move(then));
}

void CounterStockPort::giveBack(Then<ui::StockReturned> then)
{
    m_store.ask<ui::StockReturned>(
        [](Counter& counter) -> Result<ui::StockReturned> {
            const auto returned = returnAllRights(counter);
            return returned ? Result{ui::StockReturned{returned->rights, returned->seats}}
                            : Result<ui::StockReturned>{returned.error()};
        },
        std::move(then));
}

} // namespace foyer::desktop
