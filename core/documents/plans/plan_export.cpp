// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_export.h"

#include "core/documents/plans/plan_writers.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr auto kSpecialTraits = static_cast<std::uint8_t>(
    static_cast<unsigned>(SeatTrait::Accessible) | static_cast<unsigned>(SeatTrait::Companion) |
    static_cast<unsigned>(SeatTrait::RestrictedView));

std::vector<PlanLoss> lossesOf(const SeatingPlan& plan, PlanFileFormat format)
{
    std::vector<PlanLoss> losses;
    const auto note = [&losses](bool isLost, PlanLoss loss) {
        if (isLost) {
            losses.push_back(loss);
        }
    };
    if (format == PlanFileFormat::Pretix) {
        note(std::ranges::any_of(plan.seats,
                                 [](const Seat& seat) {
                                     return !seat.retired && (seat.traits & kSpecialTraits) != 0;
                                 }),
             PlanLoss::Traits);
        note(!plan.areas.empty(), PlanLoss::StandingAreas);
        note(std::ranges::any_of(plan.rows,
                                 [](const Row& row) { return row.ring && row.count > 0; }),
             PlanLoss::Rings);
        note(std::ranges::any_of(plan.sections,
                                 [](const Section& section) {
                                     return !section.zone.empty() || !section.entrance.empty();
                                 }),
             PlanLoss::SectionDetails);
        note(plan.background.has_value(), PlanLoss::Background);
    } else {
        // Rows of a section without a name lie loose in a chart.
        note(std::ranges::any_of(plan.sections,
                                 [](const Section& section) {
                                     return section.label.empty() && !section.outline.empty();
                                 }),
             PlanLoss::UnnamedOutlines);
    }
    return losses;
}

} // namespace

std::optional<PlanFileFormat> planFileFormatNamed(std::string_view name)
{
    if (name == "pretix") {
        return PlanFileFormat::Pretix;
    }
    return name == "seatsio" ? std::optional{PlanFileFormat::SeatsIo} : std::nullopt;
}

const char* lossCode(PlanLoss loss)
{
    switch (loss) {
    case PlanLoss::Traits:
        return "traits";
    case PlanLoss::StandingAreas:
        return "standing_areas";
    case PlanLoss::Rings:
        return "rings";
    case PlanLoss::SectionDetails:
        return "section_details";
    case PlanLoss::UnnamedOutlines:
        return "unnamed_outlines";
    case PlanLoss::Background:
        break;
    }
    return "background";
}

PlanFile exportPlan(const SeatingPlan& plan, PlanFileFormat format)
{
    return {format == PlanFileFormat::Pretix ? pretixText(plan) : seatsIoText(plan),
            lossesOf(plan, format)};
}

} // namespace foyer
