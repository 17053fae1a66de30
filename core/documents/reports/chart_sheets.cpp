// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/chart_sheets.h"

#include "core/documents/drawing/fitted_text.h"
#include "core/documents/reports/report_sheet.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer {
namespace {

constexpr double kLeft = 20;  ///< for what is written at the axis
constexpr double kBelow = 18; ///< for the names and what they are
constexpr double kAbove = 9;
constexpr Box kPlot{ReportSheet::kRoom.x + kLeft, ReportSheet::kRoom.y + kAbove,
                    ReportSheet::kRoom.width - kLeft, ReportSheet::kRoom.height - kBelow - kAbove};
constexpr double kBarShare = 0.64; ///< of the room of a name
constexpr double kBarMax = 24;
constexpr std::size_t kNamesMax = 14; ///< of more bars only some have their names below
constexpr double kFrame = 0.25;
constexpr double kGrid = 0.15;
constexpr double kTicks = 6;

constexpr TextStyle kSmall{.points = 8};
constexpr TextStyle kTitle{.points = 8, .ink = Ink::Muted};
constexpr TextStyle kValue{.points = 8, .weight = FontWeight::SemiBold};

/// How far the marks of an axis lie apart: one, two or five of a power of ten.
double stepOf(double top)
{
    const double rough = std::max(top, 1.0) / kTicks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return std::max(factor * power, 1.0);
        }
    }
    return std::max(10 * power, 1.0);
}

void fill(Drawing& page, const Box& box, std::size_t series)
{
    constexpr std::array kInks{Ink::Text, Ink::Muted, Ink::Paper, Ink::Line};
    const Ink ink = kInks.at(series % kInks.size());
    if (ink == Ink::Text || ink == Ink::Muted) {
        page.blocks.push_back({box, ink});
        return;
    }
    page.blocks.push_back({box, Ink::Text});
    if (box.width > 2 * kFrame && box.height > 2 * kFrame) {
        page.blocks.push_back(
            {{box.x + kFrame, box.y + kFrame, box.width - 2 * kFrame, box.height - 2 * kFrame},
             ink});
    }
}

struct Stroke {
    double width;
    Ink ink;
    bool isDashed;
    bool isMarked; ///< with a square at each point
};

Stroke strokeOf(std::size_t series)
{
    constexpr std::array kStrokes{Stroke{0.7, Ink::Text, false, false},
                                  Stroke{0.4, Ink::Text, true, false},
                                  Stroke{0.4, Ink::Muted, false, true},
                                  Stroke{0.4, Ink::Muted, true, true}};
    return kStrokes.at(series % kStrokes.size());
}

class ChartSheet {
public:
    ChartSheet(const ReportTable& table, const std::string& locale)
        : m_chart{table.chart}, m_locale{locale.empty() ? QLocale::system()
                                                        : QLocale{QString::fromStdString(locale)}}
    {
        m_page.head(table, {});
        m_step = stepOf(highest());
        m_top = m_step * std::max(1.0, std::ceil(highest() / m_step));
    }

    Drawing draw() &&
    {
        upwardsAxis();
        m_chart.kind == ReportChart::Kind::Bars ? bars() : lines();
        ground();
        m_page.words("across", m_chart.across, kPlot.x + kPlot.width / 2,
                     ReportSheet::kRoom.bottom() - 2, kTitle);
        if (m_chart.series.size() > 1) {
            explain();
        }
        return std::move(m_page).done();
    }

private:
    double highest() const
    {
        std::vector<double> sums(m_chart.names.size());
        double highest = 0;
        for (const auto& series : m_chart.series) {
            for (std::size_t i = 0; i < series.points.size(); ++i) {
                const double value = std::max(series.points[i].second, 0.0);
                const bool isStacked = m_chart.kind == ReportChart::Kind::Bars && i < sums.size();
                highest = std::max(highest, isStacked ? sums[i] += value : value);
            }
        }
        return highest;
    }

    double y(double value) const
    {
        return kPlot.bottom() - std::max(value, 0.0) / m_top * kPlot.height;
    }

    std::string number(double value) const
    {
        const bool isWhole = std::abs(value - std::round(value)) < 1e-9;
        return m_locale.toString(value, 'f', isWhole ? 0 : 2).toStdString();
    }

    void upwardsAxis()
    {
        m_page.drawing().texts.push_back(
            fitText({"upwards",
                     m_chart.upwards,
                     kTitle,
                     {ReportSheet::kRoom.x, ReportSheet::kRoom.y, ReportSheet::kInside, 5},
                     1,
                     6}));
        for (double value = 0; value <= m_top + m_step / 2; value += m_step) {
            const double at = y(value);
            if (value > 0) { // as blocks, so that bars and their numbers stand before them
                m_page.drawing().blocks.push_back(
                    {{kPlot.x, at - kGrid / 2, kPlot.width, kGrid}, Ink::Line});
            }
            DrawnText drawn = fitText({"tick", number(value), kSmall, {0, 0, kLeft - 2, 5}, 1, 5});
            drawn.box.x = kPlot.x - 2 - drawn.box.width;
            drawn.box.y = at - drawn.box.height / 2;
            m_page.drawing().texts.push_back(std::move(drawn));
        }
    }

    void ground()
    {
        m_page.drawing().rules.push_back(
            {kPlot.x, kPlot.bottom(), kPlot.right(), kPlot.bottom(), 0.3, Ink::Text, false});
    }

    void bars()
    {
        const std::size_t count = m_chart.names.size();
        const double room = kPlot.width / static_cast<double>(count);
        const double width = std::min(room * kBarShare, kBarMax);
        const std::size_t every = count <= kNamesMax ? 1 : (count + kNamesMax - 1) / kNamesMax;
        for (std::size_t i = 0; i < count; ++i) {
            const double middle = kPlot.x + room * (static_cast<double>(i) + 0.5);
            const double sum = stack(i, middle - width / 2, width);
            if (every == 1) {
                m_page.words("value", number(sum), middle, y(sum) - 2, kValue, true);
            }
            const double left = kPlot.x + room * static_cast<double>(i);
            if (every == 1) {
                name(m_chart.names[i], left, room, true);
            } else if (i % every == 0) { // stands for those behind it, too
                name(m_chart.names[i], left,
                     std::min(room * static_cast<double>(every), kPlot.right() - left), false);
            }
        }
    }

    /// The parts of a bar, one on the other; says their sum.
    double stack(std::size_t place, double left, double width)
    {
        double sum = 0;
        for (std::size_t series = 0; series < m_chart.series.size(); ++series) {
            const auto& points = m_chart.series[series].points;
            const double value = place < points.size() ? std::max(points[place].second, 0.0) : 0;
            if (value > 0) {
                fill(m_page.drawing(), {left, y(sum + value), width, y(sum) - y(sum + value)},
                     series);
            }
            sum += value;
        }
        return sum;
    }

    /// Below its bar, within the room it has.
    void name(const std::string& said, double left, double room, bool isInMiddle)
    {
        constexpr double kApart = 1.5;
        constexpr double kLeast = 4; ///< in less nothing can be read
        if (room < kLeast + kApart) {
            return;
        }
        DrawnText drawn = fitText({"name", said, kSmall, {0, 0, room - kApart, 9}, 2, 5});
        drawn.box.x = left + (isInMiddle ? (room - drawn.box.width) / 2 : 0);
        drawn.box.y = kPlot.bottom() + 1.5;
        m_page.drawing().texts.push_back(std::move(drawn));
    }

    void lines()
    {
        double least = 0;
        double most = 1;
        for (const auto& series : m_chart.series) {
            for (const auto& point : series.points) {
                least = std::min(least, point.first);
                most = std::max(most, point.first);
            }
        }
        const auto x = [&](double value) {
            const double share = (value - least) / (most - least);
            return kPlot.x + kPlot.width * (m_chart.isReversed ? 1 - share : share);
        };
        const double step = stepOf(most - least);
        for (double value = std::ceil(least / step) * step; value <= most; value += step) {
            m_page.words("tick", number(value), x(value), kPlot.bottom() + 3.5, kSmall);
        }
        for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
            const auto& points = m_chart.series[i].points;
            const Stroke stroke = strokeOf(i);
            for (std::size_t at = 0; at < points.size(); ++at) {
                const double toX = x(points[at].first);
                const double toY = y(points[at].second);
                if (at > 0) {
                    m_page.drawing().rules.push_back({x(points[at - 1].first),
                                                      y(points[at - 1].second), toX, toY,
                                                      stroke.width, stroke.ink, stroke.isDashed});
                }
                // Of a single point nothing else would be seen.
                if (stroke.isMarked || points.size() == 1) {
                    mark(toX, toY, stroke.ink);
                }
            }
        }
    }

    void mark(double x, double y, Ink ink)
    {
        constexpr double kSide = 1.2;
        m_page.drawing().blocks.push_back({{x - kSide / 2, y - kSide / 2, kSide, kSide}, ink});
    }

    void explain()
    {
        for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
            m_page.legend(m_chart.series[i].name, [&](const Box& box) {
                if (m_chart.kind == ReportChart::Kind::Bars) {
                    fill(m_page.drawing(), box, i);
                    return;
                }
                const Stroke stroke = strokeOf(i);
                const double middle = box.y + box.height / 2;
                m_page.drawing().rules.push_back({box.x, middle, box.right(), middle, stroke.width,
                                                  stroke.ink, stroke.isDashed});
                if (stroke.isMarked) {
                    mark(box.x + box.width / 2, middle, stroke.ink);
                }
            });
        }
    }

    const ReportChart& m_chart;
    QLocale m_locale;
    ReportSheet m_page;
    double m_step = 1;
    double m_top = 1; ///< the value at the upper end of the axis
};

} // namespace

std::vector<Drawing> chartSheets(const ReportTable& table, const std::string& locale)
{
    if (table.chart.isEmpty() || table.map.plan) {
        return {};
    }
    return {ChartSheet{table, locale}.draw()};
}

} // namespace foyer
