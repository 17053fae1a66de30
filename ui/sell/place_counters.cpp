// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/place_counters.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kCountWidth = 56;
constexpr int kPriceWidth = 96;
constexpr int kRowsWidth = 720;

} // namespace

PlaceCounters::PlaceCounters(SellPresenter& presenter, QWidget* parent)
    : QWidget{parent}, m_presenter{presenter}
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, kInside, 0, 0);
    whole->setSpacing(kBetween);
    auto* scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    m_column = new QVBoxLayout{inside};
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addStretch();
    scroll->setWidget(inside);
    whole->addWidget(scroll, 1);
    whole->addWidget(
        makeLabel(tr("A digit adds that many tickets of the chosen type at once."), "small", this));
    connect(&presenter, &SellPresenter::cartChanged, this, &PlaceCounters::showCounts);
}

void PlaceCounters::showOffer()
{
    const OpenPerformance& current = *m_presenter.current();
    if (m_list == nullptr || m_shown != current.offer->performance.id) {
        m_shown = current.offer->performance.id;
        m_rows.clear();
        delete m_list;
        m_list = new QWidget{this};
        m_list->setMaximumWidth(kRowsWidth);
        auto* rows = new QVBoxLayout{m_list};
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(kInside);
        m_column->insertWidget(0, m_list);
        for (const TicketType& type : current.offer->types) {
            for (const PriceCategory& category : current.offer->categories) {
                if (const auto price = type.prices.find(category.id); price != type.prices.end()) {
                    addRow(type, category, Money{price->second, current.offer->organizer.currency});
                }
            }
        }
    }
    showCounts();
}

void PlaceCounters::addRow(const TicketType& type, const PriceCategory& category, Money price)
{
    auto* panel = makePanel(m_list);
    auto* row = new QHBoxLayout{panel};
    row->setContentsMargins(kBetween, kInside, kInside, kInside);
    row->setSpacing(kInside);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    const QString name = text(type.name);
    auto* title = makeLabel(name, "section", panel);
    auto* place = makeLabel(text(category.name), "muted", panel);
    for (QLabel* label : {title, place}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        names->addWidget(label);
    }
    row->addLayout(names, 1);
    auto* amount = makeLabel(moneyText(price), "section", panel);
    amount->setMinimumWidth(kPriceWidth);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(amount);
    row->addSpacing(kBetween);
    auto* less = makeButton(QStringLiteral("−"), "sign", panel);
    auto* count = makeLabel({}, "total", panel);
    auto* more = makeButton(QStringLiteral("+"), "sign", panel);
    less->setAccessibleName(tr("One %1 less, %2").arg(name, text(category.name)));
    more->setAccessibleName(tr("One %1 more, %2").arg(name, text(category.name)));
    for (QPushButton* button : {less, more}) {
        button->setFixedWidth(kTarget + kBetween);
    }
    count->setFixedWidth(kCountWidth);
    count->setAlignment(Qt::AlignCenter);
    row->addWidget(less);
    row->addWidget(count);
    row->addWidget(more);
    m_list->layout()->addWidget(panel);
    connect(less, &QPushButton::clicked, &m_presenter,
            [this, t = type.id, c = category.id] { m_presenter.removePlace(t, c); });
    connect(more, &QPushButton::clicked, &m_presenter,
            [this, t = type.id, c = category.id] { m_presenter.addPlace(t, c); });
    m_rows.push_back({type.id, category.id, less, count, more});
}

void PlaceCounters::showCounts()
{
    const auto& current = m_presenter.current();
    if (!current || current->offer->performance.id != m_shown) {
        return;
    }
    std::map<CategoryId, std::size_t> taken;
    for (const Row& row : m_rows) {
        taken[row.category] += m_presenter.placesChosen(row.type, row.category);
    }
    for (const Row& row : m_rows) {
        const std::size_t chosen = m_presenter.placesChosen(row.type, row.category);
        const auto left = current->left.find(row.category);
        row.count->setText(QLocale{}.toString(static_cast<qulonglong>(chosen)));
        row.less->setEnabled(chosen > 0);
        row.more->setEnabled(left == current->left.end() ||
                             static_cast<std::int64_t>(taken[row.category]) < left->second);
    }
}

} // namespace foyer::ui
