// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

#include <string>

namespace foyer {

/// Text and the room it has.
struct TextBrief {
    std::string part;
    std::string text; ///< UTF-8; a line feed starts a new line
    TextStyle style;  ///< with the size wanted
    Box room;         ///< it starts at the top, at the side of style.align
    int linesMax = 1;
    double smallest = 0; ///< points it may shrink to; 0: it keeps its size
};

/// Breaks a text between words into its room. What does not fit is set smaller, half a point at a
/// time; what does not fit at the smallest size is broken anywhere and cut with "…". The result
/// never exceeds the room, unless not even one line of the smallest size is as low as the room.
/// Needs a QGuiApplication.
DrawnText fitText(const TextBrief& brief);

} // namespace foyer
