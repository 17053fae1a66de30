// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"
#include "core/domain/sales/cart.h"
#include "core/storage/held_store.h"
#include "core/storage/journal.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Places that the house keeps back.
struct HoldRequest {
    PerformanceId performance;
    std::string kind;  ///< of hold_kind: house, press, sponsor, technical
    std::string label; ///< for whom or why; not a customer's name
    std::vector<SeatNumber> seats;
    std::map<CategoryId, std::int64_t> standing; ///< how many places without a number
    std::optional<Instant> releaseAt;
};

/// Holds places, spending their rights. Needs Permission::Hold. Refuses with nothing_to_hold,
/// bad_hold_kind, unknown_performance, unknown_category, release_passed, and as securePlaces does.
Result<HoldId> placeHold(Counter& counter, const HoldRequest& request);

/// Places that are kept for a customer who pays later, or a cart that is put aside.
struct ReservationRequest {
    Cart cart;
    std::optional<CustomerId> customer;         ///< a known customer, or …
    std::optional<CustomerDetails> newCustomer; ///< … details to be recorded with it
    std::optional<Instant> expiresAt;
    bool parked = false; ///< a cart put aside: nobody asks for it by a code
    std::string label;
};

/// Reserves a cart: one hold for each of its performances, under one code. Needs
/// Permission::Reserve (Permission::Sell for a parked cart). Refuses as quote and securePlaces do,
/// and with unknown_customer, customer_needed, release_passed.
Result<std::vector<StoredHold>> reserve(Counter& counter, const ReservationRequest& request);

/// The holds of a performance, or those of a code as typed. Needs Permission::ReadOrders. Refuses
/// with unknown_reservation.
Result<std::vector<StoredHold>> holdsOf(Counter& counter, PerformanceId performance);
Result<std::vector<StoredHold>> reservationOf(Counter& counter, const std::string& code);

/// The cart that a reservation or a parked cart was made of, as far as it is still held.
Cart cartOf(const std::vector<StoredHold>& holds);

/// Lets places go: those seats and so many of the others, or all that is left. Needs
/// Permission::Hold, or Permission::Reserve for reservations and parked carts. Refuses with
/// unknown_hold, not_home (another counter holds them), not_in_hold.
Result<void> releaseHold(Counter& counter, HoldId hold, const std::vector<SeatNumber>& seats = {},
                         const std::map<CategoryId, std::int64_t>& standing = {});

/// As part of a sale: lets go of what the cart takes out of these holds; of reservations and parked
/// carts also what is left, for they have served. Refuses with unknown_hold, not_home.
Result<void> releaseForSale(Counter& counter, Journal::Act& act, const std::vector<HoldId>& holds,
                            const Cart& cart);

/// Lets go of everything of this counter's whose time has come. To be called now and then; answers
/// how many holds ended.
Result<std::size_t> releaseDueHolds(Counter& counter);

} // namespace foyer
