// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_json.h"
#include "sync/server/payments/providers/provider_line.h"

#include <optional>
#include <string>
#include <utility>

namespace foyer::server {

/// PayPal's objects as Foyer sees them. Nothing where an object does not say what it has to.

/// An order, with its captures and refunds. PayPal does not say of an object whether its money is
/// real: whom one asked does.
std::optional<Snapshot> snapshotOfOrder(const JsonValue& order, bool isLive);
std::optional<RefundSnapshot> refundOfPaypal(const JsonValue& refund);
/// A dispute in full, as by its id.
std::optional<DisputeSnapshot> disputeOfPaypal(const JsonValue& dispute);
/// A line of the report on transactions. Nothing, too, for what has not happened (pending, denied):
/// `isBad` tells one from the other.
std::optional<SettlementLine> lineOfPaypal(const JsonValue& transaction, bool& isBad);
/// The order that a capture belongs to; empty where it does not say.
std::string orderOfCapture(const JsonValue& capture);
/// Which payment an event is about: by what it is fetched, and our id where it is told.
std::pair<std::string, std::optional<PaymentId>> aboutOfPaypal(const JsonValue& event);

/// What PayPal means by a no: its issues, or the names of its older services.
Verdict judgePaypal(const HttpAnswer& answer, const JsonValue& body);

} // namespace foyer::server
