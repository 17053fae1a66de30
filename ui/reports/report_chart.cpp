// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_chart.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace foyer::ui {
namespace {

constexpr int kChartHeight = 260;
constexpr int kNamesMax = 14; ///< below which each bar has its name written under it
constexpr int kNameLetters = 16;

constexpr std::array kPatterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense6Pattern,
                               Qt::CrossPattern};
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QColor colourOf(std::size_t series)
{
    const Palette& palette = currentPalette();
    const std::array colours{palette.primary, palette.text, palette.muted, palette.warning};
    return colours.at(series % colours.size());
}

void style(QAbstractAxis& axis, const std::string& title)
{
    const Palette& palette = currentPalette();
    axis.setTitleText(text(title));
    axis.setTitleBrush(palette.muted);
    axis.setLabelsColor(palette.text);
    axis.setGridLineColor(palette.line);
    axis.setLinePenColor(palette.line);
}

double highest(const ReportChart& chart, bool isStacked)
{
    std::vector<double> sums;
    for (const auto& series : chart.series) {
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            if (!isStacked || i >= sums.size()) {
                sums.push_back(series.points[i].second);
            } else {
                sums[i] += series.points[i].second;
            }
        }
    }
    return sums.empty() ? 0 : std::ranges::max(sums);
}

QValueAxis* upwardsAxis(const ReportChart& chart)
{
    auto* axis = new QValueAxis;
    const double top = std::max(1.0, highest(chart, chart.kind == ReportChart::Kind::Bars));
    axis->setRange(0, top);
    axis->setLabelFormat(top < 10 && top != std::floor(top) ? QStringLiteral("%.1f")
                                                            : QStringLiteral("%.0f"));
    axis->applyNiceNumbers();
    style(*axis, chart.upwards);
    return axis;
}

void addBars(QChart& chart, const ReportChart& shown)
{
    auto* bars = new QStackedBarSeries;
    for (std::size_t i = 0; i < shown.series.size(); ++i) {
        auto* set = new QBarSet{text(shown.series[i].name)};
        for (const auto& [place, value] : shown.series[i].points) {
            *set << std::max(value, 0.0);
        }
        set->setBrush(QBrush{colourOf(i), kPatterns.at(i % kPatterns.size())});
        set->setPen(QPen{colourOf(i)});
        bars->append(set);
    }
    chart.addSeries(bars);
    auto* names = new QBarCategoryAxis;
    const bool isWritten = std::ssize(shown.names) <= kNamesMax;
    int number = 0;
    for (const std::string& name : shown.names) {
        // Two bars of one name would be one.
        const QString unique = QString{++number, QChar{0x200b}};
        names->append(text(name).left(kNameLetters) + unique);
    }
    names->setLabelsVisible(isWritten);
    style(*names, shown.across);
    auto* upwards = upwardsAxis(shown);
    chart.addAxis(names, Qt::AlignBottom);
    chart.addAxis(upwards, Qt::AlignLeft);
    bars->attachAxis(names);
    bars->attachAxis(upwards);
}

void addLines(QChart& chart, const ReportChart& shown)
{
    auto* across = new QValueAxis;
    across->setLabelFormat(QStringLiteral("%.0f"));
    across->setReverse(shown.isReversed);
    style(*across, shown.across);
    auto* upwards = upwardsAxis(shown);
    chart.addAxis(across, Qt::AlignBottom);
    chart.addAxis(upwards, Qt::AlignLeft);
    double least = 0;
    double most = 1;
    for (std::size_t i = 0; i < shown.series.size(); ++i) {
        auto* line = new QLineSeries;
        line->setName(text(shown.series[i].name));
        for (const auto& [x, y] : shown.series[i].points) {
            line->append(x, y);
            least = std::min(least, x);
            most = std::max(most, x);
        }
        QPen pen{colourOf(i)};
        pen.setWidthF(i == 0 ? 3 : 2);
        pen.setStyle(kDashes.at(i % kDashes.size()));
        line->setPen(pen);
        line->setPointsVisible(line->count() <= 2); // of one step nothing else would be seen
        chart.addSeries(line);
        line->attachAxis(across);
        line->attachAxis(upwards);
    }
    across->setRange(least, most);
}

} // namespace

ReportChartView::ReportChartView(QWidget* parent) : QWidget{parent}, m_view{new QChartView{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus); // nothing in it that the table does not say
    m_view->setFrameShape(QFrame::NoFrame);
    setFixedHeight(kChartHeight);
    hide();
}

void ReportChartView::showTable(const ReportTable& table)
{
    m_table = table;
    draw();
}

void ReportChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        draw();
    }
}

void ReportChartView::draw()
{
    const ReportChart& shown = m_table.chart;
    setVisible(!shown.isEmpty());
    if (shown.isEmpty()) {
        return;
    }
    auto chart = std::make_unique<QChart>();
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->setAnimationOptions(QChart::NoAnimation);
    shown.kind == ReportChart::Kind::Bars ? addBars(*chart, shown) : addLines(*chart, shown);
    chart->legend()->setVisible(shown.series.size() > 1);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries); // lines with their dashes
    chart->legend()->setLabelColor(currentPalette().text);
    const std::unique_ptr<QChart> before{m_view->chart()};
    m_view->setChart(chart.release());
    m_view->setBackgroundBrush(currentPalette().surface);
    m_view->setAccessibleName(tr("Chart: %1").arg(text(m_table.title)));
    m_view->setAccessibleDescription(text(m_table.answer));
}

} // namespace foyer::ui
