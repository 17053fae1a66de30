// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/postgres_address.h"

#include <string>

struct pg_conn;

namespace foyer {

/// A connection to a PostgreSQL server that Qt Sql opens and owns. Belongs to the thread that made
/// it.
class PostgresSession {
public:
    /// Throws StorageFailure: database_unreachable, database_refused, driver_missing.
    explicit PostgresSession(PostgresAddress address);
    ~PostgresSession();
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;

    pg_conn* handle() const { return m_handle; }
    const PostgresAddress& address() const { return m_address; }
    /// Connects again, after the connection was lost. False where that fails.
    bool reconnect();

private:
    void open();

    PostgresAddress m_address;
    std::string m_name;
    pg_conn* m_handle = nullptr;
};

/// What libpq says, without its line ends.
std::string oneLine(const char* text);

} // namespace foyer
