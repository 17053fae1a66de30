// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"
#include "core/storage/incident_store.h"

namespace foyer {

class Counter;

/// An incident with its sides, its money and what was done about it, read from what is known here.
/// For the verbs of incidents.h, which have asked for the permission. Throws StorageFailure.
Incident incidentShown(Counter& counter, const KnownIncident& known);

/// For the same. Refuses with unknown_incident. Throws StorageFailure.
Result<KnownIncident> knownIncident(Counter& counter, IncidentId id);

} // namespace foyer
