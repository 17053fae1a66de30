// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/services/plans.h"
#include "core/storage/journal.h"

#include <vector>

namespace foyer {

/// Performances with that plan that are not over. Throws StorageFailure.
std::vector<Performance> comingWithPlan(Counter& counter, PlanId plan);

struct PlanVersions {
    PlanId plan;
    const SeatingPlan& before;
    const SeatingPlan& next;
};

/// What a new version of a plan does to the rights of the performances to come, as part of the act
/// that stores it: see changePlan(). Adds to `changed` what was done. Throws StorageFailure.
Result<void> moveRights(Counter& counter, Journal::Act& act, const PlanVersions& versions,
                        PlanChanged& changed);

} // namespace foyer
