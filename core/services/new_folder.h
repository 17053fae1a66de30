// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/data_folder.h"

#include <string>

namespace foyer {

/// What can be known of a store before it is opened for writing, so that one that is refused is
/// never touched: not even by a WAL beside it. Throws StorageFailure.
void checkStore(const std::string& path);

/// A folder for a counter to come, taken; made where there is none. Refuses with already_founded
/// where one lives there, and as DataFolder::take does. Throws StorageFailure.
Result<std::unique_ptr<DataFolder>> takeNewFolder(const std::string& folder);

} // namespace foyer
