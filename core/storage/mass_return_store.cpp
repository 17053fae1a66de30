// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mass_return_store.h"

#include "core/domain/journal/entry.h"
#include "core/storage/projections.h"

namespace foyer {
namespace projections {

void massReturnBegun(Database& database, const Entry& entry, const CborValue& body)
{
    const auto begun = decodeMassReturnBegun(body);
    if (!begun) {
        return;
    }
    database.post("INSERT INTO mass_return (organizer, id, performance, begun_at, begun_by, "
                  "content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "performance = excluded.performance, begun_at = excluded.begun_at, "
                  "begun_by = excluded.begun_by, content = excluded.content",
                  {entry.organizer, begun->id, begun->performance, entry.at.value, entry.actor,
                   entry.body});
}

void massReturnEnded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto ended = decodeMassReturnEnded(body);
    if (!ended) {
        return;
    }
    // Two may end it who have not heard of each other: the first did.
    database.post("INSERT INTO mass_return (organizer, id, ended_at) VALUES (?, ?, ?) "
                  "ON CONFLICT (organizer, id) DO UPDATE SET ended_at = CASE "
                  "WHEN mass_return.ended_at < excluded.ended_at THEN mass_return.ended_at "
                  "ELSE excluded.ended_at END",
                  {entry.organizer, ended->id, entry.at.value});
}

} // namespace projections

namespace {

constexpr const char* kMassReturnColumns =
    "SELECT content, begun_at, begun_by, ended_at FROM mass_return WHERE organizer = ? AND "
    "content IS NOT NULL ";

void addMassReturn(std::vector<MassReturn>& found, const DbRow& row)
{
    const Bytes content = row.bytes(0);
    const auto body = decodeCbor(content);
    const auto begun = body ? decodeMassReturnBegun(*body) : Result<MassReturnBegun>{body.error()};
    if (!begun) {
        return;
    }
    const auto ended = row.optionalInteger(3);
    found.push_back({*begun, HlcTime{row.integer(1)}.instant(), row.id<UserId>(2),
                     ended ? std::optional{HlcTime{*ended}.instant()} : std::nullopt});
}

std::optional<MassReturn> firstOf(std::vector<MassReturn> found)
{
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

} // namespace

std::optional<MassReturn> readMassReturn(Database& database, OrganizerId organizer, MassReturnId id)
{
    std::vector<MassReturn> found;
    database.each(std::string{kMassReturnColumns} + "AND id = ?", {organizer, id},
                  [&](const DbRow& row) { addMassReturn(found, row); });
    return firstOf(std::move(found));
}

std::vector<MassReturn> readMassReturns(Database& database, OrganizerId organizer,
                                        std::int64_t limit)
{
    std::vector<MassReturn> found;
    database.each(std::string{kMassReturnColumns} + "ORDER BY begun_at DESC, id LIMIT ?",
                  {organizer, limit}, [&](const DbRow& row) { addMassReturn(found, row); });
    return found;
}

std::vector<MassReturn> readOpenMassReturns(Database& database, OrganizerId organizer)
{
    std::vector<MassReturn> found;
    database.each(std::string{kMassReturnColumns} + "AND ended_at IS NULL ORDER BY begun_at, id",
                  {organizer}, [&](const DbRow& row) { addMassReturn(found, row); });
    return found;
}

std::optional<MassReturn> readOpenMassReturn(Database& database, OrganizerId organizer,
                                             PerformanceId performance)
{
    std::vector<MassReturn> found;
    database.each(std::string{kMassReturnColumns} +
                      "AND performance = ? AND ended_at IS NULL ORDER BY begun_at, id LIMIT 1",
                  {organizer, performance}, [&](const DbRow& row) { addMassReturn(found, row); });
    return firstOf(std::move(found));
}

std::vector<OrderId> readOrdersFor(Database& database, OrganizerId organizer,
                                   PerformanceId performance)
{
    std::vector<OrderId> orders;
    database.each("SELECT DISTINCT sale_order FROM ticket WHERE organizer = ? AND performance = ? "
                  "AND voided_at IS NULL AND sale_order IS NOT NULL ORDER BY sale_order",
                  {organizer, performance},
                  [&](const DbRow& row) { orders.push_back(row.id<OrderId>(0)); });
    return orders;
}

} // namespace foyer
