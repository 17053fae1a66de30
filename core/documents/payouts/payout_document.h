// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/sales/payout_statement.h"

#include <string>
#include <vector>

namespace foyer {

/// The statement of a payout on A4 pages, in the language of the program: what was sold of each
/// performance, and what the payout is made of. `locale` is a BCP 47 name, by which amounts and
/// dates are written; empty: the system's. Needs a QGuiApplication.
std::vector<Drawing> payoutPages(const PayoutStatement& statement, const std::string& locale = {});

/// The same for spreadsheets and programs, with names that never change: a row per performance
/// (`kind` "performance"), per provider (`provider`), and one per sum (`sum`); amounts with a point
/// and all decimals. See csvText().
std::string payoutCsv(const PayoutStatement& statement);

} // namespace foyer
