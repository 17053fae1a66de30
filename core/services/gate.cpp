// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gate.h"

#include "core/domain/journal/bodies.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/ticket_codes.h"
#include "core/services/ticket_signature.h"
#include "core/storage/order_store.h"

namespace foyer {
namespace {

using Colour = ScanVerdict::Colour;

ScanVerdict withoutTicket(TicketAuthenticity authenticity)
{
    switch (authenticity) {
    case TicketAuthenticity::UnknownCounter:
        return {Colour::Amber,
                "unknown_counter",
                "This ticket was signed by a counter that is not known here. Ask for its order and "
                "decide.",
                {},
                {},
                {}};
    case TicketAuthenticity::Forged:
        return {Colour::Red, "forged", "The signature is wrong: this is not a genuine ticket.",
                {},          {},       {}};
    case TicketAuthenticity::CertificateInvalid:
        return {Colour::Red,
                "certificate_invalid",
                "The counter that signed this ticket is not one of this organizer's.",
                {},
                {},
                {}};
    case TicketAuthenticity::CertificateNotYetValid:
        return {
            Colour::Red,
            "certificate_not_yet_valid",
            "By this gate's clock the counter that signed this ticket does not exist yet. Check "
            "date and time of this computer, then scan again.",
            {},
            {},
            {}};
    case TicketAuthenticity::CertificateExpired:
        return {Colour::Red,
                "certificate_expired",
                "The counter's certificate has expired. Renew it, then scan again.",
                {},
                {},
                {}};
    case TicketAuthenticity::TooEarly:
        return {Colour::Red, "too_early", "This ticket is not valid yet. Check the date on it.",
                {},          {},          {}};
    case TicketAuthenticity::Expired:
        return {Colour::Red, "expired", "This ticket was for an earlier date.", {}, {}, {}};
    case TicketAuthenticity::Malformed:
    case TicketAuthenticity::Genuine:
        break;
    }
    return {Colour::Red,
            "malformed",
            "This is not a Foyer ticket code. Scan the whole QR code again, or find the ticket by "
            "its order.",
            {},
            {},
            {}};
}

std::optional<FirstAdmission> admissionOf(const Ticket& ticket)
{
    return ticket.admittedAt
        ? std::optional{FirstAdmission{*ticket.admittedAt, ticket.admittedGate}}
        : std::nullopt;
}

/// Whether what a code claims can be trusted enough to be kept.
bool isSigned(const TicketVerification& verified)
{
    return verified.authenticity == TicketAuthenticity::Genuine ||
        verified.authenticity == TicketAuthenticity::TooEarly ||
        verified.authenticity == TicketAuthenticity::Expired;
}

ScanVerdict decideGenuine(Counter& counter, const TicketClaims& claims,
                          std::optional<PerformanceId> performance)
{
    if (performance && performanceReference(*performance) != claims.performance) {
        return {Colour::Red,
                "wrong_performance",
                "This ticket is for another performance. Check date and name on it.",
                {},
                {},
                {}};
    }
    auto ticket = readTicket(counter.database(), counter.organizer(), claims.ticket);
    if (ticket && ticket->state == TicketState::Voided) {
        return {Colour::Red,       "void", "This ticket was voided and is not valid any more.",
                std::move(ticket), {},     {}};
    }
    // A ticket whose sale is not known here may have been admitted here all the same.
    auto first = ticket
        ? admissionOf(*ticket)
        : readFirstAdmission(counter.database(), counter.organizer(), claims.ticket);
    if (first) {
        return {Colour::Red,
                "already_used",
                "This ticket was used already, at gate " + first->gate + ".",
                std::move(ticket),
                first->at,
                first->gate};
    }
    if (!ticket || ticket->order.isNil()) {
        return {Colour::Green,
                "admitted",
                "Genuine by its signature. Its sale has not been heard of here yet.",
                {},
                {},
                {}};
    }
    std::string sentence = ticket->typeName + ", " + ticket->seatLabel + ".";
    return {Colour::Green, "admitted", std::move(sentence), std::move(ticket), {}, {}};
}

} // namespace

Result<ScanVerdict> scan(Counter& counter, const std::string& code, const std::string& gate,
                         std::optional<PerformanceId> performance)
{
    return guarded([&]() -> Result<ScanVerdict> {
        const auto permit = counter.access().permit(Permission::Admit);
        if (!permit) {
            return permit.error();
        }
        const TicketVerification verified =
            ticketVerifier(counter).verify(code, counter.clock().now());
        if (!isSigned(verified)) {
            return withoutTicket(verified.authenticity); // nothing in it can be trusted and kept
        }
        Journal::Act act{counter.journal(), *permit};
        ScanVerdict verdict = verified.authenticity == TicketAuthenticity::Genuine
            ? decideGenuine(counter, verified.claims, performance)
            : withoutTicket(verified.authenticity);
        const PerformanceId of =
            verdict.ticket ? verdict.ticket->performance : performance.value_or(PerformanceId{});
        const bool admitted = verdict.colour == Colour::Green;
        act.append(admitted ? kind::kTicketAdmitted : kind::kScanRefused,
                   encode(TicketScanned{verified.claims.ticket, of, gate, verdict.outcome}));
        act.commit();
        counter.noteHead();
        return verdict;
    });
}

} // namespace foyer
