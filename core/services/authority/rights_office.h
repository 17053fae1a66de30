// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"
#include "core/domain/rights/rights_wish.h"
#include "core/services/authority/authority.h"

#include <string>

namespace foyer {

/// Gives a holder what it wishes, as far as there is any: of a quota all that it needs now, and of
/// what it would like a share that shrinks as stock runs low, up to what the event lets a counter
/// keep (OfflineStock); of seats those that nobody holds, and a stock within the same limits; of
/// orders those whose home it may have (giveHome). A wish that was answered before gets the same
/// answer. A server that was restored from a backup gives nothing (holders_unheard) until every
/// replica has reported or is written off. Refuses with not_in_charge where another replica is the
/// authority, already_written_off where the holder is. Throws StorageFailure.
Result<RightsAnswer> grantRights(Authority& authority, FeedBatch& batch, const RightsWish& wish);

/// The same because an administrator says so, for a holder that need not ask: all that is named,
/// or, of a quota that has less, nothing. Refuses besides with unknown_device, device_is_revoked,
/// nothing_named.
Result<RightsAnswer> giveRights(Authority& authority, FeedBatch& batch, const Permit& permit,
                                const RightsWish& wish);

/// What one replica may have of a quota of which `available` rights are left and `counters`
/// replicas sell: what it needs at least (if there is so much), and of what it would like a fair
/// share of half of what is left. The last ones go one at a time.
std::int64_t fairShare(std::int64_t available, std::int64_t least, std::int64_t most,
                       std::int64_t counters);

/// Up to how much of what `available` others could have, too, a counter that holds `held` may keep
/// for times without a network: as much as was set (`keep`), but never more than a fair share of
/// both, so that asking again and again brings no more.
std::int64_t stockLevel(std::int64_t available, std::int64_t held, std::int64_t keep,
                        std::int64_t counters);

/// What can be given of a quota: its capacity, less what holders have and what was sold without a
/// right (which is an incident, and must not be sold again). Never negative. Throws StorageFailure.
std::int64_t availableRights(Authority& authority, QuotaId quota, std::int64_t capacity);
/// The seats of a performance that can be given: no holder has them, and no valid ticket stands on
/// them. Empty for general admission. Throws StorageFailure.
std::vector<SeatRange> availableSeats(Authority& authority, PerformanceId performance);

/// Asks a holder to give back what it has not spent of a performance. It does when it hears of it.
/// Refuses with reason_missing, unknown_device, unknown_performance, already_written_off. Throws
/// StorageFailure.
Result<EntryId> recallRights(Authority& authority, FeedBatch& batch, const Permit& permit,
                             const RightsRecalled& recall);

/// Gives up on a replica: what it has not spent, as far as is known here, can be given to others.
/// Refuses with reason_missing, unknown_replica, already_written_off. Throws StorageFailure.
Result<void> writeOffReplica(Authority& authority, FeedBatch& batch, const Permit& permit,
                             ReplicaId replica, const std::string& reason);

} // namespace foyer
