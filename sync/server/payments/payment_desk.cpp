// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payment_desk.h"

#include "core/base/base64.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/storage/provider_payment_store.h"
#include "sync/server/payments/payment_run.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// Webhooks may be missing: what changed is asked for each hour, from a while before the last one
/// that came on, and no further back than providers tell.
constexpr std::chrono::milliseconds kGapsEach = 1h;
constexpr std::chrono::milliseconds kGapsOverlap = 10min;
constexpr std::chrono::milliseconds kGapsFurthest = 29 * 24h;
/// For so long webhooks are kept, for whoever has to find out what was said when.
constexpr std::chrono::milliseconds kEventsKept = 90 * 24h;

/// A provider that nobody has set up (any more) may be set up again.
constexpr std::chrono::milliseconds kUnknownProviderPause = 10min;

} // namespace

PaymentDesk::PaymentDesk(PaymentOptions options, AuthorityDesk& authority, const Clock& clock,
                         Random& random, ServerLog& log, Metrics& metrics)
    : m_options{std::move(options)},
      m_authority{authority}, m_clock{clock}, m_random{random}, m_log{log}, m_metrics{metrics}
{}

void PaymentDesk::follow(FollowUps& followUps)
{
    followUps.add(kind::kPaymentRequested,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      if (const auto requested = decodePaymentRequested(body)) {
                          asked(database, entry, *requested);
                      }
                  });
    followUps.add(kind::kPaymentCancelAsked,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      if (const auto cancel = decodePaymentCancelAsked(body)) {
                          noteCancelAsked(database, entry.organizer, cancel->payment);
                          look(database, entry.organizer, cancel->payment);
                      }
                  });
    // What takes from the money that is awaited: whatever is too much then has to go back.
    followUps.add(kind::kPaymentTaken,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      if (body["instead"].isNull()) {
                          return; // as of nearly all: those are not read any further
                      }
                      if (const auto taken = decodePaymentTaken(body)) {
                          look(database, entry.organizer, taken->instead);
                      }
                  });
    followUps.add(kind::kPaymentReturned,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      const auto returned = decodePaymentReturned(body);
                      if (returned && accountOf(returned->method) == account::kAwaited) {
                          look(database, entry.organizer, returned->of);
                      }
                  });
    followUps.add(kind::kOrderVoided,
                  [this](Database& database, const Entry& entry, const CborValue& body) {
                      if (const auto voided = decodeOrderVoided(body)) {
                          lookAtOrder(database, entry.organizer, voided->order);
                      }
                  });
}

void PaymentDesk::asked(Database& database, const Entry& entry, const PaymentRequested& requested)
{
    Uuid::Bytes token{};
    m_random.fill(token);
    addPaymentWork(database,
                   {.organizer = entry.organizer,
                    .payment = requested.payment,
                    .order = requested.order,
                    .provider = requested.provider,
                    .way = requested.way,
                    .reader = requested.reader,
                    .amount = Money{requested.amount, requested.currency},
                    .expiresAt = requested.expiresAt,
                    .madeAt = m_clock.now(),
                    .token = Uuid{token}});
    look(database, entry.organizer, requested.payment);
    Job gaps = newJob(entry.organizer, kGapsJob, requested.provider, {}, m_clock.now(), m_random);
    gaps.dueAt = Instant{gaps.madeAt.ms + kGapsEach.count()};
    addJob(database, gaps); // one for each provider, for good
}

void PaymentDesk::look(Database& database, OrganizerId organizer, PaymentId payment)
{
    askJobAgain(database, newJob(organizer, kJob, payment.text(), {}, m_clock.now(), m_random));
    m_hasAsked = true;
}

void PaymentDesk::lookAtOrder(Database& database, OrganizerId organizer, OrderId order)
{
    for (const ProviderPayment& payment : readProviderPaymentsOf(database, organizer, order)) {
        look(database, organizer, payment.id);
    }
}

JobKind PaymentDesk::job()
{
    return {.name = kJob,
            .work = [this](Database& database, const Job& job) { return work(database, job); },
            .attemptsMax = 100,
            .firstPause = 2s,
            .longestPause = 10min};
}

JobKind PaymentDesk::gapsJob()
{
    return {.name = kGapsJob,
            .work = [this](Database& database,
                           const Job& job) { return lookForGaps(database, job); },
            .attemptsMax = 100,
            .firstPause = 1min,
            .longestPause = 1h};
}

JobOutcome PaymentDesk::lookForGaps(Database& database, const Job& job)
{
    const Instant now = m_clock.now();
    const auto offer = m_options.providers.find(job.key);
    if (offer == m_options.providers.end()) {
        return JobOutcome::waits(Instant{now.ms + kUnknownProviderPause.count()},
                                 "the server knows no provider " + job.key);
    }
    const Instant last = readLastEventAt(database, job.key).value_or(job.madeAt);
    const std::int64_t since = std::min(last.ms, now.ms - kGapsEach.count()) - kGapsOverlap.count();
    const auto changed = offer->second.provider->changedSince(
        Instant{std::max(since, now.ms - kGapsFurthest.count())});
    if (changed.fate != CallFate::Done) {
        return JobOutcome::again(changed.problem.code);
    }
    Transaction transaction{database};
    for (const std::string& reference : *changed.value) {
        const auto work = readPaymentWorkByReference(database, job.key, reference);
        if (work && work->organizer == job.organizer) {
            look(database, work->organizer, work->payment);
        }
    }
    forgetProviderEvents(database, job.key, Instant{now.ms - kEventsKept.count()});
    transaction.commit();
    return JobOutcome::waits(Instant{now.ms + kGapsEach.count()});
}

JobOutcome PaymentDesk::work(Database& database, const Job& job)
{
    const auto id = Uuid::fromText(job.key);
    const auto work = id ? readPaymentWork(database, job.organizer, PaymentId{*id}) : std::nullopt;
    if (!work) {
        return JobOutcome::done(); // nobody asked for it, or not yet: then it is looked at again
    }
    const auto offer = m_options.providers.find(work->provider);
    if (offer == m_options.providers.end()) {
        return JobOutcome::waits(Instant{m_clock.now().ms + kUnknownProviderPause.count()},
                                 "the server knows no provider " + work->provider);
    }
    return PaymentRun{*this, database, *work, *offer->second.provider}.go();
}

bool PaymentDesk::tryAgain(Database& database, OrganizerId organizer, PaymentId payment)
{
    Transaction transaction{database};
    auto work = readPaymentWork(database, organizer, payment);
    if (!work) {
        return false;
    }
    work->held.clear();
    storePaymentWork(database, *work);
    for (RefundWork refund : readRefundWork(database, organizer, payment)) {
        if (refund.state == RefundWorkState::Failed) {
            refund.state = RefundWorkState::GivenUp; // another one takes its place
            storeRefundWork(database, refund);
        }
    }
    look(database, organizer, payment);
    transaction.commit();
    return true;
}

WebhookVerdict PaymentDesk::hear(Database& database, std::string_view provider,
                                 const WebhookRequest& request)
{
    const auto offer = m_options.providers.find(provider);
    if (offer == m_options.providers.end()) {
        return {.kind = WebhookVerdict::Kind::Forged, .why = "no such provider"};
    }
    const Instant now = m_clock.now();
    auto verdict = offer->second.provider->verify(request, now);
    if (verdict.kind != WebhookVerdict::Kind::Valid) {
        return verdict;
    }
    Transaction transaction{database};
    auto work = readPaymentWorkByReference(database, provider, verdict.reference);
    if (!work && verdict.ourId) { // the answer that names the reference has not come (yet)
        work = readPaymentWorkOf(database, provider, *verdict.ourId);
    }
    addProviderEvent(database,
                     {work ? work->organizer : OrganizerId{}, std::string{provider},
                      verdict.eventId, verdict.reference, request.body, now});
    // Looked at each time it comes: to look once more costs little, and nothing hangs on a count.
    if (work) {
        look(database, work->organizer, work->payment);
    }
    transaction.commit();
    return verdict;
}

std::string PaymentDesk::pageOf(const PaymentWork& work) const
{
    return m_options.publicUrl + "/p/" + toBase64Url(work.token.bytes());
}

std::optional<TransferDetails> PaymentDesk::transferFor(const PaymentWork& work) const
{
    const auto offer = m_options.providers.find(work.provider);
    return offer != m_options.providers.end() && !work.reference.empty()
        ? offer->second.provider->transferFor(work.reference, work.amount)
        : std::nullopt;
}

std::optional<Uuid> PaymentDesk::tokenIn(std::string_view text)
{
    const auto bytes = fromBase64Url(text);
    return bytes ? Uuid::fromBytes(*bytes) : std::nullopt;
}

} // namespace foyer::server
