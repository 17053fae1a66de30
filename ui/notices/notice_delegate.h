// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace foyer::ui {

/// Draws a notice: its icon, what is so, what it is about, when; a dot beside what is new, and what
/// is over paler.
class NoticeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role : int {
        IconRole = Qt::UserRole, ///< the name of an icon
        SubjectRole,
        TimeRole,
        OverRole, ///< a word about it being over; empty: it is not
        NewRole,  ///< bool
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace foyer::ui
