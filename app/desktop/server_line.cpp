// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/server_line.h"

#include "app/desktop/store_thread.h"
#include "sync/client/device_session.h"
#include "sync/client/sync_conversation.h"

#include <future>
#include <optional>
#include <utility>

namespace foyer::desktop {
namespace {

/// What a session needs of a counter.
struct Device {
    OrganizerId organizer;
    ReplicaId replica;
    SecretBytes key;
};

} // namespace

ServerLine::ServerLine(StoreThread& store, const char* name, std::atomic<bool>& isEnding)
    : m_store{store}, m_isEnding{isEnding}, m_worker{std::make_unique<QObject>()}
{
    m_worker->moveToThread(&m_thread);
    // On that thread, whose objects they are, and when nothing there is waiting any more.
    QObject::connect(
        &m_thread, &QThread::finished, m_worker.get(),
        [this] {
            m_talk.reset();
            m_session.reset();
        },
        Qt::DirectConnection);
    m_thread.setObjectName(QLatin1String{name});
    m_thread.start();
}

ServerLine::~ServerLine()
{
    m_thread.quit(); // ends every loop there, that of a request under way, too
    m_thread.wait();
}

void ServerLine::post(std::function<void(sync::SyncConversation&)> work)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, work = std::move(work)] {
        if (m_talk && !m_isEnding) {
            work(*m_talk);
        }
    });
}

void ServerLine::postToSession(std::function<void(sync::DeviceSession&)> work)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, work = std::move(work)] {
        if (m_session && !m_isEnding) {
            work(*m_session);
        }
    });
}

void ServerLine::postWithCounter(std::function<void(sync::DeviceSession&, const WithCounter&)> work)
{
    postToSession([this, work = std::move(work)](sync::DeviceSession& session) {
        work(session, [this](const std::function<void(Counter&)>& act) { withCounter(act); });
    });
}

void ServerLine::open(const std::string& url, const std::string& pin, const Clock& clock,
                      Random& random)
{
    QMetaObject::invokeMethod(m_worker.get(), [this, url, pin, &clock, &random] {
        std::optional<Device> device;
        withCounter([&](Counter& counter) {
            device = Device{counter.organizer(), counter.replica(), counter.keys().device.clone()};
        });
        // Made here, not there: it belongs to the thread that makes it.
        if (device) {
            m_session =
                std::make_unique<sync::DeviceSession>(url, pin, device->organizer, device->replica,
                                                      device->key, clock, random);
            m_talk = std::make_unique<sync::SyncConversation>(
                *m_session, [this](const std::function<void(Counter&)>& act) { withCounter(act); });
        }
    });
}

/// The store thread does it; this one waits, which is what it is for.
void ServerLine::withCounter(const std::function<void(Counter&)>& act)
{
    auto done = std::make_shared<std::promise<void>>();
    auto future = done->get_future();
    // A store that is closed drops the work, and with it the promise: then nobody waits longer.
    m_store.post([&act, done = std::move(done)](Counter& counter) {
        act(counter);
        done->set_value();
    });
    future.wait();
}

} // namespace foyer::desktop
