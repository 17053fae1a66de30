// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_rows.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QDate>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr std::size_t kRowsMax = 1'000;

void setRow(QTableWidget& table, int row, const ReportTable& report,
            const std::vector<ReportCell>& cells, bool isSum)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString words = reportCellText(cells[i]);
        auto* item = new QTableWidgetItem{words};
        item->setToolTip(words);
        item->setTextAlignment((report.columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
        if (isSum) {
            QFont strong = table.font();
            strong.setWeight(QFont::DemiBold);
            item->setFont(strong);
        }
        table.setItem(row, static_cast<int>(i), item);
    }
}

void fit(QTableWidget& table)
{
    int height = 2 * table.frameWidth() + table.horizontalHeader()->sizeHint().height();
    for (int row = 0; row < table.rowCount(); ++row) {
        height += table.rowHeight(row);
    }
    table.setFixedHeight(height);
}

} // namespace

QString reportCellText(const ReportCell& cell)
{
    if (const auto* words = std::get_if<std::string>(&cell)) {
        return isolated(text(*words));
    }
    if (const auto* money = std::get_if<Money>(&cell)) {
        return moneyText(*money);
    }
    if (const auto* day = std::get_if<ReportDay>(&cell)) {
        return QLocale{}.toString(QDate{1970, 1, 1}.addDays(day->number), QLocale::ShortFormat);
    }
    const auto* count = std::get_if<std::int64_t>(&cell);
    return count != nullptr ? QLocale{}.toString(static_cast<qlonglong>(*count)) : QString{};
}

QTableWidget* makeReportTable(QWidget* parent)
{
    auto* table = new QTableWidget{parent};
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kTarget);
    table->horizontalHeader()->setHighlightSections(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

void fillReportTable(QTableWidget& table, const ReportTable& report)
{
    const std::size_t rows = std::min(report.rows.size(), kRowsMax);
    table.clear();
    table.setAccessibleName(text(report.title));
    table.setColumnCount(static_cast<int>(report.columns.size()));
    table.setRowCount(static_cast<int>(rows + (rows > 0 ? report.sums.size() : 0)));
    for (std::size_t i = 0; i < report.columns.size(); ++i) {
        auto* head = new QTableWidgetItem{text(report.columns[i].head)};
        head->setTextAlignment((report.columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
        table.setHorizontalHeaderItem(static_cast<int>(i), head);
    }
    for (std::size_t i = 0; i < rows; ++i) {
        setRow(table, static_cast<int>(i), report, report.rows[i], false);
    }
    for (std::size_t i = 0; rows > 0 && i < report.sums.size(); ++i) {
        setRow(table, static_cast<int>(rows + i), report, report.sums[i], true);
    }
    // What a program reads and people need not see, and lesser figures where there are none.
    for (std::size_t i = 0; i < report.columns.size(); ++i) {
        const bool isEmpty = std::ranges::all_of(report.rows, [i](const auto& row) {
            return std::holds_alternative<std::monostate>(row[i]);
        });
        table.setColumnHidden(static_cast<int>(i),
                              !report.columns[i].isMain &&
                                  (!report.columns[i].isNumber || isEmpty));
    }
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    fit(table);
}

int reportTableWidth(const QTableWidget& table)
{
    const QAbstractItemView& cells = table;
    int width = 2 * table.frameWidth();
    for (int column = 0; column < table.columnCount(); ++column) {
        if (!table.isColumnHidden(column)) {
            width += std::max(cells.sizeHintForColumn(column),
                              table.horizontalHeader()->sectionSizeHint(column));
        }
    }
    return width;
}

} // namespace foyer::ui
