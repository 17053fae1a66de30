// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::sync {
class DeviceSession;
class SyncConversation;
} // namespace foyer::sync

namespace foyer::desktop {

class StoreThread;

/// A thread that waits for the network, with a talk of its own. What is posted to it is done one
/// after the other, and dropped once the program ends or where the line was never opened.
class ServerLine {
public:
    ServerLine(StoreThread& store, const char* name, std::atomic<bool>& isEnding);
    /// Ends what it waits for.
    ~ServerLine();
    ServerLine(const ServerLine&) = delete;
    ServerLine& operator=(const ServerLine&) = delete;

    /// Does something with the talk, on the line's thread.
    void post(std::function<void(sync::SyncConversation&)> work);
    /// The same with the session that the talk is held over.
    void postToSession(std::function<void(sync::DeviceSession&)> work);
    /// Does something with the counter on the store's thread, and waits for it.
    using WithCounter = std::function<void(const std::function<void(Counter&)>&)>;
    void postWithCounter(std::function<void(sync::DeviceSession&, const WithCounter&)> work);
    /// Begins to talk as the counter of the store.
    void open(const std::string& url, const std::string& pin, const Clock& clock, Random& random);

private:
    void withCounter(const std::function<void(Counter&)>& act);

    StoreThread& m_store;
    std::atomic<bool>& m_isEnding;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives in m_thread
    std::unique_ptr<sync::DeviceSession> m_session;
    std::unique_ptr<sync::SyncConversation> m_talk;
};

} // namespace foyer::desktop
