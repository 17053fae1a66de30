// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing_selection.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_underlay.h"
#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_colours.h"

#include <QWidget>

#include <memory>
#include <unordered_map>

class QTimer;

namespace foyer::ui {

class SeatMapFrame;
class SeatMapScene;

enum class PlanTool : std::uint8_t {
    Select,
    Row,
    Table,
    Area,
    Shape,
    Stage,
    Text,
    Outline, ///< of a section, corner by corner
    Picture, ///< to draw over: moves and scales it
};

/// The room on the desk, drawn with the seat map's own index and sprites: selected seats are its
/// chosen ones. Pointer and keyboard become commands of the desk; a drag shows what is dragged over
/// the picture that is there, and becomes one command at its end.
class PlanCanvas final : public QWidget {
    Q_OBJECT

public:
    explicit PlanCanvas(PlanDesk& desk, QWidget* parent = nullptr);
    ~PlanCanvas() override;

    PlanTool tool() const { return m_tool; }
    void setTool(PlanTool tool);
    void setColours(const SeatMapColours& colours);
    /// The pixels of the picture that the plan is drawn over; a null one draws nothing.
    void setPicture(const QImage& picture);
    void zoomToFit();
    void zoomBy(double factor);
    /// Draws with the tool in the middle of what is seen: how the keyboard draws.
    void drawHere();

    QPointF positionOf(PlanPoint point) const { return m_camera.toView(point); }
    /// The object under a point of the widget: a seat before an area before a shape.
    std::optional<ObjectKey> objectAt(QPointF at) const;
    /// The picture that is shown, painted now if it is stale. For measuring.
    const QImage& frame();

    QSize sizeHint() const override { return {640, 480}; }

Q_SIGNALS:
    void toolChanged(foyer::ui::PlanTool tool);
    void textAsked(foyer::PlanPoint at);
    /// A picture to draw over is wanted, and there is none.
    void pictureAsked();

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
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pan, Move, Band, Draw, Corner, Picture, Scale };

    void rebuild();
    void rebuildScene();
    void look();
    void noteMoved();
    void showSelection();
    void paintGrid(QPainter& painter) const;
    void paintDragged(QPainter& painter) const;
    void paintShadows(QPainter& painter) const;
    void paintCurrent(QPainter& painter) const;
    void paintOutlines(QPainter& painter) const;
    void paintSketch(QPainter& painter) const;
    void paintCorners(QPainter& painter) const;
    void paintPictureFrame(QPainter& painter) const;
    QPolygonF inView(const std::vector<PlanPoint>& points) const;
    PlanPoint planPoint(QPointF at) const;
    PlanPoint snapped(PlanPoint point) const;
    PlanPoint dragShift(QPointF at) const;
    void beginDrag(QPointF at, Qt::KeyboardModifiers keys);
    void endDrag(QPointF at);
    void draw(PlanPoint from, PlanPoint to);
    std::optional<ObjectKey> outlineAt(QPointF at) const;
    std::optional<std::size_t> cornerAt(QPointF at) const;
    std::optional<std::size_t> edgeAt(QPointF at, const std::vector<PlanPoint>& corners) const;
    bool splitEdge(QPointF at);
    void outlineSection(const PlanBox& otherwise);
    void addSketchCorner(QPointF at);
    bool closeSketch();
    bool sketchKey(const QKeyEvent& event);
    QRectF pictureInView() const;
    std::optional<PlanBackground> pictureDraggedTo(QPointF at) const;
    void beginPictureDrag(QPointF at);
    void endPictureDrag(QPointF at);
    bool movePicture(PlanPoint by);
    void revealCurrent();
    bool arrow(const QKeyEvent& event);
    bool toolKey(const QKeyEvent& event);

    PlanDesk& m_desk;
    std::unique_ptr<SeatMapScene> m_scene;
    std::unique_ptr<SeatMapFrame> m_frame;
    SeatMapCamera m_camera;
    std::vector<ObjectKey> m_keyOf; // by seat number of the scene
    std::unordered_map<ObjectKey, SeatNumber> m_seatOf;
    std::vector<QPointF> m_dragged; // plan points of what is being moved
    QTimer* m_rest;
    PlanUnderlay m_underlay;
    PlanSketch m_built;              ///< what the scene was made of
    std::vector<PlanPoint> m_sketch; ///< corners of the outline that is being drawn
    PlanTool m_tool = PlanTool::Select;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_at;
    KeySet m_before; ///< what was selected when a band began that adds to it
    bool m_isFirst = true;
    bool m_stale = true;
};

} // namespace foyer::ui
