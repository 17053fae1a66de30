// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_table.h"

#include <QWidget>

class QChartView;

namespace foyer::ui {

/// Draws the chart of a report. Series differ in pattern, dashes and marks, so that it can be read
/// without colours; all of its numbers stand in the table beside it, and screen readers are told
/// the answer.
class ReportChartView final : public QWidget {
    Q_OBJECT

public:
    explicit ReportChartView(QWidget* parent);
    /// Hides itself where there is nothing to draw.
    void showTable(const ReportTable& table);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    ReportTable m_table;
    QChartView* m_view;
};

} // namespace foyer::ui
