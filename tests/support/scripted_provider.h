// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer::test {

/// The process was killed: nothing of it goes on.
struct Killed {};

/// A payment provider in memory, with a customer who does as the test says, and a network between
/// that fails where it says. Whatever it is asked, it counts. Payments may be asked about and
/// changed from several threads, while the test itself only waits.
class ScriptedProvider final : public server::PaymentProvider {
public:
    enum class Fault : std::uint8_t {
        None,
        NotSent,    ///< no connection
        AnswerLost, ///< it was done, and nobody hears of it
        KillBefore,
        KillAfter,
    };
    struct Payment {
        PaymentId ourId;
        Money amount;
        server::Progress progress = server::Progress::Created;
        bool isReader = false;
        std::string reason;
        std::vector<server::RefundSnapshot> refunds;
        std::vector<server::DisputeSnapshot> disputes;
        std::optional<Money> tampered; ///< the amount that it says instead
        std::optional<PaymentId> tamperedId;
        bool isLive = false;
        int captured = 0;
    };

    // What the test decides.
    /// Of the n-th call from now on, counted from 0, those that only ask included.
    void failAt(int call, Fault fault) { m_faults[m_calls + call] = fault; }
    /// Just before such a call the world goes on.
    void doAt(int call, std::function<void()> what) { m_moments[m_calls + call] = std::move(what); }
    bool canCancel = true;
    bool cancelIsTooLate = false; ///< somebody is just paying
    bool refundsArePending = false;
    std::string refundRefusal; ///< a code: refunds are refused with it
    std::string startRefusal;
    std::string captureRefusal;
    int captures = 0; ///< that were tried
    bool isReaderBusy = false;
    std::chrono::hours keyRetention{24};

    void pay(const std::string& reference, bool isLate = false)
    {
        Payment& payment = payments.at(reference);
        ENSURE(isLate || isOpen(payment));
        payment.progress = payment.isReader || !canCancel ? server::Progress::Authorized
                                                          : server::Progress::Succeeded;
        payment.captured += payment.progress == server::Progress::Succeeded ? 1 : 0;
    }
    void decline(const std::string& reference, const std::string& reason)
    {
        payments.at(reference).reason = reason;
        payments.at(reference).progress = server::Progress::AwaitingCustomer;
    }
    std::string only() const
    {
        ENSURE(payments.size() == 1);
        return payments.begin()->first;
    }
    int calls() const { return m_calls; }

    std::map<std::string, Payment> payments;
    std::vector<std::string> presented; ///< readers that were told, each time
    std::set<std::string> withdrawn;
    std::vector<std::string> changed;            ///< what it says of a time without webhooks
    std::vector<server::SettlementLine> account; ///< the lines of it
    int changes = 0;                             ///< calls that did something for the first time

    // What the desk sees.
    server::Capabilities capabilities() const override
    {
        server::Capabilities can;
        can.link = true;
        can.reader = true;
        can.canCancel = canCancel;
        can.partialRefund = true;
        can.settlements = true;
        can.keyRetention = keyRetention;
        return can;
    }
    bool takes(Money amount) const override { return amount.minor() >= 50; }

    server::ProviderCall startCall(const server::PaymentAsk& ask, std::string key) const override
    {
        return {"POST", "/start", "text/plain",
                ask.payment.text() + " " + std::to_string(ask.amount.minor()) + " " +
                    std::string{paymentWayName(ask.way)},
                std::move(key)};
    }
    server::Outcome<server::Snapshot> start(const server::ProviderCall& call) override
    {
        return during<server::Snapshot>(call, [&]() -> server::Outcome<server::Snapshot> {
            if (!startRefusal.empty()) {
                return {server::CallFate::Rejected, {}, {startRefusal, "", 400, "r"}, {}};
            }
            const PaymentId id{*Uuid::fromText(call.body.substr(0, 36))};
            const std::string rest = call.body.substr(37);
            const std::string reference = "pay_" + std::to_string(payments.size() + 1);
            payments.emplace(reference,
                             Payment{.ourId = id,
                                     .amount = Money{std::stoll(rest), *Currency::fromCode("EUR")},
                                     .isReader = rest.ends_with("reader")});
            return server::Outcome<server::Snapshot>::done(snapshotOf(reference));
        });
    }
    server::ProviderCall presentCall(const std::string& reference, const std::string& reader,
                                     std::string key) const override
    {
        return {"POST", "/present", "text/plain", reader + " " + reference, std::move(key)};
    }
    server::ProviderCall withdrawCall(const std::string& reader, std::string key) const override
    {
        return {"POST", "/withdraw", "text/plain", reader, std::move(key)};
    }
    server::Outcome<std::monostate> present(const server::ProviderCall& call) override
    {
        return during<std::monostate>(call, [&]() -> server::Outcome<std::monostate> {
            if (call.path == "/withdraw") {
                withdrawn.insert(call.body);
            } else if (isReaderBusy) {
                return {server::CallFate::Rejected, {}, {"reader_busy", "", 400, "r"}, {}};
            } else {
                presented.push_back(call.body.substr(0, call.body.find(' ')));
            }
            return server::Outcome<std::monostate>::done({});
        });
    }
    server::Outcome<server::Snapshot> fetch(const std::string& reference) override
    {
        const std::lock_guard lock{m_mutex};
        const Fault fault = next();
        if (fault != Fault::None) {
            return lost<server::Snapshot>(fault);
        }
        return server::Outcome<server::Snapshot>::done(snapshotOf(reference));
    }
    server::Outcome<std::optional<server::Snapshot>> findByOurId(PaymentId payment,
                                                                 server::TimeRange) override
    {
        const std::lock_guard lock{m_mutex};
        const Fault fault = next();
        if (fault != Fault::None) {
            return lost<std::optional<server::Snapshot>>(fault);
        }
        for (const auto& [reference, known] : payments) {
            if (known.ourId == payment) {
                return server::Outcome<std::optional<server::Snapshot>>::done(
                    snapshotOf(reference));
            }
        }
        return server::Outcome<std::optional<server::Snapshot>>::done(std::nullopt);
    }
    server::ProviderCall captureCall(const server::Snapshot& of, std::string key) const override
    {
        return {"POST", "/capture", "text/plain", of.reference, std::move(key)};
    }
    server::ProviderCall cancelCall(const server::Snapshot& of, std::string key) const override
    {
        return {"POST", "/cancel", "text/plain", of.reference, std::move(key)};
    }
    server::ProviderCall refundCall(const server::Snapshot& of, const server::RefundAsk& ask,
                                    std::string key) const override
    {
        return {"POST", "/refund", "text/plain",
                ask.refund.text() + " " + std::to_string(ask.amount.minor()) + " " + of.reference,
                std::move(key)};
    }
    server::Outcome<std::monostate> send(const server::ProviderCall& call) override
    {
        return during<std::monostate>(call, [&] { return change(call); });
    }
    server::WebhookVerdict verify(const server::WebhookRequest& request, Instant) override
    {
        const std::string text{request.body.begin(), request.body.end()};
        if (!text.starts_with("signed ")) {
            return {.kind = server::WebhookVerdict::Kind::Forged, .why = "not signed"};
        }
        return {.kind = server::WebhookVerdict::Kind::Valid,
                .eventId = text,
                .reference = text.substr(7)};
    }
    /// One line a page.
    server::Outcome<server::SettlementPage> settlements(server::TimeRange range,
                                                        const std::string& cursor) override
    {
        const Fault fault = next();
        if (fault != Fault::None) {
            return lost<server::SettlementPage>(fault);
        }
        std::size_t at = cursor.empty() ? 0 : std::stoul(cursor);
        server::SettlementPage page;
        while (at < account.size() &&
               (account[at].at.ms < range.from.ms || account[at].at.ms >= range.to.ms)) {
            ++at;
        }
        if (at < account.size()) {
            page.lines.push_back(account[at]);
            page.cursor = std::to_string(at + 1);
        }
        return server::Outcome<server::SettlementPage>::done(std::move(page));
    }
    server::Outcome<std::vector<std::string>> changedSince(Instant) override
    {
        return server::Outcome<std::vector<std::string>>::done(changed);
    }

private:
    static bool isOpen(const Payment& payment)
    {
        return payment.progress == server::Progress::Created ||
            payment.progress == server::Progress::AwaitingCustomer;
    }
    Fault next()
    {
        if (const auto moment = m_moments.find(m_calls); moment != m_moments.end()) {
            moment->second();
        }
        const auto planned = m_faults.find(m_calls++);
        const Fault fault = planned != m_faults.end() ? planned->second : Fault::None;
        if (fault == Fault::KillBefore) {
            throw Killed{};
        }
        return fault;
    }
    template <typename T>
    static server::Outcome<T> lost(Fault fault)
    {
        if (fault == Fault::KillAfter) {
            throw Killed{};
        }
        return {fault == Fault::NotSent ? server::CallFate::Retry : server::CallFate::Unknown,
                {},
                {fault == Fault::NotSent ? "no_connection" : "no_answer", "", 0, ""},
                {}};
    }
    /// A call that changes something: once for each key, whatever becomes of the answer.
    template <typename T, typename F>
    server::Outcome<T> during(const server::ProviderCall& call, F act)
    {
        const std::lock_guard lock{m_mutex};
        const Fault fault = next();
        if (fault == Fault::NotSent) {
            return lost<T>(fault);
        }
        const auto known = m_keys.find(call.idempotencyKey);
        ENSURE(known == m_keys.end() || known->second == call); // the same bytes, or it is a fault
        server::Outcome<T> outcome;
        if (known == m_keys.end()) {
            outcome = act();
            if (outcome.fate == server::CallFate::Done) {
                m_keys.emplace(call.idempotencyKey, call);
                ++changes;
            }
        } else if constexpr (std::is_same_v<T, server::Snapshot>) {
            outcome = server::Outcome<T>::done(snapshotOf(m_started.at(call.idempotencyKey)));
        } else {
            outcome = server::Outcome<T>::done({});
        }
        if constexpr (std::is_same_v<T, server::Snapshot>) {
            if (outcome.value) {
                m_started[call.idempotencyKey] = outcome.value->reference;
            }
        }
        return fault == Fault::None ? outcome : lost<T>(fault);
    }
    server::Outcome<std::monostate> change(const server::ProviderCall& call)
    {
        if (call.path == "/refund") {
            return refund(call.body);
        }
        Payment& payment = payments.at(call.body);
        if (call.path == "/capture") {
            ++captures;
            if (!captureRefusal.empty()) {
                return {server::CallFate::Rejected, {}, {captureRefusal, "", 422, "r"}, {}};
            }
            if (payment.progress != server::Progress::Authorized) {
                return {server::CallFate::Rejected, {}, {"bad_state", "", 400, "r"}, {}};
            }
            payment.progress = server::Progress::Succeeded;
            ++payment.captured;
        } else if (cancelIsTooLate || payment.progress == server::Progress::Succeeded) {
            return {server::CallFate::Rejected, {}, {"too_late", "", 400, "r"}, {}};
        } else {
            payment.progress = server::Progress::Canceled;
        }
        return server::Outcome<std::monostate>::done({});
    }
    server::Outcome<std::monostate> refund(const std::string& body)
    {
        if (!refundRefusal.empty()) {
            return {server::CallFate::Rejected, {}, {refundRefusal, "", 400, "r"}, {}};
        }
        const std::string rest = body.substr(37);
        Payment& payment = payments.at(rest.substr(rest.find(' ') + 1));
        const Money amount{std::stoll(rest), payment.amount.currency()};
        Money total = amount;
        for (const auto& other : payment.refunds) {
            total += other.amount;
        }
        ENSURE(total <= payment.amount); // more than was paid is never asked for
        using State = server::RefundSnapshot::State;
        payment.refunds.push_back({.reference = "re_" + std::to_string(payment.refunds.size() + 1),
                                   .ourId = PaymentId{*Uuid::fromText(body.substr(0, 36))},
                                   .state = refundsArePending ? State::Pending : State::Done,
                                   .amount = amount});
        return server::Outcome<std::monostate>::done({});
    }
    server::Snapshot snapshotOf(const std::string& reference) const
    {
        const Payment& payment = payments.at(reference);
        server::Snapshot snapshot{.reference = reference,
                                  .ourId = payment.tamperedId.value_or(payment.ourId),
                                  .progress = payment.progress,
                                  .amount = payment.tampered.value_or(payment.amount),
                                  .isLive = payment.isLive,
                                  .pageUrl = isOpen(payment) ? "https://pay.test/" + reference : "",
                                  .refunds = payment.refunds,
                                  .disputes = payment.disputes,
                                  .reason = payment.reason};
        return snapshot;
    }

    std::recursive_mutex m_mutex;
    std::map<int, Fault> m_faults;
    std::map<int, std::function<void()>> m_moments;
    int m_calls = 0;
    std::map<std::string, server::ProviderCall> m_keys;
    std::map<std::string, std::string> m_started; ///< by key
};

} // namespace foyer::test
