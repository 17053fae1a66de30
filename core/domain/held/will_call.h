// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Somebody who comes for tickets of a performance: an order in their name, or a reservation.
struct WillCall {
    PerformanceId performance;
    std::string name;
    std::string reach; ///< telephone, else email
    std::string code;  ///< as people read it
    bool isReserved = false;
    std::vector<std::string> places;
    std::size_t inside = 0;         ///< of the places, whose guests have come
    std::optional<Money> toPay;     ///< of a reservation its price, of an order its open invoices
    std::optional<Instant> until;   ///< of a reservation: when it ends by itself
    std::vector<HoldId> holds = {}; ///< of a reservation
};

} // namespace foyer
