// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

constexpr const char* kCardHelp = "Its code, the last four characters of it, or its id";
constexpr const char* kReasonHelp = "Why; kept in the journal";
constexpr const char* kRequestHelp =
    "A UUID of your own: repeated with it, it is answered, not done again";

void defineBlock(CLI::App& parent, Invocation& invocation, bool unblock, const std::string& name,
                 const std::string& description)
{
    const auto [block, values] =
        define<GiftCardBlockCommand>(parent, invocation, name, description);
    values->unblock = unblock;
    block->add_option("CARD", values->card, kCardHelp)->required();
    block->add_option("--reason", values->reason, kReasonHelp)->required();
}

void defineGiftCards(CLI::App& app, Invocation& invocation)
{
    CLI::App* card = app.add_subcommand("gift-card", "Gift cards: sell, look up, block, replace");
    card->require_subcommand(1);
    const auto [sell, sold] = define<GiftCardSellCommand>(*card, invocation, "sell",
                                                          "Sell gift cards; their codes are told");
    repeatable(sell->add_option("--amount", sold->amounts, "What a card is worth; may be repeated")
                   ->required());
    repeatable(sell->add_option("--pay", sold->payments,
                                "cash=AMOUNT or card=AMOUNT:RECEIPT; may be repeated"));
    sell->add_option("--customer", sold->customer, "The id of a known customer");
    sell->add_option("--pdf", sold->pdf, "Write the cards and a receipt into this folder");
    sell->add_option("--request", sold->request, kRequestHelp);
    const auto [balance, asked] =
        define<GiftCardBalanceCommand>(*card, invocation, "balance",
                                       "Say what a card is worth, and what became of it");
    balance->add_option("CODE", asked->code, "As it is printed, or scanned")->required();
    const auto [list, listed] =
        define<GiftCardListCommand>(*card, invocation, "list", "List cards, without their codes");
    list->add_option("NAMED", listed->named,
                     "The last four characters of a code, or an order's code");
    defineBlock(*card, invocation, false, "block", "Stop a card from being spent");
    defineBlock(*card, invocation, true, "unblock", "Let a blocked card be spent again");
    const auto [replace, replaced] =
        define<GiftCardReplaceCommand>(*card, invocation, "replace",
                                       "Put a new card in place of a lost one");
    replace->add_option("CARD", replaced->card, kCardHelp)->required();
    replace->add_option("--reason", replaced->reason, kReasonHelp)->required();
    replace->add_option("--pdf", replaced->pdf, "Write the new card into this folder");
    const auto [print, printed] =
        define<GiftCardPrintCommand>(*card, invocation, "print",
                                     "Write the cards that an order sold once more");
    print->add_option("ORDER", printed->order, "The order's code")->required();
    print->add_option("--pdf", printed->pdf, "The folder to write into")->required();
}

void definePaid(CLI::App& parent, Invocation& invocation, bool back, const std::string& name,
                const std::string& description)
{
    const auto [paid, values] = define<InvoicePaidCommand>(parent, invocation, name, description);
    values->back = back;
    paid->add_option("NUMBER", values->number, "Such as INV-A7-00017")->required();
    paid->add_option("--amount", values->amount, "Such as 40.00; else all that is open");
    paid->add_option("--by", values->method, "transfer, cash or card")->capture_default_str();
    paid->add_option("--reference", values->reference,
                     "Of a transfer its text, of a card the terminal's receipt number");
    paid->add_option("--request", values->request, kRequestHelp);
}

void defineInvoices(CLI::App& app, Invocation& invocation)
{
    CLI::App* invoice = app.add_subcommand("invoice", "Invoices: list, pay, print");
    invoice->require_subcommand(1);
    const auto [list, listed] =
        define<InvoiceListCommand>(*invoice, invocation, "list",
                                   "List the invoices that are still to be paid");
    list->add_flag("--all", listed->all, "Those that are paid or taken back, too");
    definePaid(*invoice, invocation, false, "paid", "Record money that came for one");
    definePaid(*invoice, invocation, true, "paid-back",
               "Record money given back that was paid before a credit note");
    const auto [print, printed] =
        define<InvoicePrintCommand>(*invoice, invocation, "print", "Write an invoice as PDF");
    print->add_option("NUMBER", printed->number, "Such as INV-A7-00017")->required();
    print->add_option("--pdf", printed->pdf, "The folder to write into")->required();
}

} // namespace

void defineWorth(CLI::App& app, Invocation& invocation)
{
    defineGiftCards(app, invocation);
    defineInvoices(app, invocation);
}

} // namespace foyer::cli
