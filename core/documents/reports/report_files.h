// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"
#include "core/domain/reports/report_table.h"

#include <string>
#include <vector>

namespace foyer {

/// Whether amounts stand in its rows, so that files get a column for their currency.
bool hasMoney(const ReportTable& table);

/// A4 pages, black on white: the map or the chart where there is one, then the table. Needs a
/// QGuiApplication.
std::vector<Drawing> reportPages(const ReportTable& table, const std::string& locale = {});

/// For spreadsheets and programs: the keys of the columns, then the rows without sums; amounts with
/// a point and all decimals and their currency in a column of its own, days as "2026-11-28". See
/// csvText().
std::string reportCsv(const ReportTable& table);

/// Writes a workbook (Office Open XML, ECMA-376) in which numbers are numbers, days are days and
/// every other cell is a text, whatever it begins with. The file appears whole or not at all,
/// readable by its owner only. Errors as of writeText().
Result<void> writeXlsx(const std::string& path, const ReportTable& table);

/// One of the three, as the name of the file ends: .csv, .xlsx, else PDF.
Result<void> writeReport(const std::string& path, const ReportTable& table,
                         const std::string& locale = {});

} // namespace foyer
