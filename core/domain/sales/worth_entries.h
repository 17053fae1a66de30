// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/gift_card.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/sales/sale_entries.h"

#include <string>
#include <vector>

namespace foyer {

/// The bodies of the entries of gift cards and invoices. What a card is worth is the sum of its
/// facts; the money of it is booked by the payments of orders.

/// `gift_card.issued`, version 1: a card came to be, sold with an order or in place of another
/// card.
struct GiftCardIssued {
    GiftCardId card;
    OrderId order;       ///< it was sold with; nil of a replacement
    GiftCardId replaces; ///< the card whose balance it took over; nil of a sold one
    Currency currency;
    std::int64_t worth = 0; ///< minor units, above zero
    Bytes codeHash;         ///< of the code; see giftCodeHash()
    std::string tail;       ///< the code's last characters
    friend bool operator==(const GiftCardIssued&, const GiftCardIssued&) = default;
};

/// `gift_card.moved`, version 1: a card became worth more or less, or was blocked.
struct GiftCardMoved {
    GiftCardId card;
    GiftMoveKind kind = GiftMoveKind::Redeemed;
    Currency currency;
    std::int64_t amount = 0; ///< minor units, negative: the card is worth less; 0 of a block
    std::int64_t left = 0;   ///< the balance afterwards, as its home knew it; printed on receipts
    OrderId order;           ///< it paid, or was given back from; nil of others
    std::string note;        ///< why
    friend bool operator==(const GiftCardMoved&, const GiftCardMoved&) = default;
};

/// `invoice.issued`, version 1: an invoice for what an order put on account, or a credit note that
/// takes one back. The money is booked by the payment of the order.
struct InvoiceIssued {
    InvoiceId invoice;
    OrderId order;
    CustomerId customer;
    std::string series;
    std::int64_t number = 0; ///< from 1 without gaps in the replica's series
    Currency currency;
    std::int64_t amount = 0; ///< minor units, above zero
    Instant dueAt;
    InvoiceId cancels; ///< of a credit note: the invoice; nil of an invoice
    Bytes recipient;   ///< sealed with the customer's key; empty of a credit note
    friend bool operator==(const InvoiceIssued&, const InvoiceIssued&) = default;
};

Bytes encode(const GiftCardIssued& body);
Bytes encode(const GiftCardMoved& body);
Bytes encode(const InvoiceIssued& body);
/// The Error names the first field that is missing or wrong.
Result<GiftCardIssued> decodeGiftCardIssued(const CborValue& body);
Result<GiftCardMoved> decodeGiftCardMoved(const CborValue& body);
Result<InvoiceIssued> decodeInvoiceIssued(const CborValue& body);

/// Of a replacement: the worth goes over from card to card. Nothing else is booked here.
std::vector<LedgerLine> ledgerOf(const GiftCardIssued& issued);

/// What is sealed of a recipient, and how it is read back; empty where it cannot be.
Bytes encode(const InvoiceRecipient& recipient);
InvoiceRecipient readRecipient(const CborValue& value);

} // namespace foyer
