// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/printing/printer.h"
#include "core/domain/sales/order.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The printers of this computer.

/// By name.
Result<std::vector<Printer>> printers(Counter& counter);
/// One by name, without case. Refuses with unknown_printer (fact: name).
Result<Printer> printerNamed(Counter& counter, const std::string& name);
/// The first one that is for something. Refuses with no_printer.
Result<Printer> printerFor(Counter& counter, PrintPurpose purpose);
/// Adds a printer, or changes the one of that name. Errors of checkPrinter.
Result<void> setPrinter(Counter& counter, const Printer& printer);
/// Refuses with unknown_printer, printer_in_use (something waits for it).
Result<void> removePrinter(Counter& counter, const std::string& name);

/// What happens by itself after a sale: who prints tickets and receipt, whose drawers open.
struct SalePrinting {
    std::optional<Printer> tickets;
    std::optional<Printer> receipt;
    std::vector<Printer> drawers; ///< where cash was taken or given
};
/// Needs Permission::ReadOrders.
Result<SalePrinting> printingAfterSale(Counter& counter, const Order& order);
/// The printers whose drawers open. Needs Permission::RunShift.
Result<std::vector<Printer>> drawersToOpen(Counter& counter);

} // namespace foyer
