// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/till/cash_counter.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kColumns = 3; ///< pairs of a name and a number, side by side
constexpr int kMost = 100'000;

} // namespace

CashCounter::CashCounter(QWidget* parent) : QWidget{parent}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kBetween);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(kBetween);
    m_grid->setVerticalSpacing(kInside);
    column->addLayout(m_grid);
    m_total = makeLabel({}, "title", this);
    m_total->setAlignment(Qt::AlignRight);
    column->addWidget(m_total);
}

void CashCounter::begin(Currency currency)
{
    m_currency = currency;
    m_values = denominationsOf(currency);
    m_counts.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int rows = (static_cast<int>(m_values.size()) + kColumns - 1) / kColumns;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const QString name = moneyText(Money{m_values[i], currency});
        auto* number = new QSpinBox{this};
        number->setRange(0, kMost);
        number->setMinimumHeight(kTarget);
        number->setAccessibleName(tr("How many of %1").arg(name));
        auto* label = makeLabel(name, "", this);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setBuddy(number);
        const int place = static_cast<int>(i);
        m_grid->addWidget(label, place % rows, 2 * (place / rows));
        m_grid->addWidget(number, place % rows, 2 * (place / rows) + 1);
        connect(number, &QSpinBox::valueChanged, this, &CashCounter::showTotal);
        m_counts.push_back(number);
    }
    showTotal();
}

void CashCounter::start()
{
    m_counts.front()->setFocus();
    m_counts.front()->selectAll(); // what is typed takes the place of the nought
}

QWidget* CashCounter::firstField() const
{
    return m_counts.front();
}

QWidget* CashCounter::lastField() const
{
    return m_counts.back();
}

CashCount CashCounter::count() const
{
    std::vector<CoinCount> coins;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i]->value() > 0) {
            coins.push_back({m_values[i], m_counts[i]->value()});
        }
    }
    return countOf(std::move(coins));
}

void CashCounter::showTotal()
{
    m_total->setText(moneyText(Money{count().total, m_currency}));
    m_total->setAccessibleName(tr("Counted: %1").arg(m_total->text()));
}

} // namespace foyer::ui
