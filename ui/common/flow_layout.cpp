// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace foyer::ui {

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const auto& item : m_items) {
        least.setHeight(std::max(least.height(), item->minimumSize().height()));
    }
    return least; // no least width: what does not fit is cut, it never pushes
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const auto& item : m_items) {
        width += item->sizeHint().width() + m_gap;
    }
    return {width, minimumSize().height()};
}

void FlowLayout::setGeometry(const QRect& box)
{
    QLayout::setGeometry(box);
    place(box, true);
}

/// The height that the lines take; moves the items if asked to.
int FlowLayout::place(const QRect& box, bool apply) const
{
    int x = box.left();
    int y = box.top();
    int lineHeight = 0;
    const bool mirrored = parentWidget() != nullptr && parentWidget()->isRightToLeft();
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size{std::min(item->sizeHint().width(), box.width()),
                         item->sizeHint().height()};
        if (x > box.left() && x + size.width() > box.left() + box.width()) {
            x = box.left();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        if (apply) {
            const int left = mirrored ? box.left() + box.right() - x - size.width() + 1 : x;
            item->setGeometry({QPoint{left, y}, size});
        }
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - box.top();
}

} // namespace foyer::ui
