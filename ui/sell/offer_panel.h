// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QFrame>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QStackedWidget;

namespace foyer::ui {

class ElidedLabel;
class FlowLayout;
class PlaceCounters;
class SeatMapView;

/// The open performance: what it is, the ticket types, and its seats or, without a plan, its
/// places.
class OfferPanel final : public QFrame {
    Q_OBJECT

public:
    explicit OfferPanel(SellPresenter& presenter, QWidget* parent = nullptr);

    /// Colours follow the theme.
    void applyPalette();
    /// Puts the keyboard on the seats, or on the first place button.
    void focusPlaces();

private:
    void showPerformance();
    void showLeft();
    void showTypes();
    void showSelectedType();
    void showPlaces();
    void showSeats();
    void showLegend();
    QWidget* buildSeatPage();

    SellPresenter& m_presenter;
    ElidedLabel* m_title;
    ElidedLabel* m_when;
    QLabel* m_left;
    FlowLayout* m_types;
    QButtonGroup* m_typeButtons;
    QStackedWidget* m_pages;
    SeatMapView* m_map;
    FlowLayout* m_legend;
    QLabel* m_status;
    FlowLayout* m_standing;
    PlaceCounters* m_counters;
    PerformanceId m_shown;
};

} // namespace foyer::ui
