// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_import.h"

#include "core/documents/plans/plan_draft.h"
#include "core/documents/plans/plan_formats.h"

namespace foyer {
namespace {

enum class PlanFormat { Pretix, SeatsIo, Unknown };

PlanFormat formatOf(const JsonTree& root)
{
    const auto has = [&root](std::string_view key, auto kind) {
        const JsonTree* member = root.member(key);
        return member != nullptr && member->as<decltype(kind)>() != nullptr;
    };
    if (has("subChart", JsonMembers{}) || has("floors", JsonTree::Array{})) {
        return PlanFormat::SeatsIo;
    }
    // Either half is enough, so that a plan with the other one missing is told which.
    if (has("zones", JsonTree::Array{}) || has("categories", JsonTree::Array{})) {
        return PlanFormat::Pretix;
    }
    return has("categories", JsonMembers{}) ? PlanFormat::SeatsIo : PlanFormat::Unknown;
}

std::string nameFromFile(std::string_view fileName)
{
    const std::size_t slash = fileName.find_last_of("/\\");
    std::string_view stem = slash == std::string_view::npos ? fileName : fileName.substr(slash + 1);
    if (stem.ends_with(".json")) {
        stem.remove_suffix(std::string_view{".json"}.size());
    }
    return stem.empty() ? "Seating plan" : shownText(stem);
}

} // namespace

Result<SeatingPlan> importPlan(std::string_view json, std::string_view fileName)
{
    const Result<JsonTree> tree = readJsonStrictly(json);
    if (!tree) {
        return tree.error();
    }
    const PlanFormat format = formatOf(*tree);
    if (format == PlanFormat::Unknown) {
        Error error = badInput("plan_format_unknown",
                               "This file is neither a pretix seating plan (with \"zones\") nor a "
                               "seats.io chart (with \"subChart\"). Choose another file.",
                               "$");
        return error;
    }
    PlanProblems problems;
    const PlanNode root{*tree, problems};
    PlanDraft draft;
    if (format == PlanFormat::Pretix) {
        readPretixPlan(root, draft);
    } else {
        readSeatsIoChart(root, draft);
    }
    std::string name = root.member("name").optionalLabel();
    if (!problems.none()) {
        return problems.asError();
    }
    return std::move(draft).finish(name.empty() ? nameFromFile(fileName) : std::move(name));
}

} // namespace foyer
