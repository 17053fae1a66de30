// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/operator_card.h"
#include "sync/server/http/router.h"
#include "sync/server/identity/device_registry.h"
#include "sync/server/identity/server_keys.h"

#include <vector>

namespace foyer::server {

/// Gives devices the cards by which people sign in there without a network. Safe from any thread;
/// throws StorageFailure.
class CardDesk {
public:
    /// Nobody gives back more than this by a card, whatever their role says, in minor units.
    static constexpr std::int64_t kRefundMinorMax = 10'000;
    /// A card that is good for longer than this is given again as it is.
    static constexpr std::int64_t kFreshMs = 24 * 3'600'000;

    CardDesk(ServerStore& store, ServerKeys& keys, DeviceRegistry& registry, const Clock& clock,
             Random& random);

    /// One for each active person who has a secret here and a permission that works without a
    /// network, as their role is now.
    std::vector<OperatorCard> cardsFor(OrganizerId organizer, ReplicaId device);

private:
    ServerStore& m_store;
    ServerKeys& m_keys;
    DeviceRegistry& m_registry;
    const Clock& m_clock;
    Random& m_random;
};

/// Adds GET /v1/cards.
void addCardRoute(Router& router, CardDesk& desk);

} // namespace foyer::server
