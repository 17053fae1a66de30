// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing.h"

#include <string>
#include <vector>

namespace foyer {

/// Something in a drawing that is probably not meant.
struct DrawingWarning {
    enum class Kind : std::uint8_t {
        SeatsOverlap,          ///< two seats closer than half of the usual distance
        SameLabel,             ///< two seats that a ticket could not tell apart; refused at saving
        CategoryWithoutColour, ///< drawn in a colour that is picked for it
        CategoriesAlike,       ///< two that are used have colours that hardly differ
        CategoryUnused,
        RowWithoutLabel,    ///< refused at saving
        SeatWithoutNumber,  ///< refused at saving
        SeatOutsideSection, ///< outside of the outline of its section
        AccessibleAlone,    ///< a wheelchair's place with no companion's beside it
        AreaWithoutOutline,
        Empty, ///< nothing to sell yet
    };
    Kind kind = Kind::Empty;
    std::string what;               ///< "Stalls A 7", "Premium"
    std::size_t count = 1;          ///< how many there are of this kind
    std::optional<ObjectKey> where; ///< the first one

    friend bool operator==(const DrawingWarning&, const DrawingWarning&) = default;
};

/// One warning of each kind that there is, in the order above. About linear in the seats.
std::vector<DrawingWarning> warningsOf(const PlanSketch& drawing);

} // namespace foyer
