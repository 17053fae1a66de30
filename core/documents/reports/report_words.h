// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_table.h"
#include "core/domain/reports/sales_report.h"

#include <string>

namespace foyer {

/// "cash", "card+gift" … as people say it; how a free order was paid, too.
std::string paymentWords(const std::string& paidBy);
/// A day as its readers write it.
std::string dayWords(std::int64_t day, const std::string& locale);
/// What stands on top: house, scope, "as of".
void putHead(ReportTable& table, const ReportHead& head, const std::string& locale);
ReportColumn wordColumn(const char* key, const std::string& head);
ReportColumn numberColumn(const char* key, const std::string& head, bool isMain = true);

} // namespace foyer
