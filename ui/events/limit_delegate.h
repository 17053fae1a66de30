// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace foyer::ui {

/// Draws a limit: its name, what it covers, what is left, and a bar of what is taken.
class LimitDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kHeight = 60;
    enum Role { CoverRole = Qt::UserRole, OfRole, LeftRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace foyer::ui
