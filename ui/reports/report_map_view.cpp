// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reports/report_map_view.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace foyer::ui {
namespace {

constexpr int kSeats = 0;
constexpr int kSections = 1;
constexpr int kCategories = 2;
constexpr int kMarkSide = 16;
constexpr int kMapHeight = 200;

SeatMark markOf(SeatFate fate)
{
    switch (fate) {
    case SeatFate::Free:
        return SeatMark::Open;
    case SeatFate::Held:
        return SeatMark::Held;
    case SeatFate::Sold:
        return SeatMark::Taken;
    case SeatFate::Came:
        return SeatMark::Came;
    case SeatFate::NotCome:
        return SeatMark::NotCome;
    case SeatFate::Closed:
        break;
    }
    return SeatMark::NoPrice;
}

} // namespace

ReportMapView::ReportMapView(QWidget* parent)
    : QWidget{parent}, m_view{new QComboBox{this}}, m_map{new SeatMapView{this}},
      m_legend{new FlowLayout{kInside}}, m_status{new ElidedLabel{"muted", this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside / 2);
    auto* top = new QHBoxLayout;
    top->setSpacing(kInside);
    auto* label = makeLabel(tr("The map shows"), "muted", this);
    label->setBuddy(m_view);
    m_view->setAccessibleName(tr("The map shows"));
    m_view->setMinimumHeight(kTarget);
    m_view->addItem(tr("Each seat"), kSeats);
    m_view->addItem(tr("How full each section is"), kSections);
    m_view->addItem(tr("How full each price category is"), kCategories);
    top->addWidget(label);
    top->addWidget(m_view);
    top->addStretch();
    column->addLayout(top);
    m_map->setMinimumHeight(kMapHeight);
    column->addWidget(m_map, 1);
    column->addLayout(m_legend);
    column->addWidget(m_status);
    connect(m_view, &QComboBox::currentIndexChanged, this, &ReportMapView::tell);
    connect(m_map, &SeatMapView::statusChanged, this, [this](const QString& words) {
        words.isEmpty() ? sayWhereKeysLead() : m_status->setWhole(words);
    });
    sayWhereKeysLead();
}

void ReportMapView::sayWhereKeysLead()
{
    m_status->setWhole(tr("Arrow keys walk from seat to seat; + and − zoom, 0 shows the whole "
                          "room."));
}

void ReportMapView::showMap(const ReportMap& map, const QString& name)
{
    const bool isSameRoom = map.plan == m_shown.plan;
    m_shown = map;
    m_map->setAccessibleName(tr("Map: %1").arg(name));
    m_map->setColours(currentPalette().isDark ? SeatMapColours::dark() : SeatMapColours::light());
    if (!isSameRoom) {
        m_map->setPlan(map.plan);
    }
    tell();
}

void ReportMapView::tell()
{
    if (!m_shown.plan) {
        return;
    }
    m_map->setTold(m_view->currentData().toInt() == kSeats ? seatsTold() : shadesTold());
    showLegend();
}

SeatsTold ReportMapView::seatsTold() const
{
    SeatsTold told;
    std::vector<std::uint16_t> numberOf(static_cast<std::size_t>(SeatFate::Closed) + 1);
    for (const auto& sign : m_shown.signs) {
        numberOf[static_cast<std::size_t>(sign.fate)] =
            static_cast<std::uint16_t>(told.signs.size());
        told.signs.push_back({markOf(sign.fate), 0, text(sign.name)});
    }
    // Seats that are not in the room any more have no sign of their own, and are not drawn.
    told.signs.push_back({SeatMark::NoPrice, 0, {}});
    const auto none = static_cast<std::uint16_t>(told.signs.size() - 1);
    told.signOf.reserve(m_shown.seats.size());
    for (std::size_t seat = 0; seat < m_shown.seats.size(); ++seat) {
        told.signOf.push_back(m_shown.plan->seats[seat].retired
                                  ? none
                                  : numberOf[static_cast<std::size_t>(m_shown.seats[seat])]);
    }
    told.sections.resize(m_shown.sections.size()); // their figures would hide seats
    for (const std::string& area : m_shown.areas) {
        told.areas.push_back(text(area));
    }
    return told;
}

SeatsTold ReportMapView::shadesTold() const
{
    const bool isBySection = m_view->currentData().toInt() == kSections;
    SeatsTold told;
    for (const auto& shade : isBySection ? m_shown.sections : m_shown.categories) {
        told.signs.push_back(
            {SeatMark::Shade, static_cast<std::uint32_t>(shade.level()),
             isBySection ? tr("%L1 % of the section are sold").arg(shade.percent())
                         : tr("%L1 % of the price category are sold").arg(shade.percent())});
    }
    const SeatingPlan& plan = *m_shown.plan;
    told.signOf.reserve(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        told.signOf.push_back(
            static_cast<std::uint16_t>(isBySection ? plan.rows[seat.row].section : seat.category));
    }
    for (const auto& section : m_shown.sections) {
        told.sections.push_back(isBySection ? tr("%L1 %").arg(section.percent()) : QString{});
    }
    for (const std::string& area : m_shown.areas) {
        told.areas.push_back(text(area));
    }
    return told;
}

void ReportMapView::addToLegend(const QPixmap& mark, const QString& words)
{
    m_legend->addWidget(makeLegendEntry(mark, words, this));
}

void ReportMapView::showLegend()
{
    while (const std::unique_ptr<QLayoutItem> item{m_legend->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    const auto shade = [this](int level) {
        return m_map->legendMark(SeatMark::Shade, static_cast<std::uint32_t>(level), kMarkSide);
    };
    switch (m_view->currentData().toInt()) {
    case kSections:
        addToLegend(shade(0), tr("nothing is sold"));
        addToLegend(shade(5), tr("half"));
        addToLegend(shade(10), tr("all is sold"));
        break;
    case kCategories:
        for (const auto& category : m_shown.categories) {
            if (category.places > 0) {
                addToLegend(shade(category.level()),
                            tr("%1: %2 % sold", "price category and share")
                                .arg(isolated(text(category.name)),
                                     QLocale{}.toString(category.percent())));
            }
        }
        break;
    default:
        for (const auto& sign : m_shown.signs) {
            addToLegend(m_map->legendMark(markOf(sign.fate), 0, kMarkSide),
                        tr("%1: %L2", "what a mark means, and how many")
                            .arg(text(sign.name))
                            .arg(sign.seats));
        }
    }
}

void ReportMapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown.plan) {
        m_map->setColours(currentPalette().isDark ? SeatMapColours::dark()
                                                  : SeatMapColours::light());
        showLegend();
    }
}

} // namespace foyer::ui
