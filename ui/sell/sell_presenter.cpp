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
            m_listFault = list ? QString{} : errorText(list.error());
            if (!list) {
                Q_EMIT performancesChanged();
                return;
            }
            m_performances = *list;
            Q_EMIT performancesChanged();
            if (!m_current) {
                const auto next =
                    std::ranges::find_if(m_performances, [](const PerformanceSummary& performance) {
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
    m_port.open(performance,
                [this, self = QPointer{this}, asked](const Result<OpenPerformance>& opened) {
                    if (!self || asked != m_openAsked) {
                        return;
                    }
                    if (!opened) {
                        fail(opened.error());
                        return;
                    }
                    const bool same = m_current &&
                        m_current->offer->performance.id == opened->offer->performance.id;
                    m_current = *opened;
                    freeOwnPlaces();
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

} // namespace foyer::ui
