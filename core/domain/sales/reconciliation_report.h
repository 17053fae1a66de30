// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What the comparison of the books with the providers' accounts found in some days.
struct ReconciliationReport {
    struct Day {
        std::string provider;
        std::int64_t day = 0;     ///< since 1970, UTC: the days of the providers' accounts
        std::int64_t lines = 0;   ///< about payments: taken, given back, disputed
        std::int64_t matched = 0; ///< of these, those whose payment is known here
        Money gross;              ///< what they come to
        Money fees;
        Money transferred; ///< to the bank
    };
    struct Case {
        std::string provider;
        std::string kind; ///< see SettlementCase
        std::string subject;
        Money here;
        Money there;
        Instant openedAt;
        std::optional<Instant> endedAt; ///< nothing: it is open
        std::string endedBy;            ///< empty: it ended by itself
        std::string note;
    };
    Instant from;
    Instant to;              ///< not itself
    std::vector<Day> days;   ///< by provider, day and currency
    std::vector<Case> cases; ///< that were open in this time, the oldest first
};

/// "2026-11-30" of a number of days since 1970.
std::string dayText(std::int64_t day);

} // namespace foyer
