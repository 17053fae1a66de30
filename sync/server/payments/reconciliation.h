// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/settlement_store.h"
#include "sync/server/payments/payment_desk.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foyer::server {

/// Compares the accounts of payment providers with the books, each day and on demand: fetches the
/// lines, finds the payment of each, and opens a case for whatever does not fit. Nothing is put
/// right by itself. May be run again at any time: a case that no longer holds ends, one that a
/// person has ended stays so.
class Reconciliation {
public:
    static constexpr const char* kJob = "reconcile";

    Reconciliation(PaymentDesk& desk, const Clock& clock, Random& random, ServerLog& log,
                   Metrics& metrics);
    Reconciliation(const Reconciliation&) = delete;
    Reconciliation& operator=(const Reconciliation&) = delete;

    /// An account is looked at from the first payment on. Before the first entry arrives.
    void follow(FollowUps& followUps);
    JobKind job();
    /// The names of the accounts that this server reads.
    std::vector<std::string> accounts() const;
    /// All accounts of an organizer are looked at now. Within a transaction.
    void runNow(Database& database, OrganizerId organizer);

private:
    using Found = std::set<std::pair<std::string, std::string>>; ///< kinds and subjects of cases

    JobOutcome work(Database& database, const Job& job);
    Outcome<bool> fetch(Database& database, OrganizerId organizer, const std::string& name,
                        TimeRange range);
    void keep(Database& database, OrganizerId organizer, const std::string& name,
              const std::vector<SettlementLine>& lines);
    void compare(Database& database, OrganizerId organizer, const std::string& name,
                 TimeRange range);
    void compareLine(Database& database, const SettlementRow& line, Found& found);
    void comparePayment(Database& database, const SettlementRow& line, const PaymentWork& work,
                        Found& found);
    void open(Database& database, const SettlementRow& line, const char* kind, Money here,
              Money there, const std::string& subject, Found& found);

    PaymentDesk& m_desk;
    const Clock& m_clock;
    Random& m_random;
    ServerLog& m_log;
    Metrics& m_metrics;
};

} // namespace foyer::server
