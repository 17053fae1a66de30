// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/scaled_picture.h"

#include <QPainter>

namespace foyer::ui {

ScaledPicture::ScaledPicture(const QString& name, QWidget* parent) : QWidget{parent}
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void ScaledPicture::setPicture(const QImage& picture)
{
    m_picture = picture;
    updateGeometry();
    update();
}

QSize ScaledPicture::sizeHint() const
{
    return m_picture.isNull() ? QSize{1, 1} : m_picture.size();
}

void ScaledPicture::paintEvent(QPaintEvent*)
{
    QSize size = m_picture.size();
    if (size.width() > width() || size.height() > height()) {
        size.scale(this->size(), Qt::KeepAspectRatio);
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect{{(width() - size.width()) / 2, 0}, size}, m_picture);
}

} // namespace foyer::ui
