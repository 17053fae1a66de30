// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

void defineSpoolAct(CLI::App& spool, Invocation& invocation, SpoolActCommand::Act act,
                    const std::string& name, const std::string& description)
{
    const auto [app, values] = define<SpoolActCommand>(spool, invocation, name, description);
    values->act = act;
    app->add_option("JOB", values->job, "Its id, or six or more characters of it")->required();
}

void definePrinters(CLI::App& app, Invocation& invocation)
{
    CLI::App* printer = app.add_subcommand("printer", "The printers of this computer");
    printer->require_subcommand(1);
    const auto [add, added] =
        define<PrinterAddCommand>(*printer, invocation, "add",
                                  "Set up a printer, or change the one of that name");
    add->add_option("NAME", added->name, "What it is called here")->required();
    add->add_option("--output", added->output,
                    "tcp:ADDRESS[:PORT], device:/dev/usb/lp0, queue:NAME or file:FOLDER")
        ->required();
    add->add_option("--language", added->language, "escpos, zpl, fgl or pdf")->required();
    add->add_option("--paper", added->paper, "80mm, 58mm, 80x150mm, 2x5.5in, a6, a4 or letter")
        ->required();
    add->add_option("--for", added->purposes,
                    "tickets, receipts, reports; drawer: it opens one; at-once: after "
                    "every sale")
        ->capture_default_str();
    add->add_option("--dpi", added->dotsPerInch, "203 or 300")->capture_default_str();
    define<PrinterListCommand>(*printer, invocation, "list", "List the printers");
    const auto [test, tested] =
        define<PrinterTestCommand>(*printer, invocation, "test", "Print a test page");
    test->add_option("NAME", tested->name, "Which printer")->required();
    const auto [remove, removed] =
        define<PrinterRemoveCommand>(*printer, invocation, "remove", "Forget a printer");
    remove->add_option("NAME", removed->name, "Which printer")->required();
}

} // namespace

void definePrinting(CLI::App& app, Invocation& invocation)
{
    definePrinters(app, invocation);
    const auto [print, printed] =
        define<PrintCommand>(app, invocation, "print", "Print an order's tickets or its receipt");
    print->add_option("--order", printed->order, "The order's code")->required();
    print->add_option("--printer", printed->printer, "Which one; else the first that is for it");
    print->add_flag("--receipt", printed->receipt, "The receipt instead of the tickets");

    CLI::App* spool = app.add_subcommand("spool", "What waits for a printer");
    spool->require_subcommand(1);
    define<SpoolListCommand>(*spool, invocation, "list", "List the jobs, newest first");
    using Act = SpoolActCommand::Act;
    defineSpoolAct(*spool, invocation, Act::Retry, "retry", "Print what is missing of a job");
    defineSpoolAct(*spool, invocation, Act::Cancel, "cancel", "Take back what was not sent");
    defineSpoolAct(*spool, invocation, Act::CameOut, "came-out",
                   "Say that a page that may have come out did");
    defineSpoolAct(*spool, invocation, Act::Missing, "missing", "Say that it did not; print it");

    // The till's commands may have made it already.
    const auto drawers =
        app.get_subcommands([](const CLI::App* each) { return each->get_name() == "drawer"; });
    CLI::App* drawer =
        drawers.empty() ? app.add_subcommand("drawer", "The cash drawer") : drawers.front();
    drawer->require_subcommand(1);
    const auto [open, opened] =
        define<DrawerOpenCommand>(*drawer, invocation, "open",
                                  "Open the drawer without a sale; kept in the journal");
    open->add_option("--reason", opened->reason, "Why")->required();
    open->add_option("--printer", opened->printer, "Where it is connected; else the receipt one");
}

} // namespace foyer::cli
