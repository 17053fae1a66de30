// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/printing/print_run.h"

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/print_queue.h"
#include "core/documents/printing/printer_page.h"
#include "core/services/spool.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>
#include <utility>

namespace foyer::app {
namespace {

namespace fs = std::filesystem;

SpoolState stateOf(PageOutcome::State state)
{
    switch (state) {
    case PageOutcome::State::Sent:
        return SpoolState::Sent;
    case PageOutcome::State::Confirmed:
        return SpoolState::Confirmed;
    case PageOutcome::State::Unclear:
        return SpoolState::Unclear;
    case PageOutcome::State::NotSent:
        break;
    }
    return SpoolState::Queued;
}

/// Says how much is still to come, where the printer does not.
Error withRest(Error error, std::size_t pages)
{
    error.message += pages == 1 ? " 1 page waits in the queue."
                                : " " + std::to_string(pages) + " pages wait in the queue.";
    error.facts.push_back(std::to_string(pages));
    return error;
}

std::optional<Error> printRaw(const ReadyJob& ready, const PrinterOutput& output,
                              const RunListener& listener, const PrinterPatience& patience)
{
    PrinterLink link{ready.printer, output, patience};
    for (std::size_t i = 0; i < ready.pages.size(); ++i) {
        const DrawnPage& page = ready.pages[i];
        if (auto opened = link.open(); !opened) {
            return withRest(std::move(opened).error(), ready.pages.size() - i);
        }
        std::string bytes;
        for (const Drawing& sheet : page.sheets) {
            bytes += printerPage(sheet, ready.printer);
        }
        if (!listener.note(page.numbers, SpoolState::Sending, std::nullopt)) {
            continue;
        }
        PageOutcome outcome = link.print(bytes, listener.trouble);
        const bool isOut = outcome.state == PageOutcome::State::Sent ||
            outcome.state == PageOutcome::State::Confirmed;
        const std::optional<Error> fault =
            isOut ? std::nullopt : std::optional{std::move(outcome.error)};
        listener.note(page.numbers, stateOf(outcome.state), fault);
        if (fault) {
            return outcome.state == PageOutcome::State::NotSent
                ? withRest(*fault, ready.pages.size() - i)
                : *fault;
        }
    }
    return std::nullopt;
}

struct WholeJob {
    std::vector<int> numbers;
    std::vector<Drawing> sheets;
};

WholeJob wholeOf(const ReadyJob& ready)
{
    WholeJob whole;
    for (const DrawnPage& page : ready.pages) {
        whole.numbers.insert(whole.numbers.end(), page.numbers.begin(), page.numbers.end());
        whole.sheets.insert(whole.sheets.end(), page.sheets.begin(), page.sheets.end());
    }
    return whole;
}

std::optional<Error> noteEnd(const RunListener& listener, const WholeJob& whole,
                             const Result<SpoolState>& end, SpoolState otherwise)
{
    const std::optional<Error> fault = end ? std::nullopt : std::optional{end.error()};
    listener.note(whole.numbers, end ? *end : otherwise, fault);
    return fault;
}

/// "Tickets AB-CDEFG-H.pdf"; a second one does not replace the first.
fs::path freeName(const fs::path& folder, const std::string& title)
{
    fs::path path = folder / (title + ".pdf");
    std::error_code ignored;
    for (int i = 2; fs::exists(path, ignored); ++i) {
        path = folder / (title + " (" + std::to_string(i) + ").pdf");
    }
    return path;
}

std::optional<Error> printToFile(const ReadyJob& ready, const std::string& folder,
                                 const RunListener& listener)
{
    const WholeJob whole = wholeOf(ready);
    if (!listener.note(whole.numbers, SpoolState::Sending, std::nullopt)) {
        return std::nullopt;
    }
    std::string title = ready.job.title;
    std::replace(title.begin(), title.end(), '/', '-');
    const auto written = writePdf(freeName(folder, title).string(), ready.job.title, whole.sheets);
    return noteEnd(listener, whole,
                   written ? Result<SpoolState>{SpoolState::Confirmed}
                           : Result<SpoolState>{written.error()},
                   SpoolState::Queued);
}

std::optional<Error> printToQueue(const ReadyJob& ready, const std::string& queue,
                                  const RunListener& listener, const PrinterPatience& patience,
                                  const std::string& server)
{
    const WholeJob whole = wholeOf(ready);
    if (!listener.note(whole.numbers, SpoolState::Sending, std::nullopt)) {
        return std::nullopt;
    }
    const fs::path file = fs::temp_directory_path() /
        ("foyer-" + std::to_string(getpid()) + "-" + ready.job.id.text() + ".pdf");
    if (auto written = writePdf(file.string(), ready.job.title, whole.sheets); !written) {
        return noteEnd(listener, whole, std::move(written).error(), SpoolState::Queued);
    }
    const PrintService service{server};
    auto job = service.print(file.string(), queue, {.title = ready.job.title});
    std::error_code ignored;
    fs::remove(file, ignored); // the queue has its own copy
    if (!job) {
        return noteEnd(listener, whole, std::move(job).error(), SpoolState::Queued);
    }
    const auto wait =
        patience.trouble.count() > 0 ? patience.trouble + patience.idle : std::chrono::hours{24};
    bool stopped = false;
    const auto last = service.watch(*job, wait, [&](const PrintStatus& status) {
        const PrinterTrouble trouble{status.code, status.message};
        const bool needs = status.state == PrintStatus::State::NeedsAttention;
        stopped = listener.trouble && !listener.trouble(needs ? &trouble : nullptr);
        return !stopped;
    });
    if (!last) {
        return noteEnd(listener, whole, last.error(), SpoolState::Unclear);
    }
    if (last->state == PrintStatus::State::Done) {
        return noteEnd(listener, whole, SpoolState::Confirmed, SpoolState::Confirmed);
    }
    // What the queue still holds would come out later and once more: it is taken back first.
    const bool isBack = service.cancel(*job).has_value();
    const bool isUntouched = last->state == PrintStatus::State::Waiting;
    return noteEnd(listener, whole,
                   storageError(last->code.empty() ? "printing_stopped" : last->code,
                                last->message.empty() ? "Printing was stopped." : last->message,
                                queue),
                   isBack && isUntouched ? SpoolState::Queued : SpoolState::Unclear);
}

} // namespace

std::optional<Error> printJob(const ReadyJob& ready, const RunListener& listener,
                              const PrinterPatience& patience, const std::string& server)
{
    if (!ready.gone.empty()) {
        listener.note(ready.gone, SpoolState::Cancelled,
                      refused("already_void", "A ticket was taken back and is not printed."));
    }
    if (ready.pages.empty()) {
        return std::nullopt;
    }
    auto output = printerOutput(ready.printer.output);
    if (!output) {
        return std::move(output).error();
    }
    switch (output->kind) {
    case PrinterOutput::Kind::File:
        return printToFile(ready, output->target, listener);
    case PrinterOutput::Kind::Queue:
        return printToQueue(ready, output->target, listener, patience, server);
    case PrinterOutput::Kind::Tcp:
    case PrinterOutput::Kind::Device:
        break;
    }
    return printRaw(ready, *output, listener, patience);
}

Result<void> openDrawer(const Printer& printer, const PrinterPatience& patience)
{
    if (printer.language != PrinterLanguage::EscPos) {
        return badInput("no_drawer",
                        "Drawers are connected to receipt printers. Choose a printer of the kind "
                        "ESC/POS.",
                        printer.name);
    }
    auto output = printerOutput(printer.output);
    if (!output) {
        return std::move(output).error();
    }
    return PrinterLink{printer, *output, patience}.send(drawerKick());
}

bool notePages(Counter& counter, PrintJobId job, const std::vector<int>& pages, SpoolState state,
               const std::optional<Error>& fault)
{
    if (state == SpoolState::Sending) {
        const auto waiting = waitingSpoolJobs(counter);
        if (!waiting) {
            return false;
        }
        const auto now = std::find_if(waiting->begin(), waiting->end(),
                                      [job](const SpoolJob& each) { return each.id == job; });
        const bool areQueued =
            now != waiting->end() && std::all_of(pages.begin(), pages.end(), [now](int number) {
                return std::any_of(now->pages.begin(), now->pages.end(),
                                   [number](const SpoolPage& page) {
                                       return page.number == number &&
                                           page.state == SpoolState::Queued;
                                   });
            });
        if (!areQueued) {
            return false;
        }
    }
    return std::all_of(pages.begin(), pages.end(), [&](int page) {
        return noteSpoolPage(counter, job, page, state, fault).has_value();
    });
}

Result<void> noteUndrawable(Counter& counter, const SpoolJob& job, const Error& why)
{
    for (const SpoolPage& page : job.pages) {
        if (page.state == SpoolState::Queued) {
            auto noted = noteSpoolPage(counter, job.id, page.number, SpoolState::Failed, why);
            if (!noted) {
                return noted;
            }
        }
    }
    return {};
}

Result<std::vector<SpoolJob>> printWaiting(Counter& counter, std::optional<PrintJobId> only,
                                           const PrinterPatience& patience)
{
    const auto waiting = waitingSpoolJobs(counter);
    if (!waiting) {
        return waiting.error();
    }
    for (const SpoolJob& job : *waiting) {
        if (only && job.id != *only) {
            continue;
        }
        const auto ready = readyJob(counter, job);
        std::optional<Error> fault;
        if (ready) {
            const RunListener listener{[&](const std::vector<int>& pages, SpoolState state,
                                           const std::optional<Error>& why) {
                                           return notePages(counter, job.id, pages, state, why);
                                       },
                                       {}};
            fault = printJob(*ready, listener, patience);
        } else if (auto noted = noteUndrawable(counter, job, ready.error()); !noted) {
            return std::move(noted).error();
        }
        if (fault) {
            if (auto noted = noteSpoolFault(counter, job.id, fault); !noted) {
                return std::move(noted).error();
            }
        }
    }
    return spoolJobs(counter);
}

} // namespace foyer::app
