// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/change_effect.h"
#include "core/services/event_check.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The last step of making an event, and what becomes of it later; see event_editing.h for what
/// holds everywhere. What each state means for a sale: saleStop().

/// What is missing or doubtful, by the steps. Refuses with unknown_event.
Result<std::vector<EventCheck>> eventChecks(Counter& counter, EventId event);

/// Puts an event on sale: a draft, or one that was postponed, cancelled or archived. Its dates stay
/// as they are: one that was cancelled stays so. Refuses besides with not_ready (something is
/// missing; facts: the codes of checks), wrong_state (it is published; facts: what
/// it is and what it should become).
Result<void> publishEvent(Counter& counter, EventId event);
/// Postpones it and every date that is to come. Refuses besides with wrong_state, reason_missing.
Result<ChangeEffect> postponeEvent(Counter& counter, EventId event, const std::string& reason);
/// Cancels it and every date that is to come. Refuses besides with wrong_state, reason_missing.
Result<ChangeEffect> cancelEvent(Counter& counter, EventId event, const std::string& reason);
/// Takes it out of the lists; reports keep it. Refuses besides with wrong_state, event_coming (it
/// is published, and a date is still to come).
Result<void> archiveEvent(Counter& counter, EventId event);

} // namespace foyer
