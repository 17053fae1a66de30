// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/standing_orders.h"

#include "core/domain/sales/order_code.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/orders_in_hand.h"
#include "core/services/worth.h"
#include "core/storage/after_sale_store.h"

namespace foyer {

Result<StandingOrder> standingOrderHere(Counter& counter, OrderId id)
{
    if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, id)); !may) {
        return std::move(may).error();
    }
    auto order = readStandingOrder(counter.database(), counter.organizer(), id);
    if (!order) {
        return refused("unknown_order", "This order is not known here. Search for it again.",
                       "order");
    }
    const std::string code = displayOrderCode(order->code);
    if (order->voided) {
        return refused("already_void", "Order " + code + " is void already. Nothing was changed.");
    }
    if (auto taken = takeInHand(counter, id, order->code); !taken) {
        return std::move(taken).error();
    }
    return *std::move(order);
}

ActSize refundSize(Counter& counter, Money back)
{
    return {.refundMinor =
                back.currency() == houseCurrency(counter) ? back.minor() : Money::kMinorMax};
}

std::vector<AccessControl::Approvable> refundNeeds(Counter& counter, UserId seller, Money back)
{
    std::vector<AccessControl::Approvable> needed{{Permission::Refund, refundSize(counter, back)}};
    const auto& current = counter.access().current();
    if (current && current->user == seller) {
        needed.push_back({Permission::RefundOwn, {}});
    }
    return needed;
}

Result<void> moveMoney(Counter& counter, Journal::Act& act, const MoneyMoved& moved)
{
    const Instant now = counter.clock().now();
    const Currency currency = moved.order.currency;
    for (const RefundPart& part : moved.parts) {
        // What went to a gift card goes onto it again, what is owed is struck off the invoice.
        const auto subject = giveBackWorth(counter, act, moved.order.id, part.method, part.subject,
                                           part.amount, moved.reason);
        if (!subject) {
            return subject.error();
        }
        const bool isCard = part.method == PaymentMethod::CardTerminal;
        act.append(kind::kPaymentReturned,
                   encode(
                       PaymentReturned{.payment = PaymentId{Uuid::v7(now, counter.random())},
                                       .of = part.of,
                                       .order = moved.order.id,
                                       .method = part.method,
                                       .currency = currency,
                                       .amount = part.amount,
                                       .reference = isCard ? moved.cardReference : part.reference,
                                       .shift = moved.shift,
                                       .rounding = part.rounding,
                                       .subject = *subject}));
    }
    spendGiftCards(counter, act, moved.order.id, moved.taken);
    for (const SettledTender& payment : moved.taken) {
        act.append(kind::kPaymentTaken,
                   encode(PaymentTaken{.payment = PaymentId{Uuid::v7(now, counter.random())},
                                       .order = moved.order.id,
                                       .method = payment.tender.method,
                                       .currency = currency,
                                       .amount = payment.amount.minor(),
                                       .tendered = payment.tender.tendered.minor(),
                                       .reference = payment.tender.reference,
                                       .shift = moved.shift,
                                       .rounding = payment.rounding,
                                       .subject = payment.tender.subject}));
    }
    return {};
}

} // namespace foyer
