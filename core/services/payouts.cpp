// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/payouts.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/till_reading.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/payout_store.h"

#include <algorithm>
#include <cctype>

namespace foyer {
namespace {

PayoutStatement::Line lineOf(Counter& counter, const PayoutPerformance& figures)
{
    PayoutStatement::Line line{figures, {}, {}, {}};
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    const auto entity = readEntity(database, us, "performance", figures.performance.uuid);
    const auto performance =
        entity ? performanceFrom(figures.performance.uuid, *entity) : std::nullopt;
    if (!performance) {
        return line;
    }
    line.startsAt = performance->startsAt;
    line.timeZone = performance->timeZone;
    if (const auto found = readEntity(database, us, "event", performance->event.uuid)) {
        const auto event = eventFrom(performance->event.uuid, *found);
        line.event = event ? event->name : std::string{};
    }
    return line;
}

PayoutStatement statementOf(Counter& counter, StoredPayout stored)
{
    PayoutStatement statement{.made = std::move(stored.made),
                              .madeAt = stored.at,
                              .madeBy = clerkName(counter, stored.actor),
                              .house = {},
                              .address = {},
                              .timeZone = "UTC",
                              .lines = {}};
    const OrganizerId us = counter.organizer();
    if (const auto entity = readEntity(counter.database(), us, "organizer", us.uuid)) {
        if (const auto house = organizerFrom(us.uuid, *entity)) {
            statement.house = house->name;
            statement.address = house->address;
            statement.timeZone = house->timeZone;
        }
    }
    for (const PayoutPerformance& each : statement.made.performances) {
        statement.lines.push_back(lineOf(counter, each));
    }
    std::ranges::stable_sort(statement.lines, {}, &PayoutStatement::Line::startsAt);
    return statement;
}

Error unknownPayout()
{
    return refused("unknown_payout",
                   "There is no such payout here. Look at the list of payouts; one that was just "
                   "made comes with the next sync.",
                   "payout");
}

} // namespace

Result<std::vector<PayoutStatement>> payouts(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<PayoutStatement>> {
        if (auto may = counter.access().require(Permission::ReadReports); !may) {
            return std::move(may).error();
        }
        std::vector<PayoutStatement> list;
        for (StoredPayout& each : readPayouts(counter.database(), counter.organizer(),
                                              static_cast<std::int64_t>(limit))) {
            list.push_back(statementOf(counter, std::move(each)));
        }
        return list;
    });
}

Result<PayoutStatement> payoutNamed(Counter& counter, const std::string& text)
{
    return guarded([&]() -> Result<PayoutStatement> {
        if (auto may = counter.access().require(Permission::ReadReports); !may) {
            return std::move(may).error();
        }
        std::string number = text;
        std::ranges::transform(number, number.begin(), [](unsigned char letter) {
            return static_cast<char>(std::toupper(letter));
        });
        const auto id = Uuid::fromText(text);
        auto found = id ? readPayout(counter.database(), counter.organizer(), PayoutId{*id})
                        : readPayoutByNumber(counter.database(), counter.organizer(), number);
        return found ? Result<PayoutStatement>{statementOf(counter, *std::move(found))}
                     : unknownPayout();
    });
}

Result<std::vector<CommissionShown>> commissions(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<CommissionShown>> {
        if (auto may = counter.access().require(Permission::ReadReports); !may) {
            return std::move(may).error();
        }
        std::vector<CommissionShown> list;
        for (const StoredCommission& each :
             readCommissions(counter.database(), counter.organizer())) {
            list.push_back({each.set, each.at, clerkName(counter, each.actor)});
        }
        return list;
    });
}

} // namespace foyer
