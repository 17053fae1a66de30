// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace foyer::cli {

struct PaymentStatusCommand {
    std::string order;
};
struct PaymentCancelCommand {
    std::string order;
};
struct PaymentWaitCommand {
    std::string order;
    std::int64_t seconds = 900; ///< at most so long
};
struct PaymentInsteadCommand {
    std::string order;
    std::string payment; ///< as of a sale: "cash=50.00"
    std::string request;
    bool insist = false; ///< although the first one is open
};
struct PaymentMethodsCommand {};

// What an administrator looks after at the server.
struct ServerJobsCommand {
    bool onlyGivenUp = false;
};
struct ServerRetryJobCommand {
    std::string job;
};
struct PaymentTroublesCommand {};
struct PaymentRetryCommand {
    std::string payment;
};
struct SettlementCasesCommand {};
struct ReconcileCommand {};
struct SettlementCaseEndCommand {
    std::string provider;
    std::string kind;
    std::string subject;
    std::string note;
};

} // namespace foyer::cli
