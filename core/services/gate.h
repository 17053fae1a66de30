// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/order.h"
#include "core/storage/door_store.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What a gate says about a code.
struct ScanVerdict {
    enum class Colour : std::uint8_t { Green, Amber, Red };
    Colour colour = Colour::Red;
    /// Stable: "admitted", "checked_out", "already_used", "not_inside", "void",
    /// "wrong_performance", "wrong_gate", "gate_not_open", "gate_closed", "malformed", "forged",
    /// "unknown_counter", "counter_revoked", "certificate_invalid", "certificate_not_yet_valid",
    /// "certificate_expired", "too_early", "expired".
    std::string outcome;
    std::string sentence;          ///< what to say to the person, and why
    std::optional<Ticket> ticket;  ///< where the sale is known here
    std::optional<Instant> usedAt; ///< of already_used: when it was let in first
    std::string usedGate;
    std::string rightGate; ///< of wrong_gate: one that would let it in; empty: none is known
    bool reentry = false;  ///< admitted, and not for the first time
    bool repeated = false; ///< the same code at the same gate a moment ago: its verdict, once more
};

/// For how long the same code at the same gate is one scan: scanners read twice, hands tremble.
inline constexpr std::int64_t kRepeatMs = 2'000;

/// Decides about a ticket code and records the decision durably before it answers, a refusal, too;
/// of a code that cannot be trusted only the first bytes of its hash. A genuine ticket of which
/// this gate has not heard the sale is admitted once, too: verifying needs no network. Paper of
/// another system, whose orders were imported, is known by its code.
/// `performance`: the one the gate is for; nothing: any. The rules are those of the gate of that
/// name, if it is described (see gates.h). Needs Permission::Admit. The Result fails only where
/// that or the store does.
Result<ScanVerdict> scan(Counter& counter, const std::string& code, const std::string& gate,
                         std::optional<PerformanceId> performance = std::nullopt);

/// Lets somebody out who wants to come back: outcome "checked_out", or "not_inside". Needs
/// Permission::Admit.
Result<ScanVerdict> checkOut(Counter& counter, const std::string& code, const std::string& gate);

/// A ticket found by hand, for whom has none to show.
struct HandAct {
    TicketId ticket;
    std::string gate;
    std::optional<PerformanceId> performance;
    /// Lets it in against what the gate says, except a void one; the reason is kept. Needs
    /// Permission::OverrideGate.
    std::string overrideReason;
};
/// As scan() and checkOut(), without a code. Refuses with unknown_ticket, too.
Result<ScanVerdict> admitByHand(Counter& counter, const HandAct& act);
Result<ScanVerdict> checkOutByHand(Counter& counter, const HandAct& act);

/// Takes back the latest letting in, or out, of a ticket: it was a mistake. Needs
/// Permission::OverrideGate. Refuses with not_admitted, reason_missing.
Result<void> undoAdmission(Counter& counter, TicketId ticket, const std::string& reason);

/// How a performance is being filled. Needs Permission::Admit. Cost grows with the performance's
/// own audience only.
Result<DoorCounts> doorCounts(Counter& counter, PerformanceId performance);

/// Somebody on the list of a performance.
struct DoorGuest {
    Ticket ticket;
    std::string orderCode; ///< stored form
    std::string name;      ///< empty: nobody said, or the reader may not know
    std::optional<DoorState> door;
};
/// The guests of a performance whose order fits, see findOrders(): by name, code, seat, phone.
/// Needs Permission::Admit and what findOrders() does.
Result<std::vector<DoorGuest>> findGuests(Counter& counter, PerformanceId performance,
                                          const std::string& words, std::size_t limit = 50);

} // namespace foyer
