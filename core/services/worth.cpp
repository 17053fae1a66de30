// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/worth.h"

#include "core/domain/journal/entry.h"
#include "core/domain/sales/worth_entries.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/gift_card_codes.h"
#include "core/storage/order_store.h"
#include "core/storage/worth_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

Error giftError(std::string code, std::string message, std::size_t tender)
{
    return refused(std::move(code), std::move(message), "tenders[" + std::to_string(tender) + "]");
}

Result<StoredGiftCard> findByCode(Counter& counter, const std::string& typed, std::size_t tender)
{
    const auto code = normalizedGiftCode(typed);
    if (!code) {
        return giftError("bad_gift_code",
                         "This is not the code of a gift card. Check it for typing mistakes.",
                         tender);
    }
    Database& database = counter.database();
    const auto id = readGiftCardByHash(database, counter.organizer(), giftCodeHash(*code));
    auto found = id ? readGiftCard(database, counter.organizer(), *id) : std::nullopt;
    if (!found) {
        return giftError("unknown_gift_card", "No gift card with this code is known here.", tender);
    }
    return *std::move(found);
}

Result<void> maySpend(Counter& counter, const StoredGiftCard& stored, Money amount,
                      std::size_t tender)
{
    const GiftCard& card = stored.card;
    const std::string name = "Gift card …" + card.tail;
    switch (card.state) {
    case GiftCardState::Blocked:
        return giftError("gift_card_blocked",
                         name + " is blocked. Ask who blocked it, or take another payment.",
                         tender);
    case GiftCardState::Replaced:
    case GiftCardState::Cancelled:
        return giftError("gift_card_ended",
                         name + " was replaced or taken back and is worth nothing any more.",
                         tender);
    case GiftCardState::Active:
        break;
    }
    if (card.balance.currency() != amount.currency()) {
        return giftError("mixed_currency",
                         name + " is worth " + std::string{card.balance.currency().code()} +
                             " and cannot pay an order in another currency.",
                         tender);
    }
    if (stored.home != counter.replica()) {
        return giftError("card_not_here",
                         name +
                             " was sold at another counter. Without a connection only that one "
                             "can take it, so that it is not spent twice.",
                         tender);
    }
    return {};
}

GiftCardMoved moveOf(const GiftCard& card, GiftMoveKind kind, std::int64_t amount, OrderId order,
                     const std::string& note)
{
    return {.card = card.id,
            .kind = kind,
            .currency = card.balance.currency(),
            .amount = amount,
            .left = card.balance.minor() + amount,
            .order = order,
            .note = note};
}

const SettledTender* invoiceIn(const std::vector<SettledTender>& payments)
{
    const auto found = std::ranges::find_if(payments, [](const SettledTender& payment) {
        return payment.tender.method == PaymentMethod::Invoice;
    });
    return found != payments.end() ? &*found : nullptr;
}

/// The number is the next of this counter's series: the transaction of the act keeps it unbroken.
InvoiceIssued nextInvoice(Counter& counter)
{
    return {.invoice = InvoiceId{Uuid::v7(counter.clock().now(), counter.random())},
            .series = counter.series(),
            .number = readLastInvoiceNumber(counter.database(), counter.organizer(),
                                            counter.replica(), counter.series()) +
                1,
            .currency = *Currency::fromCode("EUR"),
            .recipient = {}};
}

Uuid giveBackToCard(Counter& counter, Journal::Act& act, OrderId order, GiftCardId id,
                    std::int64_t amount, const std::string& reason)
{
    auto stored = readGiftCard(counter.database(), counter.organizer(), id);
    while (stored && stored->replacedBy) {
        id = *stored->replacedBy;
        stored = readGiftCard(counter.database(), counter.organizer(), id);
    }
    if (stored) {
        act.append(kind::kGiftCardMoved,
                   encode(moveOf(stored->card, GiftMoveKind::GivenBack, amount, order, reason)));
    }
    return id.uuid;
}

Result<void> takeOffInvoice(Counter& counter, Journal::Act& act, OrderId order, InvoiceId id,
                            std::int64_t amount)
{
    const auto stored = readInvoice(counter.database(), counter.organizer(), id);
    if (!stored) {
        return refused("unknown_invoice", "The invoice of this order is not known here.",
                       "invoice");
    }
    const Money left = stored->invoice.amount - stored->invoice.credited;
    if (left.minor() < amount) {
        Error error = refused("invoice_credited",
                              "Only " + toPlainText(left) +
                                  " of this invoice was not taken back yet. Choose less.",
                              "invoice");
        error.facts = {toPlainText(left)};
        return error;
    }
    InvoiceIssued note = nextInvoice(counter);
    note.order = order;
    note.customer = stored->invoice.customer;
    note.currency = stored->invoice.amount.currency();
    note.amount = amount;
    note.dueAt = stored->invoice.dueAt;
    note.cancels = id;
    act.append(kind::kInvoiceIssued, encode(note));
    return {};
}

Result<void> checkInvoice(Counter& counter, const std::vector<SettledTender>& payments,
                          bool hasCustomer, const InvoiceTerms& terms)
{
    if (invoiceIn(payments) == nullptr) {
        return {};
    }
    if (auto may = counter.access().require(Permission::Reserve); !may) {
        return may;
    }
    if (!hasCustomer) {
        return refused("customer_needed",
                       "An invoice goes to somebody. Choose the customer, or record a new one.",
                       "customer");
    }
    return checkTerms(terms);
}

} // namespace

Result<void> checkWorth(Counter& counter, const SaleRequest& request,
                        std::vector<SettledTender>& payments)
{
    if (auto found = findGiftCards(counter, payments); !found) {
        return found;
    }
    const bool isNew = request.newCustomer && !request.newCustomer->isEmpty();
    return checkInvoice(counter, payments, isNew || request.customer, request.invoice);
}

Result<void> findGiftCards(Counter& counter, std::vector<SettledTender>& payments)
{
    std::map<GiftCardId, std::int64_t> spent;
    for (std::size_t i = 0; i < payments.size(); ++i) {
        SettledTender& payment = payments[i];
        if (payment.tender.method != PaymentMethod::GiftCard) {
            continue;
        }
        const auto stored = findByCode(counter, payment.tender.reference, i);
        if (!stored) {
            return stored.error();
        }
        const GiftCard& card = stored->card;
        if (auto may = maySpend(counter, *stored, payment.amount, i); !may) {
            return may;
        }
        std::int64_t& sum = spent[card.id];
        sum += payment.amount.minor();
        if (sum > card.balance.minor()) {
            Error error =
                giftError("gift_card_short",
                          "Gift card …" + card.tail + " is worth " + toPlainText(card.balance) +
                              ". Take that, and the rest another way.",
                          i);
            error.facts = {toPlainText(card.balance)};
            return error;
        }
        payment.tender.subject = card.id.uuid;
        payment.tender.reference = card.tail;
    }
    return {};
}

void spendGiftCards(Counter& counter, Journal::Act& act, OrderId order,
                    std::vector<SettledTender>& payments)
{
    for (SettledTender& payment : payments) {
        if (payment.tender.method != PaymentMethod::GiftCard) {
            continue;
        }
        const auto stored = readGiftCard(counter.database(), counter.organizer(),
                                         GiftCardId{payment.tender.subject});
        const GiftCardMoved moved =
            moveOf(stored->card, GiftMoveKind::Redeemed, -payment.amount.minor(), order, {});
        act.append(kind::kGiftCardMoved, encode(moved));
        payment.left = Money{moved.left, moved.currency};
    }
}

Result<void> issueInvoice(Counter& counter, Journal::Act& act, OrderId order, CustomerId customer,
                          const InvoiceTerms& terms, std::vector<SettledTender>& payments)
{
    for (SettledTender& payment : payments) {
        if (payment.tender.method != PaymentMethod::Invoice) {
            continue;
        }
        const auto sealed =
            counter.customers().sealFor(customer, "invoice", encode(terms.recipient));
        if (!sealed) {
            return sealed.error();
        }
        InvoiceIssued issued = nextInvoice(counter);
        issued.order = order;
        issued.customer = customer;
        issued.currency = payment.amount.currency();
        issued.amount = payment.amount.minor();
        issued.dueAt = Instant{counter.clock().now().ms + terms.days * kDayMs};
        issued.recipient = *sealed;
        act.append(kind::kInvoiceIssued, encode(issued));
        payment.tender.subject = issued.invoice.uuid;
        payment.tender.reference = invoiceNumber(issued.series, issued.number);
    }
    return {};
}

Result<Uuid> giveBackWorth(Counter& counter, Journal::Act& act, OrderId order, PaymentMethod method,
                           const Uuid& subject, std::int64_t amount, const std::string& reason)
{
    if (method == PaymentMethod::GiftCard) {
        return giveBackToCard(counter, act, order, GiftCardId{subject}, amount, reason);
    }
    if (method == PaymentMethod::Invoice) {
        if (auto off = takeOffInvoice(counter, act, order, InvoiceId{subject}, amount); !off) {
            return std::move(off).error();
        }
    }
    return subject;
}

Result<void> cancelGiftCards(Counter& counter, Journal::Act& act, OrderId order,
                             const std::string& reason)
{
    for (const GiftCardId id : readGiftCardsOf(counter.database(), counter.organizer(), order)) {
        const auto stored = readGiftCard(counter.database(), counter.organizer(), id);
        const GiftCard& card = stored->card;
        if (card.balance != card.worth || card.state >= GiftCardState::Replaced) {
            return refused("gift_card_used",
                           "Gift card …" + card.tail +
                               " was spent or replaced since it was sold, so its sale cannot be "
                               "taken back.");
        }
        if (stored->home != counter.replica()) {
            return refused("card_not_here",
                           "Gift card …" + card.tail +
                               " was sold at another counter. Take it back there.");
        }
        act.append(kind::kGiftCardMoved,
                   encode(moveOf(card, GiftMoveKind::Cancelled, -card.balance.minor(), order,
                                 reason)));
    }
    return {};
}

Result<void> giveWorthBack(Counter& counter, Journal::Act& act, BookedOrder& booked,
                           const std::string& reason)
{
    const OrderId order = booked.placed.order;
    if (auto cancelled = cancelGiftCards(counter, act, order, reason); !cancelled) {
        return cancelled;
    }
    for (PaymentTaken& payment : booked.payments) {
        const auto subject = giveBackWorth(counter, act, order, payment.method, payment.subject,
                                           payment.amount, reason);
        if (!subject) {
            return subject.error();
        }
        payment.subject = *subject;
    }
    return {};
}

} // namespace foyer
