// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/incident_store.h"

#include <set>

namespace foyer::simulation {

/// What people did at counters while they were shut out: the incidents there must be, one for each
/// time and counter, from the entries alone.
std::set<IncidentId> wentOnAfterwards(Database& database, OrganizerId organizer);

} // namespace foyer::simulation
