// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/authority.h"

#include "core/crypto/secret.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/rights/rights.h"
#include "core/services/authority/follow_ups.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/storage/identity_store.h"
#include "core/storage/rights_store.h"

namespace foyer {
namespace {

std::shared_ptr<const SigningKey> freshKey(Random& random)
{
    return std::make_shared<const SigningKey>(SecretBytes::random(kSeedSize, random));
}

Bytes publicKeyOf(const SigningKey& key)
{
    return {key.publicKey().begin(), key.publicKey().end()};
}

struct Settling {
    Database& database;
    OrganizerId organizer;
    const AuthorityKeys& keys;
    const Clock& clock;
    Random& random;
};

/// The server's own chain begins; there is one for all processes, so the first one makes it.
void settle(const Settling& house, bool takesCharge)
{
    FeedBatch batch{house.database, house.organizer};
    if (readIdentityOf(house.database, house.organizer)) {
        return;
    }
    const Identity identity{house.organizer, ReplicaId{Uuid::v7(house.clock.now(), house.random)},
                            1};
    storeIdentity(house.database, identity);
    Journal journal{house.database, identity, house.clock, house.random};
    Journal::Act act{journal, Permit::ofProgram(), batch};
    const Bytes root = publicKeyOf(*house.keys.root);
    act.append(kind::kReplicaFounded,
               encode(ReplicaFounded{"Server", "", publicKeyOf(*house.keys.device), root}));
    if (takesCharge) {
        act.append(kind::kAuthorityMoved, encode(AuthorityMoved{identity.replica, root}));
    }
    act.commit();
    batch.commit();
}

} // namespace

AuthorityKeys AuthorityKeys::generate(Random& random)
{
    return {freshKey(random), freshKey(random)};
}

Result<void> Authority::adopt(Database& database, OrganizerId organizer, const AuthorityKeys& keys,
                              const Clock& clock, Random& random)
{
    return guarded([&]() -> Result<void> {
        settle({database, organizer, keys, clock, random}, false);
        return {};
    });
}

Result<void> Authority::found(Database& database, OrganizerId organizer, const AuthorityKeys& keys,
                              const Clock& clock, Random& random)
{
    return guarded([&]() -> Result<void> {
        settle({database, organizer, keys, clock, random}, true);
        return {};
    });
}

Result<std::unique_ptr<Authority>> Authority::open(Database& database, OrganizerId organizer,
                                                   const AuthorityKeys& keys, const Clock& clock,
                                                   Random& random)
{
    return guarded([&]() -> Result<std::unique_ptr<Authority>> {
        const auto identity = readIdentityOf(database, organizer);
        if (!identity) {
            return refused("unknown_organizer",
                           "This server has no such organizer. Enrol the counter that founded it "
                           "first.");
        }
        return std::unique_ptr<Authority>{new Authority{database, *identity, keys, clock, random}};
    });
}

Authority::Authority(Database& database, const Identity& identity, AuthorityKeys keys,
                     const Clock& clock, Random& random)
    : m_database{database}, m_keys{std::move(keys)}, m_clock{clock}, m_random{random},
      m_journal{std::make_unique<Journal>(database, identity, clock, random)},
      m_offers{std::make_unique<OfferCache>(database, identity)}
{
    m_journal->signHeadsWith([this](const JournalHead& head) {
        const Signature signature =
            m_keys.device->sign(signedHeadMessage(m_journal->identity(), head));
        return Bytes{signature.begin(), signature.end()};
    });
}

Authority::~Authority() = default;

void Authority::followWith(const FollowUps* followUps)
{
    m_followUps = followUps;
    m_journal->noticeWith([this](const Entry& entry, const CborValue& body) { note(entry, body); });
}

void Authority::note(const Entry& entry, const CborValue& body)
{
    if (m_followUps != nullptr) {
        m_followUps->note(m_database, entry, body);
    }
}

std::unique_ptr<FeedBatch> Authority::begin()
{
    auto batch = std::make_unique<FeedBatch>(m_database, organizer());
    m_journal->refreshHead();
    if (batch->position() != m_written) {
        m_offers->clear();
    }
    batch->whenCommitted([this](std::int64_t position) { m_written = position; });
    return batch;
}

bool Authority::isInCharge()
{
    const auto now = readAuthority(m_database, organizer());
    return now && now->replica == replica();
}

Bytes Authority::rootKey() const
{
    return publicKeyOf(*m_keys.root);
}

Bytes Authority::deviceKey() const
{
    return publicKeyOf(*m_keys.device);
}

} // namespace foyer
