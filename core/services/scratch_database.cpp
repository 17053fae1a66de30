// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/scratch_database.h"

#include "core/storage/migrator.h"

#include <filesystem>
#include <system_error>

namespace foyer {

ScratchDatabase::ScratchDatabase(std::string path, int schema) : m_path{std::move(path)}
{
    remove();
    m_database = Database::open(m_path, Database::Mode::Scratch);
    migrate(*m_database, schema);
}

ScratchDatabase::~ScratchDatabase()
{
    m_database.reset();
    remove();
}

void ScratchDatabase::remove()
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace foyer
