// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/catalogue/performance_summary.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/domain/sales/provider_payment_requests.h"
#include "core/domain/sales/provider_payment_state.h"
#include "core/domain/seating/seat_state.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// An order with everything that its screen tells.
struct OrderView {
    StandingOrder order{.currency = *Currency::fromCode("EUR")};
    std::vector<OrderChange> history;
    std::vector<WatchedPayment> provided;      ///< what providers take of it, as it stands
    std::optional<Customer> customer;          ///< nothing: nobody, or the reader may not know
    std::map<CustomerId, std::string> pickups; ///< names of who picks up parts of it
    std::map<PerformanceId, std::string> performances; ///< "Hamlet"
    std::map<PerformanceId, Instant> starts;
    std::string timeZone; ///< of its first performance
};

/// Where a ticket could go.
struct ExchangePlaces {
    std::shared_ptr<const Offer> offer;
    /// By seat number; empty for general admission.
    std::vector<SeatState> seats;
};

/// What became of a reprint.
struct Reprinted {
    std::string printer; ///< whose queue took it; empty: none is set up for tickets, then …
    std::string file;    ///< … the PDF that was written
};

/// The orders screen's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class OrdersPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~OrdersPort() = default;

    virtual void find(const std::string& words, Then<std::vector<FoundOrder>> then) = 0;
    virtual void open(OrderId order, Then<OrderView> then) = 0;
    virtual void planReturn(const ReturnRequest& request, Then<AfterSalePlan> then) = 0;
    virtual void returnTickets(const ReturnRequest& request, Then<OrderView> then) = 0;
    virtual void performances(Then<std::vector<PerformanceSummary>> then) = 0;
    virtual void places(PerformanceId performance, Then<ExchangePlaces> then) = 0;
    virtual void planExchange(const ExchangeRequest& request, Then<AfterSalePlan> then) = 0;
    virtual void exchange(const ExchangeRequest& request, Then<OrderView> then) = 0;
    virtual void reissue(OrderId order, const std::vector<TicketId>& tickets,
                         const std::string& reason, Then<OrderView> then) = 0;
    virtual void planVoid(OrderId order, OpenPayment open, Then<AfterSalePlan> then) = 0;
    virtual void voidOrder(OrderId order, const std::string& reason, OpenPayment open,
                           Then<OrderView> then) = 0;
    virtual void setCustomer(OrderId order, const PersonNamed& person, Then<OrderView> then) = 0;
    virtual void splitPickup(OrderId order, const std::vector<TicketId>& tickets,
                             const PersonNamed& person, Then<OrderView> then) = 0;
    virtual void reprint(OrderId order, const std::vector<TicketId>& tickets,
                         Then<Reprinted> then) = 0;

protected:
    OrdersPort() = default;
    OrdersPort(const OrdersPort&) = default;
    OrdersPort& operator=(const OrdersPort&) = default;
};

} // namespace foyer::ui
