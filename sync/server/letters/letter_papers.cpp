// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/letters/letter_papers.h"

#include "core/documents/drawing/document_language.h"
#include "core/documents/mail/calendar_file.h"
#include "core/documents/mail/mail_writing.h"
#include "core/documents/tickets/order_pages.h"
#include "core/domain/sales/order_code.h"
#include "core/services/ticket_codes.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace foyer::server {
namespace {

/// Since 2026, so that seconds fit into what calendars count with.
constexpr std::int64_t kEpochMs = 1'767'225'600'000;

/// Fonts and painting are made for one thread at a time.
std::mutex& drawing()
{
    static std::mutex mutex;
    return mutex;
}

const Offer* offerOf(const LetterMaterial& material, PerformanceId performance)
{
    const auto found = std::ranges::find_if(material.offers, [&](const Offer* offer) {
        return offer->performance.id == performance;
    });
    return found != material.offers.end() ? *found : nullptr;
}

std::map<TicketId, std::string> codesOf(const LetterMaterial& material)
{
    std::map<TicketId, std::string> codes;
    for (const Ticket& ticket : material.order.tickets) {
        const Offer* offer = offerOf(material, ticket.performance);
        codes.emplace(ticket.id,
                      ticketCode(ticket, offer != nullptr ? &offer->performance : nullptr,
                                 *material.signer));
    }
    return codes;
}

OrderContext contextOf(const LetterMaterial& material, const std::map<TicketId, std::string>& codes)
{
    return {material.offers,       codes,
            material.customerName, localeFor(material.language),
            &material.house,       material.posters,
            material.logo};
}

Result<MailAttachment> ticketsOf(const LetterMaterial& material)
{
    const auto codes = codesOf(material);
    auto pages = ticketPages(material.order, contextOf(material, codes));
    if (!pages) {
        return pages.error();
    }
    for (TicketPage& page : *pages) {
        page.specimen = material.house.isForTesting;
    }
    const std::lock_guard lock{drawing()};
    auto pdf = ticketsPdf(*pages);
    if (!pdf) {
        return std::move(pdf).error();
    }
    return MailAttachment{displayOrderCode(material.order.code) + "-tickets.pdf", "application/pdf",
                          *std::move(pdf)};
}

Result<MailAttachment> receiptOf(const LetterMaterial& material)
{
    const std::map<TicketId, std::string> none;
    auto page = receiptPage(material.order, contextOf(material, none));
    if (!page) {
        return page.error();
    }
    page->specimen = material.house.isForTesting;
    const std::lock_guard lock{drawing()};
    return MailAttachment{displayOrderCode(material.order.code) + "-receipt.pdf", "application/pdf",
                          receiptPdf(*page)};
}

CalendarEvent eventOf(const LetterMaterial& material, const Offer& offer)
{
    const std::string& address = offer.venue.address;
    return {.uid = offer.performance.id.text() + material.from.substr(material.from.find('@')),
            .sequence = material.sequenceOf(offer.performance.id),
            .startsAt = offer.performance.startsAt,
            .timeZone = offer.performance.timeZone,
            .summary = offer.event.name,
            .location = offer.venue.name + (address.empty() ? "" : ", " + inOneLine(address)),
            .description = displayOrderCode(material.order.code),
            // A postponed one does not take place then either; the mail of its new time, whose
            // number is higher, brings it back.
            .isCancelled = offer.performance.state != Performance::State::Scheduled};
}

MailAttachment calendarOf(const LetterAsked& asked, const LetterMaterial& material, Instant now)
{
    std::vector<CalendarEvent> events;
    for (const Offer* offer : material.offers) {
        const PerformanceId performance = offer->performance.id;
        const bool isMeant = std::ranges::any_of(material.order.tickets, [&](const Ticket& ticket) {
            return ticket.performance == performance && ticket.state != TicketState::Voided;
        });
        if (isMeant && (asked.only.isNil() || asked.only == performance)) {
            events.push_back(eventOf(material, *offer));
        }
    }
    const std::string text = calendarFile(events, now);
    return {displayOrderCode(material.order.code) + ".ics", "text/calendar",
            Bytes{text.begin(), text.end()}};
}

} // namespace

Result<std::vector<MailAttachment>> papersOf(const LetterAsked& asked,
                                             const LetterMaterial& material, Instant now)
{
    const DocumentLanguage theirs{material.language};
    std::vector<MailAttachment> papers;
    if (asked.kind == MailKind::Receipt) {
        auto receipt = receiptOf(material);
        if (!receipt) {
            return std::move(receipt).error();
        }
        papers.push_back(*std::move(receipt));
        return papers;
    }
    if (asked.kind == MailKind::Confirmation) {
        auto tickets = ticketsOf(material);
        if (!tickets) {
            return std::move(tickets).error();
        }
        papers.push_back(*std::move(tickets));
    }
    if (asked.kind != MailKind::Refund) {
        papers.push_back(calendarOf(asked, material, now));
    }
    return papers;
}

std::int64_t calendarSequence(Database& database, OrganizerId organizer, PerformanceId performance)
{
    const auto entity = readEntity(database, organizer, "performance", performance.uuid);
    std::int64_t latest = kEpochMs;
    if (entity) {
        for (const char* name : {"starts_at", "cancelled", "postponed"}) {
            if (const auto field = entity->fields().find(name); field != entity->fields().end()) {
                latest = std::max(latest, field->second.at.instant().ms);
            }
        }
    }
    return (latest - kEpochMs) / 1000;
}

} // namespace foyer::server
