// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/sell/sell_presenter.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

/// Whether it is a place without a number, of this kind, at whatever price.
bool isPlace(const CartItem& item, PerformanceId performance, TicketTypeId type,
             CategoryId category)
{
    return item.performance == performance && item.type == type && item.category == category &&
        !item.seat;
}

} // namespace

void SellPresenter::addTickets(std::size_t count, std::optional<CategoryId> category)
{
    const TicketType* type = selectedType();
    if (type == nullptr || m_stage != Stage::Choosing || count == 0) {
        return;
    }
    const PerformanceId performance = m_current->offer->performance.id;
    const auto wanted = category ? category : defaultCategory();
    if (!wanted) {
        fail(refused("sold_out",
                     tr("Nothing is left for %1. Choose another type or date.")
                         .arg(text(type->name))
                         .toStdString()));
        return;
    }
    if (!m_current->offer->isSeated(*wanted)) {
        addItems(std::vector<CartItem>(count, CartItem{performance, type->id, *wanted, {}}));
        return;
    }
    m_wanted.push_back({{performance, count, category, {}, false}, type->id});
    askNextSeats();
}

void SellPresenter::askNextSeats()
{
    if (m_askingSeats || m_wanted.empty()) {
        return;
    }
    auto [request, type] = m_wanted.front();
    m_wanted.pop_front();
    const auto offer = m_offers.at(request.performance);
    for (const CartItem& item : m_cart.items) {
        if (item.performance == request.performance && item.seat) {
            request.alreadyChosen.push_back(*item.seat);
        }
    }
    m_askingSeats = true;
    m_port.bestSeats(request,
                     [this, self = QPointer{this}, type = type,
                      offer](const Result<std::vector<SeatNumber>>& seats) {
                         if (!self) {
                             return;
                         }
                         m_askingSeats = false;
                         seatsFound(*offer, type, seats);
                         askNextSeats();
                     });
}

void SellPresenter::seatsFound(const Offer& offer, TicketTypeId type,
                               const Result<std::vector<SeatNumber>>& seats)
{
    if (!seats) {
        m_paymentWanted.reset(); // not of a cart that lacks what was asked for
        m_wanted.clear();
        fail(seats.error());
        return;
    }
    std::vector<CartItem> items;
    for (const SeatNumber seat : *seats) {
        const PriceCategory* priced = offer.categoryOfSeat(seat);
        const bool chosen = std::ranges::any_of(m_cart.items, [&](const CartItem& item) {
            return item.performance == offer.performance.id && item.seat == seat;
        });
        if (priced != nullptr && !chosen) { // by hand, while the answer was on its way
            items.push_back({offer.performance.id, type, priced->id, seat});
        }
    }
    addItems(items);
}

void SellPresenter::addPlace(TicketTypeId type, CategoryId category)
{
    if (m_current) {
        addItems({CartItem{m_current->offer->performance.id, type, category, {}}});
    }
}

void SellPresenter::removePlace(TicketTypeId type, CategoryId category)
{
    if (!m_current) {
        return;
    }
    for (std::size_t i = m_cart.items.size(); i-- > 0;) {
        if (isPlace(m_cart.items[i], m_current->offer->performance.id, type, category)) {
            removeItems({i});
            return;
        }
    }
}

std::size_t SellPresenter::placesChosen(TicketTypeId type, CategoryId category) const
{
    return m_current
        ? static_cast<std::size_t>(
              std::ranges::count_if(m_cart.items,
                                    [&](const CartItem& item) {
                                        return isPlace(item, m_current->offer->performance.id, type,
                                                       category);
                                    }))
        : 0;
}

void SellPresenter::toggleSeat(SeatNumber seat)
{
    if (!m_current || m_stage != Stage::Choosing) {
        return;
    }
    const PerformanceId performance = m_current->offer->performance.id;
    const auto same = std::ranges::find_if(m_cart.items, [&](const CartItem& item) {
        return item.performance == performance && item.seat == seat;
    });
    if (same != m_cart.items.end()) {
        removeItems({static_cast<std::size_t>(same - m_cart.items.begin())});
        return;
    }
    const PriceCategory* category = m_current->offer->categoryOfSeat(seat);
    if (category != nullptr && m_type) {
        addItems({CartItem{performance, *m_type, category->id, seat}});
    }
}

void SellPresenter::addItems(const std::vector<CartItem>& items)
{
    if (items.empty() || m_stage != Stage::Choosing || m_keeping) {
        return;
    }
    m_removed = {};
    m_removedFrom = {};
    m_lastSale.reset(); // the change of the last sale has been handed over by now
    m_cart.items.insert(m_cart.items.end(), items.begin(), items.end());
    Q_EMIT failed({}, {});
    requote();
}

void SellPresenter::removeItems(const std::vector<std::size_t>& items)
{
    if (m_stage != Stage::Choosing || m_keeping) {
        return;
    }
    m_removed = m_cart;
    m_removedFrom = m_takenFrom;
    Cart kept = m_cart;
    kept.items.clear();
    for (std::size_t i = 0; i < m_cart.items.size(); ++i) {
        if (std::ranges::find(items, i) == items.end()) {
            kept.items.push_back(m_cart.items[i]);
        }
    }
    m_cart = kept.items.empty() ? Cart{} : kept;
    const bool isBack = m_cart.items.empty() && !m_takenFrom.empty();
    if (isBack) {
        m_takenFrom = {};
    }
    requote();
    if (isBack) {
        refreshCurrent(); // its seats are held as before
    }
}

void SellPresenter::clearCart()
{
    if (m_stage == Stage::Choosing && !m_cart.items.empty() && !m_keeping) {
        m_removed = m_cart;
        m_removedFrom = std::exchange(m_takenFrom, {});
        m_cart = {};
        requote();
        if (!m_removedFrom.empty()) {
            clearCustomer(); // came with it
            refreshCurrent();
        }
    }
}

void SellPresenter::undoRemoval()
{
    if (canUndoRemoval() && m_stage == Stage::Choosing) {
        m_cart = m_removed;
        m_removed = {};
        m_takenFrom = std::exchange(m_removedFrom, {});
        requote();
        if (!m_takenFrom.empty()) {
            refreshCurrent();
        }
    }
}

void SellPresenter::requote()
{
    m_order.reset(); // another cart is another order
    m_quote.reset();
    const int asked = ++m_quoteAsked;
    Q_EMIT cartChanged();
    if (m_cart.items.empty()) {
        Q_EMIT quoteChanged();
        return;
    }
    m_port.quote(m_cart, [this, self = QPointer{this}, asked](const Result<Quote>& quote) {
        if (!self || asked != m_quoteAsked) {
            return;
        }
        if (quote) {
            m_quote = *quote;
        }
        Q_EMIT quoteChanged();
        if (!quote) {
            m_paymentWanted.reset();
            fail(quote.error());
        } else if (m_paymentWanted && !m_askingSeats) {
            startPayment(*m_paymentWanted);
        }
    });
}

void SellPresenter::priceAs(const Cart& cart, SellPort::Then<Quote> then)
{
    m_port.quote(cart,
                 [this, self = QPointer{this}, cart, before = m_cart,
                  then = std::move(then)](const Result<Quote>& quote) {
                     // A cart that has changed on the way is not the one that was priced.
                     if (self && quote && m_cart == before && m_stage == Stage::Choosing) {
                         m_removed = {};
                         m_cart = cart;
                         Q_EMIT failed({}, {});
                         requote();
                     }
                     then(quote);
                 });
}

void SellPresenter::removePromoCode()
{
    if (m_stage == Stage::Choosing && !m_cart.promoCode.empty()) {
        m_removed = m_cart;
        m_removedFrom = m_takenFrom;
        m_cart.promoCode.clear();
        Q_EMIT failed({}, {});
        requote();
    }
}

void SellPresenter::removeDonation()
{
    if (m_stage == Stage::Choosing && m_cart.donationMinor > 0) {
        m_removed = m_cart;
        m_removedFrom = m_takenFrom;
        m_cart.donationMinor = 0;
        requote();
    }
}

void SellPresenter::setCustomer(const Customer& known)
{
    m_customer = known;
    Q_EMIT customerChanged();
}

void SellPresenter::setNewCustomer(const CustomerDetails& details)
{
    m_customer = Customer{{}, details};
    Q_EMIT customerChanged();
}

void SellPresenter::clearCustomer()
{
    m_customer.reset();
    Q_EMIT customerChanged();
}

bool SellPresenter::startPayment(PaymentMethod method)
{
    if (m_stage != Stage::Choosing || m_keeping) {
        return false;
    }
    if (m_askingSeats || !m_quote) {
        if (m_askingSeats || !m_cart.items.empty()) {
            m_paymentWanted = method;
        }
        return false;
    }
    m_paymentWanted.reset();
    Q_EMIT failed({}, {});
    setStage(Stage::Paying);
    Q_EMIT paymentStarted(method);
    return true;
}

void SellPresenter::cancelPayment()
{
    m_paymentWanted.reset();
    if (m_stage == Stage::Paying) {
        setStage(Stage::Choosing);
    }
}

void SellPresenter::confirm(const std::vector<Tender>& tenders, const InvoiceTerms& invoice)
{
    if (m_stage != Stage::Paying || !m_quote) {
        return;
    }
    if (!m_order) {
        m_order = m_port.newOrderId();
    }
    SaleRequest request{.id = *m_order,
                        .cart = m_cart,
                        .tenders = tenders,
                        .totalTold = m_quote->total,
                        .fromHolds = fromHolds(),
                        .invoice = invoice};
    if (m_customer && m_customer->id.isNil()) {
        request.newCustomer = m_customer->details;
    } else if (m_customer) {
        request.customer = m_customer->id;
    }
    setStage(Stage::Writing);
    m_port.sell(request, [this, self = QPointer{this}](const Result<Order>& order) {
        if (self) {
            order ? saleMade(*order) : saleRefused(order.error());
        }
    });
}

/// The cart stays. What only another choice can mend goes back to the choosing; what may work at
/// the next try stays in the payment, with the same order id.
void SellPresenter::saleRefused(const Error& error)
{
    const bool choose = error.kind == ErrorKind::Refused && !error.where.starts_with("tenders");
    setStage(choose ? Stage::Choosing : Stage::Paying);
    if (choose) {
        requote(); // a price that has changed is shown as it is now
    }
    fail(error);
    refreshCurrent();
}

void SellPresenter::saleMade(const Order& order)
{
    const bool isPaid = order.awaitedMinor == 0;
    m_lastSale = isPaid ? std::optional{order} : std::nullopt;
    m_cart = {};
    m_removed = {};
    m_takenFrom = {};
    m_removedFrom = {};
    m_quote.reset();
    m_order.reset();
    m_customer.reset();
    setStage(Stage::Choosing);
    Q_EMIT cartChanged();
    Q_EMIT quoteChanged();
    Q_EMIT customerChanged();
    if (isPaid) {
        Q_EMIT sold(order);
    } else {
        Q_EMIT awaiting(order);
    }
    refreshCurrent();
    reload();
}

void SellPresenter::paidLater(const Order& order)
{
    m_lastSale = order;
    Q_EMIT cartChanged();
    Q_EMIT sold(order);
}

} // namespace foyer::ui
