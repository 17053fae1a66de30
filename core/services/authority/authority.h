// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/storage/database.h"
#include "core/storage/feed_batch.h"
#include "core/storage/journal.h"

#include <memory>

namespace foyer {

class FollowUps;
class OfferCache;

/// The secrets of an organizer's authority on a server.
struct AuthorityKeys {
    std::shared_ptr<const SigningKey> root;   ///< certifies ticket keys
    std::shared_ptr<const SigningKey> device; ///< signs the heads of the server's chain, and those
                                              ///< of others that it has
    static AuthorityKeys generate(Random& random);
};

/// The authority of one organizer, on a database that takes in the entries of many replicas: it
/// gives them their order, gives out rights, and is itself a replica with a chain of its own.
/// Belongs to one thread. Several processes may have one each over the same database: every batch
/// takes the organizer's feed first, so they take turns.
class Authority {
public:
    /// Makes this database the home of an organizer that it does not know yet. The counter that
    /// founded the organizer stays its authority until it says `authority.moved`.
    static Result<void> adopt(Database& database, OrganizerId organizer, const AuthorityKeys& keys,
                              const Clock& clock, Random& random);
    /// The same for an organizer that begins here: the server is its authority from the start.
    static Result<void> found(Database& database, OrganizerId organizer, const AuthorityKeys& keys,
                              const Clock& clock, Random& random);
    /// Refuses with unknown_organizer.
    static Result<std::unique_ptr<Authority>> open(Database& database, OrganizerId organizer,
                                                   const AuthorityKeys& keys, const Clock& clock,
                                                   Random& random);
    ~Authority();
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;

    Database& database() { return m_database; }
    Journal& journal() { return *m_journal; }
    OrganizerId organizer() const { return m_journal->identity().organizer; }
    ReplicaId replica() const { return m_journal->identity().replica; }
    const AuthorityKeys& keys() const { return m_keys; }
    OfferCache& offers() { return *m_offers; }
    const Clock& clock() const { return m_clock; }
    Random& random() { return m_random; }

    /// What follows from facts, its own and those that arrive. For the life of this object.
    void followWith(const FollowUps* followUps);
    /// A fact of somebody else has arrived and is projected.
    void note(const Entry& entry, const CborValue& body);

    /// A batch whose entries get positions; see FeedBatch. What another process wrote since is
    /// heard of here: the head of the chain, and that offers kept in memory may be old.
    std::unique_ptr<FeedBatch> begin();
    /// Whether it is this authority that gives out rights, and not (yet, any more) another replica.
    bool isInCharge();

    /// The public halves, for those who have to trust them.
    Bytes rootKey() const;
    Bytes deviceKey() const;

private:
    Authority(Database& database, const Identity& identity, AuthorityKeys keys, const Clock& clock,
              Random& random);

    Database& m_database;
    AuthorityKeys m_keys;
    const Clock& m_clock;
    Random& m_random;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<OfferCache> m_offers;
    const FollowUps* m_followUps = nullptr;
    std::int64_t m_written = 0; ///< the position after this object's last batch
};

} // namespace foyer
