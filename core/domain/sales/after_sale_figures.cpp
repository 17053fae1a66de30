// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the entries after a sale book, and what they add to the figures of a till.

#include "core/domain/sales/after_sale_entries.h"

namespace foyer {
namespace {

/// The same lines as if they were sold, so that both directions are booked by one rule.
OrderPlaced asSold(const TicketsReturned& returned)
{
    OrderPlaced sold{.order = returned.order, .currency = returned.currency};
    for (const auto& line : returned.lines) {
        sold.lines.push_back({.ticket = line.ticket,
                              .performance = line.performance,
                              .type = line.type,
                              .typeName = line.typeName,
                              .net = line.net,
                              .taxAmount = line.taxAmount,
                              .tax = line.tax,
                              .taxName = line.taxName});
    }
    for (const auto& fee : returned.fees) {
        sold.fees.push_back({.fee = fee.fee,
                             .text = fee.text,
                             .net = fee.net,
                             .taxAmount = fee.taxAmount,
                             .tax = fee.tax,
                             .taxName = fee.taxName});
    }
    return sold;
}

OrderPlaced asSold(const OrderExtended& extended)
{
    return {.order = extended.order, .currency = extended.currency, .lines = extended.lines};
}

PaymentTaken asTaken(const PaymentReturned& returned)
{
    return {.payment = returned.payment,
            .order = returned.order,
            .method = returned.method,
            .currency = returned.currency,
            .amount = returned.amount,
            .shift = returned.shift,
            .rounding = returned.rounding,
            .subject = returned.subject};
}

std::vector<LedgerLine> negated(std::vector<LedgerLine> lines)
{
    for (LedgerLine& line : lines) {
        line.amount = -line.amount;
    }
    return lines;
}

/// A ticket that only became cheaper is no ticket less.
void countOnlyVoid(TillFigures& figures, const TicketsReturned& returned)
{
    for (const auto& line : returned.lines) {
        if (line.voids) {
            continue;
        }
        for (TillFigure& figure : figures) {
            const bool ofLine =
                (figure.key.group == FigureGroup::TicketType &&
                 figure.key.subject == line.type.uuid && figure.key.name == line.typeName) ||
                (figure.key.group == FigureGroup::Event &&
                 figure.key.subject == line.performance.uuid) ||
                (figure.key.group == FigureGroup::Tax && figure.key.subject == line.tax.uuid &&
                 figure.key.name == line.taxName);
            figure.count += ofLine ? 1 : 0;
        }
    }
}

/// Turnover counts orders, and these facts are part of one that is counted already.
void setOrders(TillFigures& figures, std::int64_t count)
{
    for (TillFigure& figure : figures) {
        if (figure.key.group == FigureGroup::Turnover) {
            figure.count = count;
        }
    }
}

} // namespace

std::int64_t TicketsReturned::total() const
{
    std::int64_t total = 0;
    for (const Line& line : lines) {
        total += line.net + line.taxAmount;
    }
    for (const FeeLine& fee : fees) {
        total += fee.net + fee.taxAmount;
    }
    return total;
}

std::int64_t OrderExtended::total() const
{
    return asSold(*this).total();
}

std::vector<LedgerLine> ledgerOf(const TicketsReturned& returned)
{
    return negated(ledgerOf(asSold(returned)));
}

std::vector<LedgerLine> ledgerOf(const OrderExtended& extended)
{
    return ledgerOf(asSold(extended));
}

std::vector<LedgerLine> ledgerOf(const PaymentReturned& returned)
{
    return negated(ledgerOf(asTaken(returned)));
}

TillFigures figuresOf(const TicketsReturned& returned)
{
    TillFigures figures = negated(figuresOf(asSold(returned)));
    countOnlyVoid(figures, returned);
    setOrders(figures, returned.endsOrder ? -1 : 0);
    return figures;
}

TillFigures figuresOf(const OrderExtended& extended)
{
    TillFigures figures = figuresOf(asSold(extended));
    // What was taken off was counted when it was sold; a return does not take it away again.
    std::erase_if(figures, [](const TillFigure& figure) {
        return figure.key.group == FigureGroup::Discount;
    });
    setOrders(figures, 0);
    return figures;
}

TillFigures figuresOf(const PaymentReturned& returned)
{
    return negated(figuresOf(asTaken(returned)));
}

} // namespace foyer
