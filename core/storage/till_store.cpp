// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/till_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// A row of the columns replica, opened_at, opening, closed_at, closing. Nothing where the body
/// cannot be read: verify tells of it.
std::optional<StoredShift> shiftIn(const DbRow& row)
{
    const Bytes openingBytes = row.bytes(2);
    const auto openingBody = decodeCbor(openingBytes);
    const auto opening = openingBody ? decodeShiftOpened(*openingBody) : openingBody.error();
    if (!opening) {
        return std::nullopt;
    }
    StoredShift shift{.opening = *opening,
                      .replica = row.id<ReplicaId>(0),
                      .openedAt = HlcTime{row.integer(1)}.instant(),
                      .closing = std::nullopt,
                      .closedAt = {}};
    if (!row.isNull(3)) {
        const Bytes closingBytes = row.bytes(4);
        const auto closingBody = decodeCbor(closingBytes);
        if (const auto closing =
                closingBody ? decodeShiftClosed(*closingBody) : closingBody.error()) {
            shift.closing = *closing;
        }
        shift.closedAt = HlcTime{row.integer(3)}.instant();
    }
    return shift;
}

} // namespace

std::optional<StoredShift> readShift(Database& database, OrganizerId organizer, ShiftId id)
{
    std::optional<StoredShift> found;
    database.each("SELECT replica, opened_at, opening, closed_at, closing FROM shift "
                  "WHERE organizer = ? AND id = ? AND opening IS NOT NULL",
                  {organizer, id}, [&](const DbRow& row) { found = shiftIn(row); });
    return found;
}

std::vector<StoredShift> readOpenShifts(Database& database, OrganizerId organizer,
                                        ReplicaId replica)
{
    std::vector<StoredShift> open;
    database.each("SELECT replica, opened_at, opening, closed_at, closing FROM shift "
                  "WHERE organizer = ? AND replica = ? AND closed_at IS NULL ORDER BY opened_at",
                  {organizer, replica}, [&](const DbRow& row) {
                      if (auto shift = shiftIn(row)) {
                          open.push_back(*std::move(shift));
                      }
                  });
    return open;
}

std::vector<StoredShift> readShifts(Database& database, OrganizerId organizer, std::size_t limit)
{
    std::vector<StoredShift> latest;
    database.each("SELECT replica, opened_at, opening, closed_at, closing FROM shift "
                  "WHERE organizer = ? AND opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT ?",
                  {organizer, static_cast<std::int64_t>(limit)}, [&](const DbRow& row) {
                      if (auto shift = shiftIn(row)) {
                          latest.push_back(*std::move(shift));
                      }
                  });
    return latest;
}

std::int64_t readLastShiftNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                                 const std::string& series)
{
    return database
        .integer("SELECT max(number) FROM shift WHERE organizer = ? AND replica = ? AND series = ?",
                 {organizer, replica, series})
        .value_or(0);
}

std::int64_t readLastZNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                             const std::string& series)
{
    return database
        .integer("SELECT max(z_number) FROM shift WHERE organizer = ? AND closed_by = ? AND "
                 "z_series = ? AND closed_at IS NOT NULL",
                 {organizer, replica, series})
        .value_or(0);
}

std::int64_t readGrandTotal(Database& database, OrganizerId organizer, ReplicaId replica)
{
    std::int64_t total = 0;
    database.each("SELECT closing FROM shift WHERE organizer = ? AND closed_by = ? AND "
                  "closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT 1",
                  {organizer, replica}, [&](const DbRow& row) {
                      const Bytes bytes = row.bytes(0);
                      const auto body = decodeCbor(bytes);
                      if (const auto closing = body ? decodeShiftClosed(*body) : body.error()) {
                          total = closing->grandTotal;
                      }
                  });
    return total;
}

std::vector<TillFact> readTillFacts(Database& database, OrganizerId organizer, ShiftId shift)
{
    std::vector<TillFact> facts;
    database.each("SELECT entry, at, clerk, kind, sale_order, note, figures, "
                  "(SELECT code FROM sale_order WHERE sale_order.organizer = shift_fact.organizer "
                  "AND sale_order.id = shift_fact.sale_order) "
                  "FROM shift_fact WHERE organizer = ? AND shift = ? ORDER BY entry",
                  {organizer, shift}, [&](const DbRow& row) {
                      const Bytes bytes = row.bytes(6);
                      const auto figures = decodeCbor(bytes);
                      facts.push_back({row.id<EntryId>(0), HlcTime{row.integer(1)}.instant(),
                                       row.id<UserId>(2), row.text(3), row.optionalId<OrderId>(4),
                                       row.text(7), row.text(5),
                                       figures ? readFigures(*figures) : TillFigures{}});
                  });
    std::ranges::stable_sort(facts, {}, [](const TillFact& fact) { return fact.at.ms; });
    return facts;
}

} // namespace foyer
