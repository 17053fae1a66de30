// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the sell workspace asks of payments that providers take; the rest: see counter_port.cpp.

#include "app/desktop/counter_port.h"
#include "app/desktop/payment_line.h"
#include "app/desktop/store_thread.h"
#include "core/documents/drawing/qr_code.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/provider_payments.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"

#include <algorithm>

namespace foyer::desktop {
namespace {

std::optional<Error> whyNot(const Result<void>& can)
{
    return can ? std::nullopt : std::optional{can.error()};
}

/// As the house calls it, where the server has told of it.
std::string readerName(Counter& counter, const ProviderPayment& payment)
{
    const auto offers = payment.way == PaymentWay::Reader
        ? paymentOffers(counter)
        : Result<std::vector<PaymentOffer>>{std::vector<PaymentOffer>{}};
    for (const PaymentOffer& offer : offers ? *offers : std::vector<PaymentOffer>{}) {
        for (const PaymentOffer::Reader& reader : offer.readers) {
            if (offer.provider == payment.provider && reader.id == payment.reader) {
                return reader.name;
            }
        }
    }
    return payment.reader;
}

Result<ui::AwaitedPayment> awaitedOf(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<ui::AwaitedPayment> {
        const auto payments = providerPaymentsOf(counter, order);
        if (!payments) {
            return payments.error();
        }
        if (payments->empty()) {
            return unknownProviderPayment();
        }
        ui::AwaitedPayment seen;
        seen.watched = payments->back();
        seen.readerName = readerName(counter, seen.watched.payment);
        seen.cashStep = cashStep(counter);
        seen.isOnline = counter.authority().isWithinReach();
        seen.now = counter.clock().now();
        return seen;
    });
}

void addProgress(ui::AwaitedPayment& seen, const sync::ProviderProgress& progress)
{
    seen.progress = progress.state;
    seen.declined = progress.reason;
    seen.pageUrl = progress.pageUrl;
    if (progress.pageUrl.empty()) {
        return;
    }
    if (const auto code = linkQrCode(progress.pageUrl)) {
        seen.qrSize = code->size;
        seen.qrModules = code->modules;
    }
}

} // namespace

void CounterPort::providerWays(Then<ui::ProviderWays> then)
{
    m_store.ask<ui::ProviderWays>(
        [](Counter& counter) {
            return guarded([&]() -> Result<ui::ProviderWays> {
                // Who may not read orders could not see how a payment stands.
                if (!counter.access().may(Permission::Sell) ||
                    !counter.access().may(Permission::ReadOrders)) {
                    const Error no =
                        refused("not_permitted", "Your role does not take such payments.");
                    return ui::ProviderWays{{}, no, no};
                }
                const auto offers = paymentOffers(counter);
                if (!offers) {
                    return offers.error();
                }
                return ui::ProviderWays{*offers, whyNot(canAskProviders(counter, PaymentWay::Link)),
                                        whyNot(canAskProviders(counter, PaymentWay::Reader))};
            });
        },
        std::move(then));
}

void CounterPort::awaitedPayment(OrderId order, Then<ui::AwaitedPayment> then)
{
    m_store.ask<ui::AwaitedPayment>([order](Counter& counter) { return awaitedOf(counter, order); },
                                    [this,
                                     then = std::move(then)](Result<ui::AwaitedPayment> seen) {
                                        if (seen && m_paymentLine != nullptr) {
                                            m_paymentLine->watch(seen->watched);
                                            addProgress(*seen, m_paymentLine->progress());
                                        }
                                        then(std::move(seen));
                                    });
}

void CounterPort::cancelAwaited(PaymentId payment, Then<WatchedPayment> then)
{
    m_store.ask<WatchedPayment>(
        [payment](Counter& counter) { return cancelProviderPayment(counter, payment); },
        std::move(then));
}

void CounterPort::payInstead(const InsteadRequest& request, Then<Order> then)
{
    m_store.ask<Order>([request](Counter& counter) { return foyer::payInstead(counter, request); },
                       [this, then = std::move(then)](const Result<Order>& order) {
                           then(order);
                           if (order && m_sold && order->awaitedMinor == 0) {
                               m_sold(order->id);
                           }
                       });
}

void CounterPort::orderById(OrderId order, Then<Order> then)
{
    m_store.ask<Order>([order](Counter& counter) { return findOrder(counter, order); },
                       [this, then = std::move(then)](const Result<Order>& found) {
                           then(found);
                           if (found && m_sold && found->awaitedMinor == 0) {
                               m_sold(found->id); // it is asked for once, when it was paid
                           }
                       });
}

PaymentId CounterPort::newPaymentId()
{
    return PaymentId{Uuid::v7(m_clock.now(), m_random)};
}

} // namespace foyer::desktop
