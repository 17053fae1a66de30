// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/incidents/incident.h"
#include "core/domain/seating/seating_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// An incident as people look at it: both sides, the money, and what was done.

/// One side. Which of it is set depends on the kind of the incident.
struct IncidentSide {
    Uuid fact;           ///< what `Incident::facts` knows it by; nil: it only explains
    Instant at;          ///< zero: not known here
    std::string counter; ///< who wrote it
    bool isHere = false; ///< this counter did
    /// Its order can be changed here: it is in hand, or the server can be asked for it.
    bool isInReach = false;
    bool isWrittenOff = false;
    std::string actor; ///< name; empty: the program, nobody who signed in, or not known
    OrderId order;     ///< nil: none
    std::string code;  ///< of the order, stored form
    TicketId ticket;   ///< nil: none
    std::string place; ///< "Stalls · F 7"
    std::string type;  ///< "Adult"
    std::string act;   ///< of what somebody did: the kind of its entry, "order.placed" …
    std::string text;  ///< a gate, a reason, the value of a field
    std::optional<Money> money = std::nullopt; ///< that hangs on this side
    bool stands = true;                        ///< a ticket is valid, a field has this value
    std::int64_t count = 0;                    ///< of a quota: sold by this counter, …
    std::int64_t granted = 0;                  ///< … and of so many rights
    std::string customer; ///< name; empty where nobody is named or the reader may not know
    bool hasCustomer = false;
};

/// What was done about it, and by whom.
struct IncidentDone {
    IncidentAct act = IncidentAct::Accepted;
    Instant at;
    std::string counter;
    std::string actor;
    std::string reason;
    std::string code; ///< of the order that was changed; empty: none
    std::optional<Money> money;
};

struct Incident {
    IncidentId id;
    IncidentKind kind = IncidentKind::SeatSoldTwice;
    Instant at; ///< when the latest side came to be
    bool isOpen = true;
    bool isThere = true; ///< false: its sides are gone, and only what was done is left
    Bytes subject;
    IncidentFacts facts;
    PerformanceId performance; ///< nil: none
    std::string event;
    std::optional<Instant> startsAt;
    std::string timeZone;
    std::string subjectName;    ///< a seat, a quota, a ticket's place, an order's code, an entity,
                                ///< a person
    std::string entityKind;     ///< of a field: "event", "ticket_type" …
    std::string field;          ///< its stable name: "name", "capacity"
    std::optional<Money> money; ///< what it costs, or may cost, the house
    std::vector<IncidentSide> sides;
    std::vector<IncidentDone> done; ///< the first first
};

/// A seat that may be offered instead of one that was sold twice.
struct SeatSuggestion {
    SeatNumber seat = 0;
    std::string label;
    bool isBest = false; ///< the best of the house in that category; the others are the nearest
    bool sameRow = false;
};

/// Another seat for a ticket.
struct ReseatRequest {
    IncidentId incident;
    TicketId ticket;
    SeatNumber seat = 0;
    std::string reason;
};

/// Tickets of an order taken back to end an incident.
struct IncidentRefund {
    IncidentId incident;
    OrderId order;
    std::vector<TicketId> tickets; ///< empty: every valid one
    std::string reason;
    std::string cardReference;      ///< as of ReturnRequest
    std::optional<Money> told = {}; ///< as of ReturnRequest
};

/// Whom to write to, and about what; the words are the screen's.
struct CustomerContact {
    std::string name;
    std::string email; ///< empty: none is known
    std::string phone;
    std::string code; ///< of the order
};

} // namespace foyer
