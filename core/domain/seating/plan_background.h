// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The field of a stored plan that says which picture it is drawn over. A field of its own beside
/// the plan's content, so that who moves the picture and who draws seats at two counters both win.
inline constexpr const char* kBackgroundField = "background";

/// The value of that field: hash, left, top, width, height and opacity in hundredths, and "hidden"
/// where it is.
std::string formatPlanBackground(const PlanBackground& background);
/// Nothing for what is none, as what a newer Foyer wrote.
std::optional<PlanBackground> parsePlanBackground(std::string_view text);

/// What is wrong with where a picture lies, in a sentence: its hash is none, it has no size, it
/// lies beyond 10,000,000 units, or its opacity is not of 0 … 1. Nothing for a sound one.
std::optional<std::string> backgroundFault(const PlanBackground& background);

/// A picture of so many pixels laid under what is drawn: as wide as the plan, or as its pixels for
/// a plan of no size, from (0, 0) on.
PlanBackground backgroundUnder(PlanPoint planSize, std::string sha256, PlanPoint pixels);

/// The same picture as wide as that about its left upper corner, its sides in proportion.
PlanBackground scaledTo(const PlanBackground& background, float width);

} // namespace foyer
