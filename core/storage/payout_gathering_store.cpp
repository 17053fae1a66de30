// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/payout_gathering_store.h"

#include "core/storage/incident_store.h"
#include "core/storage/journal.h"

#include <optional>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

/// The first chain after another one.
std::optional<ChainMark> nextChain(Database& database, OrganizerId organizer,
                                   const std::optional<ChainMark>& after)
{
    std::optional<ChainMark> found;
    const auto take = [&](const DbRow& row) {
        found = ChainMark{row.id<ReplicaId>(0), row.integer(1), 0};
    };
    if (!after) {
        database.each("SELECT replica, epoch FROM entry WHERE organizer = ? "
                      "ORDER BY replica, epoch LIMIT 1",
                      {organizer}, take);
    } else {
        database.each("SELECT replica, epoch FROM entry WHERE organizer = ? AND "
                      "(replica, epoch) > (?, ?) ORDER BY replica, epoch LIMIT 1",
                      {organizer, after->replica, after->epoch}, take);
    }
    return found;
}

} // namespace

std::vector<ChainMark> readChains(Database& database, OrganizerId organizer)
{
    std::vector<ChainMark> chains;
    for (auto next = nextChain(database, organizer, {}); next;
         next = nextChain(database, organizer, next)) {
        chains.push_back(*next);
    }
    return chains;
}

std::vector<Entry> readOrderFacts(Database& database, OrganizerId organizer, OrderId order)
{
    std::vector<EntryId> ids;
    database.each("SELECT entry.id FROM sale_order JOIN entry ON entry.organizer = "
                  "sale_order.organizer AND entry.replica = sale_order.replica AND entry.epoch = "
                  "sale_order.epoch AND entry.sequence = sale_order.sequence WHERE "
                  "sale_order.organizer = ? AND sale_order.id = ?",
                  {organizer, order}, [&](const DbRow& row) { ids.push_back(row.id<EntryId>(0)); });
    database.each("SELECT entry FROM order_change WHERE organizer = ? AND sale_order = ? AND "
                  "kind IN ('tickets.returned', 'order.extended') UNION "
                  "SELECT entry FROM order_void WHERE organizer = ? AND sale_order = ? "
                  "ORDER BY entry",
                  {organizer, order, organizer, order},
                  [&](const DbRow& row) { ids.push_back(row.id<EntryId>(0)); });
    std::vector<Entry> facts;
    for (const EntryId id : ids) {
        if (auto entry = readEntryById(database, organizer, id)) {
            facts.push_back(*std::move(entry));
        }
    }
    return facts;
}

bool hasVoidTickets(Database& database, OrganizerId organizer, OrderId order)
{
    return database
        .integer("SELECT 1 FROM ticket WHERE organizer = ? AND sale_order = ? AND "
                 "voided_at IS NOT NULL LIMIT 1",
                 {organizer, order})
        .has_value();
}

AccountDays readAccountDays(Database& database, OrganizerId organizer, std::string_view provider,
                            Currency currency, std::int64_t fromDay, Instant until)
{
    AccountDays days;
    // What a provider charges by itself is a line of nothing but a charge.
    database.each("SELECT at, CASE type WHEN 'fee' THEN -net WHEN 'payout' THEN 0 ELSE fee END, "
                  "CASE type WHEN 'dispute' THEN -gross ELSE 0 END FROM settlement_line WHERE "
                  "organizer = ? AND provider = ? AND at >= ? AND at <= ? AND currency = ? AND "
                  "is_test = 0 ORDER BY at, reference",
                  {organizer, provider, fromDay * kDayMs, until.ms, currency.code()},
                  [&](const DbRow& row) {
                      auto& day = days[row.integer(0) / kDayMs];
                      day.first += row.integer(1);
                      day.second += row.integer(2);
                  });
    return days;
}

AccountDays readPaidDays(Database& database, OrganizerId organizer, std::string_view provider,
                         Currency currency, std::int64_t fromDay)
{
    AccountDays days;
    database.each("SELECT day, fees, disputed FROM payout_fee WHERE organizer = ? AND "
                  "provider = ? AND day >= ? AND currency = ? ORDER BY day, payout",
                  {organizer, provider, fromDay, currency.code()}, [&](const DbRow& row) {
                      auto& day = days[row.integer(0)];
                      day.first += row.integer(1);
                      day.second += row.integer(2);
                  });
    return days;
}

std::vector<Currency> readAccountCurrencies(Database& database, OrganizerId organizer,
                                            std::string_view provider, std::int64_t fromDay)
{
    std::vector<Currency> currencies;
    database.each("SELECT DISTINCT currency FROM settlement_line WHERE organizer = ? AND "
                  "provider = ? AND at >= ? AND is_test = 0 ORDER BY currency",
                  {organizer, provider, fromDay * kDayMs}, [&](const DbRow& row) {
                      if (const auto currency = Currency::fromCode(row.text(0))) {
                          currencies.push_back(*currency);
                      }
                  });
    return currencies;
}

} // namespace foyer
