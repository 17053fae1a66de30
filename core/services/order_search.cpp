// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_search.h"

#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/cash_rounding.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/ticket_codes.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/customer_desk_store.h"
#include "core/storage/order_store.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::size_t kPerformancesSearched = 120;
constexpr std::size_t kCustomersSearched = 20;
constexpr std::size_t kSeatsNamed = 6; // in a summary; more is a number
constexpr std::size_t kSeatTextMax = 30;

/// The ids found so far, each once, in the order in which they were found.
class Findings {
public:
    /// `mayFind`: whether it is for the eyes of whoever searches; none: all are.
    Findings(std::size_t limit, std::function<bool(OrderId)> mayFind)
        : m_limit{limit}, m_mayFind{std::move(mayFind)}
    {}

    void add(OrderId id)
    {
        if (!isFull() && m_seen.insert(id).second && (!m_mayFind || m_mayFind(id))) {
            m_ids.push_back(id);
        }
    }
    /// How many to look at for each way of finding: of those that are left out come others instead.
    std::size_t lookAt() const { return m_mayFind ? kScopedLookMax : m_limit; }
    void add(const std::vector<OrderId>& ids)
    {
        for (const OrderId id : ids) {
            add(id);
        }
    }
    bool isFull() const { return m_ids.size() >= m_limit; }
    const std::vector<OrderId>& ids() const { return m_ids; }

private:
    static constexpr std::size_t kScopedLookMax = 2'000;
    std::size_t m_limit;
    std::function<bool(OrderId)> m_mayFind;
    std::vector<OrderId> m_ids;
    std::unordered_set<OrderId> m_seen;
};

/// The ticket that a scanned code names, if it is genuine, whenever it was valid.
std::optional<TicketId> scannedTicket(Counter& counter, const std::string& code)
{
    const auto verified = ticketVerifier(counter).verify(code, counter.clock().now());
    const bool isSigned = verified.authenticity == TicketAuthenticity::Genuine ||
        verified.authenticity == TicketAuthenticity::TooEarly ||
        verified.authenticity == TicketAuthenticity::Expired;
    return isSigned ? std::optional{verified.claims.ticket} : std::nullopt;
}

/// Seats are looked for where people come with them: around now and in the time to come.
void addBySeat(Counter& counter, const OrderSearch& search, Findings& found)
{
    const bool maybeSeat = search.words.size() <= kSeatTextMax &&
        std::ranges::any_of(search.words, [](char each) { return each >= '0' && each <= '9'; });
    if (!maybeSeat) {
        return;
    }
    std::vector<PerformanceId> where;
    if (search.performance) {
        where.push_back(*search.performance);
    } else if (const auto coming = performances(counter, {counter.clock().now().ms - kDayMs})) {
        for (const PerformanceSummary& each : *coming) {
            if (each.seated && where.size() < kPerformancesSearched) {
                where.push_back(each.id);
            }
        }
    }
    std::map<const SeatingPlan*, std::vector<SeatNumber>> named; // many share one plan
    for (const PerformanceId performance : where) {
        const auto selling = counter.offers().offer(performance);
        const SeatingPlan* plan = selling ? selling->offer.plan.get() : nullptr;
        if (plan == nullptr) {
            continue;
        }
        if (!named.contains(plan)) {
            named.emplace(plan, plan->seatsNamed(search.words));
        }
        for (const SeatNumber seat : named.at(plan)) {
            if (const auto order =
                    readOrderOfSeat(counter.database(), counter.organizer(), performance, seat)) {
                found.add(*order);
            }
        }
    }
}

void addByAmount(Counter& counter, const std::string& words, Findings& found)
{
    const auto amount = parseMoney(words, houseCurrency(counter));
    // A bare number is a seat or a phone number far more often than an amount.
    const bool isWritten = words.find_first_of(".,") != std::string::npos;
    if (!amount || amount->minor() <= 0 || !isWritten) {
        return;
    }
    found.add(readOrdersSince(counter.database(), counter.organizer(),
                              {counter.clock().now().ms - kAmountSearchMs}, amount->minor(),
                              found.lookAt()));
}

void addByPerson(Counter& counter, const std::string& words, Findings& found)
{
    if (!counter.access().mayForSome(Permission::ReadCustomers)) {
        return;
    }
    for (const Customer& customer : counter.customers().search(words, kCustomersSearched)) {
        for (const CustomerId each :
             readMergedGroup(counter.database(), counter.organizer(), customer.id)) {
            found.add(readOrdersOf(counter.database(), counter.organizer(), each, found.lookAt()));
        }
    }
}

void addLatest(Counter& counter, Findings& found)
{
    found.add(readOrdersSince(counter.database(), counter.organizer(),
                              {counter.clock().now().ms - kLatestOrdersMs}, std::nullopt,
                              found.lookAt()));
    if (found.ids().empty()) {
        found.add(readOrdersSince(counter.database(), counter.organizer(), {0}, std::nullopt,
                                  found.lookAt()));
    }
}

/// "2 × Adult, 1 × Child · Stalls F7, F8".
std::string summaryOf(const StandingOrder& order)
{
    std::vector<std::pair<std::string, int>> types;
    std::string seats;
    std::size_t named = 0;
    for (const StandingLine& line : order.lines) {
        if (line.state == TicketState::Voided) {
            continue;
        }
        const auto known =
            std::ranges::find(types, line.sold.typeName, &std::pair<std::string, int>::first);
        if (known != types.end()) {
            ++known->second;
        } else {
            types.emplace_back(line.sold.typeName, 1);
        }
        if (line.sold.seat && ++named <= kSeatsNamed) {
            seats += (seats.empty() ? "" : ", ") + line.sold.seatLabel;
        }
    }
    std::string summary;
    for (const auto& [type, count] : types) {
        summary += (summary.empty() ? "" : ", ") + std::to_string(count) + " × " + type;
    }
    if (!seats.empty()) {
        summary += " · " + seats + (named > kSeatsNamed ? " …" : "");
    }
    return summary;
}

FoundOrder foundFrom(Counter& counter, const StandingOrder& order)
{
    FoundOrder found{.id = order.id,
                     .code = order.code,
                     .placedAt = order.placedAt,
                     .total = Money{order.voided ? 0 : order.worth(), order.currency},
                     .summary = summaryOf(order),
                     .tickets = order.lines.size(),
                     .isHere = order.replica == counter.replica(),
                     .isAwaited = !order.voided && order.awaited() > 0};
    for (const StandingLine& line : order.lines) {
        found.valid += line.state != TicketState::Voided ? 1 : 0;
        found.admitted += line.state == TicketState::Admitted ? 1 : 0;
    }
    if (order.customer &&
        counter.access().may(Permission::ReadCustomers, {}, eventsOf(counter, order.id))) {
        if (const auto customer = counter.customers().open(*order.customer)) {
            found.customerName = customer->details.name;
        }
    }
    return found;
}

} // namespace

Result<std::vector<FoundOrder>> findOrders(Counter& counter, const OrderSearch& search)
{
    return guarded([&]() -> Result<std::vector<FoundOrder>> {
        // Who works for some events only finds their orders.
        const bool isOfHouse = !counter.access().mayForSome(Permission::ReadOrders) ||
            counter.access().may(Permission::ReadOrders);
        if (isOfHouse) {
            if (auto may = counter.access().require(Permission::ReadOrders); !may) {
                return std::move(may).error();
            }
        }
        Database& database = counter.database();
        Findings found{search.limit,
                       isOfHouse ? std::function<bool(OrderId)>{} : [&counter](OrderId id) {
                           return counter.access().may(Permission::ReadOrders, {},
                                                       eventsOf(counter, id));
                       }};
        std::optional<TicketId> scanned;
        if (search.words.empty()) {
            addLatest(counter, found);
        } else if ((scanned = scannedTicket(counter, search.words))) {
            if (const auto ticket = readTicket(database, counter.organizer(), *scanned);
                ticket && !ticket->order.isNil()) {
                found.add(ticket->order);
            }
        } else {
            if (const auto code = normalizedOrderCode(search.words)) {
                if (const auto id = readOrderIdByCode(database, counter.organizer(), *code)) {
                    found.add(*id);
                }
            }
            addBySeat(counter, search, found);
            addByAmount(counter, search.words, found);
            addByPerson(counter, search.words, found);
        }
        std::vector<FoundOrder> orders;
        for (const OrderId id : found.ids()) {
            if (const auto order = readStandingOrder(database, counter.organizer(), id)) {
                orders.push_back(foundFrom(counter, *order));
                orders.back().scanned = scanned;
            }
        }
        return orders;
    });
}

} // namespace foyer
