// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/provider_payment.h"

#include "core/domain/journal/cbor_fields.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr auto kWayNames = std::to_array<std::string_view>({"link", "reader"});
constexpr auto kEndNames = std::to_array<std::string_view>({"canceled", "expired", "failed"});
constexpr auto kOutcomeNames = std::to_array<std::string_view>({"done", "failed", "bounced"});

template <typename Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& names, std::string_view name)
{
    const auto* const found = std::ranges::find(names, name);
    return found != names.end()
        ? std::optional{static_cast<Enum>(std::distance(names.begin(), found))}
        : std::nullopt;
}

/// The one that a field names; the first of them and a fault otherwise.
template <typename Enum>
Enum readNamed(FieldReader& fields, std::optional<Enum> value, const char* field)
{
    fields.require(value.has_value(), field);
    return value.value_or(Enum{});
}

std::int64_t readTaken(FieldReader& fields, const CborValue& amount)
{
    return fields.integer(amount, 1, Money::kMinorMax);
}

std::vector<LedgerLine> toTheProvider(PaymentId payment, Currency currency, std::int64_t amount,
                                      std::string_view provider)
{
    return {{isBankProvider(provider) ? account::kBank : account::kProviderClearing,
             {},
             currency,
             amount},
            {account::kAwaited, payment.uuid, currency, -amount}};
}

} // namespace

bool isBankProvider(std::string_view provider)
{
    constexpr std::string_view kBank = "bank";
    return provider == kBank || (provider.starts_with(kBank) && provider[kBank.size()] == '-');
}

std::string_view paymentWayName(PaymentWay way)
{
    return kWayNames.at(static_cast<std::size_t>(way));
}

std::optional<PaymentWay> paymentWayNamed(std::string_view name)
{
    return named<PaymentWay>(kWayNames, name);
}

std::string_view paymentEndName(PaymentEnd end)
{
    return kEndNames.at(static_cast<std::size_t>(end));
}

std::optional<PaymentEnd> paymentEndNamed(std::string_view name)
{
    return named<PaymentEnd>(kEndNames, name);
}

std::string_view refundOutcomeName(RefundOutcome outcome)
{
    return kOutcomeNames.at(static_cast<std::size_t>(outcome));
}

std::optional<RefundOutcome> refundOutcomeNamed(std::string_view name)
{
    return named<RefundOutcome>(kOutcomeNames, name);
}

Bytes encode(const PaymentRequested& body)
{
    CborWriter writer;
    writer.map(8);
    writer.field("way", paymentWayName(body.way));
    writer.field("order", body.order.uuid.bytes());
    writer.field("amount", body.amount);
    writer.field("reader", body.reader);
    writer.field("payment", body.payment.uuid.bytes());
    writer.field("currency", body.currency.code());
    writer.field("provider", body.provider);
    writer.field("expires_at", body.expiresAt.ms);
    return writer.take();
}

Bytes encode(const PaymentCancelAsked& body)
{
    CborWriter writer;
    writer.map(2);
    writer.field("order", body.order.uuid.bytes());
    writer.field("payment", body.payment.uuid.bytes());
    return writer.take();
}

Bytes encode(const PaymentSettled& body)
{
    CborWriter writer;
    writer.map(body.isTest ? 7 : 6);
    if (body.isTest) {
        writer.text("test").boolean(true);
    }
    writer.field("order", body.order.uuid.bytes());
    writer.field("amount", body.amount);
    writer.field("payment", body.payment.uuid.bytes());
    writer.field("currency", body.currency.code());
    writer.field("provider", body.provider);
    writer.field("reference", body.reference);
    return writer.take();
}

Bytes encode(const PaymentEnded& body)
{
    CborWriter writer;
    writer.map(4);
    writer.field("end", paymentEndName(body.end));
    writer.field("order", body.order.uuid.bytes());
    writer.field("reason", body.reason);
    writer.field("payment", body.payment.uuid.bytes());
    return writer.take();
}

Bytes encode(const PaymentRefunded& body)
{
    CborWriter writer;
    writer.map(7U + (body.isTest ? 1U : 0U) + (body.provider.empty() ? 0U : 1U));
    if (body.isTest) {
        writer.text("test").boolean(true);
    }
    writer.field("order", body.order.uuid.bytes());
    writer.field("amount", body.amount);
    writer.field("reason", body.reason);
    writer.field("refund", body.refund.uuid.bytes());
    writer.field("outcome", refundOutcomeName(body.outcome));
    writer.field("payment", body.payment.uuid.bytes());
    writer.field("currency", body.currency.code());
    if (!body.provider.empty()) {
        writer.field("provider", body.provider);
    }
    return writer.take();
}

Result<PaymentRequested> decodePaymentRequested(const CborValue& body)
{
    FieldReader fields{kind::kPaymentRequested};
    PaymentRequested requested{.currency = fields.currency(body["currency"])};
    requested.payment = fields.id<PaymentId>(body["payment"]);
    requested.order = fields.id<OrderId>(body["order"]);
    requested.amount = readTaken(fields, body["amount"]);
    requested.way = readNamed(fields, paymentWayNamed(body["way"].asText()), "way");
    requested.provider = fields.text(body["provider"], "provider");
    requested.reader = fields.text(body["reader"], "reader");
    requested.expiresAt = {fields.integer(body["expires_at"], 0, INT64_MAX)};
    return fields.checked(std::move(requested));
}

Result<PaymentCancelAsked> decodePaymentCancelAsked(const CborValue& body)
{
    FieldReader fields{kind::kPaymentCancelAsked};
    return fields.checked(PaymentCancelAsked{fields.id<PaymentId>(body["payment"]),
                                             fields.id<OrderId>(body["order"])});
}

Result<PaymentSettled> decodePaymentSettled(const CborValue& body)
{
    FieldReader fields{kind::kPaymentSettled};
    PaymentSettled settled{.currency = fields.currency(body["currency"])};
    settled.payment = fields.id<PaymentId>(body["payment"]);
    settled.order = fields.id<OrderId>(body["order"]);
    settled.amount = readTaken(fields, body["amount"]);
    settled.provider = fields.text(body["provider"], "provider");
    settled.reference = fields.text(body["reference"], "reference");
    settled.isTest = body["test"].asBool();
    return fields.checked(std::move(settled));
}

Result<PaymentEnded> decodePaymentEnded(const CborValue& body)
{
    FieldReader fields{kind::kPaymentEnded};
    PaymentEnded ended;
    ended.payment = fields.id<PaymentId>(body["payment"]);
    ended.order = fields.id<OrderId>(body["order"]);
    ended.end = readNamed(fields, paymentEndNamed(body["end"].asText()), "end");
    ended.reason = fields.text(body["reason"], "reason");
    return fields.checked(std::move(ended));
}

Result<PaymentRefunded> decodePaymentRefunded(const CborValue& body)
{
    FieldReader fields{kind::kPaymentRefunded};
    PaymentRefunded refunded{.currency = fields.currency(body["currency"])};
    refunded.payment = fields.id<PaymentId>(body["payment"]);
    refunded.order = fields.id<OrderId>(body["order"]);
    refunded.refund = fields.id<PaymentId>(body["refund"]);
    refunded.amount = readTaken(fields, body["amount"]);
    refunded.outcome = readNamed(fields, refundOutcomeNamed(body["outcome"].asText()), "outcome");
    refunded.reason = fields.text(body["reason"], "reason");
    if (!body["provider"].isNull()) {
        refunded.provider = fields.text(body["provider"], "provider");
    }
    refunded.isTest = body["test"].asBool();
    return fields.checked(std::move(refunded));
}

std::vector<LedgerLine> ledgerOf(const PaymentSettled& settled)
{
    return toTheProvider(settled.payment, settled.currency, settled.amount, settled.provider);
}

std::vector<LedgerLine> ledgerOf(const PaymentRefunded& refunded)
{
    switch (refunded.outcome) {
    case RefundOutcome::Done:
        return toTheProvider(refunded.payment, refunded.currency, -refunded.amount,
                             refunded.provider);
    case RefundOutcome::Failed:
        return {};
    case RefundOutcome::Bounced:
        break;
    }
    return toTheProvider(refunded.payment, refunded.currency, refunded.amount, refunded.provider);
}

} // namespace foyer
