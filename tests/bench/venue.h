// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/sales/order.h"
#include "core/services/counter.h"

#include <memory>
#include <string>

struct sqlite3;

namespace foyer {
class KeyVault;
} // namespace foyer

namespace foyer::bench {

/// A counter in a folder of its own, with one large performance, to measure on.
class Venue {
public:
    /// Founds the counter; sealed with `passphrase`, so that the app can open it, too.
    Venue(const std::string& folder, const std::string& passphrase);
    ~Venue();

    Counter& counter() { return *m_counter; }
    const std::string& folder() const { return m_folder; }
    Clock& clock() { return m_clock; }
    /// Three standing places, cash exact; every third with a new customer.
    SaleRequest request();
    /// Sells so many orders without waiting for the disk at each.
    void fill(std::int64_t orders);
    /// Takes down so many customers, without sales.
    void fillCustomers(std::int64_t customers);
    /// Closes the counter, so that its files may be copied or another program may open it.
    void close();
    void reopen();
    ::sqlite3* handle();

private:
    std::string m_folder;
    std::string m_passphrase;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<Counter> m_counter;
    Cart m_cart;
    std::int64_t m_made = 0;
    std::int64_t m_total = 0;
};

} // namespace foyer::bench
