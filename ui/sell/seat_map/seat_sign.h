// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/seat_map_colours.h"

#include <QColor>
#include <QPointF>

#include <cstdint>

class QPainter;

namespace foyer::ui {

/// What a seat is drawn as. Each has a shape of its own, so that no colour is needed to tell.
enum class SeatMark : std::uint8_t {
    Free,    ///< a filled disc in the category's colour
    Chosen,  ///< a dark (on dark floors: light) disc with a tick
    Sold,    ///< a small hollow dot
    Held,    ///< a letter: for whom it is held
    NotHere, ///< hatched
    NoPrice, ///< a tiny dot
    // Of maps that are read and not sold from. With a light floor the darker, the more there is.
    Open,    ///< a thin ring: free
    Taken,   ///< a filled disc
    Came,    ///< a filled dark (on dark floors: light) disc with a tick
    NotCome, ///< a cross
    Shade,   ///< a disc as dark as its part of the room is full
};

/// Everything a seat's picture depends on, but its size.
struct SeatLook {
    SeatMark mark = SeatMark::Free;
    std::uint8_t traits = 0; ///< SeatTrait bits that are drawn
    /// Index into the plan's categories; of Held the letter, 0: H; of Shade 0 … 10.
    std::uint32_t category = 0;

    friend bool operator==(const SeatLook&, const SeatLook&) = default;
};

/// How a look is painted at one place.
struct SeatSign {
    SeatLook look;
    QColor colour; ///< of the category
    QPointF middle;
    double diameter = 0;
};

/// From this many pixels on a seat tells its number, and signs of traits have room.
constexpr double kNumberedSeat = 18;
constexpr double kSignedSeat = 9;
/// From this many pixels on the number stands below the sign of a trait instead of giving way.
constexpr double kRoomySeat = 32;

/// The ground of a seat's number, where its mark leaves room for one; else not valid.
QColor groundOfNumber(const SeatLook& look, const QColor& category, const SeatMapColours& colours);

/// Paints one seat; stays within 0.7 diameters of its middle.
void paintSeatSign(QPainter& painter, const SeatSign& sign, const SeatMapColours& colours);

} // namespace foyer::ui
