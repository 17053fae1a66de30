// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/seating_plan.h"

#include <map>
#include <string>

namespace foyer {

/// Parts of verbs that keep a plan, whether it is new or another version of one.

/// Whether a plan can be kept: bad_plan where its parts do not fit together, or its names are no
/// names.
Result<void> checkPlanSound(const SeatingPlan& plan);
/// What is written of a plan.
std::map<std::string, FieldValue> planFields(const SeatingPlan& plan);

} // namespace foyer
