// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/show_night.h"

#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/holds.h"
#include "core/services/invoices.h"
#include "core/services/testing_house.h"
#include "core/storage/guest_store.h"
#include "core/storage/provider_payment_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::size_t kInvoicesMax = 10'000; // that are open at once

/// The names behind customer ids, each opened once.
class Names {
public:
    Names(Counter& counter, bool mayRead) : m_counter{counter}, m_mayRead{mayRead} {}

    /// Empty details where nobody is named, or it may not be known.
    const CustomerDetails& of(const std::optional<CustomerId>& customer)
    {
        static const CustomerDetails kNobody;
        if (!customer || !m_mayRead) {
            return kNobody;
        }
        const auto known = m_names.find(*customer);
        if (known != m_names.end()) {
            return known->second;
        }
        const auto opened = m_counter.customers().open(*customer); // erased: no name any more
        return m_names.emplace(*customer, opened ? opened->details : kNobody).first->second;
    }

private:
    Counter& m_counter;
    bool m_mayRead;
    std::map<CustomerId, CustomerDetails> m_names;
};

std::string reachOf(const CustomerDetails& details)
{
    return details.phone.empty() ? details.email : details.phone;
}

/// The tickets of an order stand together, whatever stands between them by seat.
class OrdersInAName {
public:
    void take(const Guest& guest, const CustomerDetails& whose, PerformanceId performance)
    {
        if (whose.name.empty()) {
            return;
        }
        const auto [at, isNew] = m_at.try_emplace(guest.orderCode, m_orders.size());
        if (isNew) {
            m_orders.push_back({.performance = performance,
                                .name = whose.name,
                                .reach = reachOf(whose),
                                .code = guest.orderCode,
                                .isReserved = false,
                                .places = {},
                                .inside = 0,
                                .toPay = std::nullopt,
                                .until = std::nullopt});
        }
        WillCall& order = m_orders[at->second];
        order.places.push_back(guest.place);
        order.inside += guest.admittedAt ? 1 : 0;
    }
    std::vector<WillCall>& orders() { return m_orders; }

private:
    std::vector<WillCall> m_orders;
    std::map<std::string, std::size_t> m_at;
};

/// What is still to be paid on account, by the order that people hold.
void addOpenInvoices(Counter& counter, std::vector<WillCall>& orders)
{
    for (const Invoice& invoice : readOpenInvoices(counter, kInvoicesMax)) {
        const std::string code = displayOrderCode(invoice.orderCode);
        const auto order = std::ranges::find(orders, code, &WillCall::code);
        if (order != orders.end() && !invoice.open.isNegative()) {
            order->toPay = order->toPay ? *order->toPay + invoice.open : invoice.open;
        }
    }
}

/// What people come to pay, and until then hold no tickets of: they are not on the door list.
void addAwaited(const std::map<std::string, std::int64_t>& awaited, Currency currency,
                std::vector<WillCall>& orders)
{
    for (WillCall& order : orders) {
        if (const auto open = awaited.find(order.code); open != awaited.end()) {
            const Money amount{open->second, currency};
            order.toPay = order.toPay ? *order.toPay + amount : amount;
        }
    }
}

/// The same by the codes as people read them.
std::map<std::string, std::int64_t> awaitedByCode(Counter& counter)
{
    std::map<std::string, std::int64_t> awaited;
    for (const auto& [code, amount] : readAwaitedByOrder(counter.database(), counter.organizer())) {
        awaited.emplace(displayOrderCode(code), amount);
    }
    return awaited;
}

void addReservations(Counter& counter, const Offer& offer, bool withNames,
                     std::vector<WillCall>& list)
{
    for (const HeldBack& held : readHeldBack(counter, offer.performance.id, true, withNames)) {
        if (held.first().kind != hold_kind::kReservation) {
            continue;
        }
        WillCall reserved{.performance = offer.performance.id,
                          .name = held.name,
                          .reach = held.reach,
                          .code = displayOrderCode(held.first().code),
                          .isReserved = true,
                          .places = {},
                          .inside = 0,
                          .toPay = held.price,
                          .until = held.first().releaseAt};
        for (const StoredHold& hold : held.holds) {
            reserved.holds.push_back(hold.id);
            for (const HeldPlace& place : hold.places) {
                if (hold.performance == offer.performance.id) {
                    const PriceCategory* category = offer.category(place.category);
                    reserved.places.push_back(place.seat && offer.plan
                                                  ? offer.plan->seatLabel(*place.seat)
                                                  : category != nullptr ? category->name
                                                                        : std::string{});
                }
            }
        }
        list.push_back(std::move(reserved));
    }
}

Result<ShowNight> read(Counter& counter, PerformanceId performance, bool withNames)
{
    auto offer = offerOf(counter, performance);
    if (!offer) {
        return std::move(offer).error();
    }
    ShowNight night{.offer = *std::move(offer),
                    .asOf = counter.clock().now(),
                    .guests = {},
                    .sold = {},
                    .willCall = {},
                    .specimen = printsSpecimens(counter)};
    if (night.offer->plan) {
        night.sold.assign(night.offer->plan->seats.size(), false);
    }
    Names names{counter, withNames};
    OrdersInAName orders;
    const auto awaited = awaitedByCode(counter);
    readGuests(counter.database(), counter.organizer(), performance, [&](const GuestRow& row) {
        const CustomerDetails& whose = names.of(row.customer);
        const Guest guest{whose.name, displayOrderCode(row.orderCode),
                          row.place,  row.typeName,
                          row.seat,   row.admittedAt};
        orders.take(guest, whose, performance);
        if (!awaited.contains(guest.orderCode)) {
            night.guests.push_back(guest);
        }
        if (row.seat && *row.seat < night.sold.size()) {
            night.sold[*row.seat] = true;
        }
    });
    addOpenInvoices(counter, orders.orders());
    addAwaited(awaited, night.offer->organizer.currency, orders.orders());
    night.willCall = std::move(orders.orders());
    addReservations(counter, *night.offer, withNames, night.willCall);
    return night;
}

} // namespace

Result<ShowNight> showNight(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<ShowNight> {
        if (auto may =
                counter.access().require(Permission::ReadOrders, eventOf(counter, performance));
            !may) {
            return std::move(may).error();
        }
        return read(counter, performance,
                    counter.access().may(Permission::ReadCustomers, {},
                                         eventOf(counter, performance)));
    });
}

Result<void> permitPapers(Counter& counter)
{
    return guarded([&]() -> Result<void> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return may;
        }
        return counter.access().require(Permission::ReadCustomers);
    });
}

Result<ShowNight> keptShowNight(Counter& counter, PerformanceId performance)
{
    return guarded([&] { return read(counter, performance, true); });
}

} // namespace foyer
