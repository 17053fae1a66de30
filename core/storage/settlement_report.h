// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/sales/reconciliation_report.h"
#include "core/storage/database.h"

namespace foyer {

/// What was compared between two instants, and the cases that were open then. Reads what the time
/// has, not the history. Throws StorageFailure.
ReconciliationReport readReconciliationReport(Database& database, OrganizerId organizer,
                                              Instant from, Instant to);

} // namespace foyer
