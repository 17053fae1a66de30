// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/sales/commission.h"
#include "core/domain/sales/reconciliation_report.h"
#include "sync/client/device_session.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::sync {

/// Accounts, payouts and commission at a server. Whoever is signed in at the session acts; the
/// server decides whether they may. Errors of all: those of DeviceSession::sendAsUser,
/// not_permitted, and what each names.
class ServerMoney {
public:
    explicit ServerMoney(DeviceSession& session) : m_session{session} {}

    struct Account {
        std::string provider;
        std::optional<Instant> comparedAt; ///< nothing: never yet
        std::string problem;               ///< of the last try, as a code; empty: none
    };
    /// The providers' accounts that the server compares with the books.
    Result<std::vector<Account>> accounts();
    /// What was compared, and which cases were open. Refuses with bad_range (more than 400 days).
    Result<ReconciliationReport> report(Instant from, Instant to);

    struct Payout {
        std::string id;
        std::string number;
        std::string currency;
        std::string paid; ///< with a point and all decimals
        std::string carriedOut;
    };
    /// Pays out up to a time; nothing: up to now. `note` says why in spite of open cases; empty:
    /// not then. Refuses with until_ahead, period_paid, payout_empty, payout_moved, cases_open.
    Result<std::vector<Payout>> makePayouts(std::optional<Instant> until, const std::string& note);
    /// What holds of tickets that are sold from a time on; nothing: from now on. Answers when.
    /// Refuses with commission_in_past, bad_commission.
    Result<std::string> setCommission(const Commission& commission, std::optional<Instant> from);

private:
    Result<HttpAnswer> get(const std::string& path, const std::string& query);

    DeviceSession& m_session;
};

} // namespace foyer::sync
