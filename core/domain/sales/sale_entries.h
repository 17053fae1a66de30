// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/domain/sales/order.h"
#include "core/domain/till/till_figures.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class FieldReader;

/// The bodies of the entries a sale consists of. Each encodes to one deterministic form, and names
/// everything its projection needs, so that the tables it gives do not depend on what else is
/// known.

/// `order.placed`, version 1: what was sold, at which price, spending which rights.
struct OrderPlaced {
    struct Line {
        TicketId ticket;
        PerformanceId performance;
        TicketTypeId type;
        CategoryId category;
        std::optional<SeatNumber> seat;
        std::string seatLabel;
        std::string typeName;
        std::string categoryName;
        std::int64_t net = 0; ///< minor units of the order's currency
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::string taxName;
        std::int64_t taxRateMilliPercent = 0;
        std::vector<QuotaId> quotas;
        Reduction reduction = {}; ///< why it cost less than its list price
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct FeeLine {
        FeeId fee;
        PerformanceId performance;
        std::string text;
        std::int64_t net = 0;
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::string taxName;
        std::int64_t taxRateMilliPercent = 0;
        TicketId ticket; ///< that it is charged for; nil: the order as a whole
        friend bool operator==(const FeeLine&, const FeeLine&) = default;
    };
    /// A gift card that is sold: worth against money, no turnover and no tax until it is spent
    /// (a multi-purpose voucher, EU 2016/1065).
    struct GiftLine {
        GiftCardId card;
        std::string tail; ///< the last characters of its code
        std::int64_t worth = 0;
        friend bool operator==(const GiftLine&, const GiftLine&) = default;
    };
    OrderId order;
    std::string code;
    std::string series;
    std::int64_t number = 0; ///< the count in the series that the code was made of
    Currency currency;
    std::optional<CustomerId> customer;
    std::vector<Line> lines;
    std::vector<FeeLine> fees;
    ShiftId shift; ///< of whoever sold it; nil: none was open
    std::vector<GiftLine> giftCards = {};

    std::int64_t total() const;
    friend bool operator==(const OrderPlaced&, const OrderPlaced&) = default;
};

/// `payment.taken`, version 1.
struct PaymentTaken {
    PaymentId payment;
    OrderId order;
    PaymentMethod method = PaymentMethod::Cash;
    Currency currency;
    std::int64_t amount = 0;
    std::int64_t tendered = 0;
    std::string reference;
    ShiftId shift;             ///< whose drawer took it; nil: none
    std::int64_t rounding = 0; ///< cash kept beyond the amount, by rounding to coins
    Uuid subject;      ///< the gift card, the invoice, or of a provider's the payment; else nil
    Uuid settles;      ///< the invoice that the money came for later; nil of a sale
    PaymentId instead; ///< the awaited payment in whose place this one came; nil of any other
    PaymentMethod insteadOf = PaymentMethod::Online; ///< how that one was to be paid
    friend bool operator==(const PaymentTaken&, const PaymentTaken&) = default;
};

/// One line of the double-entry ledger: debits positive, credits negative.
struct LedgerLine {
    std::string account; ///< see namespace account
    Uuid subject;        ///< the performance, tax, fee or shift it belongs to; nil if none
    Currency currency;
    std::int64_t amount = 0;
    friend bool operator==(const LedgerLine&, const LedgerLine&) = default;
};

namespace account {
inline constexpr const char* kCash = "cash";
inline constexpr const char* kCardClearing = "card_clearing";
inline constexpr const char* kReceivable = "receivable";         ///< of an order that is being paid
inline constexpr const char* kGiftCards = "gift_card_liability"; ///< what the cards are still worth
inline constexpr const char* kInvoiced = "invoiced";             ///< on account, not yet paid
inline constexpr const char* kAwaited = "awaited"; ///< from a provider; below zero: to go back
inline constexpr const char* kProviderClearing = "provider_clearing"; ///< providers hold it for us
inline constexpr const char* kBank = "bank";
inline constexpr const char* kCommission = "commission";      ///< what the platform takes
inline constexpr const char* kProviderFees = "provider_fees"; ///< what providers keep
inline constexpr const char* kDisputes = "disputes";          ///< what disputes took
inline constexpr const char* kCarriedOver = "carried_over";   ///< owed until the next payout
inline constexpr const char* kImported = "imported"; ///< paid to the system an order came from
inline constexpr const char* kRevenue = "revenue";
inline constexpr const char* kFees = "fees";
inline constexpr const char* kDonations = "donations";
inline constexpr const char* kTaxPayable = "tax_payable";
inline constexpr const char* kCashRounding = "cash_rounding";
} // namespace account

/// `order.voided`, version 1: a whole order taken back, the money given back as it came.
struct OrderVoided {
    struct Place {
        TicketId ticket;
        PerformanceId performance;
        std::vector<QuotaId> quotas; ///< whose rights return to the replica that voids
        friend bool operator==(const Place&, const Place&) = default;
    };
    OrderId order;
    Currency currency;
    std::string reason;
    std::vector<Place> places;
    std::vector<LedgerLine> reversal; ///< everything the order and its payments had booked, negated
    ShiftId shift;                    ///< whose drawer gave the money back; nil: none
    TillFigures figures;              ///< what it takes from the figures of that shift
    friend bool operator==(const OrderVoided&, const OrderVoided&) = default;
};

Bytes encode(const OrderPlaced& body);
Bytes encode(const PaymentTaken& body);
Bytes encode(const OrderVoided& body);
/// Reads a body of any version that was ever written; the Error names what is missing.
Result<OrderPlaced> decodeOrderPlaced(const CborValue& body);
Result<PaymentTaken> decodePaymentTaken(const CborValue& body);
Result<OrderVoided> decodeOrderVoided(const CborValue& body);

/// Ticket lines by themselves, as other entries hold them, too.
Bytes encodeLines(const std::vector<OrderPlaced::Line>& lines);
std::vector<OrderPlaced::Line> decodeLines(const CborValue& lines, FieldReader& fields);

/// The account that a payment by a method is booked to, and whose part of it: the shift of a drawer
/// for cash, `subject` (the gift card, the invoice, the awaited payment) where the method has one.
/// Every fact that takes money or gives it back books through these two (see
/// ledgerOf(PaymentTaken), which takes negative amounts as well).
const char* accountOf(PaymentMethod method);
/// The account that a fee is booked to: donations have their own.
inline const char* accountOf(FeeId fee)
{
    return fee == donationFee() ? account::kDonations : account::kFees;
}
Uuid accountSubject(PaymentMethod method, ShiftId shift, const Uuid& subject);

/// The ledger lines of a fact, aggregated per (account, subject); their sum is zero.
std::vector<LedgerLine> ledgerOf(const OrderPlaced& order);
std::vector<LedgerLine> ledgerOf(const PaymentTaken& payment);

} // namespace foyer
