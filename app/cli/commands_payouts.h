// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::cli {

struct PayoutListCommand {};
struct PayoutShowCommand {
    std::string payout;
};
struct PayoutMakeCommand {
    std::string until;        ///< "2026-11-30 00:00" by the clocks of the house; empty: now
    std::string despiteCases; ///< why, although cases are open; empty: not then
};
struct PayoutStatementCommand {
    std::string payout;
    std::string pdf;
    std::string csv;
};
struct CommissionShowCommand {};
struct CommissionSetCommand {
    std::string percent = "0";
    std::string fixed = "0";
    std::string currency; ///< empty: the house's
    std::string from;     ///< as PayoutMakeCommand::until
};
struct ReconciliationReportCommand {
    std::string from; ///< "2026-11-01", UTC
    std::string to;   ///< that day included
    std::string pdf;
    std::string csv;
};

} // namespace foyer::cli
