// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale.h"
#include "core/domain/sales/order.h"
#include "core/domain/sales/provider_payment_requests.h"
#include "core/domain/sales/provider_payment_state.h"
#include "core/services/access_control.h"
#include "core/storage/journal.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

class Counter;

/// Payments that providers take through the house's server; see core/domain/sales/
/// provider_payment.h for how they stand in the journal. A counter asks for them in a sale, and
/// here they are watched, cancelled, and paid in another way.

/// Whether a counter can have money taken by a provider just now: refuses with online_needs_server
/// (it stands alone), online_in_training, online_needs_network (the server was tried in vain),
/// no_provider (the house has none that does this). Reads only. Throws StorageFailure.
Result<void> canAskProviders(Counter& counter, PaymentWay way);

/// What the house's server last said it can have taken. Needs Permission::Sell.
Result<std::vector<PaymentOffer>> paymentOffers(Counter& counter);
/// Keeps what the server said. Whoever is signed in: it is a setting of the house.
Result<void> keepPaymentOffers(Counter& counter, const std::vector<PaymentOffer>& offers);

/// Those of an order, in the order in which they were asked for. Needs Permission::ReadOrders, as
/// the next does. Refuses with unknown_order.
Result<std::vector<WatchedPayment>> providerPaymentsOf(Counter& counter, OrderId order);
/// Those that this counter asked for and that have neither come nor ended, the oldest first.
Result<std::vector<WatchedPayment>> openProviderPayments(Counter& counter, std::size_t limit = 100);

/// Says that the money is not wanted any more; that it does not come says only the provider. Asked
/// again, or of one that ended, it does nothing. Needs Permission::Sell. Refuses with
/// unknown_payment, payment_settled.
Result<WatchedPayment> cancelProviderPayment(Counter& counter, PaymentId payment);

/// Takes what was paid in its place. Needs Permission::Sell; to insist while the other one is open
/// Permission::Refund of the amount as well. Refuses with unknown_payment, payment_settled,
/// already_void, payment_open (not ended, and nobody insists), and as settle(), a sale's payment
/// and takeInHand() do.
Result<Order> payInstead(Counter& counter, const InsteadRequest& request);

// --- parts of other verbs; they throw StorageFailure

/// Checks tenders of providers and names the one of the house where none is named. Nothing is read
/// where there are none. Refuses as canAskProviders(), and with unknown_provider, unknown_reader.
Result<void> checkProviderTenders(Counter& counter, std::vector<Tender>& tenders);
/// The id of a new payment by a method; of what a provider takes it is the tender's subject, too.
PaymentId newPaymentId(Counter& counter, Tender& tender);
/// Asks for the money of a payment that was just taken, as part of its act.
void askProvider(Counter& counter, Journal::Act& act, OrderId order, const SettledTender& payment);

Error unknownProviderPayment();                            ///< unknown_payment
Error providerPaymentSettled();                            ///< payment_settled
Error providerPaymentOpen(const ProviderPayment& payment); ///< payment_open

/// payment_awaited (facts: the order's code, the amount): the money of an order has not come, so
/// its tickets and its receipt do not leave the house, and it is not changed. Nothing is read where
/// it was not so when the order was read.
Result<void> refuseAwaited(Counter& counter, const Order& order);
Result<void> refuseAwaited(const StandingOrder& order);

/// Whether an order may be taken back or changed as its payments stand: payment_open while one of
/// them is open.
Result<void> refuseOpenPayments(Counter& counter, OrderId order);
/// What insisting asks of a role: the money may go back.
std::vector<AccessControl::Approvable> insistNeeds(Counter& counter, OrderId order, Money amount);
/// Cancels what is open of an order, as part of an act.
void cancelOpenPayments(Counter& counter, Journal::Act& act, OrderId order);

} // namespace foyer
