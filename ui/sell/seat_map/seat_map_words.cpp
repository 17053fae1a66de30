// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_floor.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kNamePixels = 13;
constexpr int kSmallPixels = 11;

struct WordsTr {
    Q_DECLARE_TR_FUNCTIONS(SeatMap)
};

class WordPainter {
public:
    WordPainter(QPainter& painter, const SeatMapScene& scene, const SeatMapCamera& camera,
                const QFont& font)
        : m_painter(painter), m_scene(scene), m_camera(camera), m_name(font), m_small(font)
    {
        m_name.setPixelSize(kNamePixels);
        m_name.setWeight(QFont::DemiBold);
        m_small.setPixelSize(kSmallPixels);
        m_nameMetrics = QFontMetricsF(m_name);
        m_smallMetrics = QFontMetricsF(m_small);
    }

    void paint()
    {
        paintAreas();
        paintShapes();
        paintTables();
    }

private:
    QRectF toView(const QRectF& box) const
    {
        return QRectF(m_camera.toView(box.topLeft()), m_camera.toView(box.bottomRight()));
    }

    bool inWindow(const QRectF& box) const
    {
        return box.intersects(QRectF(QPointF(0, 0), m_camera.viewport()));
    }

    void write(const QRectF& box, const QString& text, const QFont& font, const QColor& colour)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(box, Qt::AlignCenter, text);
    }

    void paintAreas()
    {
        const SeatMapColours& colours = m_scene.colours();
        for (std::size_t i = 0; i < m_scene.plan().areas.size(); ++i) {
            const StandingArea& area = m_scene.plan().areas[i];
            const QRectF box = toView(m_scene.geometry().areas[i].bounds);
            const QString name = QString::fromStdString(area.label);
            if (!inWindow(box) || m_nameMetrics.horizontalAdvance(name) + 8 > box.width()) {
                continue;
            }
            const auto count = static_cast<int>(m_scene.placesLeft(i));
            const QString left = m_scene.isTold() ? m_scene.told()->areas[i]
                                                  : WordsTr::tr("%n places left", nullptr, count);
            const bool room = m_smallMetrics.horizontalAdvance(left) + 8 <= box.width() &&
                box.height() >= m_nameMetrics.height() + m_smallMetrics.height();
            const double lift = room ? m_smallMetrics.height() / 2 : 0;
            write(box.translated(0, -lift), name, m_name, colours.text);
            if (room) {
                write(box.translated(0, m_nameMetrics.height() / 2), left, m_small, colours.text);
            }
        }
    }

    void paintShapes()
    {
        for (std::size_t i = 0; i < m_scene.plan().shapes.size(); ++i) {
            const PlanShape& shape = m_scene.plan().shapes[i];
            if (shape.text.empty() || shape.points.empty()) {
                continue;
            }
            const QRectF box = toView(m_scene.geometry().shapes[i].boundingRect());
            paintShapeText(box, QString::fromStdString(shape.text),
                           shape.kind == PlanShape::Kind::Text);
        }
    }

    void paintShapeText(const QRectF& box, const QString& text, bool free)
    {
        const double seat = m_camera.seatPixels();
        QFont font = m_small;
        const bool upright = !free && box.height() > 2 * box.width();
        const double high = free ? seat * 1.2 : (upright ? box.width() : box.height()) * 0.4;
        font.setPixelSize(std::clamp(static_cast<int>(high), kSmallPixels, 20));
        font.setWeight(QFont::Medium);
        const QSizeF size(QFontMetricsF(font).horizontalAdvance(text), font.pixelSize() * 1.4);
        const QRectF wanted(box.center() - QPointF(size.width(), size.height()) / 2, size);
        if (!inWindow(wanted)) {
            return;
        }
        if (!free && size.width() > (upright ? box.height() : box.width()) - 4) {
            return;
        }
        m_painter.save();
        if (upright) {
            m_painter.translate(box.center());
            m_painter.rotate(-90);
            m_painter.translate(-box.center());
        }
        write(wanted, text, font, m_scene.colours().muted);
        m_painter.restore();
    }

    void paintTables()
    {
        const double seat = m_camera.seatPixels();
        if (seat < kSignedSeat) {
            return;
        }
        for (const SeatMapGeometry::TablePlace& table : m_scene.geometry().tables) {
            const QRectF box = toView(table.bounds);
            if (inWindow(box) && m_smallMetrics.horizontalAdvance(table.label) + 2 <= box.width() &&
                box.height() >= kSmallPixels) {
                write(box, table.label, m_small, m_scene.colours().text);
            }
        }
    }

    QPainter& m_painter;
    const SeatMapScene& m_scene;
    const SeatMapCamera& m_camera;
    QFont m_name;
    QFont m_small;
    QFontMetricsF m_nameMetrics{QFont()};
    QFontMetricsF m_smallMetrics{QFont()};
};

} // namespace

void paintWords(QPainter& painter, const SeatMapScene& scene, const SeatMapCamera& camera,
                const QFont& font)
{
    painter.setRenderHint(QPainter::Antialiasing);
    WordPainter(painter, scene, camera, font).paint();
}

} // namespace foyer::ui
