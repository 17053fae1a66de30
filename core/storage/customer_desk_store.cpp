// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/customer_desk_store.h"

#include "core/storage/buyer_store.h"

#include <algorithm>

namespace foyer {
namespace {

StoredSlot slotIn(const DbRow& row)
{
    return {row.id<CustomerId>(0),   row.text(1),        row.bytes(2),
            HlcTime{row.integer(3)}, row.id<EntryId>(4), row.id<UserId>(5)};
}

StoredLink linkIn(const DbRow& row)
{
    return {row.id<CustomerId>(0), row.optionalId<CustomerId>(1), HlcTime{row.integer(2)}.instant(),
            row.id<UserId>(3)};
}

} // namespace

std::vector<StoredSlot> readSlots(Database& database, OrganizerId organizer, CustomerId customer)
{
    std::vector<StoredSlot> slots;
    database.each("SELECT customer, slot, sealed, at, entry, actor FROM customer_slot "
                  "WHERE organizer = ? AND customer = ? ORDER BY at, entry, slot",
                  {organizer, customer}, [&](const DbRow& row) { slots.push_back(slotIn(row)); });
    return slots;
}

void readAllSlots(Database& database, OrganizerId organizer,
                  const std::function<void(StoredSlot)>& take)
{
    const auto rows =
        database.walk("SELECT customer, slot, sealed, at, entry, actor FROM customer_slot "
                      "WHERE organizer = ? ORDER BY customer, slot",
                      {organizer});
    while (rows->next()) {
        take(slotIn(rows->row()));
    }
}

std::vector<StoredLink> readLinks(Database& database, OrganizerId organizer)
{
    std::vector<StoredLink> links;
    database.each("SELECT customer, target, at, actor FROM customer_link "
                  "WHERE organizer = ? ORDER BY customer",
                  {organizer}, [&](const DbRow& row) { links.push_back(linkIn(row)); });
    return links;
}

std::optional<StoredLink> readLink(Database& database, OrganizerId organizer, CustomerId customer)
{
    std::optional<StoredLink> link;
    database.each("SELECT customer, target, at, actor FROM customer_link "
                  "WHERE organizer = ? AND customer = ?",
                  {organizer, customer}, [&](const DbRow& row) { link = linkIn(row); });
    return link;
}

std::vector<CustomerId> readLinkedTo(Database& database, OrganizerId organizer, CustomerId customer)
{
    std::vector<CustomerId> linked;
    database.each("SELECT customer FROM customer_link WHERE organizer = ? AND target = ? "
                  "ORDER BY customer",
                  {organizer, customer},
                  [&](const DbRow& row) { linked.push_back(row.id<CustomerId>(0)); });
    return linked;
}

CustomerId readSurvivor(Database& database, OrganizerId organizer, CustomerId customer)
{
    std::vector<CustomerId> path{customer};
    while (true) {
        const auto link = readLink(database, organizer, path.back());
        if (!link || !link->into) {
            return path.back();
        }
        const auto ring = std::ranges::find(path, *link->into);
        if (ring != path.end()) {
            return *std::min_element(ring, path.end());
        }
        path.push_back(*link->into);
    }
}

std::vector<CustomerId> readMergedGroup(Database& database, OrganizerId organizer,
                                        CustomerId survivor)
{
    std::vector<CustomerId> group{survivor};
    for (std::size_t i = 0; i < group.size(); ++i) {
        for (const CustomerId& linked : readLinkedTo(database, organizer, group[i])) {
            if (std::ranges::find(group, linked) == group.end()) {
                group.push_back(linked);
            }
        }
    }
    return group;
}

std::vector<CustomerId> readLeftByErased(Database& database, OrganizerId organizer)
{
    std::vector<CustomerId> left;
    database.each("SELECT customer_link.customer FROM customer_link JOIN customer AS target ON "
                  "target.organizer = customer_link.organizer AND "
                  "target.id = customer_link.target AND target.erased = 1 "
                  "JOIN customer ON customer.organizer = customer_link.organizer AND "
                  "customer.id = customer_link.customer AND customer.erased = 0 "
                  "WHERE customer_link.organizer = ? AND customer_link.target IS NOT NULL "
                  "ORDER BY customer_link.customer",
                  {organizer}, [&](const DbRow& row) { left.push_back(row.id<CustomerId>(0)); });
    return left;
}

std::vector<StoredImport> readImports(Database& database, OrganizerId organizer)
{
    std::vector<StoredImport> imports;
    database.each("SELECT import, at, actor, added, changed, undone FROM customer_import "
                  "WHERE organizer = ? ORDER BY at DESC, entry DESC",
                  {organizer}, [&](const DbRow& row) {
                      const auto id = row.id<ImportId>(0);
                      auto found = std::ranges::find(imports, id, &StoredImport::id);
                      if (found == imports.end()) {
                          found = imports.insert(imports.end(), StoredImport{.id = id});
                      }
                      if (row.integer(5) == 0) {
                          found->last = std::max(found->last, HlcTime{row.integer(1)});
                      }
                      found->at = HlcTime{row.integer(1)}.instant(); // of its first step
                      found->actor = row.id<UserId>(2);
                      found->added += row.integer(3);
                      found->changed += row.integer(4);
                      found->undone = found->undone || row.integer(5) != 0;
                  });
    return imports;
}

std::vector<ImportedSlot> readImportRows(Database& database, OrganizerId organizer, ImportId import,
                                         CustomerId after, std::int64_t limit)
{
    std::vector<ImportedSlot> found;
    database.each(
        "SELECT customer, slot, before, after FROM customer_import_row "
        "WHERE organizer = ? AND import = ? AND customer > ? "
        "ORDER BY customer, slot LIMIT ?",
        {organizer, import, after, limit}, [&](const DbRow& row) {
            found.push_back({row.id<CustomerId>(0), row.text(1), row.bytes(2), row.bytes(3)});
        });
    return found;
}

std::unordered_set<CustomerId> readUsedCustomers(Database& database, OrganizerId organizer)
{
    std::unordered_set<CustomerId> used;
    database.each("SELECT customer FROM sale_order WHERE organizer = ? AND customer IS NOT NULL "
                  "UNION SELECT customer FROM order_customer WHERE organizer = ? AND "
                  "customer IS NOT NULL "
                  "UNION SELECT customer FROM pickup WHERE organizer = ? AND customer IS NOT NULL "
                  "UNION SELECT customer FROM hold WHERE organizer = ? AND customer IS NOT NULL "
                  "UNION SELECT customer FROM waiting WHERE organizer = ? AND "
                  "customer IS NOT NULL "
                  "UNION SELECT customer FROM invoice WHERE organizer = ? "
                  "UNION SELECT customer FROM customer_link WHERE organizer = ? "
                  "UNION SELECT target FROM customer_link WHERE organizer = ? AND "
                  "target IS NOT NULL",
                  {organizer, organizer, organizer, organizer, organizer, organizer, organizer,
                   organizer},
                  [&](const DbRow& row) { used.insert(row.id<CustomerId>(0)); });
    return used;
}

std::unordered_set<CustomerId> readBuyerIds(Database& database, OrganizerId organizer,
                                            PerformanceId performance)
{
    std::unordered_set<CustomerId> buyers;
    for (const Buyer& buyer : readBuyersOf(database, organizer, performance)) {
        buyers.insert(buyer.customer);
    }
    return buyers;
}

std::unordered_set<CustomerId> readBuyersSince(Database& database, OrganizerId organizer,
                                               Instant since)
{
    std::unordered_set<CustomerId> buyers;
    database.each("SELECT DISTINCT CASE WHEN order_customer.entry IS NULL THEN "
                  "sale_order.customer ELSE order_customer.customer END FROM sale_order "
                  "LEFT JOIN order_customer ON "
                  "order_customer.organizer = sale_order.organizer AND "
                  "order_customer.sale_order = sale_order.id "
                  "WHERE sale_order.organizer = ? AND sale_order.at >= ?",
                  {organizer, since.ms << 16}, [&](const DbRow& row) {
                      if (const auto buyer = row.optionalId<CustomerId>(0)) {
                          buyers.insert(*buyer);
                      }
                  });
    return buyers;
}

} // namespace foyer
