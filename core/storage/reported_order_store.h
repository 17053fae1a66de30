// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/reported_order.h"
#include "core/storage/database.h"

#include <vector>

namespace foyer {

/// Every order whose id lies between two, both included, with all that counts of it in reports, by
/// id. One of which only later facts are known is not among them. Throws StorageFailure.
std::vector<ReportedOrder> readReportedOrders(Database& database, OrganizerId organizer,
                                              OrderId first, OrderId last);

} // namespace foyer
