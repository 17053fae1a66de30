// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/limit_rows.h"

#include <QWidget>

namespace foyer::ui {

/// A picture of what limits what: a line for each limit, a dot for each ticket type and category
/// that it limits, and a bar of what is sold. All of it is told apart without colours, and said in
/// sentences to whoever does not see it. The keyboard is in the list beside it.
class LimitChart final : public QWidget {
    Q_OBJECT

public:
    explicit LimitChart(QWidget* parent);
    /// `chosen`: the row that is marked; -1: none.
    void present(const EventView& view, std::vector<LimitRow> rows, int chosen);
    void choose(int row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Column {
        QString name;
        TicketTypeId type;   ///< of one …
        CategoryId category; ///< … or the other
        bool limitedBy(const LimitRow& row) const
        {
            return type.isNil() ? row.categories.contains(category) : row.types.contains(type);
        }
    };
    void paintHead(QPainter& painter) const;
    void paintRow(QPainter& painter, int at) const;
    void paintBar(QPainter& painter, const LimitRow& row, const QRectF& room) const;
    QRectF dotsRoom() const;
    qreal columnWidth() const;
    qreal columnLeft(std::size_t at) const;

    std::vector<Column> m_columns; ///< types, then categories
    std::size_t m_types = 0;
    std::vector<LimitRow> m_rows;
    int m_chosen = -1;
};

} // namespace foyer::ui
