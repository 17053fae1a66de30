// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What sales and payments book; the form of their entries: see sale_entries.cpp.

#include "core/domain/sales/sale_entries.h"

#include <algorithm>

namespace foyer {
namespace {

void addTo(std::vector<LedgerLine>& lines, const char* account, const Uuid& subject,
           Currency currency, std::int64_t amount)
{
    if (amount == 0) {
        return;
    }
    const auto same = std::ranges::find_if(lines, [&](const LedgerLine& line) {
        return line.account == account && line.subject == subject;
    });
    if (same != lines.end()) {
        same->amount += amount;
    } else {
        lines.push_back({account, subject, currency, amount});
    }
}

} // namespace

std::vector<LedgerLine> ledgerOf(const OrderPlaced& order)
{
    std::vector<LedgerLine> lines;
    addTo(lines, account::kReceivable, {}, order.currency, order.total());
    for (const auto& line : order.lines) {
        addTo(lines, account::kRevenue, line.performance.uuid, order.currency, -line.net);
        addTo(lines, account::kTaxPayable, line.tax.uuid, order.currency, -line.taxAmount);
    }
    for (const auto& fee : order.fees) {
        addTo(lines, accountOf(fee.fee), fee.fee.uuid, order.currency, -fee.net);
        addTo(lines, account::kTaxPayable, fee.tax.uuid, order.currency, -fee.taxAmount);
    }
    for (const auto& card : order.giftCards) {
        addTo(lines, account::kGiftCards, card.card.uuid, order.currency, -card.worth);
    }
    return lines;
}

const char* accountOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return account::kCash;
    case PaymentMethod::CardTerminal:
        return account::kCardClearing;
    case PaymentMethod::GiftCard:
        return account::kGiftCards;
    case PaymentMethod::Invoice:
        return account::kInvoiced;
    case PaymentMethod::Online:
    case PaymentMethod::Reader:
        return account::kAwaited;
    case PaymentMethod::Imported:
        return account::kImported;
    case PaymentMethod::Transfer:
        break;
    }
    return account::kBank;
}

Uuid accountSubject(PaymentMethod method, ShiftId shift, const Uuid& subject)
{
    return method == PaymentMethod::Cash ? shift.uuid : subject;
}

std::vector<LedgerLine> ledgerOf(const PaymentTaken& payment)
{
    std::vector<LedgerLine> lines;
    addTo(lines, accountOf(payment.method),
          accountSubject(payment.method, payment.shift, payment.subject), payment.currency,
          payment.amount + payment.rounding);
    addTo(lines, account::kCashRounding, {}, payment.currency, -payment.rounding);
    // What the money came for: what was owed on an invoice, what a provider was to take, the order.
    if (!payment.settles.isNil()) {
        addTo(lines, account::kInvoiced, payment.settles, payment.currency, -payment.amount);
    } else if (!payment.instead.isNil()) {
        addTo(lines, account::kAwaited, payment.instead.uuid, payment.currency, -payment.amount);
    } else {
        addTo(lines, account::kReceivable, {}, payment.currency, -payment.amount);
    }
    return lines;
}

} // namespace foyer
