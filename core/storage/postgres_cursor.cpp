// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_cursor.h"

#include "core/storage/postgres_dialect.h"
#include "core/storage/postgres_values.h"

#include <libpq-fe.h>

namespace foyer {
namespace {

constexpr int kPage = 1'000;
constexpr int kBinary = 1;

} // namespace

PostgresCursor::PostgresCursor(PostgresConnection& connection, std::string name,
                               const std::string& sql, Params params)
    : m_connection{connection}, m_name{std::move(name)}, m_ownsTransaction{
                                                             !connection.isInTransaction()}
{
    if (m_ownsTransaction) {
        m_connection.begin();
    }
    try {
        m_connection.answerOnce("DECLARE " + m_name + " NO SCROLL CURSOR FOR " + sql, params);
        fetch();
    } catch (const StorageFailure&) {
        if (m_ownsTransaction) {
            m_connection.rollback();
        }
        throw;
    }
}

PostgresCursor::~PostgresCursor()
{
    try {
        m_connection.answerOnce("CLOSE " + m_name, {});
        if (m_ownsTransaction) {
            m_connection.commit();
        }
    } catch (const StorageFailure&) {
        if (m_ownsTransaction) {
            m_connection.rollback();
        }
    }
}

void PostgresCursor::fetch()
{
    m_page = m_connection.answerOnce("FETCH " + std::to_string(kPage) + " FROM " + m_name, {});
    m_row = PostgresRow{m_page.get()};
    m_at = -1;
}

bool PostgresCursor::next()
{
    if (m_at + 1 == PQntuples(m_page.get()) && m_at + 1 == kPage) {
        fetch();
    }
    if (m_at + 1 >= PQntuples(m_page.get())) {
        return false;
    }
    m_row.at(++m_at);
    return true;
}

int PostgresCursor::columns() const
{
    return PQnfields(m_page.get());
}

std::string PostgresCursor::columnName(int column) const
{
    return PQfname(m_page.get(), column);
}

PostgresResult PostgresConnection::answerOnce(const std::string& sql, Params params)
{
    settle();
    mustBeConnected();
    const PostgresValues values{params};
    if (PQsendQueryParams(m_handle, withNumberedParameters(sql).c_str(), values.count(),
                          values.types(), values.values(), values.lengths(), values.formats(),
                          kBinary) != 1) {
        failSending();
    }
    m_awaited.push_back({});
    return drain();
}

std::unique_ptr<Rows> PostgresConnection::walk(const std::string& sql, Params params)
{
    return std::make_unique<PostgresCursor>(*this, "walk" + std::to_string(++m_cursors), sql,
                                            params);
}

} // namespace foyer
