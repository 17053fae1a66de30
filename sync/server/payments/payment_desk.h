// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/services/authority/follow_ups.h"
#include "core/storage/payment_work_store.h"
#include "sync/server/feed/authority_desk.h"
#include "sync/server/jobs/job_runner.h"
#include "sync/server/observe/metrics.h"
#include "sync/server/observe/server_log.h"
#include "sync/server/payments/payment_provider.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// The providers that a house takes money through.
struct PaymentOptions {
    struct Reader {
        std::string id;   ///< the provider's
        std::string name; ///< for people: "Foyer, left"
    };
    struct Offer {
        std::shared_ptr<PaymentProvider> provider;
        std::vector<Reader> readers;
    };
    std::map<std::string, Offer, std::less<>> providers; ///< by the name that entries have
    /// The IBAN of each that is the house's own account.
    std::map<std::string, std::string, std::less<>> banks = {};
    std::string publicUrl;       ///< of this server, without a slash behind
    std::string language = "en"; ///< of the providers' pages
    bool isTest = true;          ///< then money that is real is refused, and the other way round
};

/// Takes payments through their providers: what counters ask for by entries is begun, watched,
/// captured, cancelled and given back, and what became of it is said by entries of the authority.
/// A payment is looked at by a job of its own, one process at a time, as often as something about
/// it changes and as long as there is something to do; each look asks the provider first, and then
/// does what is missing between what the books want and what the provider has. Safe from any
/// thread.
class PaymentDesk {
public:
    static constexpr const char* kJob = "payment";
    static constexpr const char* kGapsJob = "payment_gaps";

    PaymentDesk(PaymentOptions options, AuthorityDesk& authority, const Clock& clock,
                Random& random, ServerLog& log, Metrics& metrics);
    PaymentDesk(const PaymentDesk&) = delete;
    PaymentDesk& operator=(const PaymentDesk&) = delete;

    const PaymentOptions& options() const { return m_options; }
    /// What follows from facts of counters. Before the first entry arrives.
    void follow(FollowUps& followUps);
    /// For the runner of this server.
    JobKind job();
    /// Looks each hour for what changed at a provider while no webhook of it came.
    JobKind gapsJob();

    /// Something about a payment may have changed: within a transaction, it is looked at after it.
    void look(Database& database, OrganizerId organizer, PaymentId payment);
    /// Somebody has looked at what kept a payment from going on, and it goes on: what was held is
    /// looked at again, and a refund that failed is tried once more. Its own transaction. False
    /// where there is no such payment.
    bool tryAgain(Database& database, OrganizerId organizer, PaymentId payment);
    /// Whether anything is to be looked at since this was asked last: the runner of jobs need not
    /// find out by itself.
    bool takeHasAsked() { return m_hasAsked.exchange(false); }

    /// A webhook came: kept as it is, and its payment looked at. Its own transaction. Throws
    /// StorageFailure: then the provider has to send it again.
    WebhookVerdict hear(Database& database, std::string_view provider,
                        const WebhookRequest& request);

    /// The short address that a customer's phone opens: it leads to the provider's page.
    std::string pageOf(const PaymentWork& work) const;
    /// What the customer is to transfer by themselves; nothing where they pay at a provider's page.
    std::optional<TransferDetails> transferFor(const PaymentWork& work) const;
    /// The token in such an address; nothing for any other text.
    static std::optional<Uuid> tokenIn(std::string_view text);

private:
    friend class PaymentRun;
    void asked(Database& database, const Entry& entry, const PaymentRequested& requested);
    void lookAtOrder(Database& database, OrganizerId organizer, OrderId order);
    JobOutcome work(Database& database, const Job& job);
    JobOutcome lookForGaps(Database& database, const Job& job);

    PaymentOptions m_options;
    AuthorityDesk& m_authority;
    const Clock& m_clock;
    Random& m_random;
    ServerLog& m_log;
    Metrics& m_metrics;
    std::atomic<bool> m_hasAsked{false};
};

} // namespace foyer::server
