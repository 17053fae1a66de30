// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/feed_watch.h"

#include "core/base/result.h"
#include "core/services/guarded.h"
#include "core/storage/feed_news.h"
#include "core/storage/feed_store.h"
#include "core/storage/listener.h"
#include "sync/server/observe/thread_signals.h"

#include <chrono>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// How long one wait lasts, and so how long an unreachable database is left alone.
constexpr auto kPause = 1s;
/// A notification is a hint: whatever became of it, nobody sleeps longer than this.
constexpr auto kLookAnyway = 15s;

} // namespace

FeedWatch::FeedWatch(std::string database, Announce announce)
    : m_path{std::move(database)}, m_announce{std::move(announce)}
{
    // Listening first: what grows between the two is heard twice rather than never.
    m_listener = Listener::open(m_path, {kFeedChannel});
    tellAll();
    if (isPostgresAddress(m_path)) {
        m_thread = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
    }
}

FeedWatch::~FeedWatch()
{
    m_thread.request_stop();
    m_listener->wake();
}

void FeedWatch::tellAll()
{
    const auto database = Database::open(m_path, Database::Mode::ReadOnly);
    for (const FeedNews& news : readFeedPositions(*database)) {
        m_announce(news.organizer, news.position);
    }
}

void FeedWatch::run(const std::stop_token& stop)
{
    leaveSignalsToMain();
    auto looked = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        const Listener::Heard heard = m_listener->wait(kPause);
        for (const Notification& notification : heard.notifications) {
            if (const auto news = feedNewsFrom(notification.payload)) {
                m_announce(news->organizer, news->position);
            }
        }
        const auto now = std::chrono::steady_clock::now();
        if (heard.mayHaveMissed || now - looked >= kLookAnyway) {
            looked = now;
            // Where this fails the writing connections say so; the next round looks again.
            (void)guarded([this]() -> Result<void> {
                tellAll();
                return {};
            });
        }
    }
}

} // namespace foyer::server
