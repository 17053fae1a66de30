// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"
#include "core/services/order_import.h"
#include "tests/support/counter_fixture.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Orders as another system has them, for the small season of the counter fixture.
namespace foyer::test {

/// The first night of the small season, as its clocks show it: taken from the house itself.
inline Instant firstNight(CounterFixture& house)
{
    return house.offer()->performance.startsAt;
}

inline ImportedTicket ticketFor(CounterFixture& house, const std::string& type,
                                const std::string& category, const std::string& seat = {})
{
    ImportedTicket ticket;
    ticket.event = "hamlet";
    ticket.startsAt = firstNight(house);
    ticket.type = type;
    ticket.category = category;
    ticket.seat = seat;
    ticket.gross = 1200;
    return ticket;
}

inline ImportedOrder orderOfTickets(const std::string& id, std::vector<ImportedTicket> tickets)
{
    ImportedOrder order;
    order.externalId = id;
    order.where = "test, order " + id;
    order.placedAt = Instant{1'790'000'000'000};
    order.currency = "EUR";
    order.customer = {"Person " + id, "p" + id + "@example.org", {}, {}};
    order.tickets = std::move(tickets);
    return order;
}

inline OrderSource sourceOf(std::vector<ImportedOrder> orders)
{
    return {"pretix", "test", [orders = std::move(orders)](const TakeImportedOrder& take) {
                for (const ImportedOrder& each : orders) {
                    if (!take(ImportedOrder{each})) {
                        break;
                    }
                }
                return Result<void>{};
            }};
}

inline std::vector<ImportedOrder> manyStanding(CounterFixture& house, std::size_t count,
                                               std::size_t ticketsEach = 1)
{
    std::vector<ImportedOrder> orders;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<ImportedTicket> tickets(ticketsEach, ticketFor(house, "Adult", "Standing"));
        for (std::size_t each = 0; each < ticketsEach; ++each) {
            tickets[each].code = "old-" + std::to_string(i) + "-" + std::to_string(each);
        }
        orders.push_back(orderOfTickets(std::to_string(i), std::move(tickets)));
    }
    return orders;
}

inline OrderImportReport mustImport(CounterFixture& house, const OrderSource& source,
                                    const OrderImportTerms& terms = {})
{
    house.clock().pass(60'000);
    const auto report = importOrders(house.counter(), source, terms);
    if (!report) {
        qFatal("%s", report.error().message.c_str());
    }
    return *report;
}

inline std::int64_t numberOf(CounterFixture& house, const std::string& sql)
{
    return house.counter().database().integer(sql, {house.counter().organizer()}).value_or(0);
}

inline std::string figuresOf(const OrderImportReport& report)
{
    const auto money = report.money.find("EUR");
    return std::to_string(report.orders) + " read, " + std::to_string(report.added) + " new, " +
        std::to_string(report.tickets) + " tickets, " + std::to_string(report.known) + " known, " +
        std::to_string(report.leftOut) + " left out, " + std::to_string(report.refused) +
        " refused, " + std::to_string(money != report.money.end() ? money->second : 0);
}

} // namespace foyer::test
