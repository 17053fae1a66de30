// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/calendar/date_series.h"
#include "ui/events/event_edit.h"
#include "ui/events/event_view.h"
#include "ui/events/events_port.h"

#include <string>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::desktop {

/// What the events workspace shows, read from the counter; on the store thread.
Result<ui::EventView> eventViewOf(Counter& counter, EventId event);
Result<ui::EventShare> eventShareOf(Counter& counter, EventId event);
Result<ui::EventHouse> eventHouseOf(Counter& counter);
/// A ticket of an event with what is typed of it, as a PNG picture.
Result<std::string> ticketPictureOf(Counter& counter, EventId event, const ui::TicketDraft& draft);

/// Does one thing to an event.
Result<void> applyEventEdit(Counter& counter, EventId event, const ui::EventEdit& edit);
/// The rule that dates are wanted by; in the venue's time zone.
SeriesRule seriesRuleOf(const ui::NewDates& dates);

} // namespace foyer::desktop
