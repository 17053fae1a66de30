// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/offer_panel.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QVBoxLayout>

namespace foyer::ui {
namespace {

/// "Press, Evening Post"; the kind alone where nobody is named.
QString whoseText(const HeldBack& held)
{
    const QString kind = holdKindText(held.first().kind);
    const QString title = heldTitle(held);
    return title == kind ? kind
                         : OfferPanel::tr("%1, %2", "kind of hold, for whom").arg(kind, title);
}

bool isACart(const HeldBack& held)
{
    return held.first().kind == hold_kind::kReservation || held.first().kind == hold_kind::kParked;
}

} // namespace

/// Stands below the plan while a held seat is chosen: whose it is, and what can be done with it.
QFrame* OfferPanel::buildHeldBar()
{
    m_heldBar = makePanel(this);
    auto* column = new QVBoxLayout{m_heldBar};
    column->setContentsMargins(kBetween, kInside, kInside, kInside);
    column->setSpacing(kInside);
    m_heldWords = makeLabel({}, "", m_heldBar);
    m_heldWords->setWordWrap(true);
    column->addWidget(m_heldWords);
    auto* row = new FlowLayout{kInside}; // in no language wider than the plan
    m_heldSell = makeButton({}, "", m_heldBar);
    m_heldShow = makeButton(tr("Keep longer or let go…"), "", m_heldBar);
    auto* close = makeButton(tr("Close"), "quiet", m_heldBar);
    row->addWidget(m_heldSell);
    row->addWidget(m_heldShow);
    row->addWidget(close);
    column->addLayout(row);
    m_heldBar->hide();
    connect(m_heldSell, &QPushButton::clicked, this, [this] {
        if (m_heldSeat) {
            m_presenter.takeFromHold(*m_heldSeat);
            hideHeldSeat();
        }
    });
    connect(m_heldShow, &QPushButton::clicked, this, [this] {
        const HeldBack* held = m_heldSeat ? m_presenter.heldAt(*m_heldSeat) : nullptr;
        if (held != nullptr) {
            Q_EMIT showHeldAsked(held->first().id);
            hideHeldSeat();
        }
    });
    connect(close, &QPushButton::clicked, this, [this] {
        hideHeldSeat();
        m_map->setFocus();
    });
    return m_heldBar;
}

void OfferPanel::showKept()
{
    std::unordered_map<SeatNumber, SeatKept> kept;
    const OpenPerformance& current = *m_presenter.current();
    for (const HeldBack& held : current.held) {
        const SeatKept its{holdLetter(held.first().kind), whoseText(held)};
        for (const StoredHold& hold : held.holds) {
            for (const HeldPlace& place : hold.places) {
                if (place.seat && hold.performance == current.offer->performance.id) {
                    kept[*place.seat] = its;
                }
            }
        }
    }
    m_map->setKept(std::move(kept));
}

void OfferPanel::showHeldSeat(SeatNumber seat)
{
    const HeldBack* held = m_presenter.heldAt(seat);
    if (held == nullptr) {
        showSeatNotHere(seat);
        return;
    }
    m_heldSeat = seat;
    m_heldShow->show();
    const Offer& offer = *m_presenter.current()->offer;
    m_heldWords->setText(
        tr("%1 is held: %2, %3.")
            .arg(text(offer.plan->seatLabel(seat)), whoseText(*held),
                 releaseText(held->first().releaseAt, offer.performance.timeZone)) +
        (held->here ? QString{}
                    : QLatin1Char{' '} + tr("Another counter holds it and lets it go.")));
    m_heldWords->setAccessibleName(m_heldWords->text());
    m_heldSell->setText(
        isACart(*held) ? tr("Bring back all %n places", nullptr, static_cast<int>(held->places()))
                       : tr("Sell this seat"));
    m_heldSell->setAccessibleName(m_heldSell->text());
    m_heldSell->setVisible(held->here);
    m_heldBar->show();
}

/// The same place says why a seat that somebody else could sell cannot be sold here.
void OfferPanel::showSeatNotHere(SeatNumber seat)
{
    hideHeldSeat();
    const auto& current = m_presenter.current();
    if (!current || !current->offer->plan || seat >= current->seats.size() ||
        current->seats[seat] != SeatState::NotHere) {
        return;
    }
    m_heldWords->setText(tr("%1 is not for sale here now: another counter keeps it, or the server "
                            "cannot be asked. Choose another seat.")
                             .arg(text(current->offer->plan->seatLabel(seat))));
    m_heldWords->setAccessibleName(m_heldWords->text());
    m_heldSell->hide();
    m_heldShow->hide();
    m_heldBar->show();
}

void OfferPanel::showHeldCount()
{
    const OpenPerformance& current = *m_presenter.current();
    std::size_t places = 0;
    for (const HeldBack& held : current.held) {
        for (const StoredHold& hold : held.holds) {
            places += hold.performance == current.offer->performance.id ? hold.places.size() : 0;
        }
    }
    m_heldCount->setText(tr("%n held", nullptr, static_cast<int>(places)));
    m_heldCount->setAccessibleName(
        tr("%n places are held; shows what they are for", nullptr, static_cast<int>(places)));
    m_heldCount->setToolTip(m_heldCount->accessibleName());
    m_heldCount->setVisible(places > 0);
}

void OfferPanel::hideHeldSeat()
{
    m_heldSeat.reset();
    m_heldBar->hide();
}

} // namespace foyer::ui
