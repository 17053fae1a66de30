// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"
#include "core/domain/journal/replica_report.h"
#include "core/services/authority/authority.h"

#include <optional>
#include <string>

namespace foyer {

/// A server's database that came back from a backup has forgotten what it gave out since; who got
/// it has not. So the server opens a new life, gets back what the others know, and gives out
/// nothing until every replica has reported, or is written off.

/// Opens the new life of such a database, before the authority is opened: a new epoch of the
/// server's chain and of the positions of the feed, later than any that was ever given. From now on
/// every replica that is known here has to report. Refuses with reason_missing, unknown_organizer.
Result<void> openNextLife(Database& database, OrganizerId organizer, const Permit& permit,
                          const Clock& clock, Random& random, const std::string& reason);

/// What a replica has to report; nothing where it need not, or has. Throws StorageFailure.
std::optional<ReportDue> reportDue(Authority& authority, ReplicaId replica);

/// Whether a replica is still to be heard that is not written off. Throws StorageFailure.
bool isAnyReportDue(Authority& authority);

/// Takes a part of a report in: stores and projects what is missing here. Entries of other writers
/// than the server are taken where they continue their chain; the rest their writers send, and what
/// the replica wrote itself only comes from it signed, with takeIn(). After
/// the last part, and when the replica's own entries are here, it has reported; what was sent to an
/// earlier life of the server does not count. Idempotent. Refuses with report_damaged where an
/// entry's hash is not that of its content, with wrong_writer where a counter says what only the
/// authority may; then nothing was taken.
/// Throws StorageFailure.
Result<void> takeReport(Authority& authority, FeedBatch& batch, const ReplicaReport& report);

} // namespace foyer
