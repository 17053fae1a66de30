// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/map_sheets.h"

#include "core/documents/reports/report_sheet.h"
#include "core/documents/reports/seat_marks.h"
#include "core/domain/seating/plan_bounds.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(MapSheets)
};

constexpr Box kRoom = ReportSheet::kRoom;
constexpr double kSeatLargest = 6;

/// How far seats of a row lie apart: the middle one of all distances.
double pitchOf(const SeatingPlan& plan)
{
    std::vector<double> apart;
    for (const Row& row : plan.rows) {
        std::optional<PlanPoint> before;
        for (const SeatNumber seat : plan.seatsOf(row)) {
            const PlanPoint at = plan.seats[seat].at;
            if (before) {
                apart.push_back(std::hypot(double{at.x} - before->x, double{at.y} - before->y));
            }
            before = at;
        }
    }
    if (apart.empty()) {
        return 1;
    }
    const auto middle = apart.begin() + std::ssize(apart) / 2;
    std::ranges::nth_element(apart, middle);
    return std::max(*middle, 1e-3);
}

class MapSheet {
public:
    explicit MapSheet(const ReportTable& table) : m_table{table}, m_plan{*table.map.plan}
    {
        for (const Section& section : m_plan.sections) {
            m_bounds.take(section.outline);
        }
        for (const StandingArea& area : m_plan.areas) {
            m_bounds.take(area.outline);
        }
        for (const PlanShape& shape : m_plan.shapes) {
            m_bounds.take(shape.points);
        }
        for (std::uint32_t place = 0; place < m_plan.seatCount(); ++place) {
            m_bounds.take(m_plan.seats[m_plan.seatAt(place)].at);
        }
        const double pitch = pitchOf(m_plan);
        const double width = std::max(m_bounds.right - m_bounds.left, 1e-3) + pitch;
        const double height = std::max(m_bounds.bottom - m_bounds.top, 1e-3) + pitch;
        m_scale = std::min({kRoom.width / width, kRoom.height / height, kSeatLargest / pitch});
        m_side = 0.72 * pitch * m_scale;
        m_left = kRoom.x + (kRoom.width - width * m_scale) / 2 + pitch * m_scale / 2;
        m_top = kRoom.y + (kRoom.height - height * m_scale) / 2 + pitch * m_scale / 2;
    }

    Drawing seats() &&
    {
        head(MapWords::tr("Seats"));
        floor();
        eachSeat([&](SeatNumber seat, const Box& box) {
            markSeat(m_sheet, box, m_table.map.seats[seat]);
        });
        sectionNames(true, [&](std::size_t section) { return m_plan.sections[section].label; });
        for (const auto& sign : m_table.map.signs) {
            legend(QStringLiteral("%1: %2").arg(QString::fromStdString(sign.name)).arg(sign.seats),
                   [&](const Box& box) { markSeat(m_sheet, box, sign.fate); });
        }
        return std::move(m_page).done();
    }

    Drawing sections() &&
    {
        head(MapWords::tr("Sold by section"));
        floor();
        eachSeat([&](SeatNumber seat, const Box& box) {
            shadeSeat(m_sheet, box, m_table.map.sections[sectionOf(seat)].level());
        });
        sectionNames(false, [&](std::size_t section) {
            return shadeWords(m_table.map.sections[section]).toStdString();
        });
        for (const int level : {0, 2, 5, 7, 10}) {
            legend(level == 0        ? MapWords::tr("nothing is sold")
                       : level == 10 ? MapWords::tr("all is sold")
                                     : MapWords::tr("%1 % and more").arg(level * 10),
                   [&](const Box& box) { shadeSeat(m_sheet, box, level); });
        }
        return std::move(m_page).done();
    }

    Drawing categories() &&
    {
        head(MapWords::tr("Sold by price category"));
        floor();
        eachSeat([&](SeatNumber seat, const Box& box) {
            shadeSeat(m_sheet, box, m_table.map.categories[m_plan.seats[seat].category].level());
        });
        for (const auto& shade : m_table.map.categories) {
            if (shade.places > 0) {
                legend(shadeWords(shade),
                       [&](const Box& box) { shadeSeat(m_sheet, box, shade.level()); });
            }
        }
        return std::move(m_page).done();
    }

private:
    static QString shadeWords(const ReportMap::Shade& shade)
    {
        return MapWords::tr("%1 %2 %", "name and share")
            .arg(QString::fromStdString(shade.name), QString::number(shade.percent()));
    }

    std::size_t sectionOf(SeatNumber seat) const
    {
        return m_plan.rows[m_plan.seats[seat].row].section;
    }

    double x(double inPlan) const { return m_left + (inPlan - m_bounds.left) * m_scale; }
    double y(double inPlan) const { return m_top + (inPlan - m_bounds.top) * m_scale; }

    void eachSeat(const std::function<void(SeatNumber, const Box&)>& draw)
    {
        for (std::uint32_t place = 0; place < m_plan.seatCount(); ++place) {
            const SeatNumber seat = m_plan.seatAt(place);
            const PlanPoint at = m_plan.seats[seat].at;
            draw(seat, {x(at.x) - m_side / 2, y(at.y) - m_side / 2, m_side, m_side});
        }
    }

    void head(const QString& what) { m_page.head(m_table, what.toStdString()); }

    void legend(const QString& said, const std::function<void(const Box&)>& mark)
    {
        m_page.legend(said.toStdString(), mark);
    }

    void outline(const std::vector<PlanPoint>& points, bool isDashed)
    {
        for (std::size_t i = 0; points.size() > 2 && i < points.size(); ++i) {
            const PlanPoint& from = points[i];
            const PlanPoint& to = points[(i + 1) % points.size()];
            m_sheet.rules.push_back(
                {x(from.x), y(from.y), x(to.x), y(to.y), 0.2, Ink::Line, isDashed});
        }
    }

    void words(const char* part, const std::string& said, double middleX, double middleY,
               double points, bool isOnPlate)
    {
        m_page.words(part, said, middleX, middleY,
                     {.points = points, .weight = FontWeight::SemiBold}, isOnPlate);
    }

    void floor()
    {
        for (const Section& section : m_plan.sections) {
            outline(section.outline, false);
        }
        for (const PlanShape& shape : m_plan.shapes) {
            PlanBounds around;
            around.take(shape.points);
            if (shape.kind == PlanShape::Kind::Polygon) {
                outline(shape.points, false);
            }
            if (!shape.text.empty() && !around.isEmpty()) {
                words("shape", shape.text, x((around.left + around.right) / 2),
                      y((around.top + around.bottom) / 2), 7, false);
            }
        }
        for (std::size_t i = 0; i < m_plan.areas.size(); ++i) {
            const StandingArea& area = m_plan.areas[i];
            outline(area.outline, true);
            PlanBounds around;
            around.take(area.outline);
            if (around.isEmpty()) {
                continue;
            }
            const double middle = y((around.top + around.bottom) / 2);
            words("area", area.label, x((around.left + around.right) / 2), middle - 1.6, 7, false);
            if (i < m_table.map.areas.size() && !m_table.map.areas[i].empty()) {
                words("area", m_table.map.areas[i], x((around.left + around.right) / 2),
                      middle + 1.6, 6, false);
            }
        }
    }

    /// Above the seats of a section, or on a plate in their middle.
    void sectionNames(bool isAbove, const std::function<std::string(std::size_t)>& wordsOf)
    {
        constexpr std::size_t kNamesAboveMax = 24; ///< more would lie on each other's seats
        std::vector<PlanBounds> bodies(m_plan.sections.size());
        for (std::uint32_t place = 0; place < m_plan.seatCount(); ++place) {
            const SeatNumber seat = m_plan.seatAt(place);
            bodies[sectionOf(seat)].take(m_plan.seats[seat].at);
        }
        if (isAbove && bodies.size() > kNamesAboveMax) {
            return;
        }
        const auto places = nearestSeats(bodies, isAbove);
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            if (m_plan.sections[i].label.empty() || bodies[i].isEmpty()) {
                continue;
            }
            const double points = isAbove ? 7 : bodies.size() > kNamesAboveMax ? 5 : 8;
            words("section", wordsOf(i), x(places[i].x),
                  isAbove ? y(places[i].y) - m_side / 2 - 1.8 : y(places[i].y), points, !isAbove);
        }
    }

    /// Of each section the seat nearest to its middle, or to the middle of its upper edge: a
    /// section may lie on both sides of another one.
    std::vector<PlanPoint> nearestSeats(const std::vector<PlanBounds>& bodies, bool isAbove) const
    {
        std::vector<PlanPoint> nearest(bodies.size());
        std::vector<double> apart(bodies.size(), std::numeric_limits<double>::max());
        for (std::uint32_t place = 0; place < m_plan.seatCount(); ++place) {
            const SeatNumber seat = m_plan.seatAt(place);
            const PlanPoint at = m_plan.seats[seat].at;
            const std::size_t section = sectionOf(seat);
            const PlanBounds& body = bodies[section];
            const double away =
                std::hypot(at.x - (body.left + body.right) / 2,
                           at.y - (isAbove ? body.top : (body.top + body.bottom) / 2));
            if (away < apart[section]) {
                apart[section] = away;
                nearest[section] = at;
            }
        }
        return nearest;
    }

    const ReportTable& m_table;
    const SeatingPlan& m_plan;
    ReportSheet m_page;
    Drawing& m_sheet = m_page.drawing();
    PlanBounds m_bounds;
    double m_scale = 1;
    double m_side = 1; ///< of a seat, in mm
    double m_left = 0;
    double m_top = 0;
};

} // namespace

std::vector<Drawing> mapSheets(const ReportTable& table)
{
    std::vector<Drawing> sheets;
    if (!table.map.plan) {
        return sheets;
    }
    sheets.push_back(MapSheet{table}.seats());
    if (table.map.sections.size() > 1) {
        sheets.push_back(MapSheet{table}.sections());
    }
    if (table.map.categories.size() > 1) {
        sheets.push_back(MapSheet{table}.categories());
    }
    return sheets;
}

} // namespace foyer
