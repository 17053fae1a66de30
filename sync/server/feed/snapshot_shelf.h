// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/domain/journal/snapshot_manifest.h"
#include "core/storage/database.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace foyer::server {

/// Keeps a snapshot of each house that somebody wants to join, for hours, and makes a new one when
/// the house has grown too far beyond it. They are made one at a time on a thread of the shelf's
/// own, so that a thousand new counters cost one of them, and lie in the database, so that every
/// process of the server gives out their parts. Safe from any thread.
class SnapshotShelf {
public:
    using OpenDatabase = std::function<std::unique_ptr<Database>()>;
    /// The key of an organizer's authority. May throw StorageFailure.
    using RootOf = std::function<std::shared_ptr<const SigningKey>(OrganizerId)>;
    /// Of a failure: its code.
    using Tell = std::function<void(const std::string&)>;

    /// `worthFrom`: a feed of fewer entries is heard from its beginning instead.
    SnapshotShelf(OpenDatabase open, RootOf rootOf, std::int64_t worthFrom, const Clock& clock,
                  Tell tell);
    ~SnapshotShelf();
    SnapshotShelf(const SnapshotShelf&) = delete;
    SnapshotShelf& operator=(const SnapshotShelf&) = delete;

    struct Answer {
        enum class Kind : std::uint8_t { Ready, BeingMade, NotWorthIt };
        Kind kind = Kind::NotWorthIt;
        std::optional<SnapshotManifest> manifest;
    };
    /// What there is for a new counter; begins to make one where that is needed. `reader` is this
    /// thread's connection. Throws StorageFailure.
    Answer ask(Database& reader, OrganizerId organizer);

private:
    void run(const std::stop_token& stop);

    OpenDatabase m_open;
    RootOf m_rootOf;
    std::int64_t m_worthFrom;
    const Clock& m_clock;
    Tell m_tell;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<OrganizerId> m_wanted; ///< the first of them is being made
    std::jthread m_thread;            ///< last, so that it ends before what it works on
};

} // namespace foyer::server
