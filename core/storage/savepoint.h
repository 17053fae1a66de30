// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

namespace foyer {

/// A part of a transaction that can be taken back by itself. Rolls back when it goes without
/// release(). Do not nest.
class Savepoint {
public:
    explicit Savepoint(Database& database) : m_database{database}
    {
        m_database.run("SAVEPOINT part");
    }
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    /// What was done since stands, as far as the transaction does. Throws StorageFailure.
    void release()
    {
        m_database.run("RELEASE SAVEPOINT part");
        m_open = false;
    }

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace foyer
