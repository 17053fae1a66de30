// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/payout_store.h"

#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"

#include <algorithm>
#include <charconv>

namespace foyer {
namespace {

void addPayout(std::vector<StoredPayout>& payouts, const DbRow& row)
{
    const Bytes content = row.bytes(0);
    const auto body = decodeCbor(content);
    auto made = body ? decodePayoutMade(*body) : Result<PayoutMade>{body.error()};
    if (made) {
        payouts.push_back({*std::move(made), HlcTime{row.integer(1)}.instant(), row.id<UserId>(2)});
    }
}

std::optional<StoredPayout> only(std::vector<StoredPayout> payouts)
{
    return payouts.empty() ? std::nullopt : std::optional{std::move(payouts.front())};
}

} // namespace

std::vector<StoredCommission> readCommissions(Database& database, OrganizerId organizer)
{
    std::vector<StoredCommission> commissions;
    database.each("SELECT currency, from_at, milli_percent, fixed, at, actor FROM commission "
                  "WHERE organizer = ? ORDER BY at, entry",
                  {organizer}, [&](const DbRow& row) {
                      if (const auto currency = Currency::fromCode(row.text(0))) {
                          commissions.push_back({{{*currency, row.integer(2), row.integer(3)},
                                                  Instant{row.integer(1)}},
                                                 HlcTime{row.integer(4)}.instant(),
                                                 row.id<UserId>(5)});
                      }
                  });
    return commissions;
}

std::vector<StoredPayout> readPayouts(Database& database, OrganizerId organizer, std::int64_t limit)
{
    std::vector<StoredPayout> payouts;
    database.each("SELECT content, at, actor FROM payout WHERE organizer = ? "
                  "ORDER BY until_at DESC, number DESC LIMIT ?",
                  {organizer, limit}, [&](const DbRow& row) { addPayout(payouts, row); });
    return payouts;
}

std::vector<StoredPayout> readPayoutsUntil(Database& database, OrganizerId organizer, Instant until)
{
    std::vector<StoredPayout> payouts;
    database.each("SELECT content, at, actor FROM payout WHERE organizer = ? AND until_at = ? "
                  "ORDER BY currency",
                  {organizer, until.ms}, [&](const DbRow& row) { addPayout(payouts, row); });
    return payouts;
}

std::optional<StoredPayout> readPayout(Database& database, OrganizerId organizer, PayoutId payout)
{
    std::vector<StoredPayout> found;
    database.each("SELECT content, at, actor FROM payout WHERE organizer = ? AND id = ?",
                  {organizer, payout}, [&](const DbRow& row) { addPayout(found, row); });
    return only(std::move(found));
}

std::optional<StoredPayout> readPayoutByNumber(Database& database, OrganizerId organizer,
                                               std::string_view number)
{
    std::vector<StoredPayout> found;
    database.each("SELECT content, at, actor FROM payout WHERE organizer = ? AND number = ? "
                  "ORDER BY id LIMIT 1",
                  {organizer, number}, [&](const DbRow& row) { addPayout(found, row); });
    return only(std::move(found));
}

std::optional<StoredPayout> readLastPayout(Database& database, OrganizerId organizer)
{
    return only(readPayouts(database, organizer, 1));
}

std::optional<StoredPayout> readLastPayoutIn(Database& database, OrganizerId organizer,
                                             Currency currency)
{
    std::vector<StoredPayout> found;
    database.each("SELECT content, at, actor FROM payout WHERE organizer = ? AND currency = ? "
                  "ORDER BY until_at DESC LIMIT 1",
                  {organizer, currency.code()}, [&](const DbRow& row) { addPayout(found, row); });
    return only(std::move(found));
}

std::int64_t readPayoutSerial(Database& database, OrganizerId organizer, std::int64_t year)
{
    // Numbers of a year stand side by side in the index, and longer ones behind shorter ones would
    // sort before them: so all of a year are looked at, which are few.
    const std::string prefix = "PO-" + std::to_string(year) + "-";
    std::int64_t most = 0;
    database.each("SELECT number FROM payout WHERE organizer = ? AND number >= ? AND number < ?",
                  {organizer, prefix, "PO-" + std::to_string(year) + "."}, [&](const DbRow& row) {
                      const std::string digits = row.text(0).substr(prefix.size());
                      std::int64_t serial = 0;
                      std::from_chars(digits.data(), digits.data() + digits.size(), serial);
                      most = std::max(most, serial);
                  });
    return most;
}

} // namespace foyer
