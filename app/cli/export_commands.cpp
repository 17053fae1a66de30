// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/exports/export_folder.h"
#include "core/calendar/clock_time.h"
#include "core/services/counter.h"
#include "core/services/event_reading.h"
#include "core/services/offer_cache.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

/// When a day begins in the house, or so many days later.
Result<Instant> dayBegin(Counter& counter, const std::string& day, int later, const char* where)
{
    const auto& house = counter.offers().organizer();
    const std::string zone = house ? house->timeZone : "UTC";
    const auto clock = clockTimeFrom(day, ClockTime{});
    const auto time = clock ? instantOf(*clock, zone) : std::nullopt;
    return time ? Result<Instant>{shiftedByDays(time->instant, later, zone)}
                : usageError("bad_day", "Write the day like 2026-01-31.", where);
}

Result<void> readPeriod(Counter& counter, const std::string& fromDay, const std::string& untilDay,
                        Instant& from, Instant& until)
{
    if (!fromDay.empty()) {
        const auto begin = dayBegin(counter, fromDay, 0, "--from-day");
        if (!begin) {
            return begin.error();
        }
        from = *begin;
    }
    if (!untilDay.empty()) {
        const auto end = dayBegin(counter, untilDay, 1, "--until-day");
        if (!end) {
            return end.error();
        }
        until = *end;
    }
    return {};
}

Answer exportAnswer(const ExportManifest& manifest, const std::string& folder)
{
    Json files = Json::array();
    std::string text;
    for (const ExportedFile& file : manifest.files) {
        files.push_back({{"name", file.name}, {"rows", file.rows}, {"bytes", file.bytes}});
        text += file.name + ": " + std::to_string(file.rows) + " rows\n";
    }
    return Answer{line(Json{{"folder", folder}, {"files", files}}),
                  text + "In " + folder + "\n",
                  {}};
}

} // namespace

Result<Answer> run(const ExportCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    ExportTerms terms{.tables = {}, .hasPersons = command.persons};
    if (command.what != "all") {
        terms.tables.push_back(command.what);
    }
    if (auto read = readPeriod(**counter, command.from, command.until, terms.from, terms.until);
        !read) {
        return std::move(read).error();
    }
    const auto form = command.form == "csv" ? ExportForm::Csv : ExportForm::JsonLines;
    const auto manifest = app::exportTo(**counter, command.to, terms, form);
    return manifest ? Result<Answer>{exportAnswer(*manifest, command.to)} : manifest.error();
}

Result<Answer> run(const ExportJournalCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    ExportTerms period;
    if (auto read = readPeriod(**counter, command.from, command.until, period.from, period.until);
        !read) {
        return std::move(read).error();
    }
    const auto manifest = app::exportJournalTo(**counter, command.to, period.from, period.until);
    return manifest ? Result<Answer>{exportAnswer(*manifest, command.to)} : manifest.error();
}

Result<Answer> run(const ExportCalendarCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    std::optional<EventId> event;
    if (!command.event.empty()) {
        const auto named = eventNamed(**counter, command.event);
        if (!named) {
            return named.error();
        }
        event = *named;
    }
    const auto names = app::exportCalendars(**counter, command.to, event);
    if (!names) {
        return names.error();
    }
    std::string text;
    for (const std::string& each : *names) {
        text += each + "\n";
    }
    return Answer{line(Json{{"folder", command.to}, {"files", *names}}),
                  text.empty() ? "There is no date.\n" : text,
                  {}};
}

} // namespace foyer::cli
