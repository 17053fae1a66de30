// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/customers/customer_entries.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace foyer {

/// Reads what is known of customers beside their first record. All functions throw StorageFailure.

struct StoredSlot {
    CustomerId customer;
    std::string slot;
    Bytes sealed;
    HlcTime at;
    EntryId entry;
    UserId actor;
};
std::vector<StoredSlot> readSlots(Database& database, OrganizerId organizer, CustomerId customer);
/// Of all customers, by customer.
void readAllSlots(Database& database, OrganizerId organizer,
                  const std::function<void(StoredSlot)>& take);

/// Who stands for whom.
struct StoredLink {
    CustomerId from;
    std::optional<CustomerId> into; ///< nothing: taken apart again
    Instant at;
    UserId actor;
};
std::vector<StoredLink> readLinks(Database& database, OrganizerId organizer);
std::optional<StoredLink> readLink(Database& database, OrganizerId organizer, CustomerId customer);
std::vector<CustomerId> readLinkedTo(Database& database, OrganizerId organizer,
                                     CustomerId customer);
/// Who stands for a customer: the end of the chain of mergings, and of a ring, which two counters
/// make that cannot hear each other, the least id. Themselves where they are merged into nobody.
CustomerId readSurvivor(Database& database, OrganizerId organizer, CustomerId customer);
/// Everybody that a survivor stands for, themselves included.
std::vector<CustomerId> readMergedGroup(Database& database, OrganizerId organizer,
                                        CustomerId survivor);

/// The merged whose survivor is erased, and who are not: two counters did both at a time.
std::vector<CustomerId> readLeftByErased(Database& database, OrganizerId organizer);

struct StoredImport {
    ImportId id;
    Instant at;   ///< it began
    HlcTime last; ///< its last step
    UserId actor;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    bool undone = false;
};
/// The latest first.
std::vector<StoredImport> readImports(Database& database, OrganizerId organizer);
/// Rows of an import after a customer, by customer.
std::vector<ImportedSlot> readImportRows(Database& database, OrganizerId organizer, ImportId import,
                                         CustomerId after, std::int64_t limit);

/// Whom anything but records and slots names: an order, a hold, an invoice, a merging …
std::unordered_set<CustomerId> readUsedCustomers(Database& database, OrganizerId organizer);

/// Who has valid tickets of a performance.
std::unordered_set<CustomerId> readBuyerIds(Database& database, OrganizerId organizer,
                                            PerformanceId performance);
/// Who bought something since a moment.
std::unordered_set<CustomerId> readBuyersSince(Database& database, OrganizerId organizer,
                                               Instant since);

} // namespace foyer
