// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"
#include "core/domain/sales/commission.h"
#include "core/domain/sales/payout.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/jobs/job_runner.h"

#include <string>
#include <vector>

namespace foyer::server {

/// Pays out to organizers what providers took for them, less the platform's commission: asked for,
/// or by a schedule. What a payout is made of is read beside everything else, in a view of its own;
/// only writing it takes the organizer's feed. Made once for each time, whoever asks and however
/// often, and whole or not at all.
class PayoutDesk {
public:
    static constexpr const char* kJob = "payout";
    static constexpr const char* kPlanJob = "payout_schedules";

    struct Options {
        std::string schedule; ///< a line of cron, by the clocks of each house; empty: none
        std::vector<std::string> providers; ///< whose accounts this server reads
    };

    PayoutDesk(Options options, AuthorityDesk& authority, const Clock& clock, Random& random,
               ServerLog& log);
    PayoutDesk(const PayoutDesk&) = delete;
    PayoutDesk& operator=(const PayoutDesk&) = delete;

    /// Makes the payouts of a house up to a time. `reader`: this thread's connection. Refuses as
    /// checkPayoutTime() and makePayouts() do. Throws StorageFailure.
    Result<std::vector<PayoutMade>> make(Database& reader, OrganizerId organizer, Instant until,
                                         const Permit& permit, const std::string& note);
    /// What holds of tickets that are sold from a time on; nothing: from now on. Refuses as
    /// foyer::setCommission() does.
    Result<CommissionSet> setCommission(OrganizerId organizer, const Commission& commission,
                                        std::optional<Instant> from, const Permit& permit);

    /// Gives each house its place in the schedule, or takes it out. Of this server's start.
    void plan(Database& database) const;
    /// For the runner of this server: the payouts of one house; and houses that came since.
    JobKind job();
    JobKind planJob();

private:
    JobOutcome work(Database& database, const Job& job);
    void planFor(Database& database, OrganizerId organizer) const;

    Options m_options;
    AuthorityDesk& m_authority;
    const Clock& m_clock;
    Random& m_random;
    ServerLog& m_log;
};

} // namespace foyer::server
