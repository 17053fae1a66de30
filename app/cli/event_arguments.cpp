// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kEventWords = "Its name, or six or more characters of its id";
constexpr const char* kDryRunWords = "Say whom it concerns, and change nothing";

void defineSave(CLI::App& event, Invocation& invocation, bool isNew)
{
    const auto [save, values] =
        define<EventSaveCommand>(event, invocation, isNew ? "create" : "edit",
                                 isNew ? "Make a draft of an event"
                                       : "Change what an event says of itself");
    values->isNew = isNew;
    save->add_option(isNew ? "NAME" : "EVENT", values->event, isNew ? "Its name" : kEventWords)
        ->required();
    if (!isNew) {
        save->add_option("--name", values->name, "A new name");
    }
    CLI::Option* venue = save->add_option("--venue", values->venue, "Where it takes place");
    if (isNew) {
        venue->required();
    }
    save->add_option("--subtitle", values->subtitle, "Below its name");
    CLI::Option* described =
        save->add_option("--description", values->description,
                         "Markdown: paragraphs, headings, lists, *emphasis*, links; no HTML");
    save->add_option("--description-file", values->descriptionFile, "The same from a file")
        ->excludes(described);
    save->add_option("--language", values->language, "Of these texts: de, or de-AT");
    repeatable(save->add_option("--text", values->texts,
                                "In another language: de.title=…, de.subtitle=…, "
                                "de.description=… or de.ticket_text=…; empty takes it "
                                "away; may be repeated"));
    save->add_option("--tags", values->tags, "Genres and the like: Drama,Premiere");
    save->add_option("--age", values->ageLimit, "From which age on people are let in; 0: any");
    save->add_option("--promoter", values->promoter,
                     "Whose event it is, if not the house's; printed on tickets and receipts");
    save->add_option("--promoter-address", values->promoterAddress, "Their address");
    save->add_option("--promoter-tax-number", values->promoterTaxNumber,
                     "With it, tickets are sold in their name and on their account");
    save->add_option("--mail", values->mail, "Whom customers write to");
    save->add_option("--phone", values->phone, "Whom they call");
    save->add_option("--web", values->web, "Its page: https://…");
    save->add_option("--ticket-text", values->ticketText, "Printed on each ticket, in lines");
}

void defineState(CLI::App& event, Invocation& invocation, EventStateCommand::Act act,
                 const char* name, const char* description)
{
    const auto [state, values] = define<EventStateCommand>(event, invocation, name, description);
    values->act = act;
    state->add_option("EVENT", values->event, kEventWords)->required();
    if (act == EventStateCommand::Act::Postpone || act == EventStateCommand::Act::Cancel) {
        state->add_option("--reason", values->reason, "Why; kept in the journal");
        state->add_flag("--dry-run", values->dryRun, kDryRunWords);
    }
}

void defineStates(CLI::App& event, Invocation& invocation)
{
    using Act = EventStateCommand::Act;
    defineState(event, invocation, Act::Publish, "publish",
                "Put an event on sale, if nothing is missing");
    defineState(event, invocation, Act::Postpone, "postpone",
                "No new sales until its dates are moved; tickets stay valid");
    defineState(event, invocation, Act::Cancel, "cancel",
                "It does not take place, nor any date that is to come");
    defineState(event, invocation, Act::Archive, "archive", "Take it out of the lists");
}

void addDateWords(CLI::App& app, DateWords& words)
{
    app.add_option("--doors-before", words.doorsBefore, "Minutes from doors to start");
    app.add_option("--lasts", words.lasts, "Minutes from start to end");
    app.add_option("--plan", words.plan, "The seating plan; none: general admission");
    app.add_option("--capacity", words.capacity, "How many tickets; 0: as the plan has places");
    app.add_option("--on-sale-from", words.onSaleFrom, "2026-11-28 19:30");
    app.add_option("--on-sale-until", words.onSaleUntil, "2026-11-28 19:30");
}

void defineDateActs(CLI::App& date, Invocation& invocation)
{
    using Act = EventDateActCommand::Act;
    const auto act = [&](Act what, const char* name, const char* description) {
        const auto [app, values] = define<EventDateActCommand>(date, invocation, name, description);
        values->act = what;
        app->add_option("EVENT", values->event, kEventWords)->required();
        app->add_option("DATE", values->date, "Its start, or six or more characters of its id")
            ->required();
        if (what == Act::Move) {
            app->add_option("TO", values->to, "The new start: 2026-11-28 19:30")->required();
        }
        app->add_option("--reason", values->reason, "Why; kept in the journal");
        app->add_flag("--dry-run", values->dryRun, kDryRunWords);
    };
    act(Act::Cancel, "cancel", "It does not take place");
    act(Act::Postpone, "postpone", "No new sales until it is moved; tickets stay valid");
    act(Act::Move, "move", "Give a date another start; doors and end move along");
}

void defineDates(CLI::App& event, Invocation& invocation)
{
    CLI::App* date = event.add_subcommand("date", "When it takes place");
    date->require_subcommand(1);
    const auto [add, added] =
        define<EventDateAddCommand>(*date, invocation, "add", "Add dates one by one");
    add->add_option("EVENT", added->event, kEventWords)->required();
    add->add_option("START", added->starts, "2026-11-28 19:30; several may be said")->required();
    addDateWords(*add, added->words);
    const auto [series, rule] =
        define<EventSeriesCommand>(*date, invocation, "series",
                                   "Add dates by a rule of RFC 5545 (iCalendar)");
    series->add_option("EVENT", rule->event, kEventWords)->required();
    series->add_option("--start", rule->start, "The rule counts from there: 2026-11-28 19:30")
        ->required();
    series->add_option("--rule", rule->rule, "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20");
    series->add_option("--time-zone", rule->timeZone, "Another one than the venue's");
    repeatable(series->add_option("--except", rule->except, "Not on that date; may be repeated"));
    repeatable(series->add_option("--extra", rule->extra, "On that date, too; may be repeated"));
    addDateWords(*series, rule->words);
    series->add_flag("--dry-run", rule->dryRun, "Show the dates, and add none");
    const auto [edit, edited] =
        define<EventDateEditCommand>(*date, invocation, "edit",
                                     "Change a date but for its start; none takes a time away");
    edit->add_option("EVENT", edited->event, kEventWords)->required();
    edit->add_option("DATE", edited->date, "Its start, or six or more characters of its id");
    edit->add_option("--doors", edited->doors, "2026-11-28 19:00, or none");
    edit->add_option("--ends", edited->ends, "2026-11-28 22:00, or none");
    edit->add_option("--on-sale-from", edited->onSaleFrom, "2026-11-01 10:00, or none");
    edit->add_option("--on-sale-until", edited->onSaleUntil, "2026-11-28 19:30, or none");
    edit->add_option("--plan", edited->plan, "Another seating plan, or none; if nothing is sold");
    defineDateActs(*date, invocation);
}

} // namespace

void defineEvents(CLI::App& app, Invocation& invocation)
{
    CLI::App* event = app.add_subcommand("event", "Make, change and publish events");
    event->require_subcommand(1);
    const auto [list, wanted] =
        define<EventListCommand>(*event, invocation, "list", "List the events, drafts too");
    list->add_option("SEARCH", wanted->search, "Words of name or subtitle");
    list->add_option("--state", wanted->state,
                     "draft, published, postponed, cancelled or archived");
    const auto [show, shown] =
        define<EventShowCommand>(*event, invocation, "show", "Show all of an event");
    show->add_option("EVENT", shown->event, kEventWords)->required();
    defineSave(*event, invocation, true);
    defineSave(*event, invocation, false);
    const auto [clone, cloned] =
        define<EventCloneCommand>(*event, invocation, "clone", "Make a draft like an event");
    clone->add_option("EVENT", cloned->event, kEventWords)->required();
    clone->add_option("--name", cloned->name, "Name it so");
    clone->add_flag("--dates", cloned->withDates, "With its dates, their limits and prices");
    clone->add_option("--shift-days", cloned->shiftDays, "Move all times by so many days");
    defineStates(*event, invocation);
    const auto [check, checked] =
        define<EventCheckCommand>(*event, invocation, "check",
                                  "Say what is missing or doubtful before it is published");
    check->add_option("EVENT", checked->event, kEventWords)->required();
    const auto [exporting, exported] =
        define<EventExportCommand>(*event, invocation, "export", "Write an event as one JSON");
    exporting->add_option("EVENT", exported->event, kEventWords)->required();
    const auto [importing, imported] =
        define<EventImportCommand>(*event, invocation, "import",
                                   "Make a draft from such a JSON, all of it or nothing");
    importing->add_option("FILE", imported->file, "The event's file")->required();
    importing->add_flag("--dry-run", imported->dryRun, "Check it, and make nothing");
    defineDates(*event, invocation);
    defineEventParts(*event, invocation);
    defineVenues(app, invocation);
}

} // namespace foyer::cli
