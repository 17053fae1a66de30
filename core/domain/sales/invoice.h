// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/sales/payment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using InvoiceId = Id<struct InvoiceTag>;

inline constexpr int kInvoiceDaysUsual = 14;
inline constexpr int kInvoiceDaysMax = 120;

/// Whom an invoice is made out to, as printed. Personal data: sealed with the customer's key.
struct InvoiceRecipient {
    std::string name;      ///< of the company; empty: the customer's
    std::string address;   ///< lines joined by LF
    std::string taxNumber; ///< of the company; may be empty
    std::string reference; ///< what the company wants to find on it: its order number
    friend bool operator==(const InvoiceRecipient&, const InvoiceRecipient&) = default;
};

/// What a sale on account has to say.
struct InvoiceTerms {
    InvoiceRecipient recipient;
    int days = kInvoiceDaysUsual; ///< from today until it is due
    friend bool operator==(const InvoiceTerms&, const InvoiceTerms&) = default;
};

/// Whether terms as typed may be used. Refuses with bad_recipient (no address, or too long; `where`
/// names the field), bad_due (not 0 to kInvoiceDaysMax days).
Result<void> checkTerms(const InvoiceTerms& terms);

/// The number of the `count`th invoice (from 1) of a series: "INV-AB-00017".
std::string invoiceNumber(std::string_view series, std::int64_t count);

enum class InvoiceState : std::uint8_t {
    Open,
    Paid,
    Cancelled,
    Credit, ///< more was paid than it is worth since a credit note: the house owes money
};
/// "open", "paid", "cancelled", "credit".
std::string_view invoiceStateName(InvoiceState state);

/// Money that came for an invoice.
struct InvoicePayment {
    Instant at;
    PaymentMethod method = PaymentMethod::Transfer;
    Money amount; ///< negative: it was given back
    std::string reference;
};

/// An invoice, or a credit note: what takes an invoice back, whole or in part.
struct Invoice {
    InvoiceId id;
    std::string number;
    OrderId order;
    std::string orderCode; ///< stored form; empty where the order is not known here
    CustomerId customer;
    Instant issuedAt;
    Instant dueAt;
    Money amount;        ///< above zero, of a credit note as well
    Money open;          ///< what is still to be paid; negative: what is to be given back
    Money credited;      ///< taken off by credit notes
    std::string cancels; ///< of a credit note: the number of the invoice
    std::optional<InvoiceRecipient> recipient; ///< nothing where the customer was erased
    std::vector<InvoicePayment> payments;

    InvoiceState state() const
    {
        return open.isNegative() ? InvoiceState::Credit
            : !open.isZero()     ? InvoiceState::Open
            : credited < amount  ? InvoiceState::Paid
                                 : InvoiceState::Cancelled;
    }
};

/// Money that comes for an invoice, or is given back of it: what is to be recorded.
struct InvoiceMoney {
    PaymentId id; ///< made before the first try: a repeated request records nothing twice
    InvoiceId invoice;
    PaymentMethod method = PaymentMethod::Transfer; ///< cash, card or transfer
    Money amount;                                   ///< at most what is open
    std::string reference; ///< of a card: the terminal's receipt number; of a transfer: its text
};

} // namespace foyer
