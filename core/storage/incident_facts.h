// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident.h"
#include "core/storage/database.h"

#include <optional>

namespace foyer {

/// What the facts that are known say of one incident; nothing where there is none. The answer
/// depends on which facts there are, and not on how they came. Throws StorageFailure.
std::optional<IncidentFacts> readIncidentFacts(Database& database, OrganizerId organizer,
                                               IncidentKind kind, ByteView subject);

/// How much more was given back of an order than there was to give, in minor units of its currency;
/// 0 for an order that is in order. Throws StorageFailure.
std::int64_t readGivenBackTooMuch(Database& database, OrganizerId organizer, OrderId order);

} // namespace foyer
