// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"
#include "sync/server/payments/bank/bank_desk.h"

#include <functional>

namespace foyer::server {

/// What the bank's routes work with.
struct BankRoutes {
    BankDesk& desk;
    std::function<Database&()> database; ///< of the calling thread
    std::function<void()> wakeJobs;
};

/// Statements, what nobody was found for, and what is to be transferred back. All of it is for
/// those who may end cases: it shows names and account numbers.
void addBankRoutes(Router& router, const BankRoutes& routes);

} // namespace foyer::server
