// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"
#include "core/services/change_effect.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Limits on the tickets of a date; see event_editing.h for what holds everywhere.

/// Adds a limit on some types or categories, beside the one over everything. It counts from now on:
/// what was sold before spends nothing of it. Refuses besides with unknown_date, capacity_missing,
/// too_wide (neither types nor categories: that one is there, change its capacity).
Result<QuotaId> addQuota(Counter& counter, PerformanceId date, const QuotaChange& quota);
/// Changes a limit. A capacity that is cut takes back what this counter has not spent; the answer
/// says what could not be taken back (foyer-cli server recall asks the others for it). Refuses
/// besides with unknown_quota, whole_quota (the one over everything stays as wide as it is).
Result<ChangeEffect::Capacity> editQuota(Counter& counter, QuotaId quota,
                                         const QuotaChange& change);

/// One of the things that limit a type in a category on a date.
struct SaleLimit {
    enum class What : std::uint8_t { Quota, Seats, Area };
    What what = What::Quota;
    QuotaId quota; ///< of a quota
    std::string name;
    std::int64_t of = 0;   ///< there are so many
    std::int64_t left = 0; ///< that nobody has bought and nobody holds; never below 0
    friend bool operator==(const SaleLimit&, const SaleLimit&) = default;
};
/// What limits one cell of the grid of types and categories.
struct LimitedCell {
    TicketTypeId type;
    CategoryId category;
    std::vector<SaleLimit> limits; ///< the tightest first: that one binds
    std::int64_t left = 0; ///< of the tightest; 0 where nothing limits it, as nothing is sold
};
/// Which limit binds, and what is left, for each type that is sold in a category of a date: in the
/// whole house, as far as is known here. Refuses with unknown_date.
Result<std::vector<LimitedCell>> saleLimits(Counter& counter, PerformanceId date);

} // namespace foyer
