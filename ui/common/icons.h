// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace foyer::ui {

/// A Lucide icon by its name ("ticket"), drawn in a colour; empty for a name that is not shipped.
QIcon icon(const QString& name, const QColor& colour);

} // namespace foyer::ui
