// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

enum class PlanFileFormat : std::uint8_t { Pretix, SeatsIo };

/// "pretix", "seatsio"; nothing for another word.
std::optional<PlanFileFormat> planFileFormatNamed(std::string_view name);

/// What a format has no place for. Seats, their labels, categories and positions are kept by both.
enum class PlanLoss : std::uint8_t {
    Traits,          ///< accessible, companion and restricted-view seats
    StandingAreas,   ///< are drawn, but hold nobody
    Rings,           ///< round tables become rows
    SectionDetails,  ///< entrances, zones
    UnnamedOutlines, ///< of sections that have no name
    Background,
};

/// "traits", "standing_areas" …: for programs.
const char* lossCode(PlanLoss loss);

struct PlanFile {
    std::string json;
    std::vector<PlanLoss> losses; ///< of what this plan has
};

/// A seating plan as a file of that format, which importPlan() reads back. Retired seats are not
/// there. Of a picture to draw over only its hash and its place are written, for the file is in
/// this house. Pretix: its seating-plan.schema.json (draft 07, version 0.0.1), which allows no
/// members of one's own; outlines of sections are areas of their zones. seats.io publishes no
/// schema: the shape is that of its charts in seatsio-java, src/test/resources.
PlanFile exportPlan(const SeatingPlan& plan, PlanFileFormat format);

} // namespace foyer
