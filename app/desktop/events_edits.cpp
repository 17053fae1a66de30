// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/events_reading.h"
#include "core/calendar/clock_time.h"
#include "core/services/counter.h"
#include "core/services/event_dates.h"
#include "core/services/event_editing.h"
#include "core/services/event_prices.h"
#include "core/services/event_publishing.h"
#include "core/services/event_quotas.h"
#include "core/services/event_reading.h"
#include "core/services/picture_use.h"
#include "core/services/venue_editing.h"

#include <variant>

namespace foyer::desktop {
namespace {

constexpr std::int64_t kEditMinuteMs = 60'000;

template <typename T>
Result<void> doneOf(const Result<T>& answer)
{
    return answer ? Result<void>{} : Result<void>{answer.error()};
}

/// Does one edit of an event, each by the verb that it belongs to.
class EventEditing {
public:
    EventEditing(Counter& counter, EventId event) : m_counter{counter}, m_event{event} {}

    Result<void> operator()(const EventChange& edit) const
    {
        return editEvent(m_counter, m_event, edit);
    }
    Result<void> operator()(const ui::ChangeVenue& edit) const
    {
        return editVenue(m_counter, edit.venue, edit.change);
    }
    Result<void> operator()(const ui::NewVenue& edit) const
    {
        const auto venue = createVenue(m_counter, {.name = edit.name});
        return venue ? editEvent(m_counter, m_event, {.venue = *venue}) : doneOf(venue);
    }
    Result<void> operator()(const ui::NewDates& edit) const
    {
        return doneOf(
            addSeries(m_counter, m_event, seriesRuleOf(edit),
                      NewDate{.startsAt = {}, .plan = edit.plan, .capacity = edit.capacity}));
    }
    Result<void> operator()(const ui::ChangeDate& edit) const;
    Result<void> operator()(const ui::ChangeSale& edit) const;
    Result<void> operator()(const ui::ChangePlan& edit) const
    {
        return setDatePlan(m_counter, edit.date, edit.plan);
    }
    Result<void> operator()(const ui::MoveDate& edit) const;
    Result<void> operator()(const ui::PostponeDate& edit) const
    {
        return doneOf(postponeDate(m_counter, edit.date, edit.reason));
    }
    Result<void> operator()(const ui::CancelDate& edit) const
    {
        return doneOf(cancelDate(m_counter, edit.date, edit.reason));
    }
    Result<void> operator()(const ui::NewCategory& edit) const
    {
        return doneOf(addCategory(m_counter, m_event, {.name = edit.name}));
    }
    Result<void> operator()(const ui::ChangeCategory& edit) const
    {
        return editCategory(m_counter, edit.category, edit.change);
    }
    Result<void> operator()(const ui::NewType& edit) const
    {
        TypeChange type{.name = edit.name};
        if (!edit.tax.isNil()) {
            type.tax = edit.tax;
        }
        return doneOf(addType(m_counter, m_event, type));
    }
    Result<void> operator()(const ui::ChangeType& edit) const
    {
        return editType(m_counter, edit.type, edit.change);
    }
    Result<void> operator()(const ui::SetPrices& edit) const
    {
        return setPrices(m_counter, m_event, edit.cells);
    }
    Result<void> operator()(const ui::NewFee& edit) const
    {
        return doneOf(addFee(m_counter, m_event, edit.fee));
    }
    Result<void> operator()(const ui::ChangeFee& edit) const
    {
        return editFee(m_counter, edit.fee, edit.change);
    }
    Result<void> operator()(const ui::NewTax& edit) const
    {
        const auto tax = createTax(m_counter, edit.tax);
        return tax && edit.type ? editType(m_counter, *edit.type, {.tax = *tax}) : doneOf(tax);
    }
    Result<void> operator()(const ui::NewQuota& edit) const
    {
        return doneOf(addQuota(m_counter, edit.date, edit.quota));
    }
    Result<void> operator()(const ui::ChangeQuota& edit) const
    {
        return doneOf(editQuota(m_counter, edit.quota, edit.change));
    }
    Result<void> operator()(const ui::SetPoster& edit) const
    {
        return setEventPoster(m_counter, m_event, edit.poster);
    }
    Result<void> operator()(const ui::SetGalleryPicture& edit) const
    {
        return addToGallery(m_counter, m_event, edit.picture);
    }
    Result<void> operator()(const ui::RemoveFromGallery& edit) const
    {
        return removeFromGallery(m_counter, m_event, edit.picture);
    }
    Result<void> operator()(const ui::OrderGallery& edit) const
    {
        return reorderGallery(m_counter, m_event, edit.order);
    }
    Result<void> operator()(const ui::PublishEvent&) const
    {
        return publishEvent(m_counter, m_event);
    }
    Result<void> operator()(const ui::PostponeEvent& edit) const
    {
        return doneOf(postponeEvent(m_counter, m_event, edit.reason));
    }
    Result<void> operator()(const ui::CancelEvent& edit) const
    {
        return doneOf(cancelEvent(m_counter, m_event, edit.reason));
    }
    Result<void> operator()(const ui::ArchiveEvent&) const
    {
        return archiveEvent(m_counter, m_event);
    }

private:
    Result<Performance> date(PerformanceId id) const
    {
        const auto details = eventDetails(m_counter, m_event);
        if (!details) {
            return details.error();
        }
        const EventDate* found = details->date(id);
        if (found == nullptr) {
            return refused("unknown_date", "There is no such date. Choose it again from the list.",
                           "date");
        }
        return found->performance;
    }

    Counter& m_counter;
    EventId m_event;
};

Result<void> EventEditing::operator()(const ui::ChangeDate& edit) const
{
    const auto before = date(edit.date);
    if (!before) {
        return before.error();
    }
    DateChange change;
    if (edit.doorsBeforeMinutes) {
        change.doorsAt = *edit.doorsBeforeMinutes
            ? std::optional{Instant{before->startsAt.ms -
                                    **edit.doorsBeforeMinutes * kEditMinuteMs}}
            : std::nullopt;
    }
    if (edit.lastsMinutes) {
        change.endsAt = *edit.lastsMinutes
            ? std::optional{Instant{before->startsAt.ms + **edit.lastsMinutes * kEditMinuteMs}}
            : std::nullopt;
    }
    return editDate(m_counter, edit.date, change);
}

Result<void> EventEditing::operator()(const ui::ChangeSale& edit) const
{
    const DateChange change{.onSaleFrom = edit.from, .onSaleUntil = edit.until};
    if (edit.date) {
        return editDate(m_counter, *edit.date, change);
    }
    const auto details = eventDetails(m_counter, m_event);
    if (!details) {
        return details.error();
    }
    const Instant now = m_counter.clock().now();
    for (const EventDate& each : details->dates) {
        const bool isMeant = each.performance.startsAt > now &&
            each.performance.state != Performance::State::Cancelled;
        if (auto done = isMeant ? editDate(m_counter, each.performance.id, change) : Result<void>{};
            !done) {
            return done;
        }
    }
    return {};
}

Result<void> EventEditing::operator()(const ui::MoveDate& edit) const
{
    const auto before = date(edit.date);
    if (!before) {
        return before.error();
    }
    const auto clock = clockTimeFrom(edit.start);
    const auto instant = clock ? instantOf(*clock, before->timeZone) : std::nullopt;
    if (!instant) {
        return badInput("bad_date", "Write a date and a time, such as 2026-11-28 19:30.", "start");
    }
    return doneOf(moveDate(m_counter, edit.date, instant->instant, edit.reason));
}

} // namespace

SeriesRule seriesRuleOf(const ui::NewDates& dates)
{
    return {.start = dates.start,
            .rule = dates.rule,
            .timeZone = {},
            .except = dates.except,
            .doorsBeforeMinutes = dates.doorsBeforeMinutes,
            .lastsMinutes = dates.lastsMinutes};
}

Result<void> applyEventEdit(Counter& counter, EventId event, const ui::EventEdit& edit)
{
    return std::visit(EventEditing{counter, event}, edit);
}

} // namespace foyer::desktop
