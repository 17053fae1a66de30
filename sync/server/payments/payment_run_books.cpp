// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a look at a payment writes into the books of the house.

#include "core/storage/provider_payment_store.h"
#include "sync/server/payments/payment_run.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// A refund is on its way for days.
constexpr std::chrono::milliseconds kRefundPause = 1h;
/// A refund that was just made may not be listed yet.
constexpr std::chrono::milliseconds kNewRefundPause = 5s;

constexpr std::array<const char*, 3> kDisputeStates{"open", "won", "lost"};

bool isSame(const RefundSnapshot& there, const RefundWork& here)
{
    return there.ourId ? *there.ourId == here.refund
                       : !here.reference.empty() && there.reference == here.reference;
}

} // namespace

void PaymentRun::record(const std::function<void(Database&, Journal::Act&)>& write)
{
    const auto done =
        m_desk.m_authority.doAndWait(m_work.organizer, [&](Authority& authority, FeedBatch& batch) {
            Journal::Act act{authority.journal(), Permit::ofProgram(), batch};
            write(authority.database(), act);
            act.commit();
        });
    if (!done) {
        throw StorageFailure{done.error()};
    }
}

void PaymentRun::settle(const Snapshot& snapshot)
{
    m_work.isSettled = true;
    record([&](Database& database, Journal::Act& act) {
        const auto now = readPaymentWork(database, m_work.organizer, m_work.payment);
        if (now && now->isSettled) {
            return;
        }
        storePaymentWork(database, m_work);
        act.append(kind::kPaymentSettled,
                   encode(PaymentSettled{m_work.payment, m_work.order, m_work.amount.currency(),
                                         m_work.amount.minor(), m_work.provider, snapshot.reference,
                                         m_desk.m_options.isTest}));
    });
    m_desk.m_metrics.add("foyer_payments_total",
                         {{"provider", m_work.provider}, {"outcome", "settled"}});
}

PaymentRun::Step PaymentRun::end(PaymentEnd how, const std::string& reason)
{
    if (m_work.isEnded || m_work.isSettled) {
        store();
        return JobOutcome::done();
    }
    m_work.isEnded = true;
    m_work.page.clear();
    record([&](Database& database, Journal::Act& act) {
        const auto now = readPaymentWork(database, m_work.organizer, m_work.payment);
        if (now && (now->isEnded || now->isSettled)) {
            return;
        }
        storePaymentWork(database, m_work);
        act.append(kind::kPaymentEnded,
                   encode(PaymentEnded{m_work.payment, m_work.order, how, reason}));
    });
    m_desk.m_metrics.add("foyer_payments_total",
                         {{"provider", m_work.provider},
                          {"outcome", std::string{paymentEndName(how)}}});
    return JobOutcome::done();
}

void PaymentRun::recordRefund(RefundWork refund, RefundOutcome outcome)
{
    record([&](Database& database, Journal::Act& act) {
        for (const RefundWork& now : readRefundWork(database, m_work.organizer, m_work.payment)) {
            if (now.refund == refund.refund && now.state == refund.state) {
                return;
            }
        }
        storeRefundWork(database, refund);
        act.append(kind::kPaymentRefunded,
                   encode(PaymentRefunded{
                       m_work.payment, m_work.order, refund.refund, refund.amount.currency(),
                       refund.amount.minor(), outcome,
                       outcome == RefundOutcome::Done ? std::string{} : refund.reason,
                       isBankProvider(m_work.provider) ? m_work.provider : std::string{},
                       m_desk.m_options.isTest}));
    });
    m_desk.m_metrics.add("foyer_refunds_total",
                         {{"provider", m_work.provider},
                          {"outcome", std::string{refundOutcomeName(outcome)}}});
}

void PaymentRun::noteRefunds(const Snapshot& snapshot)
{
    const auto known = readRefundWork(m_database, m_work.organizer, m_work.payment);
    for (const RefundSnapshot& there : snapshot.refunds) {
        const auto here = std::ranges::find_if(known, [&](const RefundWork& refund) {
            return isSame(there, refund);
        });
        RefundWork refund = here != known.end()
            ? *here
            : RefundWork{.organizer = m_work.organizer,
                         .refund = PaymentId{Uuid::v7(m_now, m_desk.m_random)},
                         .payment = m_work.payment,
                         .amount = there.amount,
                         .madeAt = m_now};
        const RefundWorkState before = refund.state;
        refund.reference = there.reference;
        refund.reason = there.reason;
        switch (there.state) {
        case RefundSnapshot::State::Pending:
            refund.state = RefundWorkState::InTransit;
            if (before != refund.state || here == known.end()) {
                storeRefundWork(m_database, refund);
            }
            break;
        case RefundSnapshot::State::Done:
            refund.state = RefundWorkState::Done;
            if (before != RefundWorkState::Done) {
                recordRefund(refund, RefundOutcome::Done);
            }
            break;
        case RefundSnapshot::State::Failed:
            refund.state = RefundWorkState::Failed;
            if (before == RefundWorkState::Done) {
                recordRefund(refund, RefundOutcome::Bounced);
            } else if (before != RefundWorkState::Failed && before != RefundWorkState::GivenUp) {
                recordRefund(refund, RefundOutcome::Failed);
            }
            break;
        }
    }
}

void PaymentRun::noteDisputes(const Snapshot& snapshot)
{
    for (const DisputeSnapshot& dispute : snapshot.disputes) {
        const bool isNews =
            storeDispute(m_database,
                         {.organizer = m_work.organizer,
                          .provider = m_work.provider,
                          .reference = dispute.reference,
                          .payment = m_work.payment,
                          .amount = dispute.amount,
                          .state = kDisputeStates.at(static_cast<std::size_t>(dispute.state)),
                          .reason = dispute.reason,
                          .dueBy = dispute.dueBy});
        if (isNews) {
            m_desk.m_log.warning("payment_disputed",
                                 {{"provider", m_work.provider},
                                  {"payment", m_work.payment.text()},
                                  {"reason", dispute.reason}});
        }
    }
}

/// A refund that the provider will not do.
void PaymentRun::noteRefused(const ProviderCallRow& call, const std::string& code)
{
    for (RefundWork refund : readRefundWork(m_database, m_work.organizer, m_work.payment)) {
        if (refund.refund == call.refund && refund.state == RefundWorkState::Made) {
            refund.state = RefundWorkState::Failed;
            refund.reason = code;
            recordRefund(refund, RefundOutcome::Failed);
        }
    }
}

PaymentRun::Step PaymentRun::refundBy(const Snapshot& snapshot, const RefundWork& refund)
{
    return call("refund",
                m_provider.refundCall(snapshot, {refund.refund, m_work.payment, refund.amount},
                                      newKey()),
                &refund);
}

/// What came for nothing goes back, once, and is watched until it has arrived.
PaymentRun::Step PaymentRun::giveBack(const Snapshot& snapshot)
{
    noteRefunds(snapshot);
    const auto refunds = readRefundWork(m_database, m_work.organizer, m_work.payment);
    std::int64_t underWay = 0;
    bool isAny = false;
    bool isNew = false;
    for (const RefundWork& refund : refunds) {
        const bool isOpen =
            refund.state == RefundWorkState::Made || refund.state == RefundWorkState::InTransit;
        isAny = isAny || isOpen;
        if (refund.state == RefundWorkState::Made &&
            readRefundAnswer(m_database, m_work.organizer, refund.refund) == kKeyForgotten) {
            return refundBy(snapshot, refund); // nothing is known there of the call before
        }
        isNew = isNew || refund.state == RefundWorkState::Made;
        // One that failed is not tried again by itself: somebody has to say how it goes back.
        if (isOpen || refund.state == RefundWorkState::Failed) {
            underWay += refund.amount.minor();
        }
    }
    const std::int64_t due = -readAwaited(m_database, m_work.organizer, m_work.payment) - underWay;
    if (due <= 0) {
        return isNew ? wait(kNewRefundPause) : isAny ? wait(kRefundPause) : JobOutcome::done();
    }
    const RefundWork refund{.organizer = m_work.organizer,
                            .refund = PaymentId{Uuid::v7(m_now, m_desk.m_random)},
                            .payment = m_work.payment,
                            .amount = Money{due, m_work.amount.currency()},
                            .madeAt = m_now};
    return refundBy(snapshot, refund);
}

} // namespace foyer::server
