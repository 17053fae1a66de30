// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/seat_map_view.h"

#include <QPointF>

namespace foyer::ui {

/// What mouse and fingers are in the middle of.
struct SeatMapView::Pointer {
    bool down = false;     ///< a button or one finger is down
    bool dragging = false; ///< it has moved far enough to mean moving the map
    bool pinching = false; ///< two fingers were down; nothing is pressed until all are up
    QPointF from;          ///< where it went down
    QPointF last;          ///< where it was, or the middle between two fingers
    double apart = 0;      ///< how far two fingers were from each other; 0 while there is one
};

} // namespace foyer::ui
