// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/exports/export_folder.h"
#include "app/exports/export_period.h"
#include "core/services/counter.h"
#include "core/services/event_reading.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

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
    const auto period = app::exportPeriod(**counter, command.from, command.until);
    if (!period) {
        return period.error();
    }
    terms.from = period->from;
    terms.until = period->until;
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
    const auto period = app::exportPeriod(**counter, command.from, command.until);
    if (!period) {
        return period.error();
    }
    const auto manifest = app::exportJournalTo(**counter, command.to, period->from, period->until);
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
