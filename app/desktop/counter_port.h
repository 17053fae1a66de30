// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "ui/sell/sell_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the sell workspace asks for, over the store thread.
class CounterPort final : public ui::SellPort {
public:
    CounterPort(StoreThread& store, const Clock& clock, Random& random);

    void performances(const std::string& search,
                      Then<std::vector<PerformanceSummary>> then) override;
    void open(PerformanceId performance, Then<ui::OpenPerformance> then) override;
    void bestSeats(const ui::BestSeatsRequest& request,
                   Then<std::vector<SeatNumber>> then) override;
    void quote(const Cart& cart, Then<Quote> then) override;
    void sell(const SaleRequest& request, Then<Order> then) override;
    void findCustomers(const std::string& search, Then<std::vector<Customer>> then) override;
    void makeDocuments(OrderId order, Then<ui::PrintedSale> then) override;
    void print(const std::string& pdf, const std::string& queue, Then<bool> then) override;
    void printQueues(Then<std::vector<std::string>> then) override;
    void orderByCode(const std::string& code, Then<Order> then) override;
    void loadDemonstration(Then<bool> then) override;
    OrderId newOrderId() override;

private:
    StoreThread& m_store;
    const Clock& m_clock;
    Random& m_random;
};

} // namespace foyer::desktop
