// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/bodies.h"
#include "core/domain/rights/rights.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/key_vault.h"
#include "core/services/new_folder.h"
#include "core/services/rights_authority.h"
#include "core/storage/identity_store.h"
#include "core/storage/migrator.h"
#include "core/storage/sync_store.h"

/// How a counter belongs to a server: the part of Counter that concerns its authority.
namespace foyer {

Result<void> Counter::foundMember(const CounterPlace& place, const std::string& name,
                                  const HouseTerms& terms, const Membership& membership,
                                  const CounterKeys& keys, KeyVault& vault, const Clock& clock,
                                  Random& random)
{
    return guarded([&]() -> Result<void> {
        auto taken = takeNewFolder(place);
        if (!taken) {
            return std::move(taken).error();
        }
        if (auto stored = storeKeys(vault, keys); !stored) {
            return stored;
        }
        const auto database = Database::open(databaseOf(place, **taken), Database::Mode::ReadWrite);
        migrate(*database);
        const Identity identity{terms.organizer, terms.replica, 1};
        Journal journal{*database, identity, clock, random};
        Journal::Act act{journal, Permit::ofProgram()};
        storeIdentity(*database, identity);
        storeMembership(*database, terms.organizer, membership);
        const PublicKey device = SigningKey{keys.device}.publicKey();
        act.append(kind::kReplicaFounded,
                   encode(ReplicaFounded{name, terms.series, Bytes{device.begin(), device.end()},
                                         terms.authorityKey}));
        act.commit();
        return {};
    });
}

void Counter::openAuthority()
{
    const auto membership = readMembership(*m_database, organizer());
    m_membership = membership ? std::make_unique<Membership>(*membership) : nullptr;
    if (m_membership) {
        m_authority = std::make_unique<DistantAuthority>();
    } else {
        m_authority = std::make_unique<OwnAuthority>(*m_database, identity());
    }
}

Result<void> Counter::handOver(const Membership& membership)
{
    return guarded([&]() -> Result<void> {
        if (m_membership) {
            return refused("already_joined",
                           "This counter has joined " + m_membership->url +
                               " already. Nothing was changed.");
        }
        if (m_entriesMissing > 0) {
            return databaseBehind(*this);
        }
        const auto permit = m_access->permit(Permission::RunCounter);
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{*m_journal, *permit};
        act.append(kind::kAuthorityMoved,
                   encode(AuthorityMoved{membership.authority, membership.authorityKey}));
        storeMembership(*m_database, organizer(), membership);
        act.commit();
        noteHead();
        openAuthority();
        return {};
    });
}

} // namespace foyer
