// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/rights_return.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/held_store.h"
#include "core/storage/offline_stock_store.h"
#include "core/storage/rights_store.h"

#include <optional>
#include <set>
#include <utility>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kLongOverMs = 30 * kDayMs;

RightsReturned returnInAct(Counter& counter, Journal::Act& act, PerformanceId performance,
                           std::int64_t keep)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    RightsReturned returned;
    std::vector<QuotaId> quotas;
    readChildren(database, us, "quota", performance.uuid,
                 [&](const Uuid& id, const Entity&) { quotas.push_back(QuotaId{id}); });
    for (const QuotaId quota : quotas) {
        const std::int64_t unspent =
            readRights(database, us, quota, counter.replica()).left() - keep;
        if (unspent > 0) {
            act.append(kind::kAllotmentReturned,
                       encode(Allotment{quota, counter.replica(), unspent}));
            returned.rights += unspent;
        }
    }
    if (keep > 0) {
        return returned; // seats are kept with the rights that sell them
    }
    auto taken = readSoldSeats(database, us, performance);
    const auto held = readHeldSeats(database, us, performance);
    taken.insert(taken.end(), held.begin(), held.end());
    const auto takenRanges = rangesOf(std::move(taken));
    for (const StandingLease& lease :
         readStandingLeases(database, us, performance, counter.replica())) {
        auto unsold = without(lease.seats, takenRanges);
        if (!unsold.empty()) {
            returned.seats += static_cast<std::int64_t>(seatCount(unsold));
            act.append(kind::kSeatsReturned,
                       encode(SeatsReturned{performance, counter.replica(), lease.lease,
                                            std::move(unsold)}));
        }
    }
    return returned;
}

/// Everything of which this counter has something that another one could sell. Where there are only
/// seats of what is long over, they stay: going through all that was ever sold would make each
/// shift's close slower than the one before. Long, since the clock here may be wrong.
std::set<PerformanceId> performancesHeld(Counter& counter)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    std::set<PerformanceId> held;
    for (const auto& [quota, rights] : readHeldQuotas(database, us, counter.replica())) {
        if (rights.left() > 0) {
            if (const auto entity = readEntity(database, us, "quota", quota.uuid)) {
                held.insert(PerformanceId{entity->uuid("performance")});
            }
        }
    }
    for (const PerformanceId performance :
         readLeasedPerformances(database, us, counter.replica(),
                                Instant{counter.clock().now().ms - kLongOverMs})) {
        held.insert(performance);
    }
    return held;
}

/// Gives back what is left of some performances and lets their stock rest, in one act.
RightsReturned returnAndRest(Counter& counter, const Permit& permit,
                             const std::set<PerformanceId>& performances, std::int64_t keep,
                             PerformanceId resting)
{
    RightsReturned all;
    Journal::Act act{counter.journal(), permit};
    for (const PerformanceId performance : performances) {
        const RightsReturned returned = returnInAct(counter, act, performance, keep);
        all.rights += returned.rights;
        all.seats += returned.seats;
    }
    storeStockRest(counter.database(), counter.organizer(), resting, false);
    act.commit();
    counter.noteHead();
    counter.offers().clear();
    return all;
}

Error notJoined()
{
    return refused("not_joined",
                   "This counter stands alone: there is no server to return tickets to.");
}

bool mayNotAnswer(Counter& counter)
{
    return counter.authority().isHere() || counter.entriesMissing() > 0 || counter.isForked();
}

/// What a person gives back: of one performance, or of all that something is held of.
Result<RightsReturned> returnAsked(Counter& counter, std::optional<PerformanceId> performance,
                                   std::int64_t keep)
{
    return guarded([&]() -> Result<RightsReturned> {
        const auto permit = counter.access().permit(Permission::Sell);
        if (!permit) {
            return permit.error();
        }
        if (counter.authority().isHere()) {
            return notJoined();
        }
        return returnAndRest(counter, *permit,
                             performance ? std::set{*performance} : performancesHeld(counter), keep,
                             performance.value_or(PerformanceId{}));
    });
}

} // namespace

Result<RightsReturned> returnRights(Counter& counter, PerformanceId performance, std::int64_t keep)
{
    return returnAsked(counter, performance, keep);
}

Result<RightsReturned> returnAllRights(Counter& counter, std::int64_t keep)
{
    return returnAsked(counter, std::nullopt, keep);
}

Result<RightsReturned> returnStockOfClosedShift(Counter& counter)
{
    return guarded([&]() -> Result<RightsReturned> {
        if (mayNotAnswer(counter) ||
            !readStockRest(counter.database(), counter.organizer()).isDue) {
            return RightsReturned{};
        }
        return returnAndRest(counter, Permit::ofProgram(), performancesHeld(counter), 0, {});
    });
}

Result<RightsReturned> answerRecalls(Counter& counter)
{
    return guarded([&]() -> Result<RightsReturned> {
        RightsReturned all;
        if (mayNotAnswer(counter)) {
            return all;
        }
        for (const OpenRecall& recall :
             readOpenRecalls(counter.database(), counter.organizer(), counter.replica())) {
            Journal::Act act{counter.journal(), Permit::ofProgram()};
            const auto returned = returnInAct(counter, act, recall.performance, recall.keep);
            act.append(kind::kRecallAnswered, encode(RecallAnswered{recall.id}));
            storeStockRest(counter.database(), counter.organizer(), recall.performance, false);
            act.commit();
            all.rights += returned.rights;
            all.seats += returned.seats;
            counter.noteHead();
            counter.offers().clear();
        }
        return all;
    });
}

} // namespace foyer
