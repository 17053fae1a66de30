// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/quote.h"

#include <QTest>

#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace foyer;

namespace {

template <typename IdType>
IdType idOf(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return IdType{Uuid{bytes}};
}

const auto kPremium = idOf<CategoryId>(1);
const auto kStanding = idOf<CategoryId>(2);
const auto kAdult = idOf<TicketTypeId>(3);
const auto kStudent = idOf<TicketTypeId>(4);
constexpr Instant kNow{1'000'000};

/// Three numbered seats of Premium, one of Balcony, and a floor to stand on.
std::shared_ptr<const SeatingPlan> room()
{
    auto plan = std::make_shared<SeatingPlan>();
    plan->categories = {{"Premium", ""}, {"Balcony", ""}, {"Standing", ""}};
    plan->sections = {{"Stalls", "", "", {}}};
    plan->rows = {{"A", 0, 0, 4, false}};
    for (std::uint32_t seat = 0; seat < 4; ++seat) {
        plan->seats.push_back({"s" + std::to_string(seat),
                               std::to_string(seat + 1),
                               0,
                               seat < 3 ? 0U : 1U,
                               {static_cast<float>(seat), 0},
                               0});
    }
    plan->areas = {{"floor", "Floor", 2, 100, {}}};
    return plan;
}

/// A performance of an event with seats and standing places, students at most two, and a booking
/// fee.
Offer offerOf(std::uint8_t performance, std::uint8_t event, const char* currency)
{
    Offer offer{
        .organizer = {OrganizerId{}, "House", *Currency::fromCode(currency), "UTC", "", ""}};
    offer.event.id = idOf<EventId>(event);
    offer.performance.id = idOf<PerformanceId>(performance);
    offer.categories = {{kPremium, offer.event.id, "Premium", 0},
                        {kStanding, offer.event.id, "Standing", 1}};
    offer.taxes = {{idOf<TaxId>(5), "VAT 7 %", 7'000, true}};
    offer.types = {{.id = kAdult,
                    .event = offer.event.id,
                    .name = "Adult",
                    .tax = idOf<TaxId>(5),
                    .prices = {{kPremium, 4'200}, {kStanding, 1'800}}},
                   {.id = kStudent,
                    .event = offer.event.id,
                    .name = "Student",
                    .rank = 1,
                    .prices = {{kStanding, 900}},
                    .orderMax = 2}};
    offer.fees = {{idOf<FeeId>(6), offer.event.id, "Booking fee", Fee::Per::Order, 200, 0, {}}};
    offer.quotas = {{idOf<QuotaId>(7), offer.performance.id, "All", 103, {}, {}},
                    {idOf<QuotaId>(8), offer.performance.id, "Students", 40, {kStudent}, {}},
                    {idOf<QuotaId>(9), offer.performance.id, "Seats", 3, {}, {kPremium}}};
    offer.plan = room();
    return offer;
}

CartItem seat(const Offer& offer, SeatNumber number)
{
    return {offer.performance.id, kAdult, kPremium, number};
}

CartItem standing(const Offer& offer, TicketTypeId type = kAdult)
{
    return {offer.performance.id, type, kStanding, std::nullopt};
}

Result<Quote> quoted(const std::vector<CartItem>& items, const std::vector<const Offer*>& offers)
{
    return quoteCart({items}, offers, kNow);
}

/// "code at where" of the refusal; "sold" where there is none.
std::string refusal(const std::vector<CartItem>& items, const std::vector<const Offer*>& offers)
{
    const auto quote = quoted(items, offers);
    if (quote) {
        return "sold";
    }
    const Error& error = quote.error();
    const bool isSentence = error.kind == ErrorKind::Refused && error.message.ends_with('.');
    return isSentence ? error.code + " at " + error.where : "no sentence";
}

} // namespace

class QuoteRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyCartIsRefused()
    {
        const Offer offer = offerOf(1, 1, "EUR");
        QCOMPARE(refusal({}, {&offer}), std::string{"empty_cart at "});
    }

    void whatIsNotOfferedIsRefusedWithItsItem()
    {
        const Offer offer = offerOf(1, 1, "EUR");
        const CartItem good = standing(offer);
        CartItem bad = good;
        bad.performance = idOf<PerformanceId>(99);
        QCOMPARE(refusal({good, bad}, {&offer}), std::string{"unknown_performance at items[1]"});
        bad = good;
        bad.type = idOf<TicketTypeId>(99);
        QCOMPARE(refusal({good, good, bad}, {&offer}), std::string{"unknown_type at items[2]"});
        bad = good;
        bad.category = idOf<CategoryId>(99);
        QCOMPARE(refusal({bad}, {&offer}), std::string{"unknown_category at items[0]"});
        bad = seat(offer, 0);
        bad.type = kStudent;
        QCOMPARE(refusal({good, bad}, {&offer}), std::string{"not_priced at items[1]"});
        QCOMPARE(refusal({good}, {}), std::string{"unknown_performance at items[0]"});
    }

    void aSeatIsNamedExactlyWherePlacesAreNumbered()
    {
        const Offer offer = offerOf(1, 1, "EUR");
        CartItem none = seat(offer, 0);
        none.seat.reset();
        QCOMPARE(refusal({none}, {&offer}), std::string{"seat_needed at items[0]"});
        CartItem onTheFloor = standing(offer);
        onTheFloor.seat = 0;
        QCOMPARE(refusal({onTheFloor}, {&offer}), std::string{"no_seat_here at items[0]"});
        QCOMPARE(refusal({seat(offer, 4)}, {&offer}), std::string{"unknown_seat at items[0]"});
        QCOMPARE(refusal({seat(offer, 3)}, {&offer}), std::string{"wrong_category at items[0]"});
        QCOMPARE(refusal({seat(offer, 0), seat(offer, 2), seat(offer, 0)}, {&offer}),
                 std::string{"seat_twice at items[2]"});
    }

    void theSameSeatOfTwoEveningsIsTwoSeats()
    {
        const Offer first = offerOf(1, 1, "EUR");
        const Offer second = offerOf(2, 1, "EUR");
        QCOMPARE(refusal({seat(first, 0), seat(second, 0)}, {&first, &second}),
                 std::string{"sold"});
    }

    void aLimitPerOrderHoldsAcrossTheEveningsOfAnEvent()
    {
        const Offer first = offerOf(1, 1, "EUR");
        const Offer second = offerOf(2, 1, "EUR");
        const CartItem one = standing(first, kStudent);
        const CartItem other = standing(second, kStudent);
        QCOMPARE(refusal({one, other}, {&first, &second}), std::string{"sold"});
        QCOMPARE(refusal({one, one, one}, {&first}), std::string{"order_max at items[2]"});
        QCOMPARE(refusal({one, other, standing(first), one}, {&first, &second}),
                 std::string{"order_max at items[3]"});
    }

    void aSaleBeginsAtItsFirstInstantAndEndsBeforeItsLast()
    {
        const auto at = [](std::optional<Instant> from, std::optional<Instant> until, bool ofType) {
            Offer offer = offerOf(1, 1, "EUR");
            if (ofType) {
                offer.types[0].onSaleFrom = from;
                offer.types[0].onSaleUntil = until;
            } else {
                offer.performance.onSaleFrom = from;
                offer.performance.onSaleUntil = until;
            }
            return refusal({standing(offer)}, {&offer});
        };
        const Instant before{kNow.ms - 1};
        const Instant after{kNow.ms + 1};
        for (const bool ofType : {false, true}) {
            QCOMPARE(at(kNow, after, ofType), std::string{"sold"});
            QCOMPARE(at(after, {}, ofType), std::string{"not_on_sale at items[0]"});
            QCOMPARE(at({}, kNow, ofType), std::string{"not_on_sale at items[0]"});
            QCOMPARE(at(before, before, ofType), std::string{"not_on_sale at items[0]"});
        }
    }

    void nothingIsSoldForACancelledPerformance()
    {
        Offer offer = offerOf(1, 1, "EUR");
        offer.performance.state = Performance::State::Cancelled;
        QCOMPARE(refusal({standing(offer)}, {&offer}), std::string{"cancelled at items[0]"});
    }

    void anOrderHasOneCurrency()
    {
        const Offer euros = offerOf(1, 1, "EUR");
        const Offer pounds = offerOf(2, 2, "GBP");
        QCOMPARE(refusal({standing(euros), standing(pounds)}, {&euros, &pounds}),
                 std::string{"mixed_currency at items[1]"});
    }

    void anOrderFeeIsTakenOncePerEvent()
    {
        const Offer first = offerOf(1, 1, "EUR");
        const Offer second = offerOf(2, 1, "EUR");
        const Offer other = offerOf(3, 2, "EUR");
        const auto quote =
            quoted({standing(other), standing(first), standing(second), standing(first)},
                   {&first, &second, &other});
        QVERIFY(quote.has_value());
        QCOMPARE(quote->lines.size(), std::size_t{6});
        QCOMPARE(quote->lines[4].performance, other.performance.id);
        QCOMPARE(quote->lines[5].performance, first.performance.id);
        QCOMPARE(quote->total.minor(), 4 * 1'800 + 2 * 200);
    }

    void aShareOfTheOrderIsOfItsEventsTicketsOnly()
    {
        Offer offer = offerOf(1, 1, "EUR");
        offer.fees[0].milliPercent = 10'000;
        const Offer other = offerOf(3, 2, "EUR");
        const auto quote =
            quoted({seat(offer, 1), standing(other), standing(offer)}, {&offer, &other});
        QVERIFY(quote.has_value());
        QCOMPARE(quote->lines[3].amount.gross.minor(), 200 + 600); // 10 % of 42.00 + 18.00
        QCOMPARE(quote->lines[4].amount.gross.minor(), 200);
    }

    void aTicketSpendsARightOfEveryQuotaThatCoversIt()
    {
        const Offer offer = offerOf(1, 1, "EUR");
        const auto quote =
            quoted({seat(offer, 0), standing(offer), standing(offer, kStudent)}, {&offer});
        QVERIFY(quote.has_value());
        using Quotas = std::vector<QuotaId>;
        QVERIFY((quote->lines[0].quotas == Quotas{idOf<QuotaId>(7), idOf<QuotaId>(9)}));
        QVERIFY((quote->lines[1].quotas == Quotas{idOf<QuotaId>(7)}));
        QVERIFY((quote->lines[2].quotas == Quotas{idOf<QuotaId>(7), idOf<QuotaId>(8)}));
        QVERIFY(quote->lines[3].quotas.empty()); // the fee
        QCOMPARE(quote->lines[0].text, std::string{"Adult · Premium"});
        QCOMPARE(quote->lines[0].taxName, std::string{"VAT 7 %"});
        QCOMPARE(quote->lines[2].taxName, std::string{});
    }

    void aCategoryIsSeatedWhereThePlanHasSeatsOfItsName()
    {
        Offer offer = offerOf(1, 1, "EUR");
        QVERIFY(offer.isSeated(kPremium));
        QVERIFY(!offer.isSeated(kStanding));
        QVERIFY(!offer.isSeated(idOf<CategoryId>(99)));
        QCOMPARE(offer.categoryOfSeat(2), &offer.categories[0]);
        QVERIFY(offer.categoryOfSeat(3) == nullptr); // Balcony has no price here
        QVERIFY(offer.categoryOfSeat(4) == nullptr);
        offer.plan = nullptr;
        QVERIFY(!offer.isSeated(kPremium));
        QVERIFY(offer.categoryOfSeat(0) == nullptr);
    }
};

QTEST_GUILESS_MAIN(QuoteRulesTest)
#include "test_quote_rules.moc"
