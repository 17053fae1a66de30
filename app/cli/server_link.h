// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/services/rights_need.h"

#include <functional>
#include <memory>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::sync {
class DeviceSession;
class SyncConversation;
} // namespace foyer::sync

namespace foyer::cli {

class Session;

/// A counter of this process and its server, for as long as a command runs.
class ServerLink {
public:
    /// Refuses with not_joined.
    static Result<std::unique_ptr<ServerLink>> of(Counter& counter, Random& random);
    ~ServerLink();
    ServerLink(const ServerLink&) = delete;
    ServerLink& operator=(const ServerLink&) = delete;

    sync::SyncConversation& conversation() { return *m_conversation; }
    sync::DeviceSession& session() { return *m_session; }

private:
    ServerLink(Counter& counter, Random& random);
    std::unique_ptr<sync::DeviceSession> m_session;
    std::unique_ptr<sync::SyncConversation> m_conversation;
};

/// Opens the counter, signs the user of this command in at its server, and does `act` there.
/// Errors: those of opening, not_joined, and of signing in.
Result<Answer>
signedInAtServer(Session& session,
                 const std::function<Result<Answer>(Counter&, sync::DeviceSession&)>& act);

/// Fetches from the server what the last refused act of this counter lacked.
RightsFetched fetchMissingRights(Counter& counter, Random& random);

} // namespace foyer::cli
