// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/seating/seating_plan.h"

namespace foyer {

/// A seating plan as the content of a `plan.edited` entry: deterministic CBOR, version 1,
/// or version 2 where a changed plan has an order, retired seats or a picture.
/// Coordinates are kept to a hundredth of a plan unit. 60,000 seats take about 1 MB.
Bytes encodePlan(const SeatingPlan& plan);

/// Reads what encodePlan wrote, and checks that the plan is sound (structuralFault). "bad_plan"
/// otherwise.
Result<SeatingPlan> decodePlan(ByteView bytes);

/// The same of a plan that is being drawn: names may be missing or twice, but everything lies where
/// it can be found.
Result<SeatingPlan> decodeUnfinishedPlan(ByteView bytes);

} // namespace foyer
