// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"

#include "core/base/error.h"
#include "core/domain/sales/order_code.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

Json paymentForm(const SettledTender& payment)
{
    Json form{{"method", std::string{paymentMethodName(payment.tender.method)}},
              {"tendered", toPlainText(payment.tender.tendered)},
              {"amount", toPlainText(payment.amount)},
              {"change", toPlainText(payment.change)}};
    if (!payment.tender.reference.empty()) {
        form["reference"] = payment.tender.reference;
    }
    if (payment.left) {
        form["left"] = toPlainText(*payment.left);
    }
    return form;
}

const char* kindName(QuoteLine::Kind kind)
{
    switch (kind) {
    case QuoteLine::Kind::Ticket:
        return "ticket";
    case QuoteLine::Kind::GiftCard:
        return "gift_card";
    case QuoteLine::Kind::Fee:
        break;
    }
    return "fee";
}

} // namespace

std::string line(const Json& object)
{
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json errorForm(const Error& error)
{
    Json form{{"code", error.code}, {"message", error.message}, {"where", error.where}};
    if (!error.facts.empty()) {
        form["facts"] = error.facts;
    }
    return form;
}

Json customerForm(const Customer& customer)
{
    Json form{{"id", customer.id.text()}};
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) {
            form[name] = value;
        }
    };
    add("name", customer.details.name);
    add("email", customer.details.email);
    add("phone", customer.details.phone);
    add("note", customer.details.note);
    add("language", customer.details.language);
    return form;
}

Json quoteLinesForm(const std::vector<QuoteLine>& lines)
{
    Json forms = Json::array();
    for (const QuoteLine& line : lines) {
        forms.push_back({{"kind", kindName(line.kind)},
                         {"text", line.text},
                         {"net", toPlainText(line.amount.net)},
                         {"tax", toPlainText(line.amount.tax)},
                         {"gross", toPlainText(line.amount.gross)},
                         {"tax_name", line.taxName},
                         {"tax_milli_percent", line.taxRateMilliPercent}});
        if (line.kind == QuoteLine::Kind::Fee && line.fee == donationFee()) {
            forms.back()["kind"] = "donation";
        }
        if (line.reduction.kind != Reduction::Kind::None) {
            const Money less{line.reduction.minor, line.amount.gross.currency()};
            forms.back()["reduction"] =
                Json{{"kind", std::string{reductionName(line.reduction.kind)}},
                     {"amount", toPlainText(less)},
                     {"text", line.reduction.text}};
        }
    }
    return forms;
}

std::string stateName(TicketState state)
{
    switch (state) {
    case TicketState::Sold:
        return "sold";
    case TicketState::Admitted:
        return "admitted";
    case TicketState::Voided:
        break;
    }
    return "voided";
}

Json ticketForm(const Ticket& ticket)
{
    Json form{{"id", ticket.id.text()},
              {"performance", ticket.performance.text()},
              {"type", ticket.typeName},
              {"category", ticket.categoryName},
              {"place", ticket.seatLabel},
              {"seated", ticket.seat.has_value()},
              {"price", toPlainText(ticket.price.gross)},
              {"state", stateName(ticket.state)}};
    if (ticket.admittedAt) {
        form["admitted_at"] = toRfc3339(*ticket.admittedAt);
        form["gate"] = ticket.admittedGate;
    }
    return form;
}

Json orderForm(const Order& order, const std::map<TicketId, std::string>& codes,
               const std::optional<Customer>& customer)
{
    Money tax{0, order.total.currency()};
    for (const QuoteLine& line : order.lines) {
        tax += line.amount.tax;
    }
    Json form{{"id", order.id.text()},
              {"code", displayOrderCode(order.code)},
              {"placed_at", toRfc3339(order.placedAt)},
              {"voided", order.voided},
              {"currency", std::string{order.total.currency().code()}},
              {"total", toPlainText(order.total)},
              {"tax", toPlainText(tax)},
              {"change", toPlainText(order.change)},
              {"lines", quoteLinesForm(order.lines)},
              {"payments", Json::array()},
              {"tickets", Json::array()},
              {"customer", nullptr}};
    if (order.awaitedMinor > 0) {
        form["awaited"] = toPlainText(Money{order.awaitedMinor, order.total.currency()});
    }
    for (const SettledTender& payment : order.payments) {
        form["payments"].push_back(paymentForm(payment));
    }
    for (const Ticket& ticket : order.tickets) {
        Json ticketObject = ticketForm(ticket);
        if (const auto code = codes.find(ticket.id); code != codes.end()) {
            ticketObject["code"] = code->second;
        }
        form["tickets"].push_back(std::move(ticketObject));
    }
    if (customer) {
        form["customer"] = customerForm(*customer);
    }
    return form;
}

} // namespace foyer::cli
