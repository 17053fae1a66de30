// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/icons.h"

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
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

void setButtonIcon(QAbstractButton* button, const QString& name)
{
    const Palette& palette = currentPalette();
    const QString role = button->property("role").toString();
    const QColor colour = role == QLatin1String{"primary"} ? palette.onPrimary
        : role == QLatin1String{"quiet"}                   ? palette.primary
                                                           : palette.text;
    button->setProperty("iconName", name);
    constexpr int kHeight = 16;
    constexpr int kGap = 6; // Qt's own, 4, is less than the air inside an icon lets one see
    const bool spaced = qobject_cast<QPushButton*>(button) != nullptr && !button->text().isEmpty();
    const QSize size{spaced ? kHeight + kGap : kHeight, kHeight};
    const auto drawn = [&name, &size](const QColor& in) {
        QPixmap canvas{size * 4};
        canvas.fill(Qt::transparent);
        QPainter painter{&canvas};
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(QRect{0, 0, kHeight * 4, kHeight * 4}, icon(name, in).pixmap(40, 40));
        return canvas;
    };
    if (qobject_cast<QPushButton*>(button) == nullptr) {
        button->setIcon(icon(name, colour));
        return;
    }
    // Qt would grey the colour it has, which on a button of the primary colour is unreadable.
    QIcon both{drawn(colour)};
    both.addPixmap(drawn(palette.muted), QIcon::Disabled);
    button->setIconSize(size);
    button->setIcon(both);
}

void refreshButtonIcons(const QWidget* inside)
{
    for (QAbstractButton* button : inside->findChildren<QAbstractButton*>()) {
        const QString name = button->property("iconName").toString();
        if (!name.isEmpty()) {
            setButtonIcon(button, name);
        }
    }
}

} // namespace foyer::ui
