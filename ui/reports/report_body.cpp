// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_body.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"
#include "ui/reports/report_chart.h"
#include "ui/reports/report_map_view.h"
#include "ui/reports/report_rows.h"

#include <QBoxLayout>
#include <QEvent>
#include <QTableWidget>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kMapWidth = 400; ///< with less, the table stands below the map
constexpr int kMapHeight = 380;
constexpr int kAboveMap = 340; ///< of the window: what is asked, and the answer

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
    }
    m_map->setVisible(m_isMap);
    m_chart->showTable(m_isMap ? ReportTable{} : table);
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
    m_places->setAlignment(m_map, isBeside ? Qt::AlignTop : Qt::Alignment{});
    // All of the room is seen at once, however long the table is.
    m_map->setFixedHeight(std::max(kMapHeight, window()->height() - kAboveMap));
}

void ReportBody::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
    arrange();
}

bool ReportBody::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == window() && event->type() == QEvent::Resize) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void ReportBody::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace foyer::ui
