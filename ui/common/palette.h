// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

namespace foyer::ui {

/// The colours of the interface by what they mean. Widgets name a meaning, never a number.
struct Palette {
    QColor background;
    QColor surface;
    QColor line;
    QColor text;
    QColor muted;
    QColor primary;
    QColor onPrimary;
    QColor good;
    QColor warning;
    QColor bad;
    bool isDark = false;

    /// Behind what is chosen or pointed at, and behind a fault that concerns the whole screen.
    QColor tint() const;
    QColor badTint() const;

    static Palette light();
    static Palette dark();
    /// The one the user's desktop suggests: dark where its windows are.
    static Palette ofSystem();
};

} // namespace foyer::ui
