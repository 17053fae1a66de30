// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/counter_port.h"

#include "app/desktop/held_reading.h"
#include "app/desktop/store_thread.h"
#include "core/services/access_control.h"
#include "core/services/customer_directory.h"
#include "core/services/holds.h"
#include "core/services/waiting_list.h"

namespace foyer::desktop {

void CounterPort::reserve(const ReservationRequest& request, Then<std::vector<StoredHold>> then)
{
    m_store.ask<std::vector<StoredHold>>(
        [request](Counter& counter) { return foyer::reserve(counter, request); }, std::move(then));
}

void CounterPort::placeHold(const HoldRequest& request, Then<HoldId> then)
{
    m_store.ask<HoldId>([request](Counter& counter) { return foyer::placeHold(counter, request); },
                        std::move(then));
}

void CounterPort::parkedCarts(Then<ui::ParkedCarts> then)
{
    m_store.ask<ui::ParkedCarts>(
        [](Counter& counter) -> Result<ui::ParkedCarts> {
            const auto all = heldBack(counter);
            if (!all) {
                return all.error();
            }
            ui::ParkedCarts parked;
            for (const HeldBack& held : *all) {
                if (held.first().kind == hold_kind::kParked && held.here) {
                    parked.carts.push_back(held);
                    addOffers(counter, held, parked.offers);
                }
            }
            return parked;
        },
        std::move(then));
}

void CounterPort::heldCart(const std::vector<HoldId>& holds, const HeldPart& part,
                           Then<ui::HeldCart> then)
{
    m_store.ask<ui::HeldCart>(
        [holds, part](Counter& counter) -> Result<ui::HeldCart> {
            auto held = heldForSale(counter, holds, part);
            if (!held) {
                return std::move(held).error();
            }
            ui::HeldCart back{*std::move(held), {}, {}, {}};
            back.cart = cartForSale(counter, back.held);
            addOffers(counter, back.held, back.offers);
            const auto& customer = back.held.first().customer;
            if (customer && counter.access().may(Permission::ReadCustomers)) {
                if (auto known = counter.customers().open(*customer)) {
                    back.customer = *std::move(known);
                }
            }
            return back;
        },
        std::move(then));
}

void CounterPort::letGo(const std::vector<HoldId>& holds, Then<bool> then)
{
    m_store.ask<bool>([holds](Counter& counter) { return letAllGo(counter, holds, {}); },
                      std::move(then));
}

void CounterPort::joinWaitingList(const WaitingRequest& request, Then<WaitingId> then)
{
    m_store.ask<WaitingId>(
        [request](Counter& counter) { return foyer::joinWaitingList(counter, request); },
        std::move(then));
}

} // namespace foyer::desktop
