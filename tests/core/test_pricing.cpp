// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/quote.h"
#include "core/domain/sales/order_code.h"
#include "core/domain/sales/payment.h"
#include "core/domain/sales/sale_entries.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <set>
#include <string>

using namespace foyer;

namespace {

Currency euro()
{
    return *Currency::fromCode("EUR");
}

Money eur(std::int64_t minor)
{
    return {minor, euro()};
}

Tax taxOf(std::int64_t rate, bool inclusive)
{
    return {.id = TaxId{Uuid{Uuid::Bytes{1}}},
            .name = "VAT",
            .rateMilliPercent = rate,
            .inclusive = inclusive};
}

/// Rounding as one does it by hand: digits of the quotient one by one, then a look at what is left.
std::int64_t roundedByHand(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    const bool negative = (value < 0) != (numerator < 0);
    // Schoolbook: split the value so that no product leaves 64 bits for the sizes the test uses.
    const auto magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
    const auto times = static_cast<std::uint64_t>(numerator < 0 ? -numerator : numerator);
    const auto by = static_cast<std::uint64_t>(denominator);
    std::uint64_t whole = magnitude / by * times;
    const std::uint64_t rest = magnitude % by * times;
    whole += rest / by;
    whole += rest % by * 2 >= by ? 1 : 0;
    return negative ? -static_cast<std::int64_t>(whole) : static_cast<std::int64_t>(whole);
}

/// One performance with two types in two categories, a fee per ticket and one per order, and
/// limits.
struct Sale {
    Offer offer{.organizer = {OrganizerId{}, "House", euro(), "Europe/Berlin", "", ""}};
    Cart cart;
    Instant now{1'000'000};

    Result<Quote> quote() const
    {
        const Offer* offers[] = {&offer};
        return quoteCart(cart, offers, now);
    }
};

Uuid uuidOf(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return Uuid{bytes};
}

Sale anySale()
{
    Sale sale;
    Offer& offer = sale.offer;
    offer.performance.id = PerformanceId{uuidOf(1)};
    offer.event.id = EventId{uuidOf(2)};
    for (std::uint8_t tax = 0; tax < 2; ++tax) {
        offer.taxes.push_back(
            taxOf(*rc::gen::inRange<std::int64_t>(0, 30'001), *rc::gen::arbitrary<bool>()));
        offer.taxes.back().id = TaxId{uuidOf(static_cast<std::uint8_t>(10 + tax))};
    }
    const auto anyTax = [&] {
        return TaxId{uuidOf(static_cast<std::uint8_t>(*rc::gen::inRange(10, 13)))}; // 12: untaxed
    };
    for (std::uint8_t category = 0; category < 2; ++category) {
        offer.categories.push_back({CategoryId{uuidOf(static_cast<std::uint8_t>(20 + category))},
                                    offer.event.id, "C", category});
    }
    for (std::uint8_t type = 0; type < 2; ++type) {
        TicketType added{.id = TicketTypeId{uuidOf(static_cast<std::uint8_t>(30 + type))},
                         .event = offer.event.id,
                         .name = "T",
                         .tax = anyTax()};
        for (const PriceCategory& category : offer.categories) {
            added.prices[category.id] = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
        }
        offer.types.push_back(added);
    }
    for (const Fee::Per per : {Fee::Per::Ticket, Fee::Per::Order}) {
        offer.fees.push_back({FeeId{uuidOf(static_cast<std::uint8_t>(40 + offer.fees.size()))},
                              offer.event.id, "Fee", per, *rc::gen::inRange<std::int64_t>(0, 500),
                              *rc::gen::inRange<std::int64_t>(0, 15'000), anyTax()});
    }
    const int items = *rc::gen::inRange(1, 30);
    for (int i = 0; i < items; ++i) {
        sale.cart.items.push_back(
            {offer.performance.id, *rc::gen::element(offer.types[0].id, offer.types[1].id),
             *rc::gen::element(offer.categories[0].id, offer.categories[1].id), std::nullopt});
    }
    return sale;
}

} // namespace

class PricingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundingIsHalfAwayFromZero()
    {
        QCOMPARE(mulDivRounded(1, 1, 2), 1);
        QCOMPARE(mulDivRounded(-1, 1, 2), -1);
        QCOMPARE(mulDivRounded(49, 1, 100), 0);
        QCOMPARE(mulDivRounded(-151, 1, 100), -2);
        QCOMPARE(mulDivRounded(Money::kMinorMax, 1'000'000, 1'000'000), Money::kMinorMax);
        QVERIFY(rc::check("as by hand", [] {
            const auto value =
                *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
            const auto numerator = *rc::gen::inRange<std::int64_t>(0, 100'000);
            const auto denominator = *rc::gen::inRange<std::int64_t>(1, 200'000);
            RC_ASSERT(mulDivRounded(value, numerator, denominator) ==
                      roundedByHand(value, numerator, denominator));
        }));
    }

    void taxIsSplitOffOrPutOnTopToTheCent()
    {
        const Tax included = taxOf(19'000, true);
        const TaxedAmount split = applyTax(eur(1'190), &included);
        QCOMPARE(split.net.minor(), 1'000);
        QCOMPARE(split.tax.minor(), 190);
        const Tax onTop = taxOf(8'875, false); // New York
        const TaxedAmount added = applyTax(eur(10'000), &onTop);
        QCOMPARE(added.tax.minor(), 888);
        QCOMPARE(added.gross.minor(), 10'888);
        QVERIFY(rc::check("net and tax make gross", [] {
            const Tax tax =
                taxOf(*rc::gen::inRange<std::int64_t>(0, 100'000), *rc::gen::arbitrary<bool>());
            const Money price = eur(*rc::gen::inRange<std::int64_t>(-10'000'000, 10'000'000));
            const TaxedAmount amount = applyTax(price, &tax);
            RC_ASSERT(amount.net + amount.tax == amount.gross);
            RC_ASSERT((tax.inclusive ? amount.gross : amount.net) == price);
            // The tax is the rate of the net, to within the half cent of one rounding.
            const double exact = static_cast<double>(amount.net.minor()) *
                static_cast<double>(tax.rateMilliPercent) / 100'000;
            RC_ASSERT(std::abs(exact - static_cast<double>(amount.tax.minor())) <= 1.0001);
        }));
    }

    void theLinesOfAQuoteAddUp()
    {
        QVERIFY(rc::check("lines add up to the total", [] {
            const Sale sale = anySale();
            const auto quote = sale.quote();
            RC_ASSERT(quote.has_value());
            std::int64_t gross = 0;
            std::int64_t tax = 0;
            std::size_t tickets = 0;
            for (const QuoteLine& line : quote->lines) {
                RC_ASSERT(line.amount.net + line.amount.tax == line.amount.gross);
                gross += line.amount.gross.minor();
                tax += line.amount.tax.minor();
                tickets += line.kind == QuoteLine::Kind::Ticket ? 1 : 0;
            }
            RC_ASSERT(quote->total.minor() == gross);
            RC_ASSERT(quote->tax.minor() == tax);
            RC_ASSERT(tickets == sale.cart.items.size());
            // A fee for each ticket, and one for the order.
            RC_ASSERT(quote->lines.size() == 2 * tickets + 1);
        }));
    }

    void theOrderOfTheCartDoesNotChangeThePrice()
    {
        QVERIFY(rc::check("order of items", [] {
            Sale sale = anySale();
            const auto one = sale.quote();
            std::ranges::reverse(sale.cart.items);
            const auto other = sale.quote();
            RC_ASSERT(one->total == other->total);
            RC_ASSERT(one->tax == other->tax);
        }));
    }

    void settlingConservesMoney()
    {
        QVERIFY(rc::check("tendered = kept + change", [] {
            const Money due = eur(*rc::gen::inRange<std::int64_t>(0, 20'000));
            std::vector<Tender> tenders;
            const int count = *rc::gen::inRange(0, 5);
            for (int i = 0; i < count; ++i) {
                const bool card = *rc::gen::arbitrary<bool>();
                tenders.push_back({card ? PaymentMethod::CardTerminal : PaymentMethod::Cash,
                                   eur(*rc::gen::inRange<std::int64_t>(1, 9'000)),
                                   card ? "R1" : ""});
            }
            const auto settled = settle(due, tenders);
            if (!settled) {
                const auto& code = settled.error().code;
                RC_ASSERT(code == "underpaid" || code == "overpaid_by_card" ||
                          code == "unused_tender");
                return;
            }
            Money kept = eur(0);
            for (const SettledTender& part : *settled) {
                RC_ASSERT(part.tender.tendered == part.amount + part.change);
                RC_ASSERT(part.amount.minor() > 0);
                RC_ASSERT(part.tender.method == PaymentMethod::Cash || part.change.isZero());
                kept += part.amount;
            }
            RC_ASSERT(kept == due);
            RC_ASSERT(settled->size() == tenders.size());
        }));
        QVERIFY(!settle(eur(100), {{PaymentMethod::CardTerminal, eur(100), ""}}));
        QCOMPARE(settle(eur(100), {{PaymentMethod::CardTerminal, eur(101), "R"}}).error().code,
                 std::string{"overpaid_by_card"});
    }

    void quickCashIsAlwaysEnoughAndAscending()
    {
        QVERIFY(rc::check("quick cash", [] {
            const Money due = eur(*rc::gen::inRange<std::int64_t>(1, 5'000'000));
            const auto amounts = quickCashAmounts(due);
            RC_ASSERT(!amounts.empty() && amounts.front() == due && amounts.size() <= 5U);
            RC_ASSERT(std::ranges::adjacent_find(amounts, std::greater_equal<>{}) == amounts.end());
        }));
    }

    void anOrderCodeShowsEveryWrongCharacterAndEverySwap()
    {
        QVERIFY(rc::check("check character", [] {
            const auto letter = [] { return *rc::gen::elementOf(std::string{kOrderCodeAlphabet}); };
            const std::string series{letter(), letter()};
            const std::string code =
                orderCode(series, *rc::gen::inRange<std::uint64_t>(1, 900'000'000));
            RC_ASSERT(normalizedOrderCode(code) == std::optional{code});
            RC_ASSERT(normalizedOrderCode(displayOrderCode(code)) == std::optional{code});
            for (std::size_t at = 0; at < code.size(); ++at) {
                for (const char other : kOrderCodeAlphabet) {
                    std::string wrong = code;
                    wrong[at] = other;
                    RC_ASSERT(wrong == code || !normalizedOrderCode(wrong));
                }
                std::string swapped = code;
                if (at > 0) {
                    std::swap(swapped[at - 1], swapped[at]);
                    RC_ASSERT(swapped == code || !normalizedOrderCode(swapped));
                }
            }
        }));
    }

    void orderCodesOfASeriesAreAllDifferent()
    {
        std::set<std::string> codes;
        for (std::uint64_t count = 1; count <= 20'000; ++count) {
            codes.insert(orderCode("AB", count));
        }
        QCOMPARE(codes.size(), std::size_t{20'000});
    }

    void theLedgerOfASaleBalances()
    {
        QVERIFY(rc::check("sums to zero", [] {
            const auto amount = [] { return *rc::gen::inRange<std::int64_t>(0, 100'000); };
            OrderPlaced order{.order = OrderId{uuidOf(1)}, .code = "AB", .currency = euro()};
            const int lines = *rc::gen::inRange(1, 9);
            for (int i = 0; i < lines; ++i) {
                OrderPlaced::Line line;
                line.performance =
                    PerformanceId{uuidOf(static_cast<std::uint8_t>(*rc::gen::inRange(2, 5)))};
                line.net = amount();
                line.taxAmount = amount();
                line.tax = TaxId{uuidOf(static_cast<std::uint8_t>(*rc::gen::inRange(5, 7)))};
                order.lines.push_back(line);
            }
            order.fees.push_back({.fee = FeeId{uuidOf(8)}, .net = amount(), .taxAmount = amount()});
            std::int64_t sum = 0;
            for (const LedgerLine& line : ledgerOf(order)) {
                sum += line.amount;
            }
            RC_ASSERT(sum == 0);
            const PaymentTaken payment{.order = order.order,
                                       .currency = euro(),
                                       .amount = amount()};
            for (const LedgerLine& line : ledgerOf(payment)) {
                sum += line.amount;
            }
            RC_ASSERT(sum == 0);
        }));
    }

    void moneyIsReadAsPeopleTypeIt()
    {
        QCOMPARE(parseMoney("12,50", euro())->minor(), 1'250);
        QCOMPARE(parseMoney("-3.00", euro())->minor(), -300);
        QCOMPARE(parseMoney("12.5", euro())->minor(), 1'250);
        QCOMPARE(parseMoney("500", *Currency::fromCode("JPY"))->minor(), 500);
        for (const char* wrong : {"", "12.505", "1,000.00", "12.", "€ 5", "1e3", "--1", "١٢"}) {
            QVERIFY2(!parseMoney(wrong, euro()), wrong);
        }
        QVERIFY(rc::check("there and back", [] {
            const auto code = *rc::gen::element<std::string>("EUR", "JPY", "KWD");
            const Currency currency = *Currency::fromCode(code);
            const auto anyAmount = rc::gen::inRange(-Money::kMinorMax, Money::kMinorMax + 1);
            const auto limit = rc::gen::element(-Money::kMinorMax, Money::kMinorMax);
            const Money amount{*rc::gen::oneOf(anyAmount, limit), currency};
            RC_ASSERT(parseMoney(toPlainText(amount), currency).value() == amount);
        }));
        for (const char* tooMuch : {"10000000000000.01", "-10000000000000.01", "10000000000001",
                                    "99999999999999999999999999"}) {
            QVERIFY2(!parseMoney(tooMuch, euro()), tooMuch);
        }
    }
};

QTEST_GUILESS_MAIN(PricingTest)
#include "test_pricing.moc"
