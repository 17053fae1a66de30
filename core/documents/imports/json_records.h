// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/import_file.h"
#include "core/documents/plans/json_tree.h"

#include <cstddef>
#include <functional>

namespace foyer {

/// What reading records allows. A record is small; a file may be of any size.
struct RecordLimits {
    std::size_t bytesMax = std::size_t{4} << 20; ///< of one record, and of any one text
    std::size_t depthMax = 48;
};

/// Reads the objects of a JSON file one after the other in constant memory: the elements of an
/// array that is all of the file, or that stands under one of the names by which APIs list things
/// ("results", "orders", "items", "subevents", "events"), also within an object "event"; then what
/// else stood around these, as an object. Numbers with decimals come as the texts that stood there,
/// so that none is rounded. `take` answers whether to go on. Errors: json_syntax, json_too_large,
/// json_too_deep (all with the place), and those of the file.
Result<void> readJsonRecords(const ImportFile& file,
                             const std::function<bool(const JsonTree&)>& take,
                             const RecordLimits& limits = {});

} // namespace foyer
