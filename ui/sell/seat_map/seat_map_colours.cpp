// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(static_cast<double>(colour.redF())) +
        0.7152 * linear(static_cast<double>(colour.greenF())) +
        0.0722 * linear(static_cast<double>(colour.blueF()));
}

int between(int from, int to, double share)
{
    return static_cast<int>(std::lround(from + (to - from) * share));
}

} // namespace

SeatMapColours SeatMapColours::light()
{
    return {QColor(0xF6, 0xF7, 0xF9), QColor(0xFF, 0xFF, 0xFF), QColor(0xD9, 0xDE, 0xE5),
            QColor(0x1B, 0x24, 0x30), QColor(0x5A, 0x66, 0x75), QColor(0x1F, 0x5F, 0xBF)};
}

SeatMapColours SeatMapColours::dark()
{
    return {QColor(0x12, 0x16, 0x1C), QColor(0x1A, 0x20, 0x29), QColor(0x2E, 0x37, 0x43),
            QColor(0xE8, 0xEC, 0xF1), QColor(0xA3, 0xAE, 0xBB), QColor(0x7F, 0xB0, 0xFF)};
}

QColor categoryColour(std::size_t rank)
{
    static constexpr std::array<QRgb, 7> kOkabeIto = {0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7,
                                                      0x56B4E9, 0xD55E00, 0xF0E442};
    return QColor(kOkabeIto[rank % kOkabeIto.size()]);
}

double contrastOf(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableOn(const QColor& ground)
{
    const QColor dark(0x10, 0x16, 0x1E);
    const QColor light(Qt::white);
    const QColor better = contrastOf(dark, ground) >= contrastOf(light, ground) ? dark : light;
    // On colours of a middle lightness only black itself is read well enough, by WCAG 1.4.3.
    return contrastOf(better, ground) >= 4.5 ? better : QColor(Qt::black);
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    return QColor(between(from.red(), to.red(), share), between(from.green(), to.green(), share),
                  between(from.blue(), to.blue(), share));
}

QColor visibleOn(const QColor& colour, const QColor& ground, const QColor& towards, double wanted)
{
    constexpr int kSteps = 10;
    for (int step = 0; step < kSteps; ++step) {
        const QColor tried = mixed(colour, towards, static_cast<double>(step) / kSteps);
        if (contrastOf(tried, ground) >= wanted) {
            return tried;
        }
    }
    return towards;
}

} // namespace foyer::ui
