// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QString>

namespace foyer::ui {

/// For whom a seat is held: the letter on it, and who it is in words.
struct SeatKept {
    QChar letter;
    QString words; ///< "Press, Evening Post"
};

} // namespace foyer::ui
