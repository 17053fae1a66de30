// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// A colour of sRGB, eight bits a channel.
struct HouseColour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const HouseColour&, const HouseColour&) = default;
};

/// "#1f5fbf".
std::string colourText(HouseColour colour);
/// The same in any case, with or without "#", or short as "#15b"; nothing for what is none.
std::optional<HouseColour> colourFrom(std::string_view text);

/// How well one colour can be told from the other: 1 (not at all) to 21 (black and white).
/// WCAG 2.2, "contrast ratio" and "relative luminance".
double contrastOf(HouseColour one, HouseColour other);
/// What text needs to be read (WCAG 2.2, 1.4.3).
inline constexpr double kReadableContrast = 4.5;

/// The colours of a house, on its papers and in its mails.
struct HouseColours {
    std::optional<HouseColour> main; ///< none: Foyer's blue
    std::optional<HouseColour> text; ///< of what stands on it; none: black or white
    friend bool operator==(const HouseColours&, const HouseColours&) = default;
};

inline constexpr HouseColour kPaperColour{0xFF, 0xFF, 0xFF};

HouseColour mainColour(const HouseColours& colours);
/// What text on the main colour is written in: the colour that was chosen, where it can be read
/// there, else black or white, whichever is easier to read. One of these two always can be: of
/// both contrasts the larger is never below √21, about 4.58.
HouseColour textOnMain(const HouseColours& colours);
/// Whether words in the main colour can be read on paper.
bool isInkOnPaper(const HouseColours& colours);
/// Bad input unreadable_colours where a text colour was chosen that cannot be read on the main one.
/// Facts: the contrast there is, the one there has to be.
Result<void> checkHouseColours(const HouseColours& colours);

} // namespace foyer
