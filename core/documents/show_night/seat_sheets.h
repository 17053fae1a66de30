// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/seating/seating_plan.h"

#include <string>
#include <vector>

namespace foyer {

/// The seats of a room on paper, sold ones filled, free ones open: one A4 page (lying) for each
/// section that has seats, with its rows named at both ends. Where the seats of a section lie too
/// close to be told apart on one page, it is cut into as many as it takes.
struct SeatSheets {
    const SeatingPlan& plan;
    std::vector<bool> sold; ///< by seat number
    std::string title;
    std::string subtitle;
    std::string stamp;
};

/// At least one page. Needs a QGuiApplication.
std::vector<Drawing> seatSheets(const SeatSheets& wanted);

} // namespace foyer
