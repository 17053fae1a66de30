// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_map.h"
#include "ui/sell/seat_map/seat_told.h"

#include <QPixmap>
#include <QWidget>

class QComboBox;
class QLabel;

namespace foyer::ui {

class ElidedLabel;
class FlowLayout;
class SeatMapView;

/// The map of a report: what became of each seat, or how full each section or price category is,
/// with a legend, and below it in words the seat that the pointer or the keyboard is on.
class ReportMapView final : public QWidget {
    Q_OBJECT

public:
    explicit ReportMapView(QWidget* parent = nullptr);

    /// A map with a plan. The same room stays where it was zoomed to.
    void showMap(const ReportMap& map, const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();
    SeatsTold seatsTold() const;
    SeatsTold shadesTold() const;
    void showLegend();
    void addToLegend(const QPixmap& mark, const QString& words);
    void sayWhereKeysLead();

    ReportMap m_shown;
    QComboBox* m_view;
    SeatMapView* m_map;
    FlowLayout* m_legend;
    ElidedLabel* m_status;
};

} // namespace foyer::ui
