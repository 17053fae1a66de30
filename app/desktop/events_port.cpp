// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/events_port.h"

#include "app/desktop/events_reading.h"
#include "app/desktop/store_thread.h"
#include "core/services/access_control.h"
#include "core/services/change_effect.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/event_clone.h"
#include "core/services/event_dates.h"
#include "core/services/event_editing.h"
#include "core/services/event_quotas.h"
#include "core/services/event_reading.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/venue_editing.h"

#include <utility>

namespace foyer::desktop {
namespace {

Result<EventId> createAsked(Counter& counter, const ui::NewEvent& event)
{
    EventChange change{.name = event.name, .venue = event.venue};
    // Before a venue is made for it: a refusal leaves nothing behind.
    if (const auto faults = faultsOf(change); !faults.empty()) {
        return faults.front();
    }
    if (event.name.find_first_not_of(" \t") == std::string::npos) {
        return badInput("name_missing", "Give it a name.", "name");
    }
    if (!event.venue) {
        const auto venue = createVenue(counter, {.name = event.venueName});
        if (!venue) {
            Error refusal = venue.error();
            refusal.where = "venue";
            return refusal;
        }
        change.venue = *venue;
    }
    return createEvent(counter, change);
}

ui::CellLimits limitsShown(const LimitedCell& cell)
{
    ui::CellLimits shown{.type = cell.type, .category = cell.category, .limits = {}};
    for (const SaleLimit& limit : cell.limits) {
        const bool isQuota = limit.what == SaleLimit::What::Quota;
        shown.limits.push_back(
            {isQuota ? limit.name : std::string{}, limit.quota, limit.of, limit.left});
    }
    return shown;
}

ui::EventEffect effectShown(const ChangeEffect& effect)
{
    return {.worth = effect.worth,
            .tickets = effect.tickets,
            .orders = effect.orders,
            .customers = effect.customers,
            .withMail = effect.withMail,
            .unnamed = effect.unnamed,
            .held = effect.held,
            .beyond = effect.capacity ? effect.capacity->beyond : 0};
}

} // namespace

void CounterEventsPort::list(std::optional<EventState> state, const std::string& search,
                             Then<std::vector<ui::EventCard>> then)
{
    m_store.ask<std::vector<ui::EventCard>>(
        [state, search](Counter& counter) -> Result<std::vector<ui::EventCard>> {
            const auto found = events(counter, state, search);
            if (!found) {
                return found.error();
            }
            std::vector<ui::EventCard> cards;
            for (const EventSummary& event : *found) {
                cards.push_back({event.id, event.name, event.subtitle, event.venue, event.state,
                                 event.dates, event.firstStart, event.timeZone});
            }
            return cards;
        },
        std::move(then));
}

void CounterEventsPort::share(EventId event, Then<ui::EventShare> then)
{
    m_store.ask<ui::EventShare>([event](Counter& counter) { return eventShareOf(counter, event); },
                                std::move(then));
}

void CounterEventsPort::open(EventId event, Then<ui::EventView> then)
{
    m_store.ask<ui::EventView>([event](Counter& counter) { return eventViewOf(counter, event); },
                               std::move(then));
}

void CounterEventsPort::house(Then<ui::EventHouse> then)
{
    m_store.ask<ui::EventHouse>([](Counter& counter) { return eventHouseOf(counter); },
                                std::move(then));
}

void CounterEventsPort::create(const ui::NewEvent& event, Then<EventId> then)
{
    m_store.ask<EventId>([event](Counter& counter) { return createAsked(counter, event); },
                         std::move(then));
}

void CounterEventsPort::clone(EventId event, const std::string& name, bool withDates, int shiftDays,
                              Then<EventId> then)
{
    m_store.ask<EventId>(
        [=](Counter& counter) {
            return cloneEvent(
                counter,
                {.of = event, .name = name, .withDates = withDates, .shiftDays = shiftDays});
        },
        std::move(then));
}

void CounterEventsPort::edit(EventId event, const ui::EventEdit& edit, Then<ui::EventView> then)
{
    m_store.ask<ui::EventView>(
        [event, edit](Counter& counter) -> Result<ui::EventView> {
            if (auto done = applyEventEdit(counter, event, edit); !done) {
                return std::move(done).error();
            }
            return eventViewOf(counter, event);
        },
        std::move(then));
}

void CounterEventsPort::planDates(EventId event, const ui::NewDates& dates,
                                  Then<std::vector<ui::PlannedDate>> then)
{
    m_store.ask<std::vector<ui::PlannedDate>>(
        [event, dates](Counter& counter) -> Result<std::vector<ui::PlannedDate>> {
            const auto plan = planSeries(counter, event, seriesRuleOf(dates));
            if (!plan) {
                return plan.error();
            }
            std::vector<ui::PlannedDate> planned;
            for (const SeriesDate& date : plan->dates) {
                planned.push_back({date.startsAt, plan->timeZone, false, date.isSkipped});
            }
            for (const SeriesDate& date : plan->known) {
                planned.push_back({date.startsAt, plan->timeZone, true, date.isSkipped});
            }
            return planned;
        },
        std::move(then));
}

void CounterEventsPort::effect(EventId event, const ui::EventConcern& concern,
                               Then<ui::EventEffect> then)
{
    m_store.ask<ui::EventEffect>(
        [event, concern](Counter& counter) -> Result<ui::EventEffect> {
            const auto effect = changeEffect(counter,
                                             {.event = event,
                                              .date = concern.date,
                                              .type = concern.type,
                                              .category = concern.category,
                                              .quota = concern.quota,
                                              .capacity = concern.capacity,
                                              .onlyComing = concern.onlyComing});
            if (!effect) {
                return effect.error();
            }
            return effectShown(*effect);
        },
        std::move(then));
}

void CounterEventsPort::sold(EventId event, Then<std::map<PerformanceId, std::int64_t>> then)
{
    using Sold = std::map<PerformanceId, std::int64_t>;
    m_store.ask<Sold>(
        [event](Counter& counter) -> Result<Sold> {
            const auto details = eventDetails(counter, event);
            if (!details) {
                return details.error();
            }
            Sold sold;
            for (const EventDate& date : details->dates) {
                const PerformanceId id = date.performance.id;
                const auto effect = changeEffect(counter, {.event = event, .date = id});
                if (!effect) {
                    return effect.error();
                }
                sold[id] = effect->tickets;
            }
            return sold;
        },
        std::move(then));
}

void CounterEventsPort::limits(PerformanceId date, Then<std::vector<ui::CellLimits>> then)
{
    m_store.ask<std::vector<ui::CellLimits>>(
        [date](Counter& counter) -> Result<std::vector<ui::CellLimits>> {
            const auto cells = saleLimits(counter, date);
            if (!cells) {
                return cells.error();
            }
            std::vector<ui::CellLimits> shown;
            for (const LimitedCell& cell : *cells) {
                shown.push_back(limitsShown(cell));
            }
            return shown;
        },
        std::move(then));
}

void CounterEventsPort::addPicture(EventId event, const ui::NewPicture& picture,
                                   Then<ui::EventView> then)
{
    m_store.ask<std::string>(
        [](Counter& counter) -> Result<std::string> {
            // Before the work, so that nobody waits for a refusal.
            if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
                return std::move(may).error();
            }
            return counter.folder().path();
        },
        [this, event, picture, then = std::move(then)](const Result<std::string>& folder) {
            if (!folder) {
                then(folder.error());
                return;
            }
            m_pictures.prepare(picture.path, *folder,
                               [this, event, isPoster = picture.isPoster,
                                then](const Result<PictureAdded>& added) {
                                   if (!added) {
                                       then(added.error());
                                       return;
                                   }
                                   putUp(event, *added, isPoster, then);
                               });
        });
}

void CounterEventsPort::putUp(EventId event, const PictureAdded& picture, bool isPoster,
                              Then<ui::EventView> then)
{
    m_store.ask<ui::EventView>(
        [event, picture, isPoster](Counter& counter) -> Result<ui::EventView> {
            if (auto known = addKeptPicture(counter, picture); !known) {
                return std::move(known).error();
            }
            const PictureReference shown{picture.hash, {}};
            auto done = isPoster ? setEventPoster(counter, event, shown)
                                 : addToGallery(counter, event, shown);
            return done ? eventViewOf(counter, event) : std::move(done).error();
        },
        std::move(then));
}

void CounterEventsPort::pixels(const PictureHash& hash, std::int64_t width,
                               Then<PicturePixels> then)
{
    m_store.ask<std::string>([hash,
                              width](Counter& counter) { return picture(counter, hash, width); },
                             [this, width,
                              then = std::move(then)](const Result<std::string>& path) {
                                 if (!path) {
                                     then(path.error());
                                     return;
                                 }
                                 m_pictures.paint(*path, width, then);
                             });
}

void CounterEventsPort::ticket(EventId event, const ui::TicketDraft& draft, Then<std::string> then)
{
    m_store.ask<std::string>(
        [event, draft](Counter& counter) { return ticketPictureOf(counter, event, draft); },
        std::move(then));
}

} // namespace foyer::desktop
