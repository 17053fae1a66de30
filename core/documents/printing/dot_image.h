// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// A picture of dots as print heads make it: rows from the top, each of whole bytes, the highest
/// bit leftmost, 1 is black.
struct DotImage {
    int width = 0; ///< dots
    int height = 0;
    std::vector<std::uint8_t> bytes;

    int rowBytes() const { return (width + 7) / 8; }
    bool isBlack(int x, int y) const
    {
        return (bytes[static_cast<std::size_t>(y * rowBytes() + x / 8)] >> (7 - x % 8) & 1) != 0;
    }
    void blacken(int x, int y, int across, int down);
};

/// Draws what of a page lies in `part` (millimetres). Codes are whole dots per module, so that a
/// reader finds them crisp; everything drawn is black. Needs a QGuiApplication for texts.
DotImage dotImage(const Drawing& page, const Box& part, double dotsPerMm);

/// Dots per module of a code at this density: what fits its box, at least one.
int dotsPerModule(const DrawnCode& code, double dotsPerMm);

} // namespace foyer
