// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/offer_panel.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/place_counters.h"
#include "ui/sell/seat_map/seat_map_colours.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kMarkSide = 18;
constexpr int kTypeNameWidth = 180;
constexpr std::size_t kDigitTypesMax = 9;

void clear(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clear(*inner);
        }
        delete item;
    }
}

/// The lowest and highest price of a type: "42.00" or "18.00–42.00".
QString priceRange(const TicketType& type, Currency currency)
{
    if (type.prices.empty()) {
        return {};
    }
    const auto [low, high] = std::ranges::minmax_element(type.prices, {}, [](const auto& price) {
        return price.second;
    });
    const QString least = plainMoneyText(Money{low->second, currency});
    return low->second == high->second
        ? least
        : least + QStringLiteral("–") + plainMoneyText(Money{high->second, currency});
}

} // namespace

OfferPanel::OfferPanel(SellPresenter& presenter, QWidget* parent)
    : QFrame{parent}, m_presenter{presenter}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    m_title = new ElidedLabel{"title", this};
    m_when = new ElidedLabel{"muted", this};
    for (QLabel* label : {m_title, m_when}) {
        names->addWidget(label);
    }
    head->addLayout(names, 1);
    m_heldCount = makeButton({}, "quiet", this);
    m_heldCount->hide();
    head->addWidget(m_heldCount, 0, Qt::AlignVCenter);
    m_left = makeLabel({}, "pill", this);
    m_left->hide();
    head->addWidget(m_left, 0, Qt::AlignVCenter);
    column->addLayout(head);
    m_types = new FlowLayout{kInside};
    m_typeButtons = new QButtonGroup{this};
    column->addLayout(m_types);
    m_pages = new QStackedWidget{this};
    m_pages->addWidget(buildSeatPage());
    m_counters = new PlaceCounters{presenter, this};
    m_pages->addWidget(m_counters);
    column->addWidget(m_pages, 1);

    connect(m_heldCount, &QPushButton::clicked, this, [this] {
        const auto& current = m_presenter.current();
        if (current && !current->held.empty()) {
            Q_EMIT showHeldAsked(current->held.front().first().id);
        }
    });
    connect(&presenter, &SellPresenter::performanceChanged, this, &OfferPanel::showPerformance);
    connect(&presenter, &SellPresenter::performancesChanged, this, &OfferPanel::showLeft);
    connect(&presenter, &SellPresenter::typeChanged, this, &OfferPanel::showSelectedType);
    connect(&presenter, &SellPresenter::cartChanged, this,
            [this] { m_map->setChosen(m_presenter.chosenSeats()); });
    applyPalette();
}

QWidget* OfferPanel::buildSeatPage()
{
    auto* page = new QWidget{this};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_map = new SeatMapView{page};
    m_map->setAccessibleName(tr("Seat plan"));
    column->addWidget(m_map, 1);
    column->addWidget(buildHeldBar());
    m_standing = new FlowLayout{kInside};
    column->addLayout(m_standing);
    m_legend = new FlowLayout{kInside};
    column->addLayout(m_legend);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(kInside);
    m_status = makeLabel(QStringLiteral(" "), "muted", page);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    foot->addWidget(m_status, 1);
    for (const auto& [words, name, factor] :
         {std::tuple{QStringLiteral("−"), tr("Zoom out"), 0.75},
          std::tuple{QStringLiteral("+"), tr("Zoom in"), 1.35}}) {
        auto* zoom = makeButton(words, "", page);
        zoom->setAccessibleName(name);
        zoom->setToolTip(name);
        zoom->setFixedWidth(kTarget);
        connect(zoom, &QPushButton::clicked, m_map,
                [this, factor = factor] { m_map->zoomBy(factor, m_map->rect().center()); });
        foot->addWidget(zoom);
    }
    auto* fit = makeButton(tr("Whole plan"), "", page);
    connect(fit, &QPushButton::clicked, m_map, &SeatMapView::zoomToFit);
    foot->addWidget(fit);
    column->addLayout(foot);
    connect(m_map, &SeatMapView::seatToggled, &m_presenter, &SellPresenter::toggleSeat);
    connect(m_map, &SeatMapView::seatToggled, this, &OfferPanel::hideHeldSeat);
    connect(m_map, &SeatMapView::refusedSeat, this, &OfferPanel::showHeldSeat);
    connect(m_map, &SeatMapView::statusChanged, m_status, [this](const QString& words) {
        m_status->setText(words.isEmpty() ? QStringLiteral(" ") : words);
    });
    connect(m_map, &SeatMapView::areaPressed, this, [this](std::size_t area) {
        const auto& current = m_presenter.current();
        if (!current || !current->offer->plan) {
            return;
        }
        const SeatingPlan& plan = *current->offer->plan;
        const std::string& name = plan.categories[plan.areas[area].category].name;
        for (const PriceCategory& category : current->offer->categories) {
            if (category.name == name) {
                m_presenter.addTickets(1, category.id);
            }
        }
    });
    return page;
}

void OfferPanel::applyPalette()
{
    m_map->setColours(currentPalette().isDark ? SeatMapColours::dark() : SeatMapColours::light());
    if (m_presenter.current()) {
        showLegend();
    }
}

void OfferPanel::showPerformance()
{
    const auto& current = m_presenter.current();
    if (!current) {
        return;
    }
    const Offer& offer = *current->offer;
    m_title->setWhole(isolated(text(offer.event.name)));
    m_when->setWhole(
        tr("%1 · %2").arg(dayText(offer.performance.startsAt, offer.performance.timeZone) +
                              QStringLiteral(", ") +
                              timeText(offer.performance.startsAt, offer.performance.timeZone),
                          text(offer.venue.name)));
    showLeft();
    showHeldCount();
    const bool seated = offer.plan != nullptr;
    hideHeldSeat();
    if (seated) {
        if (m_shown != offer.performance.id || m_shownPlan != offer.plan) {
            m_shownPlan = offer.plan; // another performance, or a new version of its plan
            m_map->setPlan(offer.plan);
        }
        showSeats();
    }
    m_pages->setCurrentIndex(seated ? 0 : 1);
    if (m_shown != offer.performance.id) {
        m_shown = offer.performance.id;
        showTypes();
    }
    showPlaces();
}

void OfferPanel::showLeft()
{
    const auto& current = m_presenter.current();
    for (const auto& summary : m_presenter.performances()) {
        if (current && summary.id == current->offer->performance.id) {
            m_left->setText(summary.left > 0 ? tr("%L1 left").arg(summary.left) : tr("Sold out"));
            m_left->show();
        }
    }
}

void OfferPanel::showSeats()
{
    const OpenPerformance& current = *m_presenter.current();
    const SeatingPlan& plan = *current.offer->plan;
    std::vector<QColor> colours;
    std::vector<QString> prices;
    const TicketType* type = m_presenter.selectedType();
    for (const PlanCategory& category : plan.categories) {
        const auto& priced = current.offer->categories;
        const auto found = std::ranges::find(priced, category.name, &PriceCategory::name);
        const QColor own{text(category.colour)}; // as the plan is drawn
        colours.push_back(
            own.isValid() ? own : categoryColour(static_cast<std::size_t>(found - priced.begin())));
        const bool known =
            type != nullptr && found != priced.end() && type->prices.contains(found->id);
        prices.push_back(
            known ? moneyText(Money{type->prices.at(found->id), current.offer->organizer.currency})
                  : QString{});
    }
    m_map->setCategoryColours(std::move(colours));
    m_map->setCategoryPrices(std::move(prices));
    showKept();
    m_map->setStates(current.seats);
    m_map->setChosen(m_presenter.chosenSeats());
    showLegend();
}

void OfferPanel::showLegend()
{
    clear(*m_legend);
    const OpenPerformance& current = *m_presenter.current();
    if (!current.offer->plan) {
        return;
    }
    const TicketType* type = m_presenter.selectedType();
    const auto add = [this](const QPixmap& mark, const QString& words) {
        m_legend->addWidget(makeLegendEntry(mark, words, this));
    };
    const SeatingPlan& plan = *current.offer->plan;
    for (const PriceCategory& category : current.offer->categories) {
        const auto inPlan = std::ranges::find(plan.categories, category.name, &PlanCategory::name);
        if (inPlan == plan.categories.end() || type == nullptr ||
            !type->prices.contains(category.id)) {
            continue;
        }
        const auto index = static_cast<std::uint32_t>(inPlan - plan.categories.begin());
        add(m_map->legendMark(SeatMark::Free, index, kMarkSide),
            text(category.name) + QStringLiteral(" ") +
                plainMoneyText(
                    Money{type->prices.at(category.id), current.offer->organizer.currency}));
    }
    add(m_map->legendMark(SeatMark::Sold, 0, kMarkSide), tr("sold"));
    const auto any = [&](SeatState state) {
        return std::ranges::find(current.seats, state) != current.seats.end();
    };
    if (any(SeatState::Held)) {
        std::map<std::string, bool> kinds;
        for (const HeldBack& held : current.held) {
            kinds[held.first().kind] = true;
        }
        for (const auto& [kind, is] : kinds) {
            add(m_map->legendMark(SeatMark::Held, holdLetter(kind).unicode(), kMarkSide),
                holdKindText(kind));
        }
        if (kinds.empty()) {
            add(m_map->legendMark(SeatMark::Held, 0, kMarkSide), tr("held"));
        }
    }
    if (any(SeatState::NotHere)) {
        add(m_map->legendMark(SeatMark::NotHere, 0, kMarkSide), tr("not for sale here now"));
    }
}

void OfferPanel::showTypes()
{
    clear(*m_types);
    const Offer& offer = *m_presenter.current()->offer;
    for (std::size_t i = 0; i < offer.types.size() && i < kDigitTypesMax; ++i) {
        const TicketType& type = offer.types[i];
        auto* button =
            makeButton(isolated(fontMetrics().elidedText(text(type.name), Qt::ElideRight,
                                                         kTypeNameWidth)) +
                           QStringLiteral("  ") + priceRange(type, offer.organizer.currency),
                       "", this);
        button->setAccessibleName(text(type.name));
        button->setToolTip(text(type.name));
        button->setCheckable(true);
        button->setChecked(m_presenter.selectedType() == &type);
        button->setProperty("type", text(type.id.text()));
        m_typeButtons->addButton(button);
        connect(button, &QPushButton::clicked, &m_presenter,
                [this, id = type.id] { m_presenter.selectType(id); });
        m_types->addWidget(button);
    }
}

void OfferPanel::showSelectedType()
{
    const TicketType* type = m_presenter.selectedType();
    for (QAbstractButton* button : m_typeButtons->buttons()) {
        if (type != nullptr && button->property("type").toString() == text(type->id.text())) {
            button->setChecked(true);
        }
    }
    if (m_presenter.current() && m_presenter.current()->offer->plan) {
        showSeats();
    }
    showPlaces();
}

/// What is sold by head count: the standing categories of a plan as buttons below it; without a
/// plan a counter for every ticket type.
void OfferPanel::showPlaces()
{
    clear(*m_standing);
    const auto& current = m_presenter.current();
    const TicketType* type = m_presenter.selectedType();
    if (!current || type == nullptr) {
        return;
    }
    const Offer& offer = *current->offer;
    if (!offer.plan) {
        m_counters->showOffer();
        return;
    }
    for (const PriceCategory& category : offer.categories) {
        if (offer.isSeated(category.id) || !type->prices.contains(category.id)) {
            continue;
        }
        const auto left = current->left.find(category.id);
        const std::int64_t places = left != current->left.end() ? left->second : 0;
        auto* button = makeButton(
            tr("Add %1 · %2 · %3 · %L4 left")
                .arg(fontMetrics().elidedText(text(type->name), Qt::ElideRight, kTypeNameWidth),
                     text(category.name),
                     moneyText(Money{type->prices.at(category.id), offer.organizer.currency}))
                .arg(places),
            "", this);
        button->setEnabled(places > 0);
        connect(button, &QPushButton::clicked, &m_presenter,
                [this, id = category.id] { m_presenter.addTickets(1, id); });
        m_standing->addWidget(button);
    }
}

} // namespace foyer::ui
