// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payment_run.h"

#include "core/services/testing_house.h"
#include "core/storage/order_store.h"
#include "core/storage/provider_payment_store.h"
#include "sync/server/payments/provider_call_body.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Enough for every way through; beyond it something goes in a circle.
constexpr int kStepsMax = 16;
/// Between two looks at a payment that somebody waits for. A webhook is quicker, where one comes.
constexpr milliseconds kReaderPause = 1s;
constexpr milliseconds kPagePause = 5s;
constexpr milliseconds kSlowPause = 10min; ///< of what may take days
/// Between two calls that change the same thing, where the first one seems to have done nothing.
constexpr milliseconds kRepeatPause = 15s;
constexpr std::int64_t kCapturesMax = 5;
/// While nobody answers, by how often it was tried.
constexpr std::array<milliseconds, 6> kUnansweredPauses{2s, 5s, 15s, 60s, 300s, 600s};
/// From so many in a row on somebody should be told.
constexpr std::int64_t kAlarmAfter = 5;
/// A provider's list of payments is asked for those made around a time; clocks differ.
constexpr milliseconds kAroundStart = 10min;

} // namespace

PaymentRun::PaymentRun(PaymentDesk& desk, Database& database, PaymentWork work,
                       PaymentProvider& provider)
    : m_desk{desk}, m_database{database}, m_work{std::move(work)},
      m_provider{provider}, m_now{desk.m_clock.now()}
{}

JobOutcome PaymentRun::go()
{
    for (int i = 0; i < kStepsMax; ++i) {
        if (auto outcome = step()) {
            return *std::move(outcome);
        }
        // What a counter asked for meanwhile counts from now on.
        m_work = readPaymentWork(m_database, m_work.organizer, m_work.payment).value_or(m_work);
        m_now = m_desk.m_clock.now();
    }
    return *wait(kRepeatPause);
}

PaymentRun::Step PaymentRun::step()
{
    if (!m_work.held.empty()) {
        return JobOutcome::done();
    }
    if (const auto open = readOpenCall(m_database, m_work.organizer, m_work.payment)) {
        return sendAgain(*open);
    }
    return m_work.reference.empty() ? begin() : look();
}

PaymentRun::Step PaymentRun::begin()
{
    if (m_work.isEnded) {
        return JobOutcome::done();
    }
    if (!isWanted()) { // nobody has heard of it yet: nothing is to be called off
        return end(endNow(), {});
    }
    if (isForTesting(m_database, m_work.organizer) != m_desk.m_options.isTest) {
        return end(PaymentEnd::Failed,
                   "not_offered"); // test money in a real house, or real in this
    }
    const Capabilities can = m_provider.capabilities();
    if (!m_provider.takes(m_work.amount) ||
        !(m_work.way == PaymentWay::Link ? can.link : can.reader)) {
        return end(PaymentEnd::Failed, "not_offered");
    }
    const auto order = readOrder(m_database, m_work.organizer, m_work.order);
    const std::string page = m_desk.pageOf(m_work);
    const PaymentAsk ask{.payment = m_work.payment,
                         .amount = m_work.amount,
                         .way = m_work.way,
                         .reader = m_work.reader,
                         .description = order ? "Order " + order->code : "Tickets",
                         .returnUrl = page + "/back",
                         .webhookUrl =
                             m_desk.m_options.publicUrl + "/v1/webhooks/" + m_work.provider,
                         .language = m_desk.m_options.language,
                         .expiresAt = m_work.expiresAt};
    std::string key = newKey();
    return call("start", m_provider.startCall(ask, std::move(key)));
}

PaymentRun::Step PaymentRun::call(const char* what, const ProviderCall& content,
                                  const RefundWork* refund)
{
    Transaction transaction{m_database};
    if (refund != nullptr) {
        storeRefundWork(m_database, *refund);
    }
    addProviderCall(m_database,
                    {.organizer = m_work.organizer,
                     .key = content.idempotencyKey,
                     .payment = m_work.payment,
                     .what = what,
                     .refund = refund != nullptr ? std::optional{refund->refund} : std::nullopt,
                     .content = encode(content),
                     .madeAt = m_now});
    transaction.commit();
    return {}; // on disk now: the next step sends it
}

PaymentRun::Step PaymentRun::sendAgain(const ProviderCallRow& call)
{
    const auto content = decodeProviderCall(call.content);
    if (!content) {
        return hold("a call cannot be read any more");
    }
    if (call.what == "start") {
        return sendStart(call, *content);
    }
    // Later than that the provider would not know it for the same call: what became of it is seen
    // by looking.
    if (call.sent > 0 && isForgotten(call)) {
        return answered(call, CallFate::Rejected, {.code = kKeyForgotten}, {});
    }
    noteCallSent(m_database, call);
    const bool isOfReader = call.what == "present" || call.what == "withdraw";
    const auto outcome = isOfReader ? m_provider.present(*content) : m_provider.send(*content);
    return answered(call, outcome.fate, outcome.problem, outcome.retryAfter);
}

PaymentRun::Step PaymentRun::sendStart(const ProviderCallRow& call, const ProviderCall& content)
{
    std::optional<Snapshot> begun;
    if (call.sent > 0) {
        const auto found = m_provider.findByOurId(m_work.payment,
                                                  {Instant{call.madeAt.ms - kAroundStart.count()},
                                                   Instant{m_now.ms + kAroundStart.count()}});
        if (found.fate != CallFate::Done) {
            return pause(found.problem.code, found.retryAfter);
        }
        begun = *found.value;
        if (!begun && (isForgotten(call) || !isWanted())) {
            // It never arrived, and must not arrive any more: a new one is written if need be.
            noteCallAnswered(m_database, call, m_now, "never_arrived");
            return {};
        }
    }
    if (!begun) {
        noteCallSent(m_database, call);
        auto outcome = m_provider.start(content);
        if (outcome.fate != CallFate::Done) {
            return answered(call, outcome.fate, outcome.problem, outcome.retryAfter);
        }
        begun = std::move(outcome.value);
    }
    m_work.reference = begun->reference;
    m_work.moneyReference = begun->moneyReference;
    m_work.page = begun->pageUrl;
    m_work.unanswered = 0;
    m_work.problem.clear();
    Transaction transaction{m_database};
    store();
    noteCallAnswered(m_database, call, m_now, "done");
    transaction.commit();
    return {};
}

PaymentRun::Step PaymentRun::answered(const ProviderCallRow& call, CallFate fate,
                                      const ProviderProblem& problem,
                                      std::optional<milliseconds> retryAfter)
{
    if (fate == CallFate::Retry || fate == CallFate::Unknown) {
        return pause(problem.code, retryAfter);
    }
    const bool isDone = fate == CallFate::Done;
    m_work.unanswered = 0;
    m_work.problem = isDone ? std::string{} : problem.code;
    m_work.isPresented = m_work.isPresented || (isDone && call.what == "present");
    {
        Transaction transaction{m_database};
        store();
        noteCallAnswered(m_database, call, m_now, isDone ? "done" : problem.code);
        transaction.commit();
    }
    if (isDone) {
        return {};
    }
    m_desk.m_log.warning("provider_refused",
                         {{"provider", m_work.provider},
                          {"call", call.what},
                          {"code", problem.code},
                          {"status", problem.status},
                          {"request", problem.requestId}});
    if (call.what == "start") {
        return end(PaymentEnd::Failed, problem.code);
    }
    if (call.what == "refund" && problem.code != kKeyForgotten) {
        noteRefused(call, problem.code);
    }
    return {}; // what is so is asked next
}

PaymentRun::Step PaymentRun::look()
{
    const auto outcome = m_provider.fetch(m_work.reference);
    if (outcome.fate != CallFate::Done) {
        return pause(outcome.problem.code, outcome.retryAfter);
    }
    if (const std::string fault = faultOf(*outcome.value); !fault.empty()) {
        return hold(fault);
    }
    return apply(*outcome.value);
}

std::string PaymentRun::faultOf(const Snapshot& snapshot) const
{
    if (snapshot.ourId && *snapshot.ourId != m_work.payment) {
        return "it is of another payment";
    }
    if (snapshot.amount != m_work.amount) {
        return "its amount is not the one that was asked for";
    }
    if (snapshot.isLive == m_desk.m_options.isTest) {
        return snapshot.isLive ? "it is real money, and this server only tests"
                               : "it is no real money";
    }
    return {};
}

PaymentRun::Step PaymentRun::hold(std::string why)
{
    m_desk.m_log.error("payment_held",
                       {{"provider", m_work.provider},
                        {"payment", m_work.payment.text()},
                        {"why", why}});
    m_work.held = std::move(why);
    store();
    return JobOutcome::done();
}

PaymentRun::Step PaymentRun::apply(const Snapshot& snapshot)
{
    m_work.state = progressName(snapshot.progress);
    m_work.moneyReference = snapshot.moneyReference;
    m_work.page = snapshot.pageUrl;
    m_work.problem = snapshot.reason;
    m_work.unanswered = 0;
    noteDisputes(snapshot);
    if (snapshot.progress == Progress::Succeeded && !m_work.isSettled) {
        settle(snapshot);
    } else {
        store();
    }
    return goOn(snapshot);
}

PaymentRun::Step PaymentRun::goOn(const Snapshot& snapshot)
{
    switch (snapshot.progress) {
    case Progress::Created:
    case Progress::AwaitingCustomer:
        return await(snapshot);
    case Progress::Processing:
        return wait(m_now < m_work.expiresAt ? kPagePause : kSlowPause);
    case Progress::Authorized:
        return finishAuthorized(snapshot);
    case Progress::Succeeded:
        return giveBack(snapshot);
    case Progress::Failed:
        return end(PaymentEnd::Failed, snapshot.reason);
    case Progress::Canceled:
    case Progress::Expired:
        break;
    }
    // Whether a provider says "canceled" or "expired" depends on how it is called off.
    return end(endNow(), snapshot.reason);
}

PaymentEnd PaymentRun::endNow() const
{
    return m_work.isCancelAsked || m_now < m_work.expiresAt ? PaymentEnd::Canceled
                                                            : PaymentEnd::Expired;
}

PaymentRun::Step PaymentRun::await(const Snapshot& snapshot)
{
    if (!isWanted()) {
        return letGo(snapshot);
    }
    if (m_work.way == PaymentWay::Reader) {
        if (!m_work.isPresented) {
            const auto last =
                readLastAnswer(m_database, m_work.organizer, m_work.payment, "present");
            if (last && m_now.ms - last->ms < kRepeatPause.count()) {
                return wait(kReaderPause); // the reader was busy, or not there
            }
            return call("present",
                        m_provider.presentCall(m_work.reference, m_work.reader, newKey()));
        }
        return wait(kReaderPause);
    }
    return wait(std::min(kPagePause, milliseconds{m_work.expiresAt.ms - m_now.ms}));
}

/// The customer has said yes, and what happens now is ours to say.
PaymentRun::Step PaymentRun::finishAuthorized(const Snapshot& snapshot)
{
    const bool isStillWanted = !m_work.isEnded && !m_work.isCancelAsked &&
        readAwaited(m_database, m_work.organizer, m_work.payment) > 0;
    if (!isStillWanted) {
        return letGo(snapshot);
    }
    // A capture that was declined (PayPal asks the customer for another card then) leaves the
    // payment as it was; it is tried again a few times, ever later, and no more.
    const auto last = readLastAnswer(m_database, m_work.organizer, m_work.payment, "capture");
    const std::int64_t made = countCalls(m_database, m_work.organizer, m_work.payment, "capture");
    if (last && (made >= kCapturesMax || m_now.ms - last->ms < kRepeatPause.count() << made)) {
        return m_now < m_work.expiresAt ? wait(kPagePause) : letGo(snapshot);
    }
    return call("capture", m_provider.captureCall(snapshot, newKey()));
}

PaymentRun::Step PaymentRun::letGo(const Snapshot& snapshot)
{
    if (!m_provider.capabilities().canCancel) {
        // What is never captured is never paid.
        return end(endNow(), {});
    }
    if (m_work.isPresented && snapshot.progress != Progress::Authorized &&
        !readLastAnswer(m_database, m_work.organizer, m_work.payment, "withdraw")) {
        return call("withdraw", m_provider.withdrawCall(m_work.reader, newKey()));
    }
    const auto last = readLastAnswer(m_database, m_work.organizer, m_work.payment, "cancel");
    if (last && m_now.ms - last->ms < kRepeatPause.count()) {
        return wait(kReaderPause); // it could not be cancelled: somebody is just paying
    }
    return call("cancel", m_provider.cancelCall(snapshot, newKey()));
}

bool PaymentRun::isForgotten(const ProviderCallRow& call) const
{
    return m_now.ms - call.madeAt.ms >=
        milliseconds{m_provider.capabilities().keyRetention}.count();
}

bool PaymentRun::isWanted()
{
    return !m_work.isEnded && !m_work.isCancelAsked && m_now < m_work.expiresAt &&
        readAwaited(m_database, m_work.organizer, m_work.payment) > 0;
}

PaymentRun::Step PaymentRun::pause(const std::string& problem,
                                   std::optional<milliseconds> retryAfter)
{
    const auto last = static_cast<std::int64_t>(kUnansweredPauses.size()) - 1;
    const milliseconds time =
        kUnansweredPauses.at(static_cast<std::size_t>(std::min(m_work.unanswered, last)));
    ++m_work.unanswered;
    m_work.problem = problem;
    store();
    if (m_work.unanswered == kAlarmAfter) {
        m_desk.m_log.error("provider_silent", {{"provider", m_work.provider}, {"code", problem}});
        m_desk.m_metrics.add("foyer_provider_silent_total", {{"provider", m_work.provider}});
    }
    return JobOutcome::waits(Instant{m_now.ms + std::max(time, retryAfter.value_or(time)).count()},
                             problem);
}

PaymentRun::Step PaymentRun::wait(milliseconds time) const
{
    return JobOutcome::waits(Instant{m_now.ms + std::max<milliseconds>(time, 100ms).count()});
}

std::string PaymentRun::newKey()
{
    return Uuid::v7(m_now, m_desk.m_random).text();
}

void PaymentRun::store()
{
    storePaymentWork(m_database, m_work);
}

} // namespace foyer::server
