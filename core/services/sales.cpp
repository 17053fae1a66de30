// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/sales.h"

#include "core/domain/sales/order_code.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/deals.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/holds.h"
#include "core/services/offer_cache.h"
#include "core/services/order_lines.h"
#include "core/services/places.h"
#include "core/services/provider_payments.h"
#include "core/services/standing_orders.h"
#include "core/services/till.h"
#include "core/services/worth.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

using OfferMap = std::map<PerformanceId, std::shared_ptr<const SellingOffer>>;

OfferMap offersOf(Counter& counter, const Cart& cart)
{
    OfferMap offers;
    for (const CartItem& item : cart.items) {
        if (!offers.contains(item.performance)) {
            if (auto offer = counter.offers().offer(item.performance)) {
                offers.emplace(item.performance, std::move(offer));
            }
        }
    }
    return offers;
}

Result<Quote> quoteFrom(Counter& counter, const OfferMap& offers, const Cart& cart, Instant now)
{
    std::vector<const Offer*> list;
    for (const auto& [id, offer] : offers) {
        list.push_back(&offer->offer);
    }
    const auto promo = promoTermsOf(counter, cart);
    if (!promo) {
        return promo.error();
    }
    auto quote = quoteCart(cart, list, now, *promo ? &**promo : nullptr);
    if (quote) {
        quote->cashStep = cashStep(counter);
    }
    return quote;
}

/// The places of a cart, with what each spends.
std::vector<PlaceWanted> placesOf(const Cart& cart, const Quote& quote)
{
    std::vector<PlaceWanted> places(cart.items.size());
    for (const QuoteLine& line : quote.lines) {
        if (line.kind == QuoteLine::Kind::Ticket) {
            const CartItem& item = cart.items[line.item];
            places[line.item] = {item.performance, item.seat, line.quotas};
        }
    }
    return places;
}

/// The ticket that a fee was charged for; nil of a fee of the whole order.
TicketId ticketOfFee(const QuoteLine& line, const OrderPlaced& placed, const OfferMap& offers)
{
    const auto& fees = offers.at(line.performance)->offer.fees;
    const auto fee = std::ranges::find(fees, line.fee, &Fee::id);
    const bool isPerTicket = fee != fees.end() && fee->per == Fee::Per::Ticket;
    return isPerTicket ? placed.lines.at(line.item).ticket : TicketId{};
}

OrderPlaced orderOf(Counter& counter, const SaleRequest& request, const Quote& quote,
                    const OfferMap& offers, Instant now)
{
    OrderPlaced placed{.order = request.id,
                       .series = counter.series(),
                       .number = readSeriesUsed(counter.database(), counter.organizer(),
                                                counter.series()) +
                           1,
                       .currency = quote.total.currency(),
                       .customer = request.customer};
    placed.code = orderCode(placed.series, static_cast<std::uint64_t>(placed.number));
    for (const QuoteLine& line : quote.lines) {
        if (line.kind == QuoteLine::Kind::Fee) {
            placed.fees.push_back({line.fee, line.performance, line.text, line.amount.net.minor(),
                                   line.amount.tax.minor(), line.tax, line.taxName,
                                   line.taxRateMilliPercent, ticketOfFee(line, placed, offers)});
            continue;
        }
        const CartItem& item = request.cart.items[line.item];
        const Offer& offer = offers.at(item.performance)->offer;
        placed.lines.push_back(
            placedLine(item, line, offer, TicketId{Uuid::v7(now, counter.random())}));
    }
    return placed;
}

Order answerOf(const OrderPlaced& placed, const Quote& quote, std::vector<SettledTender> payments,
               Instant now)
{
    Order order{.id = placed.order,
                .code = placed.code,
                .placedAt = now,
                .lines = quote.lines,
                .payments = std::move(payments),
                .total = quote.total,
                .change = Money{0, quote.total.currency()},
                .customer = placed.customer};
    for (std::size_t i = 0; i < placed.lines.size(); ++i) {
        const auto& line = placed.lines[i];
        order.tickets.push_back({.id = line.ticket,
                                 .order = placed.order,
                                 .performance = line.performance,
                                 .type = line.type,
                                 .category = line.category,
                                 .seat = line.seat,
                                 .seatLabel = line.seatLabel,
                                 .typeName = line.typeName,
                                 .categoryName = line.categoryName,
                                 .price = quote.lines[i].amount});
    }
    for (const SettledTender& payment : order.payments) {
        order.change += payment.change;
        order.awaitedMinor += isByProvider(payment.tender.method) ? payment.amount.minor() : 0;
    }
    return order;
}

/// The shift a sale belongs to; see shiftForMoney.
Result<ShiftId> shiftFor(Counter& counter, Currency currency,
                         const std::vector<SettledTender>& payments)
{
    const bool takesCash = std::ranges::any_of(payments, [](const SettledTender& payment) {
        return payment.tender.method == PaymentMethod::Cash;
    });
    return shiftForMoney(counter, currency, takesCash);
}

Result<CustomerId> customerOf(Counter& counter, Journal::Act& act, const SaleRequest& request)
{
    if (request.newCustomer && !request.newCustomer->isEmpty()) {
        return counter.customers().record(act, *request.newCustomer);
    }
    if (request.customer && !counter.customers().knows(*request.customer)) {
        return refused("unknown_customer",
                       "This customer is not known any more. Search again, or "
                       "sell without a customer.",
                       "customer");
    }
    return request.customer.value_or(CustomerId{});
}

Error priceChanged(Money told, Money now)
{
    Error error = refused("price_changed",
                          "The price has changed to " + toPlainText(now) +
                              " since it was told. Nothing was sold. Tell the customer the new "
                              "total and confirm again.");
    error.facts = {toPlainText(told), toPlainText(now)};
    return error;
}

/// Writes what was paid, and asks for what a provider is to take.
void appendPayments(Counter& counter, Journal::Act& act, OrderId order, ShiftId shift,
                    std::vector<SettledTender>& payments)
{
    for (SettledTender& payment : payments) {
        const PaymentId id = newPaymentId(counter, payment.tender);
        act.append(kind::kPaymentTaken,
                   encode(PaymentTaken{.payment = id,
                                       .order = order,
                                       .method = payment.tender.method,
                                       .currency = payment.amount.currency(),
                                       .amount = payment.amount.minor(),
                                       .tendered = payment.tender.tendered.minor(),
                                       .reference = payment.tender.reference,
                                       .shift = shift,
                                       .rounding = payment.rounding,
                                       .subject = payment.tender.subject}));
        if (isByProvider(payment.tender.method)) {
            askProvider(counter, act, order, payment);
        }
    }
}

Result<Order> sellInAct(Counter& counter, const Permit& permit, SaleRequest request, Instant now)
{
    const OfferMap offers = offersOf(counter, request.cart);
    auto quote = quoteFrom(counter, offers, request.cart, now);
    if (!quote) {
        return std::move(quote).error();
    }
    if (request.totalTold && *request.totalTold != quote->total) {
        return priceChanged(*request.totalTold, quote->total);
    }
    if (auto sound = checkProviderTenders(counter, request.tenders); !sound) {
        return std::move(sound).error();
    }
    auto payments = settle(quote->total, request.tenders, quote->cashStep);
    if (!payments) {
        return std::move(payments).error();
    }
    if (auto found = checkWorth(counter, request, *payments); !found) {
        return std::move(found).error();
    }
    const auto shift = shiftFor(counter, quote->total.currency(), *payments);
    if (!shift) {
        return shift.error();
    }
    const auto priced = permitForPrices(counter, permit, request.cart, *quote);
    if (!priced) {
        return priced.error();
    }
    Journal::Act act{counter.journal(), *priced};
    if (auto released = releaseForSale(counter, act, request.fromHolds, request.cart); !released) {
        return std::move(released).error();
    }
    if (auto secured = securePlaces(counter, act, placesOf(request.cart, *quote)); !secured) {
        return std::move(secured).error();
    }
    auto customer = customerOf(counter, act, request);
    if (!customer) {
        return std::move(customer).error();
    }
    request.customer = customer->isNil() ? std::nullopt : std::optional{*customer};
    OrderPlaced placed = orderOf(counter, request, *quote, offers, now);
    placed.shift = *shift;
    act.append(kind::kOrderPlaced, encode(placed));
    // The moment that the journal keeps, so that every later answer says the same.
    const Instant placedAt = counter.journal().head().at.instant();
    spendGiftCards(counter, act, request.id, *payments);
    if (auto issued = issueInvoice(counter, act, request.id, *customer, request.invoice, *payments);
        !issued) {
        return std::move(issued).error();
    }
    appendPayments(counter, act, request.id, *shift, *payments);
    act.commit();
    counter.noteHead();
    if (request.newCustomer && request.customer) {
        counter.customers().remember({*request.customer, *request.newCustomer});
    }
    return answerOf(placed, *quote, *std::move(payments), placedAt);
}

Error unknownOrder(const std::string& code)
{
    return refused("unknown_order",
                   "There is no order " + code + " here. Check the code for typing mistakes.",
                   "code");
}

} // namespace

Result<Quote> quote(Counter& counter, const Cart& cart)
{
    return guarded([&]() -> Result<Quote> {
        return quoteFrom(counter, offersOf(counter, cart), cart, counter.clock().now());
    });
}

Result<Order> sell(Counter& counter, const SaleRequest& request)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit =
            counter.access().permit(Permission::Sell, {}, eventsIn(counter, request.cart));
        if (!permit) {
            return permit.error();
        }
        if (auto done = readOrder(counter.database(), counter.organizer(), request.id)) {
            return *std::move(done);
        }
        return sellInAct(counter, *permit, request, counter.clock().now());
    });
}

Result<Order> findOrder(Counter& counter, OrderId id)
{
    return guarded([&]() -> Result<Order> {
        if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, id));
            !may) {
            return std::move(may).error();
        }
        if (auto order = readOrder(counter.database(), counter.organizer(), id)) {
            return *std::move(order);
        }
        return unknownOrder(id.text());
    });
}

Result<Order> findOrder(Counter& counter, const std::string& code)
{
    return guarded([&]() -> Result<Order> {
        const auto normalized = normalizedOrderCode(code);
        const auto id = normalized
            ? readOrderIdByCode(counter.database(), counter.organizer(), *normalized)
            : std::nullopt;
        return id ? findOrder(counter, *id) : unknownOrder(code);
    });
}

} // namespace foyer
