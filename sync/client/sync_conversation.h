// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/replica_report.h"
#include "core/services/rights_need.h"
#include "sync/client/counter_question.h"
#include "sync/client/device_session.h"
#include "sync/protocol/wire_version.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace foyer {
class Counter;
struct RightsWish;
} // namespace foyer

namespace foyer::sync {

/// What an exchange has moved so far.
struct Exchanged {
    std::int64_t sent = 0;
    std::int64_t heard = 0;
    std::int64_t position = 0; ///< up to which the counter has heard
    /// Of the snapshot that a new counter begins with: bytes that have arrived, of how many.
    std::int64_t snapshotBytes = 0;
    std::int64_t snapshotSize = 0;
    /// Why the snapshot was not taken, so that the whole feed was heard instead.
    std::optional<Error> snapshotRefused;
    /// Users whose password or PIN was set here and that the server does not have yet: an
    /// administrator has to sign in while the counter syncs.
    std::size_t secretsWaiting = 0;
    /// Users of whom the server cannot check what was set here: it has to be set anew.
    std::size_t secretsUnusable = 0;
};

/// A counter's talk with its server: sends what is not sent, hears what is new, fetches rights.
/// Carries messages only; what they mean is CounterSync's. Belongs to a thread that may wait.
class SyncConversation {
public:
    using Progress = std::function<void(const Exchanged&)>;

    SyncConversation(DeviceSession& session, WithCounter withCounter)
        : m_session{session}, m_withCounter{std::move(withCounter)}
    {}
    /// Speaks an older version from now on; for tests.
    void speak(WireVersion version) { m_version = version; }

    /// Both ways until nothing is left: own entries that a restored counter misses first, then what
    /// it has to say, then what it has to hear (a new counter begins with a snapshot of its house),
    /// and what a server that was restored from a backup asks back. What people sign in by goes
    /// along: the cards for this counter, and the passwords and PINs that were set here, where the
    /// server takes them: of an administrator who is signed in at the session, or soon after the
    /// house joined. What was moved before an error stays moved. Errors: those of
    /// DeviceSession::send and CounterSync, and the outbox's problem (its code and sentence).
    Result<Exchanged> exchange(const Progress& progress = {});
    /// Fetches what a refused act needs. An order that another counter has to give back first is
    /// asked for again and again for some seconds, and what was done to it is heard. Errors: the
    /// same, and sold_out, seat_elsewhere, order_asked.
    Result<void> fetchRights(const RightsNeed& need);
    /// How often an order is asked for again, with pauses that grow from a tenth of a second to
    /// more than one; for tests.
    void askForOrdersAgain(std::size_t times) { m_askedAgain = times; }
    /// Fetches what is missing of the stock for times without a network; whether there was any to
    /// ask for. Errors: those of fetchRights, holders_unheard among them.
    Result<bool> keepStock();
    const DeviceSession& session() const { return m_session; }
    /// Returns when there is something new to hear, or after a minute; whether there is.
    Result<bool> waitForNews();

private:
    Result<void> handVerifiersOver(Exchanged& moved);
    Result<void> fetchCards();
    Result<std::string> heardQuery();
    Result<void> fetch(const RightsWish& wish);
    Result<void> recoverOwn();
    Result<void> reportAll(Exchanged& moved, const Progress& progress);
    Result<std::optional<ReportDue>> askReport(HttpRequest request);
    Result<void> sendAll(Exchanged& moved, const Progress& progress);
    Result<void> beginWithSnapshot(Exchanged& moved, const Progress& progress);
    Result<void> hearAll(Exchanged& moved, const Progress& progress);

    DeviceSession& m_session;
    WithCounter m_withCounter;
    bool m_hasHeardKeys = false; ///< all of them; not before they were asked for once
    WireVersion m_version = kNewestWireVersion;
    using Moment = std::chrono::steady_clock::time_point;
    std::optional<Moment> m_cardsAt;   ///< when cards were fetched last
    bool m_areCardsOld = false;        ///< something was heard that changes them
    std::optional<Moment> m_refusedAt; ///< when the server did not take verifiers
    std::vector<UserId> m_unusable;    ///< whose it could not use then, whoever brings them
    std::size_t m_askedAgain = 6;
    bool m_mayBeDue = true; ///< a report: until the server said no, and when it began another life
};

} // namespace foyer::sync
