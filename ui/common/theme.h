// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/palette.h"

class QApplication;

namespace foyer::ui {

/// Loads the fonts that Foyer ships and sets style, font and colours of the whole program.
/// To be called once before the first window, and again when the palette changes.
void applyTheme(QApplication& application, const Palette& palette);

/// The palette that is in force.
const Palette& currentPalette();

/// Spacing steps in pixels: inside a control, between controls, around a group.
inline constexpr int kInside = 8;
inline constexpr int kBetween = 16;
inline constexpr int kAround = 24;
/// The least height of what a finger must hit.
inline constexpr int kTarget = 44;

} // namespace foyer::ui
