// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kIncidentHelp = "Its id, or six or more characters of its beginning";
constexpr const char* kReasonHelp = "Why; kept in the journal";

} // namespace

void defineIncidents(CLI::App& app, Invocation& invocation)
{
    CLI::App* desk =
        app.add_subcommand("incidents",
                           "What counters that could not hear each other brought about");
    desk->require_subcommand(1);
    const auto [list, of] =
        define<IncidentsListCommand>(*desk, invocation, "list", "Those that nobody has dealt with");
    list->add_flag("--settled", of->settled, "Those that were dealt with instead");
    const auto [show, shown] =
        define<IncidentsShowCommand>(*desk, invocation, "show", "Both sides, money, what was done");
    show->add_option("INCIDENT", shown->incident, kIncidentHelp)->required();
    const auto [accept, accepted] =
        define<IncidentsAcceptCommand>(*desk, invocation, "accept", "Leave it as it is");
    accept->add_option("INCIDENT", accepted->incident, kIncidentHelp)->required();
    accept->add_option("--reason", accepted->reason, kReasonHelp)->required();
    const auto [reseat, seated] =
        define<IncidentsReseatCommand>(*desk, invocation, "reseat", "Give a ticket another seat");
    reseat->add_option("INCIDENT", seated->incident, kIncidentHelp)->required();
    reseat->add_option("--ticket", seated->ticket, "Its id")->required();
    reseat->add_option("--seat", seated->seat, "F7; the nearest free one without it");
    reseat->add_option("--reason", seated->reason, kReasonHelp);
    reseat->add_flag("--plan", seated->planOnly, "Say what it would do, and change nothing");
    const auto [refund, back] =
        define<IncidentsRefundCommand>(*desk, invocation, "refund", "Take tickets of it back");
    refund->add_option("INCIDENT", back->incident, kIncidentHelp)->required();
    refund->add_option("--order", back->order, "The order's code")->required();
    repeatable(refund->add_option("--ticket", back->tickets, "Only these, by their ids"));
    refund->add_option("--reason", back->reason, kReasonHelp);
    refund->add_option("--reference", back->cardReference, "What the card terminal printed");
    refund->add_flag("--plan", back->planOnly, "Say what it would do, and change nothing");
    const auto [choose, chosen] =
        define<IncidentsChooseCommand>(*desk, invocation, "choose", "Keep one side's value");
    choose->add_option("INCIDENT", chosen->incident, kIncidentHelp)->required();
    choose->add_option("--side", chosen->side, "Its number, as show names it")->required();
    choose->add_option("--reason", chosen->reason, kReasonHelp);
}

} // namespace foyer::cli
