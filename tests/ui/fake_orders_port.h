// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/orders/orders_port.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// One order of two tickets in memory; returns follow the same rules as core's.
class FakeOrdersPort final : public ui::OrdersPort {
public:
    std::vector<std::string> asked;
    bool hasOpenPayment = false; ///< a provider may still take its money
    bool isSlow = false; ///< answers wait for answer(), as those of a store on a thread of its own
    ui::OrderView view;
    std::string customer = "Ana Lima";

    FakeOrdersPort()
    {
        const Currency euro = *Currency::fromCode("EUR");
        view.order = StandingOrder{.id = OrderId{number(1)},
                                   .code = "A722223K",
                                   .placedAt = {1'795'435'200'000},
                                   .currency = euro};
        for (std::uint8_t i = 0; i < 2; ++i) {
            StandingLine line;
            line.sold.ticket = TicketId{number(static_cast<std::uint8_t>(10 + i))};
            line.sold.performance = PerformanceId{number(20)};
            line.sold.seatLabel = i == 0 ? "Stalls F7" : "Stalls F8";
            line.sold.typeName = "Adult";
            line.sold.categoryName = "Premium";
            line.sold.net = 4'206;
            line.sold.taxAmount = 294;
            line.number = i;
            view.order.lines.push_back(line);
        }
        view.order.payments.push_back(
            {.id = PaymentId{number(30)}, .method = PaymentMethod::Cash, .amount = 9'000});
        view.customer = Customer{CustomerId{number(40)}, {customer, "ana@example.org", {}, {}}};
        view.performances[PerformanceId{number(20)}] = "Hamlet";
        view.starts[PerformanceId{number(20)}] = {1'795'800'600'000};
        view.timeZone = "Europe/Berlin";
    }

    static Uuid number(std::uint8_t value)
    {
        Uuid::Bytes bytes{};
        bytes[15] = value;
        return Uuid{bytes};
    }
    /// Gives the answers that wait, and those that are asked for by them, in the order of asking.
    void answer()
    {
        while (!m_waiting.empty()) {
            const auto first = m_waiting.front();
            m_waiting.erase(m_waiting.begin());
            first();
        }
    }
    TicketId ticket(std::size_t index) const { return view.order.lines.at(index).sold.ticket; }

    void find(const std::string& words, Then<std::vector<FoundOrder>> then) override
    {
        asked.push_back("find " + words);
        std::vector<FoundOrder> found;
        if (words.empty() || words == "ana" || words == "TICKET-2") {
            found.push_back({.id = view.order.id,
                             .code = view.order.code,
                             .placedAt = view.order.placedAt,
                             .total = Money{view.order.worth(), view.order.currency},
                             .customerName = customer,
                             .summary = "2 × Adult · Stalls F7, Stalls F8",
                             .valid = 2,
                             .tickets = 2});
            if (words == "TICKET-2") {
                found.front().scanned = ticket(1);
            }
        }
        deliver(then, Result<std::vector<FoundOrder>>{found});
    }
    void open(OrderId, Then<ui::OrderView> then) override
    {
        deliver(then, Result<ui::OrderView>{view});
    }
    void planReturn(const ReturnRequest& request, Then<AfterSalePlan> then) override
    {
        const auto returned = returnOf(view.order, request.choice);
        if (!returned) {
            deliver(then, Result<AfterSalePlan>{returned.error()});
            return;
        }
        const Currency euro = view.order.currency;
        AfterSalePlan plan{.fees = Money{0, euro},
                           .worthBefore = Money{view.order.worth(), euro},
                           .worthAfter = Money{view.order.worth() - returned->total(), euro},
                           .due = Money{0, euro},
                           .back = Money{returned->total(), euro},
                           .parts = *refundParts(view.order, returned->total(), 1)};
        for (const auto& line : returned->lines) {
            const std::string name = view.order.line(line.ticket)->sold.seatLabel + " · Adult";
            plan.tickets.push_back({line.ticket, name, line.voids ? "" : name, Money{4'500, euro},
                                    Money{4'500 - line.net - line.taxAmount, euro}});
        }
        deliver(then, Result<AfterSalePlan>{plan});
    }
    void returnTickets(const ReturnRequest& request, Then<ui::OrderView> then) override
    {
        if (request.reason.empty()) {
            then(usageError("reason_missing", "Say why; the reason is kept.", "reason"));
            return;
        }
        const auto returned = returnOf(view.order, request.choice);
        if (request.told && request.told->minor() != -returned->total()) {
            then(refused("plan_changed", "The difference is another by now. Look at it again."));
            return;
        }
        asked.push_back("refund " + std::to_string(returned->total()) + " " + request.reason);
        for (const auto& line : returned->lines) {
            for (StandingLine& kept : view.order.lines) {
                if (kept.sold.ticket == line.ticket) {
                    kept.returnedNet += line.net;
                    kept.returnedTax += line.taxAmount;
                    kept.state = line.voids ? TicketState::Voided : kept.state;
                }
            }
        }
        view.order.payments[0].returnedAmount += returned->total();
        view.history.push_back({.at = {1'795'435'260'000},
                                .actorName = "Cleo",
                                .kind = "tickets.returned",
                                .purpose = "refund",
                                .note = request.reason,
                                .amount = -returned->total(),
                                .tickets = 1});
        deliver(then, Result<ui::OrderView>{view});
    }
    void performances(Then<std::vector<PerformanceSummary>> then) override
    {
        PerformanceSummary summary;
        summary.id = PerformanceId{number(20)};
        summary.event = "Hamlet";
        summary.startsAt = {1'795'800'600'000};
        summary.timeZone = "Europe/Berlin";
        then(std::vector<PerformanceSummary>{summary});
    }
    void places(PerformanceId, Then<ui::ExchangePlaces> then) override
    {
        auto offer =
            std::make_shared<Offer>(Offer{.organizer = {.currency = *Currency::fromCode("EUR")}});
        offer->performance.id = PerformanceId{number(20)};
        offer->types.push_back({.id = {}, .name = "Adult"});
        offer->types.push_back({.id = TicketTypeId{number(51)}, .name = "Child"});
        offer->categories.push_back({.id = {}, .name = "Premium"});
        then(ui::ExchangePlaces{offer, {}});
    }
    void planExchange(const ExchangeRequest& request, Then<AfterSalePlan> then) override
    {
        const Currency euro = view.order.currency;
        AfterSalePlan plan{.fees = Money{0, euro},
                           .worthBefore = Money{view.order.worth(), euro},
                           .worthAfter = Money{view.order.worth() + 1'000, euro},
                           .due = Money{1'000, euro},
                           .back = Money{0, euro}};
        for (const auto& step : request.steps) {
            plan.tickets.push_back({step.ticket, "Stalls F7 · Adult", "Stalls F7 · Child",
                                    Money{4'500, euro}, Money{5'500, euro}});
        }
        then(plan);
    }
    void exchange(const ExchangeRequest& request, Then<ui::OrderView> then) override
    {
        asked.push_back(
            "exchange " + std::to_string(request.steps.size()) + " paid " +
            std::to_string(request.tenders.empty() ? 0 : request.tenders.front().tendered.minor()));
        then(view);
    }
    void reissue(OrderId, const std::vector<TicketId>& tickets, const std::string& reason,
                 Then<ui::OrderView> then) override
    {
        asked.push_back("reissue " + std::to_string(tickets.size()) + " " + reason);
        then(view);
    }
    void planVoid(OrderId, OpenPayment open, Then<AfterSalePlan> then) override
    {
        if (hasOpenPayment && open == OpenPayment::Refuse) {
            Error error = refused("payment_open", "The customer may still pay.");
            error.facts = {"42.00"};
            then(error);
            return;
        }
        planReturn({.order = view.order.id, .choice = {}, .reason = {}}, then);
    }
    void voidOrder(OrderId, const std::string& reason, OpenPayment open,
                   Then<ui::OrderView> then) override
    {
        asked.push_back((open == OpenPayment::Insist ? "insist on void " : "void ") + reason);
        then(view);
    }
    void setCustomer(OrderId, const PersonNamed& person, Then<ui::OrderView> then) override
    {
        asked.push_back("name " + (person.details ? person.details->name : std::string{}));
        then(view);
    }
    void splitPickup(OrderId, const std::vector<TicketId>& tickets, const PersonNamed& person,
                     Then<ui::OrderView> then) override
    {
        asked.push_back("pickup " + std::to_string(tickets.size()) + " " +
                        (person.details ? person.details->name : std::string{}));
        then(view);
    }
    void reprint(OrderId, const std::vector<TicketId>& tickets, Then<ui::Reprinted> then) override
    {
        asked.push_back("reprint " + std::to_string(tickets.size()));
        then(ui::Reprinted{"Tickets", {}});
    }

private:
    template <typename T>
    void deliver(const Then<T>& then, const Result<T>& result)
    {
        m_waiting.emplace_back([then, result] { then(result); });
        if (!isSlow) {
            answer();
        }
    }

    std::vector<std::function<void()>> m_waiting;
};

} // namespace foyer::test
