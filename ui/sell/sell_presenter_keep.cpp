// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_code.h"
#include "ui/common/error_text.h"
#include "ui/common/formatting.h"
#include "ui/common/held_text.h"
#include "ui/sell/sell_presenter.h"

#include <QPointer>

#include <algorithm>
#include <set>

namespace foyer::ui {
namespace {

bool isKept(const HeldBack& held, const CartItem& item)
{
    return std::ranges::any_of(held.holds, [&](const StoredHold& hold) {
        return hold.performance == item.performance &&
            std::ranges::any_of(hold.places, [&](const HeldPlace& place) {
                   return place.seat == item.seat && place.category == item.category;
               });
    });
}

bool isOfTheHouse(const HeldBack& held)
{
    return held.first().kind != hold_kind::kReservation && held.first().kind != hold_kind::kParked;
}

std::vector<HoldId> idsOf(const HeldBack& held)
{
    std::vector<HoldId> ids;
    for (const StoredHold& hold : held.holds) {
        ids.push_back(hold.id);
    }
    return ids;
}

} // namespace

const HeldBack* SellPresenter::heldAt(SeatNumber seat) const
{
    if (!m_current) {
        return nullptr;
    }
    for (const HeldBack& held : m_current->held) {
        for (const StoredHold& hold : held.holds) {
            if (hold.performance == m_current->offer->performance.id &&
                std::ranges::find(hold.places, std::optional{seat}, &HeldPlace::seat) !=
                    hold.places.end()) {
                return &held;
            }
        }
    }
    return nullptr;
}

QString SellPresenter::cartInWords() const
{
    QStringList evenings;
    std::vector<PerformanceId> done;
    for (const CartItem& first : m_cart.items) {
        const Offer* of = offer(first.performance);
        if (of == nullptr || std::ranges::find(done, first.performance) != done.end()) {
            continue;
        }
        done.push_back(first.performance);
        std::vector<HeldPlace> places;
        for (const CartItem& item : m_cart.items) {
            if (item.performance == first.performance) {
                places.push_back({item.seat, item.category, item.type, {}});
            }
        }
        evenings << isolated(text(of->event.name)) + QStringLiteral(" · ") +
                dayAndTimeText(of->performance.startsAt, of->performance.timeZone) +
                QStringLiteral("\n") + placesInWords(*of, places);
    }
    return evenings.join(QLatin1Char{'\n'});
}

std::vector<HoldId> SellPresenter::fromHolds() const
{
    std::vector<HoldId> ids;
    for (const HeldBack& held : m_takenFrom) {
        const bool any = !isOfTheHouse(held) ||
            std::ranges::any_of(m_cart.items,
                                [&](const CartItem& item) { return isKept(held, item); });
        const auto its = any ? idsOf(held) : std::vector<HoldId>{};
        ids.insert(ids.end(), its.begin(), its.end());
    }
    return ids;
}

void SellPresenter::nameCustomer(ReservationRequest& request,
                                 const std::optional<CustomerDetails>& somebody) const
{
    if (m_customer && !m_customer->id.isNil()) {
        request.customer = m_customer->id;
    } else if (m_customer) {
        request.newCustomer = m_customer->details;
    } else {
        request.newCustomer = somebody;
    }
}

void SellPresenter::park()
{
    if (m_stage != Stage::Choosing || m_keeping || m_cart.items.empty()) {
        return;
    }
    ReservationRequest request;
    request.cart = m_cart;
    request.parked = true;
    request.fromHolds = fromHolds();
    nameCustomer(request, std::nullopt);
    m_keeping = true;
    m_port.reserve(request,
                   [this, self = QPointer{this},
                    kept = m_cart](const Result<std::vector<StoredHold>>& parked) {
                       if (!self) {
                           return;
                       }
                       m_keeping = false;
                       if (!parked) {
                           fail(parked.error());
                           return;
                       }
                       forgetKept(kept);
                       Q_EMIT this->kept(tr("Parked as %1. F7 brings it back.")
                                             .arg(text(displayOrderCode(parked->front().code))));
                   });
}

void SellPresenter::reserve(const std::optional<CustomerDetails>& somebody,
                            std::optional<Instant> until,
                            SellPort::Then<std::vector<StoredHold>> then)
{
    if (m_stage != Stage::Choosing || m_keeping || m_cart.items.empty()) {
        return;
    }
    ReservationRequest request;
    request.cart = m_cart;
    request.expiresAt = until;
    request.fromHolds = fromHolds();
    nameCustomer(request, somebody);
    m_keeping = true;
    m_port.reserve(request,
                   [this, self = QPointer{this}, kept = m_cart,
                    then = std::move(then)](const Result<std::vector<StoredHold>>& reserved) {
                       if (!self) {
                           return;
                       }
                       m_keeping = false;
                       if (reserved) {
                           forgetKept(kept);
                       }
                       then(reserved);
                       if (reserved) {
                           Q_EMIT this->kept(
                               tr("Reserved as %1. It is paid when it is picked up.")
                                   .arg(text(displayOrderCode(reserved->front().code))));
                       }
                   });
}

void SellPresenter::hold(const std::string& kind, const std::string& label,
                         std::optional<Instant> until, SellPort::Then<HoldId> then)
{
    if (m_stage != Stage::Choosing || m_keeping || m_cart.items.empty()) {
        return;
    }
    HoldRequest request{.performance = m_cart.items.front().performance,
                        .kind = kind,
                        .label = label,
                        .seats = {},
                        .standing = {},
                        .releaseAt = until,
                        .fromHolds = fromHolds()};
    for (const CartItem& item : m_cart.items) {
        if (item.performance != request.performance) {
            then(refused("several_evenings",
                         tr("Places are held for one performance at a time. Take the others out of "
                            "the cart first.")
                             .toStdString()));
            return;
        }
        if (item.seat) {
            request.seats.push_back(*item.seat);
        } else {
            ++request.standing[item.category];
        }
    }
    m_keeping = true;
    m_port.placeHold(request,
                     [this, self = QPointer{this}, kept = m_cart, kind,
                      then = std::move(then)](const Result<HoldId>& held) {
                         if (!self) {
                             return;
                         }
                         m_keeping = false;
                         if (held) {
                             forgetKept(kept);
                         }
                         then(held);
                         if (held) {
                             Q_EMIT this->kept(tr("%n places are held: %1", nullptr,
                                                  static_cast<int>(kept.items.size()))
                                                   .arg(holdKindText(kind)));
                         }
                     });
}

void SellPresenter::forgetKept(const Cart& kept)
{
    for (const CartItem& item : kept.items) {
        const auto same = std::ranges::find(m_cart.items, item);
        if (same != m_cart.items.end()) {
            m_cart.items.erase(same);
        }
    }
    if (m_cart.items.empty()) {
        m_cart = {};
    }
    m_removed = {};
    m_takenFrom = {};
    m_removedFrom = {};
    m_customer.reset();
    Q_EMIT failed({}, {});
    requote();
    Q_EMIT customerChanged();
    refreshCurrent();
    reload();
}

void SellPresenter::resume(const std::vector<HoldId>& holds, const HeldPart& part)
{
    if (m_stage != Stage::Choosing || m_keeping) {
        return;
    }
    m_port.heldCart(holds, part, [this, self = QPointer{this}](const Result<HeldCart>& back) {
        if (!self || m_stage != Stage::Choosing) {
            return;
        }
        if (!back) {
            fail(back.error());
            return;
        }
        if (!m_cart.items.empty() && !isOfTheHouse(back->held)) {
            fail(refused(
                "cart_not_empty",
                tr("There is a cart already. Park it with F7 or sell it first.").toStdString()));
            return;
        }
        takeIn(*back);
    });
}

void SellPresenter::takeIn(const HeldCart& back)
{
    for (const auto& [performance, offer] : back.offers) {
        m_offers[performance] = offer;
    }
    if (m_cart.items.empty()) {
        m_cart.promoCode = back.cart.promoCode;
        m_cart.donationMinor = back.cart.donationMinor;
    }
    for (const CartItem& item : back.cart.items) {
        const bool isThere =
            item.seat && std::ranges::find(m_cart.items, item) != m_cart.items.end();
        if (!isThere) {
            m_cart.items.push_back(item);
        }
    }
    const HoldId first = back.held.first().id;
    const auto known = std::ranges::find_if(m_takenFrom, [&](const HeldBack& held) {
        return held.first().id == first;
    });
    if (known != m_takenFrom.end()) {
        auto& places = known->holds.front().places;
        const auto& more = back.held.first().places;
        places.insert(places.end(), more.begin(), more.end());
    } else {
        m_takenFrom.push_back(back.held);
    }
    m_removed = {};
    m_removedFrom = {};
    m_lastSale.reset();
    if (back.customer && !m_customer) {
        m_customer = back.customer;
        Q_EMIT customerChanged();
    }
    Q_EMIT failed({}, {});
    requote();
    openPerformance(back.held.first().performance);
    Q_EMIT resumed();
}

void SellPresenter::takeFromHold(SeatNumber seat)
{
    const HeldBack* held = heldAt(seat);
    if (held != nullptr) {
        resume(idsOf(*held), isOfTheHouse(*held) ? HeldPart{{seat}, {}} : HeldPart{});
    }
}

void SellPresenter::freeOwnPlaces()
{
    const PerformanceId open = m_current->offer->performance.id;
    for (const HeldBack& held : m_takenFrom) {
        for (const StoredHold& hold : held.holds) {
            for (const HeldPlace& place : hold.places) {
                if (hold.performance != open) {
                    continue;
                }
                if (place.seat && *place.seat < m_current->seats.size() &&
                    m_current->seats[*place.seat] == SeatState::Held) {
                    m_current->seats[*place.seat] = SeatState::Free;
                }
                const auto left = m_current->left.find(place.category);
                if (left != m_current->left.end() && left->second < INT64_MAX) {
                    ++left->second;
                }
            }
        }
    }
}

void SellPresenter::joinWaitingList(const CustomerDetails& somebody, std::int64_t count,
                                    CategoryId category, SellPort::Then<WaitingId> then)
{
    if (!m_current) {
        return;
    }
    m_port.joinWaitingList({m_current->offer->performance.id, somebody, count, category},
                           [this, self = QPointer{this},
                            then = std::move(then)](const Result<WaitingId>& joined) {
                               if (!self) {
                                   return;
                               }
                               then(joined);
                               if (joined) {
                                   Q_EMIT kept(tr("On the waiting list. Held says who is next when "
                                                  "places come free."));
                               }
                           });
}

} // namespace foyer::ui
