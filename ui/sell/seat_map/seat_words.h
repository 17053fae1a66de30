// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <QString>

namespace foyer::ui {

class SeatMapScene;

/// A seat in words, for tooltips, the status line and screen readers:
/// "Stalls, row F, seat 7, Premium 42.00, free, restricted view". Plain text in the user's
/// language.
QString seatInWords(const SeatMapScene& scene, SeatNumber seat);

/// A standing area in words: "Floor, standing, Standard 30.00, 60 places left".
QString areaInWords(const SeatMapScene& scene, std::size_t area);

} // namespace foyer::ui
