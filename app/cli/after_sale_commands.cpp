// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/after_sale.h"

#include "app/cli/json_forms.h"
#include "app/cli/order_answer.h"
#include "app/cli/origin_answer.h"
#include "app/cli/plan_answer.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/domain/sales/order_code.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/order_history.h"
#include "core/services/order_import.h"
#include "core/services/order_search.h"
#include "core/services/sales.h"
#include "core/services/seats.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace foyer::cli {
namespace {

/// A ticket as people name it: its place in the order, from 1, its seat, or the end of its id.
Result<const Ticket*> ticketNamed(const Order& order, const std::string& text)
{
    constexpr std::size_t kIdCharacters = 6;
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault == std::errc{} && end == text.data() + text.size() && number >= 1 &&
        number <= order.tickets.size()) {
        return &order.tickets[number - 1];
    }
    for (const Ticket& ticket : order.tickets) {
        const bool isSeat = ticket.seat && ticket.state != TicketState::Voided &&
            (ticket.seatLabel == text || ticket.seatLabel.ends_with(" " + text));
        if (isSeat || (text.size() >= kIdCharacters && ticket.id.text().ends_with(text))) {
            return &ticket;
        }
    }
    return usageError("unknown_ticket",
                      "Order " + displayOrderCode(order.code) + " has no ticket " + text +
                          ". Name it by its place in the order (1, 2 …), its seat or its id.",
                      "--ticket");
}

Result<std::vector<TicketId>> ticketsNamed(const Order& order,
                                           const std::vector<std::string>& texts)
{
    std::vector<TicketId> tickets;
    for (const std::string& text : texts) {
        const auto ticket = ticketNamed(order, text);
        if (!ticket) {
            return ticket.error();
        }
        tickets.push_back((*ticket)->id);
    }
    return tickets;
}

/// One "--change": TICKET=[SEAT][:TYPE[:CATEGORY]].
struct ChangeWords {
    std::string ticket;
    std::string seat;
    std::string type;
    std::string category;
};

Result<ChangeWords> readChange(const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        return usageError("bad_change",
                          "--change takes TICKET=SEAT:TYPE:CATEGORY, each of them may be left "
                          "out: 1=F7 or 2=:Child.",
                          "--change");
    }
    ChangeWords words{text.substr(0, equals), {}, {}, {}};
    std::string rest = text.substr(equals + 1);
    for (std::string* part : {&words.seat, &words.type, &words.category}) {
        const auto colon = rest.find(':');
        *part = rest.substr(0, colon);
        rest = colon == std::string::npos ? std::string{} : rest.substr(colon + 1);
    }
    return words;
}

/// The place that is meant: what is not said stays as it was.
Result<CartItem> placeMeant(Counter& counter, const Ticket& from, const ChangeWords& words,
                            PerformanceId performance)
{
    const auto offer = offerOf(counter, performance);
    if (!offer) {
        return offer.error();
    }
    CartItem to{performance, from.type, from.category,
                performance == from.performance ? from.seat : std::nullopt};
    if (!words.type.empty()) {
        const auto& types = (*offer)->types;
        const auto type = std::ranges::find(types, words.type, &TicketType::name);
        if (type == types.end()) {
            return refused("unknown_type",
                           "There is no ticket type " + words.type + " for this performance.",
                           "--change");
        }
        to.type = type->id;
    }
    if (!words.category.empty()) {
        const auto& categories = (*offer)->categories;
        const auto category = std::ranges::find(categories, words.category, &PriceCategory::name);
        if (category == categories.end()) {
            return refused("unknown_category",
                           "There is no category " + words.category + " for this performance.",
                           "--change");
        }
        to.category = category->id;
        to.seat = to.category == from.category ? to.seat : std::nullopt;
    }
    if (!words.seat.empty()) {
        const auto seat = seatNamed(counter, performance, words.seat);
        if (!seat) {
            return seat.error();
        }
        to.seat = *seat;
        if (const PriceCategory* category = (*offer)->categoryOfSeat(*seat)) {
            to.category = category->id;
        }
    }
    return to;
}

Result<ExchangeRequest> exchangeMeant(Counter& counter, const ExchangeCommand& command,
                                      const Order& order)
{
    ExchangeRequest request{.order = order.id,
                            .reason = command.reason,
                            .cardReference = command.cardReference};
    std::optional<PerformanceId> performance;
    if (!command.performance.empty()) {
        const auto named = performanceNamed(counter, command.performance);
        if (!named) {
            return named.error();
        }
        performance = *named;
    }
    for (const std::string& text : command.changes) {
        const auto words = readChange(text);
        if (!words) {
            return words.error();
        }
        const auto ticket = ticketNamed(order, words->ticket);
        if (!ticket) {
            return ticket.error();
        }
        const auto to =
            placeMeant(counter, **ticket, *words, performance.value_or((*ticket)->performance));
        if (!to) {
            return to.error();
        }
        request.steps.push_back({(*ticket)->id, *to});
    }
    for (const std::string& payment : command.payments) {
        auto tender = readTender(payment, order.total.currency());
        if (!tender) {
            return std::move(tender).error();
        }
        request.tenders.push_back(*std::move(tender));
    }
    return request;
}

/// An open counter and an order of it.
struct OpenOrder {
    Counter* counter;
    Order order;
};
Result<OpenOrder> openOrder(Session& session, const std::string& code)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    auto order = findOrder(**counter, code);
    return order ? Result<OpenOrder>{OpenOrder{*counter, *std::move(order)}} : order.error();
}

Result<PersonNamed> personMeant(const std::string& text)
{
    if (text.empty()) {
        return PersonNamed{};
    }
    if (const auto id = Uuid::fromText(text)) {
        return PersonNamed{CustomerId{*id}, {}};
    }
    auto details = readCustomer(text);
    return details ? Result<PersonNamed>{PersonNamed{{}, *std::move(details)}} : details.error();
}

} // namespace

Result<Answer> run(const OrdersCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    OrderSearch search{command.search, std::nullopt, command.limit};
    if (!command.performance.empty()) {
        const auto named = performanceNamed(**counter, command.performance);
        if (!named) {
            return named.error();
        }
        search.performance = *named;
    }
    const auto found = findOrders(**counter, search);
    if (!found) {
        return found.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const FoundOrder& order : *found) {
        list.push_back({{"id", order.id.text()},
                        {"code", displayOrderCode(order.code)},
                        {"placed_at", toRfc3339(order.placedAt)},
                        {"total", toPlainText(order.total)},
                        {"currency", std::string{order.total.currency().code()}},
                        {"customer", order.customerName},
                        {"summary", order.summary},
                        {"awaited", order.isAwaited},
                        {"tickets", order.tickets},
                        {"valid", order.valid},
                        {"admitted", order.admitted}});
        cells.push_back({displayOrderCode(order.code), localTime(order.placedAt, "UTC"),
                         moneyText(order.total), order.customerName, order.summary});
    }
    return Answer{line(Json{{"orders", list}}),
                  cells.empty() ? "No order was found.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const RefundCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    auto tickets = ticketsNamed(open->order, command.tickets);
    if (!tickets) {
        return std::move(tickets).error();
    }
    ReturnRequest request;
    request.order = open->order.id;
    request.choice = {*std::move(tickets), command.keepFees, std::nullopt};
    request.reason = command.reason;
    request.cardReference = command.cardReference;
    if (!command.part.empty()) {
        const auto part = parseMoney(command.part, open->order.total.currency());
        if (!part) {
            return part.error();
        }
        request.choice.part = part->minor();
    }
    if (command.planOnly) {
        const auto plan = planReturn(*open->counter, request);
        return plan ? Result<Answer>{answerWithPlan(*plan)} : plan.error();
    }
    const auto order = returnTickets(*open->counter, request);
    return order ? answerWithOrder(*open->counter, *order, {}) : order.error();
}

Result<Answer> run(const ExchangeCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto request = exchangeMeant(*open->counter, command, open->order);
    if (!request) {
        return request.error();
    }
    if (command.planOnly) {
        const auto plan = planExchange(*open->counter, *request);
        return plan ? Result<Answer>{answerWithPlan(*plan)} : plan.error();
    }
    const auto order = exchangeTickets(*open->counter, *request);
    return order ? answerWithOrder(*open->counter, *order, command.pdf) : order.error();
}

Result<Answer> run(const ReissueCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto tickets = ticketsNamed(open->order, command.tickets);
    if (!tickets) {
        return tickets.error();
    }
    const auto order = reissueTickets(*open->counter, open->order.id, *tickets, command.reason);
    return order ? answerWithOrder(*open->counter, *order, command.pdf) : order.error();
}

Result<Answer> run(const ReprintCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto tickets = ticketsNamed(open->order, command.tickets);
    if (!tickets) {
        return tickets.error();
    }
    if (auto writable = checkDocumentFolder(command.pdf); !writable) {
        return std::move(writable).error();
    }
    const auto order = recordReprint(*open->counter, open->order.id, "tickets", *tickets);
    return order ? answerWithOrder(*open->counter, *order, command.pdf) : order.error();
}

Result<Answer> run(const OrderCustomerCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto person = personMeant(command.customer);
    if (!person) {
        return person.error();
    }
    const auto order = setOrderCustomer(*open->counter, open->order.id, *person);
    return order ? answerWithOrder(*open->counter, *order, {}) : order.error();
}

Result<Answer> run(const PickupCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto tickets = ticketsNamed(open->order, command.tickets);
    if (!tickets) {
        return tickets.error();
    }
    const auto person = personMeant(command.customer);
    if (!person) {
        return person.error();
    }
    const auto split = splitPickup(*open->counter, open->order.id, *tickets, *person);
    return split ? answerWithOrder(*open->counter, open->order, {}) : split.error();
}

Result<Answer> run(const HistoryCommand& command, Session& session)
{
    const auto open = openOrder(session, command.code);
    if (!open) {
        return open.error();
    }
    const auto changes = orderHistory(*open->counter, open->order.id);
    if (!changes) {
        return changes.error();
    }
    const auto origin = orderOrigin(*open->counter, open->order.id);
    if (!origin) {
        return origin.error();
    }
    const Currency currency = open->order.total.currency();
    Json list = Json::array();
    auto cells = beginningOf(open->order, *origin);
    for (const OrderChange& change : *changes) {
        const std::string amount = toPlainText(Money{change.amount, currency});
        list.push_back({{"at", toRfc3339(change.at)},
                        {"kind", change.kind},
                        {"purpose", change.purpose},
                        {"by", change.actorName},
                        {"amount", amount},
                        {"tickets", change.tickets},
                        {"note", change.note}});
        cells.push_back({toRfc3339(change.at), change.kind, change.purpose,
                         change.amount == 0 ? std::string{} : amount, change.actorName,
                         change.note});
    }
    return Answer{line(Json{{"history", list}, {"origin", originForm(*origin)}}),
                  columns(cells),
                  {}};
}

} // namespace foyer::cli
