// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/seating_plan.h"

#include <optional>

namespace foyer {

/// What somebody was drawing when the program ended: perhaps unfinished, so structuralFault() may
/// find something.
struct EditorDraft {
    std::optional<PlanId> id; ///< nothing: a new plan
    FieldStamp base;          ///< the version that it was made of
    SeatingPlan plan;         ///< without retired seats
};

Bytes encode(const EditorDraft& draft);
/// Refuses with bad_draft what is damaged, such as half a file.
Result<EditorDraft> decodeEditorDraft(ByteView bytes);

} // namespace foyer
