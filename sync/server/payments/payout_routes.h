// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"
#include "sync/server/payments/payout_desk.h"

#include <functional>

namespace foyer::server {

/// What the routes of payouts work with.
struct PayoutRoutes {
    PayoutDesk& desk;
    std::function<Database&()> database; ///< of the calling thread
    ServerLog& log;
    const Clock& clock;
};

/// Adds what an administrator agrees with the house and pays out to it. Reading needs no route:
/// what was made comes with the feed.
void addPayoutRoutes(Router& router, const PayoutRoutes& routes);

} // namespace foyer::server
