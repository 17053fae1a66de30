// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kPerformanceHelp =
    "Its id, six or more characters of it, or its event's name";

void defineHouseHolds(CLI::App& app, Invocation& invocation)
{
    CLI::App* hold = app.add_subcommand("hold", "Places kept back for the house");
    hold->require_subcommand(1);
    const auto [place, held] = define<HoldPlaceCommand>(*hold, invocation, "place", "Hold places");
    place->add_option("--performance", held->performance, kPerformanceHelp)->required();
    place->add_option("--kind", held->kind, "house, press, sponsor or technical")
        ->capture_default_str();
    place->add_option("--label", held->label, "For whom or why; not a customer's name");
    place->add_option("--seats", held->seats, "Seats by name: F7,F8");
    place->add_option("--standing", held->standing, "Places without a number: Standing=5");
    place->add_option("--until", held->until, "Let go then: 2026-11-28 18:00");
    const auto [list, listed] =
        define<HoldListCommand>(*hold, invocation, "list", "What is held, reserved and parked");
    list->add_option("--performance", listed->performance, kPerformanceHelp)->required();
    const auto [release, released] =
        define<HoldReleaseCommand>(*hold, invocation, "release", "Let a hold or a reservation go");
    release->add_option("HOLD", released->hold, "Its id, the end of it, or a reservation's code")
        ->required();
    const auto [extend, extended] =
        define<HoldExtendCommand>(*hold, invocation, "extend",
                                  "Keep a hold or a reservation until another time");
    extend->add_option("HOLD", extended->hold, "Its id, the end of it, or a reservation's code")
        ->required();
    extend->add_option("--until", extended->until,
                       "Let go then: 2026-11-28 18:00; without it, when somebody releases it");
}

void defineReservations(CLI::App& app, Invocation& invocation)
{
    const auto [reserve, values] =
        define<ReserveCommand>(app, invocation, "reserve",
                               "Keep places for a customer who pays later");
    reserve->add_option("--performance", values->performance, kPerformanceHelp)->required();
    repeatable(reserve->add_option("--tickets", values->tickets, "How many of each type: Adult=2")
                   ->required());
    reserve->add_option("--seats", values->seats, "best, or the seats by name: F7,F8");
    reserve->add_option("--customer", values->customer, "name=…,phone=…")->required();
    reserve->add_option("--until", values->until, "Let go then: 2026-11-28 18:00");
    const auto [collect, taken] =
        define<CollectCommand>(app, invocation, "collect",
                               "Sell a reservation to whoever comes for it");
    collect->add_option("CODE", taken->code, "The reservation's code")->required();
    repeatable(collect->add_option("--pay", taken->payments,
                                   "cash=AMOUNT or card=AMOUNT:RECEIPT; may be repeated"));
}

void defineWaiting(CLI::App& app, Invocation& invocation)
{
    CLI::App* wait = app.add_subcommand("wait", "Who waits for places to come free");
    wait->require_subcommand(1);
    const auto [join, joined] =
        define<WaitJoinCommand>(*wait, invocation, "join", "Put somebody on the list");
    join->add_option("--performance", joined->performance, kPerformanceHelp)->required();
    join->add_option("--customer", joined->customer, "name=…,phone=…")->required();
    join->add_option("--count", joined->count, "How many places")->capture_default_str();
    join->add_option("--category", joined->category, "Of which category; any without it");
    const auto [list, listed] = define<WaitListCommand>(*wait, invocation, "list",
                                                        "First come first; says who can be served");
    list->add_option("--performance", listed->performance, kPerformanceHelp)->required();
    const auto [offer, offered] =
        define<WaitOfferCommand>(*wait, invocation, "offer",
                                 "Reserve for somebody on the list what they wait for");
    offer->add_option("ID", offered->waiting, "The entry's id")->required();
    offer->add_option("--until", offered->until, "Let go then: 2026-11-28 18:00");
    const auto [end, ended] =
        define<WaitEndCommand>(*wait, invocation, "end", "Take somebody off the list");
    end->add_option("ID", ended->waiting, "The entry's id")->required();
    end->add_flag("--served", ended->served, "They got their places");
}

} // namespace

void defineHolds(CLI::App& app, Invocation& invocation)
{
    defineHouseHolds(app, invocation);
    defineReservations(app, invocation);
    defineWaiting(app, invocation);
}

} // namespace foyer::cli
