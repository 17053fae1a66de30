// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/permit.h"
#include "core/domain/journal/bodies.h"
#include "core/services/gate.h"

#include <optional>
#include <string>

namespace foyer {

/// What a gate decides, whether a code was scanned or a ticket was found by hand. All functions
/// throw StorageFailure.

/// A ticket at a gate, with what is known of it here.
struct Arrival {
    TicketId ticket;
    std::optional<Ticket> known; ///< with its sale, where that was heard of
    std::optional<DoorState> door;
    PerformanceId performance; ///< nil where nobody knows
};

/// `performance`: the one the gate is for, where the ticket is not known here.
Arrival arrivalOf(Counter& counter, TicketId ticket, std::optional<PerformanceId> performance);

ScanVerdict verdict(ScanVerdict::Colour colour, std::string outcome, std::string sentence,
                    const Arrival& arrival);
/// Lets it in.
ScanVerdict welcome(const Arrival& arrival);
/// By the rules of the gate of that name.
ScanVerdict decideIn(Counter& counter, const Arrival& arrival, const std::string& gateName,
                     std::optional<PerformanceId> performance);
ScanVerdict decideOut(const Arrival& arrival);

/// Writes what was decided, as the kind of entry that its outcome says.
void recordScan(Counter& counter, const Permit& permit, const TicketScanned& scanned);

} // namespace foyer
