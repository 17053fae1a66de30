// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_view.h"

#include <QStyledItemDelegate>

namespace foyer::ui {

/// Draws an event as a card: a place for its poster, state, name, next date, and the share that is
/// sold as a bar with its figures.
class EventCardDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole,
        LineRole,
        DateRole,
        StateRole,
        StateTextRole,
        SoldRole,
        CapacityRole,
        KnownRole
    };

    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace foyer::ui
