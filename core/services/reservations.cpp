// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/quote.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/hold_refusals.h"
#include "core/services/holds.h"
#include "core/services/places.h"
#include "core/services/sales.h"
#include "core/storage/held_store.h"
#include "core/storage/order_store.h"

namespace foyer {
namespace {

Result<std::optional<CustomerId>> customerFor(Counter& counter, Journal::Act& act,
                                              const ReservationRequest& request)
{
    if (request.newCustomer && !request.newCustomer->isEmpty()) {
        const auto recorded = counter.customers().record(act, *request.newCustomer);
        return recorded ? Result<std::optional<CustomerId>>{*recorded} : recorded.error();
    }
    if (request.customer && !counter.customers().knows(*request.customer)) {
        return refused("unknown_customer", "This customer is not known any more. Search again.",
                       "customer");
    }
    if (!request.customer && !request.parked) {
        return badInput("customer_needed", "Say for whom the places are reserved: at least a name.",
                        "customer");
    }
    return request.customer;
}

/// One hold for each performance of a cart, with the quotas that the tickets would spend.
std::map<PerformanceId, PlacesHeld> holdsFor(const Cart& cart, const Quote& quote)
{
    std::map<PerformanceId, PlacesHeld> holds;
    for (const QuoteLine& line : quote.lines) {
        if (line.kind == QuoteLine::Kind::Ticket) {
            const CartItem& item = cart.items[line.item];
            holds[item.performance].places.push_back(
                {item.seat, item.category, item.type, line.quotas});
        }
    }
    return holds;
}

std::vector<HeldTerms::Cut> cutsOf(const Cart& cart, PerformanceId performance)
{
    std::vector<HeldTerms::Cut> cuts;
    for (const CartItem& item : cart.items) {
        if (item.reduction && item.performance == performance) {
            cuts.push_back({item.seat, item.category, item.type, *item.reduction});
        }
    }
    return cuts;
}

std::vector<PlaceWanted> wantedOf(const PlacesHeld& held)
{
    std::vector<PlaceWanted> wanted;
    for (const HeldPlace& place : held.places) {
        wanted.push_back({held.performance, place.seat, place.quotas});
    }
    return wanted;
}

/// One hold for each performance, under the next code of this counter's series.
Result<std::vector<HoldId>> appendHolds(Counter& counter, Journal::Act& act,
                                        const ReservationRequest& request,
                                        const std::optional<CustomerId>& customer,
                                        const Quote& priced)
{
    const std::int64_t number =
        readSeriesUsed(counter.database(), counter.organizer(), counter.series()) + 1;
    const Instant now = counter.clock().now();
    std::vector<HoldId> ids;
    for (auto& [performance, held] : holdsFor(request.cart, priced)) {
        held.hold = HoldId{Uuid::v7(now, counter.random())};
        held.performance = performance;
        held.kind = request.parked ? hold_kind::kParked : hold_kind::kReservation;
        held.label = request.label;
        held.releaseAt = request.parked && !request.expiresAt
            ? std::optional{Instant{now.ms + kParkedMs}}
            : request.expiresAt;
        held.customer = customer;
        held.series = counter.series();
        held.number = number;
        held.code = orderCode(held.series, static_cast<std::uint64_t>(number));
        held.terms.cuts = cutsOf(request.cart, performance);
        if (ids.empty()) { // once: a donation is not given for each evening
            held.terms.promoCode = request.cart.promoCode;
            held.terms.donationMinor = request.cart.donationMinor;
        }
        if (auto secured = securePlaces(counter, act, wantedOf(held)); !secured) {
            return std::move(secured).error();
        }
        act.append(kind::kReservationPlaced, encode(held));
        ids.push_back(held.hold);
    }
    return ids;
}

} // namespace

Result<std::vector<StoredHold>> reserve(Counter& counter, const ReservationRequest& request)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const Permission permission = request.parked ? Permission::Sell : Permission::Reserve;
        const auto permit =
            counter.access().permit(permission, {}, eventsIn(counter, request.cart));
        if (!permit) {
            return permit.error();
        }
        if (auto later = checkRelease(counter, request.expiresAt); !later) {
            return std::move(later).error();
        }
        const auto priced = quote(counter, request.cart);
        if (!priced) {
            return priced.error();
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = customerFor(counter, act, request);
        if (!customer) {
            return customer.error();
        }
        if (auto taken = releaseForSale(counter, act, request.fromHolds, request.cart, "moved");
            !taken) {
            return std::move(taken).error();
        }
        const auto ids = appendHolds(counter, act, request, *customer, *priced);
        if (!ids) {
            return ids.error();
        }
        if (request.serves) {
            if (!readWaiting(counter.database(), counter.organizer(), *request.serves)) {
                return unknownWaiting();
            }
            act.append(kind::kWaitingEnded, encode(WaitingEnded{*request.serves, "served"}));
        }
        act.commit();
        counter.noteHead();
        if (request.newCustomer && *customer) {
            counter.customers().remember({**customer, *request.newCustomer});
        }
        std::vector<StoredHold> stored;
        for (const HoldId id : *ids) {
            stored.push_back(*readHold(counter.database(), counter.organizer(), id));
        }
        return stored;
    });
}

} // namespace foyer
