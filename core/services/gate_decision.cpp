// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/gate_decision.h"

#include "core/services/counter.h"
#include "core/services/gates.h"
#include "core/services/offer_cache.h"
#include "core/storage/order_store.h"

namespace foyer {
namespace {

using Colour = ScanVerdict::Colour;

bool isVoid(const Arrival& arrival)
{
    return arrival.known && arrival.known->state == TicketState::Voided;
}

/// Another gate that would let the ticket in; empty where there is none.
std::string rightGate(Counter& counter, const AtGate& ticket, Instant now)
{
    if (const auto others = gates(counter)) {
        for (const Gate& gate : *others) {
            if (gateOutcome(gate, ticket, now) == "admitted") {
                return gate.name;
            }
        }
    }
    return {};
}

ScanVerdict refusedAtGate(Counter& counter, const std::string& outcome, const AtGate& ticket,
                          const Arrival& arrival)
{
    if (outcome == "already_used") {
        const bool isOut = !arrival.door->inside;
        return verdict(Colour::Red, outcome,
                       isOut ? "This ticket was used already and checked out at gate " +
                               arrival.door->lastGate + ". This gate lets nobody in again."
                             : "This ticket was used already, at gate " + arrival.door->firstGate +
                               ".",
                       arrival);
    }
    if (outcome == "gate_not_open") {
        return verdict(Colour::Amber, outcome, "This gate is not open for it yet. Ask to wait.",
                       arrival);
    }
    if (outcome == "gate_closed") {
        return verdict(Colour::Amber, outcome,
                       "This gate is closed for this performance by now. Ask who decides about "
                       "latecomers.",
                       arrival);
    }
    const std::string other = rightGate(counter, ticket, counter.clock().now());
    ScanVerdict said =
        verdict(Colour::Amber, outcome,
                other.empty() ? "This ticket is not for this gate."
                              : "This ticket is not for this gate. It is for gate " + other + ".",
                arrival);
    said.rightGate = other;
    return said;
}

const char* entryKind(const std::string& outcome)
{
    if (outcome == "admitted") {
        return kind::kTicketAdmitted;
    }
    return outcome == "checked_out" ? kind::kTicketCheckedOut : kind::kScanRefused;
}

} // namespace

Arrival arrivalOf(Counter& counter, TicketId ticket, std::optional<PerformanceId> performance)
{
    Arrival arrival{.ticket = ticket,
                    .known = readTicket(counter.database(), counter.organizer(), ticket),
                    .door = readDoorState(counter.database(), counter.organizer(), ticket)};
    arrival.performance =
        arrival.known ? arrival.known->performance : performance.value_or(PerformanceId{});
    return arrival;
}

ScanVerdict verdict(Colour colour, std::string outcome, std::string sentence,
                    const Arrival& arrival)
{
    ScanVerdict said;
    said.colour = colour;
    said.outcome = std::move(outcome);
    said.sentence = std::move(sentence);
    said.ticket = arrival.known;
    if (arrival.door) {
        said.usedAt = arrival.door->firstAt;
        said.usedGate = arrival.door->firstGate;
    }
    return said;
}

ScanVerdict welcome(const Arrival& arrival)
{
    const bool again = arrival.door.has_value();
    std::string sentence = "Genuine by its signature. Its sale has not been heard of here yet.";
    if (arrival.known && !arrival.known->order.isNil()) {
        sentence = (again ? "Welcome back. " : "") + arrival.known->typeName + ", " +
            arrival.known->seatLabel + ".";
    }
    ScanVerdict said = verdict(Colour::Green, "admitted", std::move(sentence), arrival);
    said.usedAt.reset();
    said.usedGate.clear();
    said.reentry = again;
    return said;
}

ScanVerdict decideIn(Counter& counter, const Arrival& arrival, const std::string& gateName,
                     std::optional<PerformanceId> performance)
{
    if (performance && arrival.known && arrival.known->performance != *performance) {
        return verdict(Colour::Red, "wrong_performance",
                       "This ticket is for another performance. Check date and name on it.",
                       arrival);
    }
    if (isVoid(arrival)) {
        return verdict(Colour::Red, "void", "This ticket was voided and is not valid any more.",
                       arrival);
    }
    AtGate ticket{.door = arrival.door};
    if (arrival.known && !arrival.known->order.isNil()) {
        ticket.typeName = arrival.known->typeName;
        ticket.categoryName = arrival.known->categoryName;
    }
    if (!arrival.performance.isNil()) {
        if (const auto selling = counter.offers().offer(arrival.performance)) {
            ticket.startsAt = selling->offer.performance.startsAt;
        }
    }
    const std::string outcome =
        gateOutcome(gateNamed(counter, gateName), ticket, counter.clock().now());
    return outcome == "admitted" ? welcome(arrival)
                                 : refusedAtGate(counter, outcome, ticket, arrival);
}

ScanVerdict decideOut(const Arrival& arrival)
{
    if (!arrival.door || !arrival.door->inside) {
        return verdict(Colour::Amber, "not_inside",
                       arrival.door ? "This ticket was checked out already."
                                    : "This ticket was not let in yet. There is nothing to check "
                                      "out.",
                       arrival);
    }
    ScanVerdict said =
        verdict(Colour::Green, "checked_out",
                "Checked out. It lets its holder in again at a gate with re-entry.", arrival);
    said.usedAt.reset();
    said.usedGate.clear();
    return said;
}

void recordScan(Counter& counter, const Permit& permit, const TicketScanned& scanned)
{
    Journal::Act act{counter.journal(), permit};
    act.append(entryKind(scanned.outcome), encode(scanned));
    act.commit();
    counter.noteHead();
}

} // namespace foyer
