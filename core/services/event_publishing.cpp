// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/event_publishing.h"

#include "core/domain/catalogue/event_state.h"
#include "core/services/access_control.h"
#include "core/services/catalogue_editing.h"
#include "core/services/date_changes.h"
#include "core/services/events_concerned.h"
#include "core/services/house_mail.h"
#include "core/storage/catalogue_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// So long after its start a date is over.

Error wrongState(EventState from, EventState to)
{
    const std::string is{eventStateName(from)};
    const std::string wanted{eventStateName(to)};
    Error error =
        refused("wrong_state",
                "This event is " + is + ", and cannot become " + wanted + " from there.", "state");
    error.facts = {is, wanted};
    return error;
}

void writeState(CatalogueWork& work, EventId event, EventState state)
{
    work.edit(kind::kEventEdited, {event.uuid, {{"state", std::string{eventStateName(state)}}}});
}

/// The dates that are not over and not cancelled, by id.
std::vector<Performance> comingDates(Counter& counter, EventId event)
{
    std::vector<Performance> coming;
    const Instant now = counter.clock().now();
    readChildren(counter.database(), counter.organizer(), "performance", event.uuid,
                 [&](const Uuid& id, const Entity& entity) {
                     auto date = performanceFrom(id, entity);
                     if (date && isToCome(*date, now)) {
                         coming.push_back(*std::move(date));
                     }
                 });
    return coming;
}

Error notReady(const std::vector<EventCheck>& checks)
{
    Error error = refused("not_ready", "", "state");
    std::string first;
    for (const EventCheck& check : checks) {
        if (check.severity == EventCheck::Severity::Missing) {
            first = first.empty() ? check.message : first;
            error.facts.push_back(check.code);
        }
    }
    error.message = "Something is missing before this can be published. " + first;
    return error;
}

bool isMissing(const EventCheck& check)
{
    return check.severity == EventCheck::Severity::Missing;
}

/// Postpones or cancels an event with its coming dates.
Result<ChangeEffect> endEvent(Counter& counter, EventId event, EventState state,
                              DateChangeKind what, const std::string& reason)
{
    std::optional<ChangeEffect> effect;
    const auto done =
        editCatalogue(counter, eventOnly(event), [&](CatalogueWork& work) -> Result<void> {
            const auto known = work.event(event);
            if (!known) {
                return known.error();
            }
            if (!mayBecome(known->state, state)) {
                return wrongState(known->state, state);
            }
            if (auto said = checkChangeReason(reason, true); !said) {
                return said;
            }
            auto concerns = effectOf(counter,
                                     {.event = event,
                                      .date = {},
                                      .type = {},
                                      .category = {},
                                      .quota = {},
                                      .capacity = 0,
                                      .onlyComing = true});
            if (!concerns) {
                return std::move(concerns).error();
            }
            effect = *std::move(concerns);
            writeState(work, event, state);
            for (const Performance& date : comingDates(counter, event)) {
                const bool isSo = what == DateChangeKind::Postponed &&
                    date.state == Performance::State::Postponed;
                if (!isSo) {
                    writeDateChange(work, date, what, date.startsAt, reason);
                }
            }
            return {};
        });
    return done ? Result<ChangeEffect>{*std::move(effect)} : Result<ChangeEffect>{done.error()};
}

} // namespace

Result<std::vector<EventCheck>> eventChecks(Counter& counter, EventId event)
{
    const auto details = eventDetails(counter, event);
    if (!details) {
        return details.error();
    }
    return guarded([&]() -> Result<std::vector<EventCheck>> {
        return checksOf(*details, houseLanguage(counter), counter.clock().now());
    });
}

Result<void> publishEvent(Counter& counter, EventId event)
{
    return editCatalogue(counter, eventOnly(event), [&](CatalogueWork& work) -> Result<void> {
        const auto known = work.event(event);
        if (!known) {
            return known.error();
        }
        if (!mayBecome(known->state, EventState::Published)) {
            return wrongState(known->state, EventState::Published);
        }
        const auto details = readEventDetails(counter, event);
        if (!details) {
            return details.error();
        }
        const auto checks = checksOf(*details, houseLanguage(counter), counter.clock().now());
        if (std::ranges::any_of(checks, isMissing)) {
            return notReady(checks);
        }
        writeState(work, event, EventState::Published);
        return {};
    });
}

Result<ChangeEffect> postponeEvent(Counter& counter, EventId event, const std::string& reason)
{
    return endEvent(counter, event, EventState::Postponed, DateChangeKind::Postponed, reason);
}

Result<ChangeEffect> cancelEvent(Counter& counter, EventId event, const std::string& reason)
{
    return endEvent(counter, event, EventState::Cancelled, DateChangeKind::Cancelled, reason);
}

Result<void> archiveEvent(Counter& counter, EventId event)
{
    return editCatalogue(counter, eventOnly(event), [&](CatalogueWork& work) -> Result<void> {
        const auto known = work.event(event);
        if (!known) {
            return known.error();
        }
        if (!mayBecome(known->state, EventState::Archived)) {
            return wrongState(known->state, EventState::Archived);
        }
        if (known->state != EventState::Draft && !comingDates(counter, event).empty()) {
            return refused("event_coming",
                           "A date of this event is still to come. Cancel it first.", "state");
        }
        writeState(work, event, EventState::Archived);
        return {};
    });
}

} // namespace foyer
