// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/services/event_reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// The steps in which an event is made, and in which its checks are shown.
enum class EventStep : std::uint8_t { Details, Venue, Dates, Prices, Quotas, Texts, Publish };
/// "details", "venue" …
std::string_view eventStepName(EventStep step);

/// Something that is missing before an event can be published, or that is allowed and looks like a
/// mistake.
struct EventCheck {
    enum class Severity : std::uint8_t { Missing, Doubtful };
    /// Missing: no_venue, no_date, sale_over (of a date), no_type, no_price, unknown_tax,
    /// no_capacity. Doubtful: no_address, date_past, other_zone, sale_late (begins after the
    /// start), type_over, step_past, price_zero, no_tax, quota_below_seats, quota_above_seats,
    /// quota_zero, no_description, no_house_text.
    std::string code;
    Severity severity = Severity::Missing;
    EventStep step = EventStep::Details;
    std::string message;                    ///< one English sentence that says what to do
    std::vector<std::string> facts;         ///< the names in it, in its order
    std::optional<PerformanceId> date = {}; ///< that it is about
    friend bool operator==(const EventCheck&, const EventCheck&) = default;
};

/// Goes through an event, step by step. `houseLanguage`: of a house that has more than one.
std::vector<EventCheck> checksOf(const EventDetails& event, const std::string& houseLanguage,
                                 Instant now);

} // namespace foyer
