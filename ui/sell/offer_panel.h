// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QFrame>

#include <memory>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
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

Q_SIGNALS:
    /// What keeps a seat back is to be looked at.
    void showHeldAsked(foyer::HoldId hold);

private:
    void showPerformance();
    void showLeft();
    void showTypes();
    void showSelectedType();
    void showPlaces();
    void showSeats();
    void showLegend();
    QWidget* buildSeatPage();
    QFrame* buildHeldBar();
    void showKept();
    /// Says who keeps a seat back, and what can be done.
    void showHeldSeat(SeatNumber seat);
    void hideHeldSeat();
    void showSeatNotHere(SeatNumber seat);
    /// How many places are kept back, with or without a number, and the way to them.
    void showHeldCount();

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
    QPushButton* m_heldCount;
    QFrame* m_heldBar;
    QLabel* m_heldWords;
    QPushButton* m_heldSell;
    QPushButton* m_heldShow;
    std::optional<SeatNumber> m_heldSeat;
    FlowLayout* m_standing;
    PlaceCounters* m_counters;
    PerformanceId m_shown;
    std::shared_ptr<const SeatingPlan> m_shownPlan;
};

} // namespace foyer::ui
