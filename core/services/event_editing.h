// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/catalogue_changes.h"

#include <string>

namespace foyer {

class Counter;

/// The first step of making an event: what it is and where. What follows has a header of its own:
/// event_dates.h, event_prices.h, event_quotas.h, event_publishing.h; event_reading.h shows it all.
///
/// Everywhere there: a verb needs Permission::EditCatalogue; what it is given stays the caller's,
/// so nothing that was typed is lost by a refusal; it refuses with the first of what faultsOf()
/// finds, `where` names the field, and then nothing happened. What is written merges field by field
/// with what others write, and two who set the same field without knowing of each other are an
/// incident.

/// Makes a draft. Name and venue have to be said. Refuses besides with unknown_venue, name_missing.
Result<EventId> createEvent(Counter& counter, const EventChange& event);
/// Changes an event, whatever its state. Refuses besides with unknown_event, unknown_venue.
Result<void> editEvent(Counter& counter, EventId event, const EventChange& change);

} // namespace foyer
