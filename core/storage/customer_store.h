// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer {

/// A sealed customer as it lies on disk, with its wrapped key where this counter has one.
struct SealedCustomer {
    CustomerId id;
    Bytes sealed;
    Bytes wrappedKey; ///< empty: the key is not here, or was destroyed
    bool erased = false;
};

/// Reads every customer that was not erased. Throws StorageFailure.
void readCustomers(Database& database, OrganizerId organizer,
                   const std::function<bool(const SealedCustomer&)>& take);
std::optional<SealedCustomer> readCustomer(Database& database, OrganizerId organizer,
                                           CustomerId customer);
/// Keeps the wrapped key of a customer. An ordinary row, not a projection.
void storeCustomerKey(Database& database, OrganizerId organizer, CustomerId customer,
                      const Bytes& wrapped);

} // namespace foyer
