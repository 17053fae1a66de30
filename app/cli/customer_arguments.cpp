// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr std::size_t kListedMax = 100'000;
constexpr const char* kWhom = "An id, or six or more characters of its end";

void defineCustomerReading(CLI::App& customer, Invocation& invocation)
{
    const auto [list, listed] =
        define<CustomerListCommand>(customer, invocation, "list", "List customers by name");
    list->add_option("SEARCH", listed->search, "Parts of name, email, telephone or tags");
    list->add_option("--tag", listed->tag, "Who has this tag");
    list->add_option("--agreed-to", listed->agreedTo, "Who agreed to newsletter or bulletins");
    list->add_option("--bought-for", listed->boughtFor, "Who has tickets of a performance");
    list->add_option("--not-since", listed->notSince, "Who bought nothing since 2026-01-31");
    list->add_flag("--newest", listed->newest, "Who was taken down last comes first");
    list->add_option("--offset", listed->offset, "Leave out so many")->capture_default_str();
    list->add_option("--limit", listed->limit, "At most so many")
        ->check(CLI::Range(std::size_t{1}, kListedMax))
        ->capture_default_str();
    list->add_option("--csv", listed->csv, "Write them to this file");
    const auto [show, shown] =
        define<CustomerShowCommand>(customer, invocation, "show",
                                    "What is known of somebody, and what happened");
    show->add_option("CUSTOMER", shown->customer, kWhom)->required();
    const auto [duplicates, proposed] =
        define<CustomerDuplicatesCommand>(customer, invocation, "duplicates",
                                          "Who may be one person: propose, change nothing");
    duplicates->add_option("--limit", proposed->limit, "At most so many")->capture_default_str();
    const auto [out, exported] =
        define<CustomerExportCommand>(customer, invocation, "export",
                                      "Everything that is known of somebody, for themselves");
    out->add_option("CUSTOMER", exported->customer, kWhom)->required();
    out->add_option("--to", exported->to, "Write it as JSON to this file");
    out->add_option("--pdf", exported->pdf, "Write it as pages to this file");
}

void definePersonWords(CLI::App& app, PersonWords& words)
{
    app.add_option("--name", words.name, "The name; \"-\" makes it empty, as with all of these");
    app.add_option("--email", words.email, "The email address");
    app.add_option("--phone", words.phone, "The telephone");
    app.add_option("--address", words.address, "The address");
    app.add_option("--note", words.note, "What every clerk should see");
    app.add_option("--language", words.language, "Of mails to them: de, en-GB");
}

void defineCustomerChanging(CLI::App& customer, Invocation& invocation)
{
    const auto [add, added] =
        define<CustomerEditCommand>(customer, invocation, "add", "Take somebody down");
    definePersonWords(*add, added->words);
    const auto [edit, edited] =
        define<CustomerEditCommand>(customer, invocation, "edit", "Change details of somebody");
    edit->add_option("CUSTOMER", edited->customer, kWhom)->required();
    definePersonWords(*edit, edited->words);
    edit->add_flag("--dry-run", edited->dryRun, "Say what it would be and change nothing");
    const auto [note, noted] =
        define<CustomerNoteCommand>(customer, invocation, "note", "Add a note about somebody");
    note->add_option("CUSTOMER", noted->customer, kWhom)->required();
    note->add_option("TEXT", noted->text, "The note")->required();
    const auto [tag, tagged] =
        define<CustomerTagCommand>(customer, invocation, "tag",
                                   "Give somebody tags, take them; by itself: list all tags");
    tag->add_option("CUSTOMER", tagged->customer, kWhom);
    repeatable(tag->add_option("--add", tagged->on, "A tag to give"));
    repeatable(tag->add_option("--remove", tagged->off, "A tag to take"));
    const auto [consent, said] =
        define<CustomerConsentCommand>(customer, invocation, "consent",
                                       "Say what somebody agreed to, or no longer does");
    consent->add_option("CUSTOMER", said->customer, kWhom)->required();
    consent->add_option("PURPOSE", said->purpose, "newsletter or bulletins")->required();
    auto* given = consent->add_flag("--given", said->given, "They agreed");
    consent->add_flag("--withdrawn", said->withdrawn, "They do not, or no longer")->excludes(given);
    consent->add_option("--how", said->how, "How they said so: at the counter, by phone");
    consent->add_option("--wording", said->wording, "What they agreed to, as it was put");
    const auto [merge, merged] =
        define<CustomerMergeCommand>(customer, invocation, "merge",
                                     "Say that several are one person; unmerge takes it back");
    merge->add_option("INTO", merged->into, "Who stands for all of them")->required();
    merge->add_option("OTHERS", merged->others, "Who is the same person")->required();
    merge->add_flag("--dry-run", merged->dryRun, "Say who that is and change nothing");
    const auto [unmerge, apart] =
        define<CustomerUnmergeCommand>(customer, invocation, "unmerge",
                                       "Take somebody out again who was merged");
    unmerge->add_option("CUSTOMER", apart->customer, "The whole id")->required();
    const auto [erase, erased] = define<CustomerEraseCommand>(
        customer, invocation, "erase",
        "Destroy what is known of somebody, everywhere and for good; their orders stay");
    erase->add_option("CUSTOMER", erased->customer, kWhom)->required();
    erase->add_flag("--dry-run", erased->dryRun, "Say what it concerns and change nothing");
}

void defineCustomerImports(CLI::App& customer, Invocation& invocation)
{
    const auto [in, imported] =
        define<CustomerImportCommand>(customer, invocation, "import",
                                      "Add and change customers out of a CSV file");
    in->add_option("FILE", imported->file, "The table; its first row names the columns")
        ->required();
    repeatable(in->add_option("--map", imported->map,
                              "Where a field is: email=3, name=Surname+\"First name\", note="));
    repeatable(in->add_option("--tag", imported->tags, "A tag for everybody in it"));
    in->add_option("--wording", imported->wording, "What those agreed to who agreed");
    in->add_option("--continue", imported->continues, "The id of an import that was interrupted");
    in->add_flag("--dry-run", imported->dryRun, "Say what it would do and change nothing");
    define<CustomerImportsCommand>(customer, invocation, "imports", "List the imports");
    const auto [undo, undone] =
        define<CustomerImportUndoCommand>(customer, invocation, "import-undo",
                                          "Take back what an import brought and nobody used since");
    undo->add_option("IMPORT", undone->import, "Its id")->required();
}

} // namespace

void defineCustomers(CLI::App& app, Invocation& invocation)
{
    CLI::App* customer = app.add_subcommand("customer", "Who buys here");
    customer->require_subcommand(1);
    defineCustomerReading(*customer, invocation);
    defineCustomerChanging(*customer, invocation);
    defineCustomerImports(*customer, invocation);
}

} // namespace foyer::cli
