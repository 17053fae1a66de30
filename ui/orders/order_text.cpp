// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/orders/order_text.h"

#include "ui/common/formatting.h"
#include "ui/common/payment_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace foyer::ui {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("Orders", words);
}

QString whatHappened(const OrderChange& change)
{
    if (change.kind == "tickets.returned") {
        if (change.purpose == "exchange") {
            return tr(QT_TRANSLATE_NOOP("Orders", "Tickets given for others"));
        }
        return change.purpose == "reissue"
            ? tr(QT_TRANSLATE_NOOP("Orders", "Lost tickets made void"))
            : tr(QT_TRANSLATE_NOOP("Orders", "Taken back"));
    }
    if (change.kind == "order.extended") {
        return tr(QT_TRANSLATE_NOOP("Orders", "New tickets"));
    }
    if (change.kind == "payment.returned") {
        const auto method = paymentMethodNamed(change.purpose);
        return tr(QT_TRANSLATE_NOOP("Orders", "Given back: %1"))
            .arg(method ? methodText(*method) : text(change.purpose));
    }
    if (change.kind == "order.customer_set") {
        return tr(QT_TRANSLATE_NOOP("Orders", "Another name"));
    }
    if (change.kind == "pickup.split") {
        return tr(QT_TRANSLATE_NOOP("Orders", "Pick-up changed"));
    }
    return change.purpose == "receipt" ? tr(QT_TRANSLATE_NOOP("Orders", "Receipt printed again"))
                                       : tr(QT_TRANSLATE_NOOP("Orders", "Tickets printed again"));
}

} // namespace

QString ticketStateText(TicketState state)
{
    switch (state) {
    case TicketState::Sold:
        return tr(QT_TRANSLATE_NOOP("Orders", "Valid"));
    case TicketState::Admitted:
        return tr(QT_TRANSLATE_NOOP("Orders", "Used at the door"));
    case TicketState::Voided:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Orders", "Void"));
}

QString moneySentence(const AfterSalePlan& plan)
{
    if (!plan.due.isZero()) {
        return tr(QT_TRANSLATE_NOOP("Orders", "To be paid: %1")).arg(moneyText(plan.due));
    }
    if (plan.parts.empty()) {
        return tr(QT_TRANSLATE_NOOP("Orders", "No money moves."));
    }
    QStringList parts;
    for (const RefundPart& part : plan.parts) {
        const Money handed{part.handed(), plan.back.currency()};
        const QString reference = part.method == PaymentMethod::Cash || part.reference.empty()
            ? QString{}
            : QStringLiteral(" (%1)").arg(text(part.reference));
        parts << tr(QT_TRANSLATE_NOOP("Orders", "%1: %2"))
                     .arg(methodText(part.method) + reference, moneyText(handed));
    }
    return tr(QT_TRANSLATE_NOOP("Orders", "Give back · %1")).arg(parts.join(QStringLiteral(", ")));
}

QString planText(const AfterSalePlan& plan)
{
    QStringList lines;
    for (const TicketChange& change : plan.tickets) {
        const QString before = isolated(text(change.before));
        if (change.after.empty()) {
            lines << tr(QT_TRANSLATE_NOOP("Orders", "%1 becomes void, its place is free again"))
                         .arg(before);
        } else if (change.after == change.before && change.worthAfter == change.worthBefore) {
            lines << tr(QT_TRANSLATE_NOOP("Orders", "%1 gets a new code, the old one is refused"))
                         .arg(before);
        } else if (change.after == change.before) {
            lines << tr(QT_TRANSLATE_NOOP("Orders", "%1 stays valid, for %2 instead of %3"))
                         .arg(before, moneyText(change.worthAfter), moneyText(change.worthBefore));
        } else {
            lines << tr(QT_TRANSLATE_NOOP("Orders", "%1 → %2"))
                         .arg(before, isolated(text(change.after)));
        }
    }
    if (!plan.fees.isZero()) {
        lines << tr(QT_TRANSLATE_NOOP("Orders", "Fees taken back: %1")).arg(moneyText(plan.fees));
    }
    return lines.join(QLatin1Char{'\n'});
}

QString changeText(const OrderChange& change, Currency currency, const std::string& timeZone)
{
    QStringList parts{dayAndTimeText(change.at, timeZone), whatHappened(change)};
    if (change.amount != 0) {
        parts << moneyText(Money{change.amount, currency});
    }
    if (!change.note.empty()) {
        parts << isolated(text(change.note));
    }
    if (!change.actorName.empty()) {
        parts << isolated(text(change.actorName));
    }
    return parts.join(QStringLiteral(" · "));
}

QString orderStateText(const OrderView& view)
{
    if (view.order.voided) {
        return tr(QT_TRANSLATE_NOOP("Orders", "Void"));
    }
    const auto& lines = view.order.lines;
    if (std::ranges::all_of(lines, [](const StandingLine& line) {
            return line.state == TicketState::Voided;
        })) {
        return tr(QT_TRANSLATE_NOOP("Orders", "Returned"));
    }
    return std::ranges::any_of(lines,
                               [](const StandingLine& line) {
                                   return line.state == TicketState::Sold;
                               })
        ? tr(QT_TRANSLATE_NOOP("Orders", "Valid"))
        : tr(QT_TRANSLATE_NOOP("Orders", "Used at the door"));
}

} // namespace foyer::ui
