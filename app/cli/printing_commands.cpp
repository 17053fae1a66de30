// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/printing/print_run.h"
#include "core/services/counter.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/spool.h"
#include "core/services/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace foyer::cli {
namespace {

/// A command line has somebody before it who wants an answer: a printer in trouble is given this
/// long, and the rest waits in the queue.
constexpr PrinterPatience kPatience{.trouble = std::chrono::seconds{10}};

Json printerForm(const Printer& printer)
{
    return Json{{"name", printer.name},
                {"language", std::string{nameOf(printer.language)}},
                {"output", printer.output},
                {"paper", std::string{nameOf(printer.paper)}},
                {"for", purposeNames(printer.purposes)},
                {"dpi", printer.dotsPerInch}};
}

Json jobForm(const SpoolJob& job)
{
    Json pages = Json::array();
    for (const SpoolPage& page : job.pages) {
        pages.push_back({{"page", page.number},
                         {"state", std::string{nameOf(page.state)}},
                         {"ticket", page.ticket ? Json(page.ticket->text()) : Json(nullptr)}});
    }
    return Json{{"id", job.id.text()},
                {"title", job.title},
                {"printer", job.printer},
                {"content", std::string{nameOf(job.content)}},
                {"state", std::string{nameOf(job.state)}},
                {"fault_code", job.faultCode},
                {"fault", job.fault},
                {"created_at", toRfc3339(job.createdAt)},
                {"pages", pages}};
}

std::string sentenceOf(const SpoolJob& job)
{
    return job.title + ": " + std::string{nameOf(job.state)} +
        (job.fault.empty() ? "" : ". " + job.fault) + "\n";
}

/// Prints a job and says what became of it.
Result<Answer> answerWithJob(Counter& counter, PrintJobId id)
{
    const auto jobs = app::printWaiting(counter, id, kPatience);
    if (!jobs) {
        return jobs.error();
    }
    const auto job = std::find_if(jobs->begin(), jobs->end(),
                                  [id](const SpoolJob& each) { return each.id == id; });
    if (job == jobs->end()) {
        return spoolJobNamed(counter, id.text()).error();
    }
    Json object{{"job", jobForm(*job)}};
    Answer answer{{}, sentenceOf(*job), {}};
    if (job->state != SpoolState::Confirmed && job->state != SpoolState::Sent &&
        !job->faultCode.empty()) {
        answer.complaint = storageError(job->faultCode, job->fault, job->printer);
        object["error"] = errorForm(*answer.complaint);
    }
    answer.json = line(object);
    return answer;
}

} // namespace

Result<Answer> run(const PrinterAddCommand& command, Session& session)
{
    Printer printer;
    printer.name = command.name;
    printer.output = command.output;
    printer.dotsPerInch = command.dotsPerInch;
    const auto language = printerLanguageNamed(command.language);
    const auto paper = printerPaperNamed(command.paper);
    const auto purposes = purposesNamed(command.purposes);
    if (!language || !paper || !purposes) {
        return usageError("bad_usage",
                          !language    ? "Languages are pdf, escpos, zpl and fgl."
                              : !paper ? "Papers are a4, letter, a6, 80mm, 58mm, 80x150mm and "
                                         "2x5.5in."
                                       : "A printer is for tickets, receipts, reports, or several "
                                         "of them with commas between.",
                          !language    ? "--language"
                              : !paper ? "--paper"
                                       : "--for");
    }
    printer.language = *language;
    printer.paper = *paper;
    printer.purposes = *purposes;
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto set = setPrinter(**counter, printer); !set) {
        return std::move(set).error();
    }
    return Answer{line(Json{{"printer", printerForm(printer)}}),
                  "The printer \"" + printer.name + "\" is set up.\n",
                  {}};
}

Result<Answer> run(const PrinterListCommand& /*command*/, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto found = printers(**counter);
    if (!found) {
        return found.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const Printer& printer : *found) {
        forms.push_back(printerForm(printer));
        cells.push_back({printer.name, std::string{nameOf(printer.language)}, printer.output,
                         std::string{nameOf(printer.paper)}, purposeNames(printer.purposes)});
    }
    return Answer{line(Json{{"printers", forms}}),
                  cells.empty() ? "No printer is set up.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const PrinterTestCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto job = spoolTestPage(**counter, command.name);
    if (!job) {
        return job.error();
    }
    return answerWithJob(**counter, *job);
}

Result<Answer> run(const PrinterRemoveCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto removed = removePrinter(**counter, command.name); !removed) {
        return std::move(removed).error();
    }
    return Answer{line(Json{{"removed", command.name}}),
                  "The printer \"" + command.name + "\" is removed.\n",
                  {}};
}

Result<Answer> run(const PrintCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto order = findOrder(**counter, command.order);
    if (!order) {
        return order.error();
    }
    const PrintPurpose what = command.receipt ? PrintPurpose::Receipts : PrintPurpose::Tickets;
    std::string printer = command.printer;
    if (printer.empty()) {
        const auto chosen = printerFor(**counter, what);
        if (!chosen) {
            return chosen.error();
        }
        printer = chosen->name;
    }
    const auto job = spoolOrder(**counter, *order, what, printer);
    if (!job) {
        return job.error();
    }
    return answerWithJob(**counter, *job);
}

Result<Answer> run(const SpoolListCommand& /*command*/, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    // No worker lives between two commands: what one left under way may have come out.
    if (auto recovered = recoverSpool(**counter); !recovered) {
        return std::move(recovered).error();
    }
    const auto jobs = spoolJobs(**counter);
    if (!jobs) {
        return jobs.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const SpoolJob& job : *jobs) {
        forms.push_back(jobForm(job));
        cells.push_back(
            {job.id.text(), job.title, job.printer, std::string{nameOf(job.state)}, job.fault});
    }
    return Answer{line(Json{{"jobs", forms}}),
                  cells.empty() ? "Nothing waits for a printer.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const SpoolActCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    if (auto recovered = recoverSpool(**counter); !recovered) {
        return std::move(recovered).error();
    }
    const auto job = spoolJobNamed(**counter, command.job);
    if (!job) {
        return job.error();
    }
    using Act = SpoolActCommand::Act;
    Result<void> done;
    switch (command.act) {
    case Act::Retry:
        done = retrySpoolJob(**counter, job->id);
        break;
    case Act::Cancel:
        done = cancelSpoolJob(**counter, job->id);
        break;
    case Act::CameOut:
    case Act::Missing:
        done = settleUnclear(**counter, job->id, command.act == Act::CameOut);
        break;
    }
    if (!done) {
        return std::move(done).error();
    }
    return answerWithJob(**counter, job->id);
}

Result<Answer> run(const DrawerOpenCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto printer = command.printer.empty() ? printerFor(**counter, PrintPurpose::Receipts)
                                                 : printerNamed(**counter, command.printer);
    if (!printer) {
        return printer.error();
    }
    // The fact first: a drawer that opens without one is what the reason is there against.
    if (auto noted = moveCash(**counter, CashMoveKind::NoSale, 0, command.reason); !noted) {
        return std::move(noted).error();
    }
    if (auto opened = app::openDrawer(*printer, kPatience); !opened) {
        return std::move(opened).error();
    }
    return Answer{line(Json{{"drawer", "opened"}}), "The drawer is open.\n", {}};
}

} // namespace foyer::cli
