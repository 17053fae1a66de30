// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/drawing/drawing.h"
#include "core/domain/printing/printer.h"
#include "core/domain/printing/spool_job.h"

#include <string>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// A page of a job, drawn. Office paper takes several tickets to a sheet: then one sheet stands for
/// several pages of the job.
struct DrawnPage {
    std::vector<int> numbers; ///< of the job's pages
    std::vector<Drawing> sheets;
};

/// A job, ready for its printer.
struct ReadyJob {
    SpoolJob job;
    Printer printer;
    std::vector<DrawnPage> pages; ///< those still queued
    std::vector<int> gone;        ///< pages whose ticket admits nobody any more
};

/// Draws what a job has queued, from the order as it is now. On the thread of the counter; needs a
/// QGuiApplication. Errors of printerNamed, spooledOrder, ticketPages, receiptPage.
Result<ReadyJob> readyJob(Counter& counter, const SpoolJob& job);

} // namespace foyer::app
