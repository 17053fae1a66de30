// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/exports/export_text.h"
#include "core/services/exports.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foyer::app {

/// Writes tables into files of a folder, which is made, readable by their owner only, and last a
/// manifest.json: where there is none, the export was interrupted. Files appear whole. Errors of
/// exportHouse(), and folder_not_writable, file_not_written.
Result<ExportManifest> exportTo(Counter& counter, const std::string& folder,
                                const ExportTerms& terms, ExportForm form);

/// The same of the accounting journal of a period, always as a table.
Result<ExportManifest> exportJournalTo(Counter& counter, const std::string& folder, Instant from,
                                       Instant until);

/// Asked now and then how far an export is; false: stop, and leave what is whole.
using ExportGoOn = std::function<bool(const std::string& table, std::uint64_t rows)>;

/// The same beside the counter, on another thread. Error cancelled besides.
Result<ExportManifest> exportTo(const ExportPlace& place, const std::string& folder,
                                const ExportTerms& terms, ExportForm form, const ExportGoOn& goOn);
Result<ExportManifest> exportJournalTo(const ExportPlace& place, const std::string& folder,
                                       Instant from, Instant until, const ExportGoOn& goOn);

/// Writes an iCalendar file of all public dates for each venue, named after it, or one of an event;
/// the names of the files. Errors of writeText().
Result<std::vector<std::string>> exportCalendars(Counter& counter, const std::string& folder,
                                                 std::optional<EventId> event);

} // namespace foyer::app
