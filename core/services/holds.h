// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/held/held_back.h"
#include "core/storage/journal.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Holds places, spending their rights. Needs Permission::Hold. Refuses with nothing_to_hold,
/// bad_hold_kind, unknown_performance, unknown_category, release_passed, and as securePlaces and
/// releaseForSale do.
Result<HoldId> placeHold(Counter& counter, const HoldRequest& request);

/// Reserves a cart: one hold for each of its performances, under one code. Needs
/// Permission::Reserve (Permission::Sell for a parked cart). Refuses as quote, securePlaces and
/// releaseForSale do, and with unknown_customer, customer_needed, release_passed, unknown_waiting.
Result<std::vector<StoredHold>> reserve(Counter& counter, const ReservationRequest& request);

/// The holds of a performance, or those of a code as typed. Needs Permission::ReadOrders. Refuses
/// with unknown_reservation.
Result<std::vector<StoredHold>> holdsOf(Counter& counter, PerformanceId performance);
Result<std::vector<StoredHold>> reservationOf(Counter& counter, const std::string& code);

/// Everything that is still kept back, for one performance or for all, the first placed first.
/// Needs Permission::ReadOrders. Names are left out where the operator may not read customers;
/// prices where `priced` is false.
Result<std::vector<HeldBack>> heldBack(Counter& counter,
                                       std::optional<PerformanceId> performance = std::nullopt,
                                       bool priced = true);

/// The same for verbs that have asked. Throws StorageFailure.
std::vector<HeldBack> readHeldBack(Counter& counter, std::optional<PerformanceId> performance,
                                   bool priced, bool withNames);

/// What is to be sold when these holds are: a cart of those that are still held, or of a part of
/// the first. Needs Permission::ReadOrders. Refuses with unknown_hold, not_home, not_in_hold.
Result<HeldBack> heldForSale(Counter& counter, const std::vector<HoldId>& holds,
                             const HeldPart& part = {});
/// Its cart; the house's places as the default ticket type of their category.
Cart cartForSale(Counter& counter, const HeldBack& held);

/// Says until when places are kept: `until` none, until somebody lets them go. Needs the permission
/// of releaseHold. Refuses with unknown_hold, not_home, release_passed.
Result<void> extendHolds(Counter& counter, const std::vector<HoldId>& holds,
                         std::optional<Instant> until);

/// Lets places go: those seats and so many of the others, or all that is left. Needs
/// Permission::Hold, or Permission::Reserve for reservations and parked carts. Refuses with
/// unknown_hold, not_home (another counter holds them), not_in_hold.
Result<void> releaseHold(Counter& counter, HoldId hold, const std::vector<SeatNumber>& seats = {},
                         const std::map<CategoryId, std::int64_t>& standing = {});

/// As part of a sale, or of another hold: lets go of what the cart takes out of these holds; of
/// reservations and parked carts also what is left, for they have served. Refuses with
/// unknown_hold, not_home.
Result<void> releaseForSale(Counter& counter, Journal::Act& act, const std::vector<HoldId>& holds,
                            const Cart& cart, const char* reason = "sold");

/// Lets go of everything of this counter's whose time has come. To be called now and then; answers
/// how many holds ended.
Result<std::size_t> releaseDueHolds(Counter& counter);

} // namespace foyer
