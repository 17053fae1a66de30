// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"
#include "app/imports/order_files.h"

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

} // namespace

void defineImports(CLI::App& app, Invocation& invocation)
{
    CLI::App* import = app.add_subcommand("import", "Orders out of another system");
    import->require_subcommand(1);
    const auto [orders, imported] =
        define<ImportOrdersCommand>(*import, invocation, "orders",
                                    "Bring orders and attendees, all that are new");
    defineOrderFiles(*orders, *imported);
    orders->add_flag("--dry-run", imported->dryRun, "Say what it would do and change nothing");
    const auto [goOn, continued] =
        define<ImportOrdersCommand>(*import, invocation, "go-on",
                                    "Go on with an import that was interrupted");
    goOn->add_option("IMPORT", continued->continues, "Its id")->required();
    defineOrderFiles(*goOn, *continued);
    define<ImportListCommand>(*import, invocation, "list", "List the imports");
    const auto [undo, undone] =
        define<ImportUndoCommand>(*import, invocation, "undo",
                                  "Void what an import brought and nobody used since");
    undo->add_option("IMPORT", undone->import, "Its id")->required();
}

} // namespace foyer::cli
