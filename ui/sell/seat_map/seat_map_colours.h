// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

#include <vector>

namespace foyer::ui {

/// The tokens of the theme the seat map is painted with. Plain colours, so the map depends on no
/// theme object; whoever owns the map hands them over and again when the theme changes.
struct SeatMapColours {
    QColor background; ///< the floor of the room
    QColor surface;    ///< the floor of a section, and what labels stand on
    QColor line;       ///< outlines
    QColor text;       ///< words, chosen seats
    QColor muted;      ///< lesser words, seats that cannot be sold
    QColor focus;      ///< the ring around the seat the keyboard is on

    static SeatMapColours light();
    static SeatMapColours dark();
    friend bool operator==(const SeatMapColours&, const SeatMapColours&) = default;
};

/// The Okabe–Ito colours in the order price categories take them; told apart by people with any
/// kind of colour vision. Begins again after the seventh.
QColor categoryColour(std::size_t rank);

/// WCAG 2.2 contrast of two opaque colours, 1 … 21.
double contrastOf(const QColor& one, const QColor& other);

/// Black-ish or white, whichever is read better on `ground`.
QColor readableOn(const QColor& ground);

/// `colour`, moved towards `towards` until its contrast to `ground` is at least `wanted`
/// (3 for signs after WCAG 1.4.11), or `towards` where nothing between is enough.
QColor visibleOn(const QColor& colour, const QColor& ground, const QColor& towards, double wanted);

/// The mixture of two colours: 0 gives `from`, 1 gives `to`.
QColor mixed(const QColor& from, const QColor& to, double share);

} // namespace foyer::ui
