// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/performance_summary.h"
#include "core/domain/held/held_back.h"
#include "core/domain/sales/gift_card_sale.h"
#include "core/domain/seating/seat_state.h"
#include "ui/sell/awaited_port.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace foyer::ui {

/// A performance opened for selling.
struct OpenPerformance {
    std::shared_ptr<const Offer> offer;
    /// By seat number, one SeatState each; empty for general admission.
    std::vector<SeatState> seats;
    /// Tickets of a category that may still be sold here, by the tightest quota.
    std::map<CategoryId, std::int64_t> left;
    /// What is kept back of it, without prices; empty where the clerk may not read it.
    std::vector<HeldBack> held = {};
};

/// Carts that were put aside.
struct ParkedCarts {
    std::vector<HeldBack> carts; ///< the first parked first
    std::map<PerformanceId, std::shared_ptr<const Offer>> offers;
};

/// What was kept back, as a cart that can be sold.
struct HeldCart {
    HeldBack held;
    Cart cart;
    std::optional<Customer> customer; ///< nothing: nobody, or it may not be read
    std::map<PerformanceId, std::shared_ptr<const Offer>> offers;
};

/// What the clerk wants seats for: so many of the best category that has them, or of one category.
struct BestSeatsRequest {
    PerformanceId performance;
    std::size_t count = 1;
    std::optional<CategoryId> category;    ///< none: the best with enough seats
    std::vector<SeatNumber> alreadyChosen; ///< in the cart, hence not free
    bool accessible = false;
};

struct HouseMoney {
    Currency currency;
    std::int64_t cashStep = 1; ///< minor units
};

/// The files made of a sale.
struct PrintedSale {
    std::string ticketsPdf;         ///< path; the gift cards of an order that sold some
    std::string receiptPdf;         ///< path
    std::vector<std::string> pages; ///< the tickets as PNG, for the preview
};

/// The sell workspace's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once. Whoever asks and may be gone by then
/// guards its answer with a QPointer.
class SellPort : public AwaitedPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    ~SellPort() override = default;

    /// Performances that have not ended, by start, whose event, subtitle or venue contains `search`
    /// (folded, empty: all).
    virtual void performances(const std::string& search,
                              Then<std::vector<PerformanceSummary>> then) = 0;
    virtual void open(PerformanceId performance, Then<OpenPerformance> then) = 0;
    virtual void bestSeats(const BestSeatsRequest& request, Then<std::vector<SeatNumber>> then) = 0;
    virtual void quote(const Cart& cart, Then<Quote> then) = 0;
    /// Durable when the answer arrives.
    virtual void sell(const SaleRequest& request, Then<Order> then) = 0;
    virtual void findCustomers(const std::string& search, Then<std::vector<Customer>> then) = 0;
    /// Writes tickets and receipt of an order as PDF files into the folder for them.
    virtual void makeDocuments(OrderId order, Then<PrintedSale> then) = 0;
    /// Hands a PDF to a print queue of the system; the answer says the job was taken by the queue.
    virtual void print(const std::string& pdf, const std::string& queue, Then<bool> then) = 0;
    /// A gift card by its code as typed or scanned.
    virtual void giftCard(const std::string& code, Then<GiftCard> then) = 0;
    /// Durable when the answer arrives.
    virtual void sellGiftCards(const GiftCardSale& sale, Then<GiftCardsSold> then) = 0;
    /// The house's own currency and what is paid in cash is rounded to, for what has no quote.
    virtual void houseMoney(Then<HouseMoney> then) = 0;
    /// The names of the print queues of this computer, the default one first.
    virtual void printQueues(Then<std::vector<std::string>> then) = 0;
    /// An order by its code as typed.
    virtual void orderByCode(const std::string& code, Then<Order> then) = 0;
    /// Adds the demonstration season, so that a newcomer has something to sell.
    virtual void loadDemonstration(Then<bool> then) = 0;
    /// Puts a cart aside, or reserves it. Durable when the answer arrives, as what follows.
    virtual void reserve(const ReservationRequest& request, Then<std::vector<StoredHold>> then) = 0;
    virtual void placeHold(const HoldRequest& request, Then<HoldId> then) = 0;
    virtual void parkedCarts(Then<ParkedCarts> then) = 0;
    /// A cart of what is kept back, or of a part of it. Changes nothing: the sale does.
    virtual void heldCart(const std::vector<HoldId>& holds, const HeldPart& part,
                          Then<HeldCart> then) = 0;
    virtual void letGo(const std::vector<HoldId>& holds, Then<bool> then) = 0;
    virtual void joinWaitingList(const WaitingRequest& request, Then<WaitingId> then) = 0;
    /// A fresh order id (UUIDv7).
    virtual OrderId newOrderId() = 0;

protected:
    SellPort() = default;
    SellPort(const SellPort&) = default;
    SellPort& operator=(const SellPort&) = default;
};

} // namespace foyer::ui
