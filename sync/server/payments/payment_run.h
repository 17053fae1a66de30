// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_desk.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::server {

/// The answer of a call that was sent so long ago that the provider would not know it again.
inline constexpr const char* kKeyForgotten = "key_forgotten";

/// One look at one payment: asks the provider how it stands, compares that with what the books
/// want, and does what is missing, one step after the other. May be broken off anywhere: the next
/// look goes on from what is on disk. Only one at a time of each payment; the lease of its job
/// sees to that.
class PaymentRun {
public:
    PaymentRun(PaymentDesk& desk, Database& database, PaymentWork work, PaymentProvider& provider);

    JobOutcome go();

private:
    /// What there is to do now; nothing: one more step.
    using Step = std::optional<JobOutcome>;

    Step step();
    Step begin();
    Step sendAgain(const ProviderCallRow& call);
    Step sendStart(const ProviderCallRow& call, const ProviderCall& content);
    Step answered(const ProviderCallRow& call, CallFate fate, const ProviderProblem& problem,
                  std::optional<std::chrono::milliseconds> retryAfter);
    Step look();
    Step apply(const Snapshot& snapshot);
    Step goOn(const Snapshot& snapshot);
    Step finishAuthorized(const Snapshot& snapshot);
    Step await(const Snapshot& snapshot);
    Step letGo(const Snapshot& snapshot);
    Step giveBack(const Snapshot& snapshot);
    Step refundBy(const Snapshot& snapshot, const RefundWork& refund);
    void noteRefused(const ProviderCallRow& call, const std::string& code);
    void noteRefunds(const Snapshot& snapshot);
    void noteDisputes(const Snapshot& snapshot);

    /// Whether a call is so old that the provider would take it for a new one.
    bool isForgotten(const ProviderCallRow& call) const;
    /// Whether the house still wants the money.
    bool isWanted();
    /// What is wrong with what the provider says, in a few words; empty: nothing.
    std::string faultOf(const Snapshot& snapshot) const;
    /// Nothing goes on before a person has looked.
    Step hold(std::string why);
    /// How one that nobody paid ends now.
    PaymentEnd endNow() const;
    Step end(PaymentEnd how, const std::string& reason);
    void settle(const Snapshot& snapshot);
    /// In one transaction of the authority: facts, and the note that they are written. Throws
    /// StorageFailure; then none of it is.
    void record(const std::function<void(Database&, Journal::Act&)>& write);
    void recordRefund(RefundWork refund, RefundOutcome outcome);
    Step call(const char* what, const ProviderCall& content, const RefundWork* refund = nullptr);
    /// The provider did not answer, or asked for patience.
    Step pause(const std::string& problem,
               std::optional<std::chrono::milliseconds> retryAfter = {});
    Step wait(std::chrono::milliseconds time) const;
    std::string newKey();
    void store();

    PaymentDesk& m_desk;
    Database& m_database;
    PaymentWork m_work;
    PaymentProvider& m_provider;
    Instant m_now;
};

} // namespace foyer::server
