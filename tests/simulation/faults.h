// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/rights/rights_wish.h"
#include "core/storage/database.h"
#include "core/storage/feed_batch.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

/// Mistakes that somebody could make in Foyer, done to it from outside: the simulator has to find
/// each of them, or nobody knows what its silence is worth.
namespace foyer::simulation {

enum class Fault {
    None,
    RightsUnchecked,      ///< a sale does not look whether the counter holds the rights
    ProjectedTwice,       ///< an entry that comes is applied twice
    LateCommitSkipped,    ///< a reader's cursor passes an entry that was not visible yet
    GrantedTwice,         ///< a repeated wish is granted once more
    SeatLeasedToTwo,      ///< seats are leased without a look at who has them
    AcknowledgedTooEarly, ///< the server says that it has entries before it has
    ConfirmedTooEarly,    ///< the counter says that it has sold before it has
    ForkAccepted,         ///< two copies of a counter are both told that all is well
    HashUnchecked,        ///< what was changed on the way is taken in
    ReturnedStaysHere,    ///< rights that were given back can still be sold
    CapacityForgotten,    ///< rights are given out without a look at what others have
    RestoredGrantsAtOnce, ///< a restored server gives out rights before it has heard from all
    RestoredSellsAtOnce,  ///< a counter does not notice that its database is old
    SnapshotMixed,        ///< the tables of a snapshot are not read at one moment
    IncidentsForgotten,   ///< nobody is told what happened twice
    HomeUnchecked,        ///< a refund does not look whose the order is
    OwnUnchecked,         ///< a copy takes what the other one wrote for its own
};

struct FaultName {
    Fault fault;
    std::string_view name;
    int seeds; ///< within so many, from seed 1, it has to be found
};
std::span<const FaultName> allFaults();

/// As if the check of rights were missing: gives the counter what it lacks for a while.
void withoutCheckOfRights(Counter& counter, const std::function<void()>& act);
/// As if the check of who may change an order were missing: makes the counter its home for a while.
void withoutCheckOfHome(Counter& counter, OrderId order, const std::function<void()>& act);
/// Applies an entry as if nobody had noted that it was applied.
void projectOnceMore(Database& database, const Entry& entry);
/// As if the authority knew of nobody else's seats, or of nobody else's rights.
void withoutOthersSeats(Database& database, const std::function<void()>& act);
void withoutOthersRights(Database& database, const std::function<void()>& act);
/// As if every counter had reported to a restored server.
void forgetReportsDue(Database& database);
/// As if the answer to a wish had not been kept.
void forgetAnswer(Database& database, const Uuid& wish);
/// Takes back a counter's own entries without a look at what they go on from.
void takeBackUnchecked(Counter& counter, const std::vector<Entry>& entries);
/// As if what a replica gave back were still its own.
void undoReturns(Counter& counter);
/// As if no projection had watched for incidents.
void forgetIncidents(Database& database);
/// Stores entries as they are, of whoever, whatever their hash.
void storeUnchecked(Database& database, FeedBatch& batch, const std::vector<Entry>& entries);

} // namespace foyer::simulation
