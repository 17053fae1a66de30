// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/store/server_store.h"

#include "core/storage/migrator.h"

#include <atomic>
#include <unordered_map>

namespace foyer::server {
namespace {

std::uint64_t nextId()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

} // namespace

ServerStore::ServerStore(std::string path) : m_path{std::move(path)}, m_id{nextId()}
{
    migrate(here());
}

Database& ServerStore::here()
{
    thread_local std::unordered_map<std::uint64_t, std::unique_ptr<Database>> connections;
    auto& connection = connections[m_id];
    if (!connection) {
        connection = Database::open(m_path, Database::Mode::ReadWrite);
    }
    return *connection;
}

} // namespace foyer::server
