// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/statements/csv_cells.h"

#include "sync/server/payments/statements/statement.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::size_t kCellsMax = 200;
constexpr std::size_t kRowsMax = 60'000;

class RowReader {
public:
    RowReader(std::string_view text, char separator) : m_text{text}, m_separator{separator} {}

    bool isAtEnd() const { return m_at >= m_text.size(); }

    Result<CsvRow> next()
    {
        CsvRow row{.line = m_line, .cells = {}};
        while (true) {
            auto cell = next(row.cells.size() + 1);
            if (!cell) {
                return std::move(cell).error();
            }
            row.cells.push_back(*std::move(cell));
            if (row.cells.size() > kCellsMax) {
                return badStatement(row.line, kCellsMax, "there are too many columns.");
            }
            if (isAtEnd()) {
                return row;
            }
            const char c = m_text[m_at++];
            if (c == m_separator) {
                continue;
            }
            if (c == '\r' && !isAtEnd() && m_text[m_at] == '\n') {
                ++m_at;
            }
            ++m_line;
            return row;
        }
    }

private:
    bool isEnd(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

    Result<std::string> next(std::size_t number)
    {
        std::string cell;
        if (isAtEnd() || m_text[m_at] != '"') {
            while (!isAtEnd() && !isEnd(m_text[m_at])) {
                cell += m_text[m_at++];
            }
            return cell;
        }
        const std::size_t began = m_line;
        ++m_at;
        while (!isAtEnd()) {
            const char c = m_text[m_at++];
            if (c != '"') {
                m_line += c == '\n' ? 1 : 0;
                cell += c;
            } else if (!isAtEnd() && m_text[m_at] == '"') {
                cell += m_text[m_at++];
            } else {
                while (!isAtEnd() && !isEnd(m_text[m_at])) { // what no quoted cell should have
                    cell += m_text[m_at++];
                }
                return cell;
            }
        }
        return badStatement(began, number, "a quote has no end.");
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

} // namespace

char separatorOf(std::string_view text)
{
    constexpr std::string_view kSeparators = ";,\t";
    constexpr std::size_t kLooked = 20'000;
    const std::string_view begin = text.substr(0, kLooked);
    char best = ';';
    std::size_t most = 0;
    for (const char each : kSeparators) {
        std::size_t rows = 0; // that have at least three of it
        std::size_t rest = 0;
        while (rest < begin.size()) {
            const std::size_t end = std::min(begin.find('\n', rest), begin.size());
            const std::string_view row = begin.substr(rest, end - rest);
            rows += std::ranges::count(row, each) >= 3 ? 1U : 0U;
            rest = end + 1;
        }
        if (rows > most) {
            most = rows;
            best = each;
        }
    }
    return best;
}

Result<std::vector<CsvRow>> readCsvRows(std::string_view text, char separator)
{
    std::vector<CsvRow> rows;
    RowReader reader{text, separator};
    while (!reader.isAtEnd()) {
        auto row = reader.next();
        if (!row) {
            return std::move(row).error();
        }
        const bool isEmpty = std::ranges::all_of(row->cells, [](const std::string& cell) {
            return cell.find_first_not_of(" \t") == std::string::npos;
        });
        if (!isEmpty) {
            rows.push_back(*std::move(row));
        }
        if (rows.size() > kRowsMax) {
            return badStatement(rows.back().line, 1,
                                "there are too many lines. Take it in pieces.");
        }
    }
    return rows;
}

} // namespace foyer::server
