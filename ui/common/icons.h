// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QAbstractButton;

namespace foyer::ui {

/// A Lucide icon by its name ("ticket"), drawn in a colour; empty for a name that is not shipped.
QIcon icon(const QString& name, const QColor& colour);

/// Puts an icon before a button's words, in the colour that its role writes in, now and after every
/// change of the palette (see refreshButtonIcons).
void setButtonIcon(QAbstractButton* button, const QString& name);
/// Draws the icons of all buttons inside a widget again, after a change of the palette.
void refreshButtonIcons(const QWidget* inside);

} // namespace foyer::ui
