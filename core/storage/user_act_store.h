// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/incidents/incident.h"
#include "core/domain/incidents/shut_out.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads when people were shut out, and what they did then. All functions throw StorageFailure.

/// Every edit that touched whether somebody is in, in the order of (at, replica).
std::vector<StandingEdit> readStanding(Database& database, OrganizerId organizer, UserId user);
/// Nothing where the entry did not shut the user out.
std::optional<TimeShutOut> readTimeShutOut(Database& database, OrganizerId organizer, UserId user,
                                           EntryId by);

/// Something that somebody did.
struct UserAct {
    Uuid fact; ///< an order that was sold; of everything else the entry
    HlcTime at;
    std::string kind; ///< of the entry
    OrderId order;    ///< nil: none
    std::optional<Money> money;
    std::string note; ///< the reason that was given, the permission that was lent
};
/// What somebody did at a counter while they were shut out, the first first.
std::vector<UserAct> readActsWhileOut(Database& database, OrganizerId organizer, UserId user,
                                      const TimeShutOut& time, ReplicaId at);
/// The counters at which they did something then.
std::vector<ReplicaId> readWhereActedWhileOut(Database& database, OrganizerId organizer,
                                              UserId user, const TimeShutOut& time);

} // namespace foyer
