// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/imports/imported_order.h"
#include "core/domain/imports/order_import_report.h"
#include "core/services/order_import_matching.h"

#include <string>

namespace foyer {

class Counter;
struct OrderImportTerms;

/// The events that orders name and nobody here knows, as far as they can be told from the orders:
/// read from the source once, in memory that grows with the events. Makes them, or with `onlyCheck`
/// looks whether it could; their names go into the report. Errors of the source, too_many_events,
/// venue_missing, and of importEvent(). Throws StorageFailure.
Result<void> makeMissingEvents(Counter& counter, const OrderSource& source,
                               const OrderImportTerms& terms, const ImportMatching& matching,
                               OrderImportReport& report, bool onlyCheck);

} // namespace foyer
