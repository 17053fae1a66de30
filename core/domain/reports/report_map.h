// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/house_reports.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foyer {

/// A room as a report shows it: what became of each seat, and how full its parts are.
struct ReportMap {
    /// What a mark of the map means, in the order of a legend; only those that occur.
    struct Sign {
        SeatFate fate = SeatFate::Free;
        std::string name; ///< "did not come"
        std::int64_t seats = 0;
    };
    /// A part of the room by how much of it is sold.
    struct Shade {
        std::string name; ///< "Stalls"
        std::int64_t places = 0;
        std::int64_t sold = 0;

        /// Rounded down: only a part without a free place is full. 0 without places.
        int percent() const { return places > 0 ? static_cast<int>(sold * 100 / places) : 0; }
        /// 0 … 10, as dark as it is full: 0 only where nothing is sold, 10 only where it is full.
        int level() const
        {
            constexpr int kTenth = 10;
            return percent() / kTenth + (sold > 0 && percent() < kTenth ? 1 : 0);
        }
    };

    std::shared_ptr<const SeatingPlan> plan; ///< null: there is no map
    std::vector<SeatFate> seats;             ///< by seat number of the plan
    std::vector<Sign> signs;
    std::vector<Shade> sections;    ///< by section of the plan
    std::vector<Shade> categories;  ///< by category of the plan
    std::vector<std::string> areas; ///< by standing area of the plan: "120 of 200 sold", or empty
};

} // namespace foyer
