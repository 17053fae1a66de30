// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_table.h"

#include <QWidget>

class QBoxLayout;
class QTableWidget;

namespace foyer::ui {

class ReportChartView;
class ReportMapView;

/// The figures of a report: its chart above the table, or its map, with the table beside it where
/// there is room for both.
class ReportBody final : public QWidget {
    Q_OBJECT

public:
    explicit ReportBody(QWidget* parent);

    void showTable(const ReportTable& table);
    void clear();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    /// The map is as high as the window leaves room.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    QBoxLayout* m_places;
    ReportChartView* m_chart;
    ReportMapView* m_map;
    QTableWidget* m_table;
    bool m_isMap = false;
};

} // namespace foyer::ui
