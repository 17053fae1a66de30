// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/palette.h"

#include <QGuiApplication>
#include <QPalette>

namespace foyer::ui {
namespace {

QColor blended(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()),
            mix(over.blue(), under.blue())};
}

} // namespace

QColor Palette::tint() const
{
    constexpr double kShare = 0.14;
    return blended(primary, surface, kShare);
}

QColor Palette::badTint() const
{
    constexpr double kShare = 0.12;
    return blended(bad, surface, kShare);
}

Palette Palette::light()
{
    return {QColor{"#F6F7F9"},
            QColor{"#FFFFFF"},
            QColor{"#D9DEE5"},
            QColor{"#1B2430"},
            QColor{"#5A6675"},
            QColor{"#1F5FBF"},
            QColor{"#FFFFFF"},
            QColor{"#1E7B4B"},
            QColor{"#8A5A00"},
            QColor{"#B3261E"},
            false};
}

Palette Palette::dark()
{
    return {QColor{"#12161C"},
            QColor{"#1A2029"},
            QColor{"#2E3743"},
            QColor{"#E8ECF1"},
            QColor{"#A3AEBB"},
            QColor{"#7FB0FF"},
            QColor{"#0B1626"},
            QColor{"#5CC48D"},
            QColor{"#E8B04A"},
            QColor{"#FF8A80"},
            true};
}

Palette Palette::ofSystem()
{
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    return window.lightness() < 128 ? dark() : light();
}

} // namespace foyer::ui
