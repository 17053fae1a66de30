// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/server_link.h"

#include "app/cli/session.h"
#include "core/services/counter.h"
#include "core/storage/sync_store.h"
#include "sync/client/device_session.h"
#include "sync/client/sync_conversation.h"

#include <functional>

namespace foyer::cli {

ServerLink::ServerLink(Counter& counter, Random& random)
    : m_session{std::make_unique<sync::DeviceSession>(
          counter.membership()->url,
          std::string{counter.membership()->pin.begin(), counter.membership()->pin.end()},
          counter.organizer(), counter.replica(), counter.keys().device, counter.clock(), random)},
      m_conversation{std::make_unique<sync::SyncConversation>(
          *m_session, [&counter](const std::function<void(Counter&)>& act) { act(counter); })}
{}

ServerLink::~ServerLink() = default;

Result<std::unique_ptr<ServerLink>> ServerLink::of(Counter& counter, Random& random)
{
    if (counter.membership() == nullptr) {
        return refused("not_joined",
                       "This counter stands alone. Join a server first: foyer-cli server join.");
    }
    return std::unique_ptr<ServerLink>{new ServerLink{counter, random}};
}

Result<Answer>
signedInAtServer(Session& session,
                 const std::function<Result<Answer>(Counter&, sync::DeviceSession&)>& act)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto link = ServerLink::of(**counter, session.random());
    if (!link) {
        return link.error();
    }
    if (auto signedIn = session.signInAt((*link)->session()); !signedIn) {
        return std::move(signedIn).error();
    }
    auto answer = act(**counter, (*link)->session());
    (*link)->session().signOut();
    return answer;
}

RightsFetched fetchMissingRights(Counter& counter, Random& random)
{
    const RightsNeed need = counter.rightsNeed();
    const auto link = ServerLink::of(counter, random);
    if (need.isEmpty() || !link) {
        return {};
    }
    return RightsFetched::of(need, (*link)->conversation().fetchRights(need));
}

} // namespace foyer::cli
