// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/scene.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace foyer::desktop {

void press(QWidget& window, int key, const QString& text)
{
    QWidget* target = window.focusWidget() != nullptr ? window.focusWidget() : &window;
    QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
    QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
    QApplication::sendEvent(target, &down);
    QApplication::sendEvent(target, &up);
}

void play(QObject* context, Steps steps)
{
    auto rest = std::make_shared<Steps>(std::move(steps));
    auto* timer = new QTimer{context};
    auto next = std::make_shared<std::size_t>(0);
    QObject::connect(timer, &QTimer::timeout, context, [rest, next, timer] {
        if (*next == rest->size()) {
            timer->stop();
            return;
        }
        (*rest)[(*next)++]();
    });
    timer->start(kStepMs);
}

void shoot(QWidget& widget, const QString& folder, const QString& name)
{
    widget.grab().save(QDir{folder}.filePath(name + QStringLiteral(".png")));
}

} // namespace foyer::desktop
