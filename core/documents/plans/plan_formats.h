// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace foyer {

class PlanDraft;
class PlanNode;

/// What Foyer writes as the "uuid" of an area of a pretix plan: the outline of its zone, or
/// something else that is drawn.
inline constexpr std::string_view kOutlineMark = "foyer-outline";
inline constexpr std::string_view kShapeMark = "foyer-shape";

/// Reads zones, rows, seats and areas of a pretix seating plan into the draft. Positions add up:
/// zone, row and seat. The first area of a zone that has corners and bears the zone's own name is
/// the zone's outline, as it is where Foyer marked it so. Foyer adds three optional flags to a
/// seat, which pretix does not have: "accessible", "companion" and "restricted_view".
void readPretixPlan(const PlanNode& root, PlanDraft& draft);

/// Reads a seats.io chart into the draft: categories, sections with a chart of their own, rows,
/// tables, booths, general admission areas, shapes and texts. A booth becomes the one seat of a row
/// "Booth". A round table without open places is a ring.
void readSeatsIoChart(const PlanNode& root, PlanDraft& draft);

} // namespace foyer
