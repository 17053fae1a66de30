// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <vector>

class QObject;
class QWidget;

namespace foyer::desktop {

inline constexpr int kStepMs = 700; ///< for a person to follow, and for answers to arrive

using Steps = std::vector<std::function<void()>>;

/// A key for the widget that has the window's focus, or would have: on a display without a window
/// manager no window is ever active.
void press(QWidget& window, int key, const QString& text = {});
/// Does steps one after the other, each kStepMs after the last.
void play(QObject* context, Steps steps);
/// Keeps a picture of a widget as NAME.png in a folder.
void shoot(QWidget& widget, const QString& folder, const QString& name);

} // namespace foyer::desktop
