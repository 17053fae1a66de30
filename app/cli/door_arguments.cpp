// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kPerformanceHelp =
    "Its id, six or more characters of it, or its event's name";
constexpr std::int64_t kMinutesMax = 10'080;

void defineGates(CLI::App& app, Invocation& invocation)
{
    CLI::App* gate = app.add_subcommand("gate", "Whom the gates let in, and when");
    gate->require_subcommand(1);
    define<GateListCommand>(*gate, invocation, "list", "The gates that are described");
    const auto [set, values] =
        define<GateSetCommand>(*gate, invocation, "set", "Describe a gate, new or known");
    set->add_option("NAME", values->name, "As scans name it")->required();
    set->add_option("--types", values->types, "Only these ticket types: Adult,Child");
    set->add_option("--categories", values->categories, "Only these categories: Balcony");
    set->add_option("--opens-before", values->opensBefore, "Minutes before the start")
        ->check(CLI::Range(std::int64_t{0}, kMinutesMax));
    set->add_option("--closes-after", values->closesAfter, "Minutes after the start")
        ->check(CLI::Range(std::int64_t{0}, kMinutesMax));
    set->add_flag("--reentry", values->reentry, "Who was checked out may come in again");
    set->add_flag("--remove", values->remove, "The gate is not in use any more");
}

void definePassing(CLI::App& door, Invocation& invocation)
{
    const auto [pass, act] =
        define<DoorPassCommand>(door, invocation, "pass",
                                "Let somebody in, or out, whose ticket was found by hand");
    pass->add_option("--ticket", act->ticket, "Its id")->required();
    pass->add_option("--gate", act->gate, "Where")->capture_default_str();
    pass->add_option("--performance", act->performance, kPerformanceHelp);
    pass->add_flag("--out", act->isOut, "Check out instead");
    pass->add_option("--anyway", act->anyway, "Against a refusal; why");
    const auto [undo, undone] =
        define<DoorUndoCommand>(door, invocation, "undo",
                                "Take back the latest letting in, or out, of a ticket");
    undo->add_option("--ticket", undone->ticket, "Its id")->required();
    undo->add_option("--reason", undone->reason, "Why; kept in the journal")->required();
}

} // namespace

void defineDoor(CLI::App& app, Invocation& invocation)
{
    defineGates(app, invocation);
    CLI::App* door = app.add_subcommand("door", "Who is in, and who has no ticket to show");
    door->require_subcommand(1);
    const auto [counts, of] =
        define<DoorCountsCommand>(*door, invocation, "counts", "Who is in and still expected");
    counts->add_option("--performance", of->performance, kPerformanceHelp)->required();
    const auto [find, words] =
        define<DoorFindCommand>(*door, invocation, "find", "Guests by name, order, seat or phone");
    find->add_option("SEARCH", words->search, "What they say")->required();
    find->add_option("--performance", words->performance, kPerformanceHelp)->required();
    definePassing(*door, invocation);
}

} // namespace foyer::cli
