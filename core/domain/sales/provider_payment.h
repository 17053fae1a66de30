// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/sale_entries.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Payments that a provider (Stripe, PayPal …) takes through the server. A counter sells as ever,
/// with a payment whose money is awaited; it asks for the money by an entry, and the server alone
/// talks to the provider and says by entries of its own what became of it. What a payment books to
/// account::kAwaited, under its own id, says at all times how things stand: above zero is money
/// that is still to come, below zero is money that came for nothing and has to go back.

/// How the customer pays.
enum class PaymentWay : std::uint8_t {
    Link,   ///< on their own phone, at the provider's page: by a QR code or a link
    Reader, ///< at a card reader of the provider, which the server drives
};
std::string_view paymentWayName(PaymentWay way); ///< "link", "reader"
std::optional<PaymentWay> paymentWayNamed(std::string_view name);

/// `payment.requested`, version 1: the money of a `payment.taken` in the same act is to be taken by
/// a provider. An id is asked for once for ever, however often the entry is sent.
struct PaymentRequested {
    PaymentId payment; ///< as of the `payment.taken`
    OrderId order;
    Currency currency;
    std::int64_t amount = 0; ///< minor units, above zero
    PaymentWay way = PaymentWay::Link;
    std::string provider; ///< "stripe", "paypal", "mollie", as the server's settings name it
    std::string reader;   ///< of PaymentWay::Reader: the provider's name of it; else empty
    Instant expiresAt;    ///< when the counter stops waiting, and the server cancels
    friend bool operator==(const PaymentRequested&, const PaymentRequested&) = default;
};

/// `payment.cancel_asked`, version 1: the money is not wanted any more. Only `payment.ended` says
/// that it will not come.
struct PaymentCancelAsked {
    PaymentId payment;
    OrderId order;
    friend bool operator==(const PaymentCancelAsked&, const PaymentCancelAsked&) = default;
};

/// `payment.settled`, version 1, by the authority: the provider has the money. It may come after
/// `payment.ended`: money is never turned away by a timer.
struct PaymentSettled {
    PaymentId payment;
    OrderId order;
    Currency currency;
    std::int64_t amount = 0; ///< minor units, above zero
    std::string provider;
    std::string reference; ///< the provider's name of the payment, for its own dashboard
    bool isTest = false;   ///< no real money: of a server that tests
    friend bool operator==(const PaymentSettled&, const PaymentSettled&) = default;
};

enum class PaymentEnd : std::uint8_t {
    Canceled, ///< by the house or by the customer
    Expired,  ///< nobody paid in time
    Failed,   ///< the provider will not do it
};
std::string_view paymentEndName(PaymentEnd end); ///< "canceled", "expired", "failed"
std::optional<PaymentEnd> paymentEndNamed(std::string_view name);

/// `payment.ended`, version 1, by the authority: the provider says that no money was taken.
struct PaymentEnded {
    PaymentId payment;
    OrderId order;
    PaymentEnd end = PaymentEnd::Canceled;
    std::string reason; ///< the provider's, without personal data: "card_declined"; may be empty
    friend bool operator==(const PaymentEnded&, const PaymentEnded&) = default;
};

enum class RefundOutcome : std::uint8_t {
    Done,    ///< the provider has sent it
    Failed,  ///< it could not: the money is still to be given back
    Bounced, ///< it was done before, and the customer's bank sent it back
};
std::string_view refundOutcomeName(RefundOutcome outcome); ///< "done", "failed", "bounced"
std::optional<RefundOutcome> refundOutcomeNamed(std::string_view name);

/// `payment.refunded`, version 1, by the authority: what became of money that had to go back.
struct PaymentRefunded {
    PaymentId payment;
    OrderId order;
    PaymentId refund; ///< this refund's own id
    Currency currency;
    std::int64_t amount = 0; ///< minor units, above zero
    RefundOutcome outcome = RefundOutcome::Done;
    std::string reason;        ///< unless it is done, as of PaymentEnded
    std::string provider = {}; ///< as of PaymentSettled; empty: one that holds money for the house
    bool isTest = false;       ///< as of PaymentSettled
    friend bool operator==(const PaymentRefunded&, const PaymentRefunded&) = default;
};

Bytes encode(const PaymentRequested& body);
Bytes encode(const PaymentCancelAsked& body);
Bytes encode(const PaymentSettled& body);
Bytes encode(const PaymentEnded& body);
Bytes encode(const PaymentRefunded& body);
/// The Error names the first field that is missing or wrong.
Result<PaymentRequested> decodePaymentRequested(const CborValue& body);
Result<PaymentCancelAsked> decodePaymentCancelAsked(const CborValue& body);
Result<PaymentSettled> decodePaymentSettled(const CborValue& body);
Result<PaymentEnded> decodePaymentEnded(const CborValue& body);
Result<PaymentRefunded> decodePaymentRefunded(const CborValue& body);

/// Whether a provider is the house's own bank account: "bank", "bank-…". Its money is there, and
/// not with somebody who holds it for the house.
bool isBankProvider(std::string_view provider);
/// From what is awaited to what the provider holds for the house (or to its bank account), and
/// back; their sum is zero.
std::vector<LedgerLine> ledgerOf(const PaymentSettled& settled);
std::vector<LedgerLine> ledgerOf(const PaymentRefunded& refunded);

} // namespace foyer
