// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/held/will_call.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Somebody who is expected, or in.
struct Guest {
    std::string name; ///< empty: nobody said
    std::string orderCode;
    std::string place;
    std::string typeName;
    std::optional<SeatNumber> seat;
    std::optional<Instant> admittedAt;
};

/// What a house needs of a performance to get through the night without a computer.
struct ShowNight {
    std::shared_ptr<const Offer> offer;
    Instant asOf;
    /// By seat, then by order; without those whose money is awaited: they have no tickets yet.
    std::vector<Guest> guests;
    std::vector<bool> sold;         ///< by seat number; empty for general admission
    std::vector<WillCall> willCall; ///< who comes for tickets: orders in a name, then reservations
    bool specimen = false;          ///< of a training: nobody in it is real
};

/// Everything of a performance as it is now. Names are left out where the operator may not read
/// customers. Needs Permission::ReadOrders. Refuses with unknown_performance.
Result<ShowNight> showNight(Counter& counter, PerformanceId performance);

/// Whether whoever is signed in may have papers written that go on being kept fresh, with the names
/// in them. Needs Permission::ReadOrders and ReadCustomers.
Result<void> permitPapers(Counter& counter);
/// The same as showNight(), with names, whoever is signed in by now or nobody: for papers that
/// permitPapers() allowed when they were switched on.
Result<ShowNight> keptShowNight(Counter& counter, PerformanceId performance);

} // namespace foyer
