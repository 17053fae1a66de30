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
#include "core/storage/rights_store.h"

#include <utility>

namespace foyer {
namespace {

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

} // namespace

Result<RightsReturned> returnRights(Counter& counter, PerformanceId performance, std::int64_t keep)
{
    return guarded([&]() -> Result<RightsReturned> {
        const auto permit = counter.access().permit(Permission::Sell);
        if (!permit) {
            return permit.error();
        }
        if (counter.authority().isHere()) {
            return refused("not_joined",
                           "This counter stands alone: there is no server to return tickets to.");
        }
        Journal::Act act{counter.journal(), *permit};
        const RightsReturned returned = returnInAct(counter, act, performance, keep);
        act.commit();
        counter.noteHead();
        counter.offers().clear();
        return returned;
    });
}

Result<RightsReturned> answerRecalls(Counter& counter)
{
    return guarded([&]() -> Result<RightsReturned> {
        RightsReturned all;
        if (counter.authority().isHere() || counter.entriesMissing() > 0 || counter.isForked()) {
            return all;
        }
        for (const OpenRecall& recall :
             readOpenRecalls(counter.database(), counter.organizer(), counter.replica())) {
            Journal::Act act{counter.journal(), Permit::ofProgram()};
            const auto returned = returnInAct(counter, act, recall.performance, recall.keep);
            act.append(kind::kRecallAnswered, encode(RecallAnswered{recall.id}));
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
