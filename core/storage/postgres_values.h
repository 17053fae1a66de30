// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <array>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct pg_result;

namespace foyer {

struct FreeResult {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, FreeResult>;

/// Values in PostgreSQL's binary form, as libpq takes them. Looks at the memory of `params`, so it
/// must not outlive it. A NUL, which no text of PostgreSQL can hold, is sent as U+FFFD.
class PostgresValues {
public:
    explicit PostgresValues(std::span<const Param> params);

    int count() const { return static_cast<int>(m_values.size()); }
    const unsigned* types() const { return m_types.data(); }
    const char* const* values() const { return m_values.data(); }
    const int* lengths() const { return m_lengths.data(); }
    const int* formats() const { return m_formats.data(); }

private:
    void add(unsigned type, const char* value, std::size_t size);

    std::vector<unsigned> m_types;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
    std::deque<std::array<char, 8>> m_integers;
    std::deque<std::string> m_texts;
};

/// A row of a result in binary form. Columns may be integers of any width, booleans (0, 1), whole
/// numerics (what sum() makes of integers), texts and bytes.
class PostgresRow final : public DbRow {
public:
    explicit PostgresRow(const pg_result* result, int row = 0) : m_result{result}, m_row{row} {}
    void at(int row) { m_row = row; }

    ColumnType type(int column) const override;
    std::int64_t integer(int column) const override;
    std::string text(int column) const override;
    Bytes bytes(int column) const override;
    Uuid uuid(int column) const override;

private:
    ByteView viewOf(int column) const;
    const pg_result* m_result;
    int m_row;
};

} // namespace foyer
