// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/printing/printer.h"
#include "core/domain/printing/spool_job.h"
#include "core/domain/sales/order.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

class Counter;

// --- what is to be printed

/// Puts an order's tickets into the queue of a printer, a page each: those named, or all. The first
/// print on the day of the sale needs Sell, any other Reprint. A ticket printed twice has the same
/// code twice, which admits once. Refuses with unknown_printer, wrong_printer (not for tickets),
/// already_void (none is left), payment_awaited.
Result<PrintJobId> spoolTickets(Counter& counter, const Order& order, const std::string& printer,
                                std::span<const TicketId> tickets = {}, bool specimen = false);
/// The same for its receipt.
Result<PrintJobId> spoolReceipt(Counter& counter, const Order& order, const std::string& printer,
                                bool specimen = false);
/// A report, as slipText() writes it. Needs ReadTillReports or RunShift.
/// Either of them for an order that was sold before: what is not its first print is noted in its
/// history, see recordReprint(). `what`: tickets or receipts.
Result<PrintJobId> spoolOrder(Counter& counter, const Order& order, PrintPurpose what,
                              const std::string& printer);
Result<PrintJobId> spoolSlip(Counter& counter, const std::string& title, const std::string& slip,
                             const std::string& printer);
Result<PrintJobId> spoolTestPage(Counter& counter, const std::string& printer);

// --- what people do with the queue; all need ReadOrders

/// Newest first.
Result<std::vector<SpoolJob>> spoolJobs(Counter& counter, std::size_t limit = 100);
/// By its id or the beginning of it, six characters or more. Refuses with unknown_print_job.
Result<SpoolJob> spoolJobNamed(Counter& counter, const std::string& id);
/// Tries what failed or waits once more; what came out stays out. Refuses with unknown_print_job,
/// print_unclear (somebody has to look first), print_over (nothing is left).
Result<void> retrySpoolJob(Counter& counter, PrintJobId job);
/// Takes back the pages that have not been sent. Refuses with unknown_print_job, print_over.
Result<void> cancelSpoolJob(Counter& counter, PrintJobId job);
/// Somebody has looked: the unclear pages came out, or they did not and are printed again. Refuses
/// with unknown_print_job, print_over.
Result<void> settleUnclear(Counter& counter, PrintJobId job, bool cameOut);

// --- the worker that carries it out

/// At the start: what was under way when the program ended is unclear; old jobs are forgotten.
Result<void> recoverSpool(Counter& counter);
/// The jobs that wait, oldest first.
Result<std::vector<SpoolJob>> waitingSpoolJobs(Counter& counter);
/// Notes how far a page is, durably, and why it does not go on.
Result<void> noteSpoolPage(Counter& counter, PrintJobId job, int page, SpoolState state,
                           const std::optional<Error>& fault = std::nullopt);
/// Notes why a job waits, with all pages as they are; nothing clears it.
Result<void> noteSpoolFault(Counter& counter, PrintJobId job, const std::optional<Error>& fault);
/// An order for its documents, whoever is signed in by now: permitted when it was put in the queue.
Result<Order> spooledOrder(Counter& counter, const SpoolJob& job);

} // namespace foyer
