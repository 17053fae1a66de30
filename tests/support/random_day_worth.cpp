// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/gift_cards.h"
#include "core/services/invoices.h"
#include "core/services/sales.h"
#include "tests/support/random_day.h"

#include <algorithm>

namespace foyer::test {
namespace {

const Currency kEuro = *Currency::fromCode("EUR");

/// Whether a card may be spent changes, and its money does not.
void blocks(Day& day, PaperGiftCard& card)
{
    const auto changed = blockGiftCard(day.counter(), card.id, !card.blocked, "lost");
    if (day.isClerk() || card.ended) {
        return day.mustBe(changed, {day.isClerk() ? "not_permitted" : "gift_card_ended"});
    }
    day.mustBe(changed, {"done"});
    card.blocked = !card.blocked;
}

void replaces(Day& day, std::size_t number)
{
    PaperGiftCard& card = day.giftCards.at(number);
    const auto fresh = replaceGiftCard(day.counter(), card.id, "lost in the tram");
    if (day.isClerk()) {
        return day.mustBe(fresh, {"not_permitted"});
    }
    if (card.ended || card.balance == 0) {
        return day.mustBe(fresh, {card.ended ? "gift_card_ended" : "gift_card_empty"});
    }
    day.mustBe(fresh, {"done"});
    day.must(fresh->worth.minor() == card.balance, "the new card is worth what the old one was");
    PaperGiftCard next{.id = fresh->id,
                       .code = fresh->code,
                       .worth = card.balance,
                       .balance = card.balance,
                       .successor = std::nullopt,
                       .order = {},
                       .paid = {}};
    card.balance = 0;
    card.ended = true;
    card.successor = day.giftCards.size();
    day.giftCards.push_back(std::move(next));
}

/// The sale of a card is taken back, while it is whole.
void takesCardBack(Day& day, PaperGiftCard& card)
{
    if (card.order.empty()) {
        return;
    }
    const auto taken = voidOrder(day.counter(), card.order, "asked");
    const bool isJustSold = day.house.clock().now().ms - card.soldAt.ms <= kJustSoldMs;
    std::set<std::string> refusals;
    if (card.ended) {
        refusals.merge(std::set<std::string>{"already_void", "gift_card_used"});
    }
    if (card.balance != card.worth) {
        refusals.insert("gift_card_used");
    }
    if (!isJustSold && day.isClerk() && card.worth > kClerkRefundMinor) {
        refusals.insert("over_limit");
    }
    if (card.paid.method == PaymentMethod::Cash && day.shift() == nullptr) {
        refusals.insert("no_shift");
    }
    if (!refusals.empty()) {
        return day.mustBe(taken, refusals);
    }
    day.mustBe(taken, {"done"});
    day.note(FigureGroup::GiftCard, {}, -card.worth);
    day.noteMoney(card.paid.method, -card.paid.amount, -card.paid.rounding);
    card.balance = 0;
    card.ended = true;
}

/// Money that came, or goes back after a credit note.
void moves(Day& day, const Act& act, PaperInvoice& invoice, bool back)
{
    const std::int64_t open = back ? -invoice.open() : invoice.open();
    const std::int64_t amount = act.many % 2 == 0 ? open : 1 + act.money % open;
    const PaymentMethod method = act.money % 3 == 0 ? PaymentMethod::Cash
        : act.money % 3 == 1                        ? PaymentMethod::CardTerminal
                                                    : PaymentMethod::Transfer;
    const InvoiceMoney money{.id = PaymentId{Uuid::v7(day.house.clock().now(), day.house.random())},
                             .invoice = invoice.id,
                             .method = method,
                             .amount = Money{amount, kEuro},
                             .reference = "bank 12"};
    const auto recorded =
        back ? giveInvoiceMoneyBack(day.counter(), money) : payInvoice(day.counter(), money);
    if (back && day.isClerk() && amount > kClerkRefundMinor) {
        return day.mustBe(recorded, {"over_limit"});
    }
    if (method == PaymentMethod::Cash && day.shift() == nullptr) {
        return day.mustBe(recorded, {"no_shift"});
    }
    day.mustBe(recorded, {"done"});
    day.mustBe(back ? giveInvoiceMoneyBack(day.counter(), money) : payInvoice(day.counter(), money),
               {"done"}); // asked again: nothing is recorded twice
    Day::achieved()[back ? "settles: back" : "settles: paid"] += 1;
    const std::int64_t sign = back ? -1 : 1;
    invoice.paid += sign * amount;
    day.noteMoney(method, sign * amount, sign * day.roundingOf(method, amount));
    day.note(FigureGroup::Method, "invoice", -sign * amount);
    day.must(recorded->open.minor() == invoice.open(), "what is open of the invoice");
}

} // namespace

void sellsGiftCard(Day& day, const Act& act)
{
    const Money worth{act.money, kEuro};
    const bool byCard = act.many % 2 == 0;
    const auto method = byCard ? PaymentMethod::CardTerminal : PaymentMethod::Cash;
    const Money given = byCard ? worth : Money{act.money + 5'000, kEuro};
    const auto sold =
        sellGiftCards(day.counter(),
                      {.id = OrderId{Uuid::v7(day.house.clock().now(), day.house.random())},
                       .amounts = {worth},
                       .tenders = {{method, given, byCard ? "4711" : ""}},
                       .customer = std::nullopt});
    if (!byCard && day.shift() == nullptr) {
        return day.mustBe(sold, {"no_shift"});
    }
    day.mustBe(sold, {"done"});
    const std::int64_t rounding = day.roundingOf(method, act.money);
    day.note(FigureGroup::GiftCard, {}, act.money);
    day.noteMoney(method, act.money, rounding);
    day.giftCards.push_back({.id = sold->cards.front().id,
                             .code = sold->cards.front().code,
                             .worth = act.money,
                             .balance = act.money,
                             .successor = std::nullopt,
                             .order = sold->order.code,
                             .soldAt = sold->order.placedAt,
                             .paid = {method, act.money, rounding, 0}});
}

void mindsGiftCard(Day& day, const Act& act)
{
    PaperGiftCard* card = chosen(day.giftCards, act);
    if (card == nullptr) {
        return;
    }
    switch (act.many % 3) {
    case 0:
        return blocks(day, *card);
    case 1:
        return replaces(day, static_cast<std::size_t>(card - day.giftCards.data()));
    default:
        return takesCardBack(day, *card);
    }
}

void settlesInvoice(Day& day, const Act& act)
{
    PaperInvoice* invoice = chosen(day.invoices, act);
    if (invoice == nullptr) {
        return;
    }
    if (invoice->open() != 0) {
        return moves(day, act, *invoice, invoice->open() < 0);
    }
    const InvoiceMoney money{.id = PaymentId{Uuid::v7(day.house.clock().now(), day.house.random())},
                             .invoice = invoice->id,
                             .amount = Money{1, kEuro},
                             .reference = "bank 13"};
    day.mustBe(payInvoice(day.counter(), money), {"invoice_paid"});
}

} // namespace foyer::test
