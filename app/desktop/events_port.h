// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/picture_line.h"
#include "ui/events/events_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the events workspace asks for, over the store thread.
class CounterEventsPort final : public ui::EventsPort {
public:
    explicit CounterEventsPort(StoreThread& store) : m_store{store} {}

    void list(std::optional<EventState> state, const std::string& search,
              Then<std::vector<ui::EventCard>> then) override;
    void share(EventId event, Then<ui::EventShare> then) override;
    void open(EventId event, Then<ui::EventView> then) override;
    void house(Then<ui::EventHouse> then) override;
    void create(const ui::NewEvent& event, Then<EventId> then) override;
    void clone(EventId event, const std::string& name, bool withDates, int shiftDays,
               Then<EventId> then) override;
    void edit(EventId event, const ui::EventEdit& edit, Then<ui::EventView> then) override;
    void planDates(EventId event, const ui::NewDates& dates,
                   Then<std::vector<ui::PlannedDate>> then) override;
    void effect(EventId event, const ui::EventConcern& concern,
                Then<ui::EventEffect> then) override;
    void sold(EventId event, Then<std::map<PerformanceId, std::int64_t>> then) override;
    void limits(PerformanceId date, Then<std::vector<ui::CellLimits>> then) override;
    void addPicture(EventId event, const ui::NewPicture& picture,
                    Then<ui::EventView> then) override;
    void pixels(const PictureHash& hash, std::int64_t width, Then<PicturePixels> then) override;
    void ticket(EventId event, const ui::TicketDraft& draft, Then<std::string> then) override;

private:
    void putUp(EventId event, const PictureAdded& picture, bool isPoster, Then<ui::EventView> then);

    StoreThread& m_store;
    PictureLine m_pictures;
};

} // namespace foyer::desktop
