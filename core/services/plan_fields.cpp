// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/plan_fields.h"

#include "core/domain/pictures/picture.h"
#include "core/domain/seating/plan_background.h"
#include "core/domain/seating/plan_codec.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"
#include "core/storage/picture_store.h"

#include <string_view>

namespace foyer {

Result<void> checkPlanSound(const SeatingPlan& plan)
{
    auto fault = structuralFault(plan);
    fault = fault ? fault : namesFault(plan);
    fault = fault || !plan.background ? fault : backgroundFault(*plan.background);
    if (fault) {
        return badInput("bad_plan", "This seating plan cannot be used: " + *fault);
    }
    return {};
}

std::map<std::string, FieldValue> planFields(const SeatingPlan& plan)
{
    SeatingPlan drawn = plan;
    drawn.background.reset();
    return {{"name", plan.name},
            {"seats", std::int64_t{plan.seatCount()}},
            {"standing", plan.standingCount()},
            {"content", encodePlan(drawn)},
            {kBackgroundField,
             plan.background ? FieldValue{formatPlanBackground(*plan.background)}
                             : FieldValue{std::monostate{}}}};
}

Result<SeatingPlan> planIn(const Entity& entity)
{
    auto plan = decodePlan(entity.bytes("content"));
    if (plan) {
        plan->name = entity.text("name");
        plan->background = parsePlanBackground(entity.text(kBackgroundField));
    }
    return plan;
}

void notePictureOf(Database& database, OrganizerId organizer, const SeatingPlan& plan)
{
    const auto hash =
        plan.background ? pictureHashFrom(std::string_view{plan.background->sha256}) : std::nullopt;
    if (hash) {
        notePictureSent(database, organizer, *hash, std::nullopt);
    }
}

} // namespace foyer
