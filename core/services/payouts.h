// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/payout_statement.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What the house was paid out, as this counter has heard of it: the server makes payouts, and they
/// come with the feed. All need Permission::ReadReports.

/// The latest first, each with everything that its statement says.
Result<std::vector<PayoutStatement>> payouts(Counter& counter, std::size_t limit = 200);
/// By its number, "PO-2026-0003" without regard to case, or by its id. Refuses with unknown_payout.
Result<PayoutStatement> payoutNamed(Counter& counter, const std::string& text);
/// What the platform takes, in the order in which it was set.
Result<std::vector<CommissionShown>> commissions(Counter& counter);

} // namespace foyer
