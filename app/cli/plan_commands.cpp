// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"
#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/documents/plans/plan_export.h"
#include "core/documents/plans/plan_import.h"
#include "core/domain/seating/plan_editing/drawing_warnings.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/plans.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace foyer::cli {
namespace {

/// A plan that somebody named, in a counter that is open.
struct OpenPlan {
    Counter* counter = nullptr;
    PlanVersion version;
};

Result<OpenPlan> openPlan(Session& session, const std::string& name)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = planNamed(**counter, name);
    if (!id) {
        return id.error();
    }
    auto version = planVersion(**counter, *id);
    if (!version) {
        return std::move(version).error();
    }
    return OpenPlan{*counter, *std::move(version)};
}

Result<SeatingPlan> planInFile(const std::string& path)
{
    const auto content = readInputFile(path);
    if (!content) {
        return content.error();
    }
    auto plan = importPlan(*content, std::filesystem::path{path}.stem().string());
    if (!plan) {
        Error error = std::move(plan).error();
        error.where = path + (error.where.empty() ? "" : ": " + error.where);
        return error;
    }
    return plan;
}

const char* lossText(PlanLoss loss)
{
    switch (loss) {
    case PlanLoss::Traits:
        return "which seats are accessible, for companions, or have a restricted view";
    case PlanLoss::StandingAreas:
        return "how many people may stand in the standing areas";
    case PlanLoss::Rings:
        return "that the ends of round tables meet";
    case PlanLoss::SectionDetails:
        return "entrances and zones of sections";
    case PlanLoss::UnnamedOutlines:
        return "outlines of sections that have no name";
    case PlanLoss::Background:
        break;
    }
    return "the picture that was drawn over";
}

const char* warningWord(DrawingWarning::Kind kind)
{
    using Kind = DrawingWarning::Kind;
    switch (kind) {
    case Kind::SeatsOverlap:
        return "seats_overlap";
    case Kind::SameLabel:
        return "same_label";
    case Kind::CategoryWithoutColour:
        return "category_without_colour";
    case Kind::CategoryUnused:
        return "category_unused";
    case Kind::CategoriesAlike:
        return "categories_alike";
    case Kind::RowWithoutLabel:
        return "row_without_label";
    case Kind::SeatWithoutNumber:
        return "seat_without_number";
    case Kind::SeatOutsideSection:
        return "seat_outside_section";
    case Kind::AccessibleAlone:
        return "accessible_alone";
    case Kind::AreaWithoutOutline:
        return "area_without_outline";
    case Kind::Empty:
        break;
    }
    return "empty";
}

const char* warningText(DrawingWarning::Kind kind)
{
    using Kind = DrawingWarning::Kind;
    switch (kind) {
    case Kind::SeatsOverlap:
        return "Seats lie on one another";
    case Kind::SameLabel:
        return "Seats have the same label";
    case Kind::CategoryWithoutColour:
        return "Categories have no colour of their own";
    case Kind::CategoryUnused:
        return "Categories have no seat";
    case Kind::CategoriesAlike:
        return "Categories have colours that can hardly be told apart";
    case Kind::RowWithoutLabel:
        return "Rows have no name";
    case Kind::SeatWithoutNumber:
        return "Seats have no number";
    case Kind::SeatOutsideSection:
        return "Seats lie outside the outline of their section";
    case Kind::AccessibleAlone:
        return "Accessible seats have no companion's seat beside them";
    case Kind::AreaWithoutOutline:
        return "Standing areas have no outline";
    case Kind::Empty:
        break;
    }
    return "There is nothing to sell";
}

Json seatNames(const SeatingPlan& plan, const std::vector<SeatNumber>& seats)
{
    Json names = Json::array();
    for (const SeatNumber seat : seats) {
        names.push_back(plan.seatLabel(seat));
    }
    return names;
}

std::string someSeats(const SeatingPlan& plan, const std::vector<SeatNumber>& seats,
                      const std::string& what)
{
    constexpr std::size_t kShown = 8;
    if (seats.empty()) {
        return {};
    }
    std::string text = "  " + what + ": " + std::to_string(seats.size()) + " (";
    for (std::size_t i = 0; i < seats.size() && i < kShown; ++i) {
        text += (i == 0 ? "" : ", ") + plan.seatLabel(seats[i]);
    }
    return text + (seats.size() > kShown ? ", …)\n" : ")\n");
}

Answer changedAnswer(const PlanVersion& before, const SeatingPlan& next, const PlanChanged& changed,
                     bool dryRun)
{
    const PlanDifference& difference = changed.difference;
    const SeatingPlan after = continuedPlan(before.plan, next);
    const Json form{{"plan", before.id.text()},
                    {"dry_run", dryRun},
                    {"added", seatNames(after, difference.added)},
                    {"removed", seatNames(before.plan, difference.removed)},
                    {"renamed", seatNames(after, difference.renamed)},
                    {"recategorised", seatNames(after, difference.recategorised)},
                    {"moved", difference.moved.size()},
                    {"performances", changed.performances},
                    {"seats_leased", changed.seatsLeased},
                    {"seats_returned", changed.seatsReturned},
                    {"seats_elsewhere", changed.seatsElsewhere},
                    {"capacities", changed.capacities},
                    {"capacities_elsewhere", changed.capacitiesElsewhere}};
    std::string text = (dryRun ? "Would change \"" : "Changed \"") + before.plan.name +
        "\", used by " + std::to_string(changed.performances) + " performances to come.\n";
    text += someSeats(after, difference.added, "New");
    text += someSeats(before.plan, difference.removed, "Removed");
    text += someSeats(after, difference.renamed, "Renamed");
    text += someSeats(after, difference.recategorised, "In another category");
    text += "  Moved: " + std::to_string(difference.moved.size()) + "\n";
    if (changed.seatsElsewhere > 0) {
        text += "  Other counters hold the rights to " + std::to_string(changed.seatsElsewhere) +
            " removed seats. Recall them at the server.\n";
    }
    return {line(Json{{"change", form}}), text, {}};
}

Answer done(const std::string& text)
{
    return {line(Json{{"done", true}}), text, {}};
}

} // namespace

Result<Answer> run(const PlanShowCommand& command, Session& session)
{
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    const auto use = planUse(*open->counter, open->version.id);
    if (!use) {
        return use.error();
    }
    const SeatingPlan& plan = open->version.plan;
    std::vector<std::uint32_t> seatsOf(plan.categories.size(), 0);
    for (std::uint32_t place = 0; place < plan.seatCount(); ++place) {
        ++seatsOf[plan.seats[plan.seatAt(place)].category];
    }
    Json categories = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < plan.categories.size(); ++i) {
        categories.push_back({{"name", plan.categories[i].name},
                              {"colour", plan.categories[i].colour},
                              {"seats", seatsOf[i]}});
        cells.push_back({"  " + plan.categories[i].name, std::to_string(seatsOf[i]) + " seats"});
    }
    Json performances = Json::array();
    std::vector<std::vector<std::string>> shown;
    for (const PlanUse::Shown& each : use->performances) {
        performances.push_back({{"id", each.performance.text()},
                                {"event", each.event},
                                {"sold", each.sold},
                                {"held", each.held}});
        shown.push_back({"  " + each.event, localTime(each.startsAt, each.timeZone),
                         std::to_string(each.sold) + " sold", std::to_string(each.held) + " held"});
    }
    const Json form{{"id", open->version.id.text()},
                    {"name", plan.name},
                    {"archived", open->version.archived},
                    {"seats", plan.seatCount()},
                    {"retired", plan.seats.size() - plan.seatCount()},
                    {"sections", plan.sections.size()},
                    {"rows", plan.rows.size()},
                    {"areas", plan.areas.size()},
                    {"categories", categories},
                    {"performances", performances},
                    {"taken", use->taken.size()}};
    const std::string text = plan.name + ": " + std::to_string(plan.seatCount()) + " seats in " +
        std::to_string(plan.rows.size()) + " rows\n" + columns(cells) +
        (shown.empty() ? "  No performance to come uses it.\n" : columns(shown));
    return Answer{line(Json{{"plan", form}}), text, {}};
}

Result<Answer> run(const PlanExportCommand& command, Session& session)
{
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    const PlanFile file =
        exportPlan(open->version.plan,
                   planFileFormatNamed(command.format).value_or(PlanFileFormat::Pretix));
    std::ofstream out{command.file, std::ios::binary};
    out << file.json;
    out.close();
    if (!out) {
        return storageError("file_not_writable",
                            "The file cannot be written. Make room, or choose another folder.",
                            command.file);
    }
    Json losses = Json::array();
    std::string text = "Wrote " + command.file + ".\n";
    for (const PlanLoss loss : file.losses) {
        losses.push_back(lossCode(loss));
        text += std::string{"  The format has no place for "} + lossText(loss) + ".\n";
    }
    return Answer{line(Json{{"file", command.file}, {"losses", losses}}), text, {}};
}

Result<Answer> run(const PlanRenameCommand& command, Session& session)
{
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    const auto renamed = renamePlan(*open->counter, open->version.id, command.name);
    return renamed ? Result<Answer>{done("The plan is called \"" + command.name + "\" now.\n")}
                   : renamed.error();
}

Result<Answer> run(const PlanDuplicateCommand& command, Session& session)
{
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    const auto made = duplicatePlan(*open->counter, open->version.id, command.name);
    if (!made) {
        return made.error();
    }
    return Answer{line(Json{{"plan", {{"id", made->text()}, {"name", command.name}}}}),
                  "Made the plan \"" + command.name + "\".\n",
                  {}};
}

Result<Answer> run(const PlanArchiveCommand& command, Session& session)
{
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    const auto archived = archivePlan(*open->counter, open->version.id, !command.undo);
    return archived ? Result<Answer>{done(command.undo ? "The plan is listed again.\n"
                                                       : "The plan is archived.\n")}
                    : archived.error();
}

Result<Answer> run(const PlanChangeCommand& command, Session& session)
{
    auto next = planInFile(command.file);
    if (!next) {
        return next.error();
    }
    const auto open = openPlan(session, command.plan);
    if (!open) {
        return open.error();
    }
    *next = withUnsaid(open->version.plan, *std::move(next));
    next->name = open->version.plan.name;
    const auto changed = changePlan(*open->counter,
                                    {.plan = open->version.id,
                                     .base = open->version.stamp,
                                     .next = *next,
                                     .dryRun = command.dryRun});
    return changed ? Result<Answer>{changedAnswer(open->version, *next, *changed, command.dryRun)}
                   : changed.error();
}

Result<Answer> run(const PlanCheckCommand& command, Session& session)
{
    SeatingPlan plan;
    std::error_code ignored;
    if (std::filesystem::exists(command.file, ignored)) {
        auto read = planInFile(command.file);
        if (!read) {
            return read.error();
        }
        plan = *std::move(read);
    } else {
        auto open = openPlan(session, command.file);
        if (!open) {
            return open.error();
        }
        plan = std::move(open->version.plan);
    }
    KeySource keys;
    Json list = Json::array();
    std::string text;
    for (const DrawingWarning& warning : warningsOf(drawingOf(plan, keys))) {
        list.push_back({{"kind", warningWord(warning.kind)},
                        {"count", warning.count},
                        {"first", warning.what}});
        text += std::string{warningText(warning.kind)} + ": " + std::to_string(warning.count) +
            (warning.what.empty() ? "" : ", the first one is " + warning.what) + ".\n";
    }
    return Answer{line(Json{{"seats", plan.seatCount()}, {"warnings", list}}),
                  text.empty() ? "Nothing to say about this plan.\n" : text,
                  {}};
}

} // namespace foyer::cli
