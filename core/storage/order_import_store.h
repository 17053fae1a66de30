// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/imports/import_entries.h"
#include "core/domain/imports/order_import_report.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads what imports of orders left. All functions throw StorageFailure.

struct StoredOrderImport {
    ImportId id;
    std::string source;
    std::string title;
    std::optional<HlcTime> begunAt;
    UserId begunBy;
    bool isEnded = false;
    bool isUndone = false;
    std::int64_t kept = 0;    ///< of one undone
    std::int64_t orders = 0;  ///< that it brought
    std::int64_t tickets = 0; ///< of these
};
/// The latest first.
std::vector<StoredOrderImport> readOrderImports(Database& database, OrganizerId organizer);

/// What has to be known of an import before more is done to it.
struct OrderImportStanding {
    std::string source;
    bool isUndone = false;
};
std::optional<OrderImportStanding> readOrderImportStanding(Database& database,
                                                           OrganizerId organizer, ImportId id);

/// Whether an order of a source is here already; what an undone import took back is not.
bool isOrderImported(Database& database, OrganizerId organizer, const std::string& source,
                     const std::string& externalId);

/// An order of an import, and what became of it since.
struct ImportedOrderRow {
    OrderId order;
    std::string externalId;
    bool isVoid = false;
    bool isChanged = false;  ///< a ticket was returned, exchanged or given away
    bool isAdmitted = false; ///< a ticket passed a door since
};
/// The next of an import after `after`, at most `limit`, by id.
std::vector<ImportedOrderRow> readImportedOrders(Database& database, OrganizerId organizer,
                                                 ImportId import, OrderId after,
                                                 std::int64_t limit);

/// The ticket that stands for a code of another system; of several the one that is not void.
std::optional<TicketId> readTicketOfForeignCode(Database& database, OrganizerId organizer,
                                                const ForeignCode& code);
std::optional<ImportedOrigin> readImportedOrigin(Database& database, OrganizerId organizer,
                                                 OrderId order);
/// Whether an order was brought by an import and taken back with it: its money is where it was.
bool isTakenBackWithImport(Database& database, OrganizerId organizer, OrderId order);

} // namespace foyer
