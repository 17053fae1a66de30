// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

enum class PaymentMethod : std::uint8_t {
    Cash,
    CardTerminal, ///< a terminal that is not connected to Foyer; its receipt number is kept
    GiftCard,     ///< worth that was paid for before
    Invoice,      ///< on account: the customer pays later
    Transfer,     ///< to the bank; pays an invoice, never at the counter
    Online,       ///< by a provider, on the customer's own phone; see provider_payment.h
    Reader,       ///< by a provider, at its card reader, which the server drives
    Imported,     ///< in another system that the order came from; never at the counter
};

/// Whether a provider takes it through the server, so that its money is awaited first.
inline bool isByProvider(PaymentMethod method)
{
    return method == PaymentMethod::Online || method == PaymentMethod::Reader;
}

/// All of them, in their order.
std::span<const PaymentMethod> allPaymentMethods();
/// "cash", "card", "gift", "invoice", "transfer", "online", "reader", "imported": the stable names
/// used in entries, the command line and JSON.
std::string_view paymentMethodName(PaymentMethod method);
std::optional<PaymentMethod> paymentMethodNamed(std::string_view name);

/// Money a customer hands over. Cash may exceed what is due; the rest is change.
struct Tender {
    PaymentMethod method = PaymentMethod::Cash;
    Money tendered;
    /// Required, except of cash: the terminal's receipt number, the code of the gift card (of a
    /// tender that was settled: its last characters), the number of the invoice (made by the sale),
    /// the provider and, after a colon, its reader.
    std::string reference;
    /// The gift card or the invoice; of what a provider takes the payment itself. Nil of other
    /// methods, and before the sale.
    Uuid subject = {};
    friend bool operator==(const Tender&, const Tender&) = default;
};

/// What of a tender stays: tendered − change = amount + rounding.
struct SettledTender {
    Tender tender;
    Money amount; ///< of the total, settled by it
    Money change;
    std::int64_t rounding = 0; ///< cash kept beyond the amount, by rounding to coins; minor units
    std::optional<Money> left = {}; ///< on the gift card afterwards; nothing of other methods
    friend bool operator==(const SettledTender&, const SettledTender&) = default;
};

/// Settles a total: first what is not cash, exactly what was put on it, then cash, with change out
/// of the cash only. What is left for cash is rounded to `cashStep` (see cashStepOf): the total
/// stays, the last cash part carries the rounding. An order of total 0 needs no tender. The result
/// keeps the order of the tenders and its amounts add up to `due`. Refuses with underpaid (facts:
/// missing amount), overpaid_by_card, unused_tender, bad_tender (not positive, wrong currency, a
/// transfer), reference_missing, two_invoices.
Result<std::vector<SettledTender>> settle(Money due, const std::vector<Tender>& tenders,
                                          std::int64_t cashStep = 1);

/// Amounts a clerk is likely to be handed for a total in cash: exact, then the next round sums made
/// of the currency's notes, ascending, at most five, no doubles.
std::vector<Money> quickCashAmounts(Money due);

} // namespace foyer
