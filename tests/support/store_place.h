// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

/// Where the stores of a test program stand: in files, or on the PostgreSQL server that
/// tests/support/postgres.sh started in the folder FOYER_TEST_POSTGRES. The same tests run on both.
namespace foyer::test {

bool isOnPostgres();
/// The server's database; empty on SQLite.
std::string serverAddress();
/// For Database::Mode::Scratch.
std::string scratchAddress();
/// The server's database with a parameter of libpq more, "name=value".
std::string serverAddressWith(const std::string& parameter);

/// An empty schema of its own on the server, gone with this. On SQLite nothing, and no address.
class StorePlace {
public:
    StorePlace();
    ~StorePlace();
    StorePlace(const StorePlace&) = delete;
    StorePlace& operator=(const StorePlace&) = delete;
    const std::string& address() const { return m_address; }

private:
    std::string m_schema;
    std::string m_address;
};

/// Bytes as a literal of the engine's SQL.
std::string bytesLiteral(const std::string& hex);
std::string zeroBytes(std::size_t size);

} // namespace foyer::test
