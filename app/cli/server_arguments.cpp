// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {

namespace {

/// What an administrator does at the server, from here.
void defineAdministration(CLI::App& server, Invocation& invocation)
{
    define<ServerDevicesCommand>(server, invocation, "devices",
                                 "The counters and gates of the house, and what each holds");
    const auto [jobs, listed] =
        define<ServerJobsCommand>(server, invocation, "jobs",
                                  "What the server has done, does and could not do");
    jobs->add_flag("--given-up", listed->onlyGivenUp, "Only what somebody has to look at");
    const auto [retry, retried] =
        define<ServerRetryJobCommand>(server, invocation, "retry-job",
                                      "Have a job that was given up done once more");
    retry->add_option("JOB", retried->job, "Its id, as jobs says it")->required();
    const auto [code, coded] =
        define<ServerCodeCommand>(server, invocation, "code",
                                  "An invitation for a new counter, good once for ten minutes");
    code->add_option("NAME", coded->name, "What the new counter is to be called")->required();
    const auto [revoke, revoked] =
        define<ServerRevokeCommand>(server, invocation, "revoke",
                                    "Shut a device out: the server takes nothing of it any more");
    const auto [grant, granted] =
        define<ServerGrantCommand>(server, invocation, "grant", "Give a counter places to sell");
    const auto [recall, recalled] =
        define<ServerRecallCommand>(server, invocation, "recall",
                                    "Ask a counter for what it has not sold of a performance");
    const auto [writeOff, written] = define<ServerWriteOffCommand>(
        server, invocation, "write-off",
        "Give up on a lost counter: what it has not sold goes to the others, for ever");
    constexpr const char* kDevice = "Its name, or six or more characters of its id";
    constexpr const char* kWhy = "Why; kept in the journal";
    constexpr const char* kPerformance =
        "Its id, six or more characters of it, or its event's name";
    revoke->add_option("DEVICE", revoked->device, kDevice)->required();
    revoke->add_option("--reason", revoked->reason, kWhy)->required();
    grant->add_option("DEVICE", granted->device, kDevice)->required();
    grant->add_option("--performance", granted->performance, kPerformance)->required();
    auto* count = grant->add_option("--count", granted->count, "So many rights of a quota")
                      ->check(CLI::PositiveNumber);
    grant->add_option("--quota", granted->quota, "Which, where the performance has several")
        ->needs(count);
    grant->add_option("--seats", granted->seats, "These seats, as A1,A2")->excludes(count);
    recall->add_option("DEVICE", recalled->device, kDevice)->required();
    recall->add_option("--performance", recalled->performance, kPerformance)->required();
    recall->add_option("--keep", recalled->keep, "So many of each quota may stay there")
        ->check(CLI::NonNegativeNumber);
    recall->add_option("--reason", recalled->reason, kWhy)->required();
    writeOff->add_option("DEVICE", written->device, kDevice)->required();
    writeOff->add_option("--reason", written->reason, kWhy)->required();
    writeOff->add_option("--confirm", written->confirm,
                         "The counter's whole name once more: this cannot be undone");
}

} // namespace

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
    const auto [left, asking] =
        define<ServerAvailabilityCommand>(*server, invocation, "availability",
                                          "What the whole house has left of a performance");
    left->add_option("PERFORMANCE", asking->performance,
                     "Its id, six or more characters of it, or its event's name")
        ->required();
    const auto [back, returning] =
        define<ReturnRightsCommand>(*server, invocation, "return",
                                    "Give back what this counter has not sold");
    back->add_option("--performance", returning->performance,
                     "Its id, six or more characters of it, or its event's name; without it, all");
    back->add_option("--keep", returning->keep, "So many of each quota stay here")
        ->check(CLI::NonNegativeNumber);
    defineAdministration(*server, invocation);
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
    define<HousesCommand>(app, invocation, "houses",
                          "The houses of this computer and their data folders, for --data");
    const auto [bundle, bundling] =
        define<SupportBundleCommand>(app, invocation, "support-bundle",
                                     "Write a .tar for whoever helps, without personal data");
    bundle->add_option("FILE", bundling->file, "Where to")->required();
}

} // namespace foyer::cli
