// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

static void registerIcons()
{
    Q_INIT_RESOURCE(foyer_icons); // must stand outside any namespace
}

namespace foyer::ui {

QIcon icon(const QString& name, const QColor& colour)
{
    registerIcons();
    constexpr int kSide = 40; // twice the shown size, for dense screens
    QFile file{QStringLiteral(":/icons/%1.svg").arg(name)};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer{svg};
    QPixmap picture{kSide, kSide};
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    renderer.render(&painter);
    return QIcon{picture};
}

} // namespace foyer::ui
