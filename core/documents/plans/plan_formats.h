// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace foyer {

class PlanDraft;
class PlanNode;

/// Reads zones, rows, seats and areas of a pretix seating plan into the draft. Positions add up:
/// zone, row and seat. Foyer adds three optional flags to a seat, which pretix does not have:
/// "accessible", "companion" and "restricted_view".
void readPretixPlan(const PlanNode& root, PlanDraft& draft);

/// Reads a seats.io chart into the draft: categories, sections with a chart of their own, rows,
/// tables, booths, general admission areas, shapes and texts. A booth becomes the one seat of a row
/// "Booth". A round table without open places is a ring.
void readSeatsIoChart(const PlanNode& root, PlanDraft& draft);

} // namespace foyer
