// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/house_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer {
namespace {

constexpr HouseColour kFoyerBlue{0x1F, 0x5F, 0xBF};
constexpr HouseColour kBlack{};

double linear(std::uint8_t channel)
{
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminanceOf(HouseColour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
        0.0722 * linear(colour.blue);
}

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                : -1;
}

/// "3.2": rounded down, so that what is too little never looks like enough.
std::string tenths(double ratio)
{
    const int whole = static_cast<int>(ratio * 10);
    return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

} // namespace

std::string colourText(HouseColour colour)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text{"#"};
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
        text.push_back(kDigits[channel >> 4]);
        text.push_back(kDigits[channel & 15]);
    }
    return text;
}

std::optional<HouseColour> colourFrom(std::string_view text)
{
    if (text.starts_with('#')) {
        text.remove_prefix(1);
    }
    const bool isShort = text.size() == 3;
    if (!isShort && text.size() != 6) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const int high = digitOf(text[isShort ? i : 2 * i]);
        const int low = digitOf(text[isShort ? i : 2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        channels[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return HouseColour{channels[0], channels[1], channels[2]};
}

double contrastOf(HouseColour one, HouseColour other)
{
    const double a = luminanceOf(one);
    const double b = luminanceOf(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

HouseColour mainColour(const HouseColours& colours)
{
    return colours.main.value_or(kFoyerBlue);
}

HouseColour textOnMain(const HouseColours& colours)
{
    const HouseColour main = mainColour(colours);
    if (colours.text && contrastOf(*colours.text, main) >= kReadableContrast) {
        return *colours.text;
    }
    return contrastOf(kBlack, main) > contrastOf(kPaperColour, main) ? kBlack : kPaperColour;
}

bool isInkOnPaper(const HouseColours& colours)
{
    return contrastOf(mainColour(colours), kPaperColour) >= kReadableContrast;
}

Result<void> checkHouseColours(const HouseColours& colours)
{
    const double ratio =
        colours.text ? contrastOf(*colours.text, mainColour(colours)) : kReadableContrast;
    if (ratio >= kReadableContrast) {
        return {};
    }
    Error error = badInput("unreadable_colours",
                           "Text in this colour cannot be read on the main colour: their contrast "
                           "is " +
                               tenths(ratio) + ", and it takes " + tenths(kReadableContrast) +
                               ". Choose a text colour that is much lighter or darker, or none: "
                               "Foyer then takes black or white.",
                           "text_colour");
    error.facts = {tenths(ratio), tenths(kReadableContrast)};
    return error;
}

} // namespace foyer
