// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/fake_sell_port.h"
#include "ui/settings/stock_port.h"

#include <algorithm>

namespace foyer::test {

/// Two events of which something is kept, in memory.
class FakeStockPort final : public ui::StockPort {
public:
    std::vector<ui::StockShown> all{
        {{idOf<EventId>(1), 20, 10}, "Hamlet", Instant{1'795'723'200'000}, "Europe/Berlin", 9, 20},
        {{idOf<EventId>(2), 0, 0}, "Garden concert", Instant{}, "Europe/Berlin", 0, 0}};
    std::optional<Error> refusal;
    int returns = 0;

    void stocks(Then<std::vector<ui::StockShown>> then) override { then(all); }
    void save(const OfflineStock& stock, Then<bool> then) override
    {
        if (refusal) {
            then(*refusal);
            return;
        }
        std::ranges::find(all, stock.event, [](const auto& one) { return one.keep.event; })->keep =
            stock;
        then(true);
    }
    void giveBack(Then<ui::StockReturned> then) override
    {
        ++returns;
        then(ui::StockReturned{29, 9});
    }
};

} // namespace foyer::test
