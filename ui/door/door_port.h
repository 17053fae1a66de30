// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/catalogue/performance_summary.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What may be chosen before a gate begins.
struct DoorSetup {
    std::vector<std::string> gates;               ///< those that are described
    std::vector<PerformanceSummary> performances; ///< of around now and later, by start
};

/// What a gate says about a ticket.
struct DoorAnswer {
    enum class Colour : std::uint8_t { Green, Amber, Red };
    Colour colour = Colour::Red;
    std::string outcome;  ///< stable; see ScanVerdict
    std::string sentence; ///< as core says it
    std::optional<TicketId> ticket;
    std::string place; ///< empty where the sale is not known here
    std::string typeName;
    std::optional<Instant> usedAt;
    std::string usedGate;
    std::string rightGate; ///< of wrong_gate; empty: none is known
    /// What the ticket is for, where that is not what the gate is for.
    std::optional<PerformanceSummary> performance;
    bool reentry = false;
    bool repeated = false;
};

struct DoorNumbers {
    std::int64_t admitted = 0;
    std::int64_t inside = 0;
    std::int64_t expected = 0;
};

/// Somebody on the list of a performance.
struct DoorGuestRow {
    TicketId ticket;
    std::string name;
    std::string code; ///< of the order, as it is printed
    std::string place;
    std::string typeName;
    bool admitted = false;
    bool inside = false;
};

/// Where a gate stands and for what.
struct DoorPost {
    std::string gate;
    std::optional<PerformanceId> performance; ///< nothing: any
    std::string timeZone;                     ///< of the performance, for the hours that are told
};

/// The door screen's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once, in the order of the questions.
class DoorPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~DoorPort() = default;

    virtual void setup(Then<DoorSetup> then) = 0;
    /// `out`: to let somebody out who wants to come back.
    virtual void scan(const DoorPost& post, const std::string& code, bool out,
                      Then<DoorAnswer> then) = 0;
    /// The same for a ticket that was found by hand. `overrideReason` not empty: against a refusal.
    virtual void pass(const DoorPost& post, TicketId ticket, bool out,
                      const std::string& overrideReason, Then<DoorAnswer> then) = 0;
    /// Takes back the latest letting in or out of a ticket. The answer says nothing.
    virtual void undo(TicketId ticket, const std::string& reason, Then<bool> then) = 0;
    virtual void numbers(PerformanceId performance, Then<DoorNumbers> then) = 0;
    virtual void guests(PerformanceId performance, const std::string& words,
                        Then<std::vector<DoorGuestRow>> then) = 0;

protected:
    DoorPort() = default;
    DoorPort(const DoorPort&) = default;
    DoorPort& operator=(const DoorPort&) = default;
};

} // namespace foyer::ui
