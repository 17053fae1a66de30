// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/postgres_connection.h"

namespace foyer {

/// The rows of a query by pages, through a cursor of the server. Outside of a transaction it has
/// one of its own, which ends with it.
class PostgresCursor final : public Rows {
public:
    PostgresCursor(PostgresConnection& connection, std::string name, const std::string& sql,
                   Params params);
    ~PostgresCursor() override;
    bool next() override;
    const DbRow& row() const override { return m_row; }
    int columns() const override;
    std::string columnName(int column) const override;

private:
    void fetch();

    PostgresConnection& m_connection;
    std::string m_name;
    bool m_ownsTransaction;
    PostgresResult m_page;
    int m_at = -1;
    PostgresRow m_row{nullptr};
};

} // namespace foyer
