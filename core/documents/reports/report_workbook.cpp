// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_files.h"

#include "core/documents/payouts/csv_text.h"

#include <QCoreApplication>
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

/// Holds the words of workbooks for translators.
struct WorkbookWords {
    Q_DECLARE_TR_FUNCTIONS(ReportWorkbook)
};

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

/// The chart on a sheet of its own, beside the numbers it is drawn from. In its patterns and dashes
/// series are told apart without colours.
class WorkbookChart {
public:
    WorkbookChart(lxw_workbook* book, const WorkbookFormats& formats, const ReportChart& chart)
        : m_book{book}, m_formats{formats}, m_chart{chart},
          m_name{
              WorkbookWords::tr("Chart", "name of a sheet; without any of []:*?/\\").toStdString()},
          m_sheet{workbook_add_worksheet(book, m_name.c_str())}
    {}

    void write()
    {
        const bool isOfBars = m_chart.kind == ReportChart::Kind::Bars;
        lxw_chart* drawn =
            workbook_add_chart(m_book,
                               isOfBars ? LXW_CHART_COLUMN_STACKED : LXW_CHART_SCATTER_STRAIGHT);
        isOfBars ? bars(drawn) : lines(drawn);
        chart_axis_set_name(drawn->x_axis, m_chart.across.c_str());
        chart_axis_set_name(drawn->y_axis, m_chart.upwards.c_str());
        if (m_chart.isReversed) {
            chart_axis_set_reverse(drawn->x_axis);
            chart_axis_set_position(drawn->x_axis, LXW_CHART_AXIS_POSITION_ON_TICK);
        }
        if (m_chart.series.size() < 2) {
            chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
        }
        lxw_chart_options options{};
        options.x_scale = 2;
        options.y_scale = 1.6;
        const auto free = static_cast<lxw_col_t>(m_column + 1);
        worksheet_insert_chart_opt(m_sheet, 1, free, drawn, &options);
    }

private:
    void text(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* format)
    {
        worksheet_write_string(m_sheet, row, column, words.c_str(), format);
    }

    /// The names in the first column, a column for each series behind it.
    void bars(lxw_chart* drawn)
    {
        constexpr double kWide = 30;
        worksheet_set_column(m_sheet, 0, 0, kWide, nullptr);
        text(0, 0, m_chart.across, m_formats.head);
        for (std::size_t i = 0; i < m_chart.names.size(); ++i) {
            text(static_cast<lxw_row_t>(i + 1), 0, m_chart.names[i], nullptr);
        }
        for (const auto& series : m_chart.series) {
            ++m_column;
            values(series, 1, m_column);
            lxw_chart_series* shown = add(drawn, series, 0, m_column);
            lxw_chart_pattern pattern{};
            pattern.fg_color = LXW_COLOR_BLACK;
            pattern.bg_color = LXW_COLOR_WHITE;
            constexpr std::array kPatterns{LXW_CHART_PATTERN_PERCENT_90,
                                           LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
                                           LXW_CHART_PATTERN_PERCENT_10,
                                           LXW_CHART_PATTERN_SMALL_GRID};
            pattern.type = static_cast<std::uint8_t>(kPatterns.at(m_number++ % kPatterns.size()));
            chart_series_set_pattern(shown, &pattern);
        }
    }

    /// Two columns for each series: where, and how much.
    void lines(lxw_chart* drawn)
    {
        for (const auto& series : m_chart.series) {
            const auto across = static_cast<lxw_col_t>(m_number == 0 ? 0 : m_column + 1);
            m_column = static_cast<lxw_col_t>(across + 1);
            text(0, across, m_chart.across, m_formats.head);
            values(series, 0, across);
            values(series, 1, m_column);
            lxw_chart_series* shown = add(drawn, series, across, m_column);
            constexpr std::array kDashes{LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                         LXW_CHART_LINE_DASH_ROUND_DOT,
                                         LXW_CHART_LINE_DASH_DASH_DOT};
            lxw_chart_line line{};
            line.color = LXW_COLOR_BLACK;
            line.width = m_number == 0 ? 2.5F : 1.25F;
            line.dash_type = static_cast<std::uint8_t>(kDashes.at(m_number++ % kDashes.size()));
            chart_series_set_line(shown, &line);
        }
    }

    void values(const ReportChart::Series& series, int part, lxw_col_t column)
    {
        if (part == 1) {
            text(0, column, series.name, m_formats.head);
        }
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const auto& point = series.points[i];
            worksheet_write_number(m_sheet, static_cast<lxw_row_t>(i + 1), column,
                                   part == 0 ? point.first : point.second, nullptr);
        }
    }

    lxw_chart_series* add(lxw_chart* drawn, const ReportChart::Series& series, lxw_col_t across,
                          lxw_col_t upwards)
    {
        const auto last = static_cast<lxw_row_t>(series.points.size());
        lxw_chart_series* shown = chart_add_series(drawn, nullptr, nullptr);
        chart_series_set_categories(shown, m_name.c_str(), 1, across, last, across);
        chart_series_set_values(shown, m_name.c_str(), 1, upwards, last, upwards);
        chart_series_set_name_range(shown, m_name.c_str(), 0, upwards);
        return shown;
    }

    lxw_workbook* m_book;
    const WorkbookFormats& m_formats;
    const ReportChart& m_chart;
    std::string m_name;
    lxw_worksheet* m_sheet;
    lxw_col_t m_column = 0; ///< the last that is written
    std::size_t m_number = 0;
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
    if (!table.chart.isEmpty()) {
        WorkbookChart{book, formats, table.chart}.write();
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
