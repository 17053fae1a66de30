// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/mail/order_words.h"

#include "core/documents/mail/mail_writing.h"
#include "core/documents/tickets/local_text.h"
#include "core/documents/tickets/promoter_words.h"
#include "core/domain/sales/order_code.h"

#include <algorithm>
#include <vector>

namespace foyer {
namespace {

MailWords performanceWords(const Order& order, const Offer& offer, const LocalText& local)
{
    const Performance& performance = offer.performance;
    const std::string& zone = performance.timeZone;
    std::vector<MailWords> tickets;
    for (const Ticket& ticket : order.tickets) {
        if (ticket.performance == performance.id && ticket.state != TicketState::Voided) {
            tickets.push_back(
                {.texts = {{"place",
                            ticket.seatLabel.empty() ? ticket.categoryName : ticket.seatLabel},
                           {"type", ticket.typeName},
                           {"price", local.money(ticket.price.gross)}},
                 .lists = {}});
        }
    }
    MailWords words{
        .texts = {{"event", offer.event.name},
                  {"subtitle", offer.event.subtitle},
                  {"promoter", promoterLine(offer.event.promoter)},
                  {"date", local.date(performance.startsAt, zone)},
                  {"time", local.time(performance.startsAt, zone)},
                  {"doors", performance.doorsAt ? local.time(*performance.doorsAt, zone) : ""},
                  {"venue", offer.venue.name},
                  {"venue_address", inOneLine(offer.venue.address)},
                  {"count", std::to_string(tickets.size())},
                  {"cancelled", performance.state == Performance::State::Cancelled ? "1" : ""},
                  {"postponed", performance.state == Performance::State::Postponed ? "1" : ""},
                  {"old_date", ""}},
        .lists = {}};
    words.lists["tickets"] = std::move(tickets);
    return words;
}

/// For the foot of the mail: each of them once.
void addPromoter(MailWords& words, const std::string& line)
{
    std::vector<MailWords>& all = words.lists["promoters"];
    const bool isThere = std::ranges::any_of(all, [&](const MailWords& each) {
        return each.texts.at("promoter") == line;
    });
    if (!line.empty() && !isThere) {
        all.push_back({.texts = {{"promoter", line}}, .lists = {}});
    }
}

MailWords houseWords(const LetterContext& context)
{
    return {.texts = {{"customer", context.customerName},
                      {"organizer", context.house.name},
                      {"address", inOneLine(context.house.address)},
                      {"reply_to", context.replyTo}},
            .lists = {}};
}

bool hasTicketsOf(const Order& order, PerformanceId performance)
{
    return std::ranges::any_of(order.tickets, [&](const Ticket& ticket) {
        return ticket.performance == performance && ticket.state != TicketState::Voided;
    });
}

} // namespace

MailWords orderWords(const Order& order, const LetterContext& context)
{
    const LocalText local{localeFor(context.language)};
    MailWords words = houseWords(context);
    words.texts["order"] = displayOrderCode(order.code);
    words.texts["placed"] = local.date(order.placedAt, context.house.timeZone);
    words.texts["total"] = local.money(order.total);
    words.texts["refunded"] = context.refunded ? local.money(*context.refunded) : "";
    words.texts["voided"] = order.voided ? "1" : "";
    words.texts["again"] = context.isAgain ? "1" : "";
    words.texts["tickets_attached"] = context.hasTickets ? "1" : "";
    std::vector<const Offer*> offers{context.offers.begin(), context.offers.end()};
    std::ranges::sort(offers, {}, [](const Offer* offer) {
        return std::pair{offer->performance.startsAt, offer->performance.id};
    });
    for (const Offer* offer : offers) {
        const PerformanceId performance = offer->performance.id;
        if (context.only ? performance == *context.only : hasTicketsOf(order, performance)) {
            words.lists["performances"].push_back(performanceWords(order, *offer, local));
            addPromoter(words, promoterLine(offer->event.promoter));
        }
    }
    for (const QuoteLine& line : order.lines) {
        words.lists["lines"].push_back(
            {.texts = {{"what", line.text}, {"amount", local.money(line.amount.gross)}},
             .lists = {}});
    }
    return words;
}

MailWords bulletinWords(const std::string& subject, const std::string& text,
                        const std::string& unsubscribe, const LetterContext& context)
{
    MailWords words = houseWords(context);
    words.texts["title"] = subject;
    words.texts["unsubscribe"] = unsubscribe;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        if (end > at) {
            words.lists["paragraphs"].push_back(
                {.texts = {{"paragraph", text.substr(at, end - at)}}, .lists = {}});
        }
        at = end + 2;
    }
    return words;
}

} // namespace foyer
