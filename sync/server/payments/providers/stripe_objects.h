// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_json.h"
#include "sync/server/payments/providers/provider_line.h"

#include <optional>
#include <string>

namespace foyer::server {

/// Stripe's objects as Foyer sees them. Nothing where an object does not say what it has to.

/// A PaymentIntent, with `latest_charge` inside it if there is one; without refunds and disputes.
std::optional<Snapshot> snapshotOfIntent(const JsonValue& intent);
/// A Checkout Session, with its PaymentIntent inside it if there is one.
std::optional<Snapshot> snapshotOfSession(const JsonValue& session);
/// Either, by what it says it is.
std::optional<Snapshot> snapshotOfStripe(const JsonValue& object);
/// Whether the PaymentIntent is a card reader's, and so not behind a Checkout Session.
bool isForReader(const JsonValue& intent);

std::optional<RefundSnapshot> refundOfStripe(const JsonValue& refund);
std::optional<DisputeSnapshot> disputeOfStripe(const JsonValue& dispute);
/// A balance transaction, with its `source` inside it.
std::optional<SettlementLine> lineOfStripe(const JsonValue& transaction);

/// By what the payment is fetched that an event is about, by the object in it. Empty: about none.
std::string referenceOfStripe(const JsonValue& object);

/// What Stripe means by a no: its error object, and the headers beside it.
Verdict judgeStripe(const HttpAnswer& answer, const JsonValue& body);

} // namespace foyer::server
