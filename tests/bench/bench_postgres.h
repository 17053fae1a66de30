// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace foyer::bench {

/// A PostgreSQL that is started for a measurement, waits for the disk, and is stopped after it.
class BenchPostgres {
public:
    explicit BenchPostgres(std::string folder);
    ~BenchPostgres();
    BenchPostgres(const BenchPostgres&) = delete;
    BenchPostgres& operator=(const BenchPostgres&) = delete;

    /// The address of a new schema with Foyer's tables.
    std::string schema(const std::string& name) const;

private:
    int script(const char* command) const;
    std::string m_folder;
    std::string m_address;
};

} // namespace foyer::bench
