// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/seating/seating_plan.h"

#include <string_view>

namespace foyer {

/// Reads a seating plan from a file's content, recognised by its shape: the pretix seating-plan
/// JSON or the seats.io chart JSON. Seat numbers follow the order of the file; positions are moved
/// so that the drawing starts at (0, 0). Fields it does not know are ignored. `fileName` names a
/// plan that has no name of its own.
///
/// Errors, all BadInput: those of readJsonStrictly(); "plan_format_unknown"; "bad_plan" with the
/// JSON path of the first problem in `where` and "path: reason" of up to 20 in `facts`. Two seats
/// with the same printed label are a problem, also where the file gives them different identifiers.
///
/// Sources: pretix's seating-plan.schema.json (draft 07, version 0.0.1). seats.io publishes no
/// schema; its charts were read from the examples in seatsio-java, src/test/resources.
Result<SeatingPlan> importPlan(std::string_view json, std::string_view fileName);

} // namespace foyer
