// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/imports/imported_order.h"
#include "core/services/offer_cache.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace foyer {

class Counter;

/// Finds out what imported tickets mean here: names are compared without case and accents.
class ImportMatching {
public:
    /// Throws StorageFailure.
    ImportMatching(Counter& counter, std::optional<PerformanceId> otherwise);

    struct Place {
        std::shared_ptr<const SellingOffer> selling;
        const TicketType* type = nullptr;
        const PriceCategory* category = nullptr;
        std::optional<SeatNumber> seat;
    };
    /// Refuses with unknown_event, ambiguous_event, unknown_date, unknown_type, unknown_category,
    /// unknown_seat. Throws StorageFailure.
    Result<Place> placeOf(const ImportedTicket& ticket);
    /// Whether an event of that name is here.
    bool knowsEvent(const std::string& name) const;
    /// Whether tickets that name no event belong somewhere.
    bool hasOtherwise() const { return m_otherwise.has_value(); }
    /// Reads events and dates again.
    void refresh();

private:
    struct Date {
        PerformanceId id;
        Instant startsAt;
        std::string clock; ///< what it shows there, as texts of the source may begin
    };
    Result<PerformanceId> dateOf(const ImportedTicket& ticket) const;
    Result<SeatNumber> seatOf(const SellingOffer& selling, const std::string& label);

    Counter& m_counter;
    std::optional<PerformanceId> m_otherwise;
    std::unordered_map<std::string, std::vector<EventId>> m_events; ///< by folded names
    std::map<EventId, std::vector<Date>> m_dates;
    std::unordered_map<const SeatingPlan*, std::unordered_map<std::string, SeatNumber>> m_seats;
};

} // namespace foyer
