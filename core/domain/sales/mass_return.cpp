// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/mass_return.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

#include <algorithm>
#include <set>
#include <utility>

namespace foyer {
namespace {

void addWay(std::vector<ReturnWay>& ways, const ReturnWay& way)
{
    const auto key = [](const ReturnWay& each) {
        return std::pair{each.method, std::string{each.money.currency().code()}};
    };
    const auto at = std::ranges::lower_bound(ways, key(way), {}, key);
    if (at != ways.end() && key(*at) == key(way)) {
        at->money += way.money;
    } else if (!way.money.isZero()) {
        ways.insert(at, way);
    }
}

} // namespace

Bytes encode(const MassReturnBegun& body)
{
    CborWriter writer;
    writer.map(6);
    writer.field("id", body.id.uuid.bytes());
    writer.field("orders", body.orders);
    writer.field("reason", body.reason);
    writer.field("tickets", body.tickets);
    writer.text("keep_fees").boolean(body.keepFees);
    writer.field("performance", body.performance.uuid.bytes());
    return writer.take();
}

Bytes encode(const MassReturnEnded& body)
{
    CborWriter writer;
    writer.map(1);
    writer.field("id", body.id.uuid.bytes());
    return writer.take();
}

Result<MassReturnBegun> decodeMassReturnBegun(const CborValue& body)
{
    FieldReader fields{kind::kMassReturnBegun};
    return fields.checked(MassReturnBegun{fields.id<MassReturnId>(body["id"]),
                                          fields.id<PerformanceId>(body["performance"]),
                                          fields.text(body["reason"], "reason"),
                                          body["keep_fees"].asBool(),
                                          fields.integer(body["orders"], 0, INT64_MAX),
                                          fields.integer(body["tickets"], 0, INT64_MAX)});
}

Result<MassReturnEnded> decodeMassReturnEnded(const CborValue& body)
{
    FieldReader fields{kind::kMassReturnEnded};
    return fields.checked(MassReturnEnded{fields.id<MassReturnId>(body["id"])});
}

ReturnCourse courseOf(const StandingOrder& order, const std::vector<RefundPart>& parts,
                      bool hasReturnable)
{
    if (!hasReturnable) {
        return ReturnCourse::Used;
    }
    if (order.awaited() > 0) {
        return ReturnCourse::Awaited;
    }
    const bool needsCustomer = std::ranges::any_of(parts, [](const RefundPart& part) {
        return part.method == PaymentMethod::Cash || part.method == PaymentMethod::CardTerminal;
    });
    return needsCustomer ? ReturnCourse::AtCounter : ReturnCourse::ByItself;
}

std::optional<ReturnDue> returnDueOf(const StandingOrder& order, PerformanceId performance,
                                     bool keepFees, std::int64_t cashStep)
{
    if (order.voided) {
        return std::nullopt;
    }
    ReturnDue due{.order = order.id,
                  .code = order.code,
                  .customer = order.customer,
                  .tickets = {},
                  .back = Money{0, order.currency}};
    for (const StandingLine& line : order.lines) {
        if (line.sold.performance == performance && line.state == TicketState::Sold) {
            due.tickets.push_back(line.sold.ticket);
        } else if (line.sold.performance == performance && line.state == TicketState::Admitted) {
            ++due.admitted;
        }
    }
    std::vector<RefundPart> parts;
    if (!due.tickets.empty()) {
        // Neither can refuse: the tickets are valid, and no more is asked than they are worth.
        const auto returned = returnOf(order, {due.tickets, keepFees, std::nullopt});
        const std::int64_t worth = returned ? returned->total() : 0;
        const auto ways = refundParts(order, worth, cashStep);
        parts = ways ? *ways : std::vector<RefundPart>{};
        due.back = Money{worth, order.currency};
    }
    for (const RefundPart& part : parts) {
        addWay(due.ways, {part.method, Money{part.handed(), order.currency}});
    }
    due.course = courseOf(order, parts, !due.tickets.empty());
    return due;
}

void addMoney(std::vector<Money>& sums, Money money)
{
    const auto at = std::ranges::find(sums, money.currency(), &Money::currency);
    if (at != sums.end()) {
        *at += money;
    } else if (!money.isZero()) {
        const auto place = std::ranges::find_if(sums, [&](const Money& each) {
            return each.currency().code() > money.currency().code();
        });
        sums.insert(place, money);
    }
}

MassReturnPlan planOf(std::span<const ReturnDue> dues)
{
    MassReturnPlan plan;
    std::set<std::pair<ReturnCourse, OrderId>> counted;
    std::set<OrderId> named;
    for (const ReturnDue& due : dues) {
        ReturnShare& share = plan.shares[due.course];
        share.orders += counted.insert({due.course, due.order}).second ? 1 : 0;
        share.tickets += static_cast<std::int64_t>(due.tickets.size());
        addMoney(share.money, due.back);
        for (const ReturnWay& way : due.ways) {
            addWay(share.ways, way);
        }
        plan.admitted += due.admitted;
        plan.customers += due.customer && named.insert(due.order).second ? 1 : 0;
    }
    return plan;
}

ReturnShare MassReturnPlan::share(ReturnCourse course) const
{
    const auto found = shares.find(course);
    return found != shares.end() ? found->second : ReturnShare{};
}

std::int64_t MassReturnPlan::orders() const
{
    std::int64_t count = 0;
    for (const auto& [course, share] : shares) {
        count += course == ReturnCourse::Used ? 0 : share.orders;
    }
    return count;
}

std::int64_t MassReturnPlan::tickets() const
{
    std::int64_t count = 0;
    for (const auto& [course, share] : shares) {
        count += share.tickets;
    }
    return count;
}

} // namespace foyer
