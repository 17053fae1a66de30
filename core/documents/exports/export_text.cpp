// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/exports/export_text.h"

#include "core/documents/payouts/csv_text.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace foyer {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json, int indent = -1)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json cellOf(const ExportColumn& column, const std::optional<std::string>& cell)
{
    if (!cell) {
        return nullptr;
    }
    std::int64_t number = 0;
    const auto* end = cell->data() + cell->size();
    if (column.kind == ExportColumn::Kind::Number &&
        std::from_chars(cell->data(), end, number).ptr == end) {
        return number;
    }
    return *cell;
}

} // namespace

const char* exportFormName(ExportForm form)
{
    return form == ExportForm::Csv ? "csv" : "jsonl";
}

std::string exportLine(const ExportTable& table, const ExportRow& row, ExportForm form)
{
    if (form == ExportForm::Csv) {
        std::vector<std::string> cells;
        cells.reserve(row.size());
        for (const auto& cell : row) {
            cells.push_back(cell.value_or(""));
        }
        return csvText({cells});
    }
    Json line = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        line[table.columns[i].name] = cellOf(table.columns[i], row.at(i));
    }
    return dumped(line) + "\n";
}

std::string exportHead(const ExportTable& table, ExportForm form)
{
    if (form == ExportForm::JsonLines) {
        return {};
    }
    std::vector<std::string> names;
    for (const ExportColumn& column : table.columns) {
        names.push_back(column.name);
    }
    return csvText({names});
}

std::string manifestText(const ExportManifest& manifest)
{
    Json files = Json::array();
    for (const ExportedFile& file : manifest.files) {
        files.push_back({{"name", file.name},
                         {"table", file.table},
                         {"rows", file.rows},
                         {"bytes", file.bytes},
                         {"sha256", file.sha256}});
    }
    return dumped({{"format", "foyer-export-1"},
                   {"made_at", manifest.madeAt},
                   {"organizer", manifest.organizer},
                   {"persons", manifest.hasPersons},
                   {"files", files}},
                  2) +
        "\n";
}

} // namespace foyer
