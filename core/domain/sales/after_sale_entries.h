// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/journal/entry.h"
#include "core/domain/sales/sale_entries.h"
#include "core/domain/till/till_figures.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// The bodies of the entries that change an order after it was sold. Each names everything its
/// projection needs; the ledger of each sums to zero.

/// `tickets.returned`, version 1: worth taken out of an order, with the tickets or without.
struct TicketsReturned {
    struct Line {
        TicketId ticket;
        PerformanceId performance;
        TicketTypeId type;
        std::string typeName;
        std::int64_t net = 0; ///< taken back; minor units
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::string taxName;
        bool voids = true;           ///< false: the ticket stays valid, it only became cheaper
        std::vector<QuotaId> quotas; ///< of a void one: rights that return to the replica
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct FeeLine {
        std::int64_t line = 0; ///< of the order
        FeeId fee;
        std::string text;
        std::int64_t net = 0;
        std::int64_t taxAmount = 0;
        TaxId tax;
        std::string taxName;
        friend bool operator==(const FeeLine&, const FeeLine&) = default;
    };
    OrderId order;
    Currency currency;
    std::string purpose; ///< see namespace return_purpose
    std::string reason;
    std::vector<Line> lines;
    std::vector<FeeLine> fees;
    bool endsOrder = false; ///< no valid ticket of the order is left
    ShiftId shift;          ///< of whoever did it; nil: none was open

    std::int64_t total() const;
    friend bool operator==(const TicketsReturned&, const TicketsReturned&) = default;
};

namespace return_purpose {
inline constexpr const char* kRefund = "refund";
inline constexpr const char* kExchange = "exchange";
inline constexpr const char* kReissue = "reissue"; ///< a lost ticket, for a new code
} // namespace return_purpose

/// `order.extended`, version 1: tickets added to an order that was sold before.
struct OrderExtended {
    OrderId order;
    Currency currency;
    std::int64_t firstLine = 0; ///< the number in the order of the first of `lines`
    std::vector<OrderPlaced::Line> lines;
    std::vector<TicketId> replaces; ///< as many as lines: which ticket each stands for
    ShiftId shift;

    std::int64_t total() const;
    friend bool operator==(const OrderExtended&, const OrderExtended&) = default;
};

/// `payment.returned`, version 1: money of an order given back the way it came.
struct PaymentReturned {
    PaymentId payment; ///< of the giving back; an id of its own
    PaymentId of;      ///< the payment it was taken by
    OrderId order;
    PaymentMethod method = PaymentMethod::Cash;
    Currency currency;
    std::int64_t amount = 0;   ///< of the order's worth; above zero
    std::string reference;     ///< of a card: what the terminal printed for it
    ShiftId shift;             ///< whose drawer gave it; nil: none
    std::int64_t rounding = 0; ///< cash given beyond the amount, by rounding to coins
    Uuid subject;              ///< the gift card or the invoice; nil of other methods
    friend bool operator==(const PaymentReturned&, const PaymentReturned&) = default;
};

/// `order.customer_set`, version 1: whose order it is from now on.
struct OrderCustomerSet {
    OrderId order;
    std::optional<CustomerId> customer;
    friend bool operator==(const OrderCustomerSet&, const OrderCustomerSet&) = default;
};

/// `pickup.split`, version 1: who picks up these tickets of an order; nobody: its customer again.
struct PickupSplit {
    OrderId order;
    std::vector<TicketId> tickets;
    std::optional<CustomerId> customer;
    friend bool operator==(const PickupSplit&, const PickupSplit&) = default;
};

/// `document.printed`, version 1: tickets or a receipt made once more.
struct DocumentPrinted {
    OrderId order;
    std::string document; ///< "tickets", "receipt"
    std::vector<TicketId> tickets;
    friend bool operator==(const DocumentPrinted&, const DocumentPrinted&) = default;
};

Bytes encode(const TicketsReturned& body);
Bytes encode(const OrderExtended& body);
Bytes encode(const PaymentReturned& body);
Bytes encode(const OrderCustomerSet& body);
Bytes encode(const PickupSplit& body);
Bytes encode(const DocumentPrinted& body);
/// The Error names the first field that is missing or wrong.
Result<TicketsReturned> decodeTicketsReturned(const CborValue& body);
Result<OrderExtended> decodeOrderExtended(const CborValue& body);
Result<PaymentReturned> decodePaymentReturned(const CborValue& body);
Result<OrderCustomerSet> decodeOrderCustomerSet(const CborValue& body);
Result<PickupSplit> decodePickupSplit(const CborValue& body);
Result<DocumentPrinted> decodeDocumentPrinted(const CborValue& body);

/// The ledger lines of a fact, aggregated per (account, subject); their sum is zero.
std::vector<LedgerLine> ledgerOf(const TicketsReturned& returned);
std::vector<LedgerLine> ledgerOf(const OrderExtended& extended);
std::vector<LedgerLine> ledgerOf(const PaymentReturned& returned);
/// What a fact adds to the figures of its shift: what was sold before is taken out again.
TillFigures figuresOf(const TicketsReturned& returned);
TillFigures figuresOf(const OrderExtended& extended);
TillFigures figuresOf(const PaymentReturned& returned);

} // namespace foyer
