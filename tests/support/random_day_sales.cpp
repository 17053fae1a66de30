// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/invoices.h"
#include "core/services/sales.h"
#include "tests/support/random_day.h"

#include <algorithm>
#include <numeric>

namespace foyer::test {
namespace {

const Currency kEuro = *Currency::fromCode("EUR");
constexpr std::int64_t kBookingFee = 100;
constexpr std::int64_t kDonation = 500;

/// A sale as it is asked for, with what it must come to.
struct PaperSale {
    SaleRequest request;
    PaperOrder paper;
    std::set<std::string> refusals; ///< any of them; empty: it must be sold
};

/// What a share of a list price in percent leaves, half up.
std::int64_t lessPercent(std::int64_t list, std::int64_t percent)
{
    return (2 * list * (100 - percent) + 100) / 200;
}

void cutBy(PaperPlace& place, const char* cut, std::int64_t price)
{
    place.takenOff = place.gross - price;
    place.cut = cut;
    place.gross = price;
    place.tax = Day::taxIn(price);
}

/// The promo code, a discount by hand, a free ticket, or none of it.
void addCuts(Day& day, const Act& act, PaperSale& sale)
{
    std::vector<PaperPlace>& places = sale.paper.places;
    auto& cart = sale.request.cart;
    switch (act.money % 8) {
    case 0:
    case 1: {
        cart.promoCode = act.money % 8 == 0 ? kPromoCode : " spring";
        std::vector<std::size_t> dearest(places.size());
        std::iota(dearest.begin(), dearest.end(), 0U);
        std::ranges::stable_sort(dearest, std::greater{},
                                 [&](std::size_t i) { return places[i].gross; });
        std::int64_t left = day.promoUsesLeft();
        if (left <= 0) {
            sale.refusals.insert("promo_used_up");
        }
        for (const std::size_t i : dearest) {
            if (left-- > 0) {
                cutBy(places[i], "promo", lessPercent(places[i].gross, 10));
            }
        }
        break;
    }
    case 2: {
        const std::int64_t percent = act.money % 3 == 0 ? 20 : 10;
        cart.items.front().reduction =
            HandReduction{HandReduction::Kind::Percent, percent * 1'000, "a pillar"};
        cutBy(places.front(), "discount", lessPercent(places.front().gross, percent));
        if (day.isClerk() && percent > 10) {
            sale.refusals.insert("over_limit");
        }
        break;
    }
    case 3:
        cart.items.back().reduction =
            HandReduction{HandReduction::Kind::Complimentary, 0, "the press"};
        cutBy(places.back(), "complimentary", 0);
        if (day.isClerk()) {
            sale.refusals.insert("not_permitted");
        }
        break;
    default:
        break;
    }
}

/// Fees, and what somebody gives on top.
void addFees(const Act& act, PaperSale& sale)
{
    const bool isFree = std::ranges::all_of(sale.paper.places, [](const PaperPlace& place) {
        return place.cut == "complimentary";
    });
    if (!isFree) {
        sale.paper.fees.push_back({"Booking fee", "VAT", kBookingFee, Day::taxIn(kBookingFee)});
    }
    if (act.money % 5 == 0) {
        sale.request.cart.donationMinor = kDonation;
        sale.paper.fees.push_back({"Donation", "", kDonation, 0});
    }
}

/// How a sale is paid, planned: what each tender takes of the total.
void addPayment(Day& day, PaperSale& sale, PaymentMethod method, std::int64_t amount,
                std::int64_t change = 0, std::size_t subject = 0)
{
    if (amount == 0) {
        return;
    }
    const std::string reference = method == PaymentMethod::CardTerminal ? "4711"
        : method == PaymentMethod::GiftCard ? day.giftCards.at(subject).code
                                            : "";
    sale.paper.paid.push_back({method, amount, day.roundingOf(method, amount), subject});
    sale.request.tenders.push_back({method, Money{amount + change, kEuro}, reference});
}

/// As much of it by a gift card as the card is worth.
std::int64_t addGiftCard(Day& day, const Act& act, PaperSale& sale, std::int64_t total)
{
    const PaperGiftCard* card = chosen(day.giftCards, act);
    if (card == nullptr || total == 0) {
        return 0;
    }
    const bool tooMuch = act.many % 5 == 0;
    const std::int64_t amount =
        std::min(total, std::max<std::int64_t>(1, card->balance + (tooMuch ? 1 : 0)));
    if (card->blocked || card->ended) {
        sale.refusals.merge(std::set<std::string>{"gift_card_blocked", "gift_card_ended"});
    } else if (amount > card->balance) {
        sale.refusals.insert("gift_card_short");
    }
    addPayment(day, sale, PaymentMethod::GiftCard, amount, 0,
               static_cast<std::size_t>(card - day.giftCards.data()));
    return amount;
}

void addPayments(Day& day, const Act& act, PaperSale& sale)
{
    std::int64_t left = sale.paper.worth();
    sale.request.tenders.clear();
    const int way = act.money / 8 % 7;
    if (way == 3 || way == 4) {
        left -= addGiftCard(day, act, sale, left);
    }
    if (way == 5) {
        const std::int64_t owed = act.many % 2 == 0 ? left : left / 2;
        sale.request.newCustomer = CustomerDetails{"Ada Lovelace", "ada@example.org", "", ""};
        sale.request.invoice.recipient = {"Engines Ltd", "1 Mill Lane\nLondon", "GB123", "PO 7"};
        addPayment(day, sale, PaymentMethod::Invoice, owed, 0, day.invoices.size());
        left -= owed;
    }
    const std::int64_t card = way == 1 || way == 4 ? left : way == 2 ? left / 3 : 0;
    addPayment(day, sale, PaymentMethod::CardTerminal, card);
    addPayment(day, sale, PaymentMethod::Cash, left - card, act.money);
    if (sale.paper.hasCash() && day.shift() == nullptr) {
        sale.refusals.insert("no_shift");
    }
}

PaperSale planned(Day& day, const Act& act, const std::vector<CartItem>& items)
{
    PaperSale sale{.request = day.house.request(items), .paper = {}, .refusals = {}};
    for (const CartItem& item : items) {
        const std::int64_t price = Day::priceOf(day, item);
        sale.paper.places.push_back(
            {.item = item, .ticket = {}, .gross = price, .tax = Day::taxIn(price), .cut = {}});
    }
    addCuts(day, act, sale);
    addFees(act, sale);
    addPayments(day, act, sale);
    return sale;
}

/// Tickets of one price are alike: which of them a code that is nearly used up made cheaper is the
/// counter's to choose.
void findCheaperOnes(Day& day, const Order& order, PaperOrder& paper)
{
    std::vector<PaperPlace> open = paper.places;
    for (std::size_t i = 0; i < paper.places.size(); ++i) {
        const CartItem item = paper.places[i].item;
        const std::int64_t gross = order.tickets[i].price.gross.minor();
        const auto alike = std::ranges::find_if(open, [&](const PaperPlace& place) {
            return place.gross == gross && place.item.type == item.type &&
                place.item.category == item.category;
        });
        day.must(alike != open.end(), "a ticket costs what nobody expected");
        paper.places[i] = *alike;
        paper.places[i].item = item;
        open.erase(alike);
    }
}

/// Writes down what was sold, as a customer would check it.
void noteSale(Day& day, const Order& order, PaperOrder paper)
{
    day.must(order.tickets.size() == paper.places.size(), "a ticket for each place");
    findCheaperOnes(day, order, paper);
    paper.id = order.id;
    paper.code = order.code;
    paper.at = order.placedAt;
    for (std::size_t i = 0; i < paper.places.size(); ++i) {
        PaperPlace& place = paper.places[i];
        place.ticket = order.tickets[i].id;
        day.notePlace(place, place.gross, place.tax);
        day.note(FigureGroup::Discount, place.cut, -place.takenOff);
        Day::achieved()["sells: " + (place.cut.empty() ? "list price" : place.cut)] += 1;
    }
    for (const PaperFee& fee : paper.fees) {
        day.noteFee(fee);
        Day::achieved()["sells: " + fee.name] += 1;
    }
    day.must(order.total.minor() == paper.worth(), "the total is that of the price list");
    const auto payments = std::move(paper.paid);
    paper.paid.clear();
    for (const PaperPayment& payment : payments) {
        if (payment.method == PaymentMethod::Invoice) {
            const auto issued = invoicesOf(day.counter(), order.id);
            day.must(issued && issued->size() == 1, "one invoice");
            day.invoices.push_back({.id = issued->front().id, .amount = payment.amount});
        }
        day.notePayment(paper, payment.method, payment.amount, payment.subject);
        Day::achieved()["pays: " + std::string{paymentMethodName(payment.method)}] += 1;
    }
    day.orders.push_back(std::move(paper));
}

void sellItems(Day& day, const Act& act, const std::vector<CartItem>& items,
               const PaperHold* from = nullptr)
{
    PaperSale sale = planned(day, act, items);
    if (from != nullptr) {
        sale.request.fromHolds = from->ids;
        std::erase_if(day.holds,
                      [&](const PaperHold& hold) { return hold.ids == sale.request.fromHolds; });
    }
    if (!day.isRoomFor(items)) {
        sale.refusals.merge(std::set<std::string>{"sold_out", "seat_taken", "seat_held"});
    }
    const auto sold = sell(day.counter(), sale.request);
    if (!sale.refusals.empty()) {
        return day.mustBe(sold, sale.refusals);
    }
    day.mustBe(sold, {"done"});
    noteSale(day, *sold, std::move(sale.paper));
}

} // namespace

void sells(Day& day, const Act& act)
{
    sellItems(day, act, day.itemsOf(act));
}

/// Sells what was reserved or parked; of the house's holds, to adults.
void collects(Day& day, const Act& act)
{
    const PaperHold* found = chosen(day.holds, act);
    if (found == nullptr) {
        return;
    }
    const PaperHold hold = *found;
    std::vector<CartItem> items = hold.items;
    for (CartItem& item : items) {
        item.type = hold.reserved ? item.type : day.house.type("Adult");
    }
    const std::size_t before = day.orders.size();
    sellItems(day, act, items, &hold);
    if (day.orders.size() == before) {
        day.holds.push_back(hold); // the sale was refused, so it is still kept
    }
}

} // namespace foyer::test
