// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/orders/orders_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the orders screen asks for, over the store thread.
class CounterOrdersPort final : public ui::OrdersPort {
public:
    explicit CounterOrdersPort(StoreThread& store) : m_store{store} {}

    void find(const std::string& words, Then<std::vector<FoundOrder>> then) override;
    void open(OrderId order, Then<ui::OrderView> then) override;
    void planReturn(const ReturnRequest& request, Then<AfterSalePlan> then) override;
    void returnTickets(const ReturnRequest& request, Then<ui::OrderView> then) override;
    void performances(Then<std::vector<PerformanceSummary>> then) override;
    void places(PerformanceId performance, Then<ui::ExchangePlaces> then) override;
    void planExchange(const ExchangeRequest& request, Then<AfterSalePlan> then) override;
    void exchange(const ExchangeRequest& request, Then<ui::OrderView> then) override;
    void reissue(OrderId order, const std::vector<TicketId>& tickets, const std::string& reason,
                 Then<ui::OrderView> then) override;
    void planVoid(OrderId order, OpenPayment open, Then<AfterSalePlan> then) override;
    void voidOrder(OrderId order, const std::string& reason, OpenPayment open,
                   Then<ui::OrderView> then) override;
    void setCustomer(OrderId order, const PersonNamed& person, Then<ui::OrderView> then) override;
    void splitPickup(OrderId order, const std::vector<TicketId>& tickets, const PersonNamed& person,
                     Then<ui::OrderView> then) override;
    void reprint(OrderId order, const std::vector<TicketId>& tickets,
                 Then<ui::Reprinted> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
