// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/customer_entries.h"
#include "core/domain/sales/sale_entries.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

namespace kind {
inline constexpr const char* kOrderImported = "order.imported";
inline constexpr const char* kImportBegun = "import.begun";
inline constexpr const char* kImportEnded = "import.ended";
inline constexpr const char* kImportUndone = "import.undone";
} // namespace kind

/// Why an order is void that an undone import had brought: nobody gave any money back.
inline constexpr const char* kVoidByImportUndone = "import undone";

/// What a gate knows a ticket of another system by: the first half of the SHA-256 of its code. The
/// code itself lets somebody in, so it is kept nowhere.
using ForeignCode = std::array<std::uint8_t, 16>;

/// `order.imported`, version 1: an order that was placed and paid in another system. It spends
/// rights and seats like one that was placed here; its money never came through a till here.
struct OrderImported {
    struct Origin {
        TicketId ticket;
        std::optional<ForeignCode> code;
        Bytes attendee;          ///< sealed with the customer's key; empty: nobody, or the customer
        bool isAdmitted = false; ///< there; a ticket.admitted of this import says so here
        friend bool operator==(const Origin&, const Origin&) = default;
    };
    ImportId import;
    std::string source;     ///< "pretix"
    std::string externalId; ///< unique there
    Instant placedAt;       ///< there
    PaymentId payment;      ///< that the order's total was paid there
    OrderPlaced order;
    std::vector<Origin> origins; ///< one for each line
    friend bool operator==(const OrderImported&, const OrderImported&) = default;
};

/// `import.begun`, version 1.
struct ImportBegun {
    ImportId import;
    std::string source;
    std::string title;
    friend bool operator==(const ImportBegun&, const ImportBegun&) = default;
};

/// `import.ended`, version 1: it was gone through to its end. `import.undone`, version 1: what was
/// not used since is void.
struct ImportClosed {
    ImportId import;
    std::int64_t orders = 0; ///< it brought; of one undone: that were taken back
    std::int64_t kept = 0;   ///< of one undone: had been used since
    friend bool operator==(const ImportClosed&, const ImportClosed&) = default;
};

Bytes encode(const OrderImported& body);
Bytes encode(const ImportBegun& body);
Bytes encode(const ImportClosed& body);
/// Error bad_entry.
Result<OrderImported> decodeOrderImported(const CborValue& body);
Result<ImportBegun> decodeImportBegun(const CborValue& body);
Result<ImportClosed> decodeImportClosed(const CborValue& body);

/// What an imported order paid, where it was placed.
PaymentTaken paymentOf(const OrderImported& imported);

} // namespace foyer
