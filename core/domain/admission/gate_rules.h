// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Where people come in, and whom it lets in when. A gate that nobody described has no rules.
struct Gate {
    GateId id;
    std::string name;
    std::vector<std::string> types;      ///< names of ticket types; empty: all
    std::vector<std::string> categories; ///< names of price categories; empty: all
    /// Minutes before the start from which on, and after it until which, people are let in.
    std::optional<std::int64_t> opensBefore;
    std::optional<std::int64_t> closesAfter;
    bool reentry = false; ///< who was checked out may come in again
    bool closed = false;  ///< not in use any more
    friend bool operator==(const Gate&, const Gate&) = default;
};
EntityEdited editOf(const Gate& gate);
/// Nothing where the entity has no name yet.
std::optional<Gate> gateFrom(const Uuid& id, const Entity& entity);

/// What the doors know of a ticket.
struct DoorState {
    Instant firstAt; ///< when it was let in first …
    std::string firstGate;
    Instant lastAt; ///< when it was let in or out last …
    std::string lastGate;
    bool inside = true; ///< let in after it was let out last
    friend bool operator==(const DoorState&, const DoorState&) = default;
};

/// What there is to know of a ticket at a gate. Nothing of a sale that was not heard of here.
struct AtGate {
    std::string typeName;
    std::string categoryName;
    std::optional<Instant> startsAt;
    std::optional<DoorState> door; ///< nothing: it was never let in
};

/// Whether a gate lets a valid ticket in: "admitted", or why not: "already_used" (it is inside, or
/// the gate knows no re-entry), "wrong_gate", "gate_not_open" and "gate_closed" (by the start of
/// the performance). A ticket that was checked out and comes back to a gate with re-entry is
/// admitted whatever the hour: it was inside before.
std::string gateOutcome(const Gate& gate, const AtGate& ticket, Instant now);

} // namespace foyer
