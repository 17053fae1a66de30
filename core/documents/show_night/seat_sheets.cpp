// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/show_night/seat_sheets.h"

#include "core/documents/drawing/fitted_text.h"
#include "core/domain/seating/plan_bounds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct SeatWords {
    Q_DECLARE_TR_FUNCTIONS(SeatSheets)
};

constexpr double kWidth = 297;
constexpr double kHeight = 210;
constexpr double kMargin = 12;
constexpr double kHead = 24;
constexpr double kRowName = 9;
constexpr double kSeatSmallest = 3.4; ///< mm between seats that a pen can still mark
constexpr double kSeatLargest = 9;
constexpr Box kRoom{kMargin + kRowName, kMargin + kHead, kWidth - 2 * (kMargin + kRowName),
                    kHeight - 2 * kMargin - kHead};

/// How wide squares around these seats may be without touching, in the plan's units: the distance
/// to the nearest other seat, by the larger of its two coordinates. A sample of them tells.
double pitchOf(const SeatingPlan& plan, const std::vector<std::size_t>& rows)
{
    constexpr std::size_t kSampled = 400;
    std::vector<PlanPoint> places;
    for (const std::size_t index : rows) {
        for (const SeatNumber seat : plan.seatsOf(plan.rows[index])) {
            places.push_back(plan.seats[seat].at);
        }
    }
    const std::size_t step = std::max<std::size_t>(1, places.size() / kSampled);
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < places.size(); i += step) {
        for (std::size_t other = 0; other < places.size(); ++other) {
            const double apart = std::max(std::abs(double{places[other].x} - places[i].x),
                                          std::abs(double{places[other].y} - places[i].y));
            if (other != i && apart > 1e-3) { // two seats on one spot would leave nothing to draw
                nearest = std::min(nearest, apart);
            }
        }
    }
    return places.size() > 1 ? nearest : 1;
}

class SectionSheets {
public:
    SectionSheets(const SeatSheets& wanted, std::size_t section) : m_wanted{wanted}
    {
        const SeatingPlan& plan = wanted.plan;
        m_name = plan.sections[section].label;
        for (std::size_t i = 0; i < plan.rows.size(); ++i) {
            if (plan.rows[i].section == section) {
                m_rows.push_back(i);
                for (const SeatNumber seat : plan.seatsOf(plan.rows[i])) {
                    m_bounds.take(plan.seats[seat].at);
                }
            }
        }
    }

    void drawInto(std::vector<Drawing>& sheets)
    {
        if (m_rows.empty()) {
            return;
        }
        const double pitch = pitchOf(m_wanted.plan, m_rows);
        const double width = std::max(m_bounds.right - m_bounds.left, 1e-3);
        const double height = std::max(m_bounds.bottom - m_bounds.top, 1e-3);
        const double fits =
            std::min(kRoom.width / (width + pitch), kRoom.height / (height + pitch));
        m_scale = std::clamp(fits, kSeatSmallest / pitch, kSeatLargest / pitch);
        m_side = 0.9 * pitch * m_scale;
        const int across = pages((width + pitch) * m_scale, kRoom.width);
        const int down = pages((height + pitch) * m_scale, kRoom.height);
        for (int y = 0; y < down; ++y) {
            for (int x = 0; x < across; ++x) {
                drawTile(sheets, x, y, across * down > 1);
            }
        }
    }

private:
    static int pages(double need, double room)
    {
        return std::max(1, static_cast<int>(std::ceil(need / room - 1e-6)));
    }

    void drawTile(std::vector<Drawing>& sheets, int x, int y, bool many)
    {
        Drawing sheet;
        sheet.width = kWidth;
        sheet.height = kHeight;
        const double fromX = x * kRoom.width;
        const double fromY = y * kRoom.height;
        int seats = 0;
        int sold = 0;
        for (const std::size_t index : m_rows) {
            const Row& row = m_wanted.plan.rows[index];
            Box ends{};
            for (const SeatNumber number : m_wanted.plan.seatsOf(row)) {
                const Box box = boxOf(m_wanted.plan.seats[number].at, fromX, fromY);
                const double middleX = box.x + box.width / 2;
                const double middleY = box.y + box.height / 2;
                if (middleX < kRoom.x || middleX >= kRoom.right() || middleY < kRoom.y ||
                    middleY >= kRoom.bottom()) {
                    continue;
                }
                ++seats;
                const bool isSold = number < m_wanted.sold.size() && m_wanted.sold[number];
                sold += isSold ? 1 : 0;
                drawSeat(sheet, box, m_wanted.plan.seats[number].number, isSold);
                ends = ends.width == 0
                    ? box
                    : Box{std::min(ends.x, box.x), box.y,
                          std::max(ends.right(), box.right()) - std::min(ends.x, box.x),
                          box.height};
            }
            if (ends.width > 0 && !row.ring) {
                nameRow(sheet, row.label, ends);
            }
        }
        if (seats == 0) {
            return;
        }
        drawHead(sheet, seats, sold, many ? ++m_part : 0);
        sheets.push_back(std::move(sheet));
    }

    Box boxOf(const PlanPoint& at, double fromX, double fromY) const
    {
        const double half = m_side / 2;
        return {kRoom.x + half + (double{at.x} - m_bounds.left) * m_scale - fromX,
                kRoom.y + half + (double{at.y} - m_bounds.top) * m_scale - fromY, m_side, m_side};
    }

    void drawSeat(Drawing& sheet, const Box& box, const std::string& number, bool isSold) const
    {
        if (isSold) {
            sheet.blocks.push_back({box, Ink::Text});
        } else {
            for (const auto& [fromX, fromY, toX, toY] :
                 {std::tuple{box.x, box.y, box.right(), box.y},
                  std::tuple{box.right(), box.y, box.right(), box.bottom()},
                  std::tuple{box.right(), box.bottom(), box.x, box.bottom()},
                  std::tuple{box.x, box.bottom(), box.x, box.y}}) {
                sheet.rules.push_back({fromX, fromY, toX, toY, 0.2, Ink::Text, false});
            }
        }
        const double points = std::min(7.0, m_side * 1.5);
        sheet.texts.push_back(
            fitText({"seat",
                     number,
                     {.points = points, .ink = isSold ? Ink::Paper : Ink::Text},
                     {box.x + m_side * 0.12, box.y + m_side * 0.16, m_side * 0.86, m_side},
                     1,
                     2.5}));
    }

    void nameRow(Drawing& sheet, const std::string& label, const Box& ends) const
    {
        const TextStyle style{.points = std::min(8.0, std::max(5.0, m_side * 1.6)),
                              .weight = FontWeight::SemiBold};
        TextStyle left = style;
        left.align = Align::End;
        sheet.texts.push_back(fitText(
            {"row", label, left, {ends.x - kRowName - 0.6, ends.y, kRowName, m_side + 2}, 1, 4}));
        sheet.texts.push_back(fitText(
            {"row", label, style, {ends.right() + 0.8, ends.y, kRowName, m_side + 2}, 1, 4}));
    }

    void drawHead(Drawing& sheet, int seats, int sold, int part) const
    {
        const double inside = kWidth - 2 * kMargin;
        QString title = QString::fromStdString(m_wanted.title);
        if (!m_name.empty()) {
            title += QStringLiteral(" · ") + QString::fromStdString(m_name);
        }
        if (part > 0) {
            title += QStringLiteral(" · ") + SeatWords::tr("part %1").arg(part);
        }
        sheet.texts.push_back(fitText({"title",
                                       title.toStdString(),
                                       {.points = 14, .weight = FontWeight::Bold},
                                       {kMargin, kMargin, inside * 0.7, 8},
                                       1,
                                       9}));
        const QString counts = SeatWords::tr("%1 of %2 seats sold").arg(sold).arg(seats);
        sheet.texts.push_back(
            fitText({"counts",
                     counts.toStdString(),
                     {.points = 11, .weight = FontWeight::SemiBold, .align = Align::End},
                     {kMargin + inside * 0.7, kMargin, inside * 0.3, 8},
                     1,
                     8}));
        sheet.texts.push_back(fitText({"subtitle",
                                       m_wanted.subtitle,
                                       {.points = 9},
                                       {kMargin, kMargin + 7.5, inside, 6},
                                       1,
                                       7}));
        sheet.texts.push_back(fitText({"stamp",
                                       m_wanted.stamp,
                                       {.points = 8, .ink = Ink::Muted},
                                       {kMargin, kMargin + 12.5, inside, 5},
                                       1,
                                       6}));
    }

    const SeatSheets& m_wanted;
    std::string m_name;
    std::vector<std::size_t> m_rows;
    PlanBounds m_bounds;
    double m_scale = 1;
    double m_side = 1;
    int m_part = 0;
};

} // namespace

std::vector<Drawing> seatSheets(const SeatSheets& wanted)
{
    std::vector<Drawing> sheets;
    for (std::size_t section = 0; section < wanted.plan.sections.size(); ++section) {
        SectionSheets{wanted, section}.drawInto(sheets);
    }
    if (sheets.empty()) {
        Drawing sheet;
        sheet.width = kWidth;
        sheet.height = kHeight;
        sheet.texts.push_back(fitText({"title",
                                       wanted.title,
                                       {.points = 14, .weight = FontWeight::Bold},
                                       {kMargin, kMargin, kWidth - 2 * kMargin, 8},
                                       1,
                                       9}));
        sheet.texts.push_back(
            fitText({"empty",
                     SeatWords::tr("This room has no numbered seats.").toStdString(),
                     {.points = 11},
                     {kMargin, kMargin + kHead, kWidth - 2 * kMargin, 8}}));
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

} // namespace foyer
