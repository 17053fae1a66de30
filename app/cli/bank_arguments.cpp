// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {

void defineBank(CLI::App& app, Invocation& invocation)
{
    CLI::App* bank = app.add_subcommand("bank", "The house's bank account, at its server");
    bank->require_subcommand(1);
    const auto [import, imported] =
        define<BankImportCommand>(*bank, invocation, "import",
                                  "Take in a statement: CAMT.053 or CSV, as often as you like");
    import->add_option("FILE", imported->file, "As the bank's site gives it")->required();
    const auto [lines, shown] = define<BankLinesCommand>(*bank, invocation, "lines",
                                                         "What came and went, the latest first");
    lines->add_flag("--unmatched", shown->onlyUnmatched,
                    "Of which somebody has to say what it is for");
    const auto [assign, assigned] = define<BankAssignCommand>(*bank, invocation, "assign",
                                                              "Say what the rest of a line is for");
    assign->add_option("LINE", assigned->line, "Its id, as lines says it")->required();
    assign->add_option("TO", assigned->to, "An order's code, an invoice's number or a reference")
        ->required();
    define<BankOutgoingCommand>(*bank, invocation, "outgoing", "What has to be transferred back");
    const auto [sent, noted] =
        define<BankSentCommand>(*bank, invocation, "sent", "Say that such a transfer was made");
    sent->add_option("ID", noted->id, "As outgoing says it")->required();
}

} // namespace foyer::cli
