// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/printing/job_pages.h"

#include "app/orders/order_documents.h"
#include "core/documents/printing/slip_document.h"
#include "core/documents/tickets/receipt_document.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/services/guarded.h"
#include "core/services/printers.h"
#include "core/services/spool.h"

#include <algorithm>
#include <utility>

namespace foyer::app {
namespace {

PaperFormat ticketPaper(PrinterPaper paper)
{
    switch (paper) {
    case PrinterPaper::A4:
        return PaperFormat::A4;
    case PrinterPaper::Letter:
        return PaperFormat::Letter;
    case PrinterPaper::A6:
        return PaperFormat::A6;
    case PrinterPaper::Roll80:
        return PaperFormat::Roll80;
    case PrinterPaper::Roll58:
        return PaperFormat::Roll58;
    case PrinterPaper::Stock80x150:
        return PaperFormat::Stock80x150;
    case PrinterPaper::Stock140x51:
        return PaperFormat::Stock140x51;
    }
    return PaperFormat::A4;
}

ReceiptPaper receiptPaper(PrinterPaper paper)
{
    switch (paper) {
    case PrinterPaper::Roll58:
        return ReceiptPaper::Roll58;
    case PrinterPaper::Roll80:
    case PrinterPaper::Stock80x150:
        return ReceiptPaper::Roll80;
    default:
        return ReceiptPaper::A5;
    }
}

std::vector<const SpoolPage*> queuedPages(const SpoolJob& job)
{
    std::vector<const SpoolPage*> queued;
    for (const SpoolPage& page : job.pages) {
        if (page.state == SpoolState::Queued) {
            queued.push_back(&page);
        }
    }
    return queued;
}

Result<void> drawTickets(Counter& counter, const Order& order, ReadyJob& ready)
{
    Order wanted = order;
    std::vector<int> numbers;
    wanted.tickets.clear();
    for (const SpoolPage* page : queuedPages(ready.job)) {
        const auto ticket =
            std::find_if(order.tickets.begin(), order.tickets.end(), [page](const Ticket& each) {
                return page->ticket && each.id == *page->ticket;
            });
        if (order.voided || ticket == order.tickets.end() || ticket->state == TicketState::Voided) {
            ready.gone.push_back(page->number);
            continue;
        }
        wanted.tickets.push_back(*ticket);
        numbers.push_back(page->number);
    }
    if (numbers.empty()) {
        return {};
    }
    auto pages = ticketPagesOf(counter, wanted);
    if (!pages) {
        return std::move(pages).error();
    }
    for (std::size_t i = 0; i < pages->size(); ++i) {
        (*pages)[i].number = numbers[i];
        (*pages)[i].count = static_cast<int>(ready.job.pages.size());
        (*pages)[i].specimen = ready.job.specimen;
    }
    const PaperFormat paper = ticketPaper(ready.printer.paper);
    if (ready.printer.language == PrinterLanguage::Pdf) {
        auto sheets = ticketSheets(*pages, paper);
        if (!sheets) {
            return std::move(sheets).error();
        }
        ready.pages.push_back({numbers, *std::move(sheets)});
        return {};
    }
    for (std::size_t i = 0; i < pages->size(); ++i) {
        auto face = ticketFace((*pages)[i], paper);
        if (!face) {
            return std::move(face).error();
        }
        ready.pages.push_back({{numbers[i]}, {*std::move(face)}});
    }
    return {};
}

void drawSlip(ReadyJob& ready)
{
    SlipPage slip = slipFrom(ready.job.slip);
    slip.specimen = ready.job.specimen;
    ready.pages.push_back({{1}, slipSheets(slip, ready.printer.paper)});
}

Result<void> draw(Counter& counter, ReadyJob& ready)
{
    const SpoolJob& job = ready.job;
    if (queuedPages(job).empty()) {
        return {};
    }
    switch (job.content) {
    case SpoolContent::TestPage:
        ready.pages.push_back({{1}, {testPage(ready.printer)}});
        return {};
    case SpoolContent::Slip:
        drawSlip(ready);
        return {};
    case SpoolContent::Tickets:
    case SpoolContent::Receipt:
        break;
    }
    const auto order = spooledOrder(counter, job);
    if (!order) {
        return order.error();
    }
    if (job.content == SpoolContent::Tickets) {
        return drawTickets(counter, *order, ready);
    }
    auto page = receiptPageOf(counter, *order);
    if (!page) {
        return std::move(page).error();
    }
    page->specimen = job.specimen;
    ready.pages.push_back({{1}, receiptSheets(*page, receiptPaper(ready.printer.paper))});
    return {};
}

} // namespace

Result<ReadyJob> readyJob(Counter& counter, const SpoolJob& job)
{
    return guarded([&]() -> Result<ReadyJob> {
        auto printer = printerNamed(counter, job.printer);
        if (!printer) {
            return std::move(printer).error();
        }
        ReadyJob ready{job, *std::move(printer), {}, {}};
        if (auto drawn = draw(counter, ready); !drawn) {
            return std::move(drawn).error();
        }
        return ready;
    });
}

} // namespace foyer::app
