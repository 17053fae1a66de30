// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace foyer {

/// One transaction of an authority that gives entries their positions in the organizer's feed. Many
/// requests may be served in one, so that they share its commit.
class FeedBatch {
public:
    /// Opens the transaction and takes the feed: nobody else gives positions until it ends. Throws
    /// StorageFailure.
    FeedBatch(Database& database, OrganizerId organizer);
    FeedBatch(const FeedBatch&) = delete;
    FeedBatch& operator=(const FeedBatch&) = delete;

    std::int64_t nextPosition() { return ++m_position; }
    /// The next position is after this one.
    void skipTo(std::int64_t position) { m_position = std::max(m_position, position); }
    /// The last position given so far.
    std::int64_t position() const { return m_position; }
    /// Whether any was given.
    bool hasGrown() const { return m_position > m_before; }
    /// Returns when all of it is durable, and the other processes are told. Throws StorageFailure;
    /// then none of it is.
    void commit();
    /// To be called with the position reached, right after a commit.
    void whenCommitted(std::function<void(std::int64_t)> then) { m_committed = std::move(then); }

private:
    Database& m_database;
    OrganizerId m_organizer;
    Transaction m_transaction;
    std::int64_t m_before = 0;
    std::int64_t m_position = 0;
    std::function<void(std::int64_t)> m_committed;
};

} // namespace foyer
