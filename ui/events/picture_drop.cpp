// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/picture_drop.h"

#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

namespace foyer::ui {

PictureDrop::PictureDrop(QWidget* parent) : QFrame{parent}
{
    setProperty("role", "panel");
    setAcceptDrops(true);
}

void PictureDrop::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
        setOver(true);
    }
}

void PictureDrop::dragLeaveEvent(QDragLeaveEvent*)
{
    setOver(false);
}

void PictureDrop::dropEvent(QDropEvent* event)
{
    setOver(false);
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData()->urls());
}

void PictureDrop::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_isOver) {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{currentPalette().primary, 2, Qt::DashLine});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(2, 2, -2, -2), 6, 6);
    }
}

void PictureDrop::setOver(bool isOver)
{
    m_isOver = isOver;
    update();
}

} // namespace foyer::ui
