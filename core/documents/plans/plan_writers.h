// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <string>

namespace foyer {

/// The JSON texts behind exportPlan(). Coordinates are written to a hundredth of a plan unit, all
/// from the plan's own (0, 0).
std::string pretixText(const SeatingPlan& plan);
std::string seatsIoText(const SeatingPlan& plan);

} // namespace foyer
