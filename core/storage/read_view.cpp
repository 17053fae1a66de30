// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/read_view.h"

namespace foyer {

ReadView::ReadView(Database& database) : m_database{database}
{
    if (database.engine() == Database::Engine::Postgres) {
        m_transaction.emplace(database);
        database.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    } else {
        database.run("BEGIN DEFERRED");
    }
    try {
        // The moment is that of the first look; of a file, at what every version of it has.
        (void)database.integer(m_transaction ? "SELECT count(*) FROM feed"
                                             : "SELECT count(*) FROM sqlite_schema");
    } catch (const StorageFailure&) {
        end();
        throw;
    }
}

ReadView::~ReadView()
{
    end();
}

void ReadView::end()
{
    if (m_transaction) {
        return; // rolled back: there is nothing to keep
    }
    try {
        m_database.run("ROLLBACK");
    } catch (const StorageFailure&) {
        return; // what failed has ended it
    }
}

} // namespace foyer
