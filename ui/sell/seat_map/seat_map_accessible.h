// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QAccessibleWidget>

namespace foyer::ui {

class SeatMapView;

/// The seat map to assistive technology: a group with the focused seat as its one child, which is
/// a check box named by the seat in words and checked when chosen. 60,000 children would slow
/// screen readers down and help nobody; arrow keys move the focus, and so the child.
class SeatMapAccessible final : public QAccessibleWidget {
public:
    explicit SeatMapAccessible(SeatMapView* view);
    ~SeatMapAccessible() override;

    /// Makes Qt create this for seat maps; calling it again does nothing.
    static void install();
    /// Sends an event about the focused seat.
    static void tell(SeatMapView& view, QAccessible::Event event);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* focusChild() const override;
    QString text(QAccessible::Text kind) const override;

private:
    QAccessibleInterface* seat() const;
    void forgetSeat() const;

    SeatMapView* m_view;
    mutable QAccessible::Id m_seat = 0; // in Qt's registry, which owns it
};

} // namespace foyer::ui
