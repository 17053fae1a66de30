// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/storage/date_change_store.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// An event as the organizer's list shows it, drafts and archived ones among them.
struct EventSummary {
    EventId id;
    std::string name;
    std::string subtitle;
    std::string venue;
    EventState state = EventState::Published;
    std::size_t dates = 0;
    std::optional<Instant> firstStart;
    std::optional<Instant> lastStart;
    std::string timeZone; ///< of the first date; empty where there is none
};

/// One date with its limits.
struct EventDate {
    Performance performance;
    std::vector<Quota> quotas; ///< the one over everything first, then by name; those off last
    std::shared_ptr<const SeatingPlan> plan; ///< null for general admission
    /// The quota over everything; null where there is none.
    const Quota* whole() const;
};

/// Everything that an organizer edits of an event, as it is known here: what is withdrawn is in it.
struct EventDetails {
    Event event;
    Venue venue;
    Currency currency;                     ///< that it is sold in
    std::string language;                  ///< of its own texts, the house's where it says none
    std::vector<PriceCategory> categories; ///< by rank
    std::vector<TicketType> types;         ///< by rank, with their own prices
    std::vector<Fee> fees;                 ///< by name
    std::vector<Tax> taxes;                ///< of the house
    std::vector<EventDate> dates;          ///< by start
    std::vector<StoredDateChange> changes; ///< what was done to dates, the latest first

    const EventDate* date(PerformanceId id) const;
};

/// The verbs here need Permission::EditCatalogue: a draft is nobody else's business.

/// Events by name, those with `state` or (nothing) all but the archived ones, of which the name or
/// subtitle contains every word of `search`.
Result<std::vector<EventSummary>> events(Counter& counter,
                                         const std::optional<EventState>& state = std::nullopt,
                                         const std::string& search = {});
/// Refuses with unknown_event.
Result<EventDetails> eventDetails(Counter& counter, EventId event);
/// The same for verbs that have asked already: a colleague's yes is good for one act. Throws
/// StorageFailure.
Result<EventDetails> readEventDetails(Counter& counter, EventId event);
/// The language that the house writes in, "en" where it says none. Throws StorageFailure.
std::string houseLanguage(Counter& counter);
/// The event a person means: an id, six or more characters of one, or its whole name without case
/// and accents. Refuses with unknown_event, ambiguous_event (facts: the ids).
Result<EventId> eventNamed(Counter& counter, const std::string& text);
/// The date of an event a person means: an id, six or more characters of one, or its start as the
/// clocks there show it, "2026-11-28 19:30"; the only one where nothing is said. Refuses with
/// unknown_date, ambiguous_date (facts: the ids).
Result<PerformanceId> dateNamed(Counter& counter, const EventDetails& event,
                                const std::string& text);

} // namespace foyer
