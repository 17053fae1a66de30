// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/services/authority/authority.h"

#include <string>

namespace foyer {

/// A replica that wants to belong to an organizer. Who may is decided before (by a one-time code).
struct ReplicaApplication {
    ReplicaId replica;
    std::string name; ///< "Counter 2"
    PublicKey ticketKey{};
};

/// What it is given: see HouseTerms.
struct ReplicaTerms {
    std::string series;
    Bytes authorityKey;
    ReplicaId authority;
};

/// Vouches for the ticket key of the counter that brings its house along, so that gates which trust
/// the server let in whom it sold to. Throws StorageFailure.
void certifyFounder(Authority& authority, FeedBatch& batch, const ReplicaApplication& application);

/// Vouches for the key that the server itself signs tickets with: those that it mails. Where a
/// certificate of it is good for half a year and more, nothing happens.
void certifyServer(Authority& authority, FeedBatch& batch, const PublicKey& ticketKey);
/// Whether it is.
bool isServerCertified(Database& database, OrganizerId organizer, const PublicKey& ticketKey,
                       Instant now);

/// Gives a replica its series of order codes, which nobody else gets, and vouches for its ticket
/// key by `key.certified`. Asked again, it answers the same. Refuses with not_in_charge, bad_name,
/// holders_unheard (see grantRights).
/// Throws StorageFailure.
Result<ReplicaTerms> enrolReplica(Authority& authority, FeedBatch& batch,
                                  const ReplicaApplication& application);

} // namespace foyer
