// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/customers/person_card.h"
#include "core/domain/exports/export_table.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Everything that a house knows, for other programs: as it is at one moment, row by row, in memory
/// that does not grow with it.

struct ExportTerms {
    std::vector<std::string>
        tables;              ///< of exportTables(); empty: all that need no leave of their own
    bool hasPersons = false; ///< customers, too, with their names and addresses
    Instant from{0};         ///< of facts: orders, payments, admissions, ledger …
    Instant until{std::numeric_limits<std::int64_t>::max()}; ///< not included
};

/// Every table that can be exported, with its columns, in the order in which they are written.
std::vector<ExportTable> exportTables();

/// Writes tables into a sink. Needs Permission::ReadReports and ReadOrders; with persons, or where
/// "customers" is asked for, Permission::ReadCustomers and `hasPersons`. Refuses with
/// unknown_export (fact: the table), persons_not_meant, history_not_here (the ledger of a period on
/// a counter that began with a snapshot); errors of the sink.
Result<void> exportHouse(Counter& counter, const ExportTerms& terms, const ExportSink& sink);

/// What an export needs of a counter, so that it is made beside it, on another thread, while the
/// counter goes on.
struct ExportPlace {
    std::string database; ///< its file
    OrganizerId organizer;
    std::string house;               ///< its name
    std::vector<PersonCard> persons; ///< where they are asked for
};
/// For exportHouseAt(). Needs and refuses with what exportHouse() does, and with not_a_file where a
/// server holds the database.
Result<ExportPlace> exportPlace(Counter& counter, const ExportTerms& terms);
/// For exportJournalAt(), in the same way.
Result<ExportPlace> exportJournalPlace(Counter& counter);
/// What exportHouse() writes, of the moment in which it begins. Errors of the sink.
Result<void> exportHouseAt(const ExportPlace& place, const ExportTerms& terms,
                           const ExportSink& sink);
/// What exportJournal() writes. Errors of the sink.
Result<void> exportJournalAt(const ExportPlace& place, Instant from, Instant until,
                             const ExportSink& sink);

/// The ledger of a period as accountants read it: a table "journal" of document, date, account,
/// text, debit, credit, currency, tax rate, subject; for each document and currency debits and
/// credits add up to the same. Needs Permission::ReadReports. Refuses with history_not_here on a
/// counter that began with a snapshot; errors of the sink.
Result<void> exportJournal(Counter& counter, Instant from, Instant until, const ExportSink& sink);

/// A date as calendars that people subscribe to have it.
struct PublicDate {
    PerformanceId performance;
    EventId event;
    VenueId venue;
    std::string eventName;
    std::string subtitle;
    std::string venueName;
    std::string address;
    Instant startsAt;
    std::optional<Instant> endsAt;
    std::string timeZone;
    bool isCancelled = false;
    std::int64_t sequence = 0; ///< grows with every change of the date, its event or its venue
    std::optional<Instant> changedAt;
};
/// All dates of what is published, postponed or cancelled, by start: of one venue or event, or all.
/// What is on is on the wall: needs nothing.
Result<std::vector<PublicDate>> publicDates(Counter& counter, std::optional<VenueId> venue = {},
                                            std::optional<EventId> event = {});

} // namespace foyer
