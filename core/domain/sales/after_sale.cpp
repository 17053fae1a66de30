// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/after_sale.h"

#include "core/domain/till/cash_count.h"

#include <algorithm>

namespace foyer {
namespace {

/// The order in which methods get their money back.
int refundRank(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Invoice: // nobody is handed money for what they have not paid
        return 0;
    case PaymentMethod::GiftCard:
        return 1;
    case PaymentMethod::CardTerminal:
    case PaymentMethod::Imported:
    case PaymentMethod::Transfer:
    case PaymentMethod::Online:
    case PaymentMethod::Reader:
        return 2;
    case PaymentMethod::Cash:
        break;
    }
    return 3;
}

Error tooMuch(Money left)
{
    Error error = refused("more_than_paid",
                          "Of this order only " + toPlainText(left) +
                              " is left that was paid and not given back. Choose less.");
    error.facts = {toPlainText(left)};
    return error;
}

Error ticketRefusal(const char* code, const StandingLine& line, const std::string& sentence)
{
    Error error = refused(code, line.sold.seatLabel + sentence, line.sold.ticket.text());
    error.facts = {line.sold.seatLabel};
    return error;
}

/// The tickets meant, in the order's own order. A used ticket can become cheaper, but not void.
Result<std::vector<const StandingLine*>>
linesMeant(const StandingOrder& order, const std::vector<TicketId>& tickets, bool stayValid)
{
    std::vector<const StandingLine*> meant;
    for (const TicketId ticket : tickets) {
        if (order.line(ticket) == nullptr) {
            return refused("unknown_ticket",
                           "This ticket is not one of the order. Open the order again.",
                           ticket.text());
        }
    }
    for (const StandingLine& line : order.lines) {
        const bool isNamed = std::ranges::find(tickets, line.sold.ticket) != tickets.end();
        if (tickets.empty() ? line.state == TicketState::Voided : !isNamed) {
            continue;
        }
        if (line.state == TicketState::Voided) {
            return ticketRefusal("ticket_void", line,
                                 " is not valid any more; its money was given back. Choose "
                                 "tickets that are.");
        }
        if (line.state == TicketState::Admitted && !stayValid) {
            return ticketRefusal("already_used", line,
                                 " was used at the door already. Undo its admission first if that "
                                 "was a mistake.");
        }
        meant.push_back(&line);
    }
    if (meant.empty()) {
        return refused("nothing_to_return",
                       "No valid ticket of this order is left. Nothing was changed.");
    }
    return meant;
}

TicketsReturned::Line wholeLine(const StandingLine& line)
{
    return {.ticket = line.sold.ticket,
            .performance = line.sold.performance,
            .type = line.sold.type,
            .typeName = line.sold.typeName,
            .net = line.net(),
            .taxAmount = line.tax(),
            .tax = line.sold.tax,
            .taxName = line.sold.taxName,
            .voids = true,
            .quotas = line.sold.quotas};
}

/// Spreads a part over lines by their worth, exactly: the parts add up to it and none is more than
/// its line is worth.
Result<void> addPart(TicketsReturned& returned, const std::vector<const StandingLine*>& meant,
                     std::int64_t part)
{
    std::int64_t whole = 0;
    for (const StandingLine* line : meant) {
        whole += line->worth();
    }
    if (part <= 0 || part > whole) {
        const std::string most = toPlainText(Money{whole, returned.currency});
        Error error = badInput("bad_part",
                               "Give back an amount above zero and at most " + most +
                                   ", what these tickets are worth.",
                               "amount");
        error.facts = {most};
        return error;
    }
    std::int64_t before = 0;
    std::int64_t given = 0;
    for (const StandingLine* line : meant) {
        before += line->worth();
        const std::int64_t share = mulDivRounded(part, before, whole) - given;
        given += share;
        if (share == 0) {
            continue;
        }
        TicketsReturned::Line less = wholeLine(*line);
        less.voids = false;
        less.quotas.clear();
        less.taxAmount = mulDivRounded(share, line->tax(), line->worth());
        less.net = share - less.taxAmount;
        returned.lines.push_back(std::move(less));
    }
    return {};
}

void addFees(TicketsReturned& returned, const StandingOrder& order)
{
    for (const StandingFee& fee : order.fees) {
        const bool ofReturned =
            std::ranges::find(returned.lines, fee.sold.ticket, &TicketsReturned::Line::ticket) !=
            returned.lines.end();
        if ((fee.sold.ticket.isNil() ? returned.endsOrder : ofReturned) && fee.worth() != 0) {
            returned.fees.push_back({fee.number, fee.sold.fee, fee.sold.text, fee.net(), fee.tax(),
                                     fee.sold.tax, fee.sold.taxName});
        }
    }
}

} // namespace

std::int64_t StandingOrder::worth() const
{
    std::int64_t sum = 0;
    for (const StandingLine& line : lines) {
        sum += line.worth();
    }
    for (const StandingFee& fee : fees) {
        sum += fee.worth();
    }
    return sum;
}

std::int64_t StandingOrder::paid() const
{
    std::int64_t sum = 0;
    for (const StandingPayment& payment : payments) {
        sum += payment.left();
    }
    return sum;
}

std::int64_t StandingOrder::awaited() const
{
    std::int64_t sum = 0;
    for (const StandingPayment& payment : payments) {
        sum += payment.awaited;
    }
    return sum;
}

const StandingLine* StandingOrder::line(TicketId ticket) const
{
    const auto found = std::ranges::find_if(lines, [&](const StandingLine& each) {
        return each.sold.ticket == ticket;
    });
    return found != lines.end() ? &*found : nullptr;
}

Result<std::vector<RefundPart>> refundParts(const StandingOrder& order, std::int64_t amount,
                                            std::int64_t cashStep)
{
    std::vector<const StandingPayment*> payments;
    for (auto payment = order.payments.rbegin(); payment != order.payments.rend(); ++payment) {
        payments.push_back(&*payment);
    }
    std::ranges::stable_sort(payments, {}, [](const StandingPayment* payment) {
        return refundRank(payment->method);
    });
    std::vector<RefundPart> parts;
    std::int64_t open = amount;
    for (const StandingPayment* payment : payments) {
        const std::int64_t share = std::min(open, payment->left());
        if (share <= 0) {
            continue;
        }
        open -= share;
        RefundPart part{payment->id,      payment->method, payment->reference,
                        payment->subject, share,           0};
        if (payment->method == PaymentMethod::Cash) {
            const std::int64_t rounded =
                roundedForCash(Money{share, order.currency}, cashStep).minor();
            // The last of it hands out what is left of the notes and coins, so that many small
            // refunds never give more, or less, than was taken.
            const bool isLast = share == payment->left();
            part.rounding =
                (isLast ? payment->keptLeft() : std::min(rounded, payment->keptLeft())) - share;
        }
        parts.push_back(std::move(part));
    }
    if (open > 0) {
        return tooMuch(Money{order.paid(), order.currency});
    }
    return parts;
}

Result<TicketsReturned> returnOf(const StandingOrder& order, const ReturnChoice& choice)
{
    const auto meant = linesMeant(order, choice.tickets, choice.part.has_value());
    if (!meant) {
        return meant.error();
    }
    TicketsReturned returned{.order = order.id,
                             .currency = order.currency,
                             .purpose = return_purpose::kRefund};
    if (choice.part) {
        if (auto added = addPart(returned, *meant, *choice.part); !added) {
            return std::move(added).error();
        }
        return returned;
    }
    for (const StandingLine* line : *meant) {
        returned.lines.push_back(wholeLine(*line));
    }
    returned.endsOrder = std::ranges::none_of(order.lines, [&](const StandingLine& line) {
        return line.state != TicketState::Voided &&
            std::ranges::find(returned.lines, line.sold.ticket, &TicketsReturned::Line::ticket) ==
            returned.lines.end();
    });
    if (!choice.keepFees) {
        addFees(returned, order);
    }
    return returned;
}

} // namespace foyer
