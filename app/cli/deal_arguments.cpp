// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr const char* kEventHelp = "The event's name, or the id of one of its performances";

void addCut(CLI::Option_group& group, CutWords& cut, const char* priceHelp)
{
    group.add_option("--percent", cut.percent, "Percent off each ticket, such as 10 or 12.5");
    group.add_option("--amount", cut.amount, "An amount off each ticket");
    group.add_option("--price", cut.price, priceHelp);
}

void definePromo(CLI::App& app, Invocation& invocation)
{
    CLI::App* promo = app.add_subcommand("promo", "Codes that make tickets cheaper");
    promo->require_subcommand(1);
    const auto [set, values] =
        define<PromoSetCommand>(*promo, invocation, "set", "Make a promo code, or change it");
    set->add_option("CODE", values->code, "As customers type it; case and spaces do not matter")
        ->required();
    CLI::Option_group* prices = set->add_option_group("What it gives");
    addCut(*prices, values->cut, "The price of each ticket");
    prices->require_option(1);
    set->add_option("--event", values->event, kEventHelp);
    set->add_option("--types", values->types, "Only these ticket types of the event: Adult,Child");
    set->add_option("--uses", values->uses, "Tickets in all, as far as is known here; 0: any")
        ->check(CLI::NonNegativeNumber);
    set->add_option("--uses-per-counter", values->usesPerCounter,
                    "Tickets that each counter may sell with it, offline too; 0: any")
        ->check(CLI::NonNegativeNumber);
    set->add_option("--from", values->from, "Works from then on: 2026-11-28 18:00");
    set->add_option("--until", values->until, "Works until then: 2026-11-29 18:00");
    set->add_flag("--off", values->off, "Does not work any more");
    define<PromoListCommand>(*promo, invocation, "list", "List the codes and their uses");
}

void defineBundle(CLI::App& app, Invocation& invocation)
{
    CLI::App* bundle = app.add_subcommand("bundle", "Family tickets and group rates");
    bundle->require_subcommand(1);
    const auto [set, values] =
        define<BundleSetCommand>(*bundle, invocation, "set", "Make a bundle, or change it");
    set->add_option("NAME", values->name, "Family ticket, Group")->required();
    set->add_option("--event", values->event, kEventHelp)->required();
    set->add_option("--tickets", values->tickets,
                    "Which go together: Adult=2,Child=2; of a group rate, from how many: Adult=10")
        ->required();
    CLI::Option_group* prices = set->add_option_group("What it gives");
    prices->add_option("--together", values->together, "The price of all of them together");
    addCut(*prices, values->cut, "Group rate: the price of each ticket");
    prices->require_option(1);
    set->add_option("--categories", values->categories, "Only in these: Stalls,Balcony");
    set->add_flag("--off", values->off, "Not offered any more");
    define<BundleListCommand>(*bundle, invocation, "list", "List the bundles and group rates");
}

} // namespace

void defineDeals(CLI::App& app, Invocation& invocation)
{
    definePromo(app, invocation);
    defineBundle(app, invocation);
    const auto [currency, values] =
        define<EventCurrencyCommand>(app, invocation, "event-currency",
                                     "Sell an event in another currency than the house's");
    currency->add_option("EVENT", values->event, kEventHelp)->required();
    currency->add_option("CURRENCY", values->currency, "ISO 4217 code, or house")->required();
    const auto [donation, taxed] =
        define<DonationTaxCommand>(app, invocation, "donation-tax", "Set the tax of donations");
    donation->add_option("TAX", taxed->tax, "Its name, or none")->required();
}

} // namespace foyer::cli
