// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "sync/server/http/router.h"
#include "sync/server/payments/payment_desk.h"

#include <functional>

namespace foyer::server {

/// What the routes of payments work with.
struct PaymentRoutes {
    PaymentDesk& desk;
    std::function<Database&()> database; ///< of the calling thread
    std::function<void()> wakeJobs;
    ServerLog& log;
    Metrics& metrics;
};

/// For counters: what the house can have taken, and how a payment goes on. For providers: their
/// webhooks. For customers: the short address that leads to the provider's page, and the page that
/// they come back to.
void addPaymentRoutes(Router& router, const PaymentRoutes& routes);
/// The part of it for people who look after what does not go on by itself.
void addPaymentTroubleRoutes(Router& router, const PaymentRoutes& routes);

} // namespace foyer::server
