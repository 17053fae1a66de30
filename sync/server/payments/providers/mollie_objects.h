// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_json.h"
#include "sync/server/payments/providers/provider_line.h"

#include <optional>

namespace foyer::server {

/// Mollie's objects as Foyer sees them. Nothing where an object does not say what it has to.

/// A payment, with the refunds and chargebacks inside it, if there are any.
std::optional<Snapshot> snapshotOfMollie(const JsonValue& payment);
std::optional<RefundSnapshot> refundOfMollie(const JsonValue& refund);
std::optional<DisputeSnapshot> chargebackOfMollie(const JsonValue& chargeback);
/// A transaction of a balance.
std::optional<SettlementLine> lineOfMollie(const JsonValue& transaction);

/// What Mollie means by a no.
Verdict judgeMollie(const HttpAnswer& answer, const JsonValue& body);

} // namespace foyer::server
