// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gate.h"

#include "core/crypto/sha256.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/door_memory.h"
#include "core/services/events_concerned.h"
#include "core/services/foreign_codes.h"
#include "core/services/gate_decision.h"
#include "core/services/guarded.h"
#include "core/services/order_search.h"
#include "core/services/ticket_codes.h"
#include "core/services/ticket_signature.h"
#include "core/storage/order_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

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

/// Whether what a code claims can be trusted enough to be kept.
bool isSigned(const TicketVerification& verified)
{
    return verified.authenticity == TicketAuthenticity::Genuine ||
        verified.authenticity == TicketAuthenticity::TooEarly ||
        verified.authenticity == TicketAuthenticity::Expired;
}

/// Whether nobody has heard of a ticket that a counter signed which was shut out after the
/// authority vouched for it: whoever has its key can sign as many as they like.
bool isOfRevokedCounter(Counter& counter, const TicketVerification& verified,
                        const Arrival& arrival)
{
    if (arrival.known && !arrival.known->order.isNil()) {
        return false;
    }
    const auto end = readDeviceEnd(counter.database(), counter.organizer(), verified.counter);
    return end && verified.certifiedFrom < *end;
}

Bytes traceOf(const std::string& code)
{
    constexpr std::size_t kTraceSize = 8;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(code.data());
    const Sha256 hash = sha256({bytes, code.size()});
    return {hash.begin(), hash.begin() + kTraceSize};
}

/// The verdict of a moment ago about the same code; nothing where this is a new scan.
std::optional<ScanVerdict> repeated(Counter& counter, const DoorMemory::Scanned& scanned)
{
    auto& latest = counter.doorMemory().latest;
    while (!latest.empty() && latest.front().at.ms + kRepeatMs <= scanned.at.ms) {
        latest.pop_front();
    }
    for (const DoorMemory::Scanned& before : latest) {
        if (before.code == scanned.code && before.gate == scanned.gate &&
            before.wasOut == scanned.wasOut) {
            ScanVerdict verdict = before.verdict;
            verdict.repeated = true;
            return verdict;
        }
    }
    return std::nullopt;
}

/// About paper of the system that a ticket was imported from: known by its code, not signed.
ScanVerdict decideForeign(Counter& counter, const Arrival& arrival, const std::string& gate,
                          std::optional<PerformanceId> performance, bool isOut)
{
    if (performance && arrival.performance != *performance) {
        return verdict(Colour::Red, "wrong_performance",
                       "This ticket is for another performance. Check date and name on it.",
                       arrival);
    }
    return isOut ? decideOut(arrival) : decideIn(counter, arrival, gate, performance);
}

Result<ScanVerdict> decideCode(Counter& counter, const Permit& permit, const std::string& code,
                               const std::string& gate, std::optional<PerformanceId> performance,
                               bool isOut)
{
    DoorMemory::Scanned scanned{code, gate, isOut, counter.clock().now(), {}};
    if (auto before = repeated(counter, scanned)) {
        return *std::move(before);
    }
    const TicketVerification verified = ticketVerifier(counter).verify(code, scanned.at);
    TicketScanned fact{.performance = performance.value_or(PerformanceId{}), .gate = gate};
    const auto foreign = verified.authenticity == TicketAuthenticity::Malformed
        ? ticketOfForeignCode(counter.database(), counter.organizer(), code)
        : std::nullopt;
    if (foreign) {
        const Arrival arrival = arrivalOf(counter, *foreign, performance);
        fact.ticket = *foreign;
        fact.performance = arrival.performance;
        scanned.verdict = decideForeign(counter, arrival, gate, performance, isOut);
    } else if (!isSigned(verified)) {
        scanned.verdict = withoutTicket(verified.authenticity);
        fact.codeHash = traceOf(code);
    } else {
        fact.ticket = verified.claims.ticket;
        if (verified.authenticity != TicketAuthenticity::Genuine) {
            scanned.verdict = withoutTicket(verified.authenticity);
        } else if (performance &&
                   performanceReference(*performance) != verified.claims.performance) {
            scanned.verdict =
                verdict(Colour::Red, "wrong_performance",
                        "This ticket is for another performance. Check date and name on it.",
                        arrivalOf(counter, fact.ticket, std::nullopt));
        } else {
            const Arrival arrival = arrivalOf(counter, fact.ticket, performance);
            fact.performance = arrival.performance;
            scanned.verdict = isOut ? decideOut(arrival)
                : isOfRevokedCounter(counter, verified, arrival)
                ? verdict(Colour::Amber, "counter_revoked",
                          "The counter that signed this ticket was shut out, and its sale was not "
                          "heard of. Ask for its order and decide.",
                          arrival)
                : decideIn(counter, arrival, gate, performance);
        }
    }
    fact.outcome = scanned.verdict.outcome;
    recordScan(counter, permit, fact);
    counter.doorMemory().latest.push_back(scanned);
    return scanned.verdict;
}

/// The event that is let in to; where none is said, that of the ticket.
EventsConcerned eventAtDoor(Counter& counter, const std::string& code,
                            std::optional<PerformanceId> performance)
{
    if (performance) {
        return eventOf(counter, *performance);
    }
    return [&counter, &code] {
        const auto verified = ticketVerifier(counter).verify(code, counter.clock().now());
        const auto foreign = verified.authenticity == TicketAuthenticity::Malformed
            ? ticketOfForeignCode(counter.database(), counter.organizer(), code)
            : std::nullopt;
        return eventOf(counter, foreign.value_or(verified.claims.ticket))();
    };
}

Result<Arrival> arrivalByHand(Counter& counter, const HandAct& act)
{
    Arrival arrival = arrivalOf(counter, act.ticket, act.performance);
    if (!arrival.known) {
        return refused("unknown_ticket", "This ticket is not known here. Search for it again.",
                       "ticket");
    }
    return arrival;
}

} // namespace

Result<ScanVerdict> scan(Counter& counter, const std::string& code, const std::string& gate,
                         std::optional<PerformanceId> performance)
{
    return guarded([&]() -> Result<ScanVerdict> {
        const auto permit =
            counter.access().permit(Permission::Admit, {}, eventAtDoor(counter, code, performance));
        return permit ? decideCode(counter, *permit, code, gate, performance, false)
                      : permit.error();
    });
}

Result<ScanVerdict> checkOut(Counter& counter, const std::string& code, const std::string& gate)
{
    return guarded([&]() -> Result<ScanVerdict> {
        const auto permit = counter.access().permit(Permission::Admit, {},
                                                    eventAtDoor(counter, code, std::nullopt));
        return permit ? decideCode(counter, *permit, code, gate, std::nullopt, true)
                      : permit.error();
    });
}

Result<ScanVerdict> admitByHand(Counter& counter, const HandAct& act)
{
    return guarded([&]() -> Result<ScanVerdict> {
        const bool isOverride = !act.overrideReason.empty();
        const auto permit =
            counter.access().permit(isOverride ? Permission::OverrideGate : Permission::Admit, {},
                                    eventOf(counter, act.ticket));
        if (!permit) {
            return permit.error();
        }
        const auto arrival = arrivalByHand(counter, act);
        if (!arrival) {
            return arrival.error();
        }
        ScanVerdict said = decideIn(counter, *arrival, act.gate, act.performance);
        if (isOverride && said.outcome != "void") {
            said = welcome(*arrival);
        }
        recordScan(counter, *permit,
                   {.ticket = act.ticket,
                    .performance = arrival->performance,
                    .gate = act.gate,
                    .outcome = said.outcome,
                    .note = isOverride ? act.overrideReason : kAdmittedByHand});
        return said;
    });
}

Result<ScanVerdict> checkOutByHand(Counter& counter, const HandAct& act)
{
    return guarded([&]() -> Result<ScanVerdict> {
        const auto permit =
            counter.access().permit(Permission::Admit, {}, eventOf(counter, act.ticket));
        if (!permit) {
            return permit.error();
        }
        const auto arrival = arrivalByHand(counter, act);
        if (!arrival) {
            return arrival.error();
        }
        ScanVerdict said = decideOut(*arrival);
        recordScan(counter, *permit,
                   {.ticket = act.ticket,
                    .performance = arrival->performance,
                    .gate = act.gate,
                    .outcome = said.outcome,
                    .note = kAdmittedByHand});
        return said;
    });
}

Result<void> undoAdmission(Counter& counter, TicketId ticket, const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        const auto permit =
            counter.access().permit(Permission::OverrideGate, {}, eventOf(counter, ticket));
        if (!permit) {
            return permit.error();
        }
        if (reason.empty()) {
            return usageError("reason_missing", "Say why; the reason is kept.", "reason");
        }
        const auto last = readLastPassing(counter.database(), counter.organizer(), ticket);
        if (!last) {
            return refused("not_admitted", "This ticket was not let in. There is nothing to undo.",
                           "ticket");
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kAdmissionUndone, encode(AdmissionUndone{ticket, *last, reason}));
        act.commit();
        counter.noteHead();
        counter.doorMemory().latest.clear();
        return {};
    });
}

Result<DoorCounts> doorCounts(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<DoorCounts> {
        if (auto may = counter.access().require(Permission::Admit, eventOf(counter, performance));
            !may) {
            return std::move(may).error();
        }
        return readDoorCounts(counter.database(), counter.organizer(), performance);
    });
}

Result<std::vector<DoorGuest>> findGuests(Counter& counter, PerformanceId performance,
                                          const std::string& words, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<DoorGuest>> {
        if (auto may = counter.access().require(Permission::Admit, eventOf(counter, performance));
            !may) {
            return std::move(may).error();
        }
        const auto orders = findOrders(counter, {words, performance, limit});
        if (!orders) {
            return orders.error();
        }
        std::vector<DoorGuest> guests;
        for (const FoundOrder& found : *orders) {
            const auto order = readOrder(counter.database(), counter.organizer(), found.id);
            if (!order) {
                continue;
            }
            for (const Ticket& ticket : order->tickets) {
                if (ticket.performance == performance && ticket.state != TicketState::Voided &&
                    guests.size() < limit) {
                    guests.push_back(
                        {ticket, found.code, found.customerName,
                         readDoorState(counter.database(), counter.organizer(), ticket.id)});
                }
            }
        }
        return guests;
    });
}

} // namespace foyer
