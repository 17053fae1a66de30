// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_files.h"

#include "core/documents/payouts/csv_text.h"

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

namespace foyer {
namespace {

/// How the cells of a workbook look. They belong to it.
struct WorkbookFormats {
    explicit WorkbookFormats(lxw_workbook* book)
        : head{workbook_add_format(book)}, title{workbook_add_format(book)},
          day{workbook_add_format(book)}, count{workbook_add_format(book)}
    {
        format_set_bold(title);
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
        format_set_text_wrap(head);
        format_set_num_format(day, "yyyy-mm-dd");
        format_set_num_format(count, "#,##0");
        constexpr std::array kAmounts{"#,##0", "#,##0.0", "#,##0.00", "#,##0.000"};
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            amounts[i] = workbook_add_format(book);
            format_set_num_format(amounts[i], kAmounts[i]);
        }
    }
    lxw_format* head;
    lxw_format* title;
    lxw_format* day;
    lxw_format* count;
    std::array<lxw_format*, 4> amounts{}; ///< by the decimals of the currency
};

/// A sheet that is filled from the top.
class WorkbookSheet {
public:
    WorkbookSheet(lxw_worksheet* sheet, const WorkbookFormats& formats)
        : m_sheet{sheet}, m_formats{formats}
    {}

    void line(const std::string& text, lxw_format* format)
    {
        write(0, text, format);
        ++m_row;
    }
    void gap() { ++m_row; }
    void head(const std::vector<ReportColumn>& columns, bool isWithCurrency)
    {
        constexpr double kWide = 30;
        constexpr double kNarrow = 14;
        lxw_col_t at = 0;
        for (const ReportColumn& column : columns) {
            worksheet_set_column(m_sheet, at, at, column.isNumber ? kNarrow : kWide, nullptr);
            write(at++, column.head, m_formats.head);
        }
        if (isWithCurrency) {
            write(at, "ISO 4217", m_formats.head);
        }
        worksheet_freeze_panes(m_sheet, ++m_row, 0);
    }
    void row(const std::vector<ReportCell>& cells, bool isWithCurrency)
    {
        lxw_col_t at = 0;
        std::string currency;
        for (const ReportCell& cell : cells) {
            if (const auto* money = std::get_if<Money>(&cell)) {
                currency = money->currency().code();
            }
            std::visit([&](const auto& value) { put(at, value); }, cell);
            ++at;
        }
        if (isWithCurrency) {
            write(at, currency, nullptr);
        }
        ++m_row;
    }

private:
    /// As a text whatever it begins with: nothing in here is ever a formula.
    void write(lxw_col_t column, const std::string& text, lxw_format* format)
    {
        worksheet_write_string(m_sheet, m_row, column, text.c_str(), format);
    }
    void put(lxw_col_t, std::monostate) {}
    void put(lxw_col_t column, const std::string& text) { write(column, text, nullptr); }
    void put(lxw_col_t column, std::int64_t count)
    {
        worksheet_write_number(m_sheet, m_row, column, static_cast<double>(count), m_formats.count);
    }
    /// The format knows floating point numbers only; up to 2^53 minor units are exact in them.
    void put(lxw_col_t column, const Money& money)
    {
        const int decimals = money.currency().exponent();
        worksheet_write_number(m_sheet, m_row, column,
                               static_cast<double>(money.minor()) / std::pow(10.0, decimals),
                               m_formats.amounts.at(static_cast<std::size_t>(decimals)));
    }
    /// Days are counted from 1899-12-30 there.
    void put(lxw_col_t column, ReportDay day)
    {
        constexpr std::int64_t kEpochDay = 25'569;
        worksheet_write_number(m_sheet, m_row, column, static_cast<double>(day.number + kEpochDay),
                               m_formats.day);
    }

    lxw_worksheet* m_sheet;
    const WorkbookFormats& m_formats;
    lxw_row_t m_row = 0;
};

bool makeWorkbook(const std::string& path, const ReportTable& table)
{
    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr) {
        return false;
    }
    const WorkbookFormats formats{book};
    WorkbookSheet sheet{workbook_add_worksheet(book, nullptr), formats};
    const bool isWithCurrency = hasMoney(table);
    sheet.line(table.house, formats.title);
    sheet.line(table.title, formats.title);
    sheet.line(table.scope, nullptr);
    sheet.line(table.answer, nullptr);
    sheet.gap();
    sheet.head(table.columns, isWithCurrency);
    for (const auto& row : table.rows) {
        sheet.row(row, isWithCurrency);
    }
    for (const auto& row : table.sums) {
        sheet.row(row, isWithCurrency);
    }
    return workbook_close(book) == LXW_NO_ERROR;
}

Error workbookNotWritten(const std::string& path)
{
    return storageError("file_not_written",
                        "The document could not be written. Make room on the disk, then make the "
                        "document again.",
                        path);
}

} // namespace

Result<void> writeXlsx(const std::string& path, const ReportTable& table)
{
    const QTemporaryDir folder;
    const QString made = folder.filePath(QStringLiteral("report.xlsx"));
    if (!folder.isValid() || !makeWorkbook(made.toStdString(), table)) {
        return workbookNotWritten(path);
    }
    QFile content{made};
    if (!content.open(QIODevice::ReadOnly)) {
        return workbookNotWritten(path);
    }
    const QByteArray bytes = content.readAll();
    return bytes.isEmpty() ? workbookNotWritten(path) : writeText(path, bytes.toStdString());
}

} // namespace foyer
