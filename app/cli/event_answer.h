// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "app/cli/json_forms.h"
#include "core/services/change_effect.h"
#include "core/services/event_check.h"
#include "core/services/event_quotas.h"
#include "core/services/event_reading.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace foyer::cli {

/// Events in both forms. The JSON of an event is the one that event import reads: by names, with
/// times as the clocks of the place show them; ids and states are beside it.

Json eventForm(const EventDetails& event);
std::string eventText(const EventDetails& event);
Json dateForm(const EventDetails& event, const EventDate& date);

/// "2026-11-28 19:30" in a zone.
std::string clockForm(Instant instant, const std::string& timeZone);

/// Whom a change concerns. `did`: the sentence above the figures.
Json effectForm(const ChangeEffect& effect);
Json capacityForm(const ChangeEffect::Capacity& capacity);
Answer effectAnswer(const ChangeEffect& effect, const std::string& did, bool isDryRun);

Json checksForm(const std::vector<EventCheck>& checks);
std::string checksText(const std::vector<EventCheck>& checks);

Json limitsForm(const EventDetails& event, const std::vector<LimitedCell>& cells);
std::string limitsText(const EventDetails& event, const std::vector<LimitedCell>& cells);

/// The regular and early prices, of all dates or as they stand on one.
std::string gridText(const EventDetails& event, const EventDate* date);

} // namespace foyer::cli
