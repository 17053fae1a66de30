// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/waiting_list.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/seats.h"

#include <algorithm>

namespace foyer {

Result<WaitingId> joinWaitingList(Counter& counter, const WaitingRequest& request)
{
    return guarded([&]() -> Result<WaitingId> {
        const auto permit = counter.access().permit(Permission::Reserve);
        if (!permit) {
            return permit.error();
        }
        if (request.customer.isEmpty()) {
            return badInput("customer_needed",
                            "Say who waits, and how to reach them: a name and a telephone number "
                            "or an email address.",
                            "customer");
        }
        constexpr std::int64_t kMost = 1000;
        if (request.count < 1 || request.count > kMost) {
            return badInput("bad_count", "Say how many places are wanted, at least one.", "count");
        }
        const auto selling = counter.offers().offer(request.performance);
        if (!selling) {
            return refused("unknown_performance",
                           "This performance is not known here. Choose it again from the list.",
                           "performance");
        }
        if (!request.category.isNil() && selling->offer.category(request.category) == nullptr) {
            return badInput("unknown_category", "This event has no such category.", "category");
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = counter.customers().record(act, request.customer);
        if (!customer) {
            return customer.error();
        }
        const WaitingId id{Uuid::v7(counter.clock().now(), counter.random())};
        act.append(kind::kWaitingJoined,
                   encode(WaitingJoined{id, request.performance, *customer, request.count,
                                        request.category}));
        act.commit();
        counter.noteHead();
        counter.customers().remember({*customer, request.customer});
        return id;
    });
}

Result<std::vector<WaitingPerson>> waitingList(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<WaitingPerson>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const auto left = placesLeft(counter, performance);
        if (!left) {
            return left.error();
        }
        const bool mayReadNames = counter.access().may(Permission::ReadCustomers);
        std::vector<WaitingPerson> list;
        for (const StoredWaiting& waiting :
             readWaiting(counter.database(), counter.organizer(), performance)) {
            WaitingPerson person{waiting, {}, {}, false};
            if (const auto customer = counter.customers().open(waiting.customer);
                customer && mayReadNames) {
                person.name = customer->details.name;
                person.reach = customer->details.phone.empty() ? customer->details.email
                                                               : customer->details.phone;
            }
            person.placesFree = std::ranges::any_of(*left, [&](const auto& category) {
                return (waiting.category.isNil() || waiting.category == category.first) &&
                    category.second >= waiting.count;
            });
            list.push_back(std::move(person));
        }
        return list;
    });
}

Result<std::optional<WaitingPerson>> nextWaiting(Counter& counter, PerformanceId performance)
{
    const auto list = waitingList(counter, performance);
    if (!list) {
        return list.error();
    }
    const auto next = std::ranges::find(*list, true, &WaitingPerson::placesFree);
    return next != list->end() ? std::optional{*next} : std::nullopt;
}

Result<void> endWaiting(Counter& counter, WaitingId waiting, bool served)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::Reserve);
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kWaitingEnded, encode(WaitingEnded{waiting, served ? "served" : "left"}));
        act.commit();
        counter.noteHead();
        return {};
    });
}

} // namespace foyer
