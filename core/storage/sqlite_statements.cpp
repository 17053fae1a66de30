// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sqlite_statements.h"

#include <sqlite3.h>

#include <cstdint>

namespace foyer {

void FinalizeStatement::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

sqlite3_stmt* SqliteStatements::of(std::string_view sql)
{
    const auto at = reinterpret_cast<std::uintptr_t>(sql.data());
    Met& met = m_met[(at ^ (at >> 9U)) % m_met.size()];
    if (met.at == sql.data() && met.text == sql) {
        return met.statement;
    }
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        SqliteStatement statement = m_prepare(sql);
        known = m_statements.emplace(m_texts.emplace_back(sql), std::move(statement)).first;
    }
    met = {sql.data(), known->first, known->second.get()};
    return met.statement;
}

void SqliteStatements::clear()
{
    m_met = {};
    m_statements.clear();
    m_texts.clear();
}

} // namespace foyer
