// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/event_answer.h"
#include "app/cli/event_words.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/event_dates.h"

namespace foyer::cli {
namespace {

constexpr std::int64_t kMsOfMinute = 60'000;

/// What dates are added with, but for their start.
Result<NewDate> wordsOf(Counter& counter, const EventDetails& event, const DateWords& words)
{
    NewDate date{.startsAt = {}, .timeZone = event.venue.timeZone, .capacity = words.capacity};
    if (!words.plan.empty()) {
        const auto plan = planTyped(counter, words.plan);
        if (!plan) {
            return plan.error();
        }
        date.plan = *plan;
    }
    const std::string& zone = event.venue.timeZone;
    const auto from = timeChanged(words.onSaleFrom, zone, "--on-sale-from");
    const auto until = timeChanged(words.onSaleUntil, zone, "--on-sale-until");
    if (!from || !until) {
        return from ? until.error() : from.error();
    }
    date.onSaleFrom = from->value_or(std::nullopt);
    date.onSaleUntil = until->value_or(std::nullopt);
    return date;
}

Result<Answer> addedDates(Counter& counter, EventId id,
                          const Result<std::vector<PerformanceId>>& added)
{
    if (!added) {
        return added.error();
    }
    const auto event = eventDetails(counter, id);
    if (!event) {
        return event.error();
    }
    Json list = Json::array();
    std::string text = "Added " + std::to_string(added->size()) + " dates.\n";
    for (const PerformanceId date : *added) {
        list.push_back(dateForm(*event, *event->date(date)));
    }
    return Answer{line(Json{{"dates", list}}), text, {}};
}

Json seriesForm(const SeriesDate& date)
{
    Json form{{"starts", clockText(date.shown)}, {"starts_at", toRfc3339(date.startsAt)}};
    if (date.doorsAt) {
        form["doors_at"] = toRfc3339(*date.doorsAt);
    }
    if (date.endsAt) {
        form["ends_at"] = toRfc3339(*date.endsAt);
    }
    if (date.isSkipped || date.isTwice) {
        form["note"] = date.isSkipped ? "skipped" : "twice";
    }
    return form;
}

Answer previewOf(const SeriesPlan& plan)
{
    Json dates = Json::array();
    Json known = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const SeriesDate& date : plan.dates) {
        dates.push_back(seriesForm(date));
        const char* note = date.isSkipped ? "the clocks skip this time: it starts later"
            : date.isTwice                ? "the clocks show this time twice: the first is meant"
                                          : "";
        cells.push_back({localTime(date.startsAt, plan.timeZone), note});
    }
    for (const SeriesDate& date : plan.known) {
        known.push_back(seriesForm(date));
        cells.push_back({localTime(date.startsAt, plan.timeZone), "is there already"});
    }
    return {line(Json{{"dates", dates},
                      {"known", known},
                      {"time_zone", plan.timeZone},
                      {"dry_run", true}}),
            columns(cells),
            {}};
}

Result<ChangeEffect> doToDate(Counter& counter, const EventDateActCommand& command,
                              const EventDetails& event, PerformanceId date)
{
    using Act = EventDateActCommand::Act;
    if (command.dryRun) {
        return changeEffect(counter, {.event = event.event.id, .date = date});
    }
    if (command.act == Act::Cancel) {
        return cancelDate(counter, date, command.reason);
    }
    if (command.act == Act::Postpone) {
        return postponeDate(counter, date, command.reason);
    }
    const auto to = timeTyped(command.to, event.date(date)->performance.timeZone, "TO");
    return to ? moveDate(counter, date, *to, command.reason) : Result<ChangeEffect>{to.error()};
}

Result<DateChange> dateChangeTyped(const EventDateEditCommand& command, const std::string& zone)
{
    DateChange change;
    for (const auto& [text, where, member] :
         {std::tuple{&command.doors, "--doors", &DateChange::doorsAt},
          std::tuple{&command.ends, "--ends", &DateChange::endsAt},
          std::tuple{&command.onSaleFrom, "--on-sale-from", &DateChange::onSaleFrom},
          std::tuple{&command.onSaleUntil, "--on-sale-until", &DateChange::onSaleUntil}}) {
        const auto time = timeChanged(*text, zone, where);
        if (!time) {
            return time.error();
        }
        change.*member = *time;
    }
    return change;
}

} // namespace

Result<Answer> run(const EventDateAddCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    if (!event) {
        return event.error();
    }
    const auto like = wordsOf(**counter, *event, command.words);
    if (!like) {
        return like.error();
    }
    std::vector<NewDate> dates;
    for (const std::string& text : command.starts) {
        const auto start = timeTyped(text, event->venue.timeZone, "START");
        if (!start) {
            return start.error();
        }
        NewDate date = *like;
        date.startsAt = *start;
        if (const auto before = command.words.doorsBefore) {
            date.doorsAt = Instant{start->ms - *before * kMsOfMinute};
        }
        if (const auto lasts = command.words.lasts) {
            date.endsAt = Instant{start->ms + *lasts * kMsOfMinute};
        }
        dates.push_back(date);
    }
    return addedDates(**counter, event->event.id, addDates(**counter, event->event.id, dates));
}

Result<Answer> run(const EventSeriesCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    if (!event) {
        return event.error();
    }
    const SeriesRule rule{.start = command.start,
                          .rule = command.rule,
                          .timeZone = command.timeZone,
                          .except = command.except,
                          .extra = command.extra,
                          .doorsBeforeMinutes = command.words.doorsBefore,
                          .lastsMinutes = command.words.lasts};
    if (command.dryRun) {
        const auto plan = planSeries(**counter, event->event.id, rule);
        return plan ? Result<Answer>{previewOf(*plan)} : Result<Answer>{plan.error()};
    }
    const auto like = wordsOf(**counter, *event, command.words);
    if (!like) {
        return like.error();
    }
    return addedDates(**counter, event->event.id,
                      addSeries(**counter, event->event.id, rule, *like));
}

Result<Answer> run(const EventDateEditCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    const auto date =
        event ? dateNamed(**counter, *event, command.date) : Result<PerformanceId>{event.error()};
    if (!date) {
        return date.error();
    }
    const auto change = dateChangeTyped(command, event->date(*date)->performance.timeZone);
    if (!change) {
        return change.error();
    }
    std::optional<PlanId> plan;
    if (!command.plan.empty() && command.plan != "none") {
        const auto known = planTyped(**counter, command.plan);
        if (!known) {
            return known.error();
        }
        plan = *known;
    }
    if (auto edited = editDate(**counter, *date, *change); !edited) {
        return std::move(edited).error();
    }
    if (!command.plan.empty()) {
        if (auto set = setDatePlan(**counter, *date, plan); !set) {
            return std::move(set).error();
        }
    }
    const auto now = eventDetails(**counter, event->event.id);
    if (!now) {
        return now.error();
    }
    return Answer{line(Json{{"date", dateForm(*now, *now->date(*date))}}), "Changed.\n", {}};
}

Result<Answer> run(const EventDateActCommand& command, Session& session)
{
    using Act = EventDateActCommand::Act;
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto event = eventTyped(**counter, command.event);
    const auto date =
        event ? dateNamed(**counter, *event, command.date) : Result<PerformanceId>{event.error()};
    if (!date) {
        return date.error();
    }
    const auto effect = doToDate(**counter, command, *event, *date);
    if (!effect) {
        return effect.error();
    }
    const char* did = command.act == Act::Cancel ? "The date is cancelled. It concerns:"
        : command.act == Act::Postpone           ? "The date is postponed. It concerns:"
                                                 : "The date is moved. It concerns:";
    return effectAnswer(*effect, did, command.dryRun);
}

} // namespace foyer::cli
