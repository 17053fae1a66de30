// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// A change that is thought of, after sales began. Which dates it is about: one, or (nothing) all
/// of the event; of those, tickets of a type or category where one is named.
struct PlannedChange {
    EventId event;
    std::optional<PerformanceId> date = {};
    TicketTypeId type = {};   ///< a price, or a type that is withdrawn; nil: all
    CategoryId category = {}; ///< nil: all
    /// A quota, and what it shall be cut to.
    QuotaId quota = {};
    std::int64_t capacity = 0;
    /// Only dates that are not over and not cancelled: whom the end of an event concerns.
    bool onlyComing = false;
};

/// Whom and how much a change concerns, as far as is known here.
struct ChangeEffect {
    Money worth; ///< what the tickets cost that are valid, less what was given back
    std::int64_t dates = 0;
    std::int64_t tickets = 0;  ///< valid ones
    std::int64_t admitted = 0; ///< of these; only where no type and no category is named
    std::int64_t orders = 0;
    std::int64_t customers = 0; ///< who are known, each counted once
    std::int64_t withMail = 0;  ///< of these, whom a mail can be sent to from here
    std::int64_t unnamed = 0;   ///< orders without a customer: nobody can be told
    std::int64_t held = 0;      ///< places held or reserved

    /// Of a quota that is cut: what can be taken back and what cannot.
    struct Capacity {
        std::int64_t before = 0;
        std::int64_t after = 0;
        std::int64_t sold = 0;      ///< tickets and held places that spend it, in the whole house
        std::int64_t here = 0;      ///< rights that this counter gives back at once
        std::int64_t elsewhere = 0; ///< rights that others hold: good until they return them
        std::int64_t beyond = 0;    ///< sold beyond what it is cut to: an incident
        friend bool operator==(const Capacity&, const Capacity&) = default;
    };
    std::optional<Capacity> capacity = {};
    friend bool operator==(const ChangeEffect&, const ChangeEffect&) = default;
};

/// Says before a change whom and how much it concerns. Reads the tickets of those dates and nothing
/// else of what was ever sold. Needs Permission::EditCatalogue. Refuses with unknown_event,
/// unknown_date, unknown_quota.
Result<ChangeEffect> changeEffect(Counter& counter, const PlannedChange& change);

/// What cutting a quota does: to what it is cut. Refuses with unknown_quota. For verbs that have
/// asked; throws StorageFailure.
Result<ChangeEffect::Capacity> capacityEffect(Counter& counter, QuotaId quota,
                                              std::int64_t capacity);

/// The same within an act that was permitted. Throws StorageFailure.
Result<ChangeEffect> effectOf(Counter& counter, const PlannedChange& change);

} // namespace foyer
