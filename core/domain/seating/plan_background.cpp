// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_background.h"

#include "core/domain/pictures/picture.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace foyer {
namespace {

constexpr float kFarthest = 10'000'000;
constexpr float kLeastSide = 1;
constexpr std::string_view kHidden = "hidden";

std::int64_t hundredthsOf(float value)
{
    return std::llround(static_cast<double>(value) * 100.0);
}

/// Up to the next space, which is taken, too.
std::string_view takeWord(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

std::optional<float> unitsIn(std::string_view word)
{
    std::int64_t hundredths = 0;
    const char* const end = word.data() + word.size();
    const auto [at, error] = std::from_chars(word.data(), end, hundredths);
    if (word.empty() || error != std::errc{} || at != end) {
        return std::nullopt;
    }
    return static_cast<float>(static_cast<double>(hundredths) / 100.0);
}

bool isWithin(float value)
{
    return std::isfinite(value) && std::abs(value) <= kFarthest;
}

} // namespace

std::string formatPlanBackground(const PlanBackground& background)
{
    std::string text = background.sha256;
    for (const float value : {background.at.x, background.at.y, background.size.x,
                              background.size.y, background.opacity}) {
        text += ' ' + std::to_string(hundredthsOf(value));
    }
    return background.hidden ? text + ' ' + std::string{kHidden} : text;
}

std::optional<PlanBackground> parsePlanBackground(std::string_view text)
{
    PlanBackground background;
    background.sha256 = std::string{takeWord(text)};
    const std::array<float*, 5> values{&background.at.x, &background.at.y, &background.size.x,
                                       &background.size.y, &background.opacity};
    for (float* const value : values) {
        const auto read = unitsIn(takeWord(text));
        if (!read) {
            return std::nullopt;
        }
        *value = *read;
    }
    background.hidden = text == kHidden;
    const bool isWhole = text.empty() || background.hidden;
    return isWhole && !backgroundFault(background) ? std::optional{std::move(background)}
                                                   : std::nullopt;
}

std::optional<std::string> backgroundFault(const PlanBackground& background)
{
    if (!pictureHashFrom(std::string_view{background.sha256})) {
        return "The picture to draw over is not named by its hash.";
    }
    if (!isWithin(background.at.x) || !isWithin(background.at.y) || !isWithin(background.size.x) ||
        !isWithin(background.size.y)) {
        return "The picture to draw over lies too far away, or is too large.";
    }
    if (background.size.x < kLeastSide || background.size.y < kLeastSide) {
        return "The picture to draw over has no size.";
    }
    if (!(background.opacity >= 0 && background.opacity <= 1)) {
        return "The picture to draw over is shown with 0 to 100 percent.";
    }
    return std::nullopt;
}

PlanBackground backgroundUnder(PlanPoint planSize, std::string sha256, PlanPoint pixels)
{
    PlanBackground background;
    background.sha256 = std::move(sha256);
    background.size = pixels;
    return planSize.x > kLeastSide ? scaledTo(background, planSize.x) : background;
}

PlanBackground scaledTo(const PlanBackground& background, float width)
{
    PlanBackground scaled = background;
    const float height =
        background.size.x > 0 ? background.size.y * width / background.size.x : background.size.y;
    scaled.size = {width, std::max(height, kLeastSide)};
    return scaled;
}

} // namespace foyer
