// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/pricing/quote.h"
#include "core/domain/sales/payment.h"
#include "tests/support/room_plans.h"
#include "ui/sell/sell_port.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::test {

/// Saturday, 28 November 2026, 16:00 in Berlin.
class FixedClock final : public Clock {
public:
    Instant now() const override { return {1'795'878'000'000}; }
};

template <typename T>
T idOf(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return T{Uuid::v8(bytes)};
}

/// A counter in memory: a seated evening and a standing one, priced by the real rules. Answers come
/// from the event loop, as in the program; with `held` they wait for answer().
class FakeSellPort final : public ui::SellPort {
public:
    FakeSellPort()
    {
        seated =
            makeOffer(1, "Hamlet", "Playhouse", std::make_shared<const SeatingPlan>(theatrePlan()));
        standing = makeOffer(50, "Late jazz", "Cellar", nullptr);
        standing->performance.startsAt.ms += 9'000'000;
        seats = mixedStates(*seated->plan);
    }

    std::shared_ptr<Offer> makeOffer(std::uint8_t n, const std::string& name,
                                     const std::string& venue,
                                     std::shared_ptr<const SeatingPlan> plan)
    {
        Offer offer{
            .organizer = {idOf<OrganizerId>(1), "Playhouse", eur(), "Europe/Berlin", {}, {}},
            .venue = {idOf<VenueId>(n), venue, {}, "Europe/Berlin"},
            .event = {idOf<EventId>(n), idOf<VenueId>(n), name, {}},
            .performance = {.id = idOf<PerformanceId>(n),
                            .event = idOf<EventId>(n),
                            .startsAt = {FixedClock{}.now().ms + 12'600'000},
                            .timeZone = "Europe/Berlin"},
            .categories = {},
            .types = {},
            .taxes = {{idOf<TaxId>(1), "VAT", 7'000, true}},
            .fees = {{idOf<FeeId>(n), idOf<EventId>(n), "Booking fee", Fee::Per::Order, 200, 0,
                      idOf<TaxId>(1)}},
            .quotas = {},
            .plan = plan};
        std::vector<std::string> names{"Standing"};
        if (plan) {
            names.clear();
            for (const PlanCategory& category : plan->categories) {
                names.push_back(category.name);
            }
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            offer.categories.push_back({idOf<CategoryId>(static_cast<std::uint8_t>(n + 1 + i)),
                                        offer.event.id, names[i], static_cast<std::int64_t>(i)});
        }
        const std::pair<const char*, std::int64_t> types[] = {{"Adult", 4200},
                                                              {"Child", 2100},
                                                              {"Student", 3000},
                                                              {"Companion", 0}};
        for (std::size_t i = 0; i < std::size(types); ++i) {
            TicketType type{.id = idOf<TicketTypeId>(static_cast<std::uint8_t>(n + 10 + i)),
                            .event = offer.event.id,
                            .name = types[i].first,
                            .rank = static_cast<std::int64_t>(i),
                            .tax = idOf<TaxId>(1),
                            .prices = {}};
            for (const PriceCategory& category : offer.categories) {
                type.prices[category.id] = std::max<std::int64_t>(
                    0, types[i].second - 1200 * (types[i].second > 0 ? category.rank : 0));
            }
            offer.types.push_back(type);
        }
        return std::make_shared<Offer>(std::move(offer));
    }

    static Currency eur() { return *Currency::fromCode("EUR"); }

    // --- SellPort
    void performances(const std::string& search,
                      Then<std::vector<PerformanceSummary>> then) override
    {
        if (listFault) {
            return later<std::vector<PerformanceSummary>>(std::move(then), *listFault);
        }
        std::vector<PerformanceSummary> found;
        for (const auto& offer : empty ? std::vector<std::shared_ptr<Offer>>{} : offers()) {
            if (QString::fromStdString(offer->event.name + " " + offer->venue.name)
                    .contains(QString::fromStdString(search), Qt::CaseInsensitive)) {
                found.push_back({offer->performance.id,
                                 offer->event.name,
                                 {},
                                 offer->venue.name,
                                 offer->performance.startsAt,
                                 "Europe/Berlin",
                                 400,
                                 offer->plan ? left : std::min<std::int64_t>(left, 60),
                                 offer->plan != nullptr,
                                 true,
                                 false});
            }
        }
        later<std::vector<PerformanceSummary>>(std::move(then), found);
    }
    void open(PerformanceId id, Then<ui::OpenPerformance> then) override
    {
        ui::OpenPerformance opened;
        for (const auto& offer : offers()) {
            if (offer->performance.id == id) {
                opened.offer = offer;
            }
        }
        opened.seats = opened.offer->plan ? seats : std::vector<SeatState>{};
        for (const HeldBack& kept : back) {
            opened.held.push_back(kept);
            for (const StoredHold& hold : kept.holds) {
                for (const HeldPlace& place : hold.places) {
                    if (hold.performance == id && place.seat) {
                        opened.seats[*place.seat] = SeatState::Held;
                    }
                }
            }
        }
        for (const PriceCategory& category : opened.offer->categories) {
            opened.left[category.id] = 60;
        }
        later<ui::OpenPerformance>(std::move(then), opened);
    }
    void bestSeats(const ui::BestSeatsRequest& request, Then<std::vector<SeatNumber>> then) override
    {
        std::vector<SeatNumber> best;
        for (SeatNumber i = 0; i < seats.size() && best.size() < request.count; ++i) {
            const auto& row = seated->plan->seats[i].row;
            if (!best.empty() && seated->plan->seats[best.back()].row != row) {
                best.clear();
            }
            const bool chosen =
                std::ranges::find(request.alreadyChosen, i) != request.alreadyChosen.end();
            seats[i] == SeatState::Free && !chosen ? best.push_back(i) : best.clear();
        }
        if (best.size() < request.count) {
            return later<std::vector<SeatNumber>>(std::move(then),
                                                  refused("not_enough_seats", "Not enough seats."));
        }
        later<std::vector<SeatNumber>>(std::move(then), best);
    }
    void quote(const Cart& cart, Then<Quote> then) override
    {
        later<Quote>(std::move(then), price(cart));
    }
    void sell(const SaleRequest& request, Then<Order> then) override
    {
        requests.push_back(request);
        if (sellFault) {
            return later<Order>(std::move(then), *sellFault);
        }
        const Quote quote = *price(request.cart);
        const auto settled = settle(quote.total, request.tenders);
        if (!settled) {
            return later<Order>(std::move(then), settled.error());
        }
        Money change{0, eur()};
        for (const SettledTender& tender : *settled) {
            change += tender.change;
        }
        for (const CartItem& item : request.cart.items) {
            if (item.seat) {
                seats[*item.seat] = SeatState::Sold;
            }
        }
        drop(request.fromHolds);
        sold.insert_or_assign(request.id, quote.total);
        lastOrder = Order{.id = request.id,
                          .code = "AB23456C",
                          .placedAt = FixedClock{}.now(),
                          .lines = quote.lines,
                          .tickets = {},
                          .payments = *settled,
                          .total = quote.total,
                          .change = change,
                          .customer = request.customer,
                          .voided = false};
        for (const SettledTender& tender : *settled) {
            if (isByProvider(tender.tender.method)) {
                ask(tender);
            }
        }
        later<Order>(std::move(then), *lastOrder);
    }
    /// A provider is asked for the money of a sale.
    void ask(const SettledTender& tender)
    {
        lastOrder->awaitedMinor += tender.amount.minor();
        const auto [provider, reader] = providerAndReader(tender.tender.reference);
        ProviderPayment payment{.currency = eur()};
        payment.id = newPaymentId();
        payment.order = lastOrder->id;
        payment.asked = ProviderPayment::Asked{{}, 1, 1, FixedClock{}.now()};
        payment.way =
            tender.tender.method == PaymentMethod::Online ? PaymentWay::Link : PaymentWay::Reader;
        payment.provider = provider;
        payment.reader = reader;
        payment.amount = payment.awaited = tender.amount.minor();
        payment.expiresAt = {FixedClock{}.now().ms + paymentTimeMs(payment.way)};
        awaited = {};
        awaited.watched = {payment, lastOrder->code, false, true};
        awaited.readerName = reader.empty() ? "" : "Desk";
        awaited.now = FixedClock{}.now();
    }

    // --- AwaitedPort
    void providerWays(Then<ui::ProviderWays> then) override
    {
        later<ui::ProviderWays>(std::move(then), ways);
    }
    void awaitedPayment(OrderId, Then<ui::AwaitedPayment> then) override
    {
        later<ui::AwaitedPayment>(std::move(then), awaited);
    }
    void cancelAwaited(PaymentId, Then<WatchedPayment> then) override
    {
        ++cancels;
        awaited.watched.payment.cancelAskedAt = awaited.now;
        later<WatchedPayment>(std::move(then), awaited.watched);
    }
    void payInstead(const InsteadRequest& request, Then<Order> then) override
    {
        insteads.push_back(request);
        if (insteadFault) {
            return later<Order>(std::move(then), *insteadFault);
        }
        const auto settled =
            settle(Money{awaited.watched.payment.awaited, eur()}, {request.tender});
        if (!settled) {
            return later<Order>(std::move(then), settled.error());
        }
        lastOrder->awaitedMinor = 0;
        lastOrder->payments = *settled;
        lastOrder->change = settled->front().change;
        if (isByProvider(request.tender.method)) {
            ask(settled->front());
        }
        later<Order>(std::move(then), *lastOrder);
    }
    void orderById(OrderId, Then<Order> then) override
    {
        if (orderFault) {
            return later<Order>(std::move(then), *std::exchange(orderFault, std::nullopt));
        }
        Order order = *lastOrder;
        order.awaitedMinor = 0;
        later<Order>(std::move(then), order);
    }
    PaymentId newPaymentId() override { return idOf<PaymentId>(++m_payments); }
    /// What the server says of the payment that is awaited.
    void goOn(const std::string& progress, const std::string& url = {})
    {
        awaited.watched.isSent = true;
        awaited.progress = progress;
        awaited.pageUrl = url;
    }

    void findCustomers(const std::string& search, Then<std::vector<Customer>> then) override
    {
        std::vector<Customer> found;
        for (const Customer& customer : customers) {
            if (QString::fromStdString(customer.details.name + " " + customer.details.email)
                    .contains(QString::fromStdString(search), Qt::CaseInsensitive)) {
                found.push_back(customer);
            }
        }
        later<std::vector<Customer>>(std::move(then), found);
    }
    void makeDocuments(OrderId, Then<ui::PrintedSale> then) override
    {
        QImage page{600, 220, QImage::Format_RGB32};
        page.fill(Qt::white);
        QByteArray png;
        QBuffer buffer{&png};
        buffer.open(QIODevice::WriteOnly);
        page.save(&buffer, "PNG");
        later<ui::PrintedSale>(std::move(then),
                               ui::PrintedSale{"/tmp/tickets.pdf",
                                               "/tmp/receipt.pdf",
                                               {png.toStdString(), png.toStdString()}});
    }
    void print(const std::string&, const std::string& queue, Then<bool> then) override
    {
        printedOn.push_back(queue);
        later<bool>(std::move(then), true);
    }
    void giftCard(const std::string& code, Then<GiftCard> then) override
    {
        const auto typed = normalizedGiftCode(code);
        later<GiftCard>(std::move(then),
                        typed == giftCardCode() ? Result<GiftCard>{card}
                                                : refused("unknown_gift_card", "No such card."));
    }
    void sellGiftCards(const GiftCardSale& sale, Then<GiftCardsSold> then) override
    {
        cardSales.push_back(sale);
        Order order{.id = sale.id,
                    .code = "AB2222Z",
                    .placedAt = {},
                    .total = sale.amounts.front(),
                    .change = Money{0, eur()}};
        later<GiftCardsSold>(std::move(then),
                             GiftCardsSold{std::move(order),
                                           {{idOf<GiftCardId>(9), giftCardCode(),
                                             sale.amounts.front()}}});
    }
    void houseMoney(Then<ui::HouseMoney> then) override
    {
        later<ui::HouseMoney>(std::move(then), ui::HouseMoney{eur(), 1});
    }
    /// The code of the only gift card there is.
    static std::string giftCardCode() { return giftCode({7}); }
    void printQueues(Then<std::vector<std::string>> then) override
    {
        later<std::vector<std::string>>(std::move(then),
                                        std::vector<std::string>{"Tickets", "Office"});
    }
    void orderByCode(const std::string&, Then<Order> then) override
    {
        later<Order>(std::move(then), refused("no_order", "There is no such order."));
    }
    void loadDemonstration(Then<bool> then) override
    {
        empty = false;
        later<bool>(std::move(then), true);
    }
    ui::ProviderWays ways{{{"stripe", true, {{"tmr_1", "Desk"}, {"tmr_2", "Foyer bar"}}}}, {}, {}};
    ui::AwaitedPayment awaited;
    std::optional<Order> lastOrder;
    std::vector<InsteadRequest> insteads;
    std::optional<Error> insteadFault;
    std::optional<Error> orderFault; ///< of the next question only
    int cancels = 0;
    OrderId newOrderId() override { return idOf<OrderId>(++m_orders); }
    void reserve(const ReservationRequest& request, Then<std::vector<StoredHold>> then) override
    {
        reservations.push_back(request);
        if (keepFault) {
            return later<std::vector<StoredHold>>(std::move(then), *keepFault);
        }
        drop(request.fromHolds);
        std::map<PerformanceId, StoredHold> holds;
        for (const CartItem& item : request.cart.items) {
            holds[item.performance].places.push_back({item.seat, item.category, item.type, {}});
        }
        HeldBack kept{.holds = {}, .name = {}, .reach = {}, .price = price(request.cart)->total};
        kept.name = request.newCustomer ? request.newCustomer->name : std::string{};
        for (auto& [performance, hold] : holds) {
            hold.id = idOf<HoldId>(++m_holds);
            hold.performance = performance;
            hold.kind = request.parked ? hold_kind::kParked : hold_kind::kReservation;
            hold.code = "AB22223" + std::string(1, static_cast<char>('A' + m_holds));
            hold.releaseAt = request.expiresAt;
            hold.placedAt = FixedClock{}.now();
            hold.terms.promoCode = request.cart.promoCode;
            kept.holds.push_back(hold);
        }
        back.push_back(kept);
        later<std::vector<StoredHold>>(std::move(then), kept.holds);
    }
    void placeHold(const HoldRequest& request, Then<HoldId> then) override
    {
        holdRequests.push_back(request);
        if (keepFault) {
            return later<HoldId>(std::move(then), *keepFault);
        }
        drop(request.fromHolds);
        StoredHold hold;
        hold.id = idOf<HoldId>(++m_holds);
        hold.performance = request.performance;
        hold.kind = request.kind;
        hold.label = request.label;
        hold.releaseAt = request.releaseAt;
        hold.placedAt = FixedClock{}.now();
        for (const SeatNumber seat : request.seats) {
            hold.places.push_back({seat, seated->categoryOfSeat(seat)->id, {}, {}});
        }
        for (const auto& [category, count] : request.standing) {
            hold.places.insert(hold.places.end(), static_cast<std::size_t>(count),
                               HeldPlace{std::nullopt, category, {}, {}});
        }
        back.push_back({.holds = {hold}, .name = {}, .reach = {}, .price = {}});
        later<HoldId>(std::move(then), hold.id);
    }
    void parkedCarts(Then<ui::ParkedCarts> then) override
    {
        ui::ParkedCarts parked{{}, offersById()};
        std::ranges::copy_if(back, std::back_inserter(parked.carts), [](const HeldBack& kept) {
            return kept.first().kind == hold_kind::kParked;
        });
        later<ui::ParkedCarts>(std::move(then), parked);
    }
    void heldCart(const std::vector<HoldId>& holds, const HeldPart& part,
                  Then<ui::HeldCart> then) override
    {
        for (const HeldBack& kept : back) {
            if (kept.first().id == holds.front()) {
                ui::HeldCart cart{kept, {}, {}, offersById()};
                cart.held.holds = *partOf(kept.holds, part);
                std::map<CategoryId, TicketTypeId> usual;
                for (const PriceCategory& category : seated->categories) {
                    usual[category.id] = seated->types.front().id;
                }
                cart.cart = cartOf(cart.held.holds, usual);
                if (!kept.name.empty()) {
                    cart.customer = Customer{idOf<CustomerId>(9), {kept.name, {}, {}, {}}};
                }
                return later<ui::HeldCart>(std::move(then), cart);
            }
        }
        later<ui::HeldCart>(std::move(then), refused("unknown_hold", "Nothing is left of it."));
    }
    void letGo(const std::vector<HoldId>& holds, Then<bool> then) override
    {
        drop(holds);
        later<bool>(std::move(then), true);
    }
    void joinWaitingList(const WaitingRequest& request, Then<WaitingId> then) override
    {
        waiting.push_back(request);
        later<WaitingId>(std::move(then), idOf<WaitingId>(1));
    }

    /// Gives the oldest answers that `held` keeps back.
    void answer()
    {
        auto ready = std::exchange(m_waiting, {});
        for (auto& one : ready) {
            one();
        }
        QApplication::processEvents();
    }

    std::shared_ptr<Offer> seated;
    std::shared_ptr<Offer> standing;
    std::vector<SeatState> seats;
    std::vector<Customer> customers{{idOf<CustomerId>(1),
                                     {"Ada Lovelace", "ada@example.org", "+44 20 1234", {}}},
                                    {idOf<CustomerId>(2),
                                     {"山田 太郎", "taro@example.jp", {}, {}}}};
    std::int64_t left = 312;
    bool empty = false;
    bool held = false;
    std::optional<Error> listFault;
    std::optional<Error> sellFault;
    std::vector<SaleRequest> requests;
    std::vector<GiftCardSale> cardSales;
    std::vector<HeldBack> back; ///< what is held, reserved and parked
    std::vector<ReservationRequest> reservations;
    std::vector<HoldRequest> holdRequests;
    std::vector<WaitingRequest> waiting;
    std::optional<Error> keepFault;
    GiftCard card{.id = idOf<GiftCardId>(9),
                  .tail = giftTail(giftCardCode()),
                  .worth = Money{3'000, eur()},
                  .balance = Money{3'000, eur()},
                  .issuedAt = {},
                  .orderCode = {},
                  .moves = {}};
    std::optional<PromoTerms> promo; ///< the only code there is
    std::map<OrderId, Money> sold;
    std::vector<std::string> printedOn;

private:
    std::map<PerformanceId, std::shared_ptr<const Offer>> offersById() const
    {
        return {{seated->performance.id, seated}, {standing->performance.id, standing}};
    }
    /// Takes holds away, as a sale out of them does with reservations and parked carts.
    void drop(const std::vector<HoldId>& holds)
    {
        std::erase_if(back, [&](const HeldBack& kept) {
            return std::ranges::find(holds, kept.first().id) != holds.end();
        });
    }
    std::vector<std::shared_ptr<Offer>> offers() const { return {seated, standing}; }
    Result<Quote> price(const Cart& cart) const
    {
        const Offer* all[] = {seated.get(), standing.get()};
        if (cart.promoCode.empty()) {
            return quoteCart(cart, all, FixedClock{}.now());
        }
        if (!promo || promo->code.code != normalizedPromoCode(cart.promoCode)) {
            Error error = refused("unknown_promo", "There is no such code.", "promo_code");
            error.facts = {normalizedPromoCode(cart.promoCode)};
            return error;
        }
        return quoteCart(cart, all, FixedClock{}.now(), &*promo);
    }
    template <typename T>
    void later(Then<T> then, Result<T> answer)
    {
        auto give = [then = std::move(then), answer = std::move(answer)] { then(answer); };
        if (held) {
            m_waiting.push_back(std::move(give));
        } else {
            QTimer::singleShot(0, qApp, std::move(give));
        }
    }

    std::uint8_t m_orders = 0;
    std::uint8_t m_payments = 0;
    std::uint8_t m_holds = 0;
    std::deque<std::function<void()>> m_waiting;
};

} // namespace foyer::test
