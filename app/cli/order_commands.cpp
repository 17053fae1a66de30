// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/order_answer.h"
#include "app/cli/plan_answer.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/cli/verdict_answer.h"
#include "core/services/after_sale.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/gate.h"
#include "core/services/sales.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace foyer::cli {

Result<Answer> run(const OrderCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto order = findOrder(**counter, command.code);
    if (!order || command.pdf.empty()) {
        return order ? answerWithOrder(**counter, *order, {}) : order.error();
    }
    if (auto writable = checkDocumentFolder(command.pdf); !writable) {
        return std::move(writable).error();
    }
    const bool hasTickets = std::ranges::any_of(order->tickets, [](const Ticket& ticket) {
        return ticket.state != TicketState::Voided;
    });
    const auto noted = recordReprint(**counter, order->id, hasTickets ? "tickets" : "receipt");
    return noted ? answerWithOrder(**counter, *order, command.pdf) : noted.error();
}

Result<Answer> run(const VoidCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const OpenPayment open = command.insist ? OpenPayment::Insist : OpenPayment::Refuse;
    if (command.planOnly) {
        const auto meant = findOrder(**counter, command.code);
        const auto plan = meant ? planVoid(**counter, meant->id, open) : meant.error();
        return plan ? answerWithPlan(*plan) : Result<Answer>{plan.error()};
    }
    const auto order = voidOrder(**counter, command.code, command.reason, open);
    if (!order) {
        return order.error();
    }
    return answerWithOrder(**counter, *order, {});
}

Result<Answer> run(const ScanCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    std::optional<PerformanceId> performance;
    if (!command.performance.empty()) {
        const auto named = performanceNamed(**counter, command.performance);
        if (!named) {
            return named.error();
        }
        performance = *named;
    }
    const auto verdict = command.isOut ? checkOut(**counter, command.code, command.gate)
                                       : scan(**counter, command.code, command.gate, performance);
    if (!verdict) {
        return verdict.error();
    }
    return answerWithVerdict(*verdict);
}

Result<Answer> run(const CustomersCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto customers = findCustomers(**counter, command.search, command.limit);
    if (!customers) {
        return customers.error();
    }
    Json found = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Customer& customer : *customers) {
        found.push_back(customerForm(customer));
        const CustomerDetails& details = customer.details;
        cells.push_back({customer.id.text(), details.name, details.email, details.phone});
    }
    return Answer{line(Json{{"customers", found}}),
                  cells.empty() ? "Nobody was found.\n" : columns(cells),
                  {}};
}

} // namespace foyer::cli
