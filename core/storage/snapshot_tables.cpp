// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/snapshot_tables.h"

#include "core/storage/feed_store.h"
#include "core/storage/migrator.h"
#include "core/storage/read_view.h"
#include "core/storage/table_comparison.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace foyer {
namespace {

constexpr std::size_t kColumnsMax = 40; // of any table

/// Keeps a value of a row for as long as the piece.
Param keptOf(const DbRow& row, int column, SnapshotPiece::Memory& memory)
{
    switch (row.type(column)) {
    case ColumnType::Null:
        return nullptr;
    case ColumnType::Integer:
        return row.integer(column);
    case ColumnType::Text:
        return memory.texts.emplace_back(row.text(column));
    case ColumnType::Blob:
        return memory.bytes.emplace_back(row.bytes(column));
    }
    return nullptr;
}

template <std::size_t... At>
void post(Database& database, std::string_view sql, const std::vector<Param>& values,
          std::index_sequence<At...>)
{
    database.post(sql, {values[At]...});
}

using Post = void (*)(Database&, std::string_view, const std::vector<Param>&);

template <std::size_t... Count>
constexpr std::array<Post, sizeof...(Count)> postsFor(std::index_sequence<Count...>)
{
    return {[](Database& database, std::string_view sql, const std::vector<Param>& values) {
        post(database, sql, values, std::make_index_sequence<Count>{});
    }...};
}

/// Binds as many values as there are: the list of parameters has a fixed length everywhere else.
void postRow(Database& database, std::string_view sql, const std::vector<Param>& values)
{
    static constexpr auto kPosts = postsFor(std::make_index_sequence<kColumnsMax + 1>{});
    kPosts.at(values.size())(database, sql, values);
}

/// A table here, into which rows are put. Its names are those of this database's own schema.
class TableFiller {
public:
    TableFiller(Database& database, const ProjectionTable& table) : m_database{database}
    {
        const auto rows =
            database.walk(std::string{"SELECT * FROM "} + table.name + " WHERE organizer IS NULL");
        std::string marks;
        m_sql = std::string{"INSERT INTO "} + table.name + " (";
        for (int i = 0; i < rows->columns(); ++i) {
            m_columns.push_back(rows->columnName(i));
            m_sql += (i > 0 ? ", " : "") + m_columns.back();
            marks += i > 0 ? ", ?" : "?";
        }
        m_sql += ") VALUES (" + marks + ")";
    }

    /// Whether the piece has just the columns of the table, and rows of this organizer only.
    bool fits(const SnapshotPiece& piece, OrganizerId organizer) const
    {
        if (piece.columns.size() != m_columns.size() || m_columns.size() > kColumnsMax ||
            !std::ranges::is_permutation(piece.columns, m_columns)) {
            return false;
        }
        const auto owner = std::ranges::find(piece.columns, "organizer") - piece.columns.begin();
        return std::ranges::all_of(piece.values.at(static_cast<std::size_t>(owner)),
                                   [&](const Param& value) {
                                       const auto* id = std::get_if<ByteView>(&value.value());
                                       return id != nullptr &&
                                           std::ranges::equal(*id, organizer.uuid.bytes());
                                   });
    }

    void fill(const SnapshotPiece& piece)
    {
        std::vector<std::size_t> from;
        for (const std::string& column : m_columns) {
            from.push_back(static_cast<std::size_t>(std::ranges::find(piece.columns, column) -
                                                    piece.columns.begin()));
        }
        std::vector<Param> values(m_columns.size(), Param{nullptr});
        for (std::size_t row = 0; row < piece.rows; ++row) {
            for (std::size_t i = 0; i < from.size(); ++i) {
                values[i] = piece.values[from[i]][row];
            }
            postRow(m_database, m_sql, values);
        }
    }

private:
    Database& m_database;
    std::string m_sql;
    std::vector<std::string> m_columns;
};

/// The tables of a version: an earlier one has fewer.
std::vector<ProjectionTable> tablesOf(std::int64_t schema)
{
    std::vector<ProjectionTable> tables;
    std::ranges::copy_if(projectionTables(), std::back_inserter(tables),
                         [&](const ProjectionTable& table) { return table.since <= schema; });
    return tables;
}

const ProjectionTable* tableNamed(const std::vector<ProjectionTable>& tables,
                                  const std::string& name)
{
    const auto found = std::ranges::find_if(tables, [&](const ProjectionTable& table) {
        return name == table.name;
    });
    return found != tables.end() ? &*found : nullptr;
}

Result<void> fillFrom(Database& database, SnapshotReader& reader, OrganizerId organizer)
{
    const auto tables = tablesOf(reader.header().schema);
    std::map<std::string, TableFiller> fillers;
    for (;;) {
        const auto piece = reader.next();
        if (!piece) {
            return piece.error();
        }
        if (!*piece) {
            return {};
        }
        const ProjectionTable* table = tableNamed(tables, (*piece)->table);
        if (table == nullptr) {
            return snapshotDamaged();
        }
        auto& filler = fillers.try_emplace((*piece)->table, database, *table).first->second;
        if (!filler.fits(**piece, organizer)) {
            return snapshotDamaged();
        }
        filler.fill(**piece);
    }
}

/// The end of each chain as it is known here, of every writer and epoch.
std::vector<WriterHead> readWriterHeads(Database& database, OrganizerId organizer)
{
    std::vector<WriterHead> heads;
    // The few ends first, by CROSS JOIN: the other way round each entry would be looked for there.
    database.each("SELECT entry.replica, entry.epoch, entry.sequence, entry.hash, entry.at FROM "
                  "(SELECT replica, epoch, max(sequence) AS last FROM entry WHERE organizer = ? "
                  "GROUP BY replica, epoch) AS ending CROSS JOIN entry WHERE entry.organizer = ? "
                  "AND entry.replica = ending.replica AND entry.epoch = ending.epoch AND "
                  "entry.sequence = ending.last ORDER BY entry.replica, entry.epoch",
                  {organizer, organizer}, [&](const DbRow& row) {
                      WriterHead writer;
                      writer.replica = row.id<ReplicaId>(0);
                      writer.head = {row.integer(1), row.integer(2), {}, HlcTime{row.integer(4)}};
                      const Bytes hash = row.bytes(3);
                      if (hash.size() == writer.head.hash.size()) {
                          std::ranges::copy(hash, writer.head.hash.begin());
                      }
                      heads.push_back(writer);
                  });
    return heads;
}

/// Adds the rows of one table to a snapshot.
void addTable(SnapshotWriter& writer, Database& database, const ProjectionTable& table,
              OrganizerId organizer)
{
    const auto rows = database.walk(std::string{"SELECT * FROM "} + table.name +
                                        " WHERE organizer = ? ORDER BY " + table.orderBy,
                                    {organizer});
    bool more = rows->next();
    while (more) {
        SnapshotPiece piece;
        piece.table = table.name;
        for (int i = 0; i < rows->columns(); ++i) {
            piece.columns.push_back(rows->columnName(i));
        }
        piece.values.resize(piece.columns.size());
        for (; more && piece.rows < SnapshotWriter::kRowsMax; more = rows->next()) {
            for (int i = 0; i < rows->columns(); ++i) {
                piece.values[static_cast<std::size_t>(i)].push_back(
                    keptOf(rows->row(), i, *piece.memory));
            }
            ++piece.rows;
        }
        writer.add(piece);
    }
}

} // namespace

SnapshotTaken takeSnapshot(Database& database, OrganizerId organizer)
{
    const ReadView view{database};
    SnapshotTaken taken;
    taken.header = {organizer, readFeedPosition(database, organizer), schemaVersion(database),
                    readWriterHeads(database, organizer)};
    taken.content = writeSnapshot(database, taken.header);
    return taken;
}

Bytes writeSnapshot(Database& database, SnapshotHeader header)
{
    header.schema = schemaVersion(database);
    SnapshotWriter writer{header};
    for (const ProjectionTable& table : tablesOf(header.schema)) {
        addTable(writer, database, table, header.organizer);
    }
    return writer.finish();
}

Error snapshotOfOtherVersion()
{
    return refused("snapshot_of_other_version",
                   "This snapshot was made by another version of Foyer. Update Foyer on the server "
                   "and on this counter to the same version.");
}

Result<SnapshotHeader> loadSnapshot(Database& database, OrganizerId organizer, ByteView content)
{
    const auto reader = SnapshotReader::open(content);
    if (!reader) {
        return reader.error();
    }
    const SnapshotHeader& header = (*reader)->header();
    if (header.organizer != organizer) {
        return refused("snapshot_foreign",
                       "This snapshot is of another organizer. Nothing of it was taken.");
    }
    if (header.schema != schemaVersion(database)) {
        return snapshotOfOtherVersion();
    }
    emptyTables(database, tablesOf(header.schema), organizer);
    if (auto filled = fillFrom(database, **reader, organizer); !filled) {
        return std::move(filled).error();
    }
    database.run("DELETE FROM customer_key WHERE organizer = ? AND customer IN "
                 "(SELECT id FROM customer WHERE organizer = ? AND erased = 1)",
                 {organizer, organizer});
    return header;
}

} // namespace foyer
