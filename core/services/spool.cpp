// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/spool.h"

#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/events_concerned.h"
#include "core/services/testing_house.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/printers.h"
#include "core/services/provider_payments.h"
#include "core/storage/order_store.h"
#include "core/storage/spool_store.h"

#include <algorithm>
#include <utility>

namespace foyer {
namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kKeepJobs = 7 * kDay;
constexpr std::size_t kIdMin = 6;

Error unknownJob(const std::string& id)
{
    return refused("unknown_print_job",
                   "The queue has no such job any more. Look at the queue again.", id);
}

Error jobIsOver(PrintJobId id)
{
    return refused("print_over", "Nothing of this job is waiting any more.", id.text());
}

/// The printer, if it may print that.
Result<Printer> printerThatTakes(Counter& counter, const std::string& name, PrintPurpose purpose)
{
    auto printer = printerNamed(counter, name);
    if (printer && !printer->isFor(purpose)) {
        Error error = refused("wrong_printer",
                              "The printer \"" + printer->name +
                                  "\" is not set up for that. Choose another one, or change what "
                                  "it is for.",
                              printer->name);
        error.facts = {printer->name};
        return error;
    }
    return printer;
}

/// The first print belongs to the sale; every other one is a reprint.
Permission printPermission(Counter& counter, const Order& order, std::span<const TicketId> tickets)
{
    const bool isFresh = counter.clock().now().ms - order.placedAt.ms < kDay;
    return isFresh && !wasPrinted(counter.database(), tickets) ? Permission::Sell
                                                               : Permission::Reprint;
}

PrintJobId enqueue(Counter& counter, SpoolJob job)
{
    job.id = PrintJobId{Uuid::v7(counter.clock().now(), counter.random())};
    job.createdAt = counter.clock().now();
    Transaction transaction{counter.database()};
    insertSpoolJob(counter.database(), job);
    transaction.commit();
    return job.id;
}

/// Writes the job's state as its pages have it now.
void settle(Counter& counter, PrintJobId id, const std::optional<Error>& fault)
{
    if (const auto job = readSpoolJob(counter.database(), id)) {
        writeJobState(counter.database(), id, jobState(job->pages), fault ? fault->code : "",
                      fault ? fault->message : "");
    }
}

Error mayHavePrinted()
{
    return storageError("print_unclear",
                        "This page may have come out. Look at the printer, then say whether it "
                        "did.");
}

/// Moves the pages of a job that are in one of some states; false where there was none.
bool movePagesOf(Counter& counter, const SpoolJob& job, std::initializer_list<SpoolState> from,
                 SpoolState to)
{
    bool moved = false;
    for (const SpoolPage& page : job.pages) {
        if (std::find(from.begin(), from.end(), page.state) != from.end()) {
            writePageState(counter.database(), job.id, page.number, to);
            moved = true;
        }
    }
    return moved;
}

/// What a person decides about a job: its pages in some states go to another. `refuseUnclear`:
/// not while nobody has said whether a page came out.
Result<void> changeJob(Counter& counter, PrintJobId id, std::initializer_list<SpoolState> from,
                       SpoolState to, bool refuseUnclear)
{
    return guarded([&]() -> Result<void> {
        if (auto allowed = counter.access().require(Permission::ReadOrders); !allowed) {
            return allowed;
        }
        const auto job = readSpoolJob(counter.database(), id);
        if (!job) {
            return unknownJob(id.text());
        }
        if (refuseUnclear && job->state == SpoolState::Unclear) {
            return mayHavePrinted();
        }
        Transaction transaction{counter.database()};
        if (!movePagesOf(counter, *job, from, to)) {
            return jobIsOver(id);
        }
        settle(counter, id, std::nullopt);
        transaction.commit();
        return {};
    });
}

} // namespace

Result<PrintJobId> spoolTickets(Counter& counter, const Order& order, const std::string& printer,
                                std::span<const TicketId> tickets, bool specimen)
{
    return guarded([&]() -> Result<PrintJobId> {
        SpoolJob job;
        std::vector<TicketId> printed;
        for (const Ticket& ticket : order.tickets) {
            const bool isWanted = tickets.empty() ||
                std::find(tickets.begin(), tickets.end(), ticket.id) != tickets.end();
            if (isWanted && !order.voided && ticket.state != TicketState::Voided) {
                printed.push_back(ticket.id);
                job.pages.push_back(
                    {static_cast<int>(printed.size()), ticket.id, SpoolState::Queued});
            }
        }
        if (auto allowed = counter.access().require(printPermission(counter, order, printed),
                                                    eventsOf(counter, order.id));
            !allowed) {
            return std::move(allowed).error();
        }
        if (auto paid = refuseAwaited(counter, order); !paid) {
            return std::move(paid).error();
        }
        if (printed.empty()) {
            return refused("already_void",
                           "This order was taken back. It has no tickets to print.");
        }
        auto known = printerThatTakes(counter, printer, PrintPurpose::Tickets);
        if (!known) {
            return std::move(known).error();
        }
        job.printer = known->name;
        job.content = SpoolContent::Tickets;
        job.title = "Tickets " + displayOrderCode(order.code);
        job.order = order.id;
        job.specimen = specimen || printsSpecimens(counter);
        return enqueue(counter, std::move(job));
    });
}

Result<PrintJobId> spoolReceipt(Counter& counter, const Order& order, const std::string& printer,
                                bool specimen)
{
    return guarded([&]() -> Result<PrintJobId> {
        if (auto allowed = counter.access().require(printPermission(counter, order, {}),
                                                    eventsOf(counter, order.id));
            !allowed) {
            return std::move(allowed).error();
        }
        if (auto paid = refuseAwaited(counter, order); !paid) {
            return std::move(paid).error();
        }
        auto known = printerThatTakes(counter, printer, PrintPurpose::Receipts);
        if (!known) {
            return std::move(known).error();
        }
        SpoolJob job;
        job.printer = known->name;
        job.content = SpoolContent::Receipt;
        job.title = "Receipt " + displayOrderCode(order.code);
        job.order = order.id;
        job.specimen = specimen || printsSpecimens(counter);
        job.pages = {SpoolPage{}};
        return enqueue(counter, std::move(job));
    });
}

Result<PrintJobId> spoolOrder(Counter& counter, const Order& order, PrintPurpose what,
                              const std::string& printer)
{
    return guarded([&]() -> Result<PrintJobId> {
        const bool isReceipt = what == PrintPurpose::Receipts;
        std::vector<TicketId> tickets;
        for (const Ticket& ticket : order.tickets) {
            if (!isReceipt) {
                tickets.push_back(ticket.id);
            }
        }
        if (printPermission(counter, order, tickets) == Permission::Reprint) {
            if (auto known = printerThatTakes(counter, printer, what); !known) {
                return std::move(known).error();
            }
            const auto noted = recordReprint(counter, order.id, isReceipt ? "receipt" : "tickets");
            if (!noted) {
                return noted.error();
            }
        }
        return isReceipt ? spoolReceipt(counter, order, printer)
                         : spoolTickets(counter, order, printer);
    });
}

Result<PrintJobId> spoolSlip(Counter& counter, const std::string& title, const std::string& slip,
                             const std::string& printer)
{
    return guarded([&]() -> Result<PrintJobId> {
        const Permission needed = counter.access().may(Permission::ReadTillReports)
            ? Permission::ReadTillReports
            : Permission::RunShift;
        if (auto allowed = counter.access().require(needed); !allowed) {
            return std::move(allowed).error();
        }
        auto known = printerThatTakes(counter, printer, PrintPurpose::Reports);
        if (!known) {
            return std::move(known).error();
        }
        SpoolJob job;
        job.printer = known->name;
        job.content = SpoolContent::Slip;
        job.title = title;
        job.slip = slip;
        job.specimen = printsSpecimens(counter);
        job.pages = {SpoolPage{}};
        return enqueue(counter, std::move(job));
    });
}

Result<PrintJobId> spoolTestPage(Counter& counter, const std::string& printer)
{
    return guarded([&]() -> Result<PrintJobId> {
        if (auto allowed = counter.access().require(Permission::RunCounter); !allowed) {
            return std::move(allowed).error();
        }
        auto known = printerNamed(counter, printer);
        if (!known) {
            return std::move(known).error();
        }
        SpoolJob job;
        job.printer = known->name;
        job.content = SpoolContent::TestPage;
        job.title = "Test page";
        job.pages = {SpoolPage{}};
        return enqueue(counter, std::move(job));
    });
}

Result<std::vector<SpoolJob>> spoolJobs(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<SpoolJob>> {
        if (auto allowed = counter.access().require(Permission::ReadOrders); !allowed) {
            return std::move(allowed).error();
        }
        return readSpoolJobs(counter.database(), limit);
    });
}

Result<SpoolJob> spoolJobNamed(Counter& counter, const std::string& id)
{
    return guarded([&]() -> Result<SpoolJob> {
        if (auto allowed = counter.access().require(Permission::ReadOrders); !allowed) {
            return std::move(allowed).error();
        }
        std::optional<SpoolJob> found;
        for (SpoolJob& job : readSpoolJobs(counter.database(), SIZE_MAX / 2)) {
            const std::string text = job.id.text();
            // Ids of one moment begin alike; their ends differ.
            const bool isIt = id.size() >= kIdMin && (text.starts_with(id) || text.ends_with(id));
            if (isIt && found) {
                return refused("unknown_print_job",
                               "Several jobs have an id like that. Give more of it.", id);
            }
            if (isIt) {
                found = std::move(job);
            }
        }
        return found ? Result<SpoolJob>{*std::move(found)} : Result<SpoolJob>{unknownJob(id)};
    });
}

Result<void> retrySpoolJob(Counter& counter, PrintJobId id)
{
    return changeJob(counter, id, {SpoolState::Failed, SpoolState::Queued}, SpoolState::Queued,
                     true);
}

Result<void> cancelSpoolJob(Counter& counter, PrintJobId id)
{
    return changeJob(counter, id, {SpoolState::Queued, SpoolState::Failed}, SpoolState::Cancelled,
                     false);
}

Result<void> settleUnclear(Counter& counter, PrintJobId id, bool cameOut)
{
    return changeJob(counter, id, {SpoolState::Unclear},
                     cameOut ? SpoolState::Confirmed : SpoolState::Queued, false);
}

Result<void> recoverSpool(Counter& counter)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction{counter.database()};
        for (const PrintJobId id :
             movePages(counter.database(), SpoolState::Sending, SpoolState::Unclear)) {
            settle(counter, id, mayHavePrinted());
        }
        deleteOldJobs(counter.database(), Instant{counter.clock().now().ms - kKeepJobs});
        transaction.commit();
        return {};
    });
}

Result<std::vector<SpoolJob>> waitingSpoolJobs(Counter& counter)
{
    return guarded(
        [&]() -> Result<std::vector<SpoolJob>> { return readWaitingJobs(counter.database()); });
}

Result<void> noteSpoolPage(Counter& counter, PrintJobId id, int page, SpoolState state,
                           const std::optional<Error>& fault)
{
    return guarded([&]() -> Result<void> {
        Transaction transaction{counter.database()};
        writePageState(counter.database(), id, page, state);
        settle(counter, id, fault);
        transaction.commit();
        return {};
    });
}

Result<void> noteSpoolFault(Counter& counter, PrintJobId id, const std::optional<Error>& fault)
{
    return guarded([&]() -> Result<void> {
        settle(counter, id, fault);
        return {};
    });
}

Result<Order> spooledOrder(Counter& counter, const SpoolJob& job)
{
    return guarded([&]() -> Result<Order> {
        auto order = job.order ? readOrder(counter.database(), counter.organizer(), *job.order)
                               : std::nullopt;
        if (!order) {
            return refused("unknown_order", "This counter knows no such order any more.",
                           job.order ? job.order->text() : std::string{});
        }
        return *std::move(order);
    });
}

} // namespace foyer
