// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/orders_port.h"

#include "app/desktop/store_thread.h"
#include "app/orders/order_documents.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/catalogue.h"
#include "core/services/customer_directory.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/order_history.h"
#include "core/services/order_search.h"
#include "core/services/printers.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/services/seats.h"
#include "core/services/spool.h"

namespace foyer::desktop {
namespace {

std::optional<Customer> customerKnown(Counter& counter, CustomerId id)
{
    if (!counter.access().may(Permission::ReadCustomers)) {
        return std::nullopt;
    }
    auto customer = counter.customers().open(id);
    return customer ? std::optional{*std::move(customer)} : std::nullopt;
}

Result<ui::OrderView> viewOf(Counter& counter, OrderId id)
{
    return guarded([&]() -> Result<ui::OrderView> {
        auto order = standingOrder(counter, id);
        if (!order) {
            return std::move(order).error();
        }
        auto history = orderHistory(counter, id);
        if (!history) {
            return std::move(history).error();
        }
        auto provided = providerPaymentsOf(counter, id);
        if (!provided) {
            return std::move(provided).error();
        }
        ui::OrderView view{
            *std::move(order), *std::move(history), *std::move(provided), {}, {}, {}, {}, "UTC"};
        if (view.order.customer) {
            view.customer = customerKnown(counter, *view.order.customer);
        }
        for (const StandingLine& line : view.order.lines) {
            if (line.pickup) {
                if (const auto person = customerKnown(counter, *line.pickup)) {
                    view.pickups[*line.pickup] = person->details.name;
                }
            }
            const PerformanceId performance = line.sold.performance;
            if (view.performances.contains(performance)) {
                continue;
            }
            if (const auto offer = offerOf(counter, performance)) {
                view.performances[performance] = (*offer)->event.name;
                view.starts[performance] = (*offer)->performance.startsAt;
                view.timeZone = (*offer)->performance.timeZone;
            }
        }
        return view;
    });
}

/// The order as it is after an act, or why the act was refused.
template <typename T>
Result<ui::OrderView> viewAfter(Counter& counter, OrderId order, const Result<T>& done)
{
    return done ? viewOf(counter, order) : done.error();
}

Result<ui::Reprinted> reprinted(Counter& counter, const Order& order)
{
    if (const auto printer = printerFor(counter, PrintPurpose::Tickets)) {
        const auto job = spoolTickets(counter, order, printer->name);
        return job ? Result<ui::Reprinted>{ui::Reprinted{printer->name, {}}} : job.error();
    }
    const auto files = app::writeOrderDocuments(counter, order, counter.folder().documentsPath());
    return files ? Result<ui::Reprinted>{ui::Reprinted{{}, files->ticketsPdf}} : files.error();
}

} // namespace

void CounterOrdersPort::find(const std::string& words, Then<std::vector<FoundOrder>> then)
{
    m_store.ask<std::vector<FoundOrder>>(
        [words](Counter& counter) {
            return findOrders(counter, {words, std::nullopt, 50});
        },
        std::move(then));
}

void CounterOrdersPort::open(OrderId order, Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>([order](Counter& counter) { return viewOf(counter, order); },
                               std::move(then));
}

void CounterOrdersPort::planReturn(const ReturnRequest& request, Then<AfterSalePlan> then)
{
    m_store.ask<AfterSalePlan>(
        [request](Counter& counter) { return foyer::planReturn(counter, request); },
        std::move(then));
}

void CounterOrdersPort::returnTickets(const ReturnRequest& request, Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [request](Counter& counter) {
            return viewAfter(counter, request.order, foyer::returnTickets(counter, request));
        },
        std::move(then));
}

void CounterOrdersPort::performances(Then<std::vector<PerformanceSummary>> then)
{
    m_store.ask<std::vector<PerformanceSummary>>(
        [](Counter& counter) {
            constexpr std::int64_t kHoursMs = 6LL * 3'600'000;
            return foyer::performances(counter, {counter.clock().now().ms - kHoursMs});
        },
        std::move(then));
}

void CounterOrdersPort::places(PerformanceId performance, Then<ui::ExchangePlaces> then)
{
    m_store.ask<ui::ExchangePlaces>(
        [performance](Counter& counter) -> Result<ui::ExchangePlaces> {
            auto offer = offerOf(counter, performance);
            if (!offer) {
                return std::move(offer).error();
            }
            auto seats = seatStates(counter, performance);
            if (!seats) {
                return std::move(seats).error();
            }
            return ui::ExchangePlaces{*std::move(offer), *std::move(seats)};
        },
        std::move(then));
}

void CounterOrdersPort::planExchange(const ExchangeRequest& request, Then<AfterSalePlan> then)
{
    m_store.ask<AfterSalePlan>(
        [request](Counter& counter) { return foyer::planExchange(counter, request); },
        std::move(then));
}

void CounterOrdersPort::exchange(const ExchangeRequest& request, Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [request](Counter& counter) {
            return viewAfter(counter, request.order, exchangeTickets(counter, request));
        },
        std::move(then));
}

void CounterOrdersPort::reissue(OrderId order, const std::vector<TicketId>& tickets,
                                const std::string& reason, Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [order, tickets, reason](Counter& counter) {
            return viewAfter(counter, order, reissueTickets(counter, order, tickets, reason));
        },
        std::move(then));
}

void CounterOrdersPort::planVoid(OrderId order, OpenPayment open, Then<AfterSalePlan> then)
{
    m_store.ask<AfterSalePlan>(
        [order, open](Counter& counter) { return foyer::planVoid(counter, order, open); },
        std::move(then));
}

void CounterOrdersPort::voidOrder(OrderId order, const std::string& reason, OpenPayment open,
                                  Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [order, reason, open](Counter& counter) -> Result<ui::OrderView> {
            const auto known = findOrder(counter, order);
            return known
                ? viewAfter(counter, order, foyer::voidOrder(counter, known->code, reason, open))
                : known.error();
        },
        std::move(then));
}

void CounterOrdersPort::setCustomer(OrderId order, const PersonNamed& person,
                                    Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [order, person](Counter& counter) {
            return viewAfter(counter, order, setOrderCustomer(counter, order, person));
        },
        std::move(then));
}

void CounterOrdersPort::splitPickup(OrderId order, const std::vector<TicketId>& tickets,
                                    const PersonNamed& person, Then<ui::OrderView> then)
{
    m_store.ask<ui::OrderView>(
        [order, tickets, person](Counter& counter) {
            return viewAfter(counter, order, foyer::splitPickup(counter, order, tickets, person));
        },
        std::move(then));
}

void CounterOrdersPort::reprint(OrderId order, const std::vector<TicketId>& tickets,
                                Then<ui::Reprinted> then)
{
    m_store.ask<ui::Reprinted>(
        [order, tickets](Counter& counter) -> Result<ui::Reprinted> {
            const auto again = recordReprint(counter, order, "tickets", tickets);
            return again ? reprinted(counter, *again) : again.error();
        },
        std::move(then));
}

} // namespace foyer::desktop
