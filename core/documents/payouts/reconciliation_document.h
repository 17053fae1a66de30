// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/sales/reconciliation_report.h"

#include <string>
#include <vector>

namespace foyer {

/// The report of a reconciliation on A4 pages, in the language of the program: the days of each
/// account first, the cases behind them. `locale` as of payoutPages(). Needs a QGuiApplication.
std::vector<Drawing> reconciliationPages(const ReconciliationReport& report,
                                         const std::string& house, const std::string& locale = {});

/// The same for spreadsheets and programs: a row per day of an account (`kind` "day") and per case
/// (the case's own kind). See csvText().
std::string reconciliationCsv(const ReconciliationReport& report);

} // namespace foyer
