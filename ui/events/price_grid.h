// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_view.h"

#include <QTableWidget>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace foyer::ui {

/// Which prices a grid shows: of all dates or one, regular or until an instant.
struct PriceScope {
    std::optional<PerformanceId> date;
    std::optional<Instant> until;
    friend bool operator==(const PriceScope&, const PriceScope&) = default;
};

/// Types by categories, with an amount in each cell. Works by keyboard as tables do: arrows go
/// about, a digit begins a price, Enter takes it and goes down, Delete takes it out. What cannot be
/// taken stays in its cell.
class PriceGrid final : public QTableWidget {
    Q_OBJECT

public:
    explicit PriceGrid(QWidget* parent);

    void present(const EventView& view, const PriceScope& scope);
    /// Says of a cell that it cannot be taken, and why.
    void refuse(TicketTypeId type, CategoryId category, const QString& words);
    /// Shows what is kept again.
    void restore(TicketTypeId type, CategoryId category);
    std::optional<TicketTypeId> currentType() const;
    std::optional<CategoryId> currentCategory() const;

Q_SIGNALS:
    /// Nothing as the price takes it out.
    void priceTyped(foyer::TicketTypeId type, foyer::CategoryId category,
                    std::optional<std::int64_t> minor);
    void faultSaid(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    using Cell = std::pair<TicketTypeId, CategoryId>;

    void takeItem(QTableWidgetItem* item);
    /// To the cell below, or the first of the next category.
    void moveOn();
    void fill();
    void fillCell(int row, int column);
    std::optional<std::int64_t> kept(const TicketType& type, CategoryId category,
                                     bool* isInherited) const;
    const TicketType* typeAt(int row) const;
    const PriceCategory* categoryAt(int column) const;

    std::vector<TicketType> m_types;
    std::vector<PriceCategory> m_categories;
    std::optional<Performance> m_date;
    std::optional<Currency> m_currency;
    PriceScope m_scope;
    std::map<Cell, QString> m_refused; ///< what was typed
    bool m_isFilling = false;
};

} // namespace foyer::ui
