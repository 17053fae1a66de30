// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/printers.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/training.h"
#include "core/storage/spool_store.h"

#include <algorithm>
#include <utility>

namespace foyer {
namespace {

Error unknownPrinter(const std::string& name)
{
    Error error = refused("unknown_printer",
                          "There is no printer \"" + name +
                              "\" on this computer. Choose another one, or add it first.",
                          name);
    error.facts = {name};
    return error;
}

bool sameName(const std::string& a, const std::string& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char one, char other) {
        const auto lower = [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        };
        return lower(one) == lower(other);
    });
}

Result<Printer> findPrinter(Counter& counter, const std::string& name)
{
    for (Printer& printer : readPrinters(counter.database())) {
        if (sameName(printer.name, name)) {
            return std::move(printer);
        }
    }
    return unknownPrinter(name);
}

} // namespace

Result<std::vector<Printer>> printers(Counter& counter)
{
    return guarded(
        [&]() -> Result<std::vector<Printer>> { return readPrinters(counter.database()); });
}

Result<Printer> printerNamed(Counter& counter, const std::string& name)
{
    return guarded([&]() -> Result<Printer> { return findPrinter(counter, name); });
}

Result<Printer> printerFor(Counter& counter, PrintPurpose purpose)
{
    return guarded([&]() -> Result<Printer> {
        for (Printer& printer : readPrinters(counter.database())) {
            if (printer.isFor(purpose)) {
                return std::move(printer);
            }
        }
        return refused("no_printer",
                       "No printer of this computer is set up for that. Add one in the settings.");
    });
}

Result<void> setPrinter(Counter& counter, const Printer& printer)
{
    return guarded([&]() -> Result<void> {
        if (auto allowed = counter.access().require(Permission::RunCounter); !allowed) {
            return allowed;
        }
        if (auto checked = checkPrinter(printer); !checked) {
            return checked;
        }
        writePrinter(counter.database(), printer);
        return {};
    });
}

Result<void> removePrinter(Counter& counter, const std::string& name)
{
    return guarded([&]() -> Result<void> {
        if (auto allowed = counter.access().require(Permission::RunCounter); !allowed) {
            return allowed;
        }
        auto printer = findPrinter(counter, name);
        if (!printer) {
            return std::move(printer).error();
        }
        const auto jobs = readSpoolJobs(counter.database(), SIZE_MAX / 2);
        const bool isAwaited = std::any_of(jobs.begin(), jobs.end(), [&](const SpoolJob& job) {
            return job.pagesLeft() > 0 && sameName(job.printer, name);
        });
        if (isAwaited) {
            Error error = refused("printer_in_use",
                                  "Something still waits for the printer \"" + printer->name +
                                      "\". Print or cancel it first.",
                                  printer->name);
            error.facts = {printer->name};
            return error;
        }
        deletePrinter(counter.database(), printer->name);
        return {};
    });
}

Result<SalePrinting> printingAfterSale(Counter& counter, const Order& order)
{
    return guarded([&]() -> Result<SalePrinting> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const bool inCash = std::ranges::any_of(order.payments, [](const SettledTender& payment) {
            return payment.tender.method == PaymentMethod::Cash;
        });
        SalePrinting printing;
        for (const Printer& printer : readPrinters(counter.database())) {
            const bool atOnce = printer.isFor(PrintPurpose::AtOnce);
            if (atOnce && printer.isFor(PrintPurpose::Tickets) && !printing.tickets) {
                printing.tickets = printer;
            }
            if (atOnce && printer.isFor(PrintPurpose::Receipts) && !printing.receipt) {
                printing.receipt = printer;
            }
            if (inCash && !isTraining(counter) && printer.isFor(PrintPurpose::Drawer)) {
                printing.drawers.push_back(printer);
            }
        }
        return printing;
    });
}

Result<std::vector<Printer>> drawersToOpen(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Printer>> {
        if (auto may = counter.access().require(Permission::RunShift); !may) {
            return std::move(may).error();
        }
        auto drawers =
            isTraining(counter) ? std::vector<Printer>{} : readPrinters(counter.database());
        std::erase_if(drawers,
                      [](const Printer& printer) { return !printer.isFor(PrintPurpose::Drawer); });
        return drawers;
    });
}

} // namespace foyer
