// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

class QFont;

namespace foyer {

/// How many units of a font's pixel size make a millimetre. Text is measured and drawn at this
/// scale, far finer than any printer, so that a line is as wide on paper as it was when it was
/// broken.
inline constexpr double kUnitsPerMm = 100;

/// The font of a style, in units of kUnitsPerMm: Inter out of the program itself, the system's Noto
/// for other scripts. Needs a QGuiApplication (any platform, offscreen too).
QFont documentFont(const TextStyle& style, bool joinedScript);

} // namespace foyer
