// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/imports/order_import_report.h"
#include "core/services/event_import.h"
#include "core/services/order_import_matching.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace foyer {

class Counter;
struct OrderImportTerms;

/// The events that orders name and nobody here knows, as far as they can be told from the orders;
/// in memory that grows with the events.
class MissingEvents {
public:
    /// Throws StorageFailure.
    MissingEvents(Counter& counter, const OrderImportTerms& terms);

    /// Adds what an order says of them; touches no database. Error too_many_events.
    Result<void> note(const ImportedOrder& order, const ImportMatching& matching);
    /// Makes the next, at most so many, or with `onlyCheck` looks whether it could; their names go
    /// into the report. Whether that was all. Errors venue_missing, and of importEvent(). Throws
    /// StorageFailure.
    Result<bool> make(Counter& counter, std::size_t eventsMax, OrderImportReport& report,
                      bool onlyCheck);

private:
    /// What orders say of an event that is not here.
    struct Event {
        std::string name;
        std::string currency;
        std::map<std::string, std::int64_t> types; ///< with the first price that somebody paid
        std::set<std::string> categories;
        std::map<std::string, std::int64_t> dates; ///< starts there, and how many come
    };
    std::size_t add(const ImportedTicket& ticket, const std::string& currency);
    static EventFile fileOf(const Event& missing, const Venue& venue);

    Result<Venue> m_venue; ///< where nothing is missing, none has to be said
    std::map<std::string, Event> m_events;
    std::size_t m_parts = 0;
};

} // namespace foyer
