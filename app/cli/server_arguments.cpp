// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {

void defineServer(CLI::App& app, Invocation& invocation)
{
    CLI::App* server = app.add_subcommand("server", "The server that this counter belongs to");
    server->require_subcommand(1);
    const auto [join, joining] =
        define<JoinCommand>(*server, invocation, "join",
                            "Join a server: this counter with all it has sold, or a new one");
    join->add_option("INVITATION", joining->invitation,
                     "The text of the invitation, or a file with it")
        ->required();
    define<SyncCommand>(*server, invocation, "sync",
                        "Send what is not sent, hear what is new, and end");
    define<SyncStatusCommand>(*server, invocation, "status",
                              "What is not sent, since when, and what can be sold without it");
    const auto [back, returning] =
        define<ReturnRightsCommand>(*server, invocation, "return",
                                    "Give back what this counter has not sold");
    back->add_option("--performance", returning->performance,
                     "Its id, six or more characters of it, or its event's name; without it, all");
    back->add_option("--keep", returning->keep, "So many of each quota stay here")
        ->check(CLI::NonNegativeNumber);
    CLI::App* stock =
        server->add_subcommand("stock", "How much each counter keeps to sell without a network");
    stock->require_subcommand(1);
    define<StockListCommand>(*stock, invocation, "list", "What was set for each event");
    const auto [set, setting] =
        define<StockSetCommand>(*stock, invocation, "set", "Set it for one event, at all counters");
    set->add_option("EVENT", setting->event, "Its name, or a performance's id")->required();
    set->add_option("--rights", setting->rights, "So many tickets of each quota; 0 for none")
        ->check(CLI::NonNegativeNumber);
    set->add_option("--seats", setting->seats,
                    "So many numbered seats of each performance; 0 for none")
        ->check(CLI::NonNegativeNumber);
    const auto [bundle, bundling] =
        define<SupportBundleCommand>(app, invocation, "support-bundle",
                                     "Write a .tar for whoever helps, without personal data");
    bundle->add_option("FILE", bundling->file, "Where to")->required();
}

} // namespace foyer::cli
