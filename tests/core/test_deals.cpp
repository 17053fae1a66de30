// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/deal_fields.h"
#include "core/domain/pricing/price_rules.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/deals.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/till.h"
#include "core/services/till_reports.h"
#include "core/services/users.h"
#include "tests/support/counter_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

namespace {

const Currency kEuro = *Currency::fromCode("EUR");

Uuid uuidOf(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return Uuid{bytes};
}

/// A cart of two types in two categories on two evenings, with bundles, a code and reductions.
struct Sale {
    std::vector<Offer> offers;
    Cart cart;
    PromoTerms promo;
    bool isPromo = false;

    Result<Quote> quote() const
    {
        std::vector<const Offer*> list;
        for (const Offer& offer : offers) {
            list.push_back(&offer);
        }
        return quoteCart(cart, list, Instant{1'000}, isPromo ? &promo : nullptr);
    }
};

TicketTypeId typeOf(int number)
{
    return TicketTypeId{uuidOf(static_cast<std::uint8_t>(30 + number))};
}

CategoryId categoryOf(int number)
{
    return CategoryId{uuidOf(static_cast<std::uint8_t>(20 + number))};
}

PriceCut anyCut()
{
    const auto kind = *rc::gen::element(PriceCut::Kind::Percent, PriceCut::Kind::Amount,
                                        PriceCut::Kind::FixedPrice);
    return {kind,
            *rc::gen::inRange<std::int64_t>(0, kind == PriceCut::Kind::Percent ? 100'001 : 3'000)};
}

Bundle anyBundle(std::uint8_t number)
{
    Bundle bundle{.id = BundleId{uuidOf(static_cast<std::uint8_t>(50 + number))},
                  .event = EventId{uuidOf(2)},
                  .name = "B" + std::to_string(number),
                  .kind = *rc::gen::element(Bundle::Kind::Together, Bundle::Kind::FromCount),
                  .parts = {{typeOf(*rc::gen::inRange(0, 2)), *rc::gen::inRange(1, 5)}},
                  .price = *rc::gen::inRange<std::int64_t>(0, 9'000),
                  .cut = anyCut(),
                  .categories = {},
                  .isOff = *rc::gen::weightedElement<bool>({{9, false}, {1, true}})};
    if (bundle.kind == Bundle::Kind::Together && *rc::gen::arbitrary<bool>()) {
        bundle.parts = {{typeOf(0), 2}, {typeOf(1), 2}};
    }
    if (*rc::gen::arbitrary<bool>()) {
        bundle.categories = {categoryOf(*rc::gen::inRange(0, 2))};
    }
    return bundle;
}

Sale anySale()
{
    Sale sale;
    Offer offer{.organizer = {OrganizerId{}, "House", kEuro, "Europe/Berlin", "", ""}};
    offer.event.id = EventId{uuidOf(2)};
    offer.taxes = {{TaxId{uuidOf(10)}, "VAT", *rc::gen::inRange<std::int64_t>(0, 30'000),
                    *rc::gen::arbitrary<bool>()}};
    offer.organizer.donationTax = *rc::gen::element(TaxId{}, TaxId{uuidOf(10)});
    for (int i = 0; i < 2; ++i) {
        offer.categories.push_back({categoryOf(i), offer.event.id, "C", i});
    }
    for (int i = 0; i < 2; ++i) {
        TicketType type{.id = typeOf(i), .event = offer.event.id, .name = "T"};
        type.tax = *rc::gen::element(TaxId{}, TaxId{uuidOf(10)});
        for (int category = 0; category < 2; ++category) {
            type.prices[categoryOf(category)] = *rc::gen::inRange<std::int64_t>(0, 4'000);
        }
        offer.types.push_back(type);
    }
    offer.fees = {{FeeId{uuidOf(40)}, offer.event.id, "Fee", Fee::Per::Ticket, 50,
                   *rc::gen::inRange<std::int64_t>(0, 15'000), TaxId{uuidOf(10)}},
                  {FeeId{uuidOf(41)}, offer.event.id, "Order", Fee::Per::Order, 100, 0, TaxId{}}};
    const int bundles = *rc::gen::inRange(0, 4);
    for (int i = 0; i < bundles; ++i) {
        offer.bundles.push_back(anyBundle(static_cast<std::uint8_t>(i)));
    }
    for (std::uint8_t evening = 0; evening < 2; ++evening) {
        offer.performance.id = PerformanceId{uuidOf(static_cast<std::uint8_t>(70 + evening))};
        sale.offers.push_back(offer);
    }
    const int items = *rc::gen::inRange(1, 14);
    for (int i = 0; i < items; ++i) {
        CartItem item{*rc::gen::element(sale.offers[0].performance.id,
                                        sale.offers[1].performance.id),
                      typeOf(*rc::gen::inRange(0, 2)), categoryOf(*rc::gen::inRange(0, 2)),
                      std::nullopt};
        if (*rc::gen::inRange(0, 6) == 0) {
            item.reduction =
                HandReduction{*rc::gen::element(HandReduction::Kind::Percent,
                                                HandReduction::Kind::Complimentary),
                              *rc::gen::inRange<std::int64_t>(0, 100'001), "Friend of the house"};
        }
        sale.cart.items.push_back(item);
    }
    sale.cart.donationMinor = *rc::gen::element<std::int64_t>(0, 500);
    sale.isPromo = *rc::gen::arbitrary<bool>();
    sale.promo.code = {.id = PromoCodeId{uuidOf(90)}, .code = "SPRING", .cut = anyCut()};
    sale.promo.usesLeft = *rc::gen::element<std::int64_t>(1, 3, PromoTerms::kNoLimit);
    return sale;
}

std::int64_t listOf(const Sale& sale, const CartItem& item)
{
    return sale.offers[0].type(item.type)->prices.at(item.category);
}

} // namespace

/// A house with a family ticket, a group rate and a code.
class DealsHouse : public CounterFixture {
public:
    explicit DealsHouse(std::uint64_t seed = 1) : CounterFixture{seed} {}

    PromoCode code(PriceCut cut, std::int64_t uses = 0, const std::string& text = "spring")
    {
        PromoCode code{.code = text, .cut = cut, .currency = kEuro, .uses = uses};
        const auto set = setPromoCode(counter(), code);
        if (!set) {
            qFatal("code: %s", set.error().message.c_str());
        }
        return *set;
    }
    void family(std::int64_t price)
    {
        Bundle bundle{.event = offer()->event.id,
                      .name = "Family",
                      .parts = {{type("Adult"), 2}, {type("Child"), 2}},
                      .price = price};
        if (const auto set = setBundle(counter(), bundle); !set) {
            qFatal("bundle: %s", set.error().message.c_str());
        }
    }
    SaleRequest with(std::vector<CartItem> items, const std::string& promo)
    {
        SaleRequest request = this->request(std::move(items));
        request.cart.promoCode = promo;
        return request;
    }
    std::int64_t ledger(const std::string& account)
    {
        return counter()
            .database()
            .integer("SELECT coalesce(sum(amount), 0) FROM ledger_line WHERE account = ?",
                     {account})
            .value();
    }
    bool isBalanced()
    {
        return counter().database().integer(
                   "SELECT count(*) FROM (SELECT entry FROM ledger_line "
                   "GROUP BY entry, currency HAVING sum(amount) <> 0) AS wrong") == 0;
    }
};

class DealsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsAreExactAndNothingIsNegativeWhateverIsCombined()
    {
        QVERIFY(rc::check("sums", [] {
            const Sale sale = anySale();
            const auto quote = sale.quote();
            RC_ASSERT(quote.has_value());
            std::int64_t total = 0;
            std::int64_t tax = 0;
            std::int64_t promoUses = 0;
            for (const QuoteLine& line : quote->lines) {
                RC_ASSERT(line.amount.net + line.amount.tax == line.amount.gross);
                RC_ASSERT(line.amount.gross.minor() >= 0);
                RC_ASSERT(line.reduction.minor >= 0);
                total += line.amount.gross.minor();
                tax += line.amount.tax.minor();
                if (line.kind != QuoteLine::Kind::Ticket) {
                    continue;
                }
                // The list price less the reduction is what is paid, to the last unit.
                const CartItem& item = sale.cart.items[line.item];
                const Offer& offer = sale.offers[0];
                const Tax* known = offer.tax(offer.type(item.type)->tax);
                const TaxedAmount list = applyTax(Money{listOf(sale, item), kEuro}, known);
                RC_ASSERT(list.gross.minor() - line.reduction.minor == line.amount.gross.minor());
                promoUses += line.reduction.kind == Reduction::Kind::Promo ? 1 : 0;
                RC_ASSERT(item.reduction.has_value() ==
                          (line.reduction.kind == Reduction::Kind::Complimentary ||
                           line.reduction.kind == Reduction::Kind::Discount));
            }
            RC_ASSERT(total == quote->total.minor());
            RC_ASSERT(tax == quote->tax.minor());
            RC_ASSERT(promoUses <= sale.promo.usesLeft);
        }));
    }

    void theOrderOfTheTicketsChangesNothingOfThePrice()
    {
        QVERIFY(rc::check("order of tickets", [] {
            Sale sale = anySale();
            const auto before = sale.quote();
            for (std::size_t i = sale.cart.items.size(); i > 1; --i) {
                std::swap(sale.cart.items[i - 1],
                          sale.cart.items[*rc::gen::inRange<std::size_t>(0, i)]);
            }
            const auto after = sale.quote();
            // Exclusive taxes and shares of fees round per line, so only prices before them agree.
            const auto prices = [&sale](const Cart& cart, bool isPromo) {
                std::vector<ListedTicket> tickets;
                for (const CartItem& item : cart.items) {
                    tickets.push_back({&item,
                                       item.performance == sale.offers[0].performance.id
                                           ? &sale.offers[0]
                                           : &sale.offers[1],
                                       listOf(sale, item)});
                }
                std::int64_t sum = 0;
                for (const CutTicket& ticket :
                     cutPrices(tickets, isPromo ? &sale.promo : nullptr)) {
                    sum += ticket.price;
                }
                return sum;
            };
            Cart reversed = sale.cart;
            std::ranges::reverse(reversed.items);
            RC_ASSERT(before.has_value() && after.has_value());
            RC_ASSERT(prices(sale.cart, sale.isPromo) == prices(reversed, sale.isPromo));
        }));
    }

    void whatMoreIsOfferedNeverCostsTheCustomerMore()
    {
        QVERIFY(rc::check("never dearer", [] {
            Sale sale = anySale();
            const auto sumOf = [&sale] {
                std::int64_t sum = 0;
                const auto quote = sale.quote();
                for (const QuoteLine& line : quote->lines) {
                    sum += line.kind == QuoteLine::Kind::Ticket ? line.amount.net.minor() : 0;
                }
                return sum;
            };
            for (Offer& offer : sale.offers) {
                for (Tax& tax : offer.taxes) {
                    tax.inclusive = false; // so that net is the price of the catalogue
                }
            }
            const std::int64_t with = sumOf();
            for (Offer& offer : sale.offers) {
                offer.bundles.clear();
            }
            RC_ASSERT(with <= sumOf());
            const std::int64_t withPromo = sumOf();
            sale.isPromo = false;
            RC_ASSERT(withPromo <= sumOf());
        }));
    }

    void aFamilyTicketIsFoundAndSpreadOverItsTickets()
    {
        DealsHouse house;
        house.family(6'001);
        const auto order = house.sell({house.seat(0), house.seat(1, "Child"), house.seat(2),
                                       house.seat(3, "Child"), house.seat(4)});
        QVERIFY2(order.has_value(), codeOf(order).c_str());
        std::int64_t together = 0;
        for (const QuoteLine& line : order->lines) {
            if (line.reduction.kind == Reduction::Kind::Bundle) {
                QCOMPARE(line.reduction.text, std::string{"Family"});
                together += line.amount.gross.minor();
            }
        }
        QCOMPARE(together, 6'001);
        QCOMPARE(order->total.minor(), 6'001 + 2'500 + 100);
        const auto known = findOrder(house.counter(), order->code);
        QVERIFY(known.has_value());
        QCOMPARE(known->lines, order->lines);
        QVERIFY(house.isBalanced());
    }

    void aGroupRateBeginsAtItsCountAndTheGuideCounts()
    {
        DealsHouse house;
        Bundle group{.event = house.offer()->event.id,
                     .name = "Group",
                     .kind = Bundle::Kind::FromCount,
                     .parts = {{house.type("Adult"), 4}},
                     .cut = {PriceCut::Kind::Percent, 20'000}};
        QCOMPARE(codeOf(setBundle(house.counter(), group)), std::string{"done"});
        Cart cart{{house.standing(), house.standing(), house.standing()}};
        QCOMPARE(quote(house.counter(), cart)->total.minor(), 3 * 1'200 + 100);
        cart.items.push_back(house.standing());
        QCOMPARE(quote(house.counter(), cart)->total.minor(), 4 * 960 + 100);
        cart.items[0].reduction = HandReduction{HandReduction::Kind::Complimentary, 0, "Guide"};
        QCOMPARE(quote(house.counter(), cart)->total.minor(), 3 * 960 + 100);
    }

    void aCodeIsUsedAsOftenAsItMayBeAndAVoidGivesItBack()
    {
        DealsHouse house;
        house.code({PriceCut::Kind::Percent, 50'000}, 2);
        const auto first =
            sell(house.counter(),
                 house.with({house.standing(), house.standing(), house.standing()}, "Spring "));
        QVERIFY2(first.has_value(), codeOf(first).c_str());
        QCOMPARE(first->total.minor(), 600 + 600 + 1'200 + 100);
        QCOMPARE(codeOf(sell(house.counter(), house.with({house.standing()}, "SPRING"))),
                 std::string{"promo_used_up"});
        QCOMPARE(promoCodes(house.counter())->front().used, 2);
        QVERIFY(voidOrder(house.counter(), first->code, "Wrong date").has_value());
        QCOMPARE(promoCodes(house.counter())->front().used, 0);
        QCOMPARE(codeOf(sell(house.counter(), house.with({house.standing()}, "SPRING"))),
                 std::string{"done"});
        QCOMPARE(codeOf(sell(house.counter(), house.with({house.standing()}, "AUTUMN"))),
                 std::string{"unknown_promo"});
        QVERIFY(house.isBalanced());
        QCOMPARE(house.ledger(account::kReceivable), 0);
    }

    void aCodeThatDoesNotWorkSaysWhy()
    {
        DealsHouse house;
        PromoCode code = house.code({PriceCut::Kind::Amount, 300});
        const auto refusal = [&](auto change) {
            PromoCode changed = code;
            change(changed);
            const auto set = setPromoCode(house.counter(), changed);
            const std::string answer =
                codeOf(quote(house.counter(), Cart{{house.standing()}, "spring"}));
            return set ? answer : set.error().code;
        };
        const Instant now = house.clock().now();
        QCOMPARE(refusal([](PromoCode&) {}), std::string{"done"});
        QCOMPARE(refusal([](PromoCode& c) { c.isOff = true; }), std::string{"promo_off"});
        QCOMPARE(refusal([&](PromoCode& c) { c.from = Instant{now.ms + 1}; }),
                 std::string{"promo_not_now"});
        QCOMPARE(refusal([&](PromoCode& c) { c.until = now; }), std::string{"promo_not_now"});
        QCOMPARE(refusal([](PromoCode& c) { c.currency = Currency::fromCode("CHF"); }),
                 std::string{"promo_currency"});
        QCOMPARE(refusal([&](PromoCode& c) { c.types = {house.type("Child")}; }),
                 std::string{"promo_not_here"});
        QCOMPARE(refusal([](PromoCode& c) { c.event = EventId{uuidOf(9)}; }),
                 std::string{"promo_not_here"});
        QCOMPARE(refusal([](PromoCode& c) {
                     c.cut = {PriceCut::Kind::Percent, 100'001};
                 }),
                 std::string{"bad_cut"});
        QCOMPARE(refusal([](PromoCode& c) { c.uses = -1; }), std::string{"bad_uses"});
    }

    void freeTicketsAndDiscountsKeepTheirReasonAndTheirLimits()
    {
        DealsHouse house;
        SaleRequest request = house.request({house.standing(), house.standing()});
        request.cart.items[0].reduction =
            HandReduction{HandReduction::Kind::Complimentary, 0, "Press"};
        request.cart.items[1].reduction = HandReduction{HandReduction::Kind::Amount, 200, ""};
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"reason_missing"});
        request.cart.items[1].reduction->reason = "Bad view";
        request.cart.items[1].reduction->value = 1'201;
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"bad_discount"});
        request.cart.items[1].reduction->value = 200;
        const auto order = sell(house.counter(), request);
        QVERIFY2(order.has_value(), codeOf(order).c_str());
        QCOMPARE(order->total.minor(), 1'000 + 100);
        QCOMPARE(order->lines[0].reduction.text, std::string{"Press"});
        QCOMPARE(order->lines[0].reduction.minor, 1'200);
        QCOMPARE(discountByHand(request.cart, *quote(house.counter(), request.cart)), 16'667);
        request = house.request({house.standing()});
        request.cart.items[0].reduction =
            HandReduction{HandReduction::Kind::Complimentary, 0, "Press"};
        request.tenders.clear();
        const auto free = sell(house.counter(), request);
        QVERIFY2(free.has_value(), codeOf(free).c_str());
        QVERIFY(free->total.isZero());
        QVERIFY(house.isBalanced());
    }

    void aClerkNeedsAYesForWhatTheRoleDoesNotGrant()
    {
        DealsHouse house;
        Counter& counter = house.counter();
        counter.access().setPasswordCost({1, 8});
        QVERIFY(addUser(counter, {"Ada", "administrator", "a long way to tipperary", "271828"}));
        QVERIFY(counter.access().signIn("Ada", "a long way to tipperary"));
        QVERIFY(addUser(counter, {"Kim", "clerk", {}, "482915"}));
        QVERIFY(counter.access().signIn("Kim", "482915"));
        SaleRequest request = house.request({house.standing()});
        request.cart.items[0].reduction =
            HandReduction{HandReduction::Kind::Complimentary, 0, "Press"};
        request.tenders.clear();
        QCOMPARE(codeOf(sell(counter, request)), std::string{"not_permitted"});
        QVERIFY(counter.access().approve("Ada", "271828"));
        QCOMPARE(codeOf(sell(counter, request)), std::string{"done"});
        request.id = OrderId{Uuid::v7(house.clock().now(), house.random())};
        request.cart.items[0].reduction = HandReduction{HandReduction::Kind::Percent, 100'000, "A"};
        request.tenders = {{PaymentMethod::CardTerminal, Money{100, kEuro}, "4711"}};
        const std::string beyond = codeOf(sell(counter, request));
        QVERIFY2(beyond == "over_limit" || beyond == "not_permitted", beyond.c_str());
        request = house.request({house.standing(), house.standing()});
        request.cart.items[0].reduction =
            HandReduction{HandReduction::Kind::Complimentary, 0, "Press"};
        request.cart.items[1].reduction =
            HandReduction{HandReduction::Kind::Percent, 100'000, "Press"};
        request.tenders = {{PaymentMethod::CardTerminal, Money{100, kEuro}, "4711"}};
        QCOMPARE(codeOf(sell(counter, request)), std::string{"one_approval"});
    }

    void aDonationIsBookedToItsOwnAccount()
    {
        DealsHouse house;
        SaleRequest request = house.request({house.standing()});
        request.cart.donationMinor = -1;
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"bad_donation"});
        request.cart.donationMinor = 500;
        const auto order = sell(house.counter(), request);
        QVERIFY(order.has_value());
        QCOMPARE(order->total.minor(), 1'800);
        QCOMPARE(house.ledger(account::kDonations), -500);
        QVERIFY(voidOrder(house.counter(), order->code, "Wrong date").has_value());
        QCOMPARE(house.ledger(account::kDonations), 0);
        QVERIFY(setDonationTax(house.counter(), house.offer()->taxes[0].id).has_value());
        request.id = OrderId{Uuid::v7(house.clock().now(), house.random())};
        QVERIFY(sell(house.counter(), request).has_value());
        QCOMPARE(house.ledger(account::kDonations), -420); // 19 % of it is the state's
    }

    void anotherCurrencyIsSoldWithoutCashAndStaysOutOfTheShift()
    {
        DealsHouse house;
        const Currency franc = *Currency::fromCode("CHF");
        const EventId event = house.offer()->event.id;
        QCOMPARE(codeOf(setEventCurrency(house.counter(), event, franc)), std::string{"done"});
        SaleRequest request = house.request({house.standing()});
        request.tenders = {{PaymentMethod::Cash, Money{2'000, franc}, ""}};
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"foreign_cash"});
        request.tenders = {{PaymentMethod::CardTerminal, Money{1'300, franc}, "4711"}};
        QVERIFY(startShift(house.counter(), {}).has_value());
        const auto order = sell(house.counter(), request);
        QVERIFY2(order.has_value(), codeOf(order).c_str());
        QCOMPARE(order->total, (Money{1'300, franc}));
        QCOMPARE(house.counter().database().integer("SELECT count(*) FROM shift_fact"), 0);
        QCOMPARE(codeOf(setEventCurrency(house.counter(), event, kEuro)),
                 std::string{"event_sold"});
        QVERIFY(voidOrder(house.counter(), order->code, "Wrong date").has_value());
        QVERIFY(house.isBalanced());
    }

    void tablesMadeAgainFromTheJournalAreTheSame()
    {
        DealsHouse house;
        house.family(6'000);
        house.code({PriceCut::Kind::FixedPrice, 700});
        QVERIFY(house.sell(
            {house.seat(0), house.seat(1, "Child"), house.seat(2), house.seat(3, "Child")}));
        QVERIFY(sell(house.counter(), house.with({house.standing()}, "SPRING")).has_value());
        const auto verified = verifyJournal(house.counter());
        QVERIFY(verified.has_value());
        QVERIFY(verified->findings.empty());
    }

    void bodiesComeBackAsTheyWereWritten()
    {
        OrderPlaced placed{.code = "A1", .series = "A", .number = 1, .currency = kEuro};
        placed.order = OrderId{uuidOf(1)};
        placed.lines.resize(2);
        placed.lines[1].reduction = {Reduction::Kind::Promo, 250, "SPRING", uuidOf(4)};
        const auto read = decodeOrderPlaced(*decodeCbor(encode(placed)));
        QVERIFY(read.has_value());
        QVERIFY(*read == placed);
    }
};

QTEST_GUILESS_MAIN(DealsTest)
#include "test_deals.moc"
