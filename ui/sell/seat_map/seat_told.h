// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/seat_map/seat_sign.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace foyer::ui {

/// What a map tells that is read and not sold from: a sign for each seat, and what it means.
struct SeatsTold {
    struct Sign {
        SeatMark mark = SeatMark::Open;
        std::uint32_t level = 0; ///< of Shade: 0 … 10
        QString words;           ///< "came": what is said of the seat
    };
    std::vector<Sign> signs;
    std::vector<std::uint16_t> signOf; ///< by seat of the plan: index into signs
    std::vector<QString> sections;     ///< by section of the plan: below its name; or empty
    std::vector<QString> areas;        ///< by standing area of the plan: below its name
};

} // namespace foyer::ui
