// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/sale_entries.h"
#include "core/storage/database.h"

namespace foyer::projections {

/// Keeps a payment that settles an invoice, instead of one of the order; a second time changes
/// nothing. Throws StorageFailure.
void recordInvoicePayment(Database& database, const Entry& entry, const PaymentTaken& payment);

} // namespace foyer::projections
