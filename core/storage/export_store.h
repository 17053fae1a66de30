// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/exports/export_table.h"
#include "core/storage/database.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer {

/// The facts that are exported as they lie in their tables: orders, tickets, fees, payments,
/// refunds, admissions, ledger.
std::vector<ExportTable> factTables();

/// Their rows between two instants (until excluded), one at a time, whatever their number, by id.
/// `take` answers whether to go on. Throws StorageFailure.
void readFacts(Database& database, OrganizerId organizer, const std::string& table, Instant from,
               Instant until, const std::function<bool(const ExportRow&)>& take);

/// A line of the ledger with what an accountant asks of it.
struct JournalLine {
    Instant at;
    std::string kind; ///< of the entry; empty where a snapshot stands for it
    EntryId entry;
    std::string document; ///< the order's code where the entry is one, else the entry's own number
    std::string account;
    Uuid subject;
    std::string currency;
    std::int64_t amount = 0; ///< debits positive
};
/// By entry. Throws StorageFailure.
void readJournalLines(Database& database, OrganizerId organizer, Instant from, Instant until,
                      const std::function<bool(const JournalLine&)>& take);

/// How often a part of the catalogue was edited since it was made, and when last.
struct EditsSince {
    std::int64_t count = 0;
    Instant last;
};
EditsSince readEditsSince(Database& database, OrganizerId organizer, const Uuid& entity);

} // namespace foyer
