// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/access/operator_card.h"
#include "core/storage/database.h"

#include <optional>
#include <vector>

namespace foyer {

/// The operator cards that a server gave out. All functions throw StorageFailure.

void insertOperatorCard(Database& database, const OperatorCard& card);
/// Those of a device that are good beyond an instant.
std::vector<OperatorCard> readOperatorCards(Database& database, OrganizerId organizer,
                                            ReplicaId device, Instant beyond);
/// The card that an act names, however old.
std::optional<OperatorCard> readOperatorCard(Database& database, OrganizerId organizer,
                                             const Uuid& id);

} // namespace foyer
