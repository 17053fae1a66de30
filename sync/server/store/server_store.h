// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <string>

namespace foyer::server {

/// The server's database: a connection for each thread that asks, opened at its first asking and
/// closed when the thread ends.
class ServerStore {
public:
    /// Opens and migrates. Throws StorageFailure.
    explicit ServerStore(std::string path);
    ServerStore(const ServerStore&) = delete;
    ServerStore& operator=(const ServerStore&) = delete;

    /// This thread's connection. Throws StorageFailure.
    Database& here();
    const std::string& path() const { return m_path; }

private:
    std::string m_path;
    std::uint64_t m_id; ///< so that a thread never takes the connection of a store that is gone
};

} // namespace foyer::server
