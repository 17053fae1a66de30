// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pictures/picture_reference.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// The steps in which an event is made.
enum class EventStage : std::uint8_t {
    Details,
    Venue,
    Dates,
    Prices,
    Quotas,
    Texts,
    Pictures,
    Publish
};
inline constexpr int kEventStages = 8;

/// An event in the list.
struct EventCard {
    EventId id;
    std::string name;
    std::string subtitle;
    std::string venue;
    EventState state = EventState::Draft;
    std::size_t dates = 0;
    std::optional<Instant> firstStart;
    std::string timeZone;
};

/// What its tickets say of it.
struct EventShare {
    std::optional<Instant> next; ///< the next date that takes place
    std::int64_t sold = 0;
    std::int64_t capacity = 0;
    bool isSoldOut = false; ///< every date that is to come
};

/// Something that is missing before an event can be published, or that looks like a mistake.
struct EventPoint {
    std::string code; ///< as the check list of the catalogue names it
    bool isMissing = false;
    EventStage stage = EventStage::Details;
    std::string message; ///< in English, where no sentence is known for the code
    std::vector<std::string> facts;
};

struct EventPlan {
    PlanId id;
    std::string name;
    std::int64_t seats = 0;
    std::int64_t standing = 0;
};

/// What there is to choose from.
struct EventHouse {
    std::vector<Venue> venues;
    std::vector<EventPlan> plans;
    std::vector<Tax> taxes;
    std::string timeZone;
    std::string language;
    Instant now;
    /// Whoever looks may change what is the whole house's: venues, taxes, which events there are.
    bool isTheirs = true;
};

struct EventDateView {
    Performance performance;
    std::vector<Quota> quotas; ///< the one over everything first
    std::string plan;          ///< empty: general admission
    const Quota* whole() const
    {
        return !quotas.empty() && quotas.front().types.empty() && quotas.front().categories.empty()
            ? &quotas.front()
            : nullptr;
    }
};

/// Everything of an event, as it is now.
struct EventView {
    Event event;
    Venue venue;
    Currency currency;
    std::string language; ///< of its own texts
    std::vector<PriceCategory> categories;
    std::vector<TicketType> types;
    std::vector<Fee> fees;
    std::vector<Tax> taxes;
    std::vector<EventDateView> dates; ///< by start
    std::vector<EventPoint> points;   ///< by stage
    std::optional<PictureReference> poster = {};
    std::vector<PictureReference> gallery = {};

    const EventDateView* date(PerformanceId id) const
    {
        for (const EventDateView& each : dates) {
            if (each.performance.id == id) {
                return &each;
            }
        }
        return nullptr;
    }
    /// Of the points of a stage, or of all.
    int count(bool missing, std::optional<EventStage> stage = std::nullopt) const
    {
        int found = 0;
        for (const EventPoint& point : points) {
            found += point.isMissing == missing && (!stage || point.stage == *stage) ? 1 : 0;
        }
        return found;
    }
    std::string zone() const
    {
        return dates.empty() ? venue.timeZone : dates.front().performance.timeZone;
    }
};

/// A date that would be made.
struct PlannedDate {
    Instant startsAt;
    std::string timeZone;
    bool isKnown = false;   ///< there is one at that start: not made again
    bool isSkipped = false; ///< the clocks go forward over it: later by what they skip
};

/// Whom and how much a change concerns.
struct EventEffect {
    Money worth;
    std::int64_t tickets = 0;
    std::int64_t orders = 0;
    std::int64_t customers = 0;
    std::int64_t withMail = 0;
    std::int64_t unnamed = 0; ///< orders without a customer
    std::int64_t held = 0;
    std::int64_t beyond = 0; ///< sold beyond a capacity that is cut
};

/// What limits one cell of types and categories.
struct CellLimits {
    struct Limit {
        std::string name; ///< of a quota; empty: the seats or places themselves
        QuotaId quota;
        std::int64_t of = 0;
        std::int64_t left = 0;
    };
    TicketTypeId type;
    CategoryId category;
    std::vector<Limit> limits; ///< the tightest first
};

} // namespace foyer::ui
