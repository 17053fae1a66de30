// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faults.h"

#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/storage/journal.h"
#include "core/storage/projection.h"

#include <array>

namespace foyer::simulation {
namespace {

constexpr std::array kFaults{
    FaultName{Fault::RightsUnchecked, "rights-unchecked", 5},
    FaultName{Fault::ProjectedTwice, "projected-twice", 5},
    FaultName{Fault::LateCommitSkipped, "late-commit-skipped", 5},
    FaultName{Fault::GrantedTwice, "granted-twice", 20},
    FaultName{Fault::SeatLeasedToTwo, "seat-leased-to-two", 5},
    FaultName{Fault::AcknowledgedTooEarly, "acknowledged-too-early", 5},
    FaultName{Fault::ConfirmedTooEarly, "confirmed-too-early", 5},
    FaultName{Fault::ForkAccepted, "fork-accepted", 30},
    FaultName{Fault::HashUnchecked, "hash-unchecked", 20},
    FaultName{Fault::ReturnedStaysHere, "returned-stays-here", 5},
    FaultName{Fault::CapacityForgotten, "capacity-forgotten", 10},
    FaultName{Fault::RestoredGrantsAtOnce, "restored-grants-at-once", 40},
    FaultName{Fault::RestoredSellsAtOnce, "restored-sells-at-once", 30},
    FaultName{Fault::SnapshotMixed, "snapshot-mixed", 20},
    FaultName{Fault::IncidentsForgotten, "incidents-forgotten", 20},
    FaultName{Fault::HomeUnchecked, "home-unchecked", 20},
    FaultName{Fault::OwnUnchecked, "own-unchecked", 20},
};

/// Rights that no sale of a run uses up.
constexpr std::int64_t kPlenty = 1'000'000;

/// Takes a table away, and puts it back with what was added to it in the meantime.
void without(Database& database, const char* hide, const std::function<void()>& act,
             const char* show)
{
    database.runScript(hide);
    act();
    database.runScript(show);
}

} // namespace

std::span<const FaultName> allFaults()
{
    return kFaults;
}

void withoutCheckOfRights(Counter& counter, const std::function<void()>& act)
{
    Database& database = counter.database();
    database.run("INSERT INTO allotment (organizer, quota, replica) SELECT DISTINCT organizer, "
                 "quota, ? FROM allotment WHERE true ON CONFLICT DO NOTHING",
                 {counter.replica()});
    database.run("UPDATE allotment SET granted = granted + ? WHERE replica = ?",
                 {kPlenty, counter.replica()});
    act();
    database.run("UPDATE allotment SET granted = granted - ? WHERE replica = ?",
                 {kPlenty, counter.replica()});
    database.run("DELETE FROM allotment WHERE granted = 0 AND returned = 0 AND spent = 0 AND "
                 "regained = 0");
}

void withoutCheckOfHome(Counter& counter, OrderId order, const std::function<void()>& act)
{
    Database& database = counter.database();
    database.run("INSERT INTO order_home (organizer, sale_order, grant_entry, serial, holder, "
                 "after_replica, after_epoch, after_sequence, after_position) "
                 "VALUES (?, ?, ?, ?, ?, ?, 1, 0, 0)",
                 {counter.organizer(), order, order, kPlenty, counter.replica(),
                  counter.replica()});
    act();
    database.run("DELETE FROM order_home WHERE serial = ?", {kPlenty});
}

void projectOnceMore(Database& database, const Entry& entry)
{
    database.run("DELETE FROM allotment_change WHERE entry = ?", {entry.id});
    Transaction transaction{database};
    project(database, entry);
    transaction.commit();
}

void withoutOthersSeats(Database& database, const std::function<void()>& act)
{
    without(database,
            "CREATE TEMP TABLE hidden_seat AS SELECT * FROM seat_lease;\n"
            "DELETE FROM seat_lease;\n",
            act,
            "INSERT INTO seat_lease SELECT * FROM hidden_seat WHERE true ON CONFLICT DO NOTHING;\n"
            "DROP TABLE hidden_seat;\n");
}

void withoutOthersRights(Database& database, const std::function<void()>& act)
{
    without(database,
            "CREATE TEMP TABLE hidden_rights AS SELECT * FROM allotment;\n"
            "DELETE FROM allotment;\n",
            act,
            "INSERT INTO allotment SELECT * FROM hidden_rights WHERE true "
            "ON CONFLICT (organizer, quota, replica) DO UPDATE SET "
            "granted = granted + excluded.granted, returned = excluded.returned, "
            "spent = excluded.spent, regained = excluded.regained;\n"
            "DROP TABLE hidden_rights;\n");
}

void forgetReportsDue(Database& database)
{
    database.run("DELETE FROM report_due");
}

void forgetIncidents(Database& database)
{
    database.run("DELETE FROM incident");
}

void forgetAnswer(Database& database, const Uuid& wish)
{
    database.run("DELETE FROM rights_answer WHERE wish = ?", {wish});
}

void undoReturns(Counter& counter)
{
    counter.database().run("UPDATE allotment SET returned = 0 WHERE replica = ?",
                           {counter.replica()});
    counter.database().run("DELETE FROM seat_return WHERE replica = ?", {counter.replica()});
    counter.offers().clear();
}

void takeBackUnchecked(Counter& counter, const std::vector<Entry>& entries)
{
    Transaction transaction{counter.database()};
    for (const Entry& entry : entries) {
        if (storeEntry(counter.database(), entry)) {
            project(counter.database(), entry);
        }
    }
    transaction.commit();
    counter.offers().clear();
    counter.heardOwnEntries();
}

void storeUnchecked(Database& database, FeedBatch& batch, const std::vector<Entry>& entries)
{
    for (Entry entry : entries) {
        entry.position = batch.position() + 1;
        if (storeEntry(database, entry)) {
            entry.position = batch.nextPosition();
            project(database, entry);
        }
    }
}

} // namespace foyer::simulation
