// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/server_sync.h"

#include "app/desktop/picture_keeper.h"
#include "app/desktop/server_line.h"
#include "app/desktop/store_thread.h"
#include "core/services/counter_sync.h"
#include "core/services/rights_authority.h"
#include "core/services/seats.h"
#include "core/storage/sync_store.h"
#include "sync/client/device_session.h"
#include "sync/client/joining.h"
#include "sync/client/sync_conversation.h"

#include <QTimer>

#include <utility>

namespace foyer::desktop {
namespace {

constexpr int kLookEveryMs = 1'000; // what was sold is on its way within a second
constexpr int kTryAgainMs = 5'000;  // after the server did not answer
constexpr int kStockEveryMs = 10'000;

/// What the window asks the store thread about every second.
struct Standing {
    std::string url;
    std::string pin;
    std::int64_t unsent = 0;
    std::int64_t position = 0;
    Instant contactAt;
    std::optional<Error> problem;
    bool isHereCounted = false;
    std::optional<ui::HeldHere> here; ///< where it was counted
};

/// What was known when it was asked before.
struct Known {
    PerformanceId shown;
    std::int64_t unsent = 0;
    bool isHereOld = true;
};

Result<Standing> standingOf(Counter& counter, const Known& known)
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
    standing.position = status->pulled;
    standing.contactAt = status->contactAt;
    // It costs a look at every seat: only after something was written here, or came.
    standing.isHereCounted = known.isHereOld || known.unsent != standing.unsent;
    if (standing.isHereCounted) {
        if (const auto here = placesHere(counter, known.shown)) {
            standing.here = ui::HeldHere{here->seats, here->standing};
        }
    }
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

struct ServerSync::Outcome {
    std::optional<Error> error;
    sync::Exchanged moved;
    std::optional<std::int64_t> roundTripMs;
    std::int64_t clockAheadMs = 0;
};

ServerSync::ServerSync(StoreThread& store, ui::ServerPage& page, Random& random, std::string folder)
    : m_store{store}, m_page{page}, m_random{random}, m_looking{new QTimer{this}},
      m_stocking{new QTimer{this}}, m_trace{folder, m_clock}, m_folder{std::move(folder)}
{
    connect(&m_page, &ui::ServerPage::joinAsked, this, &ServerSync::join);
    connect(&m_page, &ui::ServerPage::syncAsked, this, &ServerSync::exchange);
    connect(m_looking, &QTimer::timeout, this, &ServerSync::lookAtCounter);
    connect(m_stocking, &QTimer::timeout, this, &ServerSync::keepStock);
    m_store.setRightsFetcher(
        [this](const RightsNeed& need, std::function<void(const RightsFetched&)> then) {
            fetch(need, std::move(then));
        });
}

ServerSync::~ServerSync()
{
    m_isEnding = true;
    m_store.setRightsFetcher({});
    m_pictures.reset();
    m_listen.reset();
    m_talk.reset();
}

void ServerSync::begin()
{
    m_trace.note("started");
    m_looking->start(kLookEveryMs);
    lookAtCounter();
}

void ServerSync::setShown(PerformanceId performance)
{
    if (m_shown != performance) {
        m_shown = performance;
        m_isHereOld = true;
        lookAtCounter();
    }
}

void ServerSync::lookAtCounter()
{
    const Known known{m_shown, m_state.unsent, std::exchange(m_isHereOld, false)};
    const auto look = [known](Counter& counter) { return standingOf(counter, known); };
    m_store.ask<Standing>(look, [this, known](const Result<Standing>& standing) {
        if (!standing) {
            m_isHereOld = m_isHereOld || known.isHereOld;
            return; // the disk is tried again in a second, and says so elsewhere
        }
        const bool isNew = m_state.url.empty() && !standing->url.empty();
        m_state.url = standing->url;
        m_state.unsent = standing->unsent;
        m_state.position = standing->position;
        m_state.contactAt = standing->contactAt;
        m_state.problem = standing->problem ? standing->problem : m_refusal;
        if (!standing->isHereCounted) { // it had not joined
            m_isHereOld = m_isHereOld || known.isHereOld;
        } else if (known.shown == m_shown) {
            m_state.here = standing->here;
        }
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
    m_talk = std::make_unique<ServerLine>(m_store, "sync", m_isEnding);
    m_listen = std::make_unique<ServerLine>(m_store, "listen", m_isEnding);
    m_talk->open(url, pin, m_clock, m_random);
    m_listen->open(url, pin, m_clock, m_random);
    m_trace.note("joined");
    m_pictures = std::make_unique<PictureKeeper>(m_store, m_folder, url, pin, m_clock, m_random);
    m_stocking->start(kStockEveryMs);
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
        const Outcome outcome{moved ? std::nullopt : std::optional{moved.error()},
                              moved ? *moved : sync::Exchanged{}, talk.session().roundTripMs(),
                              talk.session().clockAheadMs()};
        QMetaObject::invokeMethod(this, [this, outcome] { exchanged(outcome); });
    });
}

void ServerSync::signIn(const std::string& name, const std::string& secret)
{
    if (!m_talk) {
        return; // it stands alone
    }
    m_talk->postToSession(
        [name, secret](sync::DeviceSession& session) { (void)session.signIn(name, secret); });
    exchange();
}

void ServerSync::signOut()
{
    if (m_talk) {
        m_talk->postToSession([](sync::DeviceSession& session) {
            if (session.isSignedIn()) {
                session.signOut();
            }
        });
    }
}

bool ServerSync::atServer(std::function<void(sync::DeviceSession&)> work)
{
    if (m_talk) {
        m_talk->postToSession(std::move(work));
    }
    return m_talk != nullptr;
}

void ServerSync::exchanged(const Outcome& outcome)
{
    m_isExchanging = false;
    m_state.isBusy = false;
    m_state.roundTripMs = outcome.roundTripMs;
    m_state.clockAheadMs = outcome.clockAheadMs;
    const auto& error = outcome.error; // what was moved before it stays moved
    m_isHereOld = m_isHereOld || error || outcome.moved.sent + outcome.moved.heard > 0;
    const auto before =
        std::exchange(m_refusal, error && !isOffline(*error) ? error : std::nullopt);
    if (m_refusal) {
        m_state.problem = m_refusal;
        if (!before || before->code != m_refusal->code) { // it is tried again every few seconds
            m_trace.note("refused", {{"error", *m_refusal}});
        }
    } else if (!error && outcome.moved.sent + outcome.moved.heard > 0) {
        m_trace.note("exchanged", {{"sent", outcome.moved.sent}, {"heard", outcome.moved.heard}});
    }
    const bool wasOnline = m_state.isOnline;
    setOnline(!error);
    if (error) {
        QTimer::singleShot(kTryAgainMs, this, &ServerSync::exchange);
    } else if (m_exchangesAgain) {
        m_exchangesAgain = false;
        exchange();
    } else if (!wasOnline) {
        keepStock();
    }
    if (outcome.moved.heard > 0) {
        Q_EMIT heard();
    }
    show();
}

void ServerSync::setOnline(bool isOnline)
{
    m_store.post([isOnline](Counter& counter) { counter.authority().setWithinReach(isOnline); });
    if (m_state.isOnline != isOnline) {
        m_state.isOnline = isOnline;
        if (isOnline) {
            m_trace.note("online");
        } else {
            m_trace.note("offline");
        }
        Q_EMIT heard(); // what can be sold here is more, or less
    }
}

void ServerSync::keepStock()
{
    if (!m_talk || !m_state.isOnline || m_state.problem || m_isStocking) {
        return;
    }
    m_isStocking = true; // a slow line would gather one such question after the other
    m_talk->post([this](sync::SyncConversation& talk) {
        const auto kept = talk.keepStock();
        QMetaObject::invokeMethod(this, [this, isMore = kept && *kept] {
            m_isStocking = false;
            // What the server has no more of is asked for again when there is some.
            if (isMore) {
                m_isHereOld = true;
                m_trace.note("stocked");
                Q_EMIT heard();
            }
        });
    });
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

void ServerSync::fetch(const RightsNeed& need, std::function<void(const RightsFetched&)> then)
{
    if (!m_talk || !m_state.isOnline) {
        then({});
        return;
    }
    m_talk->post([this, need, then = std::move(then)](sync::SyncConversation& talk) {
        const auto fetched = RightsFetched::of(need, talk.fetchRights(need));
        QMetaObject::invokeMethod(this, [this, then, fetched] {
            m_isHereOld = m_isHereOld || fetched.areHere;
            then(fetched);
        });
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
