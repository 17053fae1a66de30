// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/event_state.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array<std::string_view, 5> kEventStateNames{"draft", "published", "postponed",
                                                           "cancelled", "archived"};
constexpr std::array<std::string_view, 3> kDateStateNames{"scheduled", "cancelled", "postponed"};

} // namespace

std::string_view eventStateName(EventState state)
{
    return kEventStateNames.at(static_cast<std::size_t>(state));
}

std::optional<EventState> eventStateNamed(std::string_view name)
{
    const auto found = std::ranges::find(kEventStateNames, name);
    return found != kEventStateNames.end()
        ? std::optional{static_cast<EventState>(found - kEventStateNames.begin())}
        : std::nullopt;
}

std::string_view dateStateName(Performance::State state)
{
    return kDateStateNames.at(static_cast<std::size_t>(state));
}

bool mayBecome(EventState from, EventState to)
{
    switch (to) {
    case EventState::Draft:
        return false;
    case EventState::Published:
        return from != EventState::Published;
    case EventState::Postponed:
        return from == EventState::Published;
    case EventState::Cancelled:
        return from == EventState::Published || from == EventState::Postponed;
    case EventState::Archived:
        break;
    }
    return from != EventState::Archived;
}

std::optional<Error> saleStop(const Event& event, const Performance& date)
{
    if (event.state == EventState::Published && date.state == Performance::State::Scheduled) {
        return std::nullopt;
    }
    if (event.state == EventState::Draft) {
        return refused("not_published",
                       "This event is a draft. Publish it before tickets are sold.");
    }
    if (event.state == EventState::Archived) {
        return refused("archived", "This event is archived. Nothing can be sold for it.");
    }
    if (event.state == EventState::Cancelled || date.state == Performance::State::Cancelled) {
        return refused("cancelled", "This performance is cancelled. Nothing can be sold for it.");
    }
    return refused("postponed",
                   "This performance is postponed. It is sold again when its new date is set.");
}

bool isToCome(const Performance& date, Instant now)
{
    constexpr std::int64_t kOverAfterMs = 4 * 3'600'000; // so long after its start it is over
    return date.state == Performance::State::Postponed ||
        (date.state == Performance::State::Scheduled && date.startsAt.ms >= now.ms - kOverAfterMs);
}

bool isOver(const Performance& date, Instant now)
{
    return date.state == Performance::State::Scheduled &&
        (date.endsAt ? now >= *date.endsAt : !isToCome(date, now));
}

bool isListed(EventState state)
{
    return state != EventState::Draft && state != EventState::Archived;
}

} // namespace foyer
