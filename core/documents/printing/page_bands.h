// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"

#include <string>
#include <vector>

namespace foyer {

/// One line of a text, as a printer with its own fonts prints it.
struct BandText {
    std::u32string characters; ///< as printable() gives them
    double left = 0;           ///< mm; of what was measured with the page's font
    double right = 0;
    double baseline = 0;
    TextStyle style;
    bool rightToLeft = false;
};

/// A part of a page from one side to the other that nothing sticks out of.
struct PageBand {
    double top = 0; ///< mm
    double bottom = 0;
    Drawing content;             ///< what stands in it, at its place on the page
    std::vector<BandText> texts; ///< one text line a piece, from the left
    bool isOneLine = false;      ///< only texts, and all on one baseline
};

/// Cuts a page into bands from the top, for printers that know only "further down".
std::vector<PageBand> pageBands(const Drawing& page);

/// The lines of all texts of a page, for printers that take texts at any place.
std::vector<BandText> textLines(const Drawing& page);

} // namespace foyer
