// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kOfEvent = "Its name, or six or more characters of its id";
constexpr const char* kOfDate = "Its start, or six or more characters of its id";
constexpr const char* kConcerns = "Say whom it concerns, and change nothing";

/// What every part of an event has: its event, its name, another name, and whether it is off.
template <typename C>
void addPart(CLI::App& app, C& values, const char* off, const char* on)
{
    app.add_option("EVENT", values.event, kOfEvent)->required();
    app.add_option("NAME", values.name, "Its name")->required();
    if (!values.isNew) {
        app.add_option("--name", values.newName, "A new name");
        auto* isOff = app.add_flag("--off", values.off, off);
        app.add_flag("--on", values.on, on)->excludes(isOff);
    }
}

void defineCategory(CLI::App& event, Invocation& invocation)
{
    CLI::App* category = event.add_subcommand("category", "Where one sits or stands");
    category->require_subcommand(1);
    for (const bool isNew : {true, false}) {
        const auto [app, values] =
            define<EventCategoryCommand>(*category, invocation, isNew ? "add" : "edit",
                                         isNew ? "Add a category" : "Change a category");
        values->isNew = isNew;
        addPart(*app, *values, "Not for sale", "For sale again");
        app->add_option("--rank", values->rank, "Its place in the order; 0 is the best");
    }
}

void defineType(CLI::App& event, Invocation& invocation)
{
    CLI::App* type = event.add_subcommand("type", "Ticket types");
    type->require_subcommand(1);
    for (const bool isNew : {true, false}) {
        const auto [app, values] =
            define<EventTypeCommand>(*type, invocation, isNew ? "add" : "edit",
                                     isNew ? "Add a ticket type" : "Change a ticket type");
        values->isNew = isNew;
        addPart(*app, *values, "Withdraw it: tickets stay valid", "Sell it again");
        app->add_option("--rank", values->rank, "Its place in the order; the first is the default");
        app->add_option("--tax", values->tax, "The name of its tax, or none");
        app->add_option("--order-max", values->orderMax, "At most so many in one order; 0: any");
        app->add_option("--on-sale-from", values->onSaleFrom, "2026-11-28 19:30, or none");
        app->add_option("--on-sale-until", values->onSaleUntil, "2026-11-28 19:30, or none");
        if (!isNew) {
            app->add_flag("--dry-run", values->dryRun, kConcerns);
        }
    }
}

void definePrice(CLI::App& event, Invocation& invocation)
{
    const auto [app, values] =
        define<EventPriceCommand>(event, invocation, "price", "Show the prices, or set some");
    app->add_option("EVENT", values->event, kOfEvent)->required();
    app->add_option("PRICES", values->cells, "TYPE@CATEGORY=25.00, or =none");
    app->add_option("--date", values->date, "Of this date alone");
    app->add_option("--until", values->until, "Until then, and not after: 2026-11-28 19:30");
    app->add_flag("--dry-run", values->dryRun, kConcerns);
}

void defineFee(CLI::App& event, Invocation& invocation)
{
    CLI::App* fee = event.add_subcommand("fee", "What is charged besides tickets");
    fee->require_subcommand(1);
    for (const bool isNew : {true, false}) {
        const auto [app, values] = define<EventFeeCommand>(*fee, invocation, isNew ? "add" : "edit",
                                                           isNew ? "Add a fee" : "Change a fee");
        values->isNew = isNew;
        addPart(*app, *values, "Charge it no more", "Charge it again");
        app->add_option("--per", values->per, "order or ticket")
            ->check(CLI::IsMember({"order", "ticket"}));
        app->add_option("--amount", values->amount, "2.00");
        app->add_option("--percent", values->percent, "A share of the price: 10");
        app->add_option("--tax", values->tax, "The name of its tax, or none");
    }
}

void defineQuota(CLI::App& event, Invocation& invocation)
{
    using Act = EventQuotaCommand::Act;
    CLI::App* quota = event.add_subcommand("quota", "How many tickets there are");
    quota->require_subcommand(1);
    const auto [show, shown] =
        define<EventQuotaCommand>(*quota, invocation, "show",
                                  "What limits each type and category of a date");
    show->add_option("EVENT", shown->event, kOfEvent)->required();
    show->add_option("DATE", shown->date, kOfDate);
    for (const Act act : {Act::Add, Act::Edit}) {
        const bool isNew = act == Act::Add;
        const auto [app, values] =
            define<EventQuotaCommand>(*quota, invocation, isNew ? "add" : "edit",
                                      isNew ? "Add a limit to a date" : "Change a limit");
        values->act = act;
        app->add_option("EVENT", values->event, kOfEvent)->required();
        app->add_option("NAME", values->name, "Its name; the event's is the one over everything")
            ->required();
        app->add_option("--date", values->date, kOfDate);
        app->add_option("--capacity", values->capacity, "How many tickets");
        app->add_option("--types", values->types, "Of these types: Child,Student");
        app->add_option("--categories", values->categories, "In these categories: Stalls,Balcony");
        if (!isNew) {
            app->add_option("--name", values->newName, "A new name");
            auto* off = app->add_flag("--off", values->off, "It limits nothing any more");
            app->add_flag("--on", values->on, "It limits again")->excludes(off);
            app->add_flag("--dry-run", values->dryRun, kConcerns);
        }
    }
}

void defineTax(CLI::App& app, Invocation& invocation)
{
    CLI::App* tax = app.add_subcommand("tax", "Taxes");
    tax->require_subcommand(1);
    define<TaxListCommand>(*tax, invocation, "list", "List the taxes");
    for (const bool isNew : {true, false}) {
        const auto [save, values] =
            define<TaxSaveCommand>(*tax, invocation, isNew ? "create" : "edit",
                                   isNew ? "Add a tax" : "Change a tax");
        values->isNew = isNew;
        save->add_option("NAME", values->tax, "Its name")->required();
        CLI::Option* rate = save->add_option("--rate", values->rate, "Percent: 19, or 8.875");
        if (isNew) {
            rate->required();
        } else {
            save->add_option("--name", values->name, "A new name");
        }
        auto* inclusive = save->add_flag("--inclusive", values->inclusive, "Part of the price");
        save->add_flag("--exclusive", values->exclusive, "On top of the price")
            ->excludes(inclusive);
    }
}

} // namespace

void defineEventParts(CLI::App& event, Invocation& invocation)
{
    defineCategory(event, invocation);
    defineType(event, invocation);
    definePrice(event, invocation);
    defineFee(event, invocation);
    defineQuota(event, invocation);
}

void defineVenues(CLI::App& app, Invocation& invocation)
{
    CLI::App* venue = app.add_subcommand("venue", "Where events take place");
    venue->require_subcommand(1);
    define<VenueListCommand>(*venue, invocation, "list", "List the venues");
    for (const bool isNew : {true, false}) {
        const auto [save, values] =
            define<VenueSaveCommand>(*venue, invocation, isNew ? "create" : "edit",
                                     isNew ? "Add a venue" : "Change a venue");
        values->isNew = isNew;
        save->add_option("NAME", values->venue, "Its name")->required();
        if (!isNew) {
            save->add_option("--name", values->name, "A new name");
        }
        save->add_option("--address", values->address, "As customers find it");
        save->add_option("--time-zone", values->timeZone, "IANA name; without one the house's");
    }
    defineTax(app, invocation);
}

} // namespace foyer::cli
