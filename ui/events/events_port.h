// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture_pixels.h"
#include "ui/events/event_edit.h"
#include "ui/events/event_view.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What the preview of a ticket says that may not be saved yet.
struct TicketDraft {
    std::string name;
    std::string subtitle;
    std::optional<std::string> text = {}; ///< of the organizer; none: as it is kept
};

/// A file that somebody wants to show.
struct NewPicture {
    std::string path;
    bool isPoster = false; ///< else at the end of the gallery
};

/// The events workspace's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once. What changes something is durable then.
class EventsPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~EventsPort() = default;

    /// Events by name; no state: all but the archived ones.
    virtual void list(std::optional<EventState> state, const std::string& search,
                      Then<std::vector<EventCard>> then) = 0;
    /// What a card says besides: costs a look at the event's tickets.
    virtual void share(EventId event, Then<EventShare> then) = 0;
    virtual void open(EventId event, Then<EventView> then) = 0;
    virtual void house(Then<EventHouse> then) = 0;
    /// Makes a draft; a venue without an id is made with it.
    virtual void create(const NewEvent& event, Then<EventId> then) = 0;
    virtual void clone(EventId event, const std::string& name, bool withDates, int shiftDays,
                       Then<EventId> then) = 0;
    /// Does one thing to an event; how it is now.
    virtual void edit(EventId event, const EventEdit& edit, Then<EventView> then) = 0;
    /// What `edit` with these dates would add.
    virtual void planDates(EventId event, const NewDates& dates,
                           Then<std::vector<PlannedDate>> then) = 0;
    /// Whom and how much a change concerns, before it is made.
    virtual void effect(EventId event, const EventConcern& concern, Then<EventEffect> then) = 0;
    /// How many tickets are sold of each date.
    virtual void sold(EventId event, Then<std::map<PerformanceId, std::int64_t>> then) = 0;
    /// What limits each cell of the grid on a date.
    virtual void limits(PerformanceId date, Then<std::vector<CellLimits>> then) = 0;
    /// Reads a picture and puts it up; how the event is then. May take half a minute for a picture
    /// that means harm, and holds up nothing else.
    virtual void addPicture(EventId event, const NewPicture& picture, Then<EventView> then) = 0;
    /// A picture to be painted, at most `width` pixels wide.
    virtual void pixels(const PictureHash& picture, std::int64_t width,
                        Then<PicturePixels> then) = 0;
    /// A ticket of the event as it would be printed, as a PNG picture.
    virtual void ticket(EventId event, const TicketDraft& draft, Then<std::string> then) = 0;

protected:
    EventsPort() = default;
    EventsPort(const EventsPort&) = default;
    EventsPort& operator=(const EventsPort&) = default;
};

} // namespace foyer::ui
