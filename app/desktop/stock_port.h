// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/stock_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the server page asks for about the stock, over the store thread.
class CounterStockPort final : public ui::StockPort {
public:
    explicit CounterStockPort(StoreThread& store) : m_store{store} {}

    void stocks(Then<std::vector<ui::StockShown>> then) override;
    void save(const OfflineStock& stock, Then<bool> then) override;
    void giveBack(Then<ui::StockReturned> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
