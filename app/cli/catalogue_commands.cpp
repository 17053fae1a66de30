// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/seasons/season_loading.h"
#include "core/documents/plans/plan_import.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace foyer::cli {
namespace {

Json planForm(const StoredPlan& plan)
{
    return {{"id", plan.id.text()},
            {"name", plan.name},
            {"seats", plan.seats},
            {"standing", plan.standing},
            {"archived", plan.archived}};
}

/// A bad file's fault, with the file's name before the place in it.
Error inFile(Error error, const std::string& file)
{
    if (error.kind == ErrorKind::BadInput && error.where != file) {
        error.where = file + (error.where.empty() ? "" : ": " + error.where);
    }
    return error;
}

} // namespace

Result<Answer> run(const PlanImportCommand& command, Session& session)
{
    const auto content = readInputFile(command.file);
    if (!content) {
        return content.error();
    }
    auto plan = importPlan(*content, std::filesystem::path{command.file}.stem().string());
    if (!plan) {
        return inFile(std::move(plan).error(), command.file);
    }
    if (!command.name.empty()) {
        plan->name = command.name;
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = importPlan(**counter, *plan);
    if (!id) {
        return inFile(id.error(), command.file);
    }
    const StoredPlan stored{*id, plan->name, std::int64_t{plan->seatCount()},
                            plan->standingCount()};
    return Answer{line(Json{{"plan", planForm(stored)}}),
                  "Kept the plan \"" + stored.name + "\": " + std::to_string(stored.seats) +
                      " seats, " + std::to_string(stored.standing) + " standing places.\n",
                  {}};
}

Result<Answer> run(const PlanListCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto stored = plans(**counter);
    if (!stored) {
        return stored.error();
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const StoredPlan& plan : *stored) {
        if (plan.archived && !command.all) {
            continue;
        }
        list.push_back(planForm(plan));
        cells.push_back({plan.name, std::to_string(plan.seats) + " seats",
                         std::to_string(plan.standing) + " standing"});
    }
    return Answer{line(Json{{"plans", list}}),
                  cells.empty() ? "There are no seating plans yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const SeasonImportCommand& command, Session& session)
{
    const auto content = readInputFile(command.file);
    if (!content) {
        return content.error();
    }
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto loaded = app::loadSeason(**counter, *content);
    if (!loaded) {
        return inFile(loaded.error(), command.file);
    }
    const SeasonImported& added = loaded->added;
    Json season{{"events", added.events}, {"performances", added.performances}};
    std::string text = "Added " + std::to_string(added.events) + " events with " +
        std::to_string(added.performances) + " performances.\n";
    for (const SeasonWarning& warning : loaded->warnings) {
        const std::string where = command.file + ": " + warning.where;
        season["warnings"].push_back({{"where", where}, {"message", warning.message}});
        text += "Warning (" + where + "): " + warning.message + "\n";
    }
    return Answer{line(Json{{"season", season}}), text, {}};
}

} // namespace foyer::cli
