// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/exports/export_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// How rows are written: one JSON object a line, or RFC 4180.
enum class ExportForm : std::uint8_t { JsonLines, Csv };
/// "jsonl", "csv": also how files end.
const char* exportFormName(ExportForm form);

/// A row as a line with its end. JSON: amounts, rates and times as texts, so that nobody reads them
/// as floating point numbers. CSV: as csvText() writes them.
std::string exportLine(const ExportTable& table, const ExportRow& row, ExportForm form);
/// What stands before the rows: the names of the columns, or nothing.
std::string exportHead(const ExportTable& table, ExportForm form);

/// What an export consists of, as its manifest.json says it.
struct ExportedFile {
    std::string name;
    std::string table;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    std::string sha256; ///< hex
};
struct ExportManifest {
    std::string madeAt; ///< RFC 3339
    std::string organizer;
    bool hasPersons = false;
    std::vector<ExportedFile> files;
};
std::string manifestText(const ExportManifest& manifest);

} // namespace foyer
