// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/season/csv_table.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLinesMax = 200'000;
// Every line is filled up to the number of columns: unbounded, a small file would become a huge
// table.
constexpr std::size_t kColumnsMax = 256;

Error badCsv(std::string message, std::size_t line, std::size_t cell = 0)
{
    std::string where = "line " + std::to_string(line);
    if (cell > 0) {
        where += ", column " + std::to_string(cell);
    }
    return badInput("bad_csv", std::move(message), std::move(where));
}

std::string trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) {
        return {};
    }
    return std::string{text.substr(from, text.find_last_not_of(" \t") - from + 1)};
}

char separatorOf(std::string_view text)
{
    const std::string_view first = text.substr(0, text.find('\n'));
    return std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_rest{text}, m_separator{separatorOf(text)} {}

    bool atEnd() const { return m_rest.empty(); }

    Result<CsvLine> line()
    {
        CsvLine line{m_line, {}};
        while (true) {
            auto cell = this->cell(line.cells.size() + 1);
            if (!cell) {
                return std::move(cell).error();
            }
            line.cells.push_back(*std::move(cell));
            if (m_rest.starts_with(m_separator)) {
                m_rest.remove_prefix(1);
                continue;
            }
            skipLineEnd();
            return line;
        }
    }

private:
    Result<std::string> cell(std::size_t number)
    {
        const std::size_t start = std::min(m_rest.find_first_not_of(" \t"), m_rest.size());
        if (start < m_rest.size() && m_rest[start] == '"') {
            m_rest.remove_prefix(start + 1);
            return quoted(number);
        }
        const char stops[] = {m_separator, '\n', '\0'};
        const std::string_view raw = m_rest.substr(0, m_rest.find_first_of(stops));
        std::string_view content = raw;
        if (content.ends_with('\r')) {
            content.remove_suffix(1);
        }
        if (content.find('"') != std::string_view::npos) {
            return badCsv("A quote stands inside a cell. Put the whole cell into quotes and double "
                          "those inside.",
                          m_line, number);
        }
        m_rest.remove_prefix(raw.size());
        return trimmed(content);
    }

    Result<std::string> quoted(std::size_t number)
    {
        const std::size_t begin = m_line;
        std::string content;
        while (true) {
            const std::size_t quote = m_rest.find('"');
            if (quote == std::string_view::npos) {
                return badCsv("A quote is opened here and never closed.", begin, number);
            }
            content += m_rest.substr(0, quote);
            m_line += static_cast<std::size_t>(std::ranges::count(m_rest.substr(0, quote), '\n'));
            m_rest.remove_prefix(quote + 1);
            if (!m_rest.starts_with('"')) {
                break;
            }
            content += '"';
            m_rest.remove_prefix(1);
        }
        const std::size_t after = std::min(m_rest.find_first_not_of(" \t\r"), m_rest.size());
        if (after < m_rest.size() && m_rest[after] != m_separator && m_rest[after] != '\n') {
            return badCsv("After a closing quote the cell must end.", m_line, number);
        }
        m_rest.remove_prefix(after);
        return content;
    }

    void skipLineEnd()
    {
        if (m_rest.starts_with('\n')) {
            m_rest.remove_prefix(1);
            ++m_line;
        }
    }

    std::string_view m_rest;
    char m_separator;
    std::size_t m_line = 1;
};

bool isEmpty(const CsvLine& line)
{
    return std::ranges::all_of(line.cells, [](const std::string& cell) { return cell.empty(); });
}

Result<void> checkColumns(const CsvLine& names)
{
    if (names.cells.size() > kColumnsMax) {
        return badCsv("A table has at most " + std::to_string(kColumnsMax) + " columns.",
                      names.number, kColumnsMax + 1);
    }
    std::set<std::string> known;
    for (std::size_t i = 0; i < names.cells.size(); ++i) {
        if (names.cells[i].empty() || !known.insert(names.cells[i]).second) {
            return badCsv("The first line must name every column, each one differently.",
                          names.number, i + 1);
        }
    }
    return {};
}

} // namespace

Result<CsvTable> readCsv(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    if (!isUtf8(text) || text.find('\0') != std::string_view::npos) {
        return badCsv("The file is not UTF-8 text. Save it as CSV in UTF-8.", 1);
    }
    Reader reader{text};
    CsvTable table;
    bool named = false;
    while (!reader.atEnd()) {
        auto line = reader.line();
        if (!line) {
            return std::move(line).error();
        }
        if (isEmpty(*line)) {
            continue;
        }
        if (!named) {
            if (auto sound = checkColumns(*line); !sound) {
                return std::move(sound).error();
            }
            table.columns = std::move(line->cells);
            named = true;
            continue;
        }
        while (line->cells.size() > table.columns.size() && line->cells.back().empty()) {
            line->cells.pop_back(); // spreadsheets fill lines up
        }
        if (line->cells.size() > table.columns.size()) {
            return badCsv("This line has more cells than the first line has columns.", line->number,
                          table.columns.size() + 1);
        }
        line->cells.resize(table.columns.size());
        table.lines.push_back(*std::move(line));
        if (table.lines.size() > kLinesMax) {
            return badCsv("A season has at most " + std::to_string(kLinesMax) + " lines.",
                          table.lines.back().number);
        }
    }
    if (!named) {
        return badCsv("The file is empty. Its first line names the columns.", 1);
    }
    return table;
}

} // namespace foyer
