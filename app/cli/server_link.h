// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

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

/// Does something; where it is refused for rights that this counter has to fetch, fetches them and
/// does it once more. Where there is no network, the first refusal is the answer.
template <typename T>
Result<T> withRights(Counter& counter, Random& random, const std::function<Result<T>()>& act);

/// What withRights does between the two tries: whether a second one is worth it.
bool fetchMissingRights(Counter& counter, Random& random, const Error& refusal);

template <typename T>
Result<T> withRights(Counter& counter, Random& random, const std::function<Result<T>()>& act)
{
    auto done = act();
    if (!done && fetchMissingRights(counter, random, done.error())) {
        return act();
    }
    return done;
}

} // namespace foyer::cli
