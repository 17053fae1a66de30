// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/server_sync.h"

#include "app/desktop/store_thread.h"
#include "core/services/counter_sync.h"
#include "core/services/rights_authority.h"
#include "core/storage/sync_store.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"

#include <QTimer>

#include <future>

namespace foyer::desktop {
namespace {

constexpr int kLookEveryMs = 1'000; // what was sold is on its way within a second
constexpr int kTryAgainMs = 5'000;  // after the server did not answer

/// What the window asks the store thread about every second.
struct Standing {
    std::string url;
    std::string pin;
    std::int64_t unsent = 0;
    Instant contactAt;
    std::optional<Error> problem;
};

Result<Standing> standingOf(Counter& counter)
{
    Standing standing;
    if (counter.membership() == nullptr) {
        return standing;
    }
    standing.url = counter.membership()->url;
    standing.pin = {counter.membership()->pin.begin(), counter.membership()->pin.end()};
    CounterSync sync{counter};
    const auto status = sync.status();
    if (!status) {
        return status.error();
    }
    standing.unsent = status->unsent;
    standing.contactAt = status->contactAt;
    if (status->problem) {
        standing.problem = refused(status->problem->code, status->problem->message);
    }
    return standing;
}

/// Whether this kind of no passes by itself, when the network is back.
bool isOffline(const Error& error)
{
    return error.code == "offline" || error.code == "cancelled" || error.code == "server_error" ||
        error.code == "busy";
}

} // namespace

/// A thread that waits for the network, with a talk of its own.
class ServerSync::Line {
public:
    Line(StoreThread& store, const char* name, std::atomic<bool>& isEnding)
        : m_store{store}, m_isEnding{isEnding}, m_worker{std::make_unique<QObject>()}
    {
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(QLatin1String{name});
        m_thread.start();
    }
    ~Line()
    {
        if (m_session) {
            m_session->cancel();
        }
        QMetaObject::invokeMethod(
            m_worker.get(),
            [this] {
                m_talk.reset();
                m_session.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// Does something with the talk, on the line's thread.
    void post(std::function<void(sync::SyncConversation&)> work)
    {
        QMetaObject::invokeMethod(m_worker.get(), [this, work = std::move(work)] {
            if (m_talk && !m_isEnding) {
                work(*m_talk);
            }
        });
    }
    void open(const std::string& url, const std::string& pin, const Clock& clock, Random& random)
    {
        QMetaObject::invokeMethod(m_worker.get(), [this, url, pin, &clock, &random] {
            withCounter([&](Counter& counter) {
                m_session =
                    std::make_unique<sync::DeviceSession>(url, pin, counter.organizer(),
                                                          counter.replica(), counter.keys().device,
                                                          clock, random);
            });
            if (m_session) {
                m_talk = std::make_unique<sync::SyncConversation>(
                    *m_session,
                    [this](const std::function<void(Counter&)>& act) { withCounter(act); });
            }
        });
    }

private:
    /// The store thread does it; this one waits, which is what it is for.
    void withCounter(const std::function<void(Counter&)>& act)
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

    StoreThread& m_store;
    std::atomic<bool>& m_isEnding;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives in m_thread
    std::unique_ptr<sync::DeviceSession> m_session;
    std::unique_ptr<sync::SyncConversation> m_talk;
};

ServerSync::ServerSync(StoreThread& store, ui::ServerPage& page, Random& random)
    : m_store{store}, m_page{page}, m_random{random}, m_looking{new QTimer{this}}
{
    connect(&m_page, &ui::ServerPage::joinAsked, this, &ServerSync::join);
    connect(&m_page, &ui::ServerPage::syncAsked, this, &ServerSync::exchange);
    connect(m_looking, &QTimer::timeout, this, &ServerSync::lookAtCounter);
    m_store.setRightsFetcher([this](const RightsNeed& need, std::function<void(bool)> then) {
        fetch(need, std::move(then));
    });
}

ServerSync::~ServerSync()
{
    m_isEnding = true;
    m_store.setRightsFetcher({});
    m_listen.reset();
    m_talk.reset();
}

void ServerSync::begin()
{
    m_looking->start(kLookEveryMs);
    lookAtCounter();
}

void ServerSync::lookAtCounter()
{
    m_store.ask<Standing>(standingOf, [this](const Result<Standing>& standing) {
        if (!standing) {
            return; // the disk is tried again in a second, and says so elsewhere
        }
        const bool isNew = m_state.url.empty() && !standing->url.empty();
        m_state.url = standing->url;
        m_state.unsent = standing->unsent;
        m_state.contactAt = standing->contactAt;
        m_state.problem = standing->problem;
        if (isNew) {
            startLines(standing->url, standing->pin);
        } else if (m_state.isOnline && m_state.unsent > 0 && !m_state.problem) {
            exchange();
        }
        show();
    });
}

void ServerSync::startLines(const std::string& url, const std::string& pin)
{
    m_talk = std::make_unique<Line>(m_store, "sync", m_isEnding);
    m_listen = std::make_unique<Line>(m_store, "listen", m_isEnding);
    m_talk->open(url, pin, m_clock, m_random);
    m_listen->open(url, pin, m_clock, m_random);
    exchange();
    listen();
}

void ServerSync::exchange()
{
    if (!m_talk) {
        return;
    }
    if (m_isExchanging) {
        m_exchangesAgain = true;
        return;
    }
    m_isExchanging = true;
    m_state.isBusy = true;
    m_talk->post([this](sync::SyncConversation& talk) {
        const auto moved = talk.exchange();
        QMetaObject::invokeMethod(this, [this, moved] {
            exchanged(moved ? std::nullopt : std::optional{moved.error()},
                      moved ? moved->heard : 0);
        });
    });
}

void ServerSync::exchanged(const std::optional<Error>& error, std::int64_t heardEntries)
{
    m_isExchanging = false;
    m_state.isBusy = false;
    m_state.isOnline = !error;
    m_store.post([isOnline = m_state.isOnline](Counter& counter) {
        counter.authority().setWithinReach(isOnline);
    });
    if (error && !isOffline(*error)) {
        m_state.problem = error;
    }
    if (error) {
        QTimer::singleShot(kTryAgainMs, this, &ServerSync::exchange);
    } else if (m_exchangesAgain) {
        m_exchangesAgain = false;
        exchange();
    }
    if (heardEntries > 0) {
        Q_EMIT heard();
    }
    show();
}

void ServerSync::listen()
{
    m_listen->post([this](sync::SyncConversation& talk) {
        const auto news = talk.waitForNews();
        QMetaObject::invokeMethod(this, [this, isNews = news && *news, isDown = !news] {
            if (isNews) {
                exchange();
            }
            if (isDown) {
                QTimer::singleShot(kTryAgainMs, this, &ServerSync::listen);
            } else {
                // News are heard by the other line first, or this one would ask in a circle.
                QTimer::singleShot(isNews ? kLookEveryMs / 2 : 0, this, &ServerSync::listen);
            }
        });
    });
}

void ServerSync::fetch(const RightsNeed& need, std::function<void(bool)> then)
{
    if (!m_talk || !m_state.isOnline) {
        then(false);
        return;
    }
    m_talk->post([this, need, then = std::move(then)](sync::SyncConversation& talk) {
        const bool isThere = talk.fetchRights(need).has_value();
        QMetaObject::invokeMethod(this, [then, isThere] { then(isThere); });
    });
}

void ServerSync::join(const QString& invitation)
{
    m_page.setJoining(true);
    // Once in the life of a counter; the store waits for the server's answer.
    m_store.ask<bool>(
        [text = invitation.toStdString()](Counter& counter) -> Result<bool> {
            auto joined = sync::joinServer(counter, text);
            return joined ? Result<bool>{true} : std::move(joined).error();
        },
        [this](const Result<bool>& joined) {
            m_page.setJoining(false);
            if (!joined) {
                m_page.showRefusal(joined.error());
                return;
            }
            lookAtCounter();
        });
}

void ServerSync::show()
{
    m_page.showState(m_state);
    Q_EMIT stateChanged(m_state);
}

} // namespace foyer::desktop
