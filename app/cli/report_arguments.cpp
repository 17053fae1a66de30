// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

using Kind = ReportCommand::Kind;

Definition<ReportCommand> defineReport(CLI::App& parent, Invocation& invocation, Kind kind,
                                       const std::string& name, const std::string& description)
{
    auto made = define<ReportCommand>(parent, invocation, name, description);
    made.values->kind = kind;
    made.app->add_option("--pdf", made.values->pdf, "Write it to this file as pages");
    made.app->add_option("--csv", made.values->csv, "Write it to this file as a table (RFC 4180)");
    made.app->add_option("--xlsx", made.values->xlsx, "Write it to this file as a workbook");
    made.app->add_option("--language", made.values->language, "Of what it says: en or de")
        ->capture_default_str();
    if (kind != Kind::Dashboard) {
        made.app->add_option("--as-of", made.values->asOf,
                             "As it was known here then: \"2026-11-28 18:00\" by the clocks of the "
                             "house, or 2026-11-28T17:00:00Z");
    }
    return made;
}

void addPeriod(const Definition<ReportCommand>& made)
{
    made.app->add_option("--event", made.values->event, "Only of this event: its name or id");
    made.app->add_option("--performance", made.values->performance, "Only of this performance");
    made.app->add_option("--from", made.values->from, "The first day, 2026-11-01");
    made.app->add_option("--to", made.values->to, "The last day");
}

} // namespace

void defineReports(CLI::App& app, Invocation& invocation)
{
    CLI::App* report = app.add_subcommand("report",
                                          "What was sold, who came, what is owed; now, "
                                          "or as of any past moment");
    report->require_subcommand(1);
    const auto sales = defineReport(*report, invocation, Kind::Sales, "sales", "What was sold");
    addPeriod(sales);
    sales.app
        ->add_option("--by", sales.values->by,
                     "event, performance, type, category, price, channel, provider, payment, clerk "
                     "or day")
        ->capture_default_str();
    addPeriod(defineReport(*report, invocation, Kind::Settlement, "settlement",
                           "What each event came to, and how it was paid"));
    addPeriod(defineReport(*report, invocation, Kind::Tax, "tax", "Taxes by rate"));
    const auto ofOne = [&](Kind kind, const char* name, const char* description) {
        const auto made = defineReport(*report, invocation, kind, name, description);
        made.app
            ->add_option("PERFORMANCE", made.values->performance,
                         "Its id, six or more characters of its end, or its event's name")
            ->required();
        return made;
    };
    ofOne(Kind::Occupancy, "occupancy",
          "How full a performance is, by price category and section; as pages with a map of the "
          "seats");
    const auto curve = ofOne(Kind::Curve, "curve",
                             "How its tickets came in by days before, beside earlier performances");
    curve.app->add_option("--beside", curve.values->beside,
                          "Beside this performance, of whichever event, instead of earlier ones; "
                          "may be given several times");
    ofOne(Kind::Attendance, "attendance", "Who came, and who did not");
    defineReport(*report, invocation, Kind::Dashboard, "dashboard",
                 "Today's sales, what comes up, and what waits for somebody");
}

} // namespace foyer::cli
