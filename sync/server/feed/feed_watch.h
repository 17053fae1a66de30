// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace foyer {
class Database;
class Listener;
} // namespace foyer

namespace foyer::server {

/// Hears what the other processes on the same database add to the feeds, so that a counter that
/// waits at this process is woken by an entry that came to another. Where a file is the database
/// there is no other process, and only what lay there at the start is told.
class FeedWatch {
public:
    /// Something of this organizer can be read up to this position. Called on the watch's thread.
    using Announce = std::function<void(OrganizerId, std::int64_t)>;

    /// Tells how far every feed is, and from then on what is new. `database` as of Database::open.
    /// Throws StorageFailure.
    FeedWatch(std::string database, Announce announce);
    ~FeedWatch();
    FeedWatch(const FeedWatch&) = delete;
    FeedWatch& operator=(const FeedWatch&) = delete;

private:
    void tellAll();
    void run(const std::stop_token& stop);

    std::string m_path;
    Announce m_announce;
    std::unique_ptr<Listener> m_listener;
    std::jthread m_thread; ///< last, so that it ends before what it works on
};

} // namespace foyer::server
