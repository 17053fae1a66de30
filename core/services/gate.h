// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/order.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What a gate says about a code.
struct ScanVerdict {
    enum class Colour : std::uint8_t { Green, Amber, Red };
    Colour colour = Colour::Red;
    /// Stable: "admitted", "already_used", "void", "wrong_performance", "malformed", "forged",
    /// "unknown_counter", "certificate_invalid", "certificate_not_yet_valid",
    /// "certificate_expired", "too_early", "expired", "sale_unknown".
    std::string outcome;
    std::string sentence;          ///< what to say to the person, and why
    std::optional<Ticket> ticket;  ///< where the sale is known here
    std::optional<Instant> usedAt; ///< of already_used
    std::string usedGate;
};

/// Decides about a ticket code and records the decision durably before it answers. A genuine ticket
/// of which this gate has not heard the sale is admitted once, too: verifying needs no network.
/// `performance`: the one the gate is for; nothing: any. The Result fails only where the store
/// does.
Result<ScanVerdict> scan(Counter& counter, const std::string& code, const std::string& gate,
                         std::optional<PerformanceId> performance = std::nullopt);

} // namespace foyer
