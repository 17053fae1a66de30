// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/customer_history_store.h"

namespace foyer {

std::optional<Instant> readRecordedAt(Database& database, OrganizerId organizer,
                                      CustomerId customer)
{
    const auto at =
        database.integer("SELECT at FROM customer WHERE organizer = ? AND id = ? AND erased = 0",
                         {organizer, customer});
    return at ? std::optional{HlcTime{*at}.instant()} : std::nullopt;
}

std::vector<StoredScan> readScansOfOrder(Database& database, OrganizerId organizer, OrderId order)
{
    std::vector<StoredScan> scans;
    database.each("SELECT scan.entry, scan.at, scan.ticket, scan.performance, scan.gate, "
                  "scan.outcome FROM ticket JOIN scan ON scan.organizer = ticket.organizer AND "
                  "scan.ticket = ticket.id WHERE ticket.organizer = ? AND ticket.sale_order = ? "
                  "ORDER BY scan.at, scan.entry",
                  {organizer, order}, [&](const DbRow& row) {
                      scans.push_back({row.id<EntryId>(0), HlcTime{row.integer(1)}.instant(),
                                       row.id<TicketId>(2), row.id<PerformanceId>(3), row.text(4),
                                       row.text(5)});
                  });
    return scans;
}

std::vector<StoredMoney> readMoneyOfOrder(Database& database, OrganizerId organizer, OrderId order)
{
    std::vector<StoredMoney> money;
    database.each("SELECT id, at, method, amount, currency, 1 FROM payment WHERE organizer = ? AND "
                  "sale_order = ? UNION ALL SELECT id, at, method, amount, currency, 0 FROM "
                  "payment_return WHERE organizer = ? AND sale_order = ? ORDER BY 2, 1",
                  {organizer, order, organizer, order}, [&](const DbRow& row) {
                      if (const auto currency = Currency::fromCode(row.text(4))) {
                          const bool isIn = row.integer(5) != 0;
                          const std::int64_t amount = row.integer(3);
                          money.push_back({row.uuid(0), HlcTime{row.integer(1)}.instant(),
                                           row.text(2), Money{isIn ? amount : -amount, *currency}});
                      }
                  });
    return money;
}

std::vector<StoredWish> readWishesOf(Database& database, OrganizerId organizer, CustomerId customer)
{
    std::vector<StoredWish> wishes;
    database.each("SELECT id, at, performance, count, ended_at FROM waiting WHERE organizer = ? "
                  "AND customer = ? AND at IS NOT NULL ORDER BY at, id",
                  {organizer, customer}, [&](const DbRow& row) {
                      const auto ended = row.optionalInteger(4);
                      wishes.push_back(
                          {row.uuid(0),
                           HlcTime{row.integer(1)}.instant(),
                           row.id<PerformanceId>(2),
                           true,
                           {},
                           row.integer(3),
                           ended ? std::optional{HlcTime{*ended}.instant()} : std::nullopt});
                  });
    database.each("SELECT id, placed_at, performance, code FROM hold WHERE organizer = ? AND "
                  "customer = ? AND placed_at IS NOT NULL ORDER BY placed_at, id",
                  {organizer, customer}, [&](const DbRow& row) {
                      wishes.push_back({row.uuid(0),
                                        HlcTime{row.integer(1)}.instant(),
                                        row.id<PerformanceId>(2),
                                        false,
                                        row.text(3),
                                        0,
                                        {}});
                  });
    return wishes;
}

} // namespace foyer
