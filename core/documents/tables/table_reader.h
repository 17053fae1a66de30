// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/tables/table_row.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

enum class TextEncoding : std::uint8_t { Utf8, Utf16Little, Utf16Big, Windows1252 };
/// "UTF-8" …, as people are told.
std::string_view textEncodingName(TextEncoding encoding);

/// How a table is written.
struct TableForm {
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ',';
    friend bool operator==(const TableForm&, const TableForm&) = default;
};

/// Fills a piece of memory with the next bytes of a file; 0 at its end.
using ReadBytes = std::function<Result<std::size_t>(std::span<char>)>;

/// Finds out how a table is written, by reading all of it once, in constant memory: a byte order
/// mark, zeros where UTF-16 has them, whether all of it is UTF-8 (else it is taken for
/// Windows-1252), and of ; , TAB what there is most of outside of quotes in its first line.
Result<TableForm> detectTableForm(const ReadBytes& read);

/// Reads a table row by row, whatever its size, in constant memory: RFC 4180 with the leniency of
/// Python's csv module (a quote inside an unquoted cell is a letter; what follows a closing quote
/// belongs to the cell; lines end with LF, CR LF or CR). Empty lines are passed over. A row that
/// is longer than kRowMax bytes or kCellsMax cells, or holds what is no text, comes without cells
/// and with its fault ("row_too_long", "bad_text"), and reading goes on behind it.
class TableReader {
public:
    static constexpr std::size_t kRowMax = std::size_t{1} << 18;
    static constexpr std::size_t kCellsMax = 512;

    TableReader(ReadBytes read, const TableForm& form);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    /// The next row; nothing at the end. Errors of the source.
    Result<std::optional<TableRow>> next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer
