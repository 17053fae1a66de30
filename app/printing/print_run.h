// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/printing/job_pages.h"
#include "core/documents/printing/printer_link.h"

#include <functional>
#include <optional>
#include <vector>

namespace foyer::app {

/// What a run tells and asks while it works. Called on the thread of the run.
struct RunListener {
    /// Notes durably how far pages are, before (Sending) and after; false: do not print them (they
    /// were cancelled meanwhile, or it could not be noted).
    std::function<bool(const std::vector<int>& pages, SpoolState state,
                       const std::optional<Error>& fault)>
        note;
    /// The printer waits for somebody (null: goes on again). False stops the run.
    std::function<bool(const PrinterTrouble* trouble)> trouble;
};

/// Prints the pages of a job one after the other, and ends at the first that does not come out. A
/// page is noted as Sending before its first byte leaves, so that after a crash it is known which
/// ones may have come out. Waits for the printer: not for the window's or the counter's thread.
/// `server`: of the system's queues, as PrintService takes it. Answers the fault that ended it.
std::optional<Error> printJob(const ReadyJob& ready, const RunListener& listener,
                              const PrinterPatience& patience = {}, const std::string& server = {});

/// Opens the drawer at a printer at once; never through the queue, for a drawer that opens later
/// is an open till. Bad input: no_drawer (not an ESC/POS printer). Errors of PrinterLink.
Result<void> openDrawer(const Printer& printer, const PrinterPatience& patience = {});

/// Does all jobs that wait, or only one, with the counter on this thread: for the command line.
/// Answers the jobs as they are then.
Result<std::vector<SpoolJob>> printWaiting(Counter& counter, std::optional<PrintJobId> only,
                                           const PrinterPatience& patience);

/// Notes on the counter's thread what a run tells; the other half of RunListener::note.
bool notePages(Counter& counter, PrintJobId job, const std::vector<int>& pages, SpoolState state,
               const std::optional<Error>& fault);

/// A job that cannot be drawn fails, until somebody tries it again.
Result<void> noteUndrawable(Counter& counter, const SpoolJob& job, const Error& why);

} // namespace foyer::app
