// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/authority/authority.h"
#include "core/services/authority/follow_ups.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace foyer::server {

/// Where everything is done that an authority writes: one thread with a connection of its own, to
/// which all others bring their work. What is waiting when it begins is done in one transaction, so
/// that many requests share one commit; nobody gets an answer before it. Safe from any thread.
class AuthorityDesk {
public:
    /// A connection for the desk's own thread.
    using OpenDatabase = std::function<std::unique_ptr<Database>()>;
    /// The keys of an organizer's authority. May throw StorageFailure.
    using KeysOf = std::function<AuthorityKeys(OrganizerId)>;
    /// After each commit: something of this organizer can be read up to this position.
    using Announce = std::function<void(OrganizerId, std::int64_t)>;

    AuthorityDesk(OpenDatabase open, KeysOf keysOf, Announce announce, const Clock& clock,
                  Random& random);
    /// Finishes what was brought.
    ~AuthorityDesk();
    AuthorityDesk(const AuthorityDesk&) = delete;
    AuthorityDesk& operator=(const AuthorityDesk&) = delete;

    /// What follows from facts that arrive or are written here. To be filled before the first work.
    FollowUps& followUps() { return m_followUps; }

    using Work = std::function<void(Authority&, FeedBatch&)>;
    /// Does `work` in a batch and returns when that is durable. Errors: unknown_organizer, those of
    /// the database (nothing was done then; it may be tried again), busy (too much is waiting).
    Result<void> doAndWait(OrganizerId organizer, Work work);
    /// Makes this database an organizer's home; see Authority::adopt.
    Result<void> adopt(OrganizerId organizer);
    /// Begins an organizer here; see Authority::found.
    Result<void> found(OrganizerId organizer);

    /// How many batches there were, and how many works they held: for figures.
    struct Counts {
        std::uint64_t batches = 0;
        std::uint64_t works = 0;
    };
    Counts counts() const;

private:
    enum class Kind : std::uint8_t { Work, Adopting, Founding };
    struct Brought {
        OrganizerId organizer;
        Work work;
        Kind kind = Kind::Work;
        std::promise<Result<void>> done;
    };

    Result<void> bring(OrganizerId organizer, Work work, Kind kind);
    void run(const std::stop_token& stop);
    std::vector<std::unique_ptr<Brought>> next(const std::stop_token& stop);
    void serve(Database& database, std::vector<std::unique_ptr<Brought>> works);
    Result<void> serveTogether(Database& database,
                               const std::vector<std::unique_ptr<Brought>>& works);
    Result<Authority*> authorityOf(Database& database, OrganizerId organizer);

    OpenDatabase m_open;
    KeysOf m_keysOf;
    Announce m_announce;
    const Clock& m_clock;
    Random& m_random;
    FollowUps m_followUps;
    std::map<OrganizerId, std::unique_ptr<Authority>> m_authorities; ///< of the desk's thread
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::unique_ptr<Brought>> m_waiting;
    Counts m_counts;
    std::jthread m_thread; ///< last, so that it ends before what it works on
};

} // namespace foyer::server
