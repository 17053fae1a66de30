// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seat_state.h"
#include "core/domain/seating/seating_plan.h"
#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_colours.h"
#include "ui/sell/seat_map/seat_kept.h"
#include "ui/sell/seat_map/seat_sign.h"
#include "ui/sell/seat_map/seat_told.h"
#include "ui/sell/seat_map/seat_walk.h"

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

class QTouchEvent;

namespace foyer::ui {

class SeatMapFrame;
class SeatMapScene;

/// The seats of a performance, to be chosen by mouse, finger or keyboard.
///
/// The view only shows: it never decides that a seat is taken or chosen. A press on a free or
/// chosen seat is reported, and whoever owns the cart answers with setChosen().
/// Everything drawn is drawn by shape as well as by colour; every seat can be reached with the
/// arrow keys and is read out by screen readers.
class SeatMapView final : public QWidget {
    Q_OBJECT

public:
    explicit SeatMapView(QWidget* parent = nullptr);
    ~SeatMapView() override;

    /// Shows a sound plan (structuralFault() finds nothing), all of it in view; null shows nothing.
    /// Until setStates() no seat can be chosen. Takes a few milliseconds for 60,000 seats.
    void setPlan(std::shared_ptr<const SeatingPlan> plan);
    /// One per seat of the plan.
    void setStates(std::vector<SeatState> states);
    void setState(SeatNumber seat, SeatState state);
    /// Makes it a map that is read and not sold from, until the next plan: no seat can be chosen,
    /// and each is described by what is told of it.
    void setTold(SeatsTold told);
    bool isTold() const;
    /// For whom seats are held; replaces what was said before. To be said before setStates().
    void setKept(std::unordered_map<SeatNumber, SeatKept> kept);
    /// What lies in the cart; replaces what was chosen before.
    void setChosen(const std::vector<SeatNumber>& seats);
    /// By category of the plan; where none is given, the Okabe–Ito colours in order.
    void setCategoryColours(std::vector<QColor> colours);
    /// By category of the plan, as the locale writes them; only spoken and shown, never reckoned
    /// with.
    void setCategoryPrices(std::vector<QString> prices);
    /// By standing area of the plan; without it, capacities are shown.
    void setPlacesLeft(std::vector<std::int64_t> places);
    void setColours(const SeatMapColours& colours);

    void zoomToFit();
    /// The seat in the middle, large enough to read its number, and the keyboard on it.
    void zoomToSeat(SeatNumber seat);
    /// By a factor, around a point of the widget.
    void zoomBy(double factor, QPointF around);
    void panBy(QPointF pixels);

    /// The seat under a point of the widget.
    std::optional<SeatNumber> seatAt(QPointF point) const;
    /// The middle of a seat in the widget; may lie outside the window.
    QPointF positionOf(SeatNumber seat) const;
    /// The size of a seat on the screen, in pixels.
    double seatPixels() const { return m_camera.seatPixels(); }
    /// The seat the keyboard is on.
    std::optional<SeatNumber> focusedSeat() const { return m_focused; }
    /// Puts the keyboard on a seat and brings it into view.
    void focusSeat(SeatNumber seat);
    bool isChosen(SeatNumber seat) const;
    /// As seatInWords().
    QString describe(SeatNumber seat) const;
    /// What a press on the seat does: reports it as toggled or refused.
    void pressSeat(SeatNumber seat);

    /// A seat's picture for a legend, `side` pixels wide. `category` matters for Free, and for
    /// Held, where it is the letter, and for Shade, where it is 0 … 10.
    QPixmap legendMark(SeatMark mark, std::uint32_t category, int side) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// A free or a chosen seat was pressed.
    void seatToggled(foyer::SeatNumber seat);
    /// The keyboard, or a press, moved to a seat.
    void seatFocused(foyer::SeatNumber seat);
    /// A seat that cannot be chosen was pressed, and why.
    void refusedSeat(foyer::SeatNumber seat, foyer::SeatState state);
    /// A standing area was pressed: its index in the plan.
    void areaPressed(std::size_t area);
    /// What a status line should say about the seat or area pointed at or focused; empty for none.
    void statusChanged(const QString& words);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Pointer;

    void redraw();
    void cameraMoved();
    void refreshFrame();
    void paintRing(QPainter& painter, SeatNumber seat, const QColor& colour, double width) const;
    void moveFocus(SeatNumber seat, bool reveal);
    void hover(std::optional<SeatNumber> seat, QPointF at);
    void press(QPointF at, bool finger);
    std::optional<std::size_t> areaAt(QPointF point) const;
    bool step(int key);
    bool zoomKey(const QKeyEvent& event);
    bool touch(QTouchEvent& event);
    void pinch(const QTouchEvent& event);
    bool showTip(const QPoint& globalAt, QPointF at);
    std::optional<SeatNumber> firstSeat() const;
    void announceFocus();
    void announceChange(SeatNumber seat);

    std::unique_ptr<SeatMapScene> m_scene;
    std::unique_ptr<SeatMapFrame> m_frame;
    std::unique_ptr<Pointer> m_pointer;
    SeatMapCamera m_camera;
    std::optional<SeatNumber> m_focused;
    std::optional<SeatNumber> m_hovered;
    PlanPoint m_anchor;  ///< where a walk up or down the rows began
    bool m_stale = true; ///< the frame does not show the scene any more
};

} // namespace foyer::ui
