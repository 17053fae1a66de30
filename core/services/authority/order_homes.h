// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/rights/rights_wish.h"
#include "core/services/authority/authority.h"

namespace foyer {

/// Makes a replica the home of an order, as part of an act of the authority's: where its home gave
/// it back, or is written off. Its seats go along. From any other home it is recalled, and the
/// answer says so. Does nothing where the replica is the home already. Throws StorageFailure.
void giveHome(Authority& authority, Journal::Act& act, ReplicaId to, OrderId order,
              RightsAnswer& answer);

} // namespace foyer
