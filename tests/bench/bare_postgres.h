// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/bare_writer.h"

#include <map>
#include <string>
#include <vector>

struct pg_conn;

namespace foyer::bench {

/// The limit of a durable write to PostgreSQL: the same rows and bytes by libpq alone, prepared
/// statements in pipeline mode, binary values, one transaction, and no thought spent.
class BarePostgres {
public:
    explicit BarePostgres(const std::string& address);
    ~BarePostgres();
    BarePostgres(const BarePostgres&) = delete;
    BarePostgres& operator=(const BarePostgres&) = delete;

    /// Writes rows in one transaction, and for each of so many sales raises what was spent of the
    /// organizer's one quota and the last number of its one series.
    void write(const std::vector<BareWriter::Written>& rows, int sales);

    /// The rows of one sale in one transaction, that first takes its place from the one row of all
    /// sellers, and so has it for itself until it is durable.
    void sellFromOneRow(const std::vector<BareWriter::Written>& rows);

private:
    void insert(const std::vector<BareWriter::Written>& rows);
    void commit();
    void send(const std::string& sql, const std::vector<BareWriter::Value>& values);

    pg_conn* m_connection;
    std::map<std::string, std::string> m_statements; ///< by their SQL
    int m_awaited = 0;
};

} // namespace foyer::bench
