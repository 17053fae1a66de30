// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/editor_draft.h"

#include "core/domain/journal/cbor.h"
#include "core/domain/seating/plan_codec.h"

namespace foyer {
namespace {

Error badDraft()
{
    return badInput("bad_draft", "What was being drawn before cannot be read any more.");
}

} // namespace

Bytes encode(const EditorDraft& draft)
{
    // The form of an entry: its reader is tried with what strangers write already.
    EntityEdited stamp{draft.id ? draft.id->uuid : Uuid{}, {}};
    stamp.over.emplace();
    stamp.over->emplace("content", draft.base);
    stamp.fields.emplace("is_new", !draft.id);
    stamp.fields.emplace("plan", encodePlan(draft.plan));
    return encode(stamp);
}

Result<EditorDraft> decodeEditorDraft(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    const auto stamp = value ? decodeEntityEdited(*value) : Result<EntityEdited>{value.error()};
    if (!stamp || !stamp->over) {
        return badDraft();
    }
    const auto plan = stamp->fields.find("plan");
    const auto isNew = stamp->fields.find("is_new");
    const auto base = stamp->over->find("content");
    if (plan == stamp->fields.end() || isNew == stamp->fields.end() || base == stamp->over->end() ||
        !std::holds_alternative<Bytes>(plan->second) ||
        !std::holds_alternative<bool>(isNew->second)) {
        return badDraft();
    }
    auto drawn = decodeUnfinishedPlan(std::get<Bytes>(plan->second));
    if (!drawn) {
        return badDraft();
    }
    EditorDraft draft{std::nullopt, base->second, *std::move(drawn)};
    if (!std::get<bool>(isNew->second)) {
        draft.id = PlanId{stamp->entity};
    }
    return draft;
}

} // namespace foyer
