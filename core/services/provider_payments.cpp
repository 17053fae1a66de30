// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/provider_payments.h"

#include "core/domain/sales/order_code.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/rights_authority.h"
#include "core/services/sales.h"
#include "core/services/standing_orders.h"
#include "core/services/training.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/order_store.h"
#include "core/storage/provider_payment_store.h"
#include "core/storage/sync_store.h"

#include <algorithm>

namespace foyer {
namespace {

bool has(const PaymentOffer& offer, PaymentWay way)
{
    return way == PaymentWay::Link ? offer.takesLinks : !offer.readers.empty();
}

PaymentWay wayOf(PaymentMethod method)
{
    return method == PaymentMethod::Online ? PaymentWay::Link : PaymentWay::Reader;
}

Result<void> checkCounter(Counter& counter)
{
    if (isTraining(counter)) {
        return refused("online_in_training",
                       "In a training no real money is taken. Practise with cash or a card.");
    }
    if (counter.membership() == nullptr) {
        return refused("online_needs_server",
                       "Payments by phone or reader go through the house's server, and this "
                       "counter has not joined one. Take another payment.");
    }
    if (!counter.authority().isWithinReach()) {
        return refused("online_needs_network",
                       "The house's server cannot be reached, so a payment by phone or reader "
                       "would not arrive. Take cash or a card.");
    }
    return {};
}

Error noProvider(PaymentWay way)
{
    return refused("no_provider",
                   way == PaymentWay::Link
                       ? "The house's server has no provider that takes payments by phone."
                       : "The house's server has no card reader.");
}

/// Puts the provider that is meant into the tender, or says why none is.
Result<void> nameProvider(const std::vector<PaymentOffer>& offers, Tender& tender)
{
    const PaymentWay way = wayOf(tender.method);
    auto [provider, reader] = providerAndReader(tender.reference);
    const auto offer = std::ranges::find_if(offers, [&](const PaymentOffer& each) {
        return has(each, way) && (provider.empty() || each.provider == provider);
    });
    if (offer == offers.end()) {
        return provider.empty() ? noProvider(way)
                                : refused("unknown_provider",
                                          "The house's server does not take this kind of payment "
                                          "by \"" +
                                              provider + "\".",
                                          provider);
    }
    if (way == PaymentWay::Link) {
        tender.reference = offer->provider;
        return {};
    }
    const auto known = std::ranges::find_if(offer->readers, [&](const auto& each) {
        return each.id == reader || each.name == reader;
    });
    const bool isOnlyOne = reader.empty() && offer->readers.size() == 1;
    if (known == offer->readers.end() && !isOnlyOne) {
        return refused("unknown_reader",
                       reader.empty() ? "Say which card reader is meant."
                                      : "The house has no card reader \"" + reader + "\".",
                       reader);
    }
    tender.reference =
        tenderReference(offer->provider, isOnlyOne ? offer->readers.front().id : known->id);
    return {};
}

WatchedPayment watched(Counter& counter, const SyncState& state, ProviderPayment payment,
                       const std::string& code)
{
    WatchedPayment seen{std::move(payment), code};
    if (const auto& asked = seen.payment.asked) {
        seen.isHere = asked->replica == counter.replica();
        // What another counter asked for was heard of by way of the server.
        seen.isSent = !seen.isHere ||
            std::pair{asked->epoch, asked->sequence} <=
                std::pair{state.sentEpoch, state.sentSequence};
    }
    return seen;
}

Result<void> awaitedRefused(const std::string& code, Money awaited)
{
    if (awaited.isZero()) {
        return {};
    }
    const std::string amount = toPlainText(awaited);
    Error error = refused("payment_awaited",
                          "Order " + displayOrderCode(code) + " is not paid: " + amount +
                              " is awaited. Go on once the money has come, or the order was paid "
                              "in another way.");
    error.facts = {displayOrderCode(code), amount};
    return error;
}

std::string codeOf(Counter& counter, OrderId order)
{
    const auto known = readOrder(counter.database(), counter.organizer(), order);
    return known ? known->code : std::string{};
}

WatchedPayment readWatched(Counter& counter, PaymentId payment)
{
    auto known = readProviderPayment(counter.database(), counter.organizer(), payment);
    const std::string code = codeOf(counter, known->order);
    return watched(counter, readSyncState(counter.database(), counter.organizer()),
                   *std::move(known), code);
}

/// How long to wait for the money of a tender.
std::int64_t waitMsOf(Counter& counter, PaymentWay way, const std::string& provider)
{
    if (way == PaymentWay::Link) {
        for (const PaymentOffer& offer :
             readPaymentOffers(counter.database(), counter.organizer())) {
            if (offer.provider == provider && offer.waitMs > 0) {
                return offer.waitMs;
            }
        }
    }
    return paymentTimeMs(way);
}

} // namespace

Error unknownProviderPayment()
{
    return refused("unknown_payment",
                   "This payment is not known here. Open the order and look at its payments.",
                   "payment");
}

Error providerPaymentSettled()
{
    return refused("payment_settled",
                   "The customer has paid; the money came. To give it back, refund the order.",
                   "payment");
}

Error providerPaymentOpen(const ProviderPayment& payment)
{
    const std::string amount = toPlainText(Money{payment.amount, payment.currency});
    Error error = refused("payment_open",
                          "The customer may still pay " + amount +
                              ". Cancel that payment and wait until it has ended.",
                          "payment");
    error.facts = {amount};
    return error;
}

Result<void> canAskProviders(Counter& counter, PaymentWay way)
{
    if (auto can = checkCounter(counter); !can) {
        return can;
    }
    const auto offers = readPaymentOffers(counter.database(), counter.organizer());
    const bool isThere =
        std::ranges::any_of(offers, [&](const PaymentOffer& offer) { return has(offer, way); });
    return isThere ? Result<void>{} : noProvider(way);
}

Result<std::vector<PaymentOffer>> paymentOffers(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<PaymentOffer>> {
        if (auto may = counter.access().require(Permission::Sell); !may) {
            return std::move(may).error();
        }
        return readPaymentOffers(counter.database(), counter.organizer());
    });
}

Result<void> keepPaymentOffers(Counter& counter, const std::vector<PaymentOffer>& offers)
{
    return guarded([&]() -> Result<void> {
        if (readPaymentOffers(counter.database(), counter.organizer()) == offers) {
            return {};
        }
        Transaction transaction{counter.database()};
        storePaymentOffers(counter.database(), counter.organizer(), offers);
        transaction.commit();
        return {};
    });
}

Result<void> checkProviderTenders(Counter& counter, std::vector<Tender>& tenders)
{
    if (std::ranges::none_of(tenders,
                             [](const Tender& tender) { return isByProvider(tender.method); })) {
        return {};
    }
    if (auto can = checkCounter(counter); !can) {
        return can;
    }
    const auto offers = readPaymentOffers(counter.database(), counter.organizer());
    for (Tender& tender : tenders) {
        if (isByProvider(tender.method)) {
            if (auto named = nameProvider(offers, tender); !named) {
                return named;
            }
        }
    }
    return {};
}

PaymentId newPaymentId(Counter& counter, Tender& tender)
{
    const PaymentId id{Uuid::v7(counter.clock().now(), counter.random())};
    if (isByProvider(tender.method)) {
        tender.subject = id.uuid;
    }
    return id;
}

void askProvider(Counter& counter, Journal::Act& act, OrderId order, const SettledTender& payment)
{
    const PaymentWay way = wayOf(payment.tender.method);
    auto [provider, reader] = providerAndReader(payment.tender.reference);
    const Instant until{counter.clock().now().ms + waitMsOf(counter, way, provider)};
    act.append(kind::kPaymentRequested,
               encode(PaymentRequested{.payment = PaymentId{payment.tender.subject},
                                       .order = order,
                                       .currency = payment.amount.currency(),
                                       .amount = payment.amount.minor(),
                                       .way = way,
                                       .provider = std::move(provider),
                                       .reader = std::move(reader),
                                       .expiresAt = until}));
}

Result<std::vector<WatchedPayment>> providerPaymentsOf(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<std::vector<WatchedPayment>> {
        const auto known = findOrder(counter, order);
        if (!known) {
            return known.error();
        }
        const SyncState state = readSyncState(counter.database(), counter.organizer());
        std::vector<WatchedPayment> all;
        for (auto& each : readProviderPaymentsOf(counter.database(), counter.organizer(), order)) {
            all.push_back(watched(counter, state, std::move(each), known->code));
        }
        return all;
    });
}

Result<std::vector<WatchedPayment>> openProviderPayments(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<WatchedPayment>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const SyncState state = readSyncState(counter.database(), counter.organizer());
        std::vector<WatchedPayment> all;
        for (auto& each : readOpenProviderPayments(counter.database(), counter.organizer(),
                                                   counter.replica(), limit)) {
            const std::string code = codeOf(counter, each.order);
            all.push_back(watched(counter, state, std::move(each), code));
        }
        return all;
    });
}

Result<WatchedPayment> cancelProviderPayment(Counter& counter, PaymentId payment)
{
    return guarded([&]() -> Result<WatchedPayment> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::Sell);
        if (!permit) {
            return permit.error();
        }
        const auto known = readProviderPayment(counter.database(), counter.organizer(), payment);
        if (!known || !known->asked) {
            return unknownProviderPayment();
        }
        if (known->settledAt) {
            return providerPaymentSettled();
        }
        if (known->isOpen() && !known->cancelAskedAt) {
            Journal::Act act{counter.journal(), *permit};
            act.append(kind::kPaymentCancelAsked,
                       encode(PaymentCancelAsked{payment, known->order}));
            act.commit();
            counter.noteHead();
        }
        return readWatched(counter, payment);
    });
}

Result<void> refuseAwaited(Counter& counter, const Order& order)
{
    if (order.awaitedMinor <= 0) {
        return {};
    }
    const auto now = readOrder(counter.database(), counter.organizer(), order.id);
    return awaitedRefused(order.code,
                          Money{now ? now->awaitedMinor : order.awaitedMinor,
                                order.total.currency()});
}

Result<void> refuseAwaited(const StandingOrder& order)
{
    return awaitedRefused(order.code, Money{order.awaited(), order.currency});
}

Result<void> refuseOpenPayments(Counter& counter, OrderId order)
{
    for (const ProviderPayment& payment :
         readProviderPaymentsOf(counter.database(), counter.organizer(), order)) {
        if (payment.isOpen() && payment.awaited > 0) {
            return providerPaymentOpen(payment);
        }
    }
    return {};
}

std::vector<AccessControl::Approvable> insistNeeds(Counter& counter, OrderId order, Money amount)
{
    const auto standing = readStandingOrder(counter.database(), counter.organizer(), order);
    return refundNeeds(counter, standing ? standing->seller : UserId{}, amount);
}

void cancelOpenPayments(Counter& counter, Journal::Act& act, OrderId order)
{
    for (const ProviderPayment& payment :
         readProviderPaymentsOf(counter.database(), counter.organizer(), order)) {
        if (payment.isOpen() && !payment.cancelAskedAt) {
            act.append(kind::kPaymentCancelAsked, encode(PaymentCancelAsked{payment.id, order}));
        }
    }
}

} // namespace foyer
