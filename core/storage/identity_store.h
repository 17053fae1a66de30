// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/bodies.h"
#include "core/storage/journal.h"

#include <optional>
#include <vector>

namespace foyer {

/// Which replica a database is; nothing for one that was never founded. Throws StorageFailure.
std::optional<Identity> readIdentity(Database& database);
/// The same of one organizer, where a database serves several.
std::optional<Identity> readIdentityOf(Database& database, OrganizerId organizer);
/// The organizers that a server is for.
std::vector<OrganizerId> readOrganizers(Database& database);
void storeIdentity(Database& database, const Identity& identity);
/// What is known of a replica: name, series and keys.
std::optional<ReplicaFounded> readReplica(Database& database, const Identity& identity);
/// How many replicas an organizer has, its server among them.
std::int64_t countReplicas(Database& database, OrganizerId organizer);
/// The certificates of all counters of an organizer, in their encoded form.
std::vector<Bytes> readCertificates(Database& database, OrganizerId organizer);

} // namespace foyer
