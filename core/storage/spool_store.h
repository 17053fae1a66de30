// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/printing/printer.h"
#include "core/domain/printing/spool_job.h"
#include "core/storage/database.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

/// The printers of this computer and what waits for them. All functions throw StorageFailure.
/// Those that write several rows are called within a Transaction.

std::vector<Printer> readPrinters(Database& database);
/// In place of the one of that name.
void writePrinter(Database& database, const Printer& printer);
/// False where there is none.
bool deletePrinter(Database& database, const std::string& name);

void insertSpoolJob(Database& database, const SpoolJob& job);
std::optional<SpoolJob> readSpoolJob(Database& database, PrintJobId id);
/// Newest first.
std::vector<SpoolJob> readSpoolJobs(Database& database, std::size_t limit);
/// Those with something queued, oldest first.
std::vector<SpoolJob> readWaitingJobs(Database& database);
void writePageState(Database& database, PrintJobId job, int page, SpoolState state);
void writeJobState(Database& database, PrintJobId job, SpoolState state,
                   const std::string& faultCode, const std::string& fault);
/// Every page in one state goes to another; answers the jobs that had some.
std::vector<PrintJobId> movePages(Database& database, SpoolState from, SpoolState to);
/// Whether a page of one of these tickets has, or may have, come out on this computer.
bool wasPrinted(Database& database, std::span<const TicketId> tickets);
/// Forgets jobs before an instant that need nobody any more.
void deleteOldJobs(Database& database, Instant before);

} // namespace foyer
