// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/calendar/local_days.h"
#include "core/calendar/local_instant.h"
#include "core/documents/drawing/document_language.h"
#include "core/documents/drawing/drawing_output.h"
#include "core/documents/payouts/csv_text.h"
#include "core/documents/reports/report_files.h"
#include "core/documents/reports/report_tables.h"
#include "core/services/counter.h"
#include "core/services/reports.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::cli {
namespace {

using ReportKindAsked = ReportCommand::Kind;

/// "2026-11-28T17:00:00Z" (RFC 3339, UTC, whole seconds).
std::optional<Instant> utcMomentIn(const std::string& text, Instant now)
{
    constexpr std::size_t kLength = 20;
    constexpr std::size_t kDate = 10;
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text.size() != kLength || text[kDate] != 'T' || !text.ends_with('Z') || text[16] != ':' ||
        !isDigit(text[17]) || !isDigit(text[18])) {
        return std::nullopt;
    }
    const auto local = localInstant(text.substr(0, kDate), text.substr(kDate + 1, 5), "UTC", now);
    return local ? std::optional{Instant{local->instant.ms + std::stoi(text.substr(17, 2)) * 1000}}
                 : std::nullopt;
}

/// "2026-11-28 18:00" by the clocks of the house, or RFC 3339.
Result<std::optional<Instant>> momentIn(const std::string& text, const std::string& zone,
                                        Instant now)
{
    if (text.empty()) {
        return std::optional<Instant>{};
    }
    if (const auto exact = utcMomentIn(text, now)) {
        return std::optional{*exact};
    }
    const auto space = text.find(' ');
    const auto local =
        localInstant(text.substr(0, space),
                     space == std::string::npos ? "00:00" : text.substr(space + 1), zone, now);
    if (!local || local->instant > now) {
        return usageError(
            "bad_time",
            "\"" + text + "\" is not a time of the past. Write date and time: 2026-11-28 18:00.",
            "--as-of");
    }
    return std::optional{local->instant};
}

Result<std::optional<std::int64_t>> reportDayIn(const std::string& text, const char* option)
{
    if (text.empty()) {
        return std::optional<std::int64_t>{};
    }
    if (const auto day = dayFromIso(text)) {
        return std::optional{*day};
    }
    return usageError("bad_day", "\"" + text + "\" is not a day. Write it as 2026-11-28.", option);
}

Result<ReportScope> scopeIn(const ReportCommand& command, Session& session, Counter& counter)
{
    const auto choices = reportChoices(counter);
    if (!choices) {
        return choices.error();
    }
    ReportScope scope;
    const auto asOf = momentIn(command.asOf, choices->timeZone, session.clock().now());
    const auto from = reportDayIn(command.from, "--from");
    const auto to = reportDayIn(command.to, "--to");
    if (!asOf || !from || !to) {
        return !asOf ? asOf.error() : !from ? from.error() : to.error();
    }
    scope.asOf = *asOf;
    scope.fromDay = *from;
    scope.toDay = *to;
    if (!command.event.empty()) {
        const auto event = reportedEvent(counter, command.event);
        if (!event) {
            return event.error();
        }
        scope.event = *event;
    }
    if (!command.performance.empty()) {
        const auto performance = reportedPerformance(counter, command.performance);
        if (!performance) {
            return performance.error();
        }
        scope.performances = {*performance};
    }
    return scope;
}

template <typename Report>
Result<ReportTable> tableIn(const ReportCommand& command, const Result<Report>& report)
{
    return report ? Result<ReportTable>{tableOf(*report, command.language)} : report.error();
}

Result<ReportTable> curveAsked(const ReportCommand& command, Counter& counter,
                               const ReportScope& scope)
{
    std::vector<PerformanceId> beside;
    for (const std::string& text : command.beside) {
        const auto found = reportedPerformance(counter, text);
        if (!found) {
            return found.error();
        }
        beside.push_back(*found);
    }
    return tableIn(command, bookingCurve(counter, scope.performances.front(), scope.asOf, beside));
}

Result<ReportTable> reportAsked(const ReportCommand& command, Counter& counter,
                                const ReportScope& scope)
{
    const PerformanceId performance =
        scope.performances.empty() ? PerformanceId{} : scope.performances.front();
    switch (command.kind) {
    case ReportKindAsked::Sales: {
        const auto grouping = salesGroupingNamed(command.by);
        return grouping ? tableIn(command, salesReport(counter, scope, *grouping))
                        : usageError("bad_grouping",
                                     "Sales are told apart by event, performance, type, category, "
                                     "price, channel, provider, payment, clerk or day.",
                                     "--by");
    }
    case ReportKindAsked::Settlement:
        return tableIn(command, settlementReport(counter, scope));
    case ReportKindAsked::Tax:
        return tableIn(command, taxReport(counter, scope));
    case ReportKindAsked::Occupancy:
        return tableIn(command, occupancyReport(counter, performance, scope.asOf));
    case ReportKindAsked::Curve:
        return curveAsked(command, counter, scope);
    case ReportKindAsked::Attendance:
        return tableIn(command, attendanceReport(counter, performance, scope.asOf));
    case ReportKindAsked::Dashboard:
        break;
    }
    return tableIn(command, dashboard(counter));
}

Json cellForm(const ReportCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* money = std::get_if<Money>(&cell)) {
        return toPlainText(*money);
    }
    if (const auto* day = std::get_if<ReportDay>(&cell)) {
        return isoDay(day->number);
    }
    const auto* count = std::get_if<std::int64_t>(&cell);
    return count != nullptr ? Json(*count) : Json(nullptr);
}

Json rowForms(const ReportTable& table, const std::vector<std::vector<ReportCell>>& rows)
{
    Json forms = Json::array();
    for (const auto& row : rows) {
        Json form;
        for (std::size_t i = 0; i < row.size(); ++i) {
            form[table.columns[i].key] = cellForm(row[i]);
            if (const auto* money = std::get_if<Money>(&row[i])) {
                form["currency"] = money->currency().code();
            }
        }
        forms.push_back(std::move(form));
    }
    return forms;
}

Json tableForm(const ReportTable& table, const ReportScope& scope)
{
    return {{"report", table.key},
            {"house", table.house},
            {"as_of", scope.asOf ? Json(toRfc3339(*scope.asOf)) : Json(nullptr)},
            {"answer", table.answer},
            {"rows", rowForms(table, table.rows)},
            {"sums", rowForms(table, table.sums)}};
}

std::string cellLine(const ReportCell& cell)
{
    if (const auto* money = std::get_if<Money>(&cell)) {
        return moneyText(*money);
    }
    const Json form = cellForm(cell);
    return form.is_string() ? form.get<std::string>() : form.is_null() ? "" : form.dump();
}

std::string tableLines(const ReportTable& table)
{
    std::vector<std::vector<std::string>> lines(1);
    for (const ReportColumn& column : table.columns) {
        lines.front().push_back(column.head);
    }
    for (const auto* rows : {&table.rows, &table.sums}) {
        for (const auto& row : *rows) {
            std::ranges::transform(row, std::back_inserter(lines.emplace_back()), cellLine);
        }
    }
    return table.house + "\n" + table.scope + "\n" + table.answer + "\n" +
        (table.rows.empty() ? std::string{} : "\n" + columns(lines));
}

Result<void> writeFiles(const ReportCommand& command, const ReportTable& table)
{
    if (!command.pdf.empty()) {
        if (auto written = writePdf(command.pdf, table.title, reportPages(table, command.language));
            !written) {
            return written;
        }
    }
    if (!command.csv.empty()) {
        if (auto written = writeText(command.csv, reportCsv(table)); !written) {
            return written;
        }
    }
    return command.xlsx.empty() ? Result<void>{} : writeXlsx(command.xlsx, table);
}

} // namespace

Result<Answer> run(const ReportCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto scope = scopeIn(command, session, **counter);
    if (!scope) {
        return scope.error();
    }
    allowDocumentLanguages();
    const DocumentLanguage words{command.language};
    const auto table = reportAsked(command, **counter, *scope);
    if (!table) {
        return table.error();
    }
    if (auto written = writeFiles(command, *table); !written) {
        return std::move(written).error();
    }
    return Answer{line(tableForm(*table, *scope)), tableLines(*table), {}};
}

} // namespace foyer::cli
