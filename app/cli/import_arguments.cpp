// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"
#include "app/imports/order_files.h"
#include "core/services/exports.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

void defineOrderFiles(CLI::App& app, ImportOrdersCommand& command)
{
    app.add_option("FILE", command.files, "What the other system exported")->required();
    app.add_option("--from", command.from, "Whose export it is")
        ->check(CLI::IsMember(app::orderFormats()))
        ->capture_default_str();
    repeatable(app.add_option("--map", command.map,
                              "Where a field of a table is: price=Betrag, seat=Row+Place, tax="));
    app.add_option("--performance", command.performance, "Where tickets belong that name no event");
    app.add_flag("--make-missing", command.makeMissing,
                 "Make events that nobody here knows, as far as the orders say");
    app.add_option("--venue", command.venue, "Of the events that are made");
}

void definePeriod(CLI::App& app, std::string& from, std::string& until)
{
    app.add_option("--from-day", from, "From this day on: 2026-01-01, in the zone of the house");
    app.add_option("--until-day", until, "Until this day, itself included");
}

void defineExports(CLI::App& app, Invocation& invocation)
{
    CLI::App* out = app.add_subcommand("export", "What the house knows, for other programs");
    out->require_subcommand(1);
    const auto defineTable = [&](const char* name, const char* description) {
        const auto [command, exported] = define<ExportCommand>(*out, invocation, name, description);
        exported->what = name;
        command->add_option("--to", exported->to, "The folder for the files")->required();
        command->add_option("--format", exported->form, "jsonl or csv")
            ->check(CLI::IsMember({"jsonl", "csv"}))
            ->capture_default_str();
        command->add_flag("--persons", exported->persons, "Names and addresses of customers, too");
        definePeriod(*command, exported->from, exported->until);
    };
    defineTable("all", "Every table, and a manifest");
    for (const ExportTable& table : exportTables()) {
        defineTable(table.name.c_str(), "One table");
    }
    const auto [journal, booked] =
        define<ExportJournalCommand>(*out, invocation, "journal",
                                     "The accounting journal of a period, as CSV");
    journal->add_option("--to", booked->to, "The folder for the file")->required();
    definePeriod(*journal, booked->from, booked->until);
    const auto [calendar, dates] = define<ExportCalendarCommand>(
        *out, invocation, "ical", "A calendar file of all dates for each venue, or of one event");
    calendar->add_option("--to", dates->to, "The folder for the files")->required();
    calendar->add_option("--event", dates->event, "Only this event");
}

} // namespace

void defineImports(CLI::App& app, Invocation& invocation)
{
    CLI::App* imports = app.add_subcommand("import", "Orders out of another system");
    imports->require_subcommand(1);
    const auto [orders, imported] =
        define<ImportOrdersCommand>(*imports, invocation, "orders",
                                    "Bring orders and attendees, all that are new");
    defineOrderFiles(*orders, *imported);
    orders->add_flag("--dry-run", imported->dryRun, "Say what it would do and change nothing");
    const auto [goOn, continued] =
        define<ImportOrdersCommand>(*imports, invocation, "go-on",
                                    "Go on with an import that was interrupted");
    goOn->add_option("IMPORT", continued->continues, "Its id")->required();
    defineOrderFiles(*goOn, *continued);
    define<ImportListCommand>(*imports, invocation, "list", "List the imports");
    const auto [undo, undone] =
        define<ImportUndoCommand>(*imports, invocation, "undo",
                                  "Void what an import brought and nobody used since");
    undo->add_option("IMPORT", undone->import, "Its id")->required();
    defineExports(app, invocation);
}

} // namespace foyer::cli
