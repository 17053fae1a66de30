// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/savepoint.h"

namespace foyer {

Savepoint::~Savepoint()
{
    if (!m_open) {
        return;
    }
    try {
        m_database.run("ROLLBACK TO SAVEPOINT part");
        m_database.run("RELEASE SAVEPOINT part");
    } catch (const StorageFailure&) {
        return; // the transaction itself is lost then, and says so when it commits
    }
}

} // namespace foyer
