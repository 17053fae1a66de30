// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_names.h"

#include "ui/sell/seat_map/name_plates.h"
#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QCoreApplication>
#include <QRectF>

#include <algorithm>

namespace foyer::ui {
namespace {

// Pixels of a seat between which the far names go and the near names come.
constexpr double kFarFull = 5.5;
constexpr double kFarGone = 7.5;
constexpr double kNearGone = 7.5;
constexpr double kNearFull = 9.5;

struct NamesTr {
    Q_DECLARE_TR_FUNCTIONS(SeatMap)
};

double risen(double value, double from, double to)
{
    const double share = std::clamp((value - from) / (to - from), 0.0, 1.0);
    return share * share * (3 - 2 * share);
}

class NamePlacer {
public:
    NamePlacer(const SeatMapScene& scene, const SeatMapCamera& camera, NamePlates& plates)
        : m_scene(scene), m_camera(camera), m_plates(plates)
    {}

    std::vector<PlacedName> place()
    {
        const double seat = m_camera.seatPixels();
        const bool several = m_scene.plan().sections.size() > 1;
        const double far = several ? 1 - risen(seat, kFarFull, kFarGone) : 0;
        const double near = several ? risen(seat, kNearGone, kNearFull) : 1;
        const QRectF window(QPointF(0, 0), m_camera.viewport());
        std::vector<std::size_t> farSections;
        for (std::size_t i = 0; i < m_scene.geometry().sections.size(); ++i) {
            const SeatMapGeometry::SectionPlace& section = m_scene.geometry().sections[i];
            const QRectF box = toView(section.bounds);
            if (section.label.isEmpty() || section.bounds.isNull() || !box.intersects(window)) {
                continue;
            }
            if (far > 0) {
                farSections.push_back(i);
            } else if (near > 0) {
                placeNear(section, box, near);
            }
        }
        placeFarNames(farSections, far);
        return std::move(m_placed);
    }

private:
    QRectF toView(const QRectF& box) const
    {
        return QRectF(m_camera.toView(box.topLeft()), m_camera.toView(box.bottomRight()));
    }

    // Puts the plate there unless another is in the way.
    bool put(QPointF middle, const QString& name, const QString& lesser, double opacity)
    {
        const QSizeF size = m_plates.sizeOf(name, lesser);
        const QRectF plate(middle - QPointF(size.width(), size.height()) / 2, size);
        const bool clash =
            std::any_of(m_taken.begin(), m_taken.end(),
                        [&plate](const QRectF& taken) { return taken.intersects(plate); });
        if (clash) {
            return false;
        }
        m_taken.push_back(plate);
        m_placed.push_back({middle, name, lesser, opacity});
        return true;
    }

    struct FarName {
        QString name;
        QString left;
        QPointF middle;
        QRectF body;  ///< of the section, in the widget
        QRectF plate; ///< of both lines; null where the section is too small for them
    };

    FarName farName(std::size_t number)
    {
        const SeatMapGeometry::SectionPlace& section = m_scene.geometry().sections[number];
        const int free = static_cast<int>(m_scene.freeIn(number));
        FarName far{section.label,
                    m_scene.isTold() ? m_scene.told()->sections[number]
                                     : NamesTr::tr("%n left", nullptr, free),
                    m_camera.toView(section.heart), toView(section.body), QRectF()};
        const QSizeF size = m_plates.sizeOf(far.name, far.left);
        if (size.width() + 2 <= far.body.width() && size.height() <= far.body.height() * 0.9) {
            far.plate = QRectF(far.middle - QPointF(size.width(), size.height()) / 2, size);
        }
        return far;
    }

    // Neighbours that would crowd each other say their names only, all of them: a ring of blocks
    // where every second one tells more looks as if the others were sold out.
    void placeFarNames(const std::vector<std::size_t>& sections, double opacity)
    {
        std::vector<FarName> names;
        names.reserve(sections.size());
        for (const std::size_t section : sections) {
            names.push_back(farName(section));
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const FarName& far = names[i];
            if (m_scene.isTold() && hidesMost(far)) {
                continue;
            }
            bool crowded = far.plate.isNull();
            for (std::size_t other = 0; other < names.size() && !crowded; ++other) {
                crowded = other != i && names[other].plate.intersects(far.plate);
            }
            if (!crowded && put(far.middle, far.name, far.left, opacity)) {
                continue;
            }
            const QSizeF one = m_plates.sizeOf(far.name, QString());
            const bool fits =
                one.width() <= far.body.width() * 1.1 && one.height() <= far.body.height();
            const QPointF above(far.body.center().x(), far.body.top() - one.height() / 2 - 6);
            put(fits ? far.middle : above, far.name, QString(), opacity);
        }
    }

    // Whoever reads a room looks at its seats first; a name that leaves few of them waits until it
    // is zoomed into.
    bool hidesMost(const FarName& far)
    {
        constexpr double kMostHidden = 0.35; // of the section
        const QSizeF plate = m_plates.sizeOf(far.name, QString());
        return plate.width() * plate.height() > kMostHidden * far.body.width() * far.body.height();
    }

    void placeNear(const SeatMapGeometry::SectionPlace& section, const QRectF& box, double opacity)
    {
        const QSizeF size = m_plates.sizeOf(section.label, QString());
        const double lift = size.height() / 2 + m_camera.seatPixels() * 0.5 + 3;
        const QPointF above = m_camera.toView(section.crown) - QPointF(0, lift);
        const QRectF plate(above - QPointF(size.width(), size.height()) / 2, size);
        if (plate.top() >= 0 && !hidesSeat(plate) &&
            put(above, section.label, QString(), opacity)) {
            return;
        }
        // Where no seat can be spared, only while the section's top is out of the window.
        const double left = std::max(box.left(), 0.0);
        const double right = std::min(box.right(), m_camera.viewport().width());
        const double top = size.height() / 2 + 6;
        const bool runsOut = box.top() < top && box.bottom() > 4 * size.height();
        if (runsOut && right - left >= size.width()) {
            put(QPointF((left + right) / 2, top), section.label, QString(), opacity);
        }
    }

    bool hidesSeat(const QRectF& plate)
    {
        const SeatIndex& index = m_scene.geometry().index;
        const double reach = index.diameter() * 0.4;
        const QRectF area =
            QRectF(m_camera.toPlan(plate.topLeft()), m_camera.toPlan(plate.bottomRight()))
                .adjusted(-reach, -reach, reach, reach);
        index.runsIn(area, m_runs);
        for (const SeatIndex::Run run : m_runs) {
            for (std::uint32_t slot = run.from; slot < run.to; ++slot) {
                if (area.contains(QPointF(index.xs()[slot], index.ys()[slot]))) {
                    return true;
                }
            }
        }
        return false;
    }

    const SeatMapScene& m_scene;
    const SeatMapCamera& m_camera;
    NamePlates& m_plates;
    std::vector<QRectF> m_taken;
    std::vector<PlacedName> m_placed;
    std::vector<SeatIndex::Run> m_runs;
};

} // namespace

std::vector<PlacedName> placeNames(const SeatMapScene& scene, const SeatMapCamera& camera,
                                   NamePlates& plates)
{
    return NamePlacer(scene, camera, plates).place();
}

} // namespace foyer::ui
