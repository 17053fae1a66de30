// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale_requests.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What an act does, ready to be written.
struct Prepared {
    StandingOrder order;
    AfterSalePlan plan;
    TicketsReturned returned;
    OrderExtended extended;
    std::vector<SettledTender> payments;
};

/// Works out what a return, and an exchange, would do; changes nothing. `purpose`: of
/// return_purpose. Refuse as planReturn and planExchange do. Throw StorageFailure.
Result<Prepared> prepareReturn(Counter& counter, const ReturnRequest& request);
Result<Prepared> prepareExchange(Counter& counter, const ExchangeRequest& request,
                                 const char* purpose);

/// "Stalls F7 · Adult · Premium": how plans name a ticket.
std::string placeNamed(const OrderPlaced::Line& line);

} // namespace foyer
