// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// The keys of customers on their way between counters. Ordinary rows; erasing a customer deletes
/// them wherever the entry arrives. All functions throw StorageFailure.

struct StoredCustomerKey {
    CustomerId customer;
    Bytes wrapped;
    std::int64_t number = 0;
};

/// Of a counter: keys that the server does not have yet, of customers who are known here and were
/// not erased.
std::vector<StoredCustomerKey> readKeysToGive(Database& database, OrganizerId organizer,
                                              std::int64_t limit);
void noteKeyGiven(Database& database, OrganizerId organizer, CustomerId customer);
/// The server has forgotten them all.
void noteNoKeyGiven(Database& database, OrganizerId organizer);
/// Keeps a key that came from the server. False where the customer was erased.
bool storeHeardKey(Database& database, OrganizerId organizer, CustomerId customer,
                   const Bytes& wrapped);

/// After keys were deleted: takes what the disk may still hold of them out of the write-ahead log.
/// On a server of PostgreSQL the vacuum does. False where somebody reads meanwhile: some of it
/// stays until the next time.
bool scrubDisk(Database& database);

/// How far a counter has heard.
struct CustomerKeyState {
    std::int64_t life = 0; ///< of the server; 0: never
    std::int64_t after = 0;
};
CustomerKeyState readCustomerKeyState(Database& database, OrganizerId organizer);
void storeCustomerKeyState(Database& database, OrganizerId organizer,
                           const CustomerKeyState& state);

/// Of a server: keeps a key under the next number; one that it has, or of somebody who was erased,
/// changes nothing. Within a batch of the organizer's feed, so that numbers become visible in their
/// order.
void storeCollectedKey(Database& database, OrganizerId organizer, CustomerId customer,
                       const Bytes& wrapped);
std::vector<StoredCustomerKey> readKeysAfter(Database& database, OrganizerId organizer,
                                             std::int64_t after, std::int64_t limit);

} // namespace foyer
