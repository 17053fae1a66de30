// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/providers/paypal_line.h"

#include <string>
#include <vector>

namespace foyer::server {

/// A page of the account, from the report on transactions. Reports lag by up to three hours, and
/// cover 31 days at most: a longer time is asked for piece by piece.
Outcome<SettlementPage> paypalSettlements(PaypalLine& line, TimeRange range,
                                          const std::string& cursor);

/// What the events of PayPal's own list, sent or not, are about.
Outcome<std::vector<std::string>> paypalChangedSince(PaypalLine& line, Instant from);

} // namespace foyer::server
