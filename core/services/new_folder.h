// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/data_folder.h"

#include <string>

namespace foyer {

struct CounterPlace;

/// What can be known of a store before it is opened for writing, so that one that is refused is
/// never touched: not even by a WAL beside it. Returns its version; 0 for an empty one. Throws
/// StorageFailure.
int checkStore(const std::string& path);

/// Where the database of a counter is.
std::string databaseOf(const CounterPlace& place, const DataFolder& folder);
/// Whether there is something to look at before it is opened for writing.
bool isThere(const CounterPlace& place, const DataFolder& folder);

/// A folder for a counter to come, taken; made where there is none. Refuses with already_founded
/// where one lives there, and as DataFolder::take does. Throws StorageFailure.
Result<std::unique_ptr<DataFolder>> takeNewFolder(const CounterPlace& place);

} // namespace foyer
