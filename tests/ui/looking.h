// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QList>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QWidget>

#include <algorithm>

/// What whoever sits before a window sees of it.
namespace foyer::test {

/// Lets what was asked be answered and shown.
inline void settle()
{
    for (int i = 0; i < 8; ++i) {
        QApplication::processEvents();
    }
}

/// Whether these words can be read.
inline bool says(const QWidget& in, const QString& words)
{
    const auto labels = in.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

/// The button that says so, where one is to be seen.
inline QPushButton* buttonOf(QWidget& in, const QString& words)
{
    const auto buttons = in.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [&](const QPushButton* button) {
        return button->isVisible() &&
            (button->text().contains(words) || button->accessibleName().contains(words));
    });
    return found != buttons.end() ? *found : nullptr;
}

/// Brings files over what is there and lets them go, as a desktop does.
inline void dropFiles(QWidget& on, const QList<QUrl>& files)
{
    QMimeData data;
    data.setUrls(files);
    const QPoint at = on.rect().center();
    QDragEnterEvent enter{at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&on, &enter);
    QDropEvent drop{at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier};
    QApplication::sendEvent(&on, &drop);
    settle();
}

} // namespace foyer::test
