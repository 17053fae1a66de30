// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/customers/customer.h"
#include "core/domain/held/held_entries.h"
#include "core/domain/sales/cart.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A hold with what is left of it.
struct StoredHold {
    HoldId id;
    PerformanceId performance;
    ReplicaId home; ///< who may release it
    std::string kind;
    std::string label;
    std::optional<CustomerId> customer;
    std::string code;
    std::optional<Instant> releaseAt;
    Instant placedAt;
    std::vector<HeldPlace> places; ///< that are still held, by seat
    HeldTerms terms = {};
};

/// What is kept back together: the holds of one code, or one hold of the house.
struct HeldBack {
    std::vector<StoredHold> holds; ///< at least one; of a reservation one for each performance
    std::string name;              ///< of the customer; empty: nobody, or it may not be read
    std::string reach;             ///< telephone, else email
    std::optional<Money> price;    ///< of a reservation or a parked cart, as it would be sold now
    bool here = true;              ///< this counter holds it, and may let it go

    const StoredHold& first() const { return holds.front(); }
    std::size_t places() const;
};

/// A part of what one hold keeps back, or all of it.
struct HeldPart {
    std::vector<SeatNumber> seats;               ///< of the first hold
    std::map<CategoryId, std::int64_t> standing; ///< how many places without a number
    bool isAll() const { return seats.empty() && standing.empty(); }
};

struct StoredWaiting {
    WaitingId id;
    PerformanceId performance;
    CustomerId customer;
    std::int64_t count = 1;
    CategoryId category; ///< nil: any
    Instant since;
};

/// Somebody on a waiting list, and whether their places have come free.
struct WaitingPerson {
    StoredWaiting waiting;
    std::string name;  ///< empty where the operator may not read customers, or it was erased
    std::string reach; ///< telephone, else email
    bool placesFree = false;
};

/// Places that the house keeps back.
struct HoldRequest {
    PerformanceId performance;
    std::string kind;  ///< of hold_kind: house, press, sponsor, technical
    std::string label; ///< for whom or why; not a customer's name
    std::vector<SeatNumber> seats;
    std::map<CategoryId, std::int64_t> standing; ///< how many places without a number
    std::optional<Instant> releaseAt;
    std::vector<HoldId> fromHolds = {}; ///< that the places are taken out of
};

/// How long a parked cart keeps its places where nobody says until when.
inline constexpr std::int64_t kParkedMs = 12LL * 3'600'000;

/// Places that are kept for a customer who pays later, or a cart that is put aside.
struct ReservationRequest {
    Cart cart;
    std::optional<CustomerId> customer;         ///< a known customer, or …
    std::optional<CustomerDetails> newCustomer; ///< … details to be recorded with it
    std::optional<Instant> expiresAt;           ///< of a parked cart: none is kParkedMs from now
    bool parked = false;                        ///< a cart put aside: nobody asks for it by a code
    std::string label;
    /// Holds that the places are taken out of; reservations and parked carts among them end.
    std::vector<HoldId> fromHolds = {};
    std::optional<WaitingId> serves = {}; ///< somebody on a waiting list, whose wish this grants
};

struct WaitingRequest {
    PerformanceId performance;
    CustomerDetails customer; ///< a name, and how to reach them
    std::int64_t count = 1;
    CategoryId category; ///< nil: any
};

/// The cart that holds were made of, as far as it is still held, with its code, its donation and
/// what was taken off by hand. What the house holds has no ticket type yet: `otherwise` is taken.
Cart cartOf(const std::vector<StoredHold>& holds,
            const std::map<CategoryId, TicketTypeId>& otherwise = {});

/// Those holds with only that part of the first one; nothing where it is not all held.
std::optional<std::vector<StoredHold>> partOf(std::vector<StoredHold> holds, const HeldPart& part);

} // namespace foyer
