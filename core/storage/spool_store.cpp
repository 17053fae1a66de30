// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/spool_store.h"

#include <algorithm>

namespace foyer {
namespace {

SpoolJob jobFrom(const DbRow& row)
{
    SpoolJob job;
    job.id = row.id<PrintJobId>(0);
    job.createdAt = Instant{row.integer(1)};
    job.printer = row.text(2);
    job.content = spoolContentNamed(row.text(3));
    job.title = row.text(4);
    job.order = row.optionalId<OrderId>(5);
    job.slip = row.text(6);
    job.specimen = row.integer(7) != 0;
    job.state = spoolStateNamed(row.text(8));
    job.faultCode = row.text(9);
    job.fault = row.text(10);
    return job;
}

void readPages(Database& database, SpoolJob& job)
{
    database.each("SELECT number, ticket, state FROM print_page WHERE job = ? ORDER BY number",
                  {job.id}, [&job](const DbRow& row) {
                      job.pages.push_back({static_cast<int>(row.integer(0)),
                                           row.optionalId<TicketId>(1),
                                           spoolStateNamed(row.text(2))});
                  });
}

void readPages(Database& database, std::vector<SpoolJob>& jobs)
{
    for (SpoolJob& job : jobs) {
        readPages(database, job);
    }
}

} // namespace

std::vector<Printer> readPrinters(Database& database)
{
    std::vector<Printer> printers;
    database.each(
        "SELECT name, language, output, paper, purposes, dpi FROM printer ORDER BY lower(name)", {},
        [&printers](const DbRow& row) {
            Printer printer;
            printer.name = row.text(0);
            printer.language = printerLanguageNamed(row.text(1)).value_or(PrinterLanguage::Pdf);
            printer.output = row.text(2);
            printer.paper = printerPaperNamed(row.text(3)).value_or(PrinterPaper::A4);
            printer.purposes = static_cast<std::uint8_t>(row.integer(4));
            printer.dotsPerInch = static_cast<int>(row.integer(5));
            printers.push_back(std::move(printer));
        });
    return printers;
}

void writePrinter(Database& database, const Printer& printer)
{
    // Names are the same in capitals and without; what an upsert calls the same is a matter of the
    // engine.
    Transaction transaction{database};
    deletePrinter(database, printer.name);
    database.run("INSERT INTO printer (name, language, output, paper, purposes, dpi) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 {printer.name, nameOf(printer.language), printer.output, nameOf(printer.paper),
                  static_cast<std::int32_t>(printer.purposes), printer.dotsPerInch});
    transaction.commit();
}

bool deletePrinter(Database& database, const std::string& name)
{
    return database.run("DELETE FROM printer WHERE lower(name) = lower(?)", {name}) > 0;
}

void insertSpoolJob(Database& database, const SpoolJob& job)
{
    database.run("INSERT INTO print_job (id, created_at, printer, content, title, order_id, slip, "
                 "specimen, state, fault_code, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {job.id, job.createdAt.ms, job.printer, nameOf(job.content), job.title, job.order,
                  job.slip, job.specimen ? 1 : 0, nameOf(job.state), job.faultCode, job.fault});
    for (const SpoolPage& page : job.pages) {
        database.run("INSERT INTO print_page (job, number, ticket, state) VALUES (?, ?, ?, ?)",
                     {job.id, page.number, page.ticket, nameOf(page.state)});
    }
}

std::optional<SpoolJob> readSpoolJob(Database& database, PrintJobId id)
{
    std::optional<SpoolJob> job;
    database.each("SELECT id, created_at, printer, content, title, order_id, slip, specimen, "
                  "state, fault_code, fault FROM print_job WHERE id = ?",
                  {id}, [&job](const DbRow& row) { job = jobFrom(row); });
    if (job) {
        readPages(database, *job);
    }
    return job;
}

std::vector<SpoolJob> readSpoolJobs(Database& database, std::size_t limit)
{
    std::vector<SpoolJob> jobs;
    database.each("SELECT id, created_at, printer, content, title, order_id, slip, specimen, "
                  "state, fault_code, fault FROM print_job ORDER BY created_at DESC, id DESC "
                  "LIMIT ?",
                  {static_cast<std::int64_t>(limit)},
                  [&jobs](const DbRow& row) { jobs.push_back(jobFrom(row)); });
    readPages(database, jobs);
    return jobs;
}

std::vector<SpoolJob> readWaitingJobs(Database& database)
{
    std::vector<SpoolJob> jobs;
    database.each("SELECT id, created_at, printer, content, title, order_id, slip, specimen, "
                  "state, fault_code, fault FROM print_job WHERE state = 'queued' "
                  "ORDER BY created_at, id",
                  {}, [&jobs](const DbRow& row) { jobs.push_back(jobFrom(row)); });
    readPages(database, jobs);
    return jobs;
}

void writePageState(Database& database, PrintJobId job, int page, SpoolState state)
{
    database.run("UPDATE print_page SET state = ? WHERE job = ? AND number = ?",
                 {nameOf(state), job, page});
}

void writeJobState(Database& database, PrintJobId job, SpoolState state,
                   const std::string& faultCode, const std::string& fault)
{
    database.run("UPDATE print_job SET state = ?, fault_code = ?, fault = ? WHERE id = ?",
                 {nameOf(state), faultCode, fault, job});
}

std::vector<PrintJobId> movePages(Database& database, SpoolState from, SpoolState to)
{
    std::vector<PrintJobId> jobs;
    database.each("SELECT DISTINCT job FROM print_page WHERE state = ?", {nameOf(from)},
                  [&jobs](const DbRow& row) { jobs.push_back(row.id<PrintJobId>(0)); });
    database.run("UPDATE print_page SET state = ? WHERE state = ?", {nameOf(to), nameOf(from)});
    return jobs;
}

bool wasPrinted(Database& database, std::span<const TicketId> tickets)
{
    return std::any_of(tickets.begin(), tickets.end(), [&database](TicketId ticket) {
        return database
                   .integer("SELECT count(*) FROM print_page WHERE ticket = ? AND state IN "
                            "('sending', 'sent', 'confirmed', 'unclear')",
                            {ticket})
                   .value_or(0) > 0;
    });
}

void deleteOldJobs(Database& database, Instant before)
{
    database.run("DELETE FROM print_job WHERE created_at < ? AND state IN ('sent', 'confirmed', "
                 "'cancelled', 'failed')",
                 {before.ms});
}

} // namespace foyer
