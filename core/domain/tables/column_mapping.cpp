// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/tables/column_mapping.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace foyer {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kPlainLetters{
    {{"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"Ä", "a"}, {"Ö", "o"}, {"Ü", "u"}, {"ß", "ss"}}};

std::string withoutBlanks(const std::string& text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string::npos
        ? std::string{}
        : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

/// What a cell says: an apostrophe before the begin of a formula is not part of it.
std::string saidIn(const std::string& cell)
{
    constexpr std::string_view kFormula = "=+-@\t\r";
    const std::string text = withoutBlanks(cell);
    return text.size() > 1 && text.front() == '\'' &&
            kFormula.find(text[1]) != std::string_view::npos
        ? withoutBlanks(text.substr(1))
        : text;
}

bool isField(std::span<const TableField> fields, std::string_view name)
{
    return std::ranges::find(fields, name, &TableField::name) != fields.end();
}

std::optional<std::size_t> columnNamed(std::string_view said,
                                       const std::vector<std::string>& headers)
{
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(said.data(), said.data() + said.size(), number);
    if (fault == std::errc{} && end == said.data() + said.size()) {
        return number >= 1 && number <= headers.size() ? std::optional{number - 1} : std::nullopt;
    }
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (foldedHeader(headers[i]) == foldedHeader(said)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

bool ColumnMapping::has(std::string_view field) const
{
    return std::ranges::find(parts, field, &Part::field) != parts.end();
}

std::optional<std::string> ColumnMapping::valueOf(std::string_view field,
                                                  const std::vector<std::string>& cells,
                                                  std::string_view between) const
{
    std::optional<std::string> value;
    for (const Part& part : parts) {
        if (part.field != field) {
            continue;
        }
        value = value.value_or("");
        const std::string cell =
            part.column < cells.size() ? saidIn(cells[part.column]) : std::string{};
        if (!cell.empty()) {
            *value += (value->empty() ? "" : std::string{between}) + cell;
        }
    }
    return value;
}

std::string foldedHeader(std::string_view header)
{
    std::string folded;
    while (!header.empty()) {
        const auto letter = std::ranges::find_if(kPlainLetters, [&](const auto& pair) {
            return header.starts_with(pair.first);
        });
        if (letter != kPlainLetters.end()) {
            folded += letter->second;
            header.remove_prefix(letter->first.size());
            continue;
        }
        const char c = header.front();
        header.remove_prefix(1);
        if (c >= 'A' && c <= 'Z') {
            folded += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            folded += c;
        }
    }
    return folded;
}

ColumnMapping proposeMapping(const std::vector<std::string>& headers,
                             std::span<const TableField> fields)
{
    ColumnMapping mapping;
    std::vector<bool> taken(headers.size());
    for (const TableField& field : fields) {
        for (const std::string_view known : field.known) {
            for (std::size_t i = 0; i < headers.size(); ++i) {
                if (!taken[i] && foldedHeader(headers[i]) == known) {
                    taken[i] = true;
                    mapping.parts.push_back({std::string{field.name}, i});
                }
            }
        }
    }
    return mapping;
}

Result<void> changeMapping(ColumnMapping& mapping, std::string_view said,
                           const std::vector<std::string>& headers,
                           std::span<const TableField> fields)
{
    const std::size_t equals = said.find('=');
    if (equals == std::string_view::npos) {
        return usageError("bad_mapping", "Say a field and its column, as in email=3.", "--map");
    }
    const std::string field{said.substr(0, equals)};
    if (!isField(fields, field)) {
        std::string names;
        for (const TableField& each : fields) {
            names += (names.empty() ? "" : ", ") + std::string{each.name};
        }
        return usageError("unknown_field", "There is no such field. There are: " + names + ".",
                          "--map");
    }
    std::erase_if(mapping.parts,
                  [&](const ColumnMapping::Part& part) { return part.field == field; });
    std::string_view rest = said.substr(equals + 1);
    while (!rest.empty()) {
        const std::string_view each = rest.substr(0, rest.find('+'));
        const auto column = columnNamed(each, headers);
        if (!column) {
            return usageError("unknown_column",
                              "The table has no column \"" + std::string{each} +
                                  "\". Say its number, from 1, or its header.",
                              "--map");
        }
        mapping.parts.push_back({field, *column});
        rest.remove_prefix(std::min(rest.size(), each.size() + 1));
    }
    return {};
}

} // namespace foyer
