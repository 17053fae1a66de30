// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/seating_plan.h"
#include "core/storage/database.h"

#include <map>
#include <string>

namespace foyer {

/// Whether a plan can be kept: bad_plan where its parts do not fit together, its names are no
/// names, or what it is drawn over lies nowhere.
Result<void> checkPlanSound(const SeatingPlan& plan);

/// A plan as the fields of its entity. The picture to draw over is a field of its own, so it is not
/// part of what is read to sell.
std::map<std::string, FieldValue> planFields(const SeatingPlan& plan);
/// The stored plan, under the name and over the picture that it has now. Errors: those of
/// decodePlan().
Result<SeatingPlan> planIn(const Entity& entity);

/// Within an act that makes a plan show this picture: the server may have let go of it, so it is
/// asked again.
void notePictureOf(Database& database, OrganizerId organizer, const SeatingPlan& plan);

} // namespace foyer
