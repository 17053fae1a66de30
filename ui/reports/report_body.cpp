// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_body.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"
#include "ui/reports/report_chart.h"
#include "ui/reports/report_map_view.h"
#include "ui/reports/report_rows.h"

#include <QBoxLayout>
#include <QTableWidget>

namespace foyer::ui {
namespace {

constexpr int kMapWidth = 400; ///< with less, the table stands below the map

} // namespace

ReportBody::ReportBody(QWidget* parent)
    : QWidget{parent}, m_places{new QBoxLayout{QBoxLayout::TopToBottom, this}},
      m_chart{new ReportChartView{this}}, m_map{new ReportMapView{this}}, m_table{
                                                                              makeReportTable(this)}
{
    m_places->setContentsMargins(0, 0, 0, 0);
    m_places->setSpacing(kInside);
    m_places->addWidget(m_chart);
    m_places->addWidget(m_map, 1);
    m_places->addWidget(m_table, 0, Qt::AlignTop);
    m_map->hide();
}

void ReportBody::showTable(const ReportTable& table)
{
    m_isMap = table.map.plan != nullptr;
    if (m_isMap) {
        m_map->showMap(table.map, text(table.title));
        m_chart->hide();
    } else {
        m_chart->showTable(table);
    }
    m_map->setVisible(m_isMap);
    fillReportTable(*m_table, table);
    m_table->setVisible(!table.rows.empty());
    arrange();
}

void ReportBody::clear()
{
    m_table->clear();
}

void ReportBody::arrange()
{
    const int table = reportTableWidth(*m_table);
    const bool isBeside = m_isMap && width() >= table + kMapWidth + kInside;
    m_places->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_table->setMinimumWidth(isBeside ? table : 0);
    m_table->setMaximumWidth(isBeside ? table : QWIDGETSIZE_MAX);
    m_places->setAlignment(m_table, isBeside ? Qt::AlignTop : Qt::Alignment{});
}

void ReportBody::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace foyer::ui
