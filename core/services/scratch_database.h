// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <memory>
#include <string>

namespace foyer {

/// A throw-away database of Foyer's tables in a file, gone when this goes.
class ScratchDatabase {
public:
    /// `schema`: version of the tables; 0: the newest. Throws StorageFailure.
    explicit ScratchDatabase(std::string path, int schema = 0);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase&) = delete;
    ScratchDatabase& operator=(const ScratchDatabase&) = delete;
    Database& database() { return *m_database; }

private:
    void remove();

    std::string m_path;
    std::unique_ptr<Database> m_database;
};

} // namespace foyer
