// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/order_home_store.h"

#include "core/storage/feed_store.h"
#include "core/storage/snapshot_store.h"

#include <utility>

namespace foyer {
namespace {

struct Heard {
    ReplicaId replica;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    std::int64_t position = 0;
};

bool isHeard(Database& database, OrganizerId organizer, const Heard& wanted)
{
    const JournalHead head = readWriterHead(database, organizer, wanted.replica);
    if (std::pair{head.epoch, head.sequence} >= std::pair{wanted.epoch, wanted.sequence}) {
        return true;
    }
    // A snapshot stands for entries that are not here.
    const auto snapshot = readSnapshot(database, organizer);
    return snapshot && snapshot->isReady && snapshot->manifest.position >= wanted.position;
}

} // namespace

std::optional<OrderHome> readOrderHome(Database& database, OrganizerId organizer, OrderId order)
{
    std::optional<OrderHome> home;
    database.each("SELECT replica FROM sale_order WHERE organizer = ? AND id = ?",
                  {organizer, order}, [&](const DbRow& row) {
                      home = OrderHome{.order = order, .holder = row.id<ReplicaId>(0)};
                  });
    if (!home) {
        return home;
    }
    database.each("SELECT grant_entry, serial, holder, is_returned, recalled_at FROM order_home "
                  "WHERE organizer = ? AND sale_order = ? AND (serial IS NOT NULL OR "
                  "grant_entry = ?) ORDER BY serial DESC NULLS LAST, grant_entry DESC LIMIT 1",
                  {organizer, order, Uuid{}}, [&](const DbRow& row) {
                      home->grant = row.id<EntryId>(0);
                      home->serial = row.isNull(1) ? 0 : row.integer(1);
                      // Who sold an order is known by the order.
                      home->holder = row.isNull(1) ? home->holder : row.id<ReplicaId>(2);
                      home->isReturned = row.integer(3) != 0;
                      if (!row.isNull(4)) {
                          home->recalledAt = HlcTime{row.integer(4)};
                      }
                  });
    return home;
}

bool isOrderWhole(Database& database, OrganizerId organizer, OrderId order)
{
    std::vector<Heard> wanted;
    database.each("SELECT after_replica, after_epoch, after_sequence, after_position FROM "
                  "order_home WHERE organizer = ? AND sale_order = ? AND serial IS NOT NULL",
                  {organizer, order}, [&](const DbRow& row) {
                      wanted.push_back(
                          {row.id<ReplicaId>(0), row.integer(1), row.integer(2), row.integer(3)});
                  });
    for (const Heard& each : wanted) {
        if (!isHeard(database, organizer, each)) {
            return false;
        }
    }
    return true;
}

std::vector<RecalledOrder> readRecalledOrders(Database& database, OrganizerId organizer,
                                              ReplicaId holder)
{
    std::vector<RecalledOrder> recalled;
    database.each("SELECT sale_order, grant_entry FROM order_home WHERE organizer = ? AND "
                  "holder = ? AND recalled_at IS NOT NULL AND is_returned = 0 "
                  "ORDER BY recalled_at, sale_order",
                  {organizer, holder}, [&](const DbRow& row) {
                      recalled.push_back({row.id<OrderId>(0), row.id<EntryId>(1)});
                  });
    return recalled;
}

} // namespace foyer
