// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/table_comparison.h"

#include "core/base/hex.h"

#include <algorithm>

namespace foyer {
namespace {

bool sameValue(const DbRow& a, const DbRow& b, int column)
{
    const ColumnType type = a.type(column);
    if (type != b.type(column)) {
        return false;
    }
    switch (type) {
    case ColumnType::Null:
        return true;
    case ColumnType::Integer:
        return a.integer(column) == b.integer(column);
    case ColumnType::Text:
        return a.text(column) == b.text(column);
    case ColumnType::Blob:
        return a.bytes(column) == b.bytes(column);
    }
    return false;
}

/// The key of a row, to find it again: its blobs in hexadecimal.
std::string keyOf(const DbRow& row, int columns)
{
    constexpr std::size_t kShown = 16;
    std::string key;
    for (int i = 0; i < columns; ++i) {
        key += i > 0 ? " " : "";
        switch (row.type(i)) {
        case ColumnType::Integer:
            key += std::to_string(row.integer(i));
            break;
        case ColumnType::Blob: {
            const Bytes bytes = row.bytes(i);
            key += toHex(ByteView{bytes}.subspan(0, std::min(bytes.size(), kShown)));
            break;
        }
        default:
            key += row.text(i);
        }
    }
    return key;
}

} // namespace

std::optional<std::string> firstDifference(Database& a, Database& b, const ProjectionTable& table,
                                           std::optional<OrganizerId> organizer)
{
    const std::string rows = std::string{"SELECT * FROM "} + table.name;
    const std::string order = std::string{" ORDER BY "} + table.orderBy;
    const auto walk = [&](Database& database) {
        return organizer ? database.walk(rows + " WHERE organizer = ?" + order, {*organizer})
                         : database.walk(rows + order);
    };
    const auto mine = walk(a);
    const auto theirs = walk(b);
    constexpr int kKeyColumns = 3;
    for (;;) {
        const bool more = mine->next();
        const bool moreThere = theirs->next();
        if (!more && !moreThere) {
            return std::nullopt;
        }
        const int columns = mine->columns();
        const int keys = std::min(columns, kKeyColumns);
        if (more != moreThere) {
            return more ? "there is a row too many, " + keyOf(mine->row(), keys)
                        : "the row " + keyOf(theirs->row(), keys) + " is missing";
        }
        for (int column = 0; column < columns; ++column) {
            if (!sameValue(mine->row(), theirs->row(), column)) {
                return "column " + mine->columnName(column) + " of the row " +
                    keyOf(mine->row(), keys);
            }
        }
    }
}

void emptyTables(Database& database, const std::vector<ProjectionTable>& tables,
                 OrganizerId organizer)
{
    for (const ProjectionTable& table : tables) {
        database.run(std::string{"DELETE FROM "} + table.name + " WHERE organizer = ?",
                     {organizer});
    }
}

} // namespace foyer
