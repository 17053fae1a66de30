// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paying in another way what a provider did not bring; the rest: see provider_payments.cpp.

#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/orders_in_hand.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/services/standing_orders.h"
#include "core/services/till.h"
#include "core/services/worth.h"
#include "core/storage/order_store.h"
#include "core/storage/provider_payment_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// What pays, settled and found.
Result<SettledTender> settledInstead(Counter& counter, const ProviderPayment& of, Tender tender)
{
    if (tender.method == PaymentMethod::Invoice) {
        return refused("no_invoice_here",
                       "An invoice stands for a whole order. Take another payment, or take the "
                       "order back and sell it on invoice.");
    }
    std::vector<Tender> tenders{std::move(tender)};
    if (auto sound = checkProviderTenders(counter, tenders); !sound) {
        return std::move(sound).error();
    }
    auto payments = settle(Money{of.awaited, of.currency}, tenders, cashStep(counter));
    if (!payments) {
        return std::move(payments).error();
    }
    if (auto found = findGiftCards(counter, *payments); !found) {
        return std::move(found).error();
    }
    return std::move(payments->front());
}

PaymentTaken takenInstead(const InsteadRequest& request, const ProviderPayment& of,
                          const SettledTender& payment, ShiftId shift)
{
    return {.payment = request.id,
            .order = of.order,
            .method = payment.tender.method,
            .currency = of.currency,
            .amount = payment.amount.minor(),
            .tendered = payment.tender.tendered.minor(),
            .reference = payment.tender.reference,
            .shift = shift,
            .rounding = payment.rounding,
            .subject = payment.tender.subject,
            .instead = of.id,
            .insteadOf =
                of.way == PaymentWay::Link ? PaymentMethod::Online : PaymentMethod::Reader};
}

/// The payment that another one is to take the place of.
Result<ProviderPayment> replaceable(Counter& counter, const InsteadRequest& request)
{
    auto of = readProviderPayment(counter.database(), counter.organizer(), request.of);
    if (!of || !of->asked) {
        return unknownProviderPayment();
    }
    if (auto standing = standingOrderHere(counter, of->order); !standing) {
        return std::move(standing).error();
    }
    if (of->settledAt || of->awaited <= 0) {
        return providerPaymentSettled();
    }
    if (of->isOpen() && request.open == OpenPayment::Refuse) {
        return providerPaymentOpen(*of);
    }
    return *std::move(of);
}

} // namespace

Result<Order> payInstead(Counter& counter, const InsteadRequest& request)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        if (auto may = counter.access().require(Permission::Sell); !may) {
            return std::move(may).error();
        }
        if (const auto done =
                readOrderOfPayment(counter.database(), counter.organizer(), request.id)) {
            return findOrder(counter, *done);
        }
        const auto of = replaceable(counter, request);
        if (!of) {
            return of.error();
        }
        std::vector<AccessControl::Approvable> needed{{Permission::Sell, {}}};
        if (of->isOpen()) {
            std::ranges::copy(insistNeeds(counter, of->order, Money{of->awaited, of->currency}),
                              std::back_inserter(needed));
        }
        const auto permit = counter.access().permit(needed);
        if (!permit) {
            return permit.error();
        }
        auto payment = settledInstead(counter, *of, request.tender);
        if (!payment) {
            return std::move(payment).error();
        }
        const auto shift =
            shiftForMoney(counter, of->currency, payment->tender.method == PaymentMethod::Cash);
        if (!shift) {
            return shift.error();
        }
        if (isByProvider(payment->tender.method)) {
            payment->tender.subject = request.id.uuid;
        }
        Journal::Act act{counter.journal(), *permit};
        if (of->isOpen() && !of->cancelAskedAt) {
            act.append(kind::kPaymentCancelAsked, encode(PaymentCancelAsked{of->id, of->order}));
        }
        std::vector<SettledTender> spent{*payment};
        spendGiftCards(counter, act, of->order, spent);
        act.append(kind::kPaymentTaken, encode(takenInstead(request, *of, spent.front(), *shift)));
        if (isByProvider(payment->tender.method)) {
            askProvider(counter, act, of->order, *payment);
        }
        act.commit();
        counter.noteHead();
        counter.ordersInWork().end(of->order);
        return findOrder(counter, of->order);
    });
}

} // namespace foyer
