// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_accessible.h"

#include "ui/sell/seat_map/seat_map_view.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace foyer::ui {
namespace {

class SeatAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SeatAccessible(SeatMapView* view, SeatNumber seat) : m_view(view), m_seat(seat) {}

    SeatNumber seat() const { return m_seat; }

    bool isValid() const override { return m_view && m_view->focusedSeat() == m_seat; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override
    {
        return m_view && m_view->isTold() ? QAccessible::StaticText : QAccessible::CheckBox;
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->describe(m_seat) : QString();
    }

    QRect rect() const override
    {
        if (!isValid()) {
            return QRect();
        }
        const int side = static_cast<int>(m_view->seatPixels()) + 1;
        const QPoint middle = m_view->mapToGlobal(m_view->positionOf(m_seat).toPoint());
        return QRect(middle - QPoint(side / 2, side / 2), QSize(side, side));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.focused = m_view->hasFocus();
        state.checkable = !m_view->isTold();
        state.checked = m_view->isChosen(m_seat);
        state.invisible = !m_view->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override { return {toggleAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override
    {
        if (!isValid()) {
            return;
        }
        if (action == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
        } else if (action == toggleAction()) {
            m_view->pressSeat(m_seat);
        }
    }

private:
    QPointer<SeatMapView> m_view;
    SeatNumber m_seat;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<SeatMapView*>(object);
    return view != nullptr ? new SeatMapAccessible(view) : nullptr;
}

} // namespace

SeatMapAccessible::SeatMapAccessible(SeatMapView* view)
    : QAccessibleWidget(view, QAccessible::Grouping), m_view(view)
{}

SeatMapAccessible::~SeatMapAccessible()
{
    forgetSeat();
}

void SeatMapAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    static_cast<void>(installed);
}

void SeatMapAccessible::tell(SeatMapView& view, QAccessible::Event event)
{
    QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface* seat = map != nullptr ? map->focusChild() : nullptr;
    if (seat == nullptr) {
        return;
    }
    QAccessibleEvent changed(seat, event);
    QAccessible::updateAccessibility(&changed);
}

int SeatMapAccessible::childCount() const
{
    return QAccessibleWidget::childCount() + (m_view->focusedSeat() ? 1 : 0);
}

QAccessibleInterface* SeatMapAccessible::child(int index) const
{
    return index == QAccessibleWidget::childCount() ? seat() : QAccessibleWidget::child(index);
}

int SeatMapAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    return child != nullptr && m_seat != 0 && child == QAccessible::accessibleInterface(m_seat)
        ? QAccessibleWidget::childCount()
        : QAccessibleWidget::indexOfChild(child);
}

QAccessibleInterface* SeatMapAccessible::focusChild() const
{
    if (m_view->hasFocus() && m_view->focusedSeat()) {
        return seat();
    }
    return QAccessibleWidget::focusChild();
}

QString SeatMapAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description && m_view->focusedSeat()) {
        return m_view->describe(*m_view->focusedSeat());
    }
    return QAccessibleWidget::text(kind);
}

QAccessibleInterface* SeatMapAccessible::seat() const
{
    const auto focused = m_view->focusedSeat();
    if (!focused) {
        forgetSeat();
        return nullptr;
    }
    QAccessibleInterface* known = m_seat != 0 ? QAccessible::accessibleInterface(m_seat) : nullptr;
    if (known != nullptr && static_cast<SeatAccessible*>(known)->seat() == *focused) {
        return known;
    }
    // Another object for another seat: readers take the same object's focus for old news.
    forgetSeat();
    auto* fresh = new SeatAccessible(m_view, *focused);
    m_seat = QAccessible::registerAccessibleInterface(fresh);
    return fresh;
}

void SeatMapAccessible::forgetSeat() const
{
    if (m_seat != 0) {
        QAccessible::deleteAccessibleInterface(std::exchange(m_seat, 0U));
    }
}

} // namespace foyer::ui
