// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr const char* kWhichPlan = "The plan's name, or its id";

void defineChanges(CLI::App& plan, Invocation& invocation)
{
    const auto [change, changed] =
        define<PlanChangeCommand>(plan, invocation, "change",
                                  "Replace a plan by a later version of it: seats are known by "
                                  "their identifiers");
    change->add_option("PLAN", changed->plan, kWhichPlan)->required();
    change->add_option("FILE", changed->file, "The new version (pretix or seats.io JSON)")
        ->required();
    change->add_flag("--dry-run", changed->dryRun, "Say what would happen and change nothing");
    const auto [rename, renamed] =
        define<PlanRenameCommand>(plan, invocation, "rename", "Give a plan another name");
    rename->add_option("PLAN", renamed->plan, kWhichPlan)->required();
    rename->add_option("NAME", renamed->name, "The new name")->required();
    const auto [duplicate, duplicated] =
        define<PlanDuplicateCommand>(plan, invocation, "duplicate",
                                     "Make a new plan with the same seats");
    duplicate->add_option("PLAN", duplicated->plan, kWhichPlan)->required();
    duplicate->add_option("NAME", duplicated->name, "The new plan's name")->required();
    const auto [archive, archived] =
        define<PlanArchiveCommand>(plan, invocation, "archive",
                                   "Leave a plan out of lists; performances keep it");
    archive->add_option("PLAN", archived->plan, kWhichPlan)->required();
    archive->add_flag("--undo", archived->undo, "Bring it back");
}

void defineBackground(CLI::App& plan, Invocation& invocation)
{
    const auto [command, wanted] =
        define<PlanBackgroundCommand>(plan, invocation, "background",
                                      "The picture that is drawn over in the editor; customers "
                                      "never see it");
    command->add_option("PLAN", wanted->plan, kWhichPlan)->required();
    command->add_option("PICTURE", wanted->picture, "A file, or the beginning of a picture's hash");
    command->add_option("--left", wanted->left, "Its left upper corner, in units of the plan");
    command->add_option("--top", wanted->top, "The same, from above");
    command->add_option("--width", wanted->width, "As wide as this, its sides in proportion");
    command->add_option("--opacity", wanted->opacity, "Seen through so much: 0 to 100 percent")
        ->check(CLI::Range(0, 100));
    command->add_option("--shown", wanted->shown, "yes, or no for a while")
        ->check(CLI::IsMember({"yes", "no"}));
    command->add_flag("--none", wanted->isNone, "None any more");
}

} // namespace

void definePlans(CLI::App& app, Invocation& invocation)
{
    CLI::App* plan = app.add_subcommand("plan", "Seating plans");
    plan->require_subcommand(1);
    const auto [planImport, planFile] =
        define<PlanImportCommand>(*plan, invocation, "import",
                                  "Keep a seating plan (pretix or seats.io JSON)");
    planImport->add_option("FILE", planFile->file, "The plan's file")->required();
    planImport->add_option("--name", planFile->name, "Name it so instead of as the file does");
    const auto [list, listed] =
        define<PlanListCommand>(*plan, invocation, "list", "List the seating plans");
    list->add_flag("--all", listed->all, "Archived ones, too");
    const auto [show, shown] =
        define<PlanShowCommand>(*plan, invocation, "show",
                                "What a plan is made of, and which performances use it");
    show->add_option("PLAN", shown->plan, kWhichPlan)->required();
    const auto [exported, wanted] =
        define<PlanExportCommand>(*plan, invocation, "export",
                                  "Write a plan as a file for other programs");
    exported->add_option("PLAN", wanted->plan, kWhichPlan)->required();
    exported->add_option("--format", wanted->format, "pretix or seatsio")
        ->required()
        ->check(CLI::IsMember({"pretix", "seatsio"}));
    exported->add_option("--to", wanted->file, "The file to write")->required();
    const auto [check, checked] =
        define<PlanCheckCommand>(*plan, invocation, "check",
                                 "Say what is wrong or probably not meant in a plan or a file");
    check->add_option("PLAN", checked->file, "A plan's file, or the name of a kept plan")
        ->required();
    defineChanges(*plan, invocation);
    defineBackground(*plan, invocation);
}

} // namespace foyer::cli
