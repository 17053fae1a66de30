// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/import_file.h"
#include "core/domain/imports/imported_order.h"

#include <vector>

namespace foyer {

/// Orders of pretix as its API and its JSON export write them: orders with positions, and the
/// items, events and subevents that they name by numbers, in any number of files and any order. An
/// order whose item is in none of them is of type "Item 42". The name of a subevent is that of the
/// event; a variation is the price category. What admits nobody is taken for a fee. Test orders
/// count as cancelled. Errors of readJsonRecords.
Result<OrderSource> pretixOrders(std::vector<ImportFile> files, const OrderReading& reading);

} // namespace foyer
