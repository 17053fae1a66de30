// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "ui/sell/sell_port.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace foyer::desktop {

class PaymentLine;
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
    void giftCard(const std::string& code, Then<GiftCard> then) override;
    void sellGiftCards(const GiftCardSale& sale, Then<GiftCardsSold> then) override;
    void houseMoney(Then<ui::HouseMoney> then) override;
    void printQueues(Then<std::vector<std::string>> then) override;
    void orderByCode(const std::string& code, Then<Order> then) override;
    void loadDemonstration(Then<bool> then) override;
    void reserve(const ReservationRequest& request, Then<std::vector<StoredHold>> then) override;
    void placeHold(const HoldRequest& request, Then<HoldId> then) override;
    void parkedCarts(Then<ui::ParkedCarts> then) override;
    void heldCart(const std::vector<HoldId>& holds, const HeldPart& part,
                  Then<ui::HeldCart> then) override;
    void letGo(const std::vector<HoldId>& holds, Then<bool> then) override;
    void joinWaitingList(const WaitingRequest& request, Then<WaitingId> then) override;
    OrderId newOrderId() override;
    void providerWays(Then<ui::ProviderWays> then) override;
    void awaitedPayment(OrderId order, Then<ui::AwaitedPayment> then) override;
    void cancelAwaited(PaymentId payment, Then<WatchedPayment> then) override;
    void payInstead(const InsteadRequest& request, Then<Order> then) override;
    void orderById(OrderId order, Then<Order> then) override;
    PaymentId newPaymentId() override;

    /// Who asks the server how payments go on; null: nobody does.
    void setPaymentLine(PaymentLine* line) { m_paymentLine = line; }

    /// Called on the window's thread after something was put into the print queue.
    void setSpooled(std::function<void()> spooled) { m_spooled = std::move(spooled); }
    /// Called on the window's thread after a sale.
    void setSold(std::function<void(OrderId)> sold) { m_sold = std::move(sold); }

private:
    void printByQueue(const std::string& pdf, const std::string& queue, Then<bool> then);

    StoreThread& m_store;
    const Clock& m_clock;
    Random& m_random;
    std::map<std::string, OrderId> m_documentOrders; ///< by the file of their tickets
    PaymentLine* m_paymentLine = nullptr;
    std::function<void()> m_spooled;
    std::function<void(OrderId)> m_sold;
};

} // namespace foyer::desktop
