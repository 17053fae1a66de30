// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

namespace foyer::cli {
namespace {

constexpr const char* kCodeHelp = "The order's code";
constexpr const char* kTicketHelp =
    "Its place in the order (1, 2 …), its seat or its id; may be repeated";
constexpr const char* kReasonHelp = "Why; kept in the journal";
constexpr const char* kReferenceHelp =
    "What the card terminal printed for giving the money back to the card";

void defineSearch(CLI::App& app, Invocation& invocation)
{
    constexpr std::size_t kOrdersMax = 1000;
    const auto [orders, found] =
        define<OrdersCommand>(app, invocation, "orders",
                              "Find orders; without words those of the last hour");
    orders->add_option("SEARCH", found->search,
                       "A code, a scanned ticket, a name, email, phone, seat or amount (82.00)");
    orders->add_option("--performance", found->performance, "Look for a seat in this one only");
    orders->add_option("--limit", found->limit, "At most so many")
        ->check(CLI::Range(std::size_t{1}, kOrdersMax))
        ->capture_default_str();
    const auto [history, shown] =
        define<HistoryCommand>(app, invocation, "history", "What was done to an order");
    history->add_option("CODE", shown->code, kCodeHelp)->required();
}

void defineMoney(CLI::App& app, Invocation& invocation)
{
    const auto [refund, back] =
        define<RefundCommand>(app, invocation, "refund",
                              "Take tickets back and give their money back as it came");
    refund->add_option("CODE", back->code, kCodeHelp)->required();
    repeatable(refund->add_option("--ticket", back->tickets,
                                  std::string{kTicketHelp} + "; without: all that are valid"));
    refund->add_flag("--keep-fees", back->keepFees, "The fees stay with the house");
    refund->add_option("--part", back->part,
                       "Only this amount; the tickets stay valid and are cheaper");
    refund->add_option("--reason", back->reason, kReasonHelp);
    refund->add_option("--card-receipt", back->cardReference, kReferenceHelp);
    refund->add_flag("--plan", back->planOnly, "Say what would happen and change nothing");

    const auto [exchange, other] =
        define<ExchangeCommand>(app, invocation, "exchange",
                                "Give other seats, types or dates for tickets");
    exchange->add_option("CODE", other->code, kCodeHelp)->required();
    repeatable(exchange
                   ->add_option("--change", other->changes,
                                "TICKET=SEAT:TYPE:CATEGORY; what is left out stays: 1=F7 or "
                                "2=:Child; may be repeated")
                   ->required());
    exchange->add_option("--to", other->performance, "Another performance");
    repeatable(exchange->add_option("--pay", other->payments,
                                    "cash=AMOUNT or card=AMOUNT:RECEIPT, of what is due"));
    exchange->add_option("--reason", other->reason, kReasonHelp);
    exchange->add_option("--card-receipt", other->cardReference, kReferenceHelp);
    exchange->add_option("--pdf", other->pdf, "Write tickets and receipt into this folder");
    exchange->add_flag("--plan", other->planOnly, "Say what would happen and change nothing");
}

void definePaper(CLI::App& app, Invocation& invocation)
{
    const auto [reissue, lost] =
        define<ReissueCommand>(app, invocation, "reissue",
                               "New codes for lost tickets; the old ones are refused from now on");
    reissue->add_option("CODE", lost->code, kCodeHelp)->required();
    repeatable(reissue->add_option("--ticket", lost->tickets, kTicketHelp)->required());
    reissue->add_option("--reason", lost->reason, kReasonHelp)->required();
    reissue->add_option("--pdf", lost->pdf, "Write tickets and receipt into this folder");

    const auto [reprint, again] =
        define<ReprintCommand>(app, invocation, "reprint", "Make the same tickets once more");
    reprint->add_option("CODE", again->code, kCodeHelp)->required();
    repeatable(reprint->add_option("--ticket", again->tickets, kTicketHelp));
    reprint->add_option("--pdf", again->pdf, "Write tickets and receipt into this folder")
        ->required();
}

void definePeopleOfOrders(CLI::App& app, Invocation& invocation)
{
    constexpr const char* kPersonHelp =
        "name=…,email=…,phone=… of somebody new, or the id of a known customer; empty: nobody";
    const auto [customer, named] = define<OrderCustomerCommand>(app, invocation, "order-customer",
                                                                "Whose order it is from now on");
    customer->add_option("CODE", named->code, kCodeHelp)->required();
    customer->add_option("--customer", named->customer, kPersonHelp)->required();
    const auto [pickup, split] =
        define<PickupCommand>(app, invocation, "pickup", "Who picks up some tickets of an order");
    pickup->add_option("CODE", split->code, kCodeHelp)->required();
    repeatable(pickup->add_option("--ticket", split->tickets, kTicketHelp)->required());
    pickup->add_option("--customer", split->customer, kPersonHelp)->required();
}

} // namespace

void defineAfterSale(CLI::App& app, Invocation& invocation)
{
    defineSearch(app, invocation);
    defineMoney(app, invocation);
    definePaper(app, invocation);
    definePeopleOfOrders(app, invocation);
}

} // namespace foyer::cli
