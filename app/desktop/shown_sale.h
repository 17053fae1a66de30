// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace foyer::desktop {

class Desktop;

/// Makes a sale through the window as a clerk would, with keys only: two tickets, cash, exact.
/// Leaves the tickets, the receipt and a picture of the window in a folder, says where, and ends
/// the program.
void showSale(Desktop& desktop, const QString& folder);

/// Draws every screen and state, light and dark, in two sizes, into a folder, and ends the program.
void takeShots(Desktop& desktop, const QString& folder);

/// Prints "painted" once the workspace shows a performance, and ends the program.
void sayWhenPainted(Desktop& desktop);

} // namespace foyer::desktop
