// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

namespace kind {
inline constexpr const char* kCustomerChanged = "customer.changed";
inline constexpr const char* kCustomerMerged = "customer.merged";
inline constexpr const char* kCustomerUnmerged = "customer.unmerged";
inline constexpr const char* kCustomersImported = "customers.imported";
inline constexpr const char* kCustomersImportUndone = "customers.import_undone";
} // namespace kind

using ImportId = Id<struct ImportTag>;

/// A piece of what is known of a customer, sealed with their key. Each slot is written by itself,
/// and of two writers the later stands: so two counters that change different things both win. A
/// slot is the name of a detail, or what there may be many of: "tag/…", "note/…", "consent/…",
/// whose names say nothing of the person.
struct SealedSlot {
    std::string slot;
    Bytes sealed;
    friend bool operator==(const SealedSlot&, const SealedSlot&) = default;
};
inline constexpr std::size_t kSlotNameMax = 48;

/// `customer.changed`, version 1.
struct CustomerChanged {
    CustomerId customer;
    std::vector<SealedSlot> slots;
    friend bool operator==(const CustomerChanged&, const CustomerChanged&) = default;
};

/// `customer.merged`, version 1: `from` is the same person as `into`, which stands for both.
/// `customer.unmerged`, version 1, has `from` only: it stands for itself again.
struct CustomerMerged {
    CustomerId from;
    CustomerId into; ///< nil of an unmerging
    friend bool operator==(const CustomerMerged&, const CustomerMerged&) = default;
};

/// A slot that an import changed, as it was and as it is, so that it can be put back.
struct ImportedSlot {
    CustomerId customer;
    std::string slot;
    Bytes before; ///< sealed; empty: there was nothing
    Bytes after;
    friend bool operator==(const ImportedSlot&, const ImportedSlot&) = default;
};

/// `customers.imported`, version 1: what one step of an import brought.
struct CustomersImported {
    ImportId import;
    std::vector<CustomerId> added;
    std::vector<ImportedSlot> changed;
    friend bool operator==(const CustomersImported&, const CustomersImported&) = default;
};

/// `customers.import_undone`, version 1. What became of each is in entries of its own.
struct CustomersImportUndone {
    ImportId import;
    std::int64_t removed = 0;
    std::int64_t kept = 0; ///< had been used since
    friend bool operator==(const CustomersImportUndone&, const CustomersImportUndone&) = default;
};

Bytes encode(const CustomerChanged& body);
Bytes encodeMerged(const CustomerMerged& body);
Bytes encodeUnmerged(CustomerId customer);
Bytes encode(const CustomersImported& body);
Bytes encode(const CustomersImportUndone& body);
/// Error bad_entry.
Result<CustomerChanged> decodeCustomerChanged(const CborValue& body);
Result<CustomerMerged> decodeCustomerMerged(const CborValue& body);
Result<CustomerMerged> decodeCustomerUnmerged(const CborValue& body);
Result<CustomersImported> decodeCustomersImported(const CborValue& body);
Result<CustomersImportUndone> decodeCustomersImportUndone(const CborValue& body);

} // namespace foyer
