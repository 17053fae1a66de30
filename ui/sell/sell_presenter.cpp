// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/sell_presenter.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"

#include <QPointer>

#include <algorithm>

namespace foyer::ui {

SellPresenter::SellPresenter(SellPort& port, QObject* parent) : QObject{parent}, m_port{port} {}

const TicketType* SellPresenter::selectedType() const
{
    return m_current && m_type ? m_current->offer->type(*m_type) : nullptr;
}

const Offer* SellPresenter::offer(PerformanceId performance) const
{
    const auto found = m_offers.find(performance);
    return found != m_offers.end() ? found->second.get() : nullptr;
}

std::vector<SeatNumber> SellPresenter::chosenSeats() const
{
    std::vector<SeatNumber> seats;
    for (const CartItem& item : m_cart.items) {
        if (m_current && item.performance == m_current->offer->performance.id && item.seat) {
            seats.push_back(*item.seat);
        }
    }
    return seats;
}

void SellPresenter::setStage(Stage stage)
{
    if (m_stage != stage) {
        m_stage = stage;
        Q_EMIT stageChanged();
    }
}

void SellPresenter::fail(const Error& error)
{
    Q_EMIT failed(errorText(error), text(error.where));
}

void SellPresenter::reload()
{
    m_loading = true;
    Q_EMIT performancesChanged();
    const int asked = ++m_listAsked;
    m_port.performances(
        m_search.toStdString(),
        [this, self = QPointer{this}, asked](const Result<std::vector<PerformanceSummary>>& list) {
            if (!self || asked != m_listAsked) {
                return;
            }
            m_loading = false;
            if (!list) {
                Q_EMIT performancesChanged();
                fail(list.error());
                return;
            }
            m_performances = *list;
            Q_EMIT performancesChanged();
            if (!m_current) {
                const auto next = std::ranges::find_if(
                    m_performances, [](const PerformanceSummary& performance) {
                        return performance.onSale && !performance.cancelled;
                    });
                if (next != m_performances.end()) {
                    openPerformance(next->id);
                }
            }
        });
}

void SellPresenter::searchFor(const QString& search)
{
    if (m_search != search) {
        m_search = search;
        reload();
    }
}

void SellPresenter::openPerformance(PerformanceId performance)
{
    const int asked = ++m_openAsked;
    m_port.open(performance, [this, self = QPointer{this}, asked](
                                 const Result<OpenPerformance>& opened) {
        if (!self || asked != m_openAsked) {
            return;
        }
        if (!opened) {
            fail(opened.error());
            return;
        }
        const bool same =
            m_current && m_current->offer->performance.id == opened->offer->performance.id;
        m_current = *opened;
        m_offers[m_current->offer->performance.id] = m_current->offer;
        if (!same || selectedType() == nullptr) {
            m_type = m_current->offer->types.empty()
                         ? std::nullopt
                         : std::optional{m_current->offer->types.front().id};
        }
        Q_EMIT performanceChanged();
        Q_EMIT typeChanged();
    });
}

void SellPresenter::refreshCurrent()
{
    if (m_current) {
        openPerformance(m_current->offer->performance.id);
    }
}

void SellPresenter::selectType(TicketTypeId type)
{
    if (m_current && m_current->offer->type(type) != nullptr && m_type != type) {
        m_type = type;
        Q_EMIT typeChanged();
    }
}

bool SellPresenter::selectTypeByLetter(QChar letter)
{
    if (!m_current) {
        return false;
    }
    const auto& types = m_current->offer->types;
    const auto begins = [letter](const TicketType& type) {
        return text(type.name).startsWith(letter, Qt::CaseInsensitive);
    };
    std::size_t from = 0;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (m_type == types[i].id) {
            from = i + 1;
        }
    }
    for (std::size_t step = 0; step < types.size(); ++step) {
        const TicketType& type = types[(from + step) % types.size()];
        if (begins(type)) {
            selectType(type.id);
            return true;
        }
    }
    return false;
}

/// The best category in which the selected type has a price and places are left.
std::optional<CategoryId> SellPresenter::defaultCategory() const
{
    const TicketType* type = selectedType();
    if (type == nullptr) {
        return std::nullopt;
    }
    for (const PriceCategory& category : m_current->offer->categories) {
        const auto left = m_current->left.find(category.id);
        const bool any = left == m_current->left.end() || left->second > 0;
        if (type->prices.contains(category.id) && any) {
            return category.id;
        }
    }
    return std::nullopt;
}

void SellPresenter::addTickets(std::size_t count, std::optional<CategoryId> category)
{
    const TicketType* type = selectedType();
    if (type == nullptr || m_stage != Stage::Choosing || count == 0) {
        return;
    }
    const PerformanceId performance = m_current->offer->performance.id;
    const auto wanted = category ? category : defaultCategory();
    if (!wanted) {
        fail(refused("sold_out", tr("Nothing is left for %1. Choose another type or date.")
                                     .arg(text(type->name))
                                     .toStdString()));
        return;
    }
    if (!m_current->offer->isSeated(*wanted)) {
        addItems(std::vector<CartItem>(count, CartItem{performance, type->id, *wanted, {}}));
        return;
    }
    m_port.bestSeats(
        {performance, count, category, chosenSeats(), false},
        [this, self = QPointer{this}, type = type->id,
         offer = m_current->offer](const Result<std::vector<SeatNumber>>& seats) {
            if (!self) {
                return;
            }
            if (!seats) {
                fail(seats.error());
                return;
            }
            std::vector<CartItem> items;
            for (const SeatNumber seat : *seats) {
                if (const PriceCategory* priced = offer->categoryOfSeat(seat)) {
                    items.push_back({offer->performance.id, type, priced->id, seat});
                }
            }
            addItems(items);
        });
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
    if (items.empty() || m_stage != Stage::Choosing) {
        return;
    }
    m_removed = {};
    m_lastSale.reset(); // the change of the last sale has been handed over by now
    m_cart.items.insert(m_cart.items.end(), items.begin(), items.end());
    Q_EMIT failed({}, {});
    requote();
}

void SellPresenter::removeItems(const std::vector<std::size_t>& items)
{
    if (m_stage != Stage::Choosing) {
        return;
    }
    m_removed = m_cart;
    Cart kept;
    for (std::size_t i = 0; i < m_cart.items.size(); ++i) {
        if (std::ranges::find(items, i) == items.end()) {
            kept.items.push_back(m_cart.items[i]);
        }
    }
    m_cart = kept;
    requote();
}

void SellPresenter::clearCart()
{
    if (m_stage == Stage::Choosing && !m_cart.items.empty()) {
        m_removed = m_cart;
        m_cart = {};
        requote();
    }
}

void SellPresenter::undoRemoval()
{
    if (canUndoRemoval() && m_stage == Stage::Choosing) {
        m_cart = m_removed;
        m_removed = {};
        requote();
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
            fail(quote.error());
        }
    });
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

bool SellPresenter::startPayment()
{
    if (m_stage != Stage::Choosing || !m_quote) {
        return false;
    }
    Q_EMIT failed({}, {});
    setStage(Stage::Paying);
    return true;
}

void SellPresenter::cancelPayment()
{
    if (m_stage == Stage::Paying) {
        setStage(Stage::Choosing);
    }
}

void SellPresenter::confirm(const std::vector<Tender>& tenders)
{
    if (m_stage != Stage::Paying || !m_quote) {
        return;
    }
    if (!m_order) {
        m_order = m_port.newOrderId();
    }
    SaleRequest request{.id = *m_order, .cart = m_cart, .tenders = tenders,
                        .totalTold = m_quote->total};
    if (m_customer && m_customer->id.isNil()) {
        request.newCustomer = m_customer->details;
    } else if (m_customer) {
        request.customer = m_customer->id;
    }
    setStage(Stage::Writing);
    m_port.sell(request, [this, self = QPointer{this}](const Result<Order>& order) {
        if (!self) {
            return;
        }
        if (!order) {
            const bool priceChanged = order.error().code == "price_changed";
            setStage(Stage::Paying);
            fail(order.error());
            if (priceChanged) {
                setStage(Stage::Choosing);
                requote();
            }
            refreshCurrent();
            return;
        }
        m_lastSale = *order;
        m_cart = {};
        m_removed = {};
        m_quote.reset();
        m_order.reset();
        m_customer.reset();
        setStage(Stage::Choosing);
        Q_EMIT cartChanged();
        Q_EMIT quoteChanged();
        Q_EMIT customerChanged();
        Q_EMIT sold(*m_lastSale);
        refreshCurrent();
        reload();
    });
}

} // namespace foyer::ui
