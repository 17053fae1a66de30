// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {

void defineReconciliationReport(CLI::App& payment, Invocation& invocation)
{
    const auto [report, reported] =
        define<ReconciliationReportCommand>(payment, invocation, "reconciliation",
                                            "What the comparison of books and accounts found, per "
                                            "account and day");
    report->add_option("--from", reported->from, "The first day, 2026-11-01, UTC")->required();
    report->add_option("--to", reported->to, "The last day")->required();
    report->add_option("--pdf", reported->pdf, "Write it to this file");
    report->add_option("--csv", reported->csv, "Write it to this file");
}

void definePayouts(CLI::App& app, Invocation& invocation)
{
    CLI::App* payout = app.add_subcommand("payout", "What the house is paid out");
    payout->require_subcommand(1);
    define<PayoutListCommand>(*payout, invocation, "list", "The payouts, the latest first");
    const auto [show, shown] =
        define<PayoutShowCommand>(*payout, invocation, "show", "What a payout is made of");
    show->add_option("PAYOUT", shown->payout, "Its number, or its id")->required();
    const auto [make, made] = define<PayoutMakeCommand>(
        *payout, invocation, "make",
        "Pay out what providers took, less fees and commission; the same time twice is one payout");
    make->add_option("--until", made->until,
                     "Up to this time, \"2026-12-01 00:00\" by the clocks of the house; else now");
    make->add_option("--despite-cases", made->despiteCases,
                     "Although the books and the accounts do not fit: why; kept with the payout");
    const auto [statement, stated] =
        define<PayoutStatementCommand>(*payout, invocation, "statement",
                                       "Write its statement to files");
    statement->add_option("PAYOUT", stated->payout, "Its number, or its id")->required();
    statement->add_option("--pdf", stated->pdf, "As pages");
    statement->add_option("--csv", stated->csv, "As a table");

    CLI::App* commission = app.add_subcommand("commission", "What the platform takes of tickets");
    commission->require_subcommand(1);
    define<CommissionShowCommand>(*commission, invocation, "show", "What holds, and what held");
    const auto [set, rate] =
        define<CommissionSetCommand>(*commission, invocation, "set",
                                     "Of tickets that are sold from a time on");
    set->add_option("--percent", rate->percent, "Of the price, \"2.5\"")->capture_default_str();
    set->add_option("--fixed", rate->fixed, "And so much a ticket, \"0.50\"")
        ->capture_default_str();
    set->add_option("--currency", rate->currency, "Of tickets in this currency; else the house's");
    set->add_option("--from", rate->from,
                    "From this time on, \"2027-01-01 00:00\" by the clocks of the house; else now");
}

} // namespace foyer::cli
