// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/event_dates.h"
#include "core/services/event_editing.h"
#include "core/services/event_prices.h"
#include "core/services/event_publishing.h"
#include "core/services/event_reading.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/services/venue_editing.h"
#include "tests/support/counter_fixture.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

inline constexpr std::int64_t kHour = 3'600'000;
inline constexpr std::int64_t kDay = 24 * kHour;

/// What a verb gave. Aborts the test where it refused.
template <typename T>
T done(Result<T> result)
{
    if (!result) {
        qFatal("%s: %s (%s)", result.error().code.c_str(), result.error().message.c_str(),
               result.error().where.c_str());
    }
    return *std::move(result);
}
inline void done(const Result<void>& result)
{
    if (!result) {
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    }
}
/// How an act went, and which field of its form is at fault: "name_missing@name".
template <typename T>
std::string whereOf(const Result<T>& result)
{
    return result ? std::string{"done"} : result.error().code + "@" + result.error().where;
}

/// What a verb gave; aborts the test where it refused.
/// A house that has a room, and an event that is made in it.
struct Stage : CounterFixture {
    EventId event;
    std::vector<PerformanceId> dates;
    TicketTypeId adults;
    TicketTypeId children;
    CategoryId stalls;
    CategoryId floor;

    Stage()
    {
        Counter& c = counter();
        const Venue venue = done(venueNamed(c, "Playhouse"));
        EventChange change;
        change.name = "The Tempest";
        change.venue = venue.id;
        event = done(createEvent(c, change));
        const auto plan = done(plans(c)).front().id;
        const Instant first{clock().now().ms + 10 * kDay};
        dates = done(addDates(c, event,
                              {{.startsAt = first, .plan = plan},
                               {.startsAt = Instant{first.ms + kDay}, .plan = plan}}));
        const TaxId tax = done(taxes(c)).front().id;
        adults = done(addType(c, event, {.name = "Adult", .tax = tax}));
        children = done(addType(c, event, {.name = "Child", .tax = tax}));
        for (const PriceCategory& category : details().categories) {
            (category.name == "Stalls" ? stalls : floor) = category.id;
        }
    }
    EventDetails details() { return done(eventDetails(counter(), event)); }
    std::vector<PriceCell> prices() const
    {
        return {{.type = adults, .category = stalls, .minor = 4'000},
                {.type = adults, .category = floor, .minor = 2'000},
                {.type = children, .category = stalls, .minor = 1'500}};
    }
    void publish()
    {
        done(setPrices(counter(), event, prices()));
        done(publishEvent(counter(), event));
    }
    CartItem stall(SeatNumber seat, std::size_t date = 0)
    {
        return {dates.at(date), adults, stalls, seat};
    }
    CartItem stander(std::size_t date = 0) { return {dates.at(date), adults, floor, std::nullopt}; }
    Order sold(std::vector<CartItem> items, const std::string& email = {})
    {
        SaleRequest order = request(std::move(items));
        if (!email.empty()) {
            order.newCustomer = CustomerDetails{email, email, {}, {}};
        }
        clock().pass(1'000);
        return done(foyer::sell(counter(), order));
    }
    std::string codes()
    {
        std::string list;
        for (const EventCheck& check : done(eventChecks(counter(), event))) {
            const bool isMissing = check.severity == EventCheck::Severity::Missing;
            list += (list.empty() ? "" : " ") + std::string{isMissing ? "!" : ""} + check.code;
        }
        return list;
    }
    void verify()
    {
        const auto report = done(verifyJournal(counter()));
        QVERIFY2(report.findings.empty(), "verify found a fault");
    }
    bool isInTheList()
    {
        return std::ranges::any_of(done(performances(counter(), clock().now())),
                                   [this](const PerformanceSummary& one) {
                                       return one.id == dates.front();
                                   });
    }
};

} // namespace foyer::test
