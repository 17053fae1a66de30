// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/rights_need.h"
#include "sync/client/device_session.h"
#include "sync/protocol/wire_version.h"

#include <chrono>
#include <cstdint>
#include <functional>

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
};

/// A counter's talk with its server: sends what is not sent, hears what is new, fetches rights.
/// Carries messages only; what they mean is CounterSync's. Belongs to a thread that may wait.
class SyncConversation {
public:
    /// Does something with the counter on the thread that owns it, and returns when it is done.
    using WithCounter = std::function<void(const std::function<void(Counter&)>&)>;
    using Progress = std::function<void(const Exchanged&)>;

    SyncConversation(DeviceSession& session, WithCounter withCounter)
        : m_session{session}, m_withCounter{std::move(withCounter)}
    {}
    /// Speaks an older version from now on; for tests.
    void speak(WireVersion version) { m_version = version; }

    /// Both ways until nothing is left: own entries that a restored counter misses first, then what
    /// it has to say, then what it has to hear. What was moved before an error stays moved. Errors:
    /// those of DeviceSession::send and CounterSync, and the outbox's problem (its code and
    /// sentence).
    Result<Exchanged> exchange(const Progress& progress = {});
    /// Fetches what a refused act needs. Errors: the same, and sold_out, seat_elsewhere.
    Result<void> fetchRights(const RightsNeed& need);
    /// Fetches what is missing of the stock for times without a network; whether there was any to
    /// ask for. Errors: those of fetchRights, holders_unheard among them.
    Result<bool> keepStock();
    const DeviceSession& session() const { return m_session; }
    /// Returns when there is something new to hear, or after a minute; whether there is.
    Result<bool> waitForNews();

private:
    Result<void> fetch(const RightsWish& wish);
    Result<void> recoverOwn();
    Result<void> sendAll(Exchanged& moved, const Progress& progress);
    Result<void> hearAll(Exchanged& moved, const Progress& progress);

    DeviceSession& m_session;
    WithCounter m_withCounter;
    WireVersion m_version = kNewestWireVersion;
};

} // namespace foyer::sync
