// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_editing.h"

#include "core/domain/catalogue/event_state.h"
#include "core/services/catalogue_editing.h"
#include "core/services/event_parts.h"
#include "core/services/events_concerned.h"

namespace foyer {
namespace {

Result<void> checkEvent(CatalogueWork& work, const EventChange& change)
{
    if (auto sound = firstOf(faultsOf(change)); !sound) {
        return sound;
    }
    if (change.venue) {
        if (auto venue = work.venue(*change.venue); !venue) {
            return std::move(venue).error();
        }
    }
    return {};
}

} // namespace

Result<EventId> makeEvent(CatalogueWork& work, EventChange event)
{
    event.name = event.name.value_or("");
    event.subtitle = event.subtitle.value_or("");
    event.venue = event.venue.value_or(VenueId{});
    if (auto sound = checkEvent(work, event); !sound) {
        return std::move(sound).error();
    }
    const EventId id{work.newId()};
    EntityEdited edit = editOf(id, event, {});
    edit.fields["state"] = std::string{eventStateName(EventState::Draft)};
    work.edit(kind::kEventEdited, std::move(edit));
    return id;
}

Result<EventId> createEvent(Counter& counter, const EventChange& event)
{
    return madeInCatalogue<EventId>(counter,
                                    [&](CatalogueWork& work) { return makeEvent(work, event); });
}

Result<void> editEvent(Counter& counter, EventId event, const EventChange& change)
{
    return editCatalogue(counter, eventOnly(event), [&](CatalogueWork& work) -> Result<void> {
        const auto known = work.event(event);
        if (!known) {
            return known.error();
        }
        if (auto sound = checkEvent(work, change); !sound) {
            return sound;
        }
        work.edit(kind::kEventEdited, editOf(event, change, known->tags));
        return {};
    });
}

} // namespace foyer
