// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr const char* kCoinsHelp = "Coins and notes: 50.00=2,0.50=7; instead of the amount";
constexpr const char* kShiftHelp = "Its label, such as A7-12 or A7-Z3; else your own open one";

void defineMove(CLI::App& till, Invocation& invocation, CashMoveKind kind, const std::string& name,
                const std::string& description)
{
    const auto [move, values] = define<TillMoveCommand>(till, invocation, name, description);
    values->kind = kind;
    if (kind != CashMoveKind::NoSale) {
        move->add_option("AMOUNT", values->amount, "Such as 20.00")->required();
    }
    move->add_option("--reason", values->reason, "Why; kept in the journal")->required();
}

void defineCount(CLI::App& till, Invocation& invocation, bool closes, const std::string& name,
                 const std::string& description)
{
    const auto [count, values] = define<TillCountCommand>(till, invocation, name, description);
    values->closes = closes;
    count->add_option("AMOUNT", values->amount, "What is in the drawer, such as 312.50");
    count->add_option("--coins", values->coins, kCoinsHelp);
    count->add_option("--shift", values->shift, kShiftHelp);
    if (closes) {
        count->add_option("--pdf", values->pdf, "Write the Z report into this file");
    }
}

} // namespace

void defineTill(CLI::App& app, Invocation& invocation)
{
    CLI::App* till = app.add_subcommand("till", "Shifts, drawers and what is in them");
    till->require_subcommand(1);
    const auto [open, opened] =
        define<TillOpenCommand>(*till, invocation, "open", "Open a shift of your own");
    open->add_option("--float", opened->amount, "What is in the drawer, such as 100.00");
    open->add_option("--coins", opened->coins, kCoinsHelp);
    open->add_option("--drawer", opened->drawer, "Its name; else the first that is free");
    defineMove(*till, invocation, CashMoveKind::PayIn, "pay-in", "Put cash into the drawer");
    defineMove(*till, invocation, CashMoveKind::PayOut, "pay-out", "Take cash out of the drawer");
    defineMove(*till, invocation, CashMoveKind::NoSale, "no-sale",
               "Note that the drawer was opened");
    const auto [x, reported] =
        define<TillShowCommand>(*till, invocation, "x", "The X report: the figures so far");
    x->add_option("--shift", reported->shift, kShiftHelp);
    x->add_option("--pdf", reported->pdf, "Write the report into this file");
    const auto [show, shown] =
        define<TillShowCommand>(*till, invocation, "show",
                                "A shift's report, or the receipts behind a figure");
    show->add_option("SHIFT", shown->shift, kShiftHelp);
    show->add_option("--pdf", shown->pdf, "Write the report into this file");
    show->add_flag("--receipts", shown->receipts, "Every receipt of the shift");
    show->add_option("--figure", shown->figure,
                     "The receipts behind a figure: turnover, drawer, method:cash, type:Adult …");
    defineCount(*till, invocation, false, "count",
                "Compare a count with the drawer; closes nothing");
    defineCount(*till, invocation, true, "close",
                "Close a shift with what was counted: the Z report");
    define<TillListCommand>(*till, invocation, "list", "List the shifts, the latest first");
    const auto [drawer, added] =
        define<TillDrawersCommand>(*till, invocation, "drawers", "List the drawers, or add one");
    drawer->add_option("--add", added->add, "The name of a new one");
    const auto [rounding, step] =
        define<TillRoundingCommand>(*till, invocation, "rounding",
                                    "Round what is paid in cash to the smallest coin");
    rounding
        ->add_option("STEP", step->step,
                     "0.05, none, or coins for what the currency's coins ask for")
        ->required();
}

} // namespace foyer::cli
