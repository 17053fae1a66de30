// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/price_grid.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kGridRow = 44;
constexpr int kGridColumn = 112;
constexpr int kGridRowsSeen = 8;

/// Okabe–Ito, as the map colours categories.
constexpr const char* kCategoryColours[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                            "#56B4E9", "#D55E00", "#F0E442"};

QPixmap colourMark(std::size_t rank)
{
    constexpr int kMark = 10;
    QPixmap mark{kMark, kMark};
    mark.fill(QColor{QLatin1String{kCategoryColours[rank % std::size(kCategoryColours)]}});
    return mark;
}

const PriceStep* stepUntil(const std::vector<PriceStep>& steps, Instant until)
{
    const auto found = std::ranges::find(steps, until, &PriceStep::until);
    return found != steps.end() ? &*found : nullptr;
}

std::optional<std::int64_t> priceIn(const std::map<CategoryId, std::int64_t>& prices, CategoryId id)
{
    const auto found = prices.find(id);
    return found != prices.end() ? std::optional{found->second} : std::nullopt;
}

} // namespace

PriceGrid::PriceGrid(QWidget* parent) : QTableWidget{parent}
{
    setAccessibleName(tr("Prices"));
    setTabKeyNavigation(false); // Tab leaves it, arrows go about in it
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::EditKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    horizontalHeader()->setDefaultSectionSize(kGridColumn);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultSectionSize(kGridRow);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setMinimumWidth(kGridColumn);
    setCornerButtonEnabled(false);
    connect(this, &QTableWidget::itemChanged, this, &PriceGrid::takeItem);
}

const TicketType* PriceGrid::typeAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_types.size()
        ? &m_types[static_cast<std::size_t>(row)]
        : nullptr;
}

const PriceCategory* PriceGrid::categoryAt(int column) const
{
    return column >= 0 && static_cast<std::size_t>(column) < m_categories.size()
        ? &m_categories[static_cast<std::size_t>(column)]
        : nullptr;
}

std::optional<TicketTypeId> PriceGrid::currentType() const
{
    const TicketType* type = typeAt(currentRow());
    return type != nullptr ? std::optional{type->id} : std::nullopt;
}

std::optional<CategoryId> PriceGrid::currentCategory() const
{
    const PriceCategory* category = categoryAt(currentColumn());
    return category != nullptr ? std::optional{category->id} : std::nullopt;
}

void PriceGrid::present(const EventView& view, const PriceScope& scope)
{
    if (scope != m_scope) {
        m_refused.clear();
    }
    m_scope = scope;
    m_currency = view.currency;
    m_types = view.types;
    m_categories = view.categories;
    const EventDateView* date = scope.date ? view.date(*scope.date) : nullptr;
    m_date = date != nullptr ? std::optional{date->performance} : std::nullopt;
    fill();
}

void PriceGrid::fill()
{
    m_isFilling = true;
    setRowCount(static_cast<int>(m_types.size()));
    setColumnCount(static_cast<int>(m_categories.size()));
    for (int column = 0; column < columnCount(); ++column) {
        const PriceCategory& category = *categoryAt(column);
        const QString name = isolated(text(category.name));
        auto* head = new QTableWidgetItem{category.isOff ? tr("%1 (off)").arg(name) : name};
        head->setIcon(colourMark(static_cast<std::size_t>(column)));
        setHorizontalHeaderItem(column, head);
    }
    for (int row = 0; row < rowCount(); ++row) {
        const TicketType& type = *typeAt(row);
        const QString name = isolated(text(type.name));
        setVerticalHeaderItem(row,
                              new QTableWidgetItem{type.isOff ? tr("%1 (withdrawn)").arg(name)
                                                              : name});
        for (int column = 0; column < columnCount(); ++column) {
            fillCell(row, column);
        }
    }
    if (rowCount() > 0 && columnCount() > 0 && currentRow() < 0) {
        setCurrentCell(0, 0);
    }
    m_isFilling = false;
    const int rows = std::clamp(rowCount(), 1, kGridRowsSeen);
    setFixedHeight(kGridRow * (rows + 1) + kInside + 4);
}

void PriceGrid::fillCell(int row, int column)
{
    const TicketType& type = *typeAt(row);
    const PriceCategory& category = *categoryAt(column);
    QTableWidgetItem* cell = item(row, column);
    const bool isBeingTyped = state() == QAbstractItemView::EditingState && currentRow() == row &&
        currentColumn() == column;
    if (isBeingTyped) {
        return;
    }
    if (cell == nullptr) {
        cell = new QTableWidgetItem;
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, cell);
    }
    const Palette& palette = currentPalette();
    if (const auto refused = m_refused.find({type.id, category.id}); refused != m_refused.end()) {
        cell->setText(refused->second);
        cell->setForeground(palette.bad);
        return;
    }
    bool isInherited = false;
    const auto price = kept(type, category.id, &isInherited);
    cell->setText(price ? plainMoneyText(Money{*price, *m_currency}) : QString{});
    cell->setForeground(isInherited || type.isOff || category.isOff ? palette.muted : palette.text);
    cell->setToolTip(price ? QString{} : tr("Not sold here. Type a price."));
    cell->setData(
        Qt::AccessibleTextRole,
        price ? QStringLiteral("%1, %2: %3").arg(text(type.name), text(category.name), cell->text())
              : tr("%1, %2: not sold").arg(text(type.name), text(category.name)));
}

std::optional<std::int64_t> PriceGrid::kept(const TicketType& type, CategoryId category,
                                            bool* isInherited) const
{
    const DatePrices* own = nullptr;
    if (m_date) {
        const auto found = m_date->prices.find(type.id);
        own = found != m_date->prices.end() ? &found->second : nullptr;
    }
    if (m_scope.until) {
        const PriceStep* step = m_date
            ? own != nullptr ? stepUntil(own->steps, *m_scope.until) : nullptr
            : stepUntil(type.steps, *m_scope.until);
        const auto early = step != nullptr ? priceIn(step->prices, category) : std::nullopt;
        *isInherited = !early;
        return early ? early : priceIn(type.prices, category);
    }
    if (m_date) {
        const auto price = own != nullptr ? priceIn(own->prices, category) : std::nullopt;
        *isInherited = !price;
        return price ? price : priceIn(type.prices, category);
    }
    return priceIn(type.prices, category);
}

void PriceGrid::takeItem(QTableWidgetItem* item)
{
    const TicketType* type = typeAt(item->row());
    const PriceCategory* category = categoryAt(item->column());
    if (m_isFilling || type == nullptr || category == nullptr || !m_currency) {
        return;
    }
    const QString typed = item->text().trimmed();
    bool isInherited = false;
    const auto before = kept(*type, category->id, &isInherited);
    std::optional<std::int64_t> minor;
    if (!typed.isEmpty()) {
        const auto amount = parseMoney(typed.toStdString(), *m_currency);
        if (!amount) {
            refuse(type->id, category->id, errorText(amount.error()));
            return;
        }
        minor = amount->minor();
    }
    m_refused.erase({type->id, category->id});
    Q_EMIT faultSaid({});
    if (minor == before) {
        restore(type->id, category->id); // in the form that it has
        return;
    }
    Q_EMIT priceTyped(type->id, category->id, minor);
}

void PriceGrid::refuse(TicketTypeId type, CategoryId category, const QString& words)
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (typeAt(row)->id != type || categoryAt(column)->id != category) {
                continue;
            }
            m_isFilling = true;
            m_refused[{type, category}] = item(row, column)->text();
            item(row, column)->setForeground(currentPalette().bad);
            item(row, column)->setToolTip(words);
            m_isFilling = false;
        }
    }
    Q_EMIT faultSaid(words);
}

void PriceGrid::restore(TicketTypeId type, CategoryId category)
{
    m_refused.erase({type, category});
    m_isFilling = true;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (typeAt(row)->id == type && categoryAt(column)->id == category) {
                fillCell(row, column);
            }
        }
    }
    m_isFilling = false;
}

void PriceGrid::moveOn()
{
    if (currentRow() + 1 < rowCount()) {
        setCurrentCell(currentRow() + 1, currentColumn());
    } else if (currentColumn() + 1 < columnCount()) {
        setCurrentCell(0, currentColumn() + 1);
    }
}

void PriceGrid::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool isEnter = hint == QAbstractItemDelegate::SubmitModelCache;
    QTableWidget::closeEditor(editor, isEnter ? QAbstractItemDelegate::NoHint : hint);
    if (isEnter) {
        moveOn();
    }
}

void PriceGrid::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        if (state() != QAbstractItemView::EditingState) { // else its editor takes the price first
            moveOn();
        }
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) &&
        currentItem() != nullptr) {
        currentItem()->setText({});
        event->accept();
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace foyer::ui
