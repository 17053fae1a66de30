// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/prices/prices_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the prices screen asks for, over the store thread.
class CounterPricesPort final : public ui::PricesPort {
public:
    explicit CounterPricesPort(StoreThread& store) : m_store{store} {}

    void state(Then<ui::PricesState> then) override;
    void setCode(const PromoCode& code, Then<ui::PricesState> then) override;
    void setBundle(const Bundle& bundle, Then<ui::PricesState> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
