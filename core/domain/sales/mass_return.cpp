// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/mass_return.h"

#include "core/domain/journal/cbor_fields.h"
#include "core/domain/journal/entry.h"

#include <algorithm>

namespace foyer {

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

void addTo(ReturnShare& share, std::int64_t tickets, Money money)
{
    ++share.orders;
    share.tickets += tickets;
    const auto at = std::ranges::find(share.money, money.currency(), &Money::currency);
    if (at != share.money.end()) {
        *at += money;
    } else if (!money.isZero()) {
        const auto place = std::ranges::find_if(share.money, [&](const Money& each) {
            return each.currency().code() > money.currency().code();
        });
        share.money.insert(place, money);
    }
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
