// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/orders/order_text.h"

#include "ui/common/formatting.h"
#include "ui/common/payment_reasons.h"
#include "ui/common/payment_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace foyer::ui {
namespace {

/// What became of money that a provider takes.
QString providerText(const OrderChange& change)
{
    if (change.kind == "payment.requested") {
        return change.purpose == "reader"
            ? QCoreApplication::translate("Orders", "Asked for at the card reader")
            : QCoreApplication::translate("Orders", "Asked for by phone");
    }
    if (change.kind == "payment.cancel_asked") {
        return QCoreApplication::translate("Orders", "Payment to be cancelled");
    }
    if (change.kind == "payment.settled") {
        return QCoreApplication::translate("Orders", "Paid at the provider");
    }
    if (change.kind == "payment.ended") {
        return QCoreApplication::translate("Orders", "No money came: %1")
            .arg(endText(paymentEndNamed(change.purpose).value_or(PaymentEnd::Failed)));
    }
    return change.purpose == "done"
        ? QCoreApplication::translate("Orders", "Given back by the provider")
        : QCoreApplication::translate("Orders", "The provider could not give it back");
}

QString noteText(const OrderChange& change)
{
    const bool isReason = change.kind == "payment.ended" || change.kind == "payment.refunded";
    return isReason ? declineText(change.note) : text(change.note);
}

/// What a mail was about; a MailKind's name.
QString mailText(const std::string& what)
{
    if (what == "confirmation") {
        return QCoreApplication::translate("Orders", "tickets");
    }
    if (what == "refund") {
        return QCoreApplication::translate("Orders", "refund");
    }
    if (what == "changed") {
        return QCoreApplication::translate("Orders", "another time");
    }
    if (what == "cancelled") {
        return QCoreApplication::translate("Orders", "cancellation");
    }
    if (what == "reminder") {
        return QCoreApplication::translate("Orders", "reminder");
    }
    return what == "receipt" ? QCoreApplication::translate("Orders", "receipt") : text(what);
}

QString whatHappened(const OrderChange& change)
{
    if (change.kind == "mail.asked") {
        return QCoreApplication::translate("Orders", "Mail asked for: %1")
            .arg(mailText(change.purpose));
    }
    if (change.kind == "mail.ended") {
        return (change.note.empty() ? QCoreApplication::translate("Orders", "Mailed: %1")
                                    : QCoreApplication::translate("Orders", "Not mailed: %1"))
            .arg(mailText(change.purpose));
    }
    if (change.kind == "tickets.returned") {
        if (change.purpose == "exchange") {
            return QCoreApplication::translate("Orders", "Tickets given for others");
        }
        return change.purpose == "reissue"
            ? QCoreApplication::translate("Orders", "Lost tickets made void")
            : QCoreApplication::translate("Orders", "Taken back");
    }
    if (change.kind == "order.extended") {
        return QCoreApplication::translate("Orders", "New tickets");
    }
    if (change.kind == "payment.returned") {
        const auto method = paymentMethodNamed(change.purpose);
        return QCoreApplication::translate("Orders", "Given back: %1")
            .arg(method ? methodText(*method) : text(change.purpose));
    }
    if (change.kind.starts_with("payment.")) {
        return providerText(change);
    }
    if (change.kind == "order.customer_set") {
        return QCoreApplication::translate("Orders", "Another name");
    }
    if (change.kind == "pickup.split") {
        return QCoreApplication::translate("Orders", "Pick-up changed");
    }
    if (change.purpose == "gift_cards") {
        return QCoreApplication::translate("Orders", "Gift cards printed again");
    }
    return change.purpose == "receipt"
        ? QCoreApplication::translate("Orders", "Receipt printed again")
        : QCoreApplication::translate("Orders", "Tickets printed again");
}

} // namespace

QString ticketStateText(TicketState state)
{
    switch (state) {
    case TicketState::Sold:
        return QCoreApplication::translate("Orders", "Valid");
    case TicketState::Admitted:
        return QCoreApplication::translate("Orders", "Used at the door");
    case TicketState::Voided:
        break;
    }
    return QCoreApplication::translate("Orders", "Void");
}

QString moneySentence(const AfterSalePlan& plan)
{
    if (!plan.due.isZero()) {
        return QCoreApplication::translate("Orders", "To be paid: %1").arg(moneyText(plan.due));
    }
    if (plan.parts.empty()) {
        return QCoreApplication::translate("Orders", "No money moves.");
    }
    QStringList parts;
    for (const RefundPart& part : plan.parts) {
        const Money handed{part.handed(), plan.back.currency()};
        const QString reference = part.method == PaymentMethod::Cash || isByProvider(part.method) ||
                part.reference.empty()
            ? QString{}
            : QStringLiteral(" (%1)").arg(text(part.reference));
        parts << QCoreApplication::translate("Orders", "%1: %2")
                     .arg(methodText(part.method) + reference, moneyText(handed));
    }
    return QCoreApplication::translate("Orders", "Give back · %1")
        .arg(parts.join(QStringLiteral(", ")));
}

QString planText(const AfterSalePlan& plan)
{
    QStringList lines;
    for (const TicketChange& change : plan.tickets) {
        const QString before = isolated(text(change.before));
        if (change.after.empty()) {
            lines << QCoreApplication::translate("Orders",
                                                 "%1 becomes void, its place is free again")
                         .arg(before);
        } else if (change.after == change.before && change.worthAfter == change.worthBefore) {
            lines << QCoreApplication::translate("Orders",
                                                 "%1 gets a new code, the old one is refused")
                         .arg(before);
        } else if (change.after == change.before) {
            lines << QCoreApplication::translate("Orders", "%1 stays valid, for %2 instead of %3")
                         .arg(before, moneyText(change.worthAfter), moneyText(change.worthBefore));
        } else {
            lines << QCoreApplication::translate("Orders", "%1 → %2")
                         .arg(before, isolated(text(change.after)));
        }
    }
    if (!plan.fees.isZero()) {
        lines << QCoreApplication::translate("Orders", "Fees taken back: %1")
                     .arg(moneyText(plan.fees));
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
        parts << isolated(noteText(change));
    }
    if (!change.actorName.empty()) {
        parts << isolated(text(change.actorName));
    }
    return parts.join(QStringLiteral(" · "));
}

QString orderStateText(const OrderView& view)
{
    if (view.order.voided) {
        return QCoreApplication::translate("Orders", "Void");
    }
    if (view.order.awaited() > 0) {
        return QCoreApplication::translate("Orders", "Not paid yet");
    }
    const auto& lines = view.order.lines;
    if (lines.empty()) {
        return QCoreApplication::translate("Orders", "Gift cards");
    }
    if (std::ranges::all_of(lines, [](const StandingLine& line) {
            return line.state == TicketState::Voided;
        })) {
        return QCoreApplication::translate("Orders", "Returned");
    }
    return std::ranges::any_of(lines,
                               [](const StandingLine& line) {
                                   return line.state == TicketState::Sold;
                               })
        ? QCoreApplication::translate("Orders", "Valid")
        : QCoreApplication::translate("Orders", "Used at the door");
}

} // namespace foyer::ui
