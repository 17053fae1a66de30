// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/domain/reports/report_figures.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// What an order changes on a day, as report_order keeps it: small numbers in few bytes.
struct StoredChange {
    std::int64_t subject = 0; ///< number of report_subject
    Instant at;
    ReportFigures figures;
};

Bytes encodeChanges(const std::vector<StoredChange>& changes);
/// What encodeChanges() made. Throws StorageFailure where it is damaged.
std::vector<StoredChange> decodeChanges(ByteView content);

} // namespace foyer
