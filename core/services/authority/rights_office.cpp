// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/rights_office.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/authority/order_homes.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/device_store.h"
#include "core/storage/feed_store.h"
#include "core/storage/held_store.h"
#include "core/storage/identity_store.h"
#include "core/storage/offline_stock_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/sync_store.h"

#include <algorithm>

namespace foyer {
namespace {

using Shortage = RightsAnswer::Shortage;

std::optional<Quota> quotaOf(Authority& authority, QuotaId id)
{
    const auto entity = readEntity(authority.database(), authority.organizer(), "quota", id.uuid);
    return entity ? quotaFrom(id.uuid, *entity) : std::nullopt;
}

std::vector<SeatRange> takenSeats(Authority& authority, PerformanceId performance)
{
    Database& database = authority.database();
    auto taken = readSoldSeats(database, authority.organizer(), performance);
    const auto held = readHeldSeats(database, authority.organizer(), performance);
    taken.insert(taken.end(), held.begin(), held.end());
    return rangesOf(std::move(taken));
}

/// Runs of `from` with so many seats in all, the longest first, so that a counter without a network
/// has seats that lie together.
std::vector<SeatRange> pickStock(std::vector<SeatRange> from, std::int64_t count)
{
    std::ranges::stable_sort(from, [](const SeatRange& a, const SeatRange& b) {
        return a.last - a.first > b.last - b.first;
    });
    std::vector<SeatRange> picked;
    for (const SeatRange& run : from) {
        if (count <= 0) {
            break;
        }
        const std::int64_t size = std::int64_t{run.last} - run.first + 1;
        const std::int64_t taken = std::min(size, count);
        picked.push_back({run.first, static_cast<SeatNumber>(run.first + taken - 1)});
        count -= taken;
    }
    return united(std::move(picked));
}

class Granting {
public:
    Granting(Authority& authority, FeedBatch& batch, const Permit& permit, const RightsWish& wish)
        : m_authority{authority}, m_wish{wish}, m_act{authority.journal(), permit, batch},
          m_first{batch.position()}, m_batch{batch}
    {
        m_answer.wish = wish.id;
        m_counters =
            std::max<std::int64_t>(countReplicas(authority.database(), authority.organizer()) - 1,
                                   1);
    }

    RightsAnswer run()
    {
        if (isAnyReportDue(m_authority)) {
            return waitForReports();
        }
        for (const auto& wanted : m_wish.quotas) {
            grant(wanted);
        }
        for (const auto& wanted : m_wish.seats) {
            lease(wanted);
        }
        for (const OrderId order : m_wish.orders) {
            giveHome(m_authority, m_act, m_wish.holder, order, m_answer);
        }
        m_act.commit();
        for (const Entry& entry : readFeed(m_authority.database(), m_authority.organizer(),
                                           {.after = m_first,
                                           .entries = m_batch.position() - m_first,
                                           .bytes = SIZE_MAX})
                                      .entries) {
            m_answer.entries.push_back(entry);
        }
        return std::move(m_answer);
    }

private:
    /// What was given out since the backup is known to its holders only.
    RightsAnswer waitForReports()
    {
        for (const auto& wanted : m_wish.quotas) {
            m_answer.shortages.push_back({wanted.quota.uuid, "holders_unheard", 0, {}});
        }
        for (const auto& wanted : m_wish.seats) {
            m_answer.shortages.push_back(
                {wanted.performance.uuid, "holders_unheard", 0, wanted.named});
        }
        for (const OrderId order : m_wish.orders) {
            m_answer.shortages.push_back({order.uuid, "holders_unheard", 0, {}});
        }
        return std::move(m_answer);
    }

    void grant(const RightsWish::Quota& wanted)
    {
        const auto quota = quotaOf(m_authority, wanted.quota);
        if (!quota) {
            m_answer.shortages.push_back({wanted.quota.uuid, "not_known", 0, {}});
            return;
        }
        const std::int64_t available = availableRights(m_authority, quota->id, quota->capacity);
        const std::int64_t stock = rightsToKeep(*quota, available, wanted.left);
        const std::int64_t most =
            std::min(wanted.most, wanted.least + std::max<std::int64_t>(stock, 0));
        const std::int64_t rights = fairShare(available, wanted.least, most, m_counters);
        if (rights > 0) {
            m_act.append(kind::kAllotmentGranted,
                         encode(Allotment{quota->id, m_wish.holder, rights}));
        }
        if (rights < wanted.least) {
            m_answer.shortages.push_back({quota->id.uuid, "sold_out", available, {}});
        }
    }

    OfflineStock limitOf(PerformanceId performance)
    {
        const EventId event =
            readEventOf(m_authority.database(), m_authority.organizer(), performance);
        return readOfflineStock(m_authority.database(), m_authority.organizer(), event);
    }

    /// How many more rights the holder may keep to sell without a network. It may have sold more
    /// than is known here, and less only if it is in error: then what is known here counts.
    std::int64_t rightsToKeep(const Quota& quota, std::int64_t available,
                              const std::optional<std::int64_t>& told)
    {
        const std::int64_t known =
            readRights(m_authority.database(), m_authority.organizer(), quota.id, m_wish.holder)
                .left();
        const std::int64_t held = told ? std::min(known, std::max<std::int64_t>(*told, 0)) : known;
        return stockLevel(available, held, limitOf(quota.performance).rights, m_counters) - held;
    }

    /// The same of seats.
    std::int64_t seatsToKeep(PerformanceId performance, const std::vector<SeatRange>& free)
    {
        std::vector<SeatRange> leased;
        for (const StandingLease& lease :
             readStandingLeases(m_authority.database(), m_authority.organizer(), performance,
                                m_wish.holder)) {
            leased.insert(leased.end(), lease.seats.begin(), lease.seats.end());
        }
        const auto unsold = without(std::move(leased), takenSeats(m_authority, performance));
        const auto held = static_cast<std::int64_t>(seatCount(unsold));
        return stockLevel(static_cast<std::int64_t>(seatCount(free)), held,
                          limitOf(performance).seats, m_counters) -
            held;
    }

    void lease(const RightsWish::Seats& wanted)
    {
        const auto free = availableSeats(m_authority, wanted.performance);
        auto given = without(wanted.named, without(wanted.named, free));
        const auto elsewhere = without(wanted.named, free);
        const std::int64_t stock =
            wanted.stock > 0 ? std::min(wanted.stock, seatsToKeep(wanted.performance, free)) : 0;
        if (stock > 0) {
            const auto others = without(free, given);
            const auto share =
                fairShare(static_cast<std::int64_t>(seatCount(others)), 0, stock, m_counters);
            const auto picked = pickStock(others, share);
            given.insert(given.end(), picked.begin(), picked.end());
            given = united(std::move(given));
        }
        if (!given.empty()) {
            m_act.append(kind::kSeatsLeased,
                         encode(SeatsLeased{wanted.performance, m_wish.holder, given}));
        }
        if (!elsewhere.empty()) {
            m_answer.shortages.push_back({wanted.performance.uuid, "seat_elsewhere", 0, elsewhere});
        }
    }

    Authority& m_authority;
    const RightsWish& m_wish;
    Journal::Act m_act;
    std::int64_t m_first;
    FeedBatch& m_batch;
    std::int64_t m_counters = 1;
    RightsAnswer m_answer;
};

/// What a replica has and has not spent goes back, as part of an act.
void takeBack(Authority& authority, Journal::Act& act, ReplicaId holder)
{
    Database& database = authority.database();
    const OrganizerId organizer = authority.organizer();
    for (const auto& [quota, rights] : readHeldQuotas(database, organizer, holder)) {
        if (rights.left() > 0) {
            act.append(kind::kAllotmentReturned, encode(Allotment{quota, holder, rights.left()}));
        }
    }
    for (const PerformanceId performance : readLeasedPerformances(database, organizer, holder)) {
        const auto taken = takenSeats(authority, performance);
        for (const StandingLease& lease :
             readStandingLeases(database, organizer, performance, holder)) {
            if (auto unsold = without(lease.seats, taken); !unsold.empty()) {
                act.append(kind::kSeatsReturned,
                           encode(
                               SeatsReturned{performance, holder, lease.lease, std::move(unsold)}));
            }
        }
    }
}

Error reasonMissing()
{
    return usageError("reason_missing", "Say why; the reason is kept.", "reason");
}

} // namespace

std::int64_t fairShare(std::int64_t available, std::int64_t least, std::int64_t most,
                       std::int64_t counters)
{
    if (available < least) {
        return 0; // a part of what is needed would only be stranded
    }
    const std::int64_t share = available / (2 * std::max<std::int64_t>(counters, 1));
    return std::clamp(std::min(most, share), least, available);
}

std::int64_t stockLevel(std::int64_t available, std::int64_t held, std::int64_t keep,
                        std::int64_t counters)
{
    const std::int64_t all = std::max<std::int64_t>(available, 0) + std::max<std::int64_t>(held, 0);
    return std::min(keep, all / (2 * std::max<std::int64_t>(counters, 1)));
}

std::int64_t availableRights(Authority& authority, QuotaId quota, std::int64_t capacity)
{
    std::int64_t out = 0;
    for (const Holding& holding :
         readHoldings(authority.database(), authority.organizer(), quota)) {
        out += holding.rights.granted - holding.rights.returned;
        out += std::max<std::int64_t>(-holding.rights.left(), 0); // sold without a right
    }
    return std::max<std::int64_t>(capacity - out, 0);
}

std::vector<SeatRange> availableSeats(Authority& authority, PerformanceId performance)
{
    const auto selling = authority.offers().offer(performance);
    if (!selling || !selling->offer.plan) {
        return {};
    }
    std::vector<SeatRange> out = takenSeats(authority, performance);
    for (const StandingLease& lease :
         readStandingLeases(authority.database(), authority.organizer(), performance)) {
        out.insert(out.end(), lease.seats.begin(), lease.seats.end());
    }
    return without(seatsThere(*selling->offer.plan), std::move(out));
}

namespace {

/// What it was given before went back when it was written off, so that is not answered again
/// either.
Result<void> checkNotWrittenOff(Authority& authority, ReplicaId holder)
{
    if (readWriteOff(authority.database(), authority.organizer(), holder)) {
        return refused("already_written_off",
                       "This counter is written off: it holds nothing and gets nothing.");
    }
    return {};
}

Result<RightsAnswer> granted(Authority& authority, FeedBatch& batch, const Permit& permit,
                             const RightsWish& wish)
{
    Database& database = authority.database();
    if (auto standing = checkNotWrittenOff(authority, wish.holder); !standing) {
        return std::move(standing).error();
    }
    if (const auto before = readRightsAnswer(database, authority.organizer(), wish.id)) {
        return decodeRightsAnswer(*before);
    }
    if (!authority.isInCharge()) {
        return refused("not_in_charge",
                       "The counter that founded this organizer still gives out the rights: it has "
                       "not handed them over yet. Let it sync, then try again.");
    }
    RightsAnswer answer = Granting{authority, batch, permit, wish}.run();
    storeRightsAnswer(database, authority.organizer(), wish.id, wish.holder, encode(answer));
    return answer;
}

/// Whether somebody may be given rights, or asked for them back.
Result<void> checkHolder(Authority& authority, ReplicaId holder, bool mayBeRevoked)
{
    Database& database = authority.database();
    const auto device = readDevice(database, authority.organizer(), holder);
    if (holder == authority.replica() ||
        (!device && !readReplica(database, {authority.organizer(), holder, 1}))) {
        return refused("unknown_device",
                       "There is no such device here. Look at the list of devices for its name.");
    }
    if (auto standing = checkNotWrittenOff(authority, holder); !standing) {
        return standing;
    }
    if (device && device->revokedAt && !mayBeRevoked) {
        return refused("device_is_revoked",
                       "This device is revoked: it would not hear of what it is given.");
    }
    return {};
}

} // namespace

Result<RightsAnswer> grantRights(Authority& authority, FeedBatch& batch, const RightsWish& wish)
{
    return granted(authority, batch, Permit::ofProgram(), wish);
}

Result<RightsAnswer> giveRights(Authority& authority, FeedBatch& batch, const Permit& permit,
                                const RightsWish& wish)
{
    if (wish.isEmpty()) {
        return usageError("nothing_named", "Say which quota and how many, or which seats.");
    }
    if (auto known = checkHolder(authority, wish.holder, false); !known) {
        return std::move(known).error();
    }
    return granted(authority, batch, permit, wish);
}

Result<EntryId> recallRights(Authority& authority, FeedBatch& batch, const Permit& permit,
                             const RightsRecalled& recall)
{
    if (recall.reason.empty()) {
        return reasonMissing();
    }
    if (auto known = checkHolder(authority, recall.holder, true); !known) {
        return std::move(known).error();
    }
    if (!readEntity(authority.database(), authority.organizer(), "performance",
                    recall.performance.uuid)) {
        return refused("unknown_performance", "The server knows no such performance.");
    }
    Journal::Act act{authority.journal(), permit, batch};
    const EntryId id = act.append(kind::kRightsRecalled, encode(recall));
    act.commit();
    return id;
}

Result<void> writeOffReplica(Authority& authority, FeedBatch& batch, const Permit& permit,
                             ReplicaId replica, const std::string& reason)
{
    Database& database = authority.database();
    const OrganizerId organizer = authority.organizer();
    if (reason.empty()) {
        return reasonMissing();
    }
    const bool isKnown = readReplica(database, {organizer, replica, 1}) ||
        readSeriesGiven(database, organizer, replica); // let in, and never heard of
    if (replica == authority.replica() || !isKnown) {
        return refused("unknown_replica",
                       "There is no such counter here. Look at the list of "
                       "devices for its name.");
    }
    if (readWriteOff(database, organizer, replica)) {
        return refused("already_written_off", "This counter is written off already.");
    }
    const JournalHead head = readWriterHead(database, organizer, replica);
    Journal::Act act{authority.journal(), permit, batch};
    act.append(kind::kReplicaWrittenOff,
               encode(ReplicaWrittenOff{replica, head.epoch, head.sequence, reason}));
    takeBack(authority, act, replica);
    act.commit();
    return {};
}

} // namespace foyer
