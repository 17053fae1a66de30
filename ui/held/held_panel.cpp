// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_panel.h"

#include "core/domain/sales/order_code.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/release_field.h"
#include "ui/common/theme.h"
#include "ui/held/held_ask.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kCountWidth = 96;

QString joined(const QStringList& parts)
{
    QStringList some = parts;
    some.removeAll(QString{});
    return some.join(QStringLiteral(" · "));
}

void setWords(QPushButton* button, const QString& words, const QString& key)
{
    button->setText(words + QStringLiteral("  ") + key);
    button->setAccessibleName(words);
}

} // namespace

HeldPanel::HeldPanel(QWidget* parent)
    : QFrame{parent}, m_title{makeLabel({}, "title", this)}, m_about{makeLabel({}, "muted", this)},
      m_placesName{makeLabel({}, "section", this)}, m_places{new QListWidget{this}},
      m_ask{new HeldAsk{this}}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    for (QLabel* label : {m_title, m_about, m_placesName}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_places->setAccessibleName(tr("Seats; tick those that are meant"));
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_places, 1);
    m_counts = new QVBoxLayout;
    m_counts->setSpacing(kInside);
    column->addLayout(m_counts);
    column->addStretch();
    column->addWidget(m_ask);
    m_acts = new QWidget{this};
    auto* row = new FlowLayout{kInside};
    m_acts->setLayout(row);
    m_sell = makeButton({}, "primary", m_acts, QStringLiteral("F9"));
    m_offer = makeButton({}, "primary", m_acts, QStringLiteral("F10"));
    m_extend = makeButton(tr("Keep longer…"), "", m_acts, QStringLiteral("F6"));
    m_letGo = makeButton({}, "", m_acts, QStringLiteral("F8"));
    m_end = makeButton(tr("Take off the list…"), "", m_acts, QStringLiteral("F8"));
    setButtonIcon(m_sell, QStringLiteral("ticket"));
    setButtonIcon(m_offer, QStringLiteral("circle-check"));
    for (QPushButton* button : {m_sell, m_offer, m_extend, m_letGo, m_end}) {
        row->addWidget(button);
    }
    column->addWidget(m_acts);
    connect(m_sell, &QPushButton::clicked, this, &HeldPanel::sellAsked);
    connect(m_letGo, &QPushButton::clicked, this, &HeldPanel::askLetGo);
    connect(m_extend, &QPushButton::clicked, this, &HeldPanel::askExtend);
    connect(m_offer, &QPushButton::clicked, this, &HeldPanel::askOffer);
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_ask->ask({tr("%1 no longer waits. Whoever comes after moves up.")
                        .arg(isolated(text(m_row.waiting->name))),
                    [](const QString&) { return tr("Take off the list"); }, false,
                    [this](std::optional<Instant>) { Q_EMIT endAsked(); }});
    });
    connect(m_places, &QListWidget::itemChanged, this, &HeldPanel::showActs);
    // One thing at a time: while something is asked, nothing else is offered.
    connect(m_ask, &HeldAsk::opened, m_acts, &QWidget::hide);
    connect(m_ask, &HeldAsk::closed, m_acts, &QWidget::show);
}

void HeldPanel::show(const HeldRow& row, const HeldSnapshot& snapshot)
{
    QString shown = row.key() + row.title + row.detail;
    for (const std::string& place :
         row.order != nullptr ? row.order->places : std::vector<std::string>{}) {
        shown += text(place);
    }
    m_row = row;
    m_snapshot = &snapshot;
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    m_ask->close();
    clearPlaces();
    if (row.back != nullptr) {
        showBack(*row.back, snapshot.offers);
    } else if (row.order != nullptr) {
        showOrder(*row.order);
    } else if (row.waiting != nullptr) {
        showWaiting(row, snapshot.offers);
    }
    showActs();
    QFrame::show();
}

void HeldPanel::clearPlaces()
{
    const QSignalBlocker quiet{m_places};
    m_places->clear();
    m_places->hide();
    m_placesName->hide();
    m_standing.clear();
    while (QLayoutItem* item = m_counts->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void HeldPanel::showBack(const HeldBack& held, const Offers& offers)
{
    const StoredHold& first = held.first();
    const std::string zone = zoneOf(offers, first.performance);
    m_title->setText(heldTitle(held));
    QStringList lines{joined({holdKindText(first.kind),
                              first.code.empty() ? QString{} : text(displayOrderCode(first.code)),
                              text(held.reach)})};
    for (const StoredHold& hold : held.holds) {
        lines << eveningText(offers, hold.performance);
    }
    lines << tr("Kept %1, since %2", "until when, since when")
                 .arg(releaseText(first.releaseAt, zone), dayAndTimeText(first.placedAt, zone));
    if (held.price) {
        lines << (first.kind == hold_kind::kReservation
                      ? tr("%1 to pay when it is picked up").arg(moneyText(*held.price))
                      : moneyText(*held.price));
    }
    if (!held.here) {
        lines << tr("Another counter holds it: sell it and let it go there.");
    }
    m_about->setText(lines.join(QLatin1Char{'\n'}));
    addPlaces(held, offers);
}

void HeldPanel::addPlaces(const HeldBack& held, const Offers& offers)
{
    m_placesName->setText(tr("%n places", nullptr, static_cast<int>(held.places())));
    m_placesName->show();
    // A part is chosen of one evening; what spans several is let go or sold as a whole.
    const bool isOneEvening = held.holds.size() == 1;
    const QSignalBlocker quiet{m_places};
    std::map<CategoryId, int> standing;
    for (const StoredHold& hold : held.holds) {
        const auto offer = offers.find(hold.performance);
        for (const HeldPlace& place : hold.places) {
            if (offer == offers.end()) {
                continue;
            }
            if (!place.seat || !offer->second->plan) {
                ++standing[place.category];
                continue;
            }
            auto* item =
                new QListWidgetItem{text(offer->second->plan->seatLabel(*place.seat)), m_places};
            item->setData(Qt::UserRole, *place.seat);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                           (isOneEvening ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
            if (isOneEvening) {
                item->setCheckState(Qt::Unchecked);
            }
        }
    }
    fitPlaces();
    for (const auto& [category, count] : standing) {
        const auto offer = offers.find(held.first().performance);
        const PriceCategory* known = offer->second->category(category);
        const QString name = known != nullptr ? isolated(text(known->name)) : QStringLiteral("?");
        auto* line = new QWidget{this};
        auto* row = new QHBoxLayout{line};
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(makeLabel(tr("%1 × %2", "count and category").arg(count).arg(name), "",
                                 line),
                       1);
        if (isOneEvening) {
            auto* number = new QSpinBox{line};
            number->setRange(0, count);
            number->setButtonSymbols(QAbstractSpinBox::NoButtons);
            number->setSpecialValueText(tr("all")); // none is chosen: the whole of it is meant
            number->setAlignment(Qt::AlignCenter);
            number->setMinimumHeight(kTarget);
            number->setFixedWidth(kCountWidth);
            number->setAccessibleName(tr("How many of %1 are meant").arg(name));
            auto* fewer = makeButton(QStringLiteral("−"), "sign", line);
            fewer->setAccessibleName(tr("One fewer of %1").arg(name));
            auto* more = makeButton(QStringLiteral("+"), "sign", line);
            more->setAccessibleName(tr("One more of %1").arg(name));
            for (QPushButton* button : {fewer, more}) {
                button->setFixedWidth(kTarget);
            }
            row->addWidget(fewer);
            row->addWidget(number);
            row->addWidget(more);
            m_standing[category] = number;
            connect(fewer, &QPushButton::clicked, number, &QSpinBox::stepDown);
            connect(more, &QPushButton::clicked, number, &QSpinBox::stepUp);
            connect(number, &QSpinBox::valueChanged, this, &HeldPanel::showActs);
        }
        m_counts->addWidget(line);
    }
}

/// As high as what is in it, and no higher.
void HeldPanel::fitPlaces()
{
    m_places->setMaximumHeight(m_places->count() * kTarget + 2 * m_places->frameWidth());
    m_places->setVisible(m_places->count() > 0);
}

void HeldPanel::showOrder(const WillCall& order)
{
    m_title->setText(isolated(text(order.name)));
    QStringList lines{joined({text(order.code), text(order.reach)}),
                      eveningText(m_snapshot->offers, order.performance),
                      order.toPay ? tr("%1 to pay on account").arg(moneyText(*order.toPay))
                                  : tr("Paid")};
    if (order.inside > 0) {
        lines << tr("%1 of %2 are inside").arg(order.inside).arg(order.places.size());
    }
    m_about->setText(lines.join(QLatin1Char{'\n'}));
    m_placesName->setText(tr("%n tickets", nullptr, static_cast<int>(order.places.size())));
    m_placesName->show();
    const QSignalBlocker quiet{m_places};
    for (const std::string& place : order.places) {
        auto* item = new QListWidgetItem{text(place), m_places};
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    fitPlaces();
}

void HeldPanel::showWaiting(const HeldRow& row, const Offers& offers)
{
    const WaitingPerson& person = *row.waiting;
    const auto count = static_cast<int>(person.waiting.count);
    m_title->setText(person.name.empty() ? tr("Somebody") : isolated(text(person.name)));
    m_about->setText(QStringList{
        text(person.reach), eveningText(offers, person.waiting.performance),
        tr("Waits for %n places since %1", nullptr, count)
            .arg(dayAndTimeText(person.waiting.since, zoneOf(offers, person.waiting.performance))),
        row.isNext              ? tr("Next on the list, and the places are free.")
            : person.placesFree ? tr("The places are free, but somebody came before.")
                                : tr("There are not enough places yet.")}
                         .join(QLatin1Char{'\n'}));
}

void HeldPanel::actFirst()
{
    for (QPushButton* button : {m_sell, m_offer}) {
        if (!button->isHidden() && button->isEnabled()) {
            button->click();
            return;
        }
    }
}

HeldPart HeldPanel::part() const
{
    HeldPart part;
    for (int row = 0; row < m_places->count(); ++row) {
        const QListWidgetItem* item = m_places->item(row);
        if ((item->flags() & Qt::ItemIsUserCheckable) != 0 && item->checkState() == Qt::Checked) {
            part.seats.push_back(static_cast<SeatNumber>(item->data(Qt::UserRole).toUInt()));
        }
    }
    for (const auto& [category, number] : m_standing) {
        if (number->value() > 0) {
            part.standing[category] = number->value();
        }
    }
    return part;
}

std::size_t HeldPanel::partCount() const
{
    const HeldPart meant = part();
    if (meant.isAll()) {
        return m_row.back != nullptr ? m_row.back->places() : 0;
    }
    std::size_t count = meant.seats.size();
    for (const auto& [category, places] : meant.standing) {
        count += static_cast<std::size_t>(places);
    }
    return count;
}

void HeldPanel::showActs()
{
    const HeldBack* back = m_row.back;
    const bool mayAct = back != nullptr && back->here;
    m_sell->setVisible(mayAct || m_row.order != nullptr);
    m_extend->setVisible(mayAct);
    m_letGo->setVisible(mayAct);
    m_offer->setVisible(m_row.waiting != nullptr);
    m_end->setVisible(m_row.waiting != nullptr);
    const auto count = static_cast<int>(partCount());
    if (m_row.order != nullptr) {
        setWords(m_sell, tr("Open the order"), QStringLiteral("F9"));
    } else if (back != nullptr && back->first().kind == hold_kind::kParked) {
        setWords(m_sell, tr("Bring back into the cart"), QStringLiteral("F9"));
    } else if (back != nullptr && back->first().kind == hold_kind::kReservation) {
        setWords(m_sell, tr("Sell now"), QStringLiteral("F9"));
    } else {
        setWords(m_sell, tr("Sell %n places", nullptr, count), QStringLiteral("F9"));
    }
    if (back != nullptr) {
        const bool isReservation = back->first().kind == hold_kind::kReservation;
        setWords(m_letGo,
                 isReservation && part().isAll() ? tr("Cancel the reservation…")
                                                 : tr("Let %n places go…", nullptr, count),
                 QStringLiteral("F8"));
    }
    if (m_row.waiting != nullptr) {
        setWords(m_offer,
                 tr("Reserve %n places for them…", nullptr,
                    static_cast<int>(m_row.waiting->waiting.count)),
                 QStringLiteral("F10"));
        m_offer->setEnabled(m_row.waiting->placesFree);
    }
}

void HeldPanel::offerTimes(PerformanceId performance)
{
    const auto offer = m_snapshot->offers.find(performance);
    const auto starts = offer != m_snapshot->offers.end()
        ? std::optional{offer->second->performance.startsAt}
        : std::nullopt;
    m_ask->until().offer(m_snapshot->asOf, starts, zoneOf(m_snapshot->offers, performance));
}

void HeldPanel::askLetGo()
{
    const auto count = static_cast<int>(partCount());
    const bool isReservation = m_row.back->first().kind == hold_kind::kReservation;
    m_ask->ask({isReservation ? tr("%n places of %1 are free for anybody at once. Nothing was "
                                   "paid, so nothing is given back.",
                                   nullptr, count)
                                    .arg(heldTitle(*m_row.back))
                              : tr("%n places are free for anybody at once.", nullptr, count),
                [count](const QString&) { return tr("Let %n places go", nullptr, count); }, false,
                [this, meant = part()](std::optional<Instant>) { Q_EMIT letGoAsked(meant); }});
}

void HeldPanel::askExtend()
{
    offerTimes(m_row.performance());
    m_ask->ask({tr("All places of it are kept until another time."),
                [](const QString& until) { return tr("Keep %1", "until when").arg(until); }, true,
                [this](std::optional<Instant> until) { Q_EMIT extendAsked(until); }});
}

void HeldPanel::askOffer()
{
    const auto count = static_cast<int>(m_row.waiting->waiting.count);
    offerTimes(m_row.performance());
    m_ask->ask({tr("%n of the best places are reserved under their name, and they leave the list. "
                   "Tell them: %1",
                   nullptr, count)
                    .arg(text(m_row.waiting->reach)),
                [](const QString& until) { return tr("Reserve %1", "until when").arg(until); },
                true, [this](std::optional<Instant> until) { Q_EMIT offerAsked(until); }});
}

} // namespace foyer::ui
