// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bare_postgres.h"

#include "core/base/ensure.h"

#include <array>
#include <deque>
#include <libpq-fe.h>

namespace foyer::bench {
namespace {

constexpr int kBinary = 1;

std::array<char, 8> bigEndian(std::int64_t number)
{
    std::array<char, 8> bytes{};
    auto left = static_cast<std::uint64_t>(number);
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, left >>= 8) {
        *byte = static_cast<char>(left & 0xff);
    }
    return bytes;
}

} // namespace

BarePostgres::BarePostgres(const std::string& address) : m_connection{PQconnectdb(address.c_str())}
{
    ENSURE(PQstatus(m_connection) == CONNECTION_OK);
    ENSURE(PQenterPipelineMode(m_connection) == 1);
}

BarePostgres::~BarePostgres()
{
    PQfinish(m_connection);
}

void BarePostgres::send(const std::string& sql, const std::vector<BareWriter::Value>& values)
{
    std::string& name = m_statements[sql];
    const auto count = static_cast<int>(values.size());
    if (name.empty()) {
        name = "b" + std::to_string(m_statements.size());
        ENSURE(PQsendPrepare(m_connection, name.c_str(), sql.c_str(), 0, nullptr) == 1);
        ++m_awaited;
    }
    std::vector<const char*> bytes;
    std::vector<int> lengths;
    const std::vector<int> formats(values.size(), kBinary);
    std::deque<std::array<char, 8>> numbers;
    for (const BareWriter::Value& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            bytes.push_back(numbers.emplace_back(bigEndian(*number)).data());
            lengths.push_back(8);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            bytes.push_back(text->c_str());
            lengths.push_back(static_cast<int>(text->size()));
        } else if (const auto* blob = std::get_if<std::vector<std::uint8_t>>(&value)) {
            bytes.push_back(blob->empty() ? "" : reinterpret_cast<const char*>(blob->data()));
            lengths.push_back(static_cast<int>(blob->size()));
        } else {
            bytes.push_back(nullptr);
            lengths.push_back(0);
        }
    }
    ENSURE(PQsendQueryPrepared(m_connection, name.c_str(), count, bytes.data(), lengths.data(),
                               formats.data(), kBinary) == 1);
    ++m_awaited;
}

void BarePostgres::insert(const std::vector<BareWriter::Written>& rows)
{
    for (const BareWriter::Written& row : rows) {
        std::string sql = "INSERT INTO " + row.table + " VALUES ($1";
        for (std::size_t i = 1; i < row.values.size(); ++i) {
            sql += ", $" + std::to_string(i + 1);
        }
        send(sql + ")", row.values);
    }
}

void BarePostgres::commit()
{
    send("COMMIT", {});
    ENSURE(PQpipelineSync(m_connection) == 1);
    for (; m_awaited > 0; --m_awaited) {
        while (PGresult* result = PQgetResult(m_connection)) {
            ENSURE(PQresultStatus(result) == PGRES_COMMAND_OK);
            PQclear(result);
        }
    }
    PGresult* end = PQgetResult(m_connection);
    ENSURE(PQresultStatus(end) == PGRES_PIPELINE_SYNC);
    PQclear(end);
}

void BarePostgres::write(const std::vector<BareWriter::Written>& rows, int sales)
{
    send("BEGIN", {});
    insert(rows);
    // Every row begins with its organizer.
    const BareWriter::Value& organizer = rows.front().values.front();
    for (int i = 0; i < sales; ++i) {
        send("UPDATE order_series SET used = used + 1 WHERE organizer = $1", {organizer});
        send("UPDATE allotment SET spent = spent + 3 WHERE organizer = $1", {organizer});
    }
    commit();
}

void BarePostgres::sellFromOneRow(const std::vector<BareWriter::Written>& rows)
{
    send("BEGIN", {});
    send("UPDATE allotment SET spent = spent + 1 WHERE organizer = $1 AND spent < granted",
         {rows.front().values.front()});
    insert(rows);
    commit();
}

} // namespace foyer::bench
