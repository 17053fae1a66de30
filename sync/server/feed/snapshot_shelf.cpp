// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/snapshot_shelf.h"

#include "core/services/authority/house_snapshot.h"
#include "core/services/guarded.h"
#include "core/storage/feed_store.h"
#include "core/storage/migrator.h"
#include "core/storage/snapshot_store.h"
#include "sync/server/observe/thread_signals.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
// One that is older is still given to who has begun to fetch it.
constexpr std::int64_t kFreshMs = 6 * kHourMs;
constexpr std::int64_t kKeptMs = 24 * kHourMs;
// What a counter hears after it costs it about as much as a tenth of the snapshot.
constexpr std::int64_t kTailMin = 5'000;

} // namespace

SnapshotShelf::SnapshotShelf(OpenDatabase open, RootOf rootOf, std::int64_t worthFrom,
                             const Clock& clock, Tell tell)
    : m_open{std::move(open)}, m_rootOf{std::move(rootOf)}, m_worthFrom{worthFrom}, m_clock{clock},
      m_tell{std::move(tell)}, m_thread{[this](const std::stop_token& stop) { run(stop); }}
{}

SnapshotShelf::~SnapshotShelf()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

SnapshotShelf::Answer SnapshotShelf::ask(Database& reader, OrganizerId organizer)
{
    const std::int64_t position = readFeedPosition(reader, organizer);
    if (position < m_worthFrom || position == 0) {
        return {Answer::Kind::NotWorthIt, {}};
    }
    auto stored = readSnapshot(reader, organizer);
    if (stored && stored->isReady && stored->manifest.schema == schemaVersion(reader)) {
        const std::int64_t tail = position - stored->manifest.position;
        const bool isFresh = stored->madeAt.ms + kFreshMs > m_clock.now().ms;
        if (isFresh && tail >= 0 && tail <= std::max(kTailMin, position / 10)) {
            return {Answer::Kind::Ready, std::move(stored->manifest)};
        }
    }
    const std::lock_guard lock{m_mutex};
    if (std::ranges::find(m_wanted, organizer) == m_wanted.end()) {
        m_wanted.push_back(organizer);
        m_wake.notify_one();
    }
    return {Answer::Kind::BeingMade, {}};
}

void SnapshotShelf::run(const std::stop_token& stop)
{
    leaveSignalsToMain();
    std::unique_ptr<Database> database;
    for (;;) {
        OrganizerId organizer;
        {
            std::unique_lock lock{m_mutex};
            if (!m_wake.wait(lock, stop, [this] { return !m_wanted.empty(); })) {
                return;
            }
            organizer = m_wanted.front();
        }
        const auto made = guarded([&]() -> Result<void> {
            if (!database) {
                database = m_open();
            }
            const Instant now = m_clock.now();
            (void)publishSnapshot(*database, organizer, *m_rootOf(organizer), now,
                                  Instant{now.ms - kKeptMs});
            return {};
        });
        if (!made) {
            database.reset();
            m_tell(made.error().code);
        }
        const std::lock_guard lock{m_mutex};
        m_wanted.pop_front();
    }
}

} // namespace foyer::server
