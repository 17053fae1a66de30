// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/documents/plans/plan_export.h"
#include "core/documents/plans/plan_import.h"
#include "core/domain/seating/plan_codec.h"
#include "core/domain/seating/plan_editing/drawing_warnings.h"
#include "core/domain/seating/plan_editing/editor_draft.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

/// What was let in is written and read back, and is then the same for ever.
void checkKept(const foyer::SeatingPlan& plan)
{
    const foyer::Bytes bytes = foyer::encodePlan(plan);
    const auto again = foyer::decodePlan(bytes);
    ENSURE(again.has_value());
    ENSURE(foyer::encodePlan(*again) == bytes);
    foyer::KeySource keys;
    const foyer::PlanSketch drawing = foyer::drawingOf(plan, keys);
    (void)foyer::warningsOf(drawing);
    // As a later version of itself it is the same plan.
    const foyer::SeatingPlan next = foyer::planOf(drawing, &plan);
    ENSURE(foyer::continuationFault(plan, next) == std::nullopt);
    ENSURE(next.seatCount() == plan.seatCount());
    for (const auto format : {foyer::PlanFileFormat::Pretix, foyer::PlanFileFormat::SeatsIo}) {
        (void)foyer::exportPlan(plan, format);
    }
}

} // namespace

/// A seating plan from a stranger's file, as JSON and as the body of an entry.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto plan = foyer::importPlan(text, "plan.json")) {
        checkKept(*plan);
    }
    if (const auto plan = foyer::decodePlan({data, size})) {
        checkKept(*plan);
    }
    if (const auto draft = foyer::decodeEditorDraft({data, size})) {
        ENSURE(foyer::decodeEditorDraft(foyer::encode(*draft)).has_value());
    }
    return 0;
}
