// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_table.h"

#include <QString>

class QTableWidget;
class QWidget;

namespace foyer::ui {

/// A table of a report, empty.
QTableWidget* makeReportTable(QWidget* parent);
/// Fills it, as high as its rows, so that the page scrolls and not a table in it. Rows beyond the
/// first thousand are in files only.
void fillReportTable(QTableWidget& table, const ReportTable& report);
/// How wide it is with all of its columns and nothing to spare.
int reportTableWidth(const QTableWidget& table);
QString reportCellText(const ReportCell& cell);

} // namespace foyer::ui
