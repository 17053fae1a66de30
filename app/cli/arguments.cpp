// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"

#include "app/cli/definitions.h"
#include "core/domain/admission/ticket_code.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace foyer::cli {
namespace {

constexpr std::size_t kCustomersMax = 1000;

void defineInit(CLI::App& app, Invocation& invocation)
{
    const auto [init, values] =
        define<InitCommand>(app, invocation, "init",
                            "Make a new counter in the data folder, with keys of its own");
    Founding& founding = values->founding;
    init->add_option("--organizer", founding.organizer, "Who sells, as printed on tickets")
        ->required();
    init->add_option("--currency", founding.currency, "ISO 4217 code, such as EUR")->required();
    init->add_option("--time-zone", founding.timeZone, "IANA name, such as Europe/Berlin")
        ->required();
    init->add_option("--counter", founding.counterName, "Name of this counter")
        ->capture_default_str();
    init->add_option("--address", founding.address, "Address, as printed on receipts");
    init->add_option("--tax-number", founding.taxNumber, "Tax number, as printed on receipts");
    init->add_flag(
        "--testing", founding.isForTesting,
        "A house for testing: providers give test money, papers are specimens; for good");
    init->add_flag("--demo", values->demo, "Load the demonstration season, too");
}

void defineCatalogue(CLI::App& app, Invocation& invocation)
{
    CLI::App* season = app.add_subcommand("season", "Events, dates and prices");
    season->require_subcommand(1);
    const auto [seasonImport, seasonFile] =
        define<SeasonImportCommand>(*season, invocation, "import",
                                    "Add a season from a CSV file, all of it or nothing");
    seasonImport->add_option("FILE", seasonFile->file, "The season's file")->required();

    const auto [performances, list] = define<PerformancesCommand>(app, invocation, "performances",
                                                                  "List the performances to come");
    performances->add_option("SEARCH", list->search, "Words of event, subtitle or venue");
    performances->add_flag("--past", list->past, "Those that are over, too");

    const auto [seats, wanted] =
        define<SeatsCommand>(app, invocation, "seats", "Prices and free seats of a performance");
    seats
        ->add_option("--performance", wanted->performance,
                     "Its id, six or more characters of it, or its event's name")
        ->required();
}

void defineSell(CLI::App& app, Invocation& invocation)
{
    const auto [sell, values] =
        define<SellCommand>(app, invocation, "sell", "Sell tickets of a performance");
    sell->add_option("--performance", values->performance,
                     "Its id, six or more characters of it, or its event's name")
        ->required();
    repeatable(sell->add_option("--tickets", values->tickets,
                                "How many of each type: Adult=2,Child=1; of a category: "
                                "Adult@Standing=2")
                   ->required());
    sell->add_option("--category", values->category, "Category of all tickets without one");
    sell->add_option("--seats", values->seats, "best, or the seats by name: F7,F8");
    sell->add_flag("--accessible", values->accessible, "Look for accessible seats");
    repeatable(sell->add_option("--pay", values->payments,
                                "cash=AMOUNT, card=AMOUNT:RECEIPT, gift:CODE=AMOUNT, "
                                "invoice=AMOUNT, online[:PROVIDER] or reader[:PROVIDER:READER], "
                                "these two for the rest or for =AMOUNT; may be repeated"));
    sell->add_option("--invoice", values->invoice,
                     "Whom the invoice goes to: name=…,address=…,tax=…,reference=…,days=14");
    sell->add_option(
        "--customer", values->customer,
        "name=…,email=…,phone=…,note=…,language=… of a new customer, or the id of a known "
        "one");
    sell->add_option("--pdf", values->pdf, "Write tickets and receipt into this folder");
    sell->add_option("--request", values->request,
                     "A UUID of your own: repeated with it, a sale is answered, not made again");
    sell->add_option("--promo", values->promo, "A promo code");
    sell->add_option("--complimentary", values->complimentary, "Give the tickets free: why");
    sell->add_option("--discount", values->discount, "Off each ticket: 10% or 2.00");
    sell->add_option("--reason", values->reason, "Why there is a discount; kept in the journal");
    sell->add_option("--donation", values->donation, "An amount given on top");
    sell->add_flag("--quote", values->quoteOnly, "Say what it would cost and sell nothing");
}

void defineOrders(CLI::App& app, Invocation& invocation)
{
    const auto [order, shown] =
        define<OrderCommand>(app, invocation, "order", "Show an order and its tickets");
    order->add_option("CODE", shown->code, "The order's code")->required();
    order->add_option("--pdf", shown->pdf, "Write tickets and receipt into this folder");

    const auto [voidOrder, voided] =
        define<VoidCommand>(app, invocation, "void", "Take a whole order back");
    voidOrder->add_option("CODE", voided->code, "The order's code")->required();
    voidOrder->add_option("--reason", voided->reason, "Why; kept in the journal");
    voidOrder->add_flag("--plan", voided->planOnly, "Say what would happen and change nothing");
    voidOrder->add_flag("--insist", voided->insist,
                        "Although a provider may still take the money: it then goes back");

    const auto [scan, scanned] =
        define<ScanCommand>(app, invocation, "scan", "Check a ticket code and admit its holder");
    scan->add_option("CODE", scanned->code, "What the QR code says")->required();
    scan->add_option("--gate", scanned->gate, "Where it is scanned")->capture_default_str();
    scan->add_flag("--out", scanned->isOut, "Check out instead, to come in again later");
    scan->add_option("--performance", scanned->performance, "Admit to this performance only");

    const auto [customers, found] =
        define<CustomersCommand>(app, invocation, "customers", "Find customers");
    customers->add_option("SEARCH", found->search, "Any part of name, email or phone")->required();
    customers->add_option("--limit", found->limit, "At most so many")
        ->check(CLI::Range(std::size_t{1}, kCustomersMax))
        ->capture_default_str();
}

void defineTraining(CLI::App& app, Invocation& invocation)
{
    CLI::App* training = app.add_subcommand("training", "The same house, where nothing is real");
    training->require_subcommand(1);
    define<TrainingBeginCommand>(*training, invocation, "begin",
                                 "Make a training with today's events and prices");
    define<TrainingEndCommand>(*training, invocation, "end", "Throw the training away");
}

void defineKit(CLI::App& app, Invocation& invocation)
{
    constexpr int kBlanksMax = 1000;
    const auto [kit, values] = define<KitCommand>(
        app, invocation, "kit",
        "Write door list, will-call list, seat map and blank tickets of a performance as PDF");
    kit->add_option("--performance", values->performance,
                    "Its id, six or more characters of it, or its event's name")
        ->required();
    kit->add_option("--to", values->folder, "The folder to write into")->required();
    kit->add_option("--blanks", values->blanks, "How many blank tickets")
        ->check(CLI::Range(0, kBlanksMax))
        ->capture_default_str();
}

void definePeople(CLI::App& app, Invocation& invocation)
{
    CLI::App* user = app.add_subcommand("user", "Who works here");
    user->require_subcommand(1);
    const auto [add, added] =
        define<UserAddCommand>(*user, invocation, "add",
                               "Add somebody; the first one must be an administrator");
    add->add_option("NAME", added->name, "The name to sign in with")->required();
    add->add_option("--role", added->role,
                    "clerk, supervisor, door, organizer, administrator, or one of your own")
        ->capture_default_str();
    repeatable(add->add_option("--in", added->inEvents,
                               "What they may do in one event, EVENT=ROLE; who may do nothing "
                               "else has the role team"));
    define<UserListCommand>(*user, invocation, "list", "List the users");
    const auto [invite, invited] =
        define<UserInviteCommand>(*user, invocation, "invite",
                                  "A letter that asks somebody to help, without their PIN");
    invite->add_option("NAME", invited->name, "Whom")->required();
    const auto [change, changed] =
        define<UserChangeCommand>(*user, invocation, "change", "Change a user");
    change->add_option("NAME", changed->name, "Whom")->required();
    change->add_option("--name", changed->newName, "A new name");
    change->add_option("--role", changed->role, "Another role");
    repeatable(
        change->add_option("--in", changed->inEvents,
                           "What they may do in one event, EVENT=ROLE or EVENT=none; who may "
                           "do nothing else has the role team"));
    change->add_flag("--secret", changed->secret, "A new password or PIN (FOYER_NEW_SECRET)");
    auto* disable = change->add_flag("--disable", changed->disable, "May not sign in any more");
    change->add_flag("--enable", changed->enable, "May sign in again")->excludes(disable);

    CLI::App* role = app.add_subcommand("role", "What they may do");
    role->require_subcommand(1);
    define<RoleListCommand>(*role, invocation, "list", "List the roles and their permissions");
    const auto [edit, edited] =
        define<RoleChangeCommand>(*role, invocation, "change", "Change what a role may do");
    edit->add_option("NAME", edited->name, "Which role")->required();
    edit->add_option("--refund-up-to", edited->refundUpTo, "An amount such as 50.00, or none");
    edit->add_option("--discount-up-to", edited->discountUpTo, "Percent such as 10, or none");
    repeatable(edit->add_option("--allow", edited->allow, "A permission to give"));
    repeatable(edit->add_option("--deny", edited->deny, "A permission to take away"));
}

void defineIntegrity(CLI::App& app, Invocation& invocation)
{
    define<VerifyCommand>(app, invocation, "verify",
                          "Check every entry, signature, table and the ledger; changes nothing");
    define<RebuildCommand>(app, invocation, "rebuild", "Make all tables anew from the journal");
    define<KeysCommand>(app, invocation, "keys", "Show the public keys and certificates for gates");
    const auto [recover, values] =
        define<RecoverCommand>(app, invocation, "recover",
                               "Go on selling with a database restored from a backup");
    recover->add_option("--reason", values->reason, "Why; kept in the journal")->required();
}

/// A ticket code may begin with a minus and is no option then: it is said last, behind "--".
std::vector<const char*> withTicketCodesLast(int argc, const char* const* argv)
{
    std::vector<const char*> arguments{argv, argv + argc};
    const auto isNoCode = [](std::string_view argument) {
        return !argument.starts_with('-') || argument.size() != kTicketCodeSize ||
            argument.find_first_of("abcdefghijklmnopqrstuvwxyz=") != std::string_view::npos;
    };
    const auto codes = std::stable_partition(arguments.begin(), arguments.end(), isNoCode);
    if (codes != arguments.end()) {
        arguments.insert(codes, "--");
    }
    return arguments;
}

} // namespace

Result<Invocation> readArguments(int argc, const char* const* argv, bool& json)
{
    json = std::any_of(argv, argv + argc,
                       [](const char* argument) { return std::string_view{argument} == "--json"; });
    Invocation invocation;
    CLI::App app{"Foyer's box office on the command line.", "foyer-cli"};
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", "foyer-cli " FOYER_VERSION);
    app.add_option("--data", invocation.folder, "The folder the counter lives in")
        ->envname("FOYER_DATA");
    app.add_option("--user", invocation.user, "Who you are, where people have to sign in")
        ->envname("FOYER_USER");
    app.add_option("--approved-by", invocation.approvedBy,
                   "A colleague who approves this one act; FOYER_APPROVAL_SECRET, or asked for");
    app.add_flag("--json", invocation.json, "Answer with one JSON object");
    app.footer("Exit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 bad input, 4 storage or "
               "system.\nThe key file's passphrase is taken from FOYER_PASSPHRASE, a user's "
               "password or PIN from FOYER_SECRET, or asked for.");
    defineInit(app, invocation);
    defineCatalogue(app, invocation);
    defineSell(app, invocation);
    defineOrders(app, invocation);
    defineCustomers(app, invocation);
    defineImports(app, invocation);
    defineAfterSale(app, invocation);
    defineDoor(app, invocation);
    defineHolds(app, invocation);
    defineIncidents(app, invocation);
    defineServer(app, invocation);
    defineKit(app, invocation);
    defineTraining(app, invocation);
    definePeople(app, invocation);
    definePrinting(app, invocation);
    defineTill(app, invocation);
    defineWorth(app, invocation);
    definePayments(app, invocation);
    defineBank(app, invocation);
    defineMassReturns(app, invocation);
    definePayouts(app, invocation);
    defineEvents(app, invocation);
    defineReports(app, invocation);
    defineDeals(app, invocation);
    defineMail(app, invocation);
    definePlans(app, invocation);
    defineNotices(app, invocation);
    definePictures(app, invocation);
    defineIntegrity(app, invocation);
    const auto arguments = withTicketCodesLast(argc, argv);
    try {
        app.parse(static_cast<int>(arguments.size()), arguments.data());
    } catch (const CLI::CallForHelp&) {
        invocation.help = app.help();
    } catch (const CLI::CallForVersion& version) {
        invocation.help = std::string{version.what()} + "\n";
    } catch (const CLI::ParseError& error) {
        return usageError("bad_usage",
                          std::string{error.what()} + ". foyer-cli --help explains it.");
    }
    return invocation;
}

} // namespace foyer::cli
