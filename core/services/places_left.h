// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/rights/rights.h"
#include "core/domain/seating/seat_state.h"
#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace foyer {

/// How places are counted, whoever asks: a counter counts those that it may sell, a server all
/// those that nobody has bought.

/// What each seat of a performance with a plan is, of which `offered` may be sold as far as they
/// are not sold, held or without a price. Throws StorageFailure.
std::vector<SeatState> statesOf(Database& database, OrganizerId organizer, const Offer& offer,
                                const std::vector<SeatRange>& offered);

/// How many tickets of each category are left: by the tightest quota that limits all ticket types,
/// of which `rightsOf` says how much is left, and by the free seats where the category is seated.
std::map<CategoryId, std::int64_t>
leftOf(const Offer& offer, const std::vector<SeatState>& states,
       const std::function<std::int64_t(const Quota&)>& rightsOf);

} // namespace foyer
