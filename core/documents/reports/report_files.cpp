// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_files.h"

#include "core/calendar/local_days.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/drawing/table_sheets.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/reports/chart_sheets.h"
#include "core/documents/reports/map_sheets.h"
#include "core/documents/reports/report_words.h"
#include "core/documents/tickets/local_text.h"

#include <algorithm>

namespace foyer {
namespace {

/// A cell as people read it.
std::string printedCell(const ReportCell& cell, const LocalText& local, const std::string& locale)
{
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* money = std::get_if<Money>(&cell)) {
        return local.money(*money);
    }
    if (const auto* day = std::get_if<ReportDay>(&cell)) {
        return dayWords(day->number, locale);
    }
    const auto* count = std::get_if<std::int64_t>(&cell);
    return count != nullptr ? std::to_string(*count) : std::string{};
}

/// A cell as programs read it.
std::string plainCell(const ReportCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* money = std::get_if<Money>(&cell)) {
        return toPlainText(*money);
    }
    if (const auto* day = std::get_if<ReportDay>(&cell)) {
        return isoDay(day->number);
    }
    const auto* count = std::get_if<std::int64_t>(&cell);
    return count != nullptr ? std::to_string(*count) : std::string{};
}

std::string currencyIn(const std::vector<ReportCell>& row)
{
    for (const ReportCell& cell : row) {
        if (const auto* money = std::get_if<Money>(&cell)) {
            return std::string{money->currency().code()};
        }
    }
    return {};
}

} // namespace

bool hasMoney(const ReportTable& table)
{
    return std::ranges::any_of(table.rows,
                               [](const auto& row) { return !currencyIn(row).empty(); });
}

std::vector<Drawing> reportPages(const ReportTable& table, const std::string& locale)
{
    const LocalText local{locale};
    TableSheets sheets;
    sheets.title = table.house + " · " + table.title;
    sheets.subtitle = table.answer;
    sheets.stamp = table.scope;
    sheets.emptyWords = table.emptyWords;
    sheets.rightToLeft = local.isRightToLeft();
    for (const ReportColumn& column : table.columns) {
        if (column.isMain) {
            sheets.columns.push_back({column.head, column.isNumber ? 1.6 : 3.0,
                                      column.isNumber ? Align::End : Align::Start,
                                      sheets.columns.empty()});
        }
    }
    const auto put = [&](const std::vector<ReportCell>& row) {
        std::vector<std::string>& cells = sheets.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (table.columns[i].isMain) {
                cells.push_back(printedCell(row[i], local, locale));
            }
        }
    };
    std::ranges::for_each(table.rows, put);
    if (!table.rows.empty()) {
        std::ranges::for_each(table.sums, put);
    }
    sheets.before = table.map.plan ? mapSheets(table) : chartSheets(table, locale);
    if (sheets.rightToLeft &&
        !table.map.plan) { // the table is turned by itself; a room stands as it is
        std::ranges::for_each(sheets.before, &Drawing::mirror);
    }
    return tableSheets(sheets);
}

std::string reportCsv(const ReportTable& table)
{
    const bool isWithMoney = hasMoney(table);
    std::vector<std::vector<std::string>> rows(1);
    for (const ReportColumn& column : table.columns) {
        rows.front().push_back(column.key);
    }
    if (isWithMoney) {
        rows.front().emplace_back("currency");
    }
    for (const auto& row : table.rows) {
        std::vector<std::string>& cells = rows.emplace_back();
        std::ranges::transform(row, std::back_inserter(cells), plainCell);
        if (isWithMoney) {
            cells.push_back(currencyIn(row));
        }
    }
    return csvText(rows);
}

Result<void> writeReport(const std::string& path, const ReportTable& table,
                         const std::string& locale)
{
    if (path.ends_with(".csv")) {
        return writeText(path, reportCsv(table));
    }
    if (path.ends_with(".xlsx")) {
        return writeXlsx(path, table);
    }
    return writePdf(path, table.title, reportPages(table, locale));
}

} // namespace foyer
