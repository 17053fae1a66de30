// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"
#include "sync/server/payments/reconciliation.h"

#include <functional>

namespace foyer::server {

/// What the routes of reconciliation work with.
struct ReconciliationRoutes {
    Reconciliation& reconciliation;
    std::function<Database&()> database; ///< of the calling thread
    std::function<void()> wakeJobs;
    ServerLog& log;
    const Clock& clock;
};

/// What does not fit between the books and the providers' accounts, and what a person says of it.
void addReconciliationRoutes(Router& router, const ReconciliationRoutes& routes);
/// The part of it that is the report.
void addReconciliationReportRoutes(Router& router, const ReconciliationRoutes& routes);

} // namespace foyer::server
