// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/identity_store.h"

namespace foyer {

std::optional<Identity> readIdentity(Database& database)
{
    std::optional<Identity> identity;
    database.each("SELECT organizer, replica, epoch FROM identity", {}, [&](const DbRow& row) {
        identity = Identity{row.id<OrganizerId>(0), row.id<ReplicaId>(1), row.integer(2)};
    });
    return identity;
}

std::optional<Identity> readIdentityOf(Database& database, OrganizerId organizer)
{
    std::optional<Identity> identity;
    database.each("SELECT replica, epoch FROM identity WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) {
                      identity = Identity{organizer, row.id<ReplicaId>(0), row.integer(1)};
                  });
    return identity;
}

std::vector<OrganizerId> readOrganizers(Database& database)
{
    std::vector<OrganizerId> organizers;
    database.each("SELECT organizer FROM identity ORDER BY organizer", {},
                  [&](const DbRow& row) { organizers.push_back(row.id<OrganizerId>(0)); });
    return organizers;
}

void storeIdentity(Database& database, const Identity& identity)
{
    database.run("INSERT INTO identity (organizer, replica, epoch) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer) DO UPDATE SET replica = excluded.replica, "
                 "epoch = excluded.epoch",
                 {identity.organizer, identity.replica, identity.epoch});
}

std::optional<ReplicaFounded> readReplica(Database& database, const Identity& identity)
{
    std::optional<ReplicaFounded> replica;
    database.each(
        "SELECT name, series, device_key, authority_key FROM replica "
        "WHERE organizer = ? AND id = ?",
        {identity.organizer, identity.replica}, [&](const DbRow& row) {
            replica = ReplicaFounded{row.text(0), row.text(1), row.bytes(2), row.bytes(3)};
        });
    return replica;
}

std::int64_t countReplicas(Database& database, OrganizerId organizer)
{
    return database.integer("SELECT count(*) FROM replica WHERE organizer = ?", {organizer})
        .value_or(0);
}

std::vector<Bytes> readCertificates(Database& database, OrganizerId organizer)
{
    std::vector<Bytes> certificates;
    database.each("SELECT content FROM certificate WHERE organizer = ? ORDER BY content",
                  {organizer}, [&](const DbRow& row) { certificates.push_back(row.bytes(0)); });
    return certificates;
}

} // namespace foyer
