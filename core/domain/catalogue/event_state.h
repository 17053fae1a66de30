// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/domain/catalogue/catalogue.h"

#include <optional>
#include <string_view>

namespace foyer {

/// "draft", "published", "postponed", "cancelled", "archived": as they are written to disk.
std::string_view eventStateName(EventState state);
std::optional<EventState> eventStateNamed(std::string_view name);
/// "scheduled", "cancelled", "postponed".
std::string_view dateStateName(Performance::State state);

/// Which way an event may go. A draft is published once; what was published is postponed,
/// cancelled, taken up again, and archived when it is over. Nothing becomes a draft again.
bool mayBecome(EventState from, EventState to);

/// Why nothing may be sold for a date: not_published (a draft), postponed, cancelled, archived.
/// Nothing where its event is published and it takes place. Tickets that were sold stay valid
/// either way.
std::optional<Error> saleStop(const Event& event, const Performance& date);

/// Whether people still count on a date: it takes place and is not over, or it was postponed and
/// waits for another time, whenever it should have been.
bool isToCome(const Performance& date, Instant now);

/// Whether nobody comes any more: it took place and has ended, or began four hours ago where nobody
/// said when it ends. One that is cancelled or postponed is never over.
bool isOver(const Performance& date, Instant now);

/// Whether people look for it in lists of what is on: not a draft, and not archived.
bool isListed(EventState state);

} // namespace foyer
