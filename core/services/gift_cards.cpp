// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gift_cards.h"

#include "core/crypto/ed25519.h"
#include "core/crypto/sha256.h"
#include "core/domain/journal/entry.h"
#include "core/domain/sales/order_code.h"
#include "core/domain/sales/worth_entries.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/gift_card_codes.h"
#include "core/services/guarded.h"
#include "core/services/till.h"
#include "core/services/worth.h"
#include "core/storage/order_home_store.h"
#include "core/storage/order_store.h"
#include "core/storage/worth_store.h"

#include <algorithm>

namespace foyer {
namespace {

Bytes prefixed(std::string_view prefix, ByteView content)
{
    Bytes bytes(prefix.size() + content.size());
    const auto end = std::ranges::copy(prefix, bytes.begin()).out;
    std::ranges::copy(content, end);
    return bytes;
}

Error unknownGiftCard()
{
    return refused("unknown_gift_card", "This gift card is not known here.", "card");
}

Error notHere(const GiftCard& card)
{
    return refused("card_not_here",
                   "Gift card …" + card.tail +
                       " was sold at another counter. Only that one can do this, so that nothing "
                       "is spent twice.",
                   "card");
}

Result<GiftCard> cardFrom(Counter& counter, GiftCardId id)
{
    auto stored = readGiftCard(counter.database(), counter.organizer(), id);
    if (!stored) {
        return unknownGiftCard();
    }
    stored->card.isHome = stored->home == counter.replica();
    return std::move(stored->card);
}

Result<void> checkSale(Counter& counter, const GiftCardSale& sale)
{
    if (sale.amounts.empty() || sale.amounts.size() > kGiftCardsMax) {
        return badInput("no_amount", "Say what the gift card is to be worth.", "amounts");
    }
    const Currency currency = houseCurrency(counter);
    std::int64_t most = kGiftCardMainMax;
    for (int i = 0; i < currency.exponent(); ++i) {
        most *= 10;
    }
    for (std::size_t i = 0; i < sale.amounts.size(); ++i) {
        const Money amount = sale.amounts[i];
        if (amount.currency() != currency || amount.minor() <= 0 || amount.minor() > most) {
            return badInput("bad_gift_amount",
                            "A gift card is worth an amount above zero, at most " +
                                toPlainText(Money{most, currency}) + " " +
                                std::string{currency.code()} + ".",
                            "amounts[" + std::to_string(i) + "]");
        }
    }
    if (std::ranges::any_of(sale.tenders, [](const Tender& tender) {
            return tender.method == PaymentMethod::GiftCard ||
                tender.method == PaymentMethod::Invoice || isByProvider(tender.method);
        })) {
        return refused("gift_card_for_gift_card",
                       "A gift card is paid with money. Take cash or a card.", "tenders");
    }
    return {};
}

Result<ShiftId> shiftFor(Counter& counter, const std::vector<SettledTender>& payments)
{
    const bool takesCash = std::ranges::any_of(payments, [](const SettledTender& payment) {
        return payment.tender.method == PaymentMethod::Cash;
    });
    return shiftForMoney(counter, houseCurrency(counter), takesCash);
}

/// A card and its code, as the entry that issues it.
GiftCardIssued issuedCard(Counter& counter, Money worth)
{
    GiftCardIssued issued{.card = GiftCardId{Uuid::v7(counter.clock().now(), counter.random())},
                          .currency = worth.currency(),
                          .worth = worth.minor(),
                          .codeHash = {},
                          .tail = {}};
    const std::string code = codeOfGiftCard(counter, issued.card);
    issued.codeHash = giftCodeHash(code);
    issued.tail = giftTail(code);
    return issued;
}

NewGiftCard newCard(Counter& counter, GiftCardId id, Money worth)
{
    return {id, codeOfGiftCard(counter, id), worth};
}

/// Writes the sale of cards as part of an act.
void appendSale(Counter& counter, Journal::Act& act, const GiftCardSale& sale,
                const std::vector<SettledTender>& payments, ShiftId shift)
{
    const Currency currency = sale.amounts.front().currency();
    OrderPlaced placed{.order = sale.id,
                       .series = counter.series(),
                       .number = readSeriesUsed(counter.database(), counter.organizer(),
                                                counter.series()) +
                           1,
                       .currency = currency,
                       .customer = sale.customer,
                       .shift = shift};
    placed.code = orderCode(placed.series, static_cast<std::uint64_t>(placed.number));
    std::vector<GiftCardIssued> cards;
    for (const Money amount : sale.amounts) {
        cards.push_back(issuedCard(counter, amount));
        cards.back().order = sale.id;
        placed.giftCards.push_back({cards.back().card, cards.back().tail, amount.minor()});
    }
    act.append(kind::kOrderPlaced, encode(placed));
    for (const GiftCardIssued& card : cards) {
        act.append(kind::kGiftCardIssued, encode(card));
    }
    for (const SettledTender& payment : payments) {
        act.append(kind::kPaymentTaken,
                   encode(PaymentTaken{PaymentId{Uuid::v7(counter.clock().now(), counter.random())},
                                       sale.id,
                                       payment.tender.method,
                                       currency,
                                       payment.amount.minor(),
                                       payment.tender.tendered.minor(),
                                       payment.tender.reference,
                                       shift,
                                       payment.rounding,
                                       payment.tender.subject,
                                       {}}));
    }
}

Result<GiftCardsSold> soldWith(Counter& counter, OrderId id)
{
    auto order = readOrder(counter.database(), counter.organizer(), id);
    GiftCardsSold sold{*std::move(order), {}};
    for (const GiftCardId card : readGiftCardsOf(counter.database(), counter.organizer(), id)) {
        const auto stored = readGiftCard(counter.database(), counter.organizer(), card);
        sold.cards.push_back(newCard(counter, card, stored->card.worth));
    }
    return sold;
}

Result<GiftCard> mayChange(Counter& counter, GiftCardId id, const std::string& reason)
{
    auto card = cardFrom(counter, id);
    if (!card) {
        return card;
    }
    if (reason.find_first_not_of(' ') == std::string::npos) {
        return usageError("reason_missing", "Say why; the reason is kept.", "reason");
    }
    if (card->state >= GiftCardState::Replaced) {
        return refused("gift_card_ended",
                       "Gift card …" + card->tail +
                           " was replaced or taken back already. Nothing was changed.",
                       "card");
    }
    return card;
}

} // namespace

std::string codeOfGiftCard(const Counter& counter, GiftCardId card)
{
    const SigningKey key{counter.keys().device};
    const Signature signature = key.sign(prefixed("foyer-gift-card-1", card.uuid.bytes()));
    return giftCode(sha256(signature));
}

Bytes giftCodeHash(std::string_view code)
{
    const Bytes content{code.begin(), code.end()};
    const Sha256 hash = sha256(prefixed("foyer-gift-code-1", content));
    return {hash.begin(), hash.end()};
}

Result<GiftCardsSold> sellGiftCards(Counter& counter, const GiftCardSale& sale)
{
    return guarded([&]() -> Result<GiftCardsSold> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::SellGiftCards);
        if (!permit) {
            return permit.error();
        }
        if (readOrder(counter.database(), counter.organizer(), sale.id)) {
            return soldWith(counter, sale.id);
        }
        if (auto sound = checkSale(counter, sale); !sound) {
            return std::move(sound).error();
        }
        Money due{0, sale.amounts.front().currency()};
        for (const Money amount : sale.amounts) {
            due += amount;
        }
        const auto payments = settle(due, sale.tenders, cashStep(counter));
        if (!payments) {
            return payments.error();
        }
        const auto shift = shiftFor(counter, *payments);
        if (!shift) {
            return shift.error();
        }
        Journal::Act act{counter.journal(), *permit};
        appendSale(counter, act, sale, *payments, *shift);
        act.commit();
        counter.noteHead();
        return soldWith(counter, sale.id);
    });
}

Result<std::vector<NewGiftCard>> giftCardCodes(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<std::vector<NewGiftCard>> {
        if (auto may = counter.access().require(Permission::SellGiftCards); !may) {
            return std::move(may).error();
        }
        Database& database = counter.database();
        if (!readOrderHome(database, counter.organizer(), order)) {
            return refused("unknown_order", "There is no such order here.", "order");
        }
        std::vector<NewGiftCard> cards;
        for (const GiftCardId id : readGiftCardsOf(database, counter.organizer(), order)) {
            const auto stored = readGiftCard(database, counter.organizer(), id);
            cards.push_back(newCard(counter, id, stored->card.worth));
            // Keys may have been made anew since: then this is not the code of the card any more.
            if (readGiftCardByHash(database, counter.organizer(),
                                   giftCodeHash(cards.back().code)) != id) {
                return notHere(stored->card);
            }
        }
        if (cards.empty()) {
            return refused("no_gift_cards", "This order sold no gift cards.", "order");
        }
        return cards;
    });
}

Result<GiftCard> giftCard(Counter& counter, const std::string& code)
{
    return guarded([&]() -> Result<GiftCard> {
        if (auto may = counter.access().require(Permission::Sell); !may) {
            return std::move(may).error();
        }
        const auto normalized = normalizedGiftCode(code);
        if (!normalized) {
            return badInput("bad_gift_code",
                            "This is not the code of a gift card. Check it for typing mistakes.",
                            "code");
        }
        const auto id =
            readGiftCardByHash(counter.database(), counter.organizer(), giftCodeHash(*normalized));
        return id ? cardFrom(counter, *id) : unknownGiftCard();
    });
}

Result<GiftCard> giftCard(Counter& counter, GiftCardId id)
{
    return guarded([&]() -> Result<GiftCard> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return cardFrom(counter, id);
    });
}

Result<std::vector<GiftCard>> giftCards(Counter& counter, const std::string& named,
                                        std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<GiftCard>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        Database& database = counter.database();
        const auto orderCode = normalizedOrderCode(named);
        const auto order =
            orderCode ? readOrderIdByCode(database, counter.organizer(), *orderCode) : std::nullopt;
        const auto ids = order
            ? readGiftCardsOf(database, counter.organizer(), *order)
            : readGiftCards(database, counter.organizer(), unspaced(named).value_or("?"), limit);
        std::vector<GiftCard> cards;
        for (const GiftCardId id : ids) {
            cards.push_back(*cardFrom(counter, id));
        }
        return cards;
    });
}

Result<GiftCard> blockGiftCard(Counter& counter, GiftCardId card, bool blocked,
                               const std::string& reason)
{
    return guarded([&]() -> Result<GiftCard> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::ReissueTicket);
        if (!permit) {
            return permit.error();
        }
        const auto found = mayChange(counter, card, reason);
        if (!found) {
            return found;
        }
        if (blocked == (found->state == GiftCardState::Blocked)) {
            return refused("nothing_to_change",
                           "Gift card …" + found->tail +
                               (blocked ? " is blocked already." : " is not blocked."),
                           "card");
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kGiftCardMoved,
                   encode(GiftCardMoved{.card = card,
                                        .kind = blocked ? GiftMoveKind::Blocked
                                                        : GiftMoveKind::Unblocked,
                                        .currency = found->balance.currency(),
                                        .amount = 0,
                                        .left = found->balance.minor(),
                                        .order = {},
                                        .note = reason}));
        act.commit();
        counter.noteHead();
        return cardFrom(counter, card);
    });
}

Result<NewGiftCard> replaceGiftCard(Counter& counter, GiftCardId card, const std::string& reason)
{
    return guarded([&]() -> Result<NewGiftCard> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::ReissueTicket);
        if (!permit) {
            return permit.error();
        }
        const auto found = mayChange(counter, card, reason);
        if (!found) {
            return found.error();
        }
        if (!found->isHome) {
            return notHere(*found);
        }
        if (found->balance.isZero()) {
            return refused("gift_card_empty",
                           "Gift card …" + found->tail +
                               " is worth nothing; there is nothing to "
                               "replace.",
                           "card");
        }
        GiftCardIssued issued = issuedCard(counter, found->balance);
        issued.replaces = card;
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kGiftCardMoved,
                   encode(GiftCardMoved{.card = card,
                                        .kind = GiftMoveKind::Replaced,
                                        .currency = issued.currency,
                                        .amount = -issued.worth,
                                        .left = 0,
                                        .order = {},
                                        .note = reason}));
        act.append(kind::kGiftCardIssued, encode(issued));
        act.commit();
        counter.noteHead();
        return newCard(counter, issued.card, found->balance);
    });
}

} // namespace foyer
