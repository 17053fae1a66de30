// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/access/access_entries.h"
#include "core/domain/rights/rights.h"
#include "core/storage/incident_watch.h"

namespace foyer::projections {
namespace {

void countAllotment(Database& database, const Entry& entry, const CborValue& body,
                    std::string_view sql)
{
    const auto allotment = decodeAllotment(body);
    if (!allotment) {
        return;
    }
    database.post("INSERT INTO allotment_change (organizer, entry) VALUES (?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id},
                  [&database, sql, organizer = entry.organizer,
                   allotment = *allotment](std::int64_t changed) {
                      if (changed == 1) {
                          database.post(sql,
                                        {organizer, allotment.quota, allotment.holder,
                                         allotment.rights});
                      }
                  });
}

} // namespace

void allotmentGranted(Database& database, const Entry& entry, const CborValue& body)
{
    countAllotment(database, entry, body,
                   "INSERT INTO allotment (organizer, quota, replica, granted) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (organizer, quota, replica) DO UPDATE SET "
                   "granted = allotment.granted + excluded.granted");
}

void allotmentReturned(Database& database, const Entry& entry, const CborValue& body)
{
    countAllotment(database, entry, body,
                   "INSERT INTO allotment (organizer, quota, replica, returned) "
                   "VALUES (?, ?, ?, ?) ON CONFLICT (organizer, quota, replica) DO UPDATE SET "
                   "returned = allotment.returned + excluded.returned");
}

void seatsLeased(Database& database, const Entry& entry, const CborValue& body)
{
    const auto lease = decodeSeatsLeased(body);
    if (!lease) {
        return;
    }
    for (const SeatRange& range : lease->seats) {
        database.post("INSERT INTO seat_lease (organizer, performance, lease, replica, first_seat, "
                      "last_seat) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, lease->performance, entry.id, lease->holder, range.first,
                       range.last});
    }
}

void seatsReturned(Database& database, const Entry& entry, const CborValue& body)
{
    const auto returned = decodeSeatsReturned(body);
    if (!returned) {
        return;
    }
    for (const SeatRange& range : returned->seats) {
        database.post("INSERT INTO seat_return (organizer, performance, entry, lease, replica, "
                      "first_seat, last_seat) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, returned->performance, entry.id, returned->lease,
                       returned->holder, range.first, range.last});
    }
}

void rightsRecalled(Database& database, const Entry& entry, const CborValue& body)
{
    const auto recalled = decodeRightsRecalled(body);
    if (!recalled) {
        return;
    }
    database.post("INSERT INTO recall (organizer, id, holder, performance, keep, reason, at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, recalled->holder, recalled->performance,
                   recalled->keep, recalled->reason, entry.at.value});
}

void recallAnswered(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto answered = decodeRecallAnswered(body)) {
        database.post("INSERT INTO recall_answer (organizer, recall, entry) VALUES (?, ?, ?) "
                      "ON CONFLICT DO NOTHING",
                      {entry.organizer, answered->recall, entry.id});
    }
}

void replicaWrittenOff(Database& database, const Entry& entry, const CborValue& body)
{
    const auto off = decodeReplicaWrittenOff(body);
    if (!off) {
        return;
    }
    database.post("INSERT INTO write_off (organizer, entry, replica, epoch, sequence, reason, at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, off->replica, off->epoch, off->sequence, off->reason,
                   entry.at.value});
    watchSalesAfter(database, entry.organizer, off->replica, off->epoch, off->sequence);
}

void deviceRevoked(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto revoked = decodeDeviceRevoked(body)) {
        database.post("INSERT INTO device_end (organizer, entry, device, epoch, sequence, reason, "
                      "at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, entry.id, revoked->device, revoked->epoch,
                       revoked->sequence, revoked->reason, entry.at.value});
    }
}

void authorityMoved(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto moved = decodeAuthorityMoved(body)) {
        database.post("INSERT INTO authority (organizer, entry, replica, key, at) "
                      "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      {entry.organizer, entry.id, moved->to, moved->key, entry.at.value});
    }
}

} // namespace foyer::projections
